"""What a page tells: descriptions, main text, news, shells, language, and what could be better."""

# ruff: noqa: E501 -- pages come with long lines

from __future__ import annotations

from datetime import date

import pytest

from followup_tui.domain.page import PageFacts
from followup_tui.domain.text import clean_line
from followup_tui.web.page import read_page
from tests.web.samples import NOW
from tests.web.test_page_owner import CONTACTS, JOBS, LEAD, OFFERINGS, PEOPLE

HOME = "https://northwind.example/"
SAID = "We build crates for harbours, and mend them for ever."


def read(body: str, *, url: str = HOME, head: str = "", lang: str = ' lang="en-GB"') -> PageFacts:
    page = f"<!doctype html><html{lang}><head><title>Northwind</title>{head}</head><body>{body}</body></html>"
    return read_page(page.encode(), url=url, now=NOW)


def described(text: str) -> str:
    return f'<meta name="description" content="{text}">'


@pytest.mark.parametrize(
    "text",
    [
        "Home", "Northwind", "Just another WordPress site", "crates, harbour, rope, storage, wood, boats",
        "This website uses cookies to give you the best experience", "Welcome to our website",
        "Herzlich willkommen auf unserer Homepage", "Web site created using create-react-app",
        "Joomla! - the dynamic portal engine and content management system", "Lorem ipsum dolor sit amet consectetur",
    ],
)  # fmt: skip
def test_a_description_that_says_nothing_is_passed_over(text: str) -> None:
    facts = read(LEAD, head=described(text))
    assert facts.description == ""
    assert facts.summary == ("Crates for every harbour", SAID)


def test_the_next_description_is_taken_where_the_first_says_nothing() -> None:
    head = described("Home") + f'<meta property="og:description" content="{SAID}">'
    facts = read("<p>Hello.</p>", head=head)
    assert (facts.description, facts.basis["description"].method) == (SAID, "meta og:description")
    ld = f'<script type="application/ld+json">{{"@type":"Organization","description":"{SAID}"}}</script>'
    assert read(f"<p>Hello.</p>{ld}").description == SAID


def test_main_text_leaves_out_what_stands_around() -> None:
    body = (
        '<a class="skip-link" href="#c">Skip to content</a><header><nav><a href="/">Start</a></nav><p>Ring 555</p></header>'
        f'<div id="cookie-banner">We use cookies. Accept?</div><div class="page nav-fixed"><main>{LEAD}'
        '<p hidden>hidden words</p><p style="display: none">more hidden</p><div aria-hidden="true">icons</div>'
        '<span class="sr-only">for readers</span><template><p>pattern</p></template>'
        '<form><label>Your name</label></form><p>The end of it is here.</p></main></div>'
        "<aside>Related</aside><footer>© 2026 Northwind</footer>"
    )  # fmt: skip
    assert read(body).main_text.split("\n") == [
        "Crates for every harbour", SAID, "The end of it is here.",
    ]  # fmt: skip


def test_a_page_that_is_one_form_is_still_a_page() -> None:
    assert (
        SAID
        in read(f'<form id="aspnetForm"><main>{LEAD}<p>Text of it.</p></main></form>').main_text
    )


def test_an_article_is_read_whole() -> None:
    told = [
        f"Paragraph {n} of the story tells at some length how a crate is made of oak, tar and patience, and what it costs those who make it."
        for n in range(5)
    ]
    body = f'<div class="x"><a href="/">Home</a></div><article><h1>A year of crates</h1><p class="byline">By Jane Li</p>{"".join(f"<p>{p}</p>" for p in told)}</article><div>Share this</div>'
    facts = read(
        body, url=f"{HOME}journal/crates", head='<meta property="og:type" content="article">'
    )
    for paragraph in told:
        assert paragraph in facts.main_text
    assert facts.basis["main_text"].method in {"article", "dom"}


