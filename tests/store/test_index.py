"""The index saves time and nothing else: with it, without it, or with a wrong one, all is alike."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Sequence
from datetime import timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from followup_tui.domain.change import Change, StoreProblem
from followup_tui.domain.client import Client
from followup_tui.domain.interaction import Interaction
from followup_tui.store import form, state
from followup_tui.store import records as records_module
from followup_tui.store.files import Signature
from followup_tui.store.index import Place, index_path
from followup_tui.store.records import FILE, TinyRecords
from tests.builders import NOW, ZONE, a_client, an_interaction
from tests.store.conftest import Opener
from tests.store.strategies import interactions

CLIENTS = [a_client(name) for name in ("Northwind", "Tailspin", "[] “,\\”")]


@pytest.fixture
def file(home: Path, opened: Opener) -> Path:
    """The file of a home with three clients and a call with each."""
    calls = [an_interaction(client) for client in CLIENTS]
    store = opened()
    store.commit(Change(by="test", put=(*CLIENTS, *calls)))
    store.compact()
    return home / FILE


@pytest.fixture
def late(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every table counts as large."""
    monkeypatch.setattr(form, "LATE", 0)


def known(store: TinyRecords) -> tuple[object, ...]:
    return store.all(Client), store.all(Interaction), store.standings()


SPOILT = [b"", b"abc", b"\x00" * 500, b'{"format":1}', None]


@pytest.mark.parametrize("content", SPOILT)
def test_an_index_that_is_spoilt_or_missing_changes_nothing(
    file: Path, opened: Opener, content: bytes | None
) -> None:
    expected = known(opened())
    if content is None:
        index_path(file).unlink()
    else:
        index_path(file).write_bytes(content)
    store = opened()
    assert known(store) == expected
    store.commit(Change(by="test", put=(a_client("Other"),)))
    assert len(opened().all(Client)) == 4


def test_one_wrong_bit_is_noticed(file: Path, opened: Opener) -> None:
    expected = known(opened())
    content = index_path(file).read_bytes()
    for position in range(0, len(content), 7):
        spoilt = bytearray(content)
        spoilt[position] ^= 4
        index_path(file).write_bytes(spoilt)
        assert known(opened()) == expected


def test_a_file_changed_by_hand_is_read_whole(file: Path, opened: Opener) -> None:
    content = json.loads(file.read_bytes())
    del content["clients"][CLIENTS[0].id]
    for call in content["interactions"].values():
        call["outcome"] = "no answer"
    file.write_text(json.dumps(content, indent=2))
    store = opened()
    assert len(store.all(Client)) == 2
    assert {standing.reached for standing in store.standings().values()} == {0}


@pytest.mark.usefixtures("late")
def test_a_large_table_is_read_when_it_is_asked_for(
    file: Path, opened: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = known(opened())
    read: list[int] = []
    real = form.read_places

    def watched(path: Path, places: Sequence[Place], of: Signature | None) -> list[bytes] | None:
        read.append(len(places))
        return real(path, places, of)

    for module in (form, state):
        monkeypatch.setattr(module, "read_places", watched)
    store = opened()
    store.standings()
    assert read == [1]  # what the file says of itself
    assert known(store) == expected
    assert read == [1, 1, 1]


@pytest.mark.usefixtures("late")
def test_what_another_program_changed_before_it_was_asked_for_is_taken_in(
    file: Path, opened: Opener
) -> None:
    store, other = opened(), opened()
    version = store.version
    fourth = a_client("Fourth", created=NOW)
    other.commit(Change(by="test", put=(fourth,), drop=(CLIENTS[0],)))
    assert store.refresh()
    assert set(store.all(Client)) == {*CLIENTS[1:], fourth}
    assert store.version > version
    assert known(store) == known(opened())


@pytest.mark.usefixtures("late")
def test_a_large_table_whose_file_is_gone_is_told(file: Path, opened: Opener) -> None:
    store = opened()
    file.rename(file.with_name("elsewhere"))
    with pytest.raises(StoreProblem, match="put it back"):
        store.all(Client)
    with pytest.raises(StoreProblem, match="put it back"):
        store.commit(Change(by="test", put=(a_client("Other"),)))
    file.with_name("elsewhere").rename(file)
    assert len(store.all(Client)) == 3


@pytest.mark.usefixtures("late")
def test_a_large_table_that_was_compacted_meanwhile_is_read_where_it_is_now(
    file: Path, opened: Opener
) -> None:
    store, other = opened(), opened()
    fourth = a_client("Fourth", created=NOW)
    other.commit(Change(by="test", put=(fourth,), drop=(CLIENTS[0],)))
    other.compact()
    assert set(store.all(Client)) == {*CLIENTS[1:], fourth}
    assert known(store) == known(opened())


@pytest.mark.usefixtures("late")
def test_a_new_note_reads_no_large_table(
    file: Path, opened: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = opened()
    monkeypatch.setattr(state, "read_places", None)  # cannot be called
    store.commit(Change(by="note", put=(an_interaction(CLIENTS[0], at=NOW),)))
    assert store.standings()[CLIENTS[0].id].reached == 2


def test_standings_kept_for_another_zone_are_added_up_anew(file: Path) -> None:
    client = CLIENTS[0]
    at = NOW.replace(hour=0, minute=30)
    TinyRecords(file.parent, zone=ZONE).commit(
        Change(by="test", put=(an_interaction(client, at=at),))
    )
    here = TinyRecords(file.parent, zone=ZONE).standings()[client.id].last_reached
    west = timezone(timedelta(hours=-8))
    there = TinyRecords(file.parent, zone=west).standings()[client.id].last_reached
    assert (here, there) == (at.date(), at.date() - timedelta(days=1))


def test_standings_are_not_added_up_twice(
    file: Path, opened: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = opened().standings()
    monkeypatch.setattr(records_module, "by_client", None)  # cannot be called
    assert opened().standings() == expected


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(interactions(), max_size=4), min_size=1, max_size=4), st.booleans())
def test_with_and_without_an_index_all_is_alike(
    changes: list[list[Interaction]], late: bool
) -> None:
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        if late:
            patch.setattr(form, "LATE", 0)
        home = Path(folder) / "home"
        for put in changes:
            store = TinyRecords(home, zone=ZONE)
            store.standings()
            store.commit(Change(by="test", put=tuple(put)))
        with_index = known(TinyRecords(home, zone=ZONE))
        index_path(home / FILE).unlink(missing_ok=True)
        assert known(TinyRecords(home, zone=ZONE)) == with_index


def test_a_change_by_a_program_that_never_asked_keeps_the_standings(
    file: Path, opened: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    call = an_interaction(CLIENTS[0], at=NOW)
    opened().commit(Change(by="note", put=(call,)))
    monkeypatch.setattr(records_module, "by_client", None)  # cannot be called
    assert opened().standings()[CLIENTS[0].id].last_reached == NOW.date()
