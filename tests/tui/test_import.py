"""Importing in the desk: a file is named, its rows are seen, and it can be taken back."""

from __future__ import annotations

import asyncio
from collections import Counter
from datetime import date
from pathlib import Path
from threading import Event
from typing import Any, cast

import pytest
from textual.pilot import Pilot
from textual.widgets import Button, Input, Static

from followup_tui.domain.client import Client, Person
from followup_tui.domain.importing.plan import ImportPlan
from followup_tui.domain.interaction import Interaction
from followup_tui.tui.app import FollowupApp
from followup_tui.tui.dialogs.importing import picker
from followup_tui.tui.dialogs.importing.dialog import ImportDialog
from followup_tui.tui.dialogs.importing.picker import (
    FilePicker,
    completed,
    entries_of,
    folder_for,
)
from followup_tui.tui.dialogs.importing.whose import WhosePicker
from followup_tui.tui.dialogs.pick import PickDialog, PickRows
from followup_tui.tui.panes.import_rows import ImportRows
from followup_tui.tui.screens.desk import DeskScreen
from followup_tui.tui.screens.welcome import WelcomeScreen
from tests.builders import a_client
from tests.fakes import DISK_FULL, MemoryRecords, a_desk
from tests.tui.waiting import PATIENCE, until

CONTACTS = """Name,Company,Email,Phone,Website
Jane Li,[Northwind] Traders,jane@northwind.example,+61 2 5550 0142,northwind.example
Tom Hart,[Northwind] Traders,tom@northwind.example,,
Omar Haddad,Tailspin,omar@tailspin.example,,
,,no-reply@nowhere.example,,
"""


@pytest.fixture
def contacts(tmp_path: Path) -> Path:
    path = tmp_path / "my contacts.csv"
    path.write_text(CONTACTS, encoding="utf-8")
    return path


def records(app: FollowupApp) -> MemoryRecords:
    return cast(MemoryRecords, app.desk.records)


def said(app: FollowupApp) -> str:
    return str(app.screen.query_one("#said", Static).content)


def toasts(app: FollowupApp) -> list[str]:
    return [str(notification.message) for notification in app._notifications]


async def asked(app: FollowupApp, pilot: Pilot[Any], way: str = "2") -> ImportDialog:
    """Ask for an import and wait until a path can be typed."""
    await until(pilot, lambda: app.focused is not None)
    if way == "click":
        await pilot.click("#choice-import")
    else:
        await pilot.press(way)
    await until(pilot, lambda: isinstance(app.screen, ImportDialog))
    await until(pilot, lambda: isinstance(app.focused, Input))
    return cast(ImportDialog, app.screen)


async def planned(app: FollowupApp, pilot: Pilot[Any], path: str) -> ImportRows:
    """Name a file and wait for its rows."""
    app.screen.query_one("#where", Input).value = path
    await pilot.pause()
    await pilot.press("enter")
    await until(pilot, lambda: app.screen.has_class("-planned"), said(app))
    return app.screen.query_one(ImportRows)


def drawn(rows: ImportRows) -> list[str]:
    return [rows.render_line(y).text.rstrip() for y in range(rows.row_count)]


@pytest.mark.parametrize("way", ["2", "click"])
async def test_the_first_clients_come_from_a_file(contacts: Path, way: str) -> None:
    app = FollowupApp(a_desk())
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await asked(app, pilot, way)
        rows = await planned(app, pilot, str(contacts))
        assert said(app) == "4 rows: 2 new clients, 1 person joins a client, 1 left out."
        await until(pilot, lambda: rows.size.height >= 4)
        first, second, _, last = drawn(rows)
        assert first.startswith(" + new   2      Jane Li, [Northwind] Traders")
        assert " ↳ joins 3 " in second
        assert last.startswith(" - skip  5      no-reply@nowhere.example")
        assert records(app).changes == []
        await until(pilot, lambda: isinstance(app.focused, Button))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, DeskScreen))
        (change,) = records(app).changes
        assert change.by == "import my contacts.csv: 2 clients, 1 more person"
        await until(pilot, lambda: bool(toasts(app)))
        (toast,) = toasts(app)
        assert toast == (
            "2 clients were imported and 1 person was added to clients from my contacts.csv. "
            "u takes it back."
        )


