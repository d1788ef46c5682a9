"""What is told at the start: calls that were interrupted, and what was typed and not saved."""

from __future__ import annotations

from followup_tui.domain.letter import Letter, LetterKind
from followup_tui.tui.app import FollowupApp
from followup_tui.tui.interruptions import Left, left_words
from followup_tui.tui.keeping import note_key
from followup_tui.tui.present.key_names import default_key
from tests.builders import NOW
from tests.fakes import MemoryDrafts, a_desk
from tests.story import CONTOSO, NORTHWIND, story
from tests.tui.waiting import until

NOTE = Left("a note about Contoso", "desk.note")


def test_what_is_left_is_told_with_the_keys_that_open_it() -> None:
    assert left_words([NOTE], default_key) == (
        "Typed and not saved yet: a note about Contoso (n). It stands there again when you open it."
    )
    letter = Left("the letter to Fabrikam", "desk.letters")
    assert "a note about Contoso (n) and the letter to Fabrikam (W)." in left_words(
        [NOTE, letter], default_key
    )
    assert "(n) and 4 more." in left_words([NOTE] * 7, default_key)


async def test_notes_letters_and_forms_are_told_at_the_start() -> None:
    drafts = MemoryDrafts()
    letter = Letter(
        id="l" * 26, created=NOW, client_id=CONTOSO.id, kind=LetterKind.FOLLOW_UP, body="Hello"
    )
    for key in (note_key(NORTHWIND.id), f"letter-{letter.id}", "form-new", note_key("0" * 26)):
        drafts.save(key, b"x")
    app = FollowupApp(a_desk(records=[*story(), letter], drafts=drafts))
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await until(pilot, lambda: bool(app._notifications))
        (told,) = [str(each.message) for each in app._notifications]
        assert "a note about Northwind Traders (n)" in told
        assert "the letter to Contoso Clinics (W)" in told
        assert "the form of a new client (+)" in told


async def test_where_nothing_is_left_nothing_is_told() -> None:
    app = FollowupApp(a_desk(records=story()))
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await until(pilot, lambda: app.screen.is_current)
        await pilot.pause()
        assert not app._notifications
