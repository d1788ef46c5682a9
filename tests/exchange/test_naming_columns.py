"""Saying what stands in columns: one of several of the same heading, one without, all of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from followup_tui.domain.importing.fields import Field
from followup_tui.domain.importing.plan import ColumnsNeeded, ImportPlan, ImportProblem, Reading
from followup_tui.exchange.contacts import read_file


def planned(folder: Path, text: str, **mapping: Field) -> ImportPlan:
    path = folder / "odd.csv"
    path.write_text(text, encoding="utf-8")
    said = {key.removeprefix("at_"): field for key, field in mapping.items()}
    return read_file(path, Reading(mapping=said))


ODD = """Kontakt,Firma,Kontakt,,Notiz
Jane Li <jane@northwind.example>,Northwind,+61 2 5550 0142,vip,tea
"Ann Fox; ann@fox.example",Fox Ltd,,,
omar@woodgrove.example,Woodgrove,,,
"""


def test_a_column_is_named_by_its_number_where_its_heading_does_not_tell_it(tmp_path: Path) -> None:
    plan = planned(tmp_path, ODD)
    assert [column.said_by for column in plan.columns] == ["1", "Firma", "3", "4", "Notiz"]
    plan = planned(tmp_path, ODD, at_3=Field.PHONE, at_4=Field.TAGS)
    assert [column.mapped for column in plan.columns] == [False, False, True, True, False]
    jane = plan.rows[0].contact
    assert jane is not None
    assert jane.person is not None
    assert (jane.person.name, jane.person.phones) == ("Jane Li", ("+61 2 5550 0142",))
    assert jane.tags == ("vip",)


def test_an_address_beside_the_name_is_an_address(tmp_path: Path) -> None:
    plan = planned(tmp_path, ODD, at_3=Field.PHONE)
    people = [row.contact.person for row in plan.rows if row.contact]
    assert [(each.name, each.emails) for each in people if each] == [
        ("Jane Li", ("jane@northwind.example",)), ("Ann Fox", ("ann@fox.example",)),
        ("omar@woodgrove.example", ("omar@woodgrove.example",)),
    ]  # fmt: skip


def test_one_named_column_is_enough(tmp_path: Path) -> None:
    text = "Wer,Wo,Schuh\nAnn Fox,Fox Ltd,43\nBob Elk,Elk Ltd,44\n"
    plan = planned(tmp_path, text, Wer=Field.NAME)
    assert [row.name for row in plan.rows] == ["Ann Fox", "Bob Elk"]


def test_a_table_that_nobody_understands_says_what_columns_it_has(tmp_path: Path) -> None:
    text = "Wer;Wo;Wer;\nAnn Fox;Fox Ltd;43;x\nBob Elk;Elk Ltd;44;y\n"
    with pytest.raises(ColumnsNeeded, match="says who the contacts are") as found:
        planned(tmp_path, text)
    assert [(each.said_by, each.samples) for each in found.value.columns] == [
        ("1", ("Ann Fox", "Bob Elk")), ("Wo", ("Fox Ltd", "Elk Ltd")),
        ("3", ("43", "44")), ("4", ("x", "y")),
    ]  # fmt: skip


def test_a_number_beyond_the_columns_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(ImportProblem, match="has no column “9”"):
        planned(tmp_path, ODD, at_9=Field.TAGS)
