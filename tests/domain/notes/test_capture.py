"""Note lines: no stamp is lost, no word is lost, and signs mean what they should."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup_tui.domain.interaction import NoteLine
from followup_tui.domain.notes.capture import (
    NoteKind,
    dislikes,
    interests,
    kind_of,
    likes,
    promises,
    restamp,
    words_of,
)
from followup_tui.domain.text import clean_typed
from tests.builders import NOW, TODAY, days

LATER = NOW + days(1)


def typed(*texts: str) -> tuple[NoteLine, ...]:
    """Return lines typed one minute after another."""
    return tuple(NoteLine(at=NOW + days(n / 1440), text=text) for n, text in enumerate(texts))


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("+ the reports", NoteKind.LIKED, "the reports"),
        ("- the waiting", NoteKind.DISLIKED, "the waiting"),
        ("! send the link", NoteKind.PROMISE, "send the link"),
        ("@ Omar at Tailspin", NoteKind.REFERRAL, "Omar at Tailspin"),
        ("> coffee thu 10:00", NoteKind.NEXT_STEP, "coffee thu 10:00"),
        ("? which licence", NoteKind.QUESTION, "which licence"),
        ("* Azure", NoteKind.INTEREST, "Azure"),
        ("= yes", NoteKind.ANSWER, "yes"),
        ("  + with blanks  ", NoteKind.LIKED, "with blanks"),
        ("+ ", NoteKind.LIKED, ""),
        ("+", NoteKind.NOTE, "+"),
        ("-5% on all", NoteKind.NOTE, "-5% on all"),
        ("@home on fridays", NoteKind.NOTE, "@home on fridays"),
        ("!important", NoteKind.NOTE, "!important"),
        ("a + b", NoteKind.NOTE, "a + b"),
        ("# heading", NoteKind.NOTE, "# heading"),
        ("", NoteKind.NOTE, ""),
    ],
)
def test_signs(text: str, kind: NoteKind, words: str) -> None:
    assert (kind_of(text), words_of(text)) == (kind, words)


class TestRestamp:
    old = typed("moved to Azure", "+ the reports", "", "! send link")

    def texts(self) -> list[str]:
        return [line.text for line in self.old]

    def test_the_first_key_stamps_a_line_and_the_next_ones_do_not(self) -> None:
        lines = restamp((), "m", NOW)
        assert lines == (NoteLine(at=NOW, text="m"),)
        assert restamp(lines, "mo", LATER) == (NoteLine(at=NOW, text="mo"),)

    def test_an_edited_line_keeps_its_stamp(self) -> None:
        texts = self.texts()
        texts[1] = "+ the reports, most of all"
        lines = restamp(self.old, "\n".join(texts), LATER)
        assert [line.at for line in lines] == [line.at for line in self.old]

    def test_a_moved_line_keeps_its_stamp(self) -> None:
        moved = [self.old[3], self.old[0], self.old[1], self.old[2]]
        assert list(restamp(self.old, "\n".join(line.text for line in moved), LATER)) == moved

    def test_a_line_put_between_is_new(self) -> None:
        texts = self.texts()
        texts.insert(1, "between")
        lines = restamp(self.old, "\n".join(texts), LATER)
        assert lines == (self.old[0], NoteLine(at=LATER, text="between"), *self.old[1:])

    def test_a_line_taken_out_leaves_the_others(self) -> None:
        lines = restamp(self.old, "\n".join(self.texts()[1:]), LATER)
        assert lines == self.old[1:]

    def test_a_line_broken_in_two_begins_where_it_began(self) -> None:
        lines = restamp(typed("one two", "end"), "one \ntwo\nend", LATER)
        assert [line.at for line in lines] == [NOW, LATER, typed("one two", "end")[1].at]

    def test_a_blank_line_is_stamped_when_it_is_begun(self) -> None:
        texts = self.texts()
        texts[2] = "now"
        assert restamp(self.old, "\n".join(texts), LATER)[2] == NoteLine(at=LATER, text="now")

    def test_all_deleted_leaves_nothing(self) -> None:
        assert restamp(self.old, "", LATER) == ()

    def test_what_a_terminal_would_obey_is_cleaned(self) -> None:
        (line,) = restamp((), "evil\x1b]0;x\x07 \u202etext", NOW)
        assert line.text == "evil text"

    def test_a_large_paste_is_quick_and_whole(self) -> None:
        text = "\n".join(f"line {n} with some words in it" for n in range(2_000))
        lines = restamp(self.old, text, LATER)
        assert "\n".join(line.text for line in lines) == text

    @given(st.lists(st.sampled_from(["a", "b", "+ c", "", " ", "d"]), max_size=8), st.text())
    def test_joined_the_lines_are_the_typed_text(self, before: list[str], text: str) -> None:
        lines = restamp(typed(*before), text, LATER)
        whole = "\n".join(line.text for line in lines)
        wanted = text.replace("\r\n", "\n").split("\n")
        assert whole == "\n".join(clean_typed(line) for line in wanted)
        assert restamp(lines, whole, LATER + days(1)) == lines

    @given(st.lists(st.text("abc+ ", max_size=3), max_size=8), st.data())
    def test_lines_that_stay_keep_their_stamps(
        self, before: list[str], data: st.DataObject
    ) -> None:
        old = typed(*before)
        keep = data.draw(st.permutations(old))
        lines = restamp(old, "\n".join(line.text for line in keep), LATER)
        if any(line.text for line in keep) or len(keep) > 1:
            assert sorted(map(repr, lines)) == sorted(map(repr, keep))


class TestCaught:
    @pytest.mark.parametrize(
        ("line", "text", "due"),
        [
            ("! send pricing link by fri", "send pricing link", date(2026, 11, 20)),
            ("! call Omar tomorrow", "call Omar", date(2026, 11, 20)),
            ("! mail offers for 3 seats by 1 Dec", "mail offers for 3 seats", date(2026, 12, 1)),
            ("! slides in 2 weeks", "slides", date(2026, 12, 3)),
            ("! answer next tuesday", "answer", date(2026, 11, 24)),
            ("! quote, 2026-12-24", "quote", date(2026, 12, 24)),
            ("! the pricing link", "the pricing link", date(2026, 11, 23)),
            ("! look at errors on the site", "look at errors on the site", date(2026, 11, 23)),
            ("! report by yesterday", "report by yesterday", date(2026, 11, 23)),
            ("! by fri", "by fri", date(2026, 11, 23)),
        ],
    )  # fmt: skip
    def test_promises_with_their_days(self, line: str, text: str, due: date) -> None:
        (caught,) = promises(typed(line, "just a note"), today=TODAY)
        assert (caught.text, caught.due, caught.keep) == (text, due, True)
        assert caught.line.text == line

    def test_an_empty_promise_is_none(self) -> None:
        assert promises(typed("! ", "!"), today=TODAY) == ()

    def test_likes_dislikes_and_interests_each_once(self) -> None:
        notes = typed("+ reports", "* Azure", "- waiting", "+ reports", "+  ", "* costs")
        assert likes(notes) == ("reports",)
        assert dislikes(notes) == ("waiting",)
        assert interests(notes) == ("Azure", "costs")

    @given(st.lists(st.text(max_size=60).map(lambda text: f"! {text}"), max_size=5))
    def test_any_promise_can_be_written_down(self, texts: list[str]) -> None:
        notes = restamp((), "\n".join(texts), NOW)
        for caught in promises(notes, today=TODAY):
            assert caught.text
            assert caught.due >= TODAY
