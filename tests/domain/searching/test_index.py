"""The index against a plain search through all texts; misspelt words against their distance."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from followup_tui.domain.searching.excerpt import Finder, excerpt
from followup_tui.domain.searching.index import Index, all_words
from followup_tui.domain.searching.typos import Spelling
from followup_tui.domain.searching.words import terms_of, words_of

texts = st.lists(st.sampled_from(["azure", "azores", "costs", "cost", "Müller", "漢字", "x"]),
                 max_size=4).map(" ".join)  # fmt: skip
edits = st.lists(
    st.tuples(st.sampled_from(["add", "remove"]), st.integers(0, 5), texts), max_size=30
)


def built(found: list[tuple[str, int, str]]) -> tuple[Index, dict[str, str]]:
    """Return an index after these edits, and the documents that must be in it, oldest first."""
    index, there = Index(), dict[str, str]()
    for what, number, text in found:
        key = f"id{number}"
        if what == "remove" or key in there:
            index.remove(key)
            there.pop(key, None)
        if what == "add":
            index.add(key, [text])
            there[key] = text
    return index, there


@given(edits, st.lists(st.sampled_from(["az", "cos", "costs", "muller", "字", "none"]), min_size=1,
                       max_size=3), st.integers(1, 5))  # fmt: skip
def test_it_finds_the_newest_documents_in_which_every_word_begins(
    found: list[tuple[str, int, str]], terms: list[str], limit: int
) -> None:
    index, there = built(found)
    wanted = [
        key
        for key, text in reversed(there.items())
        if all(any(word.startswith(term) for word in words_of(text)) for term in terms)
    ]
    assert len(index) == len(there)
    choices = [index.beginning_with(term) for term in terms]
    assert index.newest(choices, limit) == wanted[:limit]


def test_words_are_folded_and_cut_at_what_is_none() -> None:
    assert words_of("Müller's e-mail: jane.li@northwind.example") == [
        "muller", "s", "e", "mail", "jane", "li", "northwind", "example",
    ]  # fmt: skip
    assert words_of("東京で会う Zürich") == ["東", "京", "て", "会", "う", "zurich"]
    assert terms_of("cost COST costs") == ("cost", "costs")


VOCABULARY = ["azure", "azures", "costs", "northwind", "contoso", "reports", "pricing", "ana", "x"]
letters = st.text(st.sampled_from("acnorstuwxz"), min_size=3, max_size=9)


@given(st.lists(letters, max_size=20), letters)
def test_words_of_one_mistake_are_found_and_none_beyond_two(words: list[str], term: str) -> None:
    near = Spelling(words).near(term)
    most = 1 if len(term) < 8 else 2
    for word in near:
        beginnings = {word[:length] for length in range(len(term) - 1, len(term) + 2)}
        assert min(OSA.distance(term, each) for each in beginnings) <= most
    one = [word for word in words if OSA.distance(term, word) == 1 and word[0] == term[0]]
    assert set(one) <= set(near) or len(near) == 12


def test_what_people_mistype() -> None:
    spelling = Spelling(VOCABULARY)
    for typed, meant in (
        ("azrue", "azure"), ("zaure", "azure"), ("nortwind", "northwind"), ("nortwi", "northwind"),
        ("reprots", "reports"), ("prcing", "pricing"), ("kontoso", "contoso"), ("csots", "costs"),
    ):  # fmt: skip
        assert spelling.near(typed)[0] == meant, typed
    assert spelling.near("ab") == ()
    assert spelling.near("2026") == ()
    assert spelling.near("qqqqqq") == []


def test_the_words_of_several_indexes() -> None:
    one, other = built([("add", 1, "azure")])[0], built([("add", 1, "costs")])[0]
    assert sorted(all_words((one, other))) == ["azure", "costs"]


@given(st.text(st.sampled_from("azure cos tséß漢"), max_size=400), texts.filter(str.strip))
def test_an_excerpt_marks_words_that_were_searched_for(line: str, query: str) -> None:
    terms = terms_of(query)
    found = excerpt(Finder(terms), [line])
    for begin, end in found.spans:
        marked = words_of(found.text[begin:end])
        assert any(word.startswith(term) or term in word for word in marked for term in terms)
    assert len(found.text) <= 162


def test_the_line_with_most_of_the_words_is_shown_around_the_first() -> None:
    finder = Finder(("azure", "cost"))
    long = "before " * 40 + "the Azure costs grow"
    found = excerpt(finder, ["azure", long])
    assert [found.text[a:b] for a, b in found.spans] == ["Azure", "cost"]
    assert found.text.startswith("…")
    assert finder.covers("costs of Azure")
    assert not finder.covers("Azure")
    assert [Finder(("jane", "li")).rank(name) for name in
            ("Jane Li", "Jane Lindt", "Li Jane", "Omar")] == [0, 1, 2, 3]  # fmt: skip
