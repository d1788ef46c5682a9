"""What is typed outlives the program, other programs and a disk that fails."""

from __future__ import annotations

import resource
import signal
import time
from pathlib import Path

import pytest

from followup_tui.desk import open_desk
from followup_tui.domain.client import Client
from followup_tui.domain.interaction import Interaction
from followup_tui.domain.letter import Letter
from tests.terminal.conftest import Start
from tests.terminal.screen import Terminal

pytestmark = pytest.mark.terminal

SHOWN = "Jane Li"
_A_SECOND = 3.0
"""A second, and what it takes to read a screen; `Terminal.waited` is what a busy machine adds."""


def drafts(home: Path) -> list[bytes]:
    return [path.read_bytes() for path in (home / "drafts").glob("*.draft")]


def kept(desk: Terminal, home: Path, words: bytes, within: float = _A_SECOND) -> bool:
    """Wait until a draft holds `words`; say whether that took no longer than it may."""
    begun, allowed = time.monotonic(), within + desk.waited
    desk.wait_until(lambda: any(words in each for each in drafts(home)), f"a draft of {words!r}")
    return time.monotonic() - begun < allowed


def opened(desk: Terminal, key: str, *words: str) -> None:
    """Press `key` once the client under the cursor is known."""
    desk.wait_for(SHOWN, "Prepare: Northwind Traders", "Checklist")
    desk.press(key)
    desk.wait_for(*words)


# Killed while something is typed


def test_a_note_that_was_being_typed_comes_back(start: Start, home: Path) -> None:
    with start("--demo") as desk:
        opened(desk, "n", "Note: Northwind Traders", "Later")
        desk.type("! send the plan by fri\rand a second line")
        desk.wait_for("and a second line")
        assert kept(desk, home, b"and a second line")
        desk.kill()
        assert desk.end() == -signal.SIGKILL
    with start("--demo") as again:
        again.wait_for(SHOWN, "not saved yet", "a note about Northwind Traders")
        opened(again, "n", "This is what you began to write", "and a second line")
        again.press("ctrl+s")
        again.wait_for("Noted for Northwind Traders")
        again.press("ctrl+q")
        assert again.end() == 0
    assert drafts(home) == []
    texts = [n.text for i in open_desk(home).records.all(Interaction) for n in i.notes]
    assert texts.count("and a second line") == 1


def test_a_letter_that_was_being_typed_comes_back(start: Start, home: Path) -> None:
    with start("--demo") as desk:
        opened(desk, "c", "Script", "F2 reached")
        desk.type("they opened a third shop")
        desk.wait_for("they opened a third shop")
        desk.press("f2")
        desk.wait_for("Next contact", "opened a third shop")
        desk.press("ctrl+s")
        desk.wait_for("As per our conversation: Northwind Traders", "Could still be used")
        assert kept(desk, home, b"third shop")  # before a key is pressed there
        desk.type("PS before all: ")
        desk.wait_for("PS before all: ")
        assert kept(desk, home, b"PS before all: ")
        desk.kill()
        assert desk.end() == -signal.SIGKILL
    with start("--demo") as again:
        again.wait_for(SHOWN, "the letter to Northwind Traders", "1 letter under way")
        again.press("W")
        again.wait_for("Taken up again", "PS before all: ", "opened a third shop")
        again.type("and ")  # a letter is written down where something was typed
        again.press("escape")
        again.wait_for("Call list", "1 letter under way")
        again.press("ctrl+q")
        assert again.end() == 0
    assert drafts(home) == []
    records = open_desk(home).records
    (letter,) = records.all(Letter)
    assert letter.body.startswith("and PS before all: Hello Jane")
    assert records.get(Interaction, letter.interaction_id) is not None


