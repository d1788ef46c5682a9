"""What was understood, as it is told beside the notes."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from followup_tui.domain.interaction import NoteLine
from followup_tui.domain.notes.caught import Caught
from followup_tui.domain.notes.understanding import understand
from followup_tui.tui.note_reader import NoteReader
from followup_tui.tui.present.caught import CaughtLine, caught_lines
from tests.builders import NOW, ZONE, a_client

ZURICH = ZoneInfo("Europe/Zurich")


def lines_of(*texts: str, now: datetime = NOW, zone_doubt: str = "") -> tuple[CaughtLine, ...]:
    notes = [NoteLine(at=now, text=text) for text in texts]
    known: dict[NoteLine, Caught | None] = {
        line: understand(line, now=now, zone=ZURICH, own=ZONE, region="AU") for line in notes
    }
    return caught_lines(notes, known, now=now, zone=ZURICH, zone_doubt=zone_doubt)


def told(*texts: str, zone_doubt: str = "") -> list[str]:
    return [line.content.plain for line in lines_of(*texts, zone_doubt=zone_doubt)]


def test_the_newest_line_is_told_first_and_knows_its_row() -> None:
    lines = lines_of("plain", "+ [b]fast[/b]", "", "! send it by fri")
    assert [(line.row, line.content.plain) for line in lines] == [
        (3, "promise   by Fri 20 Nov · send it"),
        (1, "liked     [b]fast[/b]"),
    ]


def test_an_hour_is_told_there_and_here() -> None:
    assert told("> call thu 10:00") == [
        "next step call Thu 26 Nov 10:00 Zurich · your 20:00",
    ]
    assert told("> call thu 20:00") == [
        "next step call Thu 26 Nov 20:00 Zurich · your Fri 06:00",
    ]
    assert told("> maybe coffee 3 Dec") == ["next step coffee Thu 3 Dec · proposed"]


def test_whose_a_promise_is_and_who_was_named() -> None:
    assert told("! they send the contract by fri") == [
        "promise   theirs · by Fri 20 Nov · send the contract"
    ]
    assert told("@ Omar Haddad at Tailspin, omar@tailspin.example, knows Azure") == [
        "referral  Omar Haddad · Tailspin · omar@tailspin.example · knows Azure"
    ]


def test_a_doubt_stands_below_its_line() -> None:
    assert told("! report by 31 Feb") == [
        "promise   by Mon 23 Nov · report by 31 Feb",
        "          “31 Feb” is no day: due Mon 23 by default.",
    ]
    assert told("> call thu 10:00", zone_doubt="Hours are read in yours.")[1:] == [
        "          Hours are read in yours."
    ]
    assert len(told("> coffee 3 Dec", zone_doubt="Hours are read in yours.")) == 1


def test_a_line_not_read_yet_stands_with_its_words() -> None:
    notes = [NoteLine(at=NOW, text="! send it by fri")]
    (line,) = caught_lines(notes, {}, now=NOW, zone=ZURICH)
    assert line.content.plain == "promise   send it by fri"


@given(st.lists(st.text(st.characters(exclude_categories=["Cc", "Cs", "Cf", "Co", "Cn"]))))
def test_whatever_is_typed_is_told_without_failing(texts: list[str]) -> None:
    notes = [NoteLine(at=NOW, text=text) for text in texts if "\n" not in text]
    assert len(caught_lines(notes, {}, now=NOW, zone=ZURICH)) <= len(notes)


async def test_each_line_is_read_once_until_the_day_or_the_client_is_another() -> None:
    reader = NoteReader(own=ZONE, region="AU")
    client = a_client(zone="Europe/Zurich")
    notes = [NoteLine(at=NOW, text="! send it by fri"), NoteLine(at=NOW, text="plain")]
    assert reader.unread(notes) == notes[:1]
    await reader.read(notes, client=client, now=NOW)
    assert reader.unread(notes) == []
    assert reader.zone == ZURICH
    first = reader.known[notes[0]]
    await reader.read(notes, client=client, now=NOW)
    assert reader.known[notes[0]] is first
    await reader.read(notes, client=a_client(zone=""), now=NOW)
    assert reader.known[notes[0]] is not first
    assert reader.zone == ZONE


async def test_an_hour_of_notes_is_read_as_far_as_anybody_looks() -> None:
    reader = NoteReader(own=ZONE, region="AU")
    notes = [NoteLine(at=NOW, text=f"! send {number} by fri") for number in range(5_000)]
    await reader.read(notes, client=a_client(), now=NOW)
    assert len(reader.known) == 60
    assert notes[-1] in reader.known
