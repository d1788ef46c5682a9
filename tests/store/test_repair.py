"""Mending: each thing that can be wrong is mended, what was damaged is kept, and it says so."""

from __future__ import annotations

import stat
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace

from followup_tui.domain.change import Change, StoreProblem
from followup_tui.domain.client import Client, Origin
from followup_tui.domain.course import Attendee, Course
from followup_tui.domain.interaction import Interaction
from followup_tui.domain.promise import Promise
from followup_tui.store import rebuilding
from followup_tui.store import repair as repairing
from followup_tui.store.backup import Kind, back_up, backups
from followup_tui.store.check import Severity, check
from followup_tui.store.drafts import FileDrafts
from followup_tui.store.everything import in_all
from followup_tui.store.journal_file import journal_path
from followup_tui.store.records import FILE
from followup_tui.store.repair import repair
from tests.builders import NOW, TODAY, a_client, a_promise, an_interaction
from tests.store.care import compact
from tests.store.conftest import Opener

JANE = a_client("Northwind Traders")
OTHER = a_client("Tailspin Toys")
CALL = an_interaction(JANE)
GONE = a_client("Gone")


@pytest.fixture
def desk(home: Path, opened: Opener) -> Path:
    """A desk of two clients and a call, partly in the file and partly in the journal."""
    opened().commit(Change(by="add", put=(JANE, CALL)))
    compact(home)
    opened().commit(Change(by="add", put=(OTHER,)))
    return home


def wrong(home: Path) -> list[str]:
    return [found.words for found in check(home) if found.severity is not Severity.FINE]


def mended(home: Path) -> str:
    """Repair a home in which something is wrong; afterwards nothing is. Returns the words."""
    assert wrong(home)
    words = repair(home, now=NOW)
    assert wrong(home) == []
    assert repair(home, now=NOW) == []
    return " ".join(words)


def aside(home: Path) -> bytes:
    return b"".join(path.read_bytes() for path in (home / "damaged").iterdir())


def both(opened: Opener) -> None:
    assert list(opened().all(Client)) == [JANE, OTHER]
    assert list(opened().all(Interaction)) == [CALL]


def test_where_nothing_is_wrong_nothing_is_done(desk: Path) -> None:
    before = {path: path.read_bytes() for path in desk.rglob("*") if path.is_file()}
    assert repair(desk, now=NOW) == []
    assert before == {path: path.read_bytes() for path in desk.rglob("*") if path.is_file()}


def test_a_folder_that_is_not_there_is_not_made(home: Path) -> None:
    assert repair(home, now=NOW) == []
    assert not home.exists()


def test_what_others_may_open_is_made_private(desk: Path, opened: Opener) -> None:
    desk.chmod(0o755)
    (desk / FILE).chmod(0o644)
    (desk / "playbooks").mkdir(mode=0o755)
    assert "3 files and folders can no longer be opened" in mended(desk)
    assert stat.S_IMODE((desk / FILE).stat().st_mode) == 0o600
    assert stat.S_IMODE((desk / "playbooks").stat().st_mode) == 0o700
    both(opened)
    assert backups(desk) == []  # nothing that could be lost was touched


def test_what_was_left_behind_goes(desk: Path) -> None:
    (desk / f".{FILE}.1.tmp").touch(mode=0o600)
    (desk / ".unpacked-1").mkdir(mode=0o700)
    assert "2 unfinished files removed" in mended(desk)
    assert not list(desk.glob(".*"))


# Lines


def test_a_torn_line_is_cut_off_and_kept(desk: Path, opened: Opener) -> None:
    journal = journal_path(desk / FILE)
    journal.write_bytes(journal.read_bytes() + b'12345678 {"id":"01')
    mended(desk)
    assert b'12345678 {"id":"01' in aside(desk)
    both(opened)


def test_a_damaged_line_of_the_history_is_kept(desk: Path, opened: Opener) -> None:
    (segment,) = (desk / "history").iterdir()
    segment.write_bytes(segment.read_bytes().replace(b"Northwind", b"Northwand"))
    assert "1 line of" in mended(desk)
    assert b"Northwand" in aside(desk)
    both(opened)