async def test_u_takes_the_whole_import_back(contacts: Path) -> None:
    app = FollowupApp(a_desk(records=[a_client("Contoso", people=())]))
    async with app.run_test(size=(120, 36)) as pilot:
        await asked(app, pilot, "i")
        await planned(app, pilot, str(contacts))
        await pilot.press("ctrl+s")
        await until(pilot, lambda: isinstance(app.screen, DeskScreen))
        assert len(records(app).all(Client)) == 3
        await pilot.press("u")
        await until(pilot, lambda: len(records(app).all(Client)) == 1)


async def test_it_is_imported_by_mouse(contacts: Path) -> None:
    app = FollowupApp(a_desk())
    async with app.run_test(size=(80, 24)) as pilot:
        await asked(app, pilot)
        app.screen.query_one("#where", Input).value = str(contacts)
        await pilot.pause()
        await pilot.click("#look")
        await until(pilot, lambda: app.screen.has_class("-planned"))
        await pilot.pause()
        await pilot.click("#import")
        await until(pilot, lambda: isinstance(app.screen, DeskScreen))
        assert len(records(app).all(Client)) == 2


async def test_a_pasted_path_with_quotes_and_a_tilde_is_understood(
    contacts: Path, own_home: Path
) -> None:
    (own_home / "c.csv").write_bytes(contacts.read_bytes())
    for path in (f"'{contacts}'", f'"{contacts}"', "~/c.csv", str(contacts).replace(" ", "\\ ")):
        app = FollowupApp(a_desk())
        async with app.run_test() as pilot:
            await asked(app, pilot)
            assert (await planned(app, pilot, path)).row_count == 4


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("", None, "Name the file of contacts"),
        ("nothing.csv", None, "There is no file "),
        ("folder/", None, "is a folder"),
        ("empty.csv", b"", "is empty"),
        ("table.xlsx", b"PK\x03\x04zip", "save the table as CSV"),
        ("head.csv", b"Name,Email\n", "has no contact in it"),
        ("novel.txt", b"It was a dark\nand stormy, night\n", "says who the contacts are"),
        ("picture.png", b"\x89PNG\r\n\x1a\n\0\0\0\x01\xff\xfe\0\0", "export the contacts"),
    ],
)
async def test_what_cannot_be_imported_is_a_sentence(
    tmp_path: Path, name: str, content: bytes | None, sentence: str
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    elif name.endswith("/"):
        (tmp_path / name).mkdir()
    app = FollowupApp(a_desk())
    async with app.run_test() as pilot:
        await asked(app, pilot)
        app.screen.query_one("#where", Input).value = str(tmp_path / name) if name else ""
        await pilot.pause()
        await pilot.press("enter")
        await until(pilot, lambda: sentence in said(app), f"{sentence!r}")
        assert not app.screen.has_class("-planned")
        assert app.screen.query_one("#said").has_class("-wrong")


async def test_the_arrows_walk_the_rows_and_the_whole_reason_is_told(contacts: Path) -> None:
    app = FollowupApp(a_desk())
    async with app.run_test(size=(80, 24)) as pilot:
        await asked(app, pilot)
        rows = await planned(app, pilot, str(contacts))
        await until(pilot, lambda: isinstance(app.focused, Button))
        await pilot.press("down")
        whole = app.screen.query_one("#import-whole", Static)
        await until(pilot, lambda: "one more person at [Northwind]" in str(whole.content))
        await pilot.press("end")
        await until(pilot, lambda: rows.cursor == 3)


async def test_another_path_takes_the_plan_away(contacts: Path) -> None:
    app = FollowupApp(a_desk())
    async with app.run_test() as pilot:
        await asked(app, pilot)
        await planned(app, pilot, str(contacts))
        app.screen.query_one("#where", Input).focus()
        await pilot.press("x")
        await until(pilot, lambda: not app.screen.has_class("-planned"))
        await pilot.press("ctrl+s")
        await until(pilot, lambda: "There is no file" in said(app))
        assert records(app).changes == []


async def test_who_is_known_already_is_not_imported_again(contacts: Path) -> None:
    app = FollowupApp(a_desk())
    async with app.run_test() as pilot:
        await asked(app, pilot)
        await planned(app, pilot, str(contacts))
        await pilot.press("ctrl+s")
        await until(pilot, lambda: isinstance(app.screen, DeskScreen))
        await asked(app, pilot, "i")
        await planned(app, pilot, str(contacts))
        notes = str(app.screen.query_one("#import-notes", Static).content)
        assert notes.startswith("There is nothing to import")
        assert not app.screen.query_one("#import").display
        await pilot.press("ctrl+s", "escape")
        await until(pilot, lambda: isinstance(app.screen, DeskScreen))
        assert len(records(app).changes) == 1


async def test_an_import_that_cannot_be_written_stays_to_be_tried_again(contacts: Path) -> None:
    app = FollowupApp(a_desk())
    async with app.run_test() as pilot:
        await asked(app, pilot)
        await planned(app, pilot, str(contacts))
        records(app).broken = DISK_FULL
        await pilot.press("ctrl+s")
        await until(pilot, lambda: said(app) == DISK_FULL)
        records(app).broken = ""
        await pilot.press("ctrl+s")
        await until(pilot, lambda: isinstance(app.screen, DeskScreen))


async def test_escape_goes_back_with_nothing_changed(contacts: Path) -> None:
    app = FollowupApp(a_desk())
    async with app.run_test() as pilot:
        await asked(app, pilot)
        await planned(app, pilot, str(contacts))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, WelcomeScreen))
        assert records(app).changes == []


