"""Documents that stay in the file: nobody can tell them from those in memory."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from followup_tui.domain.change import Change
from followup_tui.domain.client import Client
from followup_tui.domain.interaction import Interaction
from followup_tui.domain.record import new_id
from followup_tui.store import form, layout
from followup_tui.store.base import write_base
from followup_tui.store.far import CAN_BE_FAR, FarDocuments, FarFile, Replaced
from followup_tui.store.files import signature
from followup_tui.store.form import FORMAT, Meta, raw
from followup_tui.store.layout import layouts_path, read_layouts
from followup_tui.store.lines import NOTHING
from followup_tui.store.owned import owner_of
from followup_tui.store.records import FILE, TinyRecords
from tests.builders import NOW, a_client, an_interaction, days

pytestmark = pytest.mark.skipif(not CAN_BE_FAR, reason="this system reads tables whole")

CLIENTS = [a_client(f"Client {number}") for number in range(4)]
IDS = [new_id(NOW + days(number)) for number in range(12)]


@pytest.fixture(autouse=True)
def far() -> Iterator[None]:
    """Leave every table in the file, however small."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(form, "LATE", 0)
        patch.setattr(layout, "LEAST", 1)
        yield


def _document(number: int, owner: str) -> msgspec.Raw:
    return raw({"id": IDS[number], "client_id": owner, "notes": "“é”, \\ and \n" * number})


_owners = st.sampled_from([client.id for client in CLIENTS])
_tables = st.dictionaries(st.integers(0, 11), _owners, min_size=1)
_edits = st.lists(st.tuples(st.integers(0, 11), st.none() | _owners))


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(_tables, _edits)
def test_they_are_as_documents_in_memory(tmp_path: Path, table, edits) -> None:
    path = tmp_path / "desk.json"
    plain = {IDS[number]: _document(number, owner) for number, owner in table.items()}
    write_base(path, {"interactions": plain}, Meta(FORMAT))
    held = signature(path)
    assert held is not None
    there = FarDocuments(FarFile(path, held), read_layouts(path, held)["interactions"])
    _compare(there, plain)
    before, was = there.copy(), dict(plain)
    for number, owner in edits:
        if owner is None:
            assert there.pop(IDS[number], None) == plain.pop(IDS[number], None)
        else:
            there[IDS[number]] = plain[IDS[number]] = _document(number, owner)
    path.unlink()  # it is held open
    _compare(there, plain)
    _compare(before, was)


def test_all_large_tables_of_a_copied_desk_can_be_left_in_its_file_again(
    home: Path, tmp_path: Path
) -> None:
    store = TinyRecords(home, zone=UTC, clock=lambda: NOW)
    store.commit(Change(by="test", put=(*CLIENTS, an_interaction(CLIENTS[0]))))
    store.compact()
    store.close()
    copied = tmp_path / "copied"
    copied.mkdir()
    (copied / FILE).write_bytes((home / FILE).read_bytes())
    again = TinyRecords(copied, zone=UTC, clock=lambda: NOW)
    again.commit(Change(by="test", drop=(CLIENTS[3],)))
    again.compact()
    again.close()
    assert read_layouts(copied / FILE, signature(copied / FILE)).keys() == {
        "clients",
        "interactions",
    }


def _compare(there: FarDocuments, plain: dict[str, msgspec.Raw]) -> None:
    assert list(there.items()) == sorted(plain.items())
    assert list(there) == sorted(plain)
    assert len(there) == len(plain)
    assert {key: there.get(key, NOTHING) for key in IDS} == {
        key: plain.get(key, NOTHING) for key in IDS
    }
    assert all((key in there) == (key in plain) for key in (*IDS, "x", 7))
    for client in CLIENTS:
        of_client = [key for key in sorted(plain) if owner_of(plain[key]) == client.id]
        assert there.ids_of(client.id) == of_client
    assert there.newest >= max(plain, default="")


def _home(folder: Path) -> Path:
    store = TinyRecords(folder / "home", zone=UTC)
    talks = [an_interaction(client, at=NOW - days(n)) for client in CLIENTS for n in range(3)]
    store.commit(Change(by="test", put=(*CLIENTS, *talks)))
    store.compact()
    store.close()
    return folder / "home"


def _known(store: TinyRecords) -> object:
    return (
        store.all(Client),
        store.all(Interaction),
        list(store.each(Interaction)),
        [store.of_client(Interaction, client.id) for client in CLIENTS],
        store.standings(),
        store.problems(),
    )


def _is_far(store: TinyRecords) -> bool:
    with store._guard:
        return isinstance(store._storage.documents(Interaction.table), FarDocuments)


def test_changes_compactions_and_undo_are_as_ever(tmp_path: Path) -> None:
    home = _home(tmp_path)
    store = TinyRecords(home, zone=UTC)
    assert _is_far(store)
    first = store.of_client(Interaction, CLIENTS[0].id)[0]
    new = an_interaction(CLIENTS[1], at=NOW + days(1))
    store.commit(Change(by="one", put=(new,), drop=(first,)))
    assert store.of_client(Interaction, CLIENTS[1].id)[-1] == new
    assert first not in store.of_client(Interaction, CLIENTS[0].id)
    known = _known(store)
    assert _known(TinyRecords(home, zone=UTC)) == known, "from the journal"
    assert store.compact()
    assert _known(store) == known
    again = TinyRecords(home, zone=UTC)
    assert _is_far(again)
    assert _known(again) == known, "from the file"
    again.undo()
    assert first in again.of_client(Interaction, CLIENTS[0].id)
    layouts_path(home / FILE).unlink()
    whole = TinyRecords(home, zone=UTC)
    assert not _is_far(whole)
    assert _known(whole) == _known(again), "without the layouts"


def test_stock_tinydb_queries_see_them(tmp_path: Path) -> None:
    store = TinyRecords(_home(tmp_path), zone=UTC)
    table = store.db.table(Interaction.table)
    assert len(table.all()) == len(table) == 12
    assert table.remove(lambda each: each["client_id"] == CLIENTS[0].id)
    assert store.of_client(Interaction, CLIENTS[0].id) == ()


@pytest.mark.parametrize("damage", [b"", b"x" * 40, None])
def test_layouts_that_are_damaged_or_of_another_state_are_passed_over(
    tmp_path: Path, damage: bytes | None
) -> None:
    home = _home(tmp_path)
    known = _known(TinyRecords(home, zone=UTC))
    path = layouts_path(home / FILE)
    if damage is None:
        (home / FILE).touch()
    else:
        path.write_bytes(damage)
    store = TinyRecords(home, zone=UTC)
    assert not _is_far(store)
    assert _known(store) == known


def test_a_file_that_is_written_to_in_its_place_is_seen(tmp_path: Path) -> None:
    home = _home(tmp_path)
    store = TinyRecords(home, zone=UTC)
    assert _is_far(store)
    content = (home / FILE).read_bytes()
    with (home / FILE).open("r+b") as file:
        file.write(content.replace(b'{"id"', b' {"id"'))  # laid out by hand
    with pytest.raises(Replaced, match="read anew"):
        store.of_client(Interaction, CLIENTS[2].id)
    assert store.refresh()
    assert len(store.of_client(Interaction, CLIENTS[2].id)) == 3


def test_documents_that_are_no_records_of_ours_are_read_whole(tmp_path: Path) -> None:
    path = tmp_path / FILE
    for table in ({"1": raw({"a": 1})}, {IDS[0]: raw({"client_id": "x"})}):
        write_base(path, {"interactions": table}, Meta(FORMAT))
        assert not layouts_path(path).exists()
