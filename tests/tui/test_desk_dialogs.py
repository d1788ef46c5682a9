"""What is written from the desk: snoozes, notes, wishes and promises kept."""

from __future__ import annotations

import asyncio
from functools import partial
from threading import Event

import pytest
from textual.widgets import Input, TextArea

from followup_tui.domain.client import Client
from followup_tui.domain.interaction import Interaction, Outcome
from followup_tui.domain.promise import Promise, PromiseState
from followup_tui.domain.views import PreparationView
from followup_tui.services.ports import Change
from followup_tui.tui.dialogs.note import NoteDialog
from followup_tui.tui.dialogs.snooze import DoNotCallDialog, SnoozeDialog
from followup_tui.tui.dialogs.tried import TriedDialog
from followup_tui.tui.messages import LetterWanted
from followup_tui.tui.screens import desk_state
from followup_tui.tui.screens.desk import DeskScreen
from tests.builders import TODAY, days
from tests.fakes import DISK_FULL
from tests.story import CONTOSO, LUCERNE, NORTHWIND
from tests.tui.desk_app import DeskApp
from tests.tui.waiting import PATIENCE, until

SIZE = (120, 36)


def client_of(app: DeskApp, client: Client) -> Client:
    found = app.records.get(Client, client.id)
    assert found is not None
    return found


async def opened(app: DeskApp, pilot, key: str, dialog: type) -> None:  # type: ignore[no-untyped-def]
    """Press `key` once the client is known, and wait for its dialog."""
    await until(pilot, lambda: app.desk_screen.view is not None)
    await pilot.press(key)
    await until(pilot, lambda: isinstance(app.screen, dialog))
    await until(pilot, lambda: app.focused is not None)


def shows(app: DeskApp, screen: type) -> bool:
    return isinstance(app.screen, screen)


def on_desk(app: DeskApp) -> bool:
    return isinstance(app.screen, DeskScreen)