NEWS = {
    "cards": (
        ('<div><div class="c"><span class="d">12 May 2026</span><h3><a href="/a">We bought a second crane</a></h3></div>'
        '<div class="c"><span class="d">3 April 2026</span><h3><a href="/b">Oak is dearer this year</a></h3></div></div>'),
        [("We bought a second crane", date(2026, 5, 12)), ("Oak is dearer this year", date(2026, 4, 3))],
    ),
    "a table of press releases": (
        ('<h2>Presse</h2><table><tr><td>12.05.2026</td><td><a href="/a">Neuer Kran am Kai</a></td></tr>'
        '<tr><td>03.04.2026</td><td><a href="/b">Eiche wird teurer</a></td></tr></table>'),
        [("Neuer Kran am Kai", date(2026, 5, 12)), ("Eiche wird teurer", date(2026, 4, 3))],
    ),
    "dates in addresses": (
        '<p><a href="/2026/05/12/crane">We bought a second crane</a></p><p><a href="/2026/04/03/oak">Oak is dearer this year</a></p>',
        [("We bought a second crane", date(2026, 5, 12)), ("Oak is dearer this year", date(2026, 4, 3))],
    ),
    "events are no news": (
        ('<h2>Past events</h2><div><div class="c"><time datetime="2026-05-12">12 May</time><h3><a href="/a">Open evening on the quay</a></h3></div>'
        '<div class="c"><time datetime="2026-04-03">3 April</time><h3><a href="/b">A tour of the loft</a></h3></div></div>'), [],
    ),
    "comments are no news": (
        ('<ol class="comment-list"><li class="comment"><b>Jane Li</b><time datetime="2026-05-12">12 May</time><p>I liked this a lot.</p></li>'
        '<li class="comment"><b>Omar Haddad</b><time datetime="2026-05-13">13 May</time><p>So did I, very much.</p></li></ol>'), [],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", NEWS)
def test_news(name: str) -> None:
    body, wanted = NEWS[name]
    lang = ' lang="de"' if "Presse" in body else ' lang="en-GB"'
    found = read(f"{LEAD}{body}", lang=lang).news
    assert [(item.title, item.date) for item in found] == wanted
    assert all(item.source is not None and item.url.startswith(HOME) for item in found)


def test_a_shell_says_so_but_not_where_enough_is_told() -> None:
    script = '<div id="root"></div><script src="/main.js"></script>'
    empty = read(f"<noscript>You need to enable JavaScript to run this app.</noscript>{script}")
    assert empty.shell
    assert "without JavaScript" in empty.problem
    told = read(script, head=described(SAID))
    assert (told.shell, told.problem, told.summary) == (False, "", (SAID,))
    noscript = read(f"<noscript><h1>Northwind</h1><p>{SAID}</p></noscript>{script}")
    assert (noscript.shell, noscript.problem) == (False, "")
    assert SAID in noscript.main_text


@pytest.mark.parametrize(
    ("lang", "head", "body", "wanted"),
    [
        (' lang="de_ch"', "", "", "de-CH"),
        ("", '<meta property="og:locale" content="fr_FR">', "", "fr-FR"),
        ("", "", "<p>Robimy schody, okna i łóżka z dębu, od pięćdziesięciu lat w tym samym miejscu.</p>", "pl"),
        ("", "", "<p>Vi bygger lådor för hamnar, och det är inte på skoj, utan för dem som har en båt till sjöss.</p>", "sv"),
        ("", "", "<p>Crates.</p>", ""),
    ],
)  # fmt: skip
def test_languages(lang: str, head: str, body: str, wanted: str) -> None:
    assert read(body, lang=lang, head=head).language == wanted


GOOD = described(SAID) + '<meta name="viewport" content="width=device-width">'
HEALTH = {
    "nothing": (LEAD, HOME, GOOD, {}),
    "http": (LEAD, "http://northwind.example/", GOOD, {"http": "http://northwind.example/"}),
    "pictures": ('<h1>Crates</h1><img src="a.jpg"><img src="b.jpg" alt=""><noscript><img src="c.jpg"></noscript>', HOME, GOOD, {"alt-missing": "1 of 2: a.jpg"}),
    "mixed": (f'{LEAD}<img alt="x" src="http://northwind.example/a.jpg">', HOME, GOOD, {"mixed-content": "1: http://northwind.example/a.jpg"}),
    "old": (f"{LEAD}<footer>© 2009–2021 Northwind</footer>", HOME, GOOD, {"copyright-old": "© 2009–2021 Northwind"}),
    "alive": (f"{LEAD}<footer>© 2009–today Northwind</footer>", HOME, GOOD, {}),
    "past": (
        f'{LEAD}<h2>Upcoming events</h2><ul><li><time datetime="2026-05-12">12 May 2026</time> <b>Open evening</b></li><li><time datetime="2026-06-12">12 June 2026</time> <b>Rope day</b></li></ul>',
        HOME, GOOD, {"events-past": "Rope day, 2026-06-12"},
    ),
    "heavy": (f"{LEAD}<script>{'x' * 1_200_000}</script>", HOME, GOOD, {"weight": "1.2 MB of scripts and pictures in it"}),
    "bare": ("<p>Hello.</p>", HOME, "", {"description-missing": "no meta description", "viewport-missing": "no meta viewport", "heading-missing": "no <h1>"}),
}  # fmt: skip


@pytest.mark.parametrize("name", HEALTH)
def test_what_could_be_better(name: str) -> None:
    body, url, head, wanted = HEALTH[name]
    notes = read(body, url=url, head=head).health
    assert {note.key: note.evidence for note in notes} == wanted
    assert all(note.say.endswith(".") for note in notes)


BODIES = [
    body for body, _ in (*OFFERINGS.values(), *PEOPLE.values(), *JOBS.values(), *NEWS.values())
]
BODIES += [body for body, _, _ in CONTACTS.values()]


@pytest.mark.parametrize("number", range(len(BODIES)))
def test_what_is_said_of_a_page_stands_on_it(number: int) -> None:
    from bs4 import BeautifulSoup  # noqa: PLC0415 -- the page as another program reads it

    facts = read(LEAD + BODIES[number], head=described(SAID))
    page = BeautifulSoup(LEAD + BODIES[number], "lxml")
    shown = clean_line(page.get_text(" ")) + clean_line(page.get_text("")) + SAID + "Northwind"
    for text in (*facts.summary, *(said.text for said in facts.offerings)):
        assert text in shown