async def test_it_can_be_used_on_a_tiny_screen(contacts: Path) -> None:
    app = FollowupApp(a_desk())
    async with app.run_test(size=(20, 5)) as pilot:
        await asked(app, pilot)
        await planned(app, pilot, str(contacts))
        await pilot.press("ctrl+s")
        await until(pilot, lambda: isinstance(app.screen, DeskScreen))


# What the user says of it

ODD = """Wer,Wo,E-Mail
Ann Fox,Fox Ltd,ann@fox.example
Annie Fox,Fox Ltd,
Bob Elk,Elk Ltd,bob@elk.example
"""


async def test_a_column_is_named_and_a_row_is_decided_on(tmp_path: Path) -> None:
    (tmp_path / "odd.csv").write_text(ODD.replace("Annie", "A."), encoding="utf-8")
    app = FollowupApp(a_desk(home=tmp_path))
    async with app.run_test(size=(120, 36)) as pilot:
        await asked(app, pilot)
        rows = await planned(app, pilot, str(tmp_path / "odd.csv"))
        assert said(app) == "3 rows: 2 new clients, 1 to be asked."
        await pilot.press("down")
        await until(pilot, lambda: rows.cursor == 1)
        for words in ("2 new clients, 1 left out", "1 person joins", "1 to be asked"):
            await pilot.press("space")
            await until(pilot, lambda words=words: words in said(app), words)
        await pilot.press("f4")
        await until(pilot, lambda: isinstance(app.screen, PickDialog))
        await pilot.press(*"Wo", "enter")
        await until(pilot, lambda: "“Wo”" in str(app.screen.query_one("#pick-box").border_title))
        await pilot.press(*"keep", "enter")
        await until(pilot, lambda: isinstance(app.screen, ImportDialog))
        await until(pilot, lambda: "Ann Fox " in drawn(rows)[0])
        await pilot.press("ctrl+s")
        await until(pilot, lambda: isinstance(app.screen, DeskScreen))
        ann = next(client for client in records(app).all(Client) if client.name == "Ann Fox")
        assert ann.about == "Wo: Fox Ltd"
        assert '"Wo" = "keep"' in (tmp_path / "import-mappings.toml").read_text()


TALKS = """Date,Who,Company,Type,Notes
2024-03-12,Jane Li,,Call,moved to Azure
2024-03-13,Jane Li,,Call,tea
2024-03-14,Omar Haddad,Contoso Lts,Call,hello
2024-03-15,Ann Fox,Contoso Lts,Call,goodbye
"""


