"""The phrases that ship, and what is said of files that cannot be used."""

from __future__ import annotations

import pytest

from followup_tui.domain.personal.concepts import concepts_of
from followup_tui.domain.personal.words import (
    FILES,
    PersonalWords,
    PhrasesError,
    read_words,
    root_of,
    shipped,
)
from followup_tui.domain.shipped import data_folder


def texts(**changed: str) -> dict[str, str]:
    folder = data_folder() / "phrases"
    return {f: (folder / f"{f}.toml").read_text(encoding="utf-8") for f in FILES} | changed


def test_what_ships_can_be_read() -> None:
    words = shipped()
    assert root_of("migrated") in words.families
    assert words.sorts["move"] == "deeds"
    assert len(words.hollow) > 50


def test_every_family_has_more_than_one_word() -> None:
    words = shipped()
    sizes = dict.fromkeys(words.sorts, 0)
    for names in words.families.values():
        for name in names:
            sizes[name] += 1
    for phrases in words.family_phrases.values():
        for _, name in phrases:
            sizes[name] += 1
    assert [name for name, size in sizes.items() if size < 2] == []


@pytest.mark.parametrize(
    ("file", "text", "told"),
    [
        ("stock", "hollow = [", "stock.toml: is not valid TOML"),
        ("stock", "hollow = 'one'", "stock.toml: hollow: must be a list"),
        ("stock", "hollow = ['a (b']", "stock.toml: hollow: “a (b” cannot be read"),
        ("common", "trade = 3", "common.toml: trade: must be words"),
        ("synonyms", "move = 'move migrate'", "synonyms.toml: move: must be a table"),
        ("synonyms", "[deeds]\nmove = 3", "synonyms.toml: move: must be words"),
        ("greetings", "titles = []", "greetings.toml: titles: must be words"),
    ],
)
def test_a_flaw_is_told_with_its_file_and_key(file: str, text: str, told: str) -> None:
    with pytest.raises(PhrasesError) as problem:
        read_words(texts(**{file: text}))
    assert str(problem.value).startswith(told)


@pytest.fixture(scope="module")
def words() -> PersonalWords:
    return shipped()


@pytest.mark.parametrize(
    ("fact", "sorts"),
    [
        ("moved to Azure in May", {"moved": "deed", "Azure": "trade"}),
        ("plays the cello at DevMeetup", {"plays": "everyday", "cello": "plain",
                                          "DevMeetup": "proper"}),
        ("lost 400 pallets", {"lost": "plain", "400": "number", "pallets": "plain"}),
        ("Jane likes Hull", {"Jane": "name", "likes": "everyday", "Hull": "proper"}),
    ],
)  # fmt: skip
def test_what_the_words_of_a_fact_are(
    fact: str, sorts: dict[str, str], words: PersonalWords
) -> None:
    found = concepts_of(fact, frozenset({"jane"}), words)
    assert {concept.text: concept.sort.value for concept in found} == sorts
