"""A folder that can only be read, and files that belong to another user: in earnest."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.rights import bound_by_rights, give_away, is_root, take_back
from tests.terminal.screen import Terminal
from tests.terminal.warm import Warm

pytestmark = pytest.mark.terminal


@dataclass(frozen=True)
class Said:
    """What a command left."""

    status: int
    words: str


Run = Callable[..., Said]
Desk = Callable[[], Terminal]

if bound_by_rights("true") is None:  # pragma: no cover - depends on the machine
    pytest.skip("root without setpriv is bound by no rights", allow_module_level=True)

only_root = pytest.mark.skipif(not is_root(), reason="only root can give a file away")


def _bound(*argv: str) -> list[str]:
    found = bound_by_rights(*argv)
    assert found is not None
    return found


@pytest.fixture(scope="module")
def bound() -> Iterator[Warm]:
    """The program with its modules loaded, bound by the rights of files."""
    process = Warm(_bound)
    yield process
    process.close()


@pytest.fixture
def start_desk(env: dict[str, str], bound: Warm) -> Desk:
    """Start the desk, bound by the rights of files."""
    return lambda: Terminal(env=env, warm=bound)


@pytest.fixture
def run(env: dict[str, str], bound: Warm) -> Run:
    """Run a command, bound by the rights of files."""

    def run(*argv: str) -> Said:
        with Terminal(*argv, env=env, warm=bound, size=(400, 50)) as command:
            status = command.end()
            return Said(status, " ".join(command.raw.decode().split()))

    return run


@pytest.fixture
def kept(home: Path, run: Run) -> Iterator[Path]:
    """A home with a client on its list; whatever was taken from it is given back."""
    added = run("add", "Northwind Traders", "--person", "Jane Li", "--phone", "+61 2 5550 0142")
    assert added.status == 0, added.words
    assert run("note", "Northwind", "! the price list by today").status == 0
    yield home
    if is_root():
        for path in (home, *home.rglob("*")):
            take_back(path)


def _only_readable(home: Path, readable: bool) -> None:
    """Take the right to write from a whole home, or give it back."""
    for path in (*home.rglob("*"), home):
        right = 0o700 if path.is_dir() else 0o600
        path.chmod(right & 0o555 if readable else right)


def test_typing_in_a_folder_that_became_read_only(
    kept: Path, env: dict[str, str], start_desk: Desk, tmp_path: Path
) -> None:
    env["HOME"] = str(tmp_path)
    with start_desk() as desk:
        desk.wait_for("Jane Li", "promised the price list")
        desk.press("c")
        desk.wait_for("Script", "F2 reached")
        _only_readable(kept, True)
        desk.type("they moved to Azure in May")
        desk.wait_for("This could not be saved yet; F12 saves it elsewhere", "may not")
        assert "they moved to Azure in May" in desk.text
        desk.press("f12")
        desk.wait_for("Save elsewhere", "Northwind")
        desk.press("enter")
        desk.wait_for("Saved elsewhere")
        (file,) = tmp_path.glob("followup-call-*.txt")
        assert "they moved to Azure in May" in file.read_text(encoding="utf-8")
        assert file.stat().st_mode & 0o777 == 0o600
        _only_readable(kept, False)
        desk.type(" at last")
        desk.wait_until(lambda: "could not be saved" not in desk.text, "the sentence to go")
        desk.press("f2")
        desk.wait_for("Next contact", "they moved to Azure in May at last")
        desk.press("ctrl+s")
        desk.wait_for("As per our conversation", "Could still be used")
        desk.press("escape")
        desk.wait_for("Call list", "Azure")
        assert b"Traceback" not in desk.raw


@only_root
def test_a_journal_that_was_given_away_while_the_call_runs(kept: Path, start_desk: Desk) -> None:
    with start_desk() as desk:
        desk.wait_for("Jane Li", "promised the price list")
        desk.press("c")
        desk.wait_for("Script", "F2 reached")
        desk.type("they like the reports")
        desk.wait_for("they like the reports")
        desk.press("f2")
        desk.wait_for("Next contact", "they like the reports")
        give_away(kept / "desk.journal")
        desk.press("ctrl+s")
        desk.wait_for("This could not be saved", "It stays here")
        take_back(kept / "desk.journal")
        desk.press("ctrl+s")
        desk.wait_for("As per our conversation", "Could still be used")
        desk.press("escape")
        desk.wait_for("Call list", "they like the reports")


@only_root
@pytest.mark.parametrize("name", ["desk.json", "desk.journal", "."])
def test_what_belongs_to_another_user_is_told_and_not_mended(
    kept: Path, start_desk: Desk, run: Run, name: str
) -> None:
    before = {path: path.read_bytes() for path in kept.rglob("*") if path.is_file()}
    give_away(path := kept / name)
    with start_desk() as desk:
        assert desk.end() == 1
        assert "followup may not read" in " ".join(desk.lines)
    for argv in (["due"], ["note", "Northwind", "one"], ["doctor"], ["doctor", "--repair"]):
        done = run(*argv)
        assert done.status == 1, argv
        assert f"may not read {path}" in done.words, argv
        assert "ive yourself the right to" in done.words, argv
        assert "Traceback" not in done.words
        assert "fault of the program" not in done.words
    take_back(path)
    assert {path: path.read_bytes() for path in kept.rglob("*") if path.is_file()} == before
    assert run("due").status == 0


@only_root
def test_a_lock_of_another_user_is_named(kept: Path, run: Run) -> None:
    give_away(kept / "desk.lock")
    done = run("note", "Northwind", "one")
    assert done.status == 1
    assert "desk.lock: followup may not write there" in done.words
    assert run("due").status == 0  # reading goes on


def test_settings_that_may_not_be_read(kept: Path, run: Run) -> None:
    settings = kept / "settings.toml"
    settings.write_text('theme = "followup-dark"\n', encoding="utf-8")
    settings.chmod(0)
    done = run("due")
    assert done.status == 1
    assert f"may not read {settings}: give yourself the right to" in done.words
