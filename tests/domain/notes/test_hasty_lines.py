"""Lines typed in a hurry: most are right, and of the others most say what is in doubt."""

from __future__ import annotations

from collections import Counter

from tests.domain.notes.hasty_lines import HASTY, MAYBE
from tests.domain.notes.note_lines import Row
from tests.domain.notes.test_understanding import told, understood


def what_counts(kind: str, said: tuple[object, ...]) -> tuple[object, ...]:
    """Return what of an item must be right: of a promise its day and its owner, not its words."""
    match kind:
        case "promise":
            return said[1:]
        case "step":
            return (said[0], said[1], said[3])
        case "referral":
            return said[:4]
        case _:
            return said


def judged(row: Row) -> str:
    item = understood(row.line)
    kind, said = told(item)
    doubt = getattr(item, "doubt", "")
    right = kind == row.kind and what_counts(kind, said) == what_counts(kind, row.expected)
    if right and (row.doubt == MAYBE or bool(doubt) == bool(row.doubt)):
        return "right"
    return "told" if doubt else "wrong"


def test_most_lines_typed_in_a_hurry_are_understood() -> None:
    ends = Counter(map(judged, HASTY))
    assert len({row.line for row in HASTY}) == len(HASTY) >= 230
    assert ends["right"] >= 0.93 * len(HASTY), [r.line for r in HASTY if judged(r) != "right"]
    assert ends["wrong"] <= 0.05 * len(HASTY), [r.line for r in HASTY if judged(r) == "wrong"]