async def test_whose_a_conversation_is_can_be_said(tmp_path: Path) -> None:
    """By the one who is proposed, by any other client, as somebody new, and for all at once."""
    (tmp_path / "talks.csv").write_text(TALKS, encoding="utf-8")
    people = [Person(name=name) for name in ("Omar Haddad", "Ann Fox")]
    contoso = a_client("Contoso Ltd", people=tuple(people))
    there = [a_client("[Tailspin]", people=(Person(name="Jane Li"),)), contoso]
    app = FollowupApp(a_desk(records=there))
    async with app.run_test(size=(120, 36)) as pilot:
        await asked(app, pilot, "i")
        rows = await planned(app, pilot, str(tmp_path / "talks.csv"))
        await until(pilot, lambda: "4 to be asked" in said(app))

        async def said_of(row: int, *keys: str) -> None:
            app.screen.query_one(ImportRows).cursor = row
            await pilot.press("f3")
            await until(pilot, lambda: isinstance(app.screen, WhosePicker))
            await pilot.press(*keys, "enter")
            await until(pilot, lambda: isinstance(app.screen, ImportDialog))

        await pilot.press("n")
        await until(pilot, lambda: rows.cursor == 1)
        await said_of(1)  # who is proposed, of both conversations with her
        await until(pilot, lambda: "2 to be asked" in said(app), said(app))
        await said_of(0, *"contoso")
        await until(pilot, lambda: "a conversation with Contoso Ltd, as you said" in drawn(rows)[1])
        await said_of(2, *"somebody")
        await until(pilot, lambda: "with Contoso Lts, a new client" in drawn(rows)[2])
        assert "asked" not in said(app)  # the other of that company goes with it
        await said_of(3, *"leave")
        await until(pilot, lambda: "you left it out" in drawn(rows)[3])
        await pilot.press("ctrl+s")
        await until(pilot, lambda: isinstance(app.screen, DeskScreen))
        talks = records(app).all(Interaction)
        assert [(talk.client_id == contoso.id, talk.person) for talk in talks] == [
            (True, "Jane Li"), (True, "Jane Li"), (False, "Omar Haddad"),
        ]  # fmt: skip


async def test_a_table_that_is_not_understood_is_asked_about(tmp_path: Path) -> None:
    path = tmp_path / "odd.csv"
    path.write_text("Wer,Wo,Schuh\nAnn Fox,Fox Ltd,43\nBob Elk,Elk Ltd,44\n", encoding="utf-8")
    app = FollowupApp(a_desk(home=tmp_path))
    async with app.run_test(size=(100, 30)) as pilot:
        await asked(app, pilot)
        app.screen.query_one("#where", Input).value = str(path)
        await pilot.pause()
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, PickDialog))
        await pilot.press("escape")
        await until(pilot, lambda: "F4 asks" in said(app))
        await pilot.press("f4")
        await until(pilot, lambda: isinstance(app.screen, PickDialog))
        await pilot.press(*"ann", "enter")
        await until(pilot, lambda: "“Wer”" in str(app.screen.query_one("#pick-box").border_title))
        await pilot.press(*"name", "enter")
        await until(pilot, lambda: isinstance(app.screen, ImportDialog))
        await until(pilot, lambda: said(app).startswith("2 rows: 2 new clients"), said(app))


async def test_first_calls_are_spread_as_it_is_wanted(tmp_path: Path) -> None:
    lines = "".join(f"Person {n},Firm {n}\n" for n in range(20))
    (tmp_path / "many.csv").write_text(f"Name,Company\n{lines}", encoding="utf-8")
    app = FollowupApp(a_desk())
    async with app.run_test(size=(120, 36)) as pilot:
        await asked(app, pilot)
        await planned(app, pilot, str(tmp_path / "many.csv"))
        words = app.screen.query_one("#spread-words", Static)
        assert str(words.content) == "a day from Fri 20, the last on Wed 25"
        app.screen.query_one("#a-day", Input).value = "10"
        await until(pilot, lambda: "the last on Mon 23" in str(words.content))
        await pilot.press("ctrl+s")
        await until(pilot, lambda: isinstance(app.screen, DeskScreen))
        days = Counter(client.origin.turn for client in records(app).all(Client))
        assert days == {date(2026, 11, 20): 10, date(2026, 11, 23): 10}