def test_a_form_that_was_being_typed_comes_back(start: Start, home: Path) -> None:
    with start("--demo") as desk:
        opened(desk, "+", "Add a client", "empty: the same as yours")
        desk.type("Zeppelin Works")
        desk.wait_for("Zeppelin Works")
        assert kept(desk, home, b"Zeppelin Works")
        desk.kill()
        assert desk.end() == -signal.SIGKILL
    with start("--demo") as again:
        again.wait_for(SHOWN, "the form of a new client")
        opened(again, "+", "Taken up again", "Zeppelin Works")
        again.press("ctrl+s")
        again.wait_for("Zeppelin Works is saved")
        again.press("ctrl+q")
        assert again.end() == 0
    assert "Zeppelin Works" in {client.name for client in open_desk(home).records.all(Client)}


# Another program writes


def command(start: Start, home: Path, *argv: str) -> None:
    """Run a command over the same desk, to its end."""
    with start(argv[0], "--home", str(home), *argv[1:]) as other:
        assert other.end() == 0, other.text


def shows_within_a_second(desk: Terminal, words: str) -> None:
    begun, allowed = time.monotonic(), _A_SECOND + desk.waited
    desk.wait_for(words)
    assert time.monotonic() - begun < allowed


def test_what_another_program_wrote_shows_within_a_second(start: Start, home: Path) -> None:
    with start("--demo", size=(200, 45)) as desk:
        desk.wait_for(SHOWN, "Prepare: Northwind Traders", "Checklist")
        command(start, home, "note", "northwind", "while it was read")
        shows_within_a_second(desk, "while it was read")

        desk.press("f")
        desk.wait_for("name, person or reason")
        desk.type("north")
        desk.wait_until(lambda: "Papelaria" not in desk.text, "the list to be filtered")
        command(start, home, "note", "northwind", "while it was filtered")
        shows_within_a_second(desk, "while it was filtered")
        assert "Papelaria" not in desk.text
        desk.type("wind")
        desk.wait_for("northwind")
        desk.press("escape")
        desk.wait_for("Papelaria")

        desk.press("n")
        desk.wait_for("Note: Northwind Traders")
        desk.type("half a ")
        command(start, home, "note", "northwind", "while a note was typed")
        shows_within_a_second(desk, "while a note was typed")  # on the desk, below the dialog
        desk.type("thought")
        desk.wait_for("half a thought")
        desk.press("ctrl+s")
        desk.wait_for("Noted for Northwind Traders")
        desk.press("ctrl+q")
        assert desk.end() == 0
    texts = [n.text for i in open_desk(home).records.all(Interaction) for n in i.notes]
    assert {"while a note was typed", "half a thought"} <= set(texts)


def test_what_another_program_wrote_does_not_disturb_a_call_or_a_form(
    start: Start, home: Path
) -> None:
    with start("--demo") as desk:
        opened(desk, "c", "Script", "F2 reached")
        desk.type("moved to ")
        command(start, home, "note", "northwind", "from elsewhere")
        desk.type("Azure")
        desk.wait_for("moved to Azure")
        desk.press("escape")
        desk.wait_for("Call list", "from elsewhere")

        desk.press("e")
        desk.wait_for("Edit Northwind Traders", "there it is Thu 14:02")
        desk.type(" and ")
        command(start, home, "note", "northwind", "* training")
        desk.type("Sons")
        desk.wait_for("Northwind Traders and Sons")
        desk.press("ctrl+s")
        desk.wait_for("Northwind Traders and Sons is saved")
        desk.press("ctrl+q")
        assert desk.end() == 0
    client = next(c for c in open_desk(home).records.all(Client) if c.name.endswith("and Sons"))
    assert "training" in client.interests  # what the other wrote stands, too


def test_a_new_client_shows_in_the_list_of_all(start: Start, home: Path) -> None:
    with start("--demo") as desk:
        desk.wait_for(SHOWN)
        desk.press("l")
        desk.wait_for("Next contact")
        command(start, home, "add", "Aardvark Works")
        shows_within_a_second(desk, "Aardvark Works")


# The history


