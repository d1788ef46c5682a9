"""A client's story as Markdown and the brief as HTML: what was written is text, and stays so."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from ruamel.yaml import YAML

from followup_tui.domain.client import Origin, OriginKind, Person
from followup_tui.domain.exporting.brief import Brief, BriefLine, BriefPage, BriefSection
from followup_tui.domain.exporting.story import Story
from followup_tui.domain.interaction import NoteLine
from followup_tui.domain.promise import PromiseState
from followup_tui.domain.timeline.entries import Memory, in_order
from followup_tui.domain.timeline.records import entries
from followup_tui.domain.views import ClientPage
from followup_tui.exchange.html_brief import write_brief
from followup_tui.exchange.markdown_out import text, write_story
from tests.builders import NOW, TODAY, ZONE, a_client, a_promise, a_step, an_interaction, days

words = st.text(st.sampled_from("ab1 #*_`[]<>&|$~^\\!=%:-+.()\"'\néß"), max_size=40)
COMMONMARK = MarkdownIt("commonmark")


def inline(markdown: str) -> str:
    """Return the text that a reader of Markdown shows of one line."""
    shown = []
    for token in COMMONMARK.parse(f"- {markdown}"):
        for child in token.children or ():
            assert child.type in {"text", "softbreak", "link_open", "link_close", "text_special"}
            shown.append(child.content)
    return "".join(shown)


@given(words.map(lambda each: " ".join(each.split())))
@example("+ likes [this](javascript:alert(1)) <script>alert(1)</script>")
@example("12. of them __all__ `now` == #azure $5")
@example("= yes")
def test_what_was_written_is_shown_as_it_was_written(line: str) -> None:
    assert inline(text(line)) == line


def test_addresses_are_links() -> None:
    assert text("see https://a.example/?x_1=2#q") == "see <https://a.example/?x_1=2#q>"
    assert text('"https://a.example"') == '"<https://a.example>"'
    assert text("(https://a.example/b), so.") == "(<https://a.example/b>), so."
    assert text("https://a.example/c_(d).") == "<https://a.example/c_(d)>."


def story() -> Story:
    mother = a_client("Tailspin [Toys]")
    client = a_client(
        'Northwind "N" Traders: --- #1',
        people=(Person(name="Jane Li"), Person(name="Tom", role="IT")),
        tags=("past client", "2026", "wholesale/big"),
        origin=Origin(kind=OriginKind.REFERRAL, introduced_by=mother.id),
        about="# no heading\n--- no rule",
    )
    page = ClientPage(
        client=client,
        interactions=(an_interaction(client, notes=(NoteLine(at=NOW, text="+ likes it"),)),),
        promises=(
            a_promise(client, "the link", due=TODAY),
            a_promise(client, "the book", due=TODAY, state=PromiseState.KEPT, settled=TODAY),
        ),
        next_steps=(a_step(client, at=NOW + days(2), text="coffee *here*"),),
        introduced_by=mother.name,
    )
    memory = Memory(page=page)
    return Story(
        memory, in_order(entries(memory, zone=ZONE)), TODAY, ((mother.id, "Tailspin Toys"),)
    )


def test_the_story_has_front_matter_tasks_and_links() -> None:
    found = story()
    content = write_story(found).decode()
    _, front, body = content.split("---\n", 2)
    assert YAML(typ="safe").load(front) == {
        "followup": found.client.id,
        "name": 'Northwind "N" Traders: --- #1',
        "aliases": ["Jane Li", "Tom"],
        "tags": ["followup", "past-client", "n2026", "wholesale/big"],
        "promise_due": TODAY,
        "next_step": (NOW + days(2)).date(),
    }
    assert "- [ ] we: the link 📅 2026-11-19" in body
    assert "- [x] we: the book 📅 2026-11-19 ✅ 2026-11-19" in body
    assert "- introduced by: [[Tailspin Toys|Tailspin (Toys)]]" in body
    assert r"coffee \*here\*" in body
    headings = re.findall(r"^#+ .*$", body, re.MULTILINE)
    assert headings == [
        r'# Northwind "N" Traders: --- \#1', "## People", "## Known", "## Promises",
        "## Next steps", "## History", "### 2026", "### 2025",
    ]  # fmt: skip


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.texts: list[str] = []
        self.loads: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.loads += [f"{key}={value}" for key, value in attrs
                       if key in {"src", "href", "onclick", "style"} and value]  # fmt: skip

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def read(content: bytes) -> _Reader:
    reader = _Reader()
    reader.feed(content.decode())
    return reader


@given(st.lists(st.text(st.sampled_from("ab<>&\"'/=é "), max_size=30), min_size=6, max_size=6))
@example(["<script>alert(1)</script>", "\" onclick='x'", "</style>", "&amp;", "<!--", "]]>"])
def test_a_brief_escapes_what_it_shows_and_fetches_nothing(texts: list[str]) -> None:
    name, person, role, way, why, line = texts
    page = BriefPage(
        name=name, person=person, role=role, ways=(way,), why=why, facts=((line, line),),
        sections=(BriefSection(line, (BriefLine(line, line, box=True),), line, room=True),),
    )  # fmt: skip
    reader = read(write_brief(Brief(title=name, printed=NOW, pages=(page, page))))
    assert set(reader.loads) == {"href=#client-1", "href=#client-2"}
    assert not {"script", "img", "link", "iframe", "object"} & set(reader.tags)
    assert name in "".join(reader.texts)
    assert reader.texts.count(line) >= 1 or not line.strip()


def test_a_day_lists_who_is_called_and_one_client_has_one_page() -> None:
    page = BriefPage(name="Northwind", person="Jane Li", role="", ways=(), why="due", facts=(),
                     sections=())  # fmt: skip
    one = read(write_brief(Brief("Northwind", NOW, (page,))))
    day = read(write_brief(Brief("Thursday", NOW, (page, page), "2 more clients.")))
    assert one.tags.count("article") == 1
    assert day.tags.count("article") == 3
    assert "2 more clients." in day.texts
    assert "Nobody is due." in read(write_brief(Brief("Thursday", NOW, ()))).texts
