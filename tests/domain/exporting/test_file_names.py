"""Names of files: safe everywhere, never twice, and kept when a client is renamed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup_tui.domain.exporting.file_names import file_name, file_names

names = st.text(st.sampled_from('aAbBéÉ漢/\\:*?"<>|#^[]. \x00con1'), max_size=30)


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("Northwind Traders", "Northwind Traders"),
        ("../../etc/passwd", "etc passwd"),
        ('A/B "C": #1 [x]', "A B C 1 x"),
        ("CON", "_CON"),
        ("nul.txt", "_nul.txt"),
        ("...", "client"),
        ("Müller & Söhne", "Müller & Söhne"),
        ("漢" * 100, "漢" * 40),
    ],
)
def test_names_of_clients_as_names_of_files(name: str, file: str) -> None:
    assert file_name(name) == file


@given(st.lists(names, max_size=12))
def test_no_two_clients_share_a_file_and_none_leaves_its_folder(found: list[str]) -> None:
    titles = [(f"id{number:06}", name) for number, name in enumerate(found)]
    files = file_names(titles, ending=".md", taken={})
    assert len({name.casefold() for name in files.values()}) == len(found)
    for name in files.values():
        assert not set(name) & set('/\\:*?"<>|#^[]\x00')
        assert not name.startswith(".")
        assert len(name.encode()) < 200


def test_a_file_keeps_its_name_when_its_client_is_renamed() -> None:
    titles = [("id000001", "Northwind"), ("id000002", "northwind"), ("id000003", "Tailspin")]
    before = file_names(titles, ending=".md", taken={})
    assert before == {
        "id000001": "Northwind.md",
        "id000002": "northwind (000002).md",
        "id000003": "Tailspin.md",
    }
    renamed = [("id000001", "Contoso"), ("id000004", "Northwind"), *titles[1:]]
    after = file_names(renamed, ending=".md", taken=before)
    assert after["id000001"] == "Northwind.md"
    assert after["id000004"] == "Northwind (000004).md"
