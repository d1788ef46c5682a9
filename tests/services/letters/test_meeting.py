"""The letter after a meeting: both times named, their entries with it, and it is followed up."""

from __future__ import annotations

from email import message_from_bytes, policy
from pathlib import Path

import icalendar
import pytest
from msgspec.structs import replace

from followup_tui.domain.encounter import Encounter, Warmth
from followup_tui.domain.letter import LetterKind, Way
from followup_tui.domain.networking.met import MetFields
from tests.fakes import FakeClock, a_desk

FIELDS = MetFields(
    name="Priya Nair", company="Wide World", where="DevMeetup", email="priya@wide.example",
    talked_about="customs papers, typed by hand", learned="a third of them come back",
)  # fmt: skip


async def begun(home: Path, clock: FakeClock, warmth: Warmth = Warmth.PROSPECT):
    desk = a_desk(home, now=clock)
    met = await desk.met.read(replace(FIELDS, warmth=warmth))
    written = await desk.met.write(met)
    clock.forward(days=1)
    client, encounter = written.client.id, written.encounter.id
    view = await desk.letters.begin(client, LetterKind.GOOD_TO_MEET, encounter_id=encounter)
    return desk, written, view


@pytest.mark.parametrize("warmth", Warmth)
async def test_both_times_are_named_and_their_entries_go_along(tmp_path: Path, warmth: Warmth):
    desk, written, view = await begun(tmp_path, FakeClock(), warmth)
    for at in written.encounter.proposed:
        assert f"{at.day} {at:%B} at {at.hour}:{at:%M}" in view.letter.body
    assert view.attachments == ("two-times.ics",)
    left = await desk.letters.leave(view.letter, Way.FILE, str(tmp_path / "letter.eml"))
    assert left.letter.has_left
    mail = message_from_bytes((tmp_path / "letter.eml").read_bytes(), policy=policy.default)
    (attached,) = mail.iter_attachments()
    events = icalendar.Calendar.from_ical(attached.get_payload(decode=True)).walk("VEVENT")
    assert [each.decoded("dtstart") for each in events] == list(written.encounter.proposed)
    met = desk.records.get(Encounter, written.encounter.id)
    assert met is not None
    assert met.followed_up == desk.clock().date()


async def test_times_that_the_letter_does_not_name_stay_here(tmp_path: Path):
    desk, written, view = await begun(tmp_path, FakeClock())
    at = written.encounter.proposed[0]
    other = view.letter.body.replace(f"{at.hour}:{at:%M}", "17:45")
    assert (await desk.letters.view(replace(view.letter, body=other))).attachments == ()


async def test_times_that_are_past_are_found_anew(tmp_path: Path):
    clock = FakeClock()
    desk, written, _ = await begun(tmp_path, clock)
    clock.forward(days=60)
    view = await desk.letters.begin(
        written.client.id,
        LetterKind.GOOD_TO_MEET,
        encounter_id=written.encounter.id,
        anew=True,
    )
    assert f"{written.encounter.proposed[0]:%d %B}" not in view.letter.body
    assert view.attachments == ()
