"""Finding the telling pages of a site by its links and their words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup_tui.domain.page import Link, LinkPart
from followup_tui.domain.websites.site import MOST_PAGES, PageRole
from followup_tui.web.site_links import (
    Place,
    Tried,
    domain_of,
    language_root,
    next_page,
    page_key,
    places,
)

HOME = "https://www.northwind.example/"
A, S, N, E, C = (
    PageRole.ABOUT,
    PageRole.SERVICES,
    PageRole.NEWS,
    PageRole.EVENTS,
    PageRole.CAREERS,
)


def link(path: str, text: str = "", part: LinkPart = LinkPart.NAV, **more: str) -> Link:
    url = path if ":" in path else f"https://www.northwind.example{path}"
    return Link(url=url, text=text, part=part, **more)


def chosen(*links: Link, home: str = HOME, language: str = "en") -> list[tuple[PageRole, str]]:
    """Return the whole way through a site whose pages all have the same links."""
    known = places(links, homes=[home], language=language)
    tried = [Tried(PageRole.HOME, home)]
    while (place := next_page(known, tried)) is not None:
        tried.append(Tried(place.role, place.url))
    return [
        (page.role, page.url.removeprefix("https://www.northwind.example")) for page in tried[1:]
    ]


MENUS = {
    "en": [(A, "/about-us", "About us"), (S, "/services", "What we do"), (N, "/news", "News"),
           (E, "/events", "Events"), (C, "/careers", "Careers")],
    "en, wordy": [(A, "/company", "About Northwind"), (S, "/solutions/", "Our solutions"),
                  (N, "/press", "Press releases"), (E, "/whats-on", "What’s on"),
                  (C, "/join", "We’re hiring")],
    "en, by address": [(A, "/en/about.html", "Get to know us better"), (S, "/p/services", "More"),
                       (N, "/newsroom", "›"), (E, "/events/", "See all"), (C, "/jobs", "Join in")],
    "de": [(A, "/ueber-uns", "Über uns"), (S, "/leistungen", "Leistungen"),
           (N, "/aktuelles", "Aktuelles"), (E, "/termine", "Termine"), (C, "/wir", "Karriere")],
    "de, other": [(A, "/unternehmen", "Unternehmen"), (S, "/loesungen", "Lösungen & Produkte"),
                  (N, "/presse", "Presse"), (E, "/va", "Alle Veranstaltungen"),
                  (C, "/jobs", "Offene Stellen")],
    "fr": [(A, "/qui-sommes-nous", "Qui sommes-nous ?"), (S, "/prestations", "Nos prestations"),
           (N, "/actualites", "Actualités"), (E, "/agenda", "Agenda"),
           (C, "/recrutement", "Nous rejoindre")],
    "es": [(A, "/quienes-somos", "Quiénes somos"), (S, "/servicios", "Servicios"),
           (N, "/noticias", "Noticias"), (E, "/eventos", "Eventos"),
           (C, "/empleo", "Trabaja con nosotros")],
    "it": [(A, "/chi-siamo", "Chi siamo"), (S, "/servizi", "Servizi"), (N, "/notizie", "Notizie"),
           (E, "/eventi", "Eventi"), (C, "/lavora-con-noi", "Lavora con noi")],
    "nl": [(A, "/over-ons", "Over ons"), (S, "/diensten", "Diensten"), (N, "/nieuws", "Nieuws"),
           (E, "/agenda", "Agenda"), (C, "/vacatures", "Werken bij")],
    "pt": [(A, "/quem-somos", "Quem somos"), (S, "/servicos", "Serviços"),
           (N, "/noticias", "Notícias"), (E, "/eventos", "Eventos"),
           (C, "/carreiras", "Trabalhe conosco")],
    "da": [(A, "/om-os", "Om os"), (S, "/ydelser", "Ydelser"), (N, "/nyheder", "Nyheder"),
           (E, "/arrangementer", "Arrangementer"), (C, "/job", "Ledige stillinger")],
    "sv": [(A, "/om-oss", "Om oss"), (S, "/tjanster", "Tjänster"), (N, "/nyheter", "Nyheter"),
           (E, "/evenemang", "Evenemang"), (C, "/jobba-hos-oss", "Lediga jobb")],
    "pl": [(A, "/o-nas", "O nas"), (S, "/oferta", "Usługi"), (N, "/aktualnosci", "Aktualności"),
           (E, "/wydarzenia", "Wydarzenia"), (C, "/kariera", "Dołącz do nas")],
}  # fmt: skip


@pytest.mark.parametrize("name", MENUS)
def test_a_menu_is_understood(name: str) -> None:
    noise = [
        link("/", "Home"),
        link("/login", "Log in"),
        link("/cart", "Cart (0)"),
        link("/de/", "Deutsch"),
        link("/impressum", "Impressum", LinkPart.FOOTER),
        link("/kontakt", "Kontakt"),
        link("/files/company.pdf", "Company"),
        link("https://fabrikam.example/news", "News"),
        link("/news/2026/05/new-hall", "We open a new hall in Basel", LinkPart.MAIN),
    ]
    menu = [link(path, text) for _, path, text in MENUS[name]]
    found = dict(chosen(*noise, *menu, language=name[:2]))
    assert found == {role: path for role, path, _ in MENUS[name]}


def test_what_is_worth_a_call_is_read_first() -> None:
    found = chosen(*(link(path, text) for _, path, text in reversed(MENUS["en"])))
    assert [role for role, _ in found] == [E, N, A, S, C]


def test_feeds_and_calendars_that_are_announced_are_found() -> None:
    found = chosen(
        link("/comments/feed/", "Comments", LinkPart.HEAD, kind="application/rss+xml"),
        link("/feed/", "Northwind", LinkPart.HEAD, kind="application/rss+xml"),
        link("https://calendars.example/northwind.ics", "Subscribe", kind="text/calendar"),
        link("/events", "Events"),
    )
    assert found == [
        (E, "/events"),
        (PageRole.CALENDAR, "https://calendars.example/northwind.ics"),
        (PageRole.FEED, "/feed/"),
    ]


@pytest.mark.parametrize(
    ("path", "text", "role"),
    [
        ("/events.ics", "iCal", PageRole.CALENDAR),
        ("/?ical=1", "Subscribe to calendar", PageRole.CALENDAR),
        ("/blog/rss.xml", "RSS", PageRole.FEED),
        ("/feed", "Feed", PageRole.FEED),
        ("/index.xml", "", PageRole.FEED),
        ("/news.rss", "News", PageRole.FEED),
    ],
)
def test_feeds_and_calendars_are_known_by_their_addresses(
    path: str, text: str, role: PageRole
) -> None:
    assert chosen(link(path, text, LinkPart.FOOTER)) == [(role, path)]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("/news/2026/events-in-basel-draw-crowds", "Events in Basel draw crowds of people"),
        ("/termin-vereinbaren", "Termin vereinbaren"),
        ("/about?replytocom=7", "About"),
        ("/?lang=de", "Über uns"),
        ("/de", "Deutsch"),
        ("/services/login", "Login"),
        ("/datenschutz", "Datenschutz"),
        ("/shop/jobs-t-shirt-red-xl", "T-Shirt"),
        ("mailto:jobs@northwind.example", "Jobs"),
        ("https://northwind.example.evil.example/about", "About us"),
        ("https://evilnorthwind.example/about", "About us"),
        ("https://[::1/about", "About us"),
        ("/brochure.pdf", "Our services"),
        ("/", "About us"),
        ("/index.html", "About us"),
        ("", ""),
    ],
)
def test_what_has_no_role_is_left_out(path: str, text: str) -> None:
    assert chosen(link(path, text) if path else Link(url="", text="")) == []


def test_its_other_hosts_are_its_own() -> None:
    found = chosen(
        link("https://careers.northwind.example/", "Come aboard"),
        link("https://northwind.example/about", "About us"),
        link("http://news.northwind.example/", "Stories from the kitchen floor and beyond"),
        home="https://www.northwind.example/",
    )
    assert dict(found) == {
        C: "https://careers.northwind.example/",
        A: "https://northwind.example/about",
        N: "http://news.northwind.example/",
    }


def test_navigation_counts_before_the_footer_and_the_listing_before_what_it_lists() -> None:
    found = chosen(
        link("/legal/company", "Company", LinkPart.FOOTER),
        link("/company", "Company"),
        link("/events/azure-breakfast", "Events: Azure breakfast"),
        link("/events", "Events"),
    )
    assert found[:2] == [(E, "/events"), (A, "/company")]


def test_of_two_languages_that_of_the_home_page_counts() -> None:
    links = [link("/en/news", "News"), link("/de/news", "News")]
    assert chosen(*links, language="de-CH") == [(N, "/de/news")]
    assert chosen(*links, home=f"{HOME}en/", language="") == [(N, "/en/news")]


def test_one_line_for_two_pages_fills_one_place() -> None:
    assert chosen(link("/news-events", "News & Events")) == [(E, "/news-events")]
    found = chosen(link("/news-events", "News & Events"), link("/press", "Press"))
    assert found == [(E, "/news-events"), (N, "/press")]


def test_places_that_are_left_go_to_second_pages_of_their_role() -> None:
    found = chosen(link("/events", "Events"), link("/termine", "Termine"), link("/people", "Team"))
    assert found == [(E, "/events"), (A, "/people"), (E, "/termine")]


def test_the_next_page_of_a_role_is_tried_where_the_first_cannot_be_read() -> None:
    known = [Place(N, f"{HOME}{name}", score) for name, score in (("a", 12), ("b", 9), ("c", 8))]
    tried = [Tried(PageRole.HOME, HOME), Tried(N, f"{HOME}a", read=False)]
    assert next_page(known, tried) == known[1]
    assert next_page(known, [*tried, Tried(N, f"{HOME}b", read=False)]) is None


def test_a_page_that_only_lets_one_choose_a_language_leads_on() -> None:
    links = [link("/fr/", "Français"), link("/en-gb", "English"), link("/de/index.html", "Deutsch")]
    assert language_root(links, homes=[HOME], language="") == f"{HOME}en-gb"
    assert language_root(links, homes=[HOME], language="fr") == f"{HOME}fr/"
    assert language_root([link("/xy", "More")], homes=[HOME]) == ""


@pytest.mark.parametrize(
    ("host", "domain"),
    [
        ("www.northwind.example", "northwind.example"),
        ("a.b.northwind.co.uk", "northwind.co.uk"),
        ("northwind.com.au.", "northwind.com.au"),
        ("shop.northwind.github.io", "northwind.github.io"),
        ("localhost", "localhost"),
        ("192.0.2.7", "192.0.2.7"),
        ("", ""),
    ],
)
def test_the_domain_of_one_owner(host: str, domain: str) -> None:
    assert domain_of(host) == domain


def test_an_address_is_the_same_page_however_it_is_written() -> None:
    keys = {
        page_key(url)
        for url in (
            "https://www.northwind.example/a/",
            "http://northwind.example/a",
            "https://NORTHWIND.example/a/index.html#top",
        )
    }
    assert len(keys) == 1
    assert page_key(f"{HOME}a?id=1") != page_key(f"{HOME}a?id=2")


_LINKS = st.lists(
    st.builds(
        Link,
        url=st.one_of(
            st.text(max_size=40),
            st.sampled_from(["news", "events/x", "a.ics", "about?x=1", "de/ueber-uns", "%ff"]).map(
                lambda path: f"{HOME}{path}"
            ),
        ),
        text=st.one_of(st.text(max_size=30), st.sampled_from(["News", "About", "Termine", "RSS"])),
        title=st.text(max_size=10),
        part=st.sampled_from(LinkPart),
        kind=st.sampled_from(["", "text/calendar", "application/rss+xml"]),
    ),
    max_size=30,
)


@given(_LINKS)
def test_no_site_is_asked_for_more_than_its_share_nor_twice_for_a_page(links: list[Link]) -> None:
    found = chosen(*links)
    assert len(found) < MOST_PAGES
    keys = [page_key(url if url.startswith("http") else f"{HOME[:-1]}{url}") for _, url in found]
    assert len(set(keys)) == len(keys)
