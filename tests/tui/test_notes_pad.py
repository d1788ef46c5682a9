"""The notes pad alone: stamps, signs, what is pasted, and that nothing is read as markup."""

from __future__ import annotations

from datetime import timedelta

from textual import on
from textual.app import App, ComposeResult
from textual.events import Paste

from followup_tui.domain.interaction import NoteLine
from followup_tui.domain.notes import capture
from followup_tui.tui import theme
from followup_tui.tui.panes.notes_pad import LONGEST_LINE, NotesPad
from tests.builders import NOW, ZONE
from tests.tui.waiting import until


class PadHost(App[None]):
    """Stamps the lines as the service does, with a clock that goes on a minute a line."""

    def __init__(self) -> None:
        super().__init__()
        for look in theme.THEMES:
            self.register_theme(look)
        self.theme = theme.DARK
        self.now = NOW
        self.notes: tuple[NoteLine, ...] = ()
        self.asked = 0

    def compose(self) -> ComposeResult:
        yield NotesPad(zone=ZONE)

    @on(NotesPad.Typed)
    def _typed(self, event: NotesPad.Typed) -> None:
        if event.lines_changed:
            self.asked += 1
            self.notes = capture.restamp(self.notes, event.pad.text, self.now)
            event.pad.stamp(self.notes)
            self.now += timedelta(minutes=1)

    @property
    def pad(self) -> NotesPad:
        return self.query_one(NotesPad)

    def line(self, y: int) -> str:
        return self.pad.render_line(y).text.rstrip()


async def test_a_line_is_stamped_with_its_first_character_and_asked_for_once() -> None:
    app = PadHost()
    async with app.run_test(size=(50, 10)) as pilot:
        app.pad.focus()
        await pilot.press("a", "b", "c")
        await pilot.pause()
        assert app.asked == 1, "only the first key of a line asks for a stamp"
        assert app.line(0) == "14:02 abc"
        await pilot.press("enter")
        await pilot.pause()
        assert app.line(1) == ""
        await pilot.press("d")
        await pilot.pause()
        assert app.line(0) == "14:02 abc"
        assert app.line(1) == "14:04 d"


async def test_a_line_put_between_others_leaves_their_stamps() -> None:
    app = PadHost()
    async with app.run_test(size=(50, 10)) as pilot:
        app.pad.focus()
        await pilot.press("a", "enter", "b", "up", "home", "enter", "up", "x")
        await pilot.pause()
        assert app.line(0).endswith(" x")
        assert app.line(1) == "14:02 a"
        assert app.line(2) == "14:04 b"


async def test_a_wide_pad_says_the_kind_in_a_word() -> None:
    app = PadHost()
    async with app.run_test(size=(80, 10)) as pilot:
        app.pad.focus()
        await pilot.press("exclamation_mark", "space", "x")
        await pilot.pause()
        assert app.line(0) == "14:02 promise   ! x"
        await pilot.resize_terminal(40, 10)
        await pilot.pause()
        assert app.line(0) == "14:02 ! x"


async def test_a_wrapped_line_has_its_time_once() -> None:
    app = PadHost()
    async with app.run_test(size=(24, 10)) as pilot:
        app.pad.focus()
        await pilot.press(*"abcdefghij", "space", *"klmnopqrst")
        await pilot.pause()
        assert app.line(0).startswith("14:02 abcdefghij")
        assert app.line(1).startswith("      klm")


async def test_what_is_pasted_is_cleaned_and_drawn_as_it_is() -> None:
    app = PadHost()
    async with app.run_test(size=(80, 10)) as pilot:
        app.pad.focus()
        app.pad.post_message(
            Paste("[red]x[/]\x1b[31m y\r\n\x1b]0;title\x07[@click=app.quit] z\u202e\n")
        )
        await until(pilot, lambda: bool(app.pad.text), "the paste")
        await pilot.pause()
        assert app.pad.text == "[red]x[/] y\n[@click=app.quit] z\n"
        assert app.line(0).endswith("[red]x[/] y")


