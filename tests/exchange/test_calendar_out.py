"""What is due and agreed as a calendar: read back by icalendar and by khal."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import icalendar

from followup_tui.domain.client import Person
from followup_tui.domain.exporting.agenda import agenda
from followup_tui.domain.promise import Owner, PromiseState, StepKind
from followup_tui.domain.queue import Band, CallList, QueueEntry, Reason, ReasonKind
from followup_tui.exchange.writers import calendar
from tests.builders import NOW, TODAY, a_client, a_promise, a_step, days
from tests.exchange.reading import khal

JANE = Person(name="Jane Li", phones=("+61 2 5550 0142",))
NORTHWIND = a_client("Northwind; Traders", people=(JANE,))
QUILL = a_client("Quill", people=())
THURSDAY = datetime(2026, 11, 26, 10, 0, tzinfo=ZoneInfo("Australia/Sydney"))


def reason(kind: ReasonKind, text: str, due: object) -> Reason:
    return Reason(kind=kind, text=text, due=due, band=Band.DUE, playbook="x")  # type: ignore[arg-type]


def calls(*entries: QueueEntry, coming: tuple[QueueEntry, ...] = ()) -> CallList:
    return CallList(now=NOW, today=entries, beyond=(), coming=coming, held=(), promises=0)


def written() -> bytes:
    steps = [
        a_step(NORTHWIND, kind=StepKind.COFFEE, at=THURSDAY, agreed=True, text="the roof"),
        a_step(NORTHWIND, kind=StepKind.CALL, at=THURSDAY, done=TODAY),
    ]
    promises = [
        a_promise(NORTHWIND, "send the link", due=TODAY - days(3)),
        a_promise(NORTHWIND, "their list", due=TODAY + days(2), by=Owner.THEM),
        a_promise(NORTHWIND, "kept", state=PromiseState.KEPT, settled=TODAY),
        a_promise(a_client("Gone"), "of nobody"),
    ]
    due = QueueEntry(
        client_id=QUILL.id, name="Quill", person="",
        reasons=(reason(ReasonKind.CADENCE, "192 days since you spoke", TODAY - days(9)),),
    )  # fmt: skip
    by_promise = QueueEntry(
        client_id=NORTHWIND.id, name=NORTHWIND.name, person="Jane Li",
        reasons=(reason(ReasonKind.PROMISE, "promised the link", TODAY),),
    )  # fmt: skip
    found = agenda(
        {each.id: each for each in (NORTHWIND, QUILL)},
        steps=steps,
        promises=promises,
        calls=calls(by_promise, due),
    )
    return calendar(found, NOW, "followup: due and agreed")


def test_what_is_due_and_agreed_stands_in_it_once() -> None:
    content = written()
    events = {str(e["summary"]): e for e in icalendar.Calendar.from_ical(content).walk("VEVENT")}
    assert set(events) == {
        "Coffee with Jane Li (Northwind; Traders)",
        "Promised: send the link (Northwind; Traders)",
        "They promised: their list (Northwind; Traders)",
        "Call Quill",
    }
    overdue = events["Promised: send the link (Northwind; Traders)"]
    assert overdue.start == TODAY
    assert overdue["description"] == "due last Mon"
    assert overdue["transp"] == "TRANSPARENT"
    assert events["Call Quill"].start == TODAY
    assert events["Coffee with Jane Li (Northwind; Traders)"].start == THURSDAY


def test_it_can_be_subscribed_to_and_keeps_its_uids() -> None:
    one, other = written(), written()
    assert b"REFRESH-INTERVAL;VALUE=DURATION:PT1H\r\n" in one
    assert b"X-WR-CALNAME:followup: due and agreed\r\n" in one
    uids = [
        sorted(str(e["uid"]) for e in icalendar.Calendar.from_ical(content).walk("VEVENT")
               if str(e["summary"]).startswith(("Call", "Coffee")))
        for content in (one, other)
    ]  # fmt: skip
    assert uids[0][0] == f"{QUILL.id}-call@followup" or uids[0][1] == f"{QUILL.id}-call@followup"


def test_khal_reads_it(tmp_path: Path) -> None:
    folder = tmp_path / "calendar"
    folder.mkdir()
    file = tmp_path / "agenda.ics"
    file.write_bytes(written())
    khal(folder, "import", "--batch", str(file))
    until = f"{TODAY + timedelta(days=20):%Y-%m-%d}"
    told = khal(folder, "list", f"{TODAY:%Y-%m-%d}", until, "--format", "{start-time}|{title}")
    assert "10:00|Coffee with Jane Li (Northwind; Traders)" in told
    assert "|Promised: send the link (Northwind; Traders)" in told
    assert told.count("|") == 4
