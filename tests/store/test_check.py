"""The checks of a home folder: each thing that can be wrong is found, and nothing is changed."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest
from msgspec.structs import replace

from followup_tui.domain.change import Change, StoreProblem
from followup_tui.domain.client import Origin
from followup_tui.domain.record import Record
from followup_tui.store.check import KINDS, Finding, Severity, check
from followup_tui.store.drafts import FileDrafts
from followup_tui.store.records import FILE
from followup_tui.store.repair import repair
from followup_tui.store.soundness import POINTS_AT
from tests.builders import NOW, a_client, a_promise, an_interaction
from tests.store.care import compact
from tests.store.conftest import Opener

NORTHWIND = a_client()
NO_BACKUP = (
    "There is no backup yet: the desk makes one a day by itself, and `followup backup` one at once."
)


@pytest.fixture
def file(home: Path, opened: Opener) -> Path:
    """The file of a desk of two records, with nothing in its journal."""
    opened().commit(Change(by="test", put=(NORTHWIND, an_interaction(NORTHWIND))))
    compact(home)
    return home / FILE


def grave(home: Path) -> list[Finding]:
    before = {path: path.read_bytes() for path in home.rglob("*") if path.is_file()}
    found = [finding for finding in check(home) if finding.severity is not Severity.FINE]
    assert before == {path: path.read_bytes() for path in home.rglob("*") if path.is_file()}
    return found


def test_a_good_home_has_no_grave_finding(home: Path, file: Path) -> None:
    FileDrafts(home / "drafts").save("call-1", b"{}")
    assert grave(home) == []
    assert [finding.words for finding in check(home)] == [
        "2 records can be read.",
        "1 change of the history can be read.",
        "1 draft of what was typed and not saved yet.",
        NO_BACKUP,
    ]


def test_a_home_without_records_is_fine(home: Path) -> None:
    home.mkdir(mode=0o700)
    assert [finding.words for finding in check(home)] == ["Nothing has been saved yet."]


def test_a_home_that_is_not_there_is_told_and_not_made(home: Path) -> None:
    (finding,) = check(home)
    assert finding.severity is Severity.ERROR
    assert "There is no folder" in finding.words
    assert not home.exists()


NESTED = b'{"clients":' * 5_000


@pytest.mark.parametrize("content", [b"no JSON", b"", b'{"_meta":{"1":{"format":9}}}', NESTED])
def test_a_file_that_cannot_be_used_is_an_error(home: Path, file: Path, content: bytes) -> None:
    file.write_bytes(content)
    (finding,) = grave(home)
    assert finding.severity is Severity.ERROR
    assert str(file) in finding.words


def test_damaged_records_are_named(home: Path, file: Path) -> None:
    file.write_bytes(file.read_bytes().replace(b'"name":"Northwind Traders"', b'"name":17'))
    (finding,) = grave(home)
    assert finding.severity is Severity.ERROR
    assert "1 record of “clients” cannot be read" in finding.words
    assert NORTHWIND.id in finding.words
    # The interaction points at the damaged client, which is there all the same.


def test_what_points_nowhere_is_named_and_counted(home: Path, opened: Opener) -> None:
    gone = a_client("Gone")
    promises = [a_promise(gone, f"promise {number}") for number in range(5)]
    introduced = replace(NORTHWIND, origin=Origin(introduced_by=gone.id))
    opened().commit(Change(by="test", put=(introduced, *promises)))
    found = grave(home)
    assert {finding.severity for finding in found} == {Severity.WARNING}
    words = " ".join(finding.words for finding in found)
    assert "In 5 records of “promises” the client_id points at something that is not there" in words
    assert "and 2 more" in words
    assert "In 1 record of “clients” the origin.introduced_by points at" in words


def test_a_table_of_another_program_is_told_and_kept(
    home: Path, file: Path, opened: Opener
) -> None:
    file.write_bytes(file.read_bytes()[:-1] + b',"other":{"1":{}}}')
    (finding,) = grave(home)
    assert "“other”" in finding.words
    opened().commit(Change(by="test", put=(a_client("Other"),)))
    assert b'"other":{"1":{}}' in file.read_bytes()


def test_files_that_others_may_read_are_told(home: Path, file: Path) -> None:
    home.chmod(0o755)
    file.chmod(0o644)
    found = grave(home)
    assert [finding.todo for finding in found] == [
        f"Make it private: chmod 700 '{home}', or `followup doctor --repair`.",
        f"Make it private: chmod 600 '{file}', or `followup doctor --repair`.",
    ]


def test_unfinished_files_and_empty_drafts_are_told(home: Path, file: Path) -> None:
    FileDrafts(home / "drafts").save("call-1", b"")
    left = home / f".{FILE}.1.tmp"
    left.touch(mode=0o600)
    words = " ".join(finding.words for finding in grave(home))
    assert "The draft “call-1” is empty" in words
    assert left.name in words


def test_every_type_of_record_is_checked() -> None:
    def types(base: type[Record]) -> set[type[Record]]:
        return {base, *(found for sub in base.__subclasses__() for found in types(sub))}

    ours = {kind for kind in types(Record) if kind.__module__.startswith("followup_tui.")}
    assert set(KINDS) == ours - {Record}


def test_every_field_that_points_at_a_record_is_followed() -> None:
    fields = {name for kind in KINDS for name in kind.__struct_fields__ if name.endswith("_id")}
    assert fields <= set(POINTS_AT)


def test_what_is_not_ours_in_the_folder_is_left_alone(home: Path, file: Path) -> None:
    (home / "site").mkdir(mode=0o755)
    other = home / "site" / "run.sh"
    other.touch(mode=0o755)
    home.chmod(0o755)
    assert grave(home) == []
    file.chmod(0o644)
    (finding,) = grave(home)
    assert f"chmod 600 '{file}'" in finding.todo
    repair(home, now=NOW)
    modes = [stat.S_IMODE(path.stat().st_mode) for path in (file, home, other.parent, other)]
    assert modes == [0o600, 0o755, 0o755, 0o755]


def test_links_that_go_round_in_a_circle_are_not_followed(home: Path, file: Path) -> None:
    (home / "here").symlink_to(".")
    (home / "above").symlink_to("..")
    (home / "itself").symlink_to("itself")
    assert grave(home) == []


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
@pytest.mark.parametrize("name", ["desk.json", "desk.journal"])
def test_a_pipe_in_place_of_a_file_is_told_and_not_waited_for(
    home: Path, file: Path, opened: Opener, name: str
) -> None:
    (home / name).unlink(missing_ok=True)
    os.mkfifo(home / name, mode=0o600)
    with pytest.raises(StoreProblem, match="is a pipe or a device, and no file"):
        opened()
    assert any(name in finding.words for finding in grave(home))