async def test_fifty_kilobytes_are_taken_and_typing_goes_on() -> None:
    app = PadHost()
    text = "\n".join(f"line {number} " + "word " * 9 for number in range(900))
    assert len(text) > 45_000
    async with app.run_test(size=(80, 24)) as pilot:
        app.pad.focus()
        app.pad.post_message(Paste(text + "x" * 5_000))
        await until(pilot, lambda: len(app.pad.text) > 45_000, "the paste")
        await pilot.press("enter", "e", "n", "d")
        await pilot.pause()
        assert app.pad.text.endswith("\nend")
        assert len(app.notes) == 902  # the last of what was pasted is too long for one line


async def test_notes_taken_up_again_come_before_what_was_typed_meanwhile() -> None:
    app = PadHost()
    async with app.run_test(size=(80, 10)) as pilot:
        app.pad.focus()
        await pilot.press("n", "e", "w")
        app.pad.load([NoteLine(at=NOW - timedelta(hours=1), text="old")], typed_already="new")
        await pilot.pause()
        assert app.pad.text == "old\nnew"
        assert app.line(0).endswith("old")
        assert app.line(0).startswith("13:02")
        await pilot.press("exclamation_mark")
        assert app.pad.text == "old\nnew!"


async def test_undo_asks_for_stamps_again() -> None:
    app = PadHost()
    async with app.run_test(size=(50, 10)) as pilot:
        app.pad.focus()
        await pilot.press("a", "enter", "b")
        await pilot.pause()
        app.pad.undo()
        await pilot.pause()
        lines = app.pad.document.line_count
        assert len([n for n in app.notes if n.text]) <= lines


async def test_a_click_beside_the_gutter_puts_the_cursor_where_it_points() -> None:
    app = PadHost()
    async with app.run_test(size=(50, 10)) as pilot:
        app.pad.focus()
        await pilot.press(*"hello")
        await pilot.click(NotesPad, offset=(2 + 6 + 2, 1))
        assert app.pad.cursor_location == (0, 2)


async def test_a_line_too_long_to_be_kept_is_parted_and_nothing_is_lost() -> None:
    app = PadHost()
    async with app.run_test(size=(80, 10)) as pilot:
        app.pad.focus()
        app.pad.post_message(Paste("x" * 210_000))
        await until(pilot, lambda: bool(app.notes), "the paste")
        assert "".join(note.text for note in app.notes) == "x" * 210_000


async def test_a_long_line_is_parted_before_words_and_begins_none_with_a_sign() -> None:
    app = PadHost()
    text = "they said - and meant it - that > half of it is ! spent, " * 900
    async with app.run_test(size=(80, 10)) as pilot:
        app.pad.focus()
        app.pad.post_message(Paste(text))
        await until(pilot, lambda: bool(app.notes), "the paste")
        lines = app.pad.text.split("\n")
        assert "".join(lines) == text
        assert max(map(len, lines)) <= LONGEST_LINE
        assert all(line[0].isalnum() for line in lines)


async def test_a_line_is_written_anew_in_one_step() -> None:
    app = PadHost()
    async with app.run_test(size=(50, 10)) as pilot:
        app.pad.focus()
        await pilot.press("a", "enter", "b")
        await pilot.pause()
        app.pad.change_line(0, "! send it")
        await pilot.press("c")
        await pilot.pause()
        assert app.pad.text == "! send itc\nb"
        assert app.line(0) == "14:02 ! send itc"
        app.pad.undo()
        app.pad.undo()
        assert app.pad.text == "a\nb"


async def test_all_of_it_is_written_anew_in_one_step_and_the_cursor_stays_in_its_line() -> None:
    app = PadHost()
    async with app.run_test(size=(50, 10)) as pilot:
        app.pad.focus()
        await pilot.press("a", "enter", "b", "enter", "c", "up")
        app.pad.change_all("a\nnew\nb\nc")
        await pilot.pause()
        assert app.pad.cursor_location == (1, 3)
        app.pad.undo()
        assert app.pad.text == "a\nb\nc"
        before = len(app.pad.history.undo_stack)
        app.pad.change_all(app.pad.text)
        assert len(app.pad.history.undo_stack) == before