async def test_a_key_is_not_lost_while_a_client_is_still_looked_up(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    app = DeskApp()
    looked_up = asyncio.Event()
    view = app.desk.preparation.view

    async def slow(client_id: str) -> PreparationView:
        await looked_up.wait()
        return await view(client_id)

    monkeypatch.setattr(app.desk.preparation, "view", slow)
    monkeypatch.setattr(desk_state, "REST_SECONDS", 3600)
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await until(pilot, lambda: app.current() == app.desk_screen.client_id == NORTHWIND.id)
        for key, dialog in (("n", NoteDialog), ("s", SnoozeDialog), ("o", TriedDialog)):
            await pilot.press(key)
            await until(pilot, partial(shows, app, dialog), key)
            await pilot.press("escape")
            await until(pilot, lambda: on_desk(app))
        await pilot.press("d")
        assert not any(isinstance(message, LetterWanted) for message in app.heard)
        looked_up.set()
        await until(pilot, lambda: any(isinstance(message, LetterWanted) for message in app.heard))
        assert app.said() == []


@pytest.mark.parametrize(("key", "number"), [("1", 1), ("2", 3), ("3", 7), ("4", 30)])
async def test_a_snooze_by_one_key(key: str, number: int) -> None:
    app = DeskApp()
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await opened(app, pilot, "s", SnoozeDialog)
        await pilot.press(key)
        await until(pilot, lambda: app.current() == CONTOSO.id)
        assert client_of(app, NORTHWIND).snoozed_until == TODAY + days(number)
        assert app.said()[0].startswith("Northwind Traders is off the list until ")


async def test_a_snooze_until_a_day_in_words() -> None:
    app = DeskApp()
    async with app.run_test(size=SIZE) as pilot:
        await opened(app, pilot, "s", SnoozeDialog)
        field = app.screen.query_one(Input)
        field.focus()
        await pilot.press(*"banana", "enter")
        await pilot.pause()
        assert not on_desk(app)
        field.value = "2026-12-01"
        await pilot.press("enter")
        await until(pilot, lambda: on_desk(app))
        assert str(client_of(app, NORTHWIND).snoozed_until) == "2026-12-01"


async def test_a_snooze_into_the_past_is_refused_in_words() -> None:
    app = DeskApp()
    async with app.run_test(size=SIZE) as pilot:
        await opened(app, pilot, "s", SnoozeDialog)
        field = app.screen.query_one(Input)
        field.focus()
        field.value = TODAY.isoformat()
        await pilot.press("enter")
        await until(pilot, lambda: "is not to come" in app.static("DayField Static"))
        await pilot.press("escape")
        await until(pilot, lambda: on_desk(app))
        assert client_of(app, NORTHWIND).snoozed_until is None


async def test_a_snooze_by_mouse() -> None:
    app = DeskApp()
    async with app.run_test(size=SIZE) as pilot:
        await opened(app, pilot, "s", SnoozeDialog)
        await pilot.click("#preset-2")
        await until(pilot, lambda: on_desk(app))
        assert client_of(app, NORTHWIND).snoozed_until == TODAY + days(3)


async def test_a_snooze_that_cannot_be_saved_stays_open() -> None:
    app = DeskApp()
    async with app.run_test(size=SIZE) as pilot:
        await opened(app, pilot, "s", SnoozeDialog)
        app.records.broken = DISK_FULL
        await pilot.press("3")
        await until(pilot, lambda: app.static("#said") == DISK_FULL)
        app.records.broken = ""
        await pilot.press("3")
        await until(pilot, lambda: on_desk(app))
        await opened(app, pilot, "s", SnoozeDialog)
        del app.records._table(Client)[app.current() or ""]  # forgotten by another program
        await pilot.press("3")
        await until(pilot, lambda: "not there any more" in app.static("#said"))


async def test_a_note_is_saved_once_with_its_signs(monkeypatch: pytest.MonkeyPatch) -> None:
    app = DeskApp()
    begun, goes_on = Event(), Event()
    commit = app.records.commit

    def slow(change: Change) -> None:
        begun.set()
        assert goes_on.wait(PATIENCE)
        commit(change)

    monkeypatch.setattr(app.records, "commit", slow)
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await opened(app, pilot, "n", NoteDialog)
        await pilot.press(*"+ likes [b] it", "enter", *"second", "ctrl+s")
        await until(pilot, begun.is_set)
        await pilot.press("ctrl+s", "escape")  # while the disk is slow: neither doubles nor loses
        goes_on.set()
        await until(pilot, lambda: on_desk(app))
        (note,) = [i for i in app.records.all(Interaction) if i.outcome is Outcome.NOTED]
        assert [line.text for line in note.notes] == ["+ likes [b] it", "second"]
        assert app.drafts.kept == {}
        await until(pilot, lambda: app.said() == ["Noted for Northwind Traders."])


async def test_what_a_note_says_is_told_while_it_is_typed() -> None:
    app = DeskApp()
    async with app.run_test(size=SIZE) as pilot:
        await opened(app, pilot, "n", NoteDialog)
        await pilot.press(*"! send [b] by fri", "enter", *"! report by 31 Feb")
        told = [
            "promise   by Mon 23 Nov · report by 31 Feb",
            "          “31 Feb” is no day: due Mon 23 by default.",
            "promise   by Fri 20 Nov · send [b]",
        ]
        await until(pilot, lambda: app.static("#understood") == "\n".join(told))


async def test_an_empty_note_is_not_saved() -> None:
    app = DeskApp()
    async with app.run_test(size=SIZE) as pilot:
        await opened(app, pilot, "n", NoteDialog)
        await pilot.press("ctrl+s")
        await until(pilot, lambda: app.static("#said") == "There is nothing to save yet.")


async def test_a_note_that_was_left_waits_for_the_next_time() -> None:
    app = DeskApp()
    async with app.run_test(size=SIZE) as pilot:
        await opened(app, pilot, "n", NoteDialog)
        await pilot.press(*"half a thought", "escape")
        await until(pilot, lambda: on_desk(app))
        await opened(app, pilot, "n", NoteDialog)
        await until(pilot, lambda: app.screen.query_one(TextArea).text == "half a thought")
        await pilot.press(*" more", "ctrl+s")
        await until(pilot, lambda: on_desk(app))
        assert app.drafts.kept == {}
        texts = [line.text for i in app.records.all(Interaction) for line in i.notes]
        assert "half a thought more" in texts


async def test_a_note_is_kept_within_a_second_without_a_key() -> None:
    app = DeskApp()
    async with app.run_test(size=SIZE) as pilot:
        await opened(app, pilot, "n", NoteDialog)
        await pilot.press(*"abc")
        await until(pilot, lambda: list(app.drafts.kept.values()) == [b"abc"])


async def test_a_note_that_cannot_be_saved_stays_with_its_text() -> None:
    app = DeskApp()
    async with app.run_test(size=SIZE) as pilot:
        await opened(app, pilot, "n", NoteDialog)
        app.records.broken = DISK_FULL
        await pilot.press(*"abc", "ctrl+s")
        await until(pilot, lambda: app.static("#said") == DISK_FULL)
        assert app.screen.query_one(TextArea).text == "abc"
        app.records.broken = ""
        await pilot.press("ctrl+s")
        await until(pilot, lambda: on_desk(app))


async def test_what_cannot_be_kept_at_all_is_left_only_knowingly() -> None:
    app = DeskApp()
    async with app.run_test(size=SIZE) as pilot:
        await opened(app, pilot, "n", NoteDialog)
        app.records.broken = app.drafts.broken = DISK_FULL
        await pilot.press("x", "escape")
        await until(pilot, lambda: "Esc again closes without it" in app.static("#said"))
        assert app.static("#said").startswith(DISK_FULL)
        await pilot.press("escape")
        await until(pilot, lambda: on_desk(app))


async def test_a_note_is_kept_as_soon_as_the_disk_has_room_again() -> None:
    app = DeskApp()
    async with app.run_test(size=SIZE) as pilot:
        await opened(app, pilot, "n", NoteDialog)
        app.drafts.broken = DISK_FULL
        await pilot.press(*"abc")
        await until(pilot, lambda: "F12 saves it elsewhere" in app.static("#said"))
        app.drafts.broken = ""
        await until(pilot, lambda: list(app.drafts.kept.values()) == [b"abc"], "tried again")
        await until(pilot, lambda: app.static("#said").startswith("Kept"))


async def test_the_wish_not_to_be_called_and_taking_it_back() -> None:
    app = DeskApp()
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await opened(app, pilot, "x", DoNotCallDialog)
        await pilot.press(*"[b] writes")
        await until(pilot, lambda: list(app.drafts.kept.values()) == [b"[b] writes"], "kept")
        await pilot.press("enter")
        await until(pilot, lambda: app.current() == CONTOSO.id)
        assert app.drafts.kept == {}
        wish = client_of(app, NORTHWIND).do_not_call
        assert wish is not None
        assert wish.why == "[b] writes"
        await app.desk_screen.reload(LUCERNE.id)
        await until(
            pilot,
            lambda: (view := app.desk_screen.view) is not None and view.client.id == LUCERNE.id,
        )
        await pilot.press("x")
        await until(pilot, lambda: client_of(app, LUCERNE).do_not_call is None)
        await until(pilot, lambda: "Lucerne Publishing may be called again." in app.said())


async def test_a_promise_is_kept_by_one_key() -> None:
    app = DeskApp()
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await until(pilot, lambda: app.desk_screen.view is not None)
        await pilot.press("k")
        await until(pilot, lambda: bool(app.said()))
        (promise,) = [p for p in app.records.all(Promise) if p.client_id == NORTHWIND.id]
        assert promise.state is PromiseState.KEPT
        await until(pilot, lambda: not app.list_lines()[0].startswith(" ! Jane"))


async def test_without_a_promise_the_key_says_so() -> None:
    app = DeskApp()
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await pilot.press("down", "k")
        await until(pilot, lambda: bool(app.said()))
        assert app.said() == ["No promise put this client on the list."]
        assert app.records.changes == []


@pytest.mark.parametrize("key", ["s", "n", "x"])
async def test_the_dialogs_stand_a_tiny_terminal(key: str) -> None:
    app = DeskApp()
    async with app.run_test(size=(20, 5)) as pilot:
        await until(pilot, lambda: app.desk_screen.view is not None)
        await pilot.press(key)
        await until(pilot, lambda: not on_desk(app))
        await pilot.press("a", "tab", "tab")
        await pilot.resize_terminal(120, 36)
        await pilot.resize_terminal(20, 5)
        app.screen.set_focus(None)
        await pilot.press("escape")
        await until(pilot, lambda: on_desk(app))
