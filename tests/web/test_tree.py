"""The tree that is built fast is the tree that bs4 builds, and hostile ones stay small."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup, Doctype
from bs4 import Comment as TheirComment
from bs4 import Tag as TheirTag
from bs4.element import Script, Stylesheet, TemplateString

from followup_tui.web.tag import Comment, Tag, Unshown
from followup_tui.web.tree import MOST_DEEP, MOST_ELEMENTS, parse_tree
from tests.web import samples

ODD = {
    "unclosed": "<p>one<p>two<b>bold<i>both</b>rest</i><td>cell",
    "comments": "<div><!-- b -->text<!-- c --></div>tail",
    "containers": "<script>var a='<b>';</script><style>p{}</style><template><p>t</p></template>",
    "lists": "<a class='x  y' rel='me nofollow' href=' /a ' data-x>z</a>",
    "entities": "<p title='&lt;&#x41;&auml;'>&amp;&copy;&nbsp;&bogus;</p>",
    "tables": "<table><tr><td>1<td>2<tr><th>3</table>after",
    "words": "no element at all",
    "svg": "<svg viewBox='0 0 1 1'><title>drawn</title><path d='M0'/></svg><o:p>office</o:p>",
}
PAGES = {**samples.PAGES, **ODD}


KINDS: dict[type[object], str] = {
    Comment: "comment",
    TheirComment: "comment",
    Unshown: "unshown",
    Script: "unshown",
    Stylesheet: "unshown",
    TemplateString: "unshown",
}


def told(root: Tag | TheirTag) -> list[tuple[str, str, object]]:
    found: list[tuple[str, str, object]] = []
    for piece in root.descendants:
        if isinstance(piece, Tag | TheirTag):
            # an attribute without a value is "" to bs4 and its own name to lxml
            attributes = {
                name: "" if value == name else value for name, value in piece.attrs.items()
            }
            found.append((piece.name, "", attributes))
        elif not isinstance(piece, Doctype):
            found.append((KINDS.get(type(piece), "shown"), str(piece), None))
    return found


@pytest.mark.parametrize("name", sorted(PAGES))
def test_it_is_the_tree_of_bs4(name: str) -> None:
    ours = parse_tree(PAGES[name])
    page = PAGES[name].removeprefix('<?xml version="1.0"?>')  # bs4 keeps it as a piece of its own
    theirs = BeautifulSoup(page, "lxml")
    assert told(ours.root) == told(theirs)
    assert ours.root.get_text() == theirs.get_text()
    for kind, tags in ours.tags.items():
        assert all(one is other for one, other in zip(tags, ours.root.find_all(kind), strict=True))


def test_siblings_and_parents_are_linked() -> None:
    root = parse_tree("<ul><li>a</li> <li>b</li></ul>").root
    first, second = root.find_all("li")
    assert list(second.previous_siblings) == [" ", first]
    assert second.previous_sibling == " "
    assert first.previous_sibling is None
    assert second.find_parent("ul") is first.parent


@pytest.mark.parametrize("text", ["", "  ", "\x00", "<!-- only this -->", "<?xml version='1.0'?>"])
def test_nothing_gives_an_empty_tree(text: str) -> None:
    assert parse_tree(text).root.get_text(strip=True) == ""


def test_what_stands_behind_the_end_of_a_page_belongs_to_its_body() -> None:
    tree = parse_tree("<html><body><p>one</p></body></html><footer>two</footer></html><p>three")
    (body,) = tree.tags["body"]
    assert len(tree.tags["html"]) == 1
    assert [(tag.name, tag.get_text()) for tag in body.children] == [
        ("p", "one"),
        ("footer", "two"),
        ("p", "three"),
    ]
    assert all(tag.parent is body for tag in body.children)
    assert [body.contents[tag.place] for tag in body.children] == body.children


def test_deep_nesting_is_flattened_and_its_text_kept() -> None:
    tree = parse_tree("<div>" * 1500 + "deep" + "</div>" * 1500 + "<p>after")
    assert len(tree.tags["div"]) <= MOST_DEEP
    assert tree.root.get_text() == "deepafter"
    assert tree.tags["p"][0].parent is tree.tags["body"][0]


def test_elements_past_the_limit_are_left_out() -> None:
    tree = parse_tree("<i>x</i>" * (MOST_ELEMENTS + 500))
    assert sum(len(tags) for tags in tree.tags.values()) <= MOST_ELEMENTS + 1


def test_an_element_is_written_as_html_again_without_what_is_for_programs() -> None:
    page = (
        "<article class='a b' title='1 &lt; 2'>x &amp; y<br><script>z()</script><b>w</b></article>"
    )
    written = parse_tree(page).tags["article"][0].decode()
    assert written == '<article class="a b" title="1 &lt; 2">x &amp; y<br><b>w</b></article>'


def test_text_for_programs_is_given_only_where_it_is_asked_for() -> None:
    tree = parse_tree("<div>a<template><p>t</p></template><script>s</script></div>")
    assert tree.tags["div"][0].get_text() == "a"
    assert tree.tags["script"][0].get_text() == "s"
    assert tree.tags["p"][0].get_text() == "t"
