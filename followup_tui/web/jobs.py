"""Open positions: marked up, or listed on a page or in a part that is about working there."""

# ruff: noqa: E501 -- lists of words

from __future__ import annotations

import re
from collections.abc import Iterator

from followup_tui.domain.page import Said
from followup_tui.domain.text import fold
from followup_tui.web.cards import Card
from followup_tui.web.dom import absolute, line
from followup_tui.web.marked import of_kind
from followup_tui.web.people import is_name, is_role
from followup_tui.web.sections import About, about_heading, about_names
from followup_tui.web.sheet import Sheet
from followup_tui.web.usual import is_usual

MOST_JOBS = 60
_GENDERS = re.compile(
    r"\((?:[mwfdxhi](?:\s?[/|,*]\s?(?:[mwfdxhi]|div|gn))+|all genders|gn|h/f)\)|\b[mwf]/[mwf]/[dx]\b",
    re.IGNORECASE,
)
_TERMS = re.compile(
    r"\b(?:full[- ]?time|part[- ]?time|permanent|temporary|fixed[- ]term|remote|hybrid|apply (?:now|by)|"
    r"vollzeit|teilzeit|unbefristet|befristet|ab sofort|homeoffice|temps (?:plein|partiel)|cdi|cdd|alternance|"
    r"jornada completa|tiempo completo|media jornada|tempo pieno|tempo indeterminato|voltijds|deeltijds|fulltime|"
    r"parttime|heltid|deltid|tempo inteiro|pelny etat|umowa o prace|plny uvazek|kokoaikainen|osa-aikainen|"
    r"salary|\d+ ?(?:hours|stunden|uur) (?:per|pro|a) )",
)
_JOB_PATH = re.compile(
    r"/(?:jobs?|careers?|karriere|stellen\w*|vacanc\w*|vacatures?|positions?|openings?|emplois?|offres?|empleo|lavora|vagas|recrutement|praca|kariera)/[^/]{3,}",
    re.IGNORECASE,
)
_NO_JOB = re.compile(
    r"\b(?:why|benefits?|values?|culture|our|apply|application|faq|perks|we offer|working (?:at|with|for)|life at|"
    r"how|process|all jobs|search|filter|speculative|unsolicited|initiativ\w*|spontan\w*|wir bieten|vorteile|"
    r"bewerbung\w*|warum|ihre vorteile|arbeiten bei|pourquoi|candidature spontanee|beneficios|no open|currently no|"
    r"growth|training and|development and|salary|pension|holidays?|equipment|team events)\b",
)  # fmt: skip


_ABOUT_ONE = re.compile(
    r"\b(?:tasks|requirements|qualifications?|responsibilit|skills|profile|your role|you will|you bring|what you|"
    r"about the (?:role|job|position)|how to apply|aufgaben|anforderung|profil|qualifikation|das bringst|sie bringen|"
    r"das bieten|missions?|competences|tareas|requisitos|funciones|responsabil|requisiti|taken|functie-eisen|"
    r"arbeidsoppgaver|kvalifikationer|obowiazki|wymagania|napln prace|pozadujeme)",
)
"""Headings of parts of one position's page."""


def find_jobs(sheet: Sheet) -> tuple[Said, ...]:
    """Return the open positions of the page, in its order, each once."""
    found: dict[str, Said] = {}
    for text, url, method, words in (*_marked(sheet), *_listed(sheet)):
        key = fold(text)
        if key not in found:
            found[key] = Said(text=text, url=url, source=sheet.source(method, words))
    return tuple(found.values())[:MOST_JOBS]


_Job = tuple[str, str, str, str]


def _marked(sheet: Sheet) -> Iterator[_Job]:
    for one in of_kind(sheet.marked, frozenset({"JobPosting"})):
        title = line(one.text("title", "name"), 150)
        address = one.text("url")
        if title:
            url = absolute(address, sheet.page.base) if address else sheet.page.url
            yield title, url, one.method, title


def _listed(sheet: Sheet) -> Iterator[_Job]:
    """Give the entries of groups that are about positions."""
    page = About.JOBS in sheet.about
    for group in sheet.groups:
        section = about_heading(group.section)
        if section and section <= {
            About.REASONS,
            About.QUESTIONS,
            About.TEAM,
            About.VOICES,
            About.NEWS,
        }:
            continue
        if _ABOUT_ONE.search(fold(group.section)):
            continue
        named = About.JOBS in section or About.JOBS in about_names(group.names)
        if not (page or named) or (group.around and not named):
            continue
        found = [(card, title) for card in group.cards if (title := _job(card))]
        sure = sum(_is_surely_job(card, title) for card, title in found)
        if sure >= max(1, len(group.cards) * 0.5):
            for card, title in found:
                yield title, card.link, "cards", card.text[:160]


def _job(card: Card) -> str:
    """Return the position that a card may be about, or nothing."""
    if card.tags[0].name == "tr" and not card.all("td"):
        return ""  # the head of a table
    title = line(card.title or card.text, 150).strip(" –-:|")  # noqa: RUF001 -- dashes
    plain = fold(title)
    if not 4 <= len(title) <= 110 or len(title.split()) > 14 or title.endswith(("?", "!", ".")):
        return ""
    if is_usual(title) or _NO_JOB.search(plain):
        return ""
    if is_name(title) and not _JOB_PATH.search(card.link):
        return ""
    tag = card.title_tag
    if tag is not None and tag.name == "h1":
        return ""  # the page's own heading
    return title if tag is not None or _GENDERS.search(title) else ""  # no line of a list of tasks


def _is_surely_job(card: Card, title: str) -> bool:
    """Say whether a card shows that it is about a position: its form, terms, address, its word."""
    return bool(
        _GENDERS.search(title)
        or is_role(title)
        or _TERMS.search(fold(card.text[:400]))
        or _JOB_PATH.search(card.link)
    )