# Records


def spoil(home: Path, before: bytes, after: bytes) -> None:
    """Damage the file of a desk whose journal is empty."""
    content = (home / FILE).read_bytes()
    assert before in content
    (home / FILE).write_bytes(content.replace(before, after))


def test_a_damaged_record_is_again_as_it_was_last(desk: Path, opened: Opener) -> None:
    spoil(desk, b'"name":"Northwind Traders"', b'"name":17')
    assert "is again as it was when it was last whole" in mended(desk)
    both(opened)
    assert b'"name":17' in aside(desk)
    assert [each.kind for each in backups(desk)] == [Kind.BEFORE_REPAIR]


def test_mending_records_is_one_change_and_can_be_undone(desk: Path, opened: Opener) -> None:
    promise = a_promise(GONE)
    opened().commit(Change(by="test", put=(promise,)))
    mended(desk)
    assert list(opened().all(Promise)) == []
    assert opened().history(limit=1)[0].by == repairing.BY
    opened().undo()
    assert list(opened().all(Promise)) == [promise]


def without_history(home: Path) -> None:
    for path in (home / "history").iterdir():
        path.unlink()


def test_without_a_whole_version_it_loses_what_is_damaged(desk: Path, opened: Opener) -> None:
    without_history(desk)
    spoil(desk, b'"role":"IT Manager"', b'"role":17')
    assert "without what was damaged in it" in mended(desk)
    client = opened().get(Client, JANE.id)
    assert client is not None
    assert (client.name, client.people) == (JANE.name, ())
    assert list(opened().all(Interaction)) == [CALL]
    assert b'"role":17' in aside(desk)


def test_a_record_that_others_rest_on_is_never_taken_away(desk: Path, opened: Opener) -> None:
    without_history(desk)
    spoil(desk, b'"name":"Northwind Traders"', b'"name":17')
    words = wrong(desk)
    repair(desk, now=NOW)
    assert wrong(desk) == words
    assert list(opened().all(Interaction)) == [CALL]


def test_a_record_that_nobody_misses_is_set_aside(desk: Path, opened: Opener) -> None:
    without_history(desk)
    spoil(desk, b'"outcome":"reached"', b'"outcome":17')
    assert "was set aside" in mended(desk)
    assert list(opened().all(Interaction)) == []
    (line,) = aside(desk).splitlines()
    kept = msgspec.json.decode(line)
    assert (kept["table"], kept["id"]) == ("interactions", CALL.id)
    assert kept["document"]["outcome"] == 17


def test_what_points_nowhere_is_detached_or_set_aside(desk: Path, opened: Opener) -> None:
    introduced = replace(OTHER, origin=Origin(introduced_by=GONE.id))
    kept = a_promise(OTHER, interaction_id="0gone")
    lost = an_interaction(GONE)
    follows = a_promise(JANE, "follows", interaction_id=lost.id)
    course = Course(
        id="0course", created=NOW, title="Azure", first_day=TODAY, last_day=TODAY,
        attendees=(Attendee(name="Jane Li", client_id=GONE.id),),
    )  # fmt: skip
    opened().commit(Change(by="test", put=(introduced, kept, lost, follows, course)))
    words = mended(desk)
    assert "1 record that pointed at something that is not there was set aside" in words
    assert "3 records that pointed at something that is not there were detached" in words
    store = opened()
    assert store.get(Client, OTHER.id) == OTHER
    assert store.get(Promise, kept.id) == replace(kept, interaction_id="")
    assert store.get(Promise, follows.id) == replace(follows, interaction_id="")
    assert store.get(Interaction, lost.id) is None
    assert store.get(Course, course.id) == replace(course, attendees=(Attendee(name="Jane Li"),))
    assert lost.id.encode() in aside(desk)


# A file that cannot be opened


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-10])


def _zeros(path: Path) -> None:
    path.write_bytes(b"\x00" * 500)


