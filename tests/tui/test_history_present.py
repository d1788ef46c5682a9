"""How the history is drawn: every line in its width, and what happened told without colour."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from followup_tui.domain.history import HistoryEntry, PastChange, Touched
from followup_tui.domain.record import new_id
from followup_tui.domain.timeline.differences import ChangeDetails, FieldChange, RecordChange, What
from followup_tui.tui.present import history as present
from tests.builders import NOW

WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), max_size=60)


def entry(by: str = "note: Contoso", *names: str, others: int = 0, **fields: str) -> HistoryEntry:
    change = PastChange(new_id(NOW), NOW, by, (), **fields)
    clients = tuple(Touched(str(number), name) for number, name in enumerate(names))
    return HistoryEntry(change, clients, others)


def line(one: HistoryEntry, width: int = 100) -> str:
    return present.row(one, width, now=NOW + timedelta(hours=1), opened=False).plain


def test_a_change_says_when_what_and_whom() -> None:
    assert line(entry("note: Contoso", "Contoso")).split("  ")[0] == "▸ Thu 19 14:02"
    assert "note: Contoso" in line(entry("note: Contoso", "Contoso"))
    assert line(entry("x", "Contoso")).rstrip().endswith("Contoso")


def test_what_was_taken_back_says_so() -> None:
    assert "taken back note: Contoso" in line(entry(undone_by="u"))


def test_whom_it_was_about() -> None:
    assert present.whom(entry("x", "A", "")) == "A, somebody removed"
    assert present.whom(entry("import", "A", "B", others=7)) == "A, B and 7 others"
    assert present.whom(entry("import", "A", others=1)) == "A and 1 other"
    assert present.whom(entry()) == ""


def lines(*changes: RecordChange, width: int = 60, untold: int = 0) -> list[str]:
    did = ChangeDetails(changes, untold)
    return [content.plain for content in present.details(did, width)]


def test_before_and_after_stand_in_one_line_where_they_fit() -> None:
    field = FieldChange("due", ("Wed 18 Nov 2026",), ("Fri 20 Nov 2026",))
    change = RecordChange(What.CHANGED, "promise", "the plan", (field,))
    assert lines(change) == [
        "    ~ promise, changed: the plan",
        "      due: Wed 18 Nov 2026 → Fri 20 Nov 2026",
    ]
    assert lines(change, width=40)[1:] == [
        "      due:", "        - Wed 18 Nov 2026", "        + Fri 20 Nov 2026",
    ]  # fmt: skip


def test_items_that_have_gone_and_come_have_a_line_each() -> None:
    field = FieldChange("interests", ("Azure",), ("costs", "training"))
    change = RecordChange(What.CHANGED, "client", "", (field,))
    assert [text.strip() for text in lines(change)] == [
        "~ client, changed", "interests:", "- Azure", "+ costs", "+ training",
    ]  # fmt: skip


def test_what_was_new_and_what_was_removed() -> None:
    new = RecordChange(What.NEW, "note", "", (FieldChange("notes", (), ("14:02 x",)),))
    gone = RecordChange(What.REMOVED, "promise", "x", (FieldChange("owed by", ("us",)),))
    assert lines(new) == ["    + note, new", "      notes: 14:02 x"]
    assert lines(gone) == ["    - promise, removed: x", "      owed by: - us"]


def test_what_is_not_told_is_counted() -> None:
    assert (
        lines(RecordChange(What.NEW, "client", "A"), untold=3)[-1].strip() == "… and 3 records more"
    )
    assert "how records hang together" in " ".join(text.strip() for text in lines())


@given(by=WORDS, name=WORDS, width=st.integers(0, 200))
def test_a_line_has_the_width_it_is_given(by: str, name: str, width: int) -> None:
    assert present.row(entry(by, name), width, now=NOW, opened=True).cell_length <= max(width, 2)
    assert present.heading(width).cell_length <= max(width, 2)


@given(text=WORDS, width=st.integers(20, 120))
def test_details_keep_to_their_width(text: str, width: int) -> None:
    field = FieldChange("about", (text,), (text * 3, "x"))
    change = RecordChange(What.CHANGED, "client", text, (field,))
    for content in present.details(ChangeDetails((change,)), width):
        assert content.cell_length <= width
