"""Exported contacts: read back by us, by vobject, by khard, and run by no spreadsheet."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
import vobject
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from followup_tui.domain.client import Client, Person
from followup_tui.domain.exporting.tables import company_of, contacts, tables
from followup_tui.domain.importing.plan import Contact
from followup_tui.domain.interaction import NoteLine
from followup_tui.domain.text import clean_text
from followup_tui.exchange.cells import guarded, unguarded
from followup_tui.exchange.contacts import read_contacts
from followup_tui.exchange.csv_out import write_table
from followup_tui.exchange.vcard_out import write_cards
from tests.builders import NOW, ZONE, a_client, an_interaction
from tests.exchange.reading import khard

names = st.lists(
    st.text(st.sampled_from("abcdefgäøß漢字"), min_size=2, max_size=9), min_size=1, max_size=3
).map(" ".join)
free = st.text(st.sampled_from("ab =+-@\"',;:\\\n|éß漢🙂0"), max_size=40).map(clean_text)
"""As a form takes it over: no blank before the end of a line."""
phones = st.lists(st.sampled_from(["+61 2 5550 0142", "(02) 5550 0143", "+49 30 555 0166"]),
                  unique=True, max_size=3).map(tuple)  # fmt: skip
emails = st.lists(st.sampled_from(["jane@northwind.example", "j.li@northwind.example"]),
                  unique=True, max_size=2).map(tuple)  # fmt: skip
tags = st.lists(st.sampled_from(["wholesale", "past client", "=1+1"]), unique=True,
                max_size=3).map(tuple)  # fmt: skip
people = st.builds(Person, name=names, role=names, phones=phones, emails=emails)
clients = st.builds(
    a_client,
    names,
    people=st.lists(people, max_size=3, unique_by=lambda each: each.name).map(tuple),
    website=st.sampled_from(["", "https://northwind.example/a?b=c"]),
    tags=tags,
    about=free,
)


def expected(clients: list[Client]) -> list[Contact]:
    """What each exported row or card must say when it is read again."""
    found = []
    for client in clients:
        for number, person in enumerate(client.people or (None,)):
            whole = {"website": client.website, "tags": client.tags, "about": client.about}
            found.append(
                Contact(
                    company=company_of(client, person),
                    person=person,
                    **({} if number else whole),
                )
            )
    return found


def read(path: Path, content: bytes) -> list[Contact]:
    path.write_bytes(content)
    rows = read_contacts(path).rows
    assert all(row.contact is not None for row in rows), [row.reason for row in rows]
    return [row.contact for row in rows if row.contact is not None]


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(clients, min_size=1, max_size=4))
@example([a_client("aa", people=(), about=clean_text("0 \n0"))])
@example([a_client("aa", people=(), about="'\n0")])
@example(
    [
        a_client("aa", people=(Person(name=name, emails=("jane@northwind.example", *more)),))
        for name, more in (("dc", ()), ("ab", ()), ("aa", ("j@northwind.example",)))
    ]
)
@example([a_client("=cmd()", about="@SUM(A1)\n+1", people=(Person(name="-2", role="'=x"),))])
def test_exported_tables_are_read_back_as_the_same_contacts(
    tmp_path: Path, found: list[Client]
) -> None:
    content = write_table(contacts(found))
    assert read(tmp_path / "contacts.csv", content) == expected(found)


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(clients, min_size=1, max_size=4))
def test_exported_cards_are_read_back_by_us_and_by_vobject(
    tmp_path: Path, found: list[Client]
) -> None:
    content = write_cards(found)
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    assert read(tmp_path / "contacts.vcf", content) == expected(found)
    cards = list(vobject.readComponents(content.decode()))
    wanted = expected(found)
    assert [card.fn.value for card in cards] == [
        each.person.name if each.person else each.company for each in wanted
    ]
    for card, each in zip(cards, wanted, strict=True):
        told = [tel.value for tel in card.contents.get("tel", [])]
        assert told == list(each.person.phones if each.person else ())


def test_khard_reads_the_cards(tmp_path: Path) -> None:
    jane = Person(
        name="Jane van der Berg", role="IT; Manager", phones=("+61 2 5550 0142",),
        emails=("jane@northwind.example",),
    )  # fmt: skip
    folder = tmp_path / "cards"
    folder.mkdir()
    found = [
        a_client("Northwind, Traders", people=(jane,), tags=("wholesale",), about="two\nlines"),
        a_client("Quill & Ledger", people=()),
    ]
    for number, each in enumerate(found):
        (folder / f"{number}.vcf").write_bytes(write_cards([each]))
    told = khard(folder, "list")
    assert "Jane van der Berg" in told
    assert "+61 2 5550 0142" in told
    assert "jane@northwind.example" in told
    shown = khard(folder, "show", "Jane")
    assert "Northwind, Traders" in shown
    assert "IT; Manager" in shown


@pytest.mark.parametrize("cell", ["=1+1", "+61 2", "-3", "@x", "\tx", "\rx", "'=x", "''+x", "＝1"])
def test_what_a_spreadsheet_would_run_begins_with_an_apostrophe(cell: str) -> None:
    assert guarded(cell) == f"'{cell}"
    assert unguarded(guarded(cell)) == cell


@given(st.text(st.sampled_from("'=+-@ab\t"), max_size=6))
def test_guarding_can_be_taken_off_whatever_stands_there(cell: str) -> None:
    assert unguarded(guarded(cell)) == cell


def test_every_cell_of_every_table_is_guarded() -> None:
    client = a_client("=HYPERLINK(1)", about="+evil", tags=("@tag",))
    note = an_interaction(
        client, notes=(NoteLine(at=NOW, text="- no"), NoteLine(at=NOW, text="=2+2"))
    )
    for _, table in tables({"clients": [client], "interactions": [note]}, zone=ZONE):
        rows = list(csv.reader(io.StringIO(write_table(table).decode("utf-8-sig"))))
        assert len(rows) == len(table.rows) + 1
        assert all(not cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row)
        assert [[unguarded(cell) for cell in row] for row in rows[1:]] == [
            list(row) for row in table.rows
        ]


def test_a_card_is_known_again_after_its_client_was_changed() -> None:
    client = a_client("Northwind")
    uid = [line for line in write_cards([client]).split(b"\r\n") if line.startswith(b"UID")]
    renamed = a_client("Northwind Traders Ltd", id=client.id, about="more")
    assert uid[0] in write_cards([renamed])