def test_a_change_is_taken_back_and_done_again_by_one_key(start: Start, home: Path) -> None:
    with start("--demo") as desk:
        opened(desk, "n", "Note: Northwind Traders")
        desk.type("+ likes the board")
        desk.press("ctrl+s")
        desk.wait_for("Noted for Northwind Traders", "+ likes the board")
        desk.press("u")
        desk.wait_for("Taken back: note: Northwind Traders.")
        desk.wait_until(lambda: "+ likes the board" not in desk.text, "the note to go")
        desk.press("U")
        desk.wait_for("Done again: note: Northwind Traders.", "+ likes the board")
        desk.press("h")
        desk.wait_for("History", "redo: note: Northwind Traders", "taken back")
        command(start, home, "note", "northwind", "from elsewhere")
        desk.wait_until(lambda: desk.text.count("note: Northwind Traders") >= 4, "the new change")
        desk.press("escape")
        desk.wait_for("Call list")
        command(start, home, "undo")
        desk.wait_until(lambda: "from elsewhere" not in desk.text, "the undo of a command")
        desk.press("ctrl+q")
        assert desk.end() == 0


# A disk that fails


def fill_disk(desk: Terminal, *, full: bool) -> None:
    """Let no file of the program grow any more, or let them grow again."""
    _, hard = resource.prlimit(desk.pid, resource.RLIMIT_FSIZE)
    soft = 0 if full else hard
    resource.prlimit(desk.pid, resource.RLIMIT_FSIZE, (soft, hard))


def test_on_a_full_disk_a_note_stays_and_is_saved_elsewhere(
    start: Start, home: Path, tmp_path: Path
) -> None:
    with start("--demo", HOME=str(tmp_path)) as desk:
        opened(desk, "n", "Note: Northwind Traders")
        fill_disk(desk, full=True)
        desk.type("what they said")
        desk.wait_for("Nothing was saved to", "What you wrote stays here", "F12 saves it elsewhere")
        desk.press("ctrl+s")
        desk.wait_for("Nothing was saved to", "what they said")
        desk.press("ctrl+q")
        desk.wait_for("Save elsewhere", "would be lost", "Leave without it")
        desk.press("ctrl+s")
        desk.wait_for("Nothing was saved to", "Save elsewhere")  # every disk is full here
        fill_disk(desk, full=False)
        desk.press("ctrl+s")
        assert desk.end() == 0
        assert b"Traceback" not in desk.raw
    (path,) = tmp_path.glob("followup-note-*.txt")
    assert path.read_text() == "what they said\n"


def test_a_folder_that_is_taken_away_and_put_back(start: Start, home: Path) -> None:
    away = home.with_name("away")
    with start("--demo") as desk:
        opened(desk, "n", "Note: Northwind Traders")
        home.rename(away)
        desk.type("what they said")
        desk.wait_for("gone.", "stays", "F12")  # lines end where the folder's name lets them
        assert not home.exists()  # nothing is made anew in its place
        away.rename(home)
        assert kept(desk, home, b"what they said", within=5)  # it is tried again by itself
        desk.press("ctrl+s")
        desk.wait_for("Noted for Northwind Traders")
        desk.press("ctrl+q")
        assert desk.end() == 0
        assert b"Traceback" not in desk.raw
    texts = [n.text for i in open_desk(home).records.all(Interaction) for n in i.notes]
    assert "what they said" in texts


def test_on_a_full_disk_a_call_goes_on(start: Start, home: Path) -> None:
    with start("--demo") as desk:
        opened(desk, "c", "Script", "F2 reached")
        fill_disk(desk, full=True)
        desk.type("+ likes the board")
        desk.wait_for("This could not be saved", "F12 saves it elsewhere", "+ likes the board")
        fill_disk(desk, full=False)
        desk.wait_until(lambda: "could not be saved" not in desk.text, "the next try")
        desk.wait_for("saved 14:02")
        desk.press("escape")
        desk.wait_for("Call list", "is paused")