async def test_a_file_is_picked_from_the_folders(contacts: Path, tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    contacts.rename(tmp_path / "deep" / contacts.name)
    app = FollowupApp(a_desk())
    async with app.run_test(size=(100, 30)) as pilot:
        await asked(app, pilot)
        app.screen.query_one("#where", Input).value = f"{tmp_path}/nothing"
        await pilot.press("ctrl+o")
        await until(pilot, lambda: isinstance(app.screen, FilePicker))
        picker = app.screen
        rows = picker.query_one(PickRows)
        await until(pilot, lambda: any("deep" in str(pick.words) for pick in rows.picks))
        await pilot.press(*"deep", "enter")
        await until(pilot, lambda: any("contacts" in str(pick.words) for pick in rows.picks))
        await pilot.press(*"my con", "enter")
        await until(pilot, lambda: isinstance(app.screen, ImportDialog))
        await until(pilot, lambda: app.screen.has_class("-planned"))
        assert said(app).startswith("4 rows")


async def test_a_folder_that_is_slow_to_read_leaves_the_keyboard_free(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "list.csv").touch()
    asked_for, answered = Event(), Event()

    def slow(folder: Path) -> list[Any]:
        if folder.name == "deep":
            asked_for.set()
            assert answered.wait(PATIENCE)
            raise PermissionError(13, "Permission denied")
        return entries_of(folder)

    monkeypatch.setattr(picker, "entries_of", slow)
    app = FollowupApp(a_desk())
    async with app.run_test(size=(100, 30)) as pilot:
        await app.push_screen(FilePicker(tmp_path))
        rows = app.screen.query_one(PickRows)
        box = app.screen.query_one("#pick-box")
        await until(pilot, lambda: any("deep" in str(pick.words) for pick in rows.picks))
        await pilot.press(*"deep", "enter")
        await until(pilot, asked_for.is_set)
        assert str(box.border_subtitle) == "reading …"
        await pilot.press(*"xy")  # nothing waits for the folder
        assert app.screen.query_one(Input).value == "deepxy"
        answered.set()
        await until(pilot, lambda: str(box.border_subtitle) == "Permission denied")
        assert str(box.border_title) == f"Pick a file in {tmp_path}"


def test_what_cannot_be_looked_at_is_no_folder_and_hides_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "gone").mkdir()
    (tmp_path / "here").mkdir()
    looked = Path.is_dir

    def is_dir(path: Path) -> bool:
        if path.name == "gone":
            raise OSError(107, "Transport endpoint is not connected")
        return looked(path)

    monkeypatch.setattr(Path, "is_dir", is_dir)
    assert [entry.words for entry in entries_of(tmp_path)] == ["here/", "gone"]
    assert folder_for(str(tmp_path / "gone" / "list.csv")) == tmp_path


async def test_what_takes_long_is_stopped_with_nothing_changed(contacts: Path) -> None:
    app = FollowupApp(a_desk())
    async with app.run_test(size=(100, 30)) as pilot:
        await asked(app, pilot)
        reading, stopped = Event(), Event()

        async def slow(path: Path, **asked_for: Any) -> ImportPlan:
            def work() -> None:
                while not stopped.is_set():
                    asked_for["progress"]("Reading", 1_200, 50_000)
                    reading.set()

            try:
                await asyncio.to_thread(work)
            finally:
                stopped.set()
            raise AssertionError("it ends by being stopped")

        app.desk.importing.plan = slow  # type: ignore[method-assign, assignment]
        app.screen.query_one("#where", Input).value = str(contacts)
        await pilot.pause()
        await pilot.press("enter")
        await until(pilot, lambda: reading.is_set() and "1,200 of 50,000" in said(app))
        await pilot.press("escape")
        await until(pilot, lambda: said(app) == "Stopped: nothing was changed.")
        assert isinstance(app.screen, ImportDialog)
        assert records(app).changes == []


def test_a_path_is_completed_by_what_there_is(tmp_path: Path) -> None:
    (tmp_path / "Connections.csv").touch()
    (tmp_path / "Contacts.bin").touch()
    (tmp_path / "books").mkdir()
    assert completed(f"{tmp_path}/Con") == f"{tmp_path}/Connections.csv"
    assert completed(f"{tmp_path}/Cont") == f"{tmp_path}/Contacts.bin"
    assert completed(f"{tmp_path}/bo") == f"{tmp_path}/books/"
    for typed in (f"{tmp_path}/", f"{tmp_path}/none", "/nowhere/x", "a\0b", ""):
        assert completed(typed) is None
