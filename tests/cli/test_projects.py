"""`followup project` and `followup quiet`: what was worked on, asked for, and left in peace."""

from __future__ import annotations

from pathlib import Path

import icalendar
import pytest

from tests.cli.conftest import Followup


def test_a_project_from_its_beginning_to_its_four_steps(
    home: Path, followup: Followup, tmp_path: Path
) -> None:
    begun = followup("project", "add", "quill", "Ledger", "sync", "--with", "Azure", "--started",
                     "1 june")  # fmt: skip
    assert begun.out == "Ledger sync\n  under way since 1 Jun · Azure\n"
    file = tmp_path / "booking.ics"
    said = followup(
        "project", "end", "quill", "--on", "6 nov", "--success", "yes", "--booking", "proposed",
        "--ics", str(file), "--json",
    )  # fmt: skip
    value = said.json
    assert set(value) == {"client_id", "client", "project", "booking", "file", "projects"}
    ended = value["project"]
    assert (ended["title"], ended["ended"], ended["success"], ended["more_work"]) == (
        "Ledger sync",
        "2026-11-06",
        True,
        True,
    )
    assert (value["booking"]["kind"], value["booking"]["confirmed"]) == ("booking", None)
    (entry,) = icalendar.Calendar.from_ical(file.read_bytes()).walk("VEVENT")
    assert (str(entry["STATUS"]), entry["DTSTART"].dt.isoformat()) == ("TENTATIVE", "2026-12-21")
    assert "ask for a reference, a testimonial" in followup("due").out
    followup("project", "step", "quill", "reference", "asked", "--on", "10 nov", "--note", "mail")
    shown = followup("project", "step", "quill", "review", "declined").out
    assert "Reference: asked 10 Nov, no answer; again from 24 Nov: mail" in shown
    assert "Public review: declined 19 Nov" in shown
    assert (
        "Booking: pencilled in for 21 Dec; not asked yet"
        in followup("project", "list", "quill").out
    )
    shown = followup("show", "quill").out
    assert "  - Ledger sync: ended Fri 6 · Azure · a success\n    Reference: asked 10 Nov" in shown
    assert "booking pencilled in for 21 Dec" in shown


def test_a_project_that_was_never_written_down_is_ended_at_once(
    home: Path, followup: Followup
) -> None:
    said = followup("project", "end", "quill", "Old", "site", "--more-work", "no")
    assert said.out.endswith("To ask for: a reference, a testimonial and a public review.\n")
    again = followup("project", "end", "quill", "old", "site")
    assert (again.status, "has ended already" in again.err) == (1, True)


def test_the_last_answer_sends_the_client_over(home: Path, followup: Followup) -> None:
    followup("project", "end", "quill", "Old site", "--more-work", "no")
    for step in ("reference", "testimonial"):
        followup("project", "step", "quill", step, "given")
    said = followup("project", "step", "quill", "review", "declined")
    assert said.out.endswith("Nothing is left to ask. From now on: Keep in touch.\n")
    followup("undo")
    assert "to ask: review" in followup("project", "list", "quill").out


def test_a_booking_is_moved_confirmed_and_let_go(home: Path, followup: Followup) -> None:
    assert "no booking is pencilled in" in followup("project", "booking", "quill", "confirm").err
    followup("project", "end", "quill", "Old site", "--booking", "1 dec")
    said = followup("project", "booking", "quill", "8 dec").out
    assert said == "Booking pencilled in for 8 Dec (after Old site).\n"
    assert "confirmed for 8 Dec" in followup("project", "booking", "quill", "confirm").out
    assert "let go" in followup("project", "booking", "quill", "let-go").out


def test_what_is_said_of_a_project_is_changed_and_taken_away(
    home: Path, followup: Followup
) -> None:
    followup("project", "add", "quill", "Ledger", "--with", "Azure", "--about", "books")
    begun = followup(
        "project", "edit", "quill", "ledger", "--title", "Ledger sync", "--with", "",
        "--about", "", "--started", "1 june", "--json",
    ).json["project"]  # fmt: skip
    assert (begun["title"], begun["technologies"], begun["about"], begun["started"]) == (
        "Ledger sync", [], "", "2026-06-01",
    )  # fmt: skip
    assert followup("project", "edit", "quill", "--success", "yes").status == 1, "it goes on"
    followup("project", "end", "quill", "--success", "yes", "--on", "10 nov")
    ended = followup(
        "project", "edit", "quill", "ledger", "--on", "6 nov", "--success", "unknown", "--json"
    ).json["project"]
    assert (ended["ended"], ended["success"], ended["started"]) == (
        "2026-11-06", None, "2026-06-01",
    )  # fmt: skip


def test_the_booking_of_one_project_of_two_is_meant(home: Path, followup: Followup) -> None:
    followup("project", "end", "quill", "Old site", "--booking", "1 dec")
    followup("project", "end", "quill", "Ledger", "--booking", "8 dec")
    said = followup("project", "booking", "quill", "confirm", "--project", "ledger")
    assert said.out == "Booking confirmed for 8 Dec (after Ledger).\n"
    assert "pencilled in for Tue 1" in followup("project", "booking", "quill").out


@pytest.mark.parametrize(
    ("words", "status", "sentence"),
    [
        (("project", "list", "quill", "Old site"), 2, "takes no title"),
        (("project", "edit", "quill", "Nothing"), 1, "No project is written down"),
        (("project", "edit", "northwind", "Booking", "--booking", "1 dec"), 2, "project end"),
        (("project", "add", "quill"), 2, "name the project"),
        (("project", "end", "quill"), 1, "No project is written down"),
        (("project", "step", "quill", "reference"), 2, "say both"),
        (("project", "step", "quill", "fame", "asked"), 2, "say both"),
        (("project", "step", "northwind", "review", "asked", "--on", "1 dec 2026"), 1, "to come"),
        (("project", "step", "northwind", "review", "asked", "--on", "once"), 2, "is no day"),
        (("project", "end", "quill", "X", "--booking", "2026-11-01"), 1, "a day to come"),
        (("quiet", "quill", "someday"), 2, "is no day"),
        (("quiet", "quill", "--end", "fri"), 1, "no quiet days"),
        (("quiet", "quill", "fri", "--end", "fri"), 2, "--end takes"),
    ],
)
def test_what_cannot_be_is_said(
    home: Path, followup: Followup, words: tuple[str, ...], status: int, sentence: str
) -> None:
    said = followup(*words)
    assert said.status == status
    assert sentence in said.err


def test_quiet_days_hold_a_client_back_and_are_taken_back(home: Path, followup: Followup) -> None:
    assert "Northwind" in followup("due").out
    said = followup("quiet", "northwind", "today", "30 nov", "--why", "stocktaking")
    assert said.out == "Northwind Traders: in peace up to Mon 30: stocktaking\n"
    assert "Northwind" not in followup("due").out
    held = followup("due", "--all").out
    assert "in peace up to Mon 30: stocktaking" in held
    assert "in peace up to Mon 30: stocktaking" in followup("show", "northwind").out
    value = followup("quiet", "northwind", "--json").json
    assert value["quiet"] == [{"first": "2026-11-19", "last": "2026-11-30", "why": "stocktaking"}]
    assert followup("quiet", "northwind", "--end", "fri").out.endswith("no quiet days.\n")
    assert "Northwind" in followup("due").out