def _empty(path: Path) -> None:
    path.write_bytes(b"")


DAMAGE = pytest.mark.parametrize("damage", [_cut, _zeros, _empty])


@DAMAGE
def test_it_is_built_anew_from_the_history(
    desk: Path, opened: Opener, damage: Callable[[Path], None]
) -> None:
    before = in_all(desk / FILE).tables
    damage(desk / FILE)
    damaged = (desk / FILE).read_bytes()
    with pytest.raises(StoreProblem):
        opened()
    assert "was built anew" in mended(desk)
    assert in_all(desk / FILE).tables == before
    assert damaged in [path.read_bytes() for path in (desk / "damaged").iterdir()]
    opened().commit(Change(by="test", put=(GONE,)))
    assert len(opened().all(Client)) == 3


@DAMAGE
def test_it_is_built_anew_from_a_backup_and_what_came_since(
    desk: Path, opened: Opener, damage: Callable[[Path], None]
) -> None:
    without_history(desk)  # as with a desk that is older than its history
    back_up(desk, now=NOW, kind=Kind.DAILY)
    opened().commit(Change(by="test", put=(GONE,)))
    compact(desk)
    before = in_all(desk / FILE).tables
    damage(desk / FILE)
    assert "from the backup 2026-11-19-140200-daily" in mended(desk)
    assert in_all(desk / FILE).tables == before


def test_what_stands_in_the_damaged_file_is_taken_where_there_is_nothing_else(
    desk: Path, opened: Opener
) -> None:
    compact(desk)
    without_history(desk)
    _cut(desk / FILE)
    assert "from what could be read of it" in mended(desk)
    assert [client.name for client in opened().all(Client)] == [JANE.name, OTHER.name]


def test_with_nothing_to_build_from_it_says_what_to_do(desk: Path) -> None:
    compact(desk)
    without_history(desk)
    _zeros(desk / FILE)
    with pytest.raises(StoreProblem, match="restore a backup from elsewhere"):
        repair(desk, now=NOW)
    assert (desk / FILE).read_bytes() == b"\x00" * 500


def test_a_file_of_a_newer_version_is_left_alone(desk: Path) -> None:
    newer = b'{"_meta":{"1":{"format":99}}}'
    (desk / FILE).write_bytes(newer)
    with pytest.raises(StoreProblem, match="newer followup"):
        repair(desk, now=NOW)
    assert (desk / FILE).read_bytes() == newer


class Stopped(BaseException):
    """The machine stops: nothing may catch it."""


@pytest.mark.parametrize("what", ["_keep", "_put_away_journal", "write", "begin"])
@pytest.mark.parametrize("after", [False, True])
@pytest.mark.parametrize("history", [False, True])
def test_stopped_while_it_is_built_it_is_built_again(
    desk: Path, what: str, after: bool, history: bool
) -> None:
    before = in_all(desk / FILE).tables
    if not history:
        compact(desk)
        without_history(desk)
    _cut(desk / FILE)
    if not history:
        before = rebuilding.salvaged(desk / FILE)
    real = getattr(rebuilding, what)

    def stops(*args: object) -> None:
        if after:
            real(*args)
        raise Stopped

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(rebuilding, what, stops)
        with pytest.raises(Stopped):
            rebuilding.rebuild(desk, now=NOW)
    repair(desk, now=NOW)
    found = in_all(desk / FILE).tables
    assert {name: set(table) for name, table in found.items() if table} == {
        name: set(table) for name, table in before.items() if table
    }


# Other files


def test_backups_that_cannot_be_read_and_empty_drafts_go(desk: Path, opened: Opener) -> None:
    made = back_up(desk, now=NOW)
    made.write_bytes(b"no zip")
    drafts = FileDrafts(desk / "drafts")
    drafts.save("note-1", b"")
    drafts.save("note-2", b"typed")
    words = mended(desk)
    assert made.stem in words
    assert b"no zip" in aside(desk)
    assert drafts.keys() == ("note-2",)
    both(opened)
