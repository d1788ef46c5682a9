"""The people whom a site shows as its own: a name with a role, marked up or in cards."""

# ruff: noqa: E501, RUF001 -- lists of words

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from followup_tui.domain.page import Named
from followup_tui.domain.text import clean_line, fold
from followup_tui.web.cards import Card, Group
from followup_tui.web.dom import BLOCKS, line, text_of
from followup_tui.web.marked import ORGANISATIONS, Marked, of_kind
from followup_tui.web.sections import About, about_heading, about_names
from followup_tui.web.sheet import Sheet
from followup_tui.web.usual import is_usual

MOST_PEOPLE = 60
_PEOPLE_TYPES = frozenset({"Person", "Physician", "Attorney"})
_TITLES = r"(?:(?:Dr|Prof|Mr|Mrs|Ms|Miss|Mag|Ing|Dipl|Hr|Fr|Herr|Frau|Sir|Dame|PD|Univ|rer|nat|med|jur|h\.c)\.?-?\s?)"
_LETTER = r"[^\W\d_]"
_UPPER = r"[A-ZÀ-ÖØ-ÞĀ-ŽȘȚ]"
_PART = rf"(?:{_UPPER}{_LETTER}*(?:['’\-.]{_LETTER}+)*\.?|{_UPPER}\.(?:-?{_UPPER}\.)*)"
_JOINT = (
    r"(?:von|van|de|der|den|del|della|di|da|dos|das|la|le|du|ten|ter|zu|zur|af|av|bin|al|y|e|d['’])"
)
_NAME = re.compile(
    rf"^{_TITLES}{{0,4}}{_PART}(?:[ \u00a0](?:{_JOINT}[ \u00a0]){{0,2}}{_PART}){{1,4}}"
    r"(?:,? (?:PhD|MBA|MSc|BSc|MA|MD|LL\.?M\.?|CPA|CFA|FCA|RN|DDS|Jr\.?|Sr\.?|II|III))*$"
)
_ROLE = re.compile(
    r"\b(?:c[etfoimp]o|cio|chro|chief|director|manager|managing|head of|lead(?:er)?|founder|co-?founder|"
    r"owner|partner|president|chair(?:man|woman|person)?|vice|principal|engineer|developer|architect|"
    r"consultant|advisor|adviser|analyst|designer|marketing|sales|accountant|lawyer|solicitor|attorney|"
    r"counsel|barrister|paralegal|secretary|assistant|associate|coordinator|administrator|officer|"
    r"specialist|technician|trainer|teacher|lecturer|professor|researcher|editor|writer|photographer|"
    r"producer|chef|baker|nurse|doctor|dentist|physician|therapist|veterinar\w*|surveyor|planner|buyer|"
    r"receptionist|apprentice|intern|strategist|executive|support|operations|finance|human resources|"
    r"account|project|office|workshop|service|product|customer|board|trustee|treasurer|"
    r"geschaftsfuhr\w*|inhaber\w*|leiter\w*|leitung|vorstand\w*|grunder\w*|prokurist\w*|entwickler\w*|"
    r"berater\w*|vertrieb\w*|einkauf|buchhaltung|assistenz|sekretariat|meister\w*|techniker\w*|ingenieur\w*|"
    r"projekt\w*|ansprechpartner\w*|rechtsanwalt\w*|rechtsanwaltin|steuerberater\w*|auszubildende\w*|arzt|arztin|"
    r"gerant\w*|directeur|directrice|president\w*|fondat\w*|responsable|charge\w*|conseiller\w*|developpeu\w*|"
    r"ingenieur\w*|assistante?|avocate?|associee?|comptable|commercial\w*|cheffe?|"
    r"directora?|gerente|fundador\w*|socio|socia|responsabile|fondatore|fondatrice|titolare|direttore|"
    r"direttrice|amministrat\w*|consulente|avvocato|sviluppat\w*|jefe|jefa|abogad\w*|ingeniero|ingeniera|"
    r"directeur|eigenaar|oprichter|medewerker|adviseur|hoofd|zaakvoerder|vennoot|"
    r"direktor|direktør|direktor|partner|chef|saljare|saelger|konsulent|konsult|radgiv\w*|grundare|grundlaegger|"
    r"prezes|dyrektor|kierownik|wlasciciel\w*|specjalista|reditel\w*|jednatel\w*|vedouci|obchodni|"
    r"toimitusjohtaja|johtaja|paallikko|myynti\w*|asiantuntija|diretora?|socia|fundadora?)\b",
)
_NO_NAME = re.compile(
    r"\b(?:our|the|your|team|services?|company|contact|about|group|ltd|gmbh|inc|street|road|more|read|"
    r"and|und|with|for|of|news|home|office|support|email|phone|llc|ag|kg|sa|department|centre|center|"
    r"solutions?|systems?|policy|software|training|we|us|how|what|why|view|profile|linkedin|monday|"
    r"tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|june|july|"
    r"august|september|october|november|december|university|college|institute|school|day|week|"
    r"directors|managers|members|officers|partners|consultants|associates|advisors|staff)\b",
    re.IGNORECASE,
)
_OFFICE = re.compile(
    r"\b(?:stellvertret\w*|schriftfuhr\w*|kassier\w*|kassenwart\w*|schatzmeister\w*|beisitz\w*|"
    r"vorsitzend\w*|obmann|obfrau|beirat|rechnungsprufer\w*|sprecher(?:in)?|tresorier\w*|"
    r"secretaire|suppleant\w*|penningmeester|voorzitter|secretaris|tesorer[oa]|vocal)\b"
)
"""What an office in a club is called: two such words are no name."""
_DEGREES = re.compile(
    r"^(?:(?:M\.?D|Ph\.? ?D|D\.?Phil|[MB]\.?A|[MB]\.? ?Sc|M\.?Eng|MBA|MPH|MPA|J\.?D|LL\.?[MB]|CPA|"
    r"CFA|CRA|CPCC|RN|DDS|Esq|FRCS|P\.?E)\b\.?(?:,\s*|\s+|$))+",
    re.IGNORECASE,
)
"""What somebody has studied stands between name and role: ``Rita Moss, M.D. Director``."""
_MOST_ROLE = 90


def is_name(text: str) -> bool:
    """Say whether a line is the name of a person as far as its form goes."""
    return (
        5 <= len(text) <= 50
        and _NAME.match(text) is not None
        and not _NO_NAME.search(text)
        and not is_usual(text)
        and not text.isupper()
        and not _ROLE.search(fold(text))
        and not _OFFICE.search(fold(text))
    )


@lru_cache(maxsize=4096)  # of each text several readers ask, and texts of cards come again
def is_role(text: str) -> bool:
    """Say whether a line names what somebody does."""
    if len(text) > _MOST_ROLE or len(text.split()) > 10 or text.endswith((".", "!", "?", ":")):
        return False
    plain = fold(text)
    return bool(_ROLE.search(plain) or _OFFICE.search(plain))


def find_people(sheet: Sheet) -> tuple[Named, ...]:
    """Return the people whom the page shows, in its order, each once."""
    found: dict[str, Named] = {}
    for name, role, method, words in (*_marked(sheet), *_cards(sheet), *_alone(sheet)):
        key = fold(name)
        old = found.get(key)
        if old is None or (role and not old.role):
            found[key] = Named(name=name, role=role, source=sheet.source(method, words))
    return tuple(found.values())[:MOST_PEOPLE]


_Person = tuple[str, str, str, str]


def _marked(sheet: Sheet) -> Iterator[_Person]:
    """Give the marked people who belong to the company: not authors, reviewers, performers."""
    own: list[Marked] = []
    for one in sheet.marked:
        for name in ("employee", "founder", "founders", "member"):
            if not one.kinds.isdisjoint(ORGANISATIONS):
                own.extend(one.inside(name))
    own.extend(
        one
        for one in of_kind(sheet.marked, _PEOPLE_TYPES)
        if one.text("jobTitle") or one.node.get("worksFor")
    )
    for one in own:
        name, role = line(one.text("name"), 80), line(one.text("jobTitle"), _MOST_ROLE)
        if 2 <= len(name.split()) <= 7 and "@" not in name:
            yield name, role, one.method, f"{name} · {role}" if role else name


def _lines(card: Card) -> list[str]:
    """Return the first lines of a card: its blocks, cut where inline elements stand side by side."""
    found: list[str] = []
    for block in card.blocks[:6]:
        parts: list[str] = []
        if block.holder is not None and len(block.text) <= 120:
            inside = [tag for tag in block.holder.contents if getattr(tag, "name", None)]
            parts = [
                text_of(tag, 120)  # type: ignore[arg-type]  # a name makes it a tag
                for tag in inside
                if getattr(tag, "name", "") in {"strong", "b", "span", "em", "i", "a", "small"}
            ]
            parts = [part for part in parts if part]
            if parts and getattr(inside[0], "name", "") not in BLOCKS:
                rest = block.text
                for part in parts:
                    rest = rest.replace(part, "", 1)
                parts = [*parts, clean_line(rest).strip(" ,|–—-·:/()")]
        if sum(bool(part) for part in parts) > 1:
            found.extend(part for part in parts if part)
        else:
            found.append(block.text)
    return found


def _person(lines: Sequence[str], *, sure: bool) -> tuple[str, str] | None:
    """Return the name and role in the first lines of a card."""
    for number, text in enumerate(lines[:4]):
        name, role = text, ""
        for mark in (", ", " – ", " - ", " — ", " | ", ": ", " ("):
            if mark not in text:
                continue
            before, _, after = text.partition(mark)
            if is_name(before) and (is_role(after) or sure):
                name, role = before, _DEGREES.sub("", after).rstrip(")")
                break
        if not is_name(name):
            continue
        near = [*lines[number + 1 : number + 3], *lines[max(number - 1, 0) : number]]
        if number + 2 < len(lines) and is_name(lines[number + 2]):
            near.reverse()  # role, name, role, name: each stands below its role
        if not role:
            role = next((one for one in near if is_role(one)), "")
        if not role and sure:
            beside = [*lines[number + 1 : number + 2], *(lines[:1] if number == 1 else ())]
            role = next((one for one in beside if _may_be_role(one)), "")
        return (name, role) if role or sure else None
    return None


def _may_be_role(text: str) -> bool:
    return (
        len(text) <= 60
        and len(text.split()) <= 6
        and not re.search(r"[@\d]|https?:|[.!?]$", text)
        and not is_usual(text)
        and not is_name(text)
    )


def _cards(sheet: Sheet) -> Iterator[_Person]:
    """Give the people of groups most of whose cards hold a name."""
    team_page = About.TEAM in sheet.about
    for group in sheet.groups:
        if group.around:
            continue
        about = sheet.about_group(group)
        named_so = about_names(group.names)
        if (about | named_so) & {About.VOICES, About.NEWS, About.EVENTS, About.SHOP}:
            continue
        sure = About.TEAM in about_heading(group.section) or (
            About.TEAM in named_so and About.WORK not in about
        )
        yield from _of_group(group, sure=sure or (team_page and not about - {About.TEAM}))


def _alone(sheet: Sheet) -> Iterator[_Person]:
    """Give somebody with a role who stands alone below a heading that announces people."""
    blocks = sheet.content
    for number, block in enumerate(blocks):
        if block.level and About.TEAM in about_heading(block.text):
            lines = [one.text for one in blocks[number + 1 : number + 4]]
            found = _person(lines[:3], sure=False)
            if found is not None and found[0] in lines[:2]:
                yield *found, "heading", " · ".join(lines[:2])


def _of_group(group: Group, *, sure: bool) -> Iterator[_Person]:
    first = [card for card in group.cards[:4] if card.blocks]
    if not sure and not any(is_role(one.text) for card in first for one in card.blocks[:6]):
        return  # the cheap look first: most groups are about things
    if not any(_person(_lines(card), sure=sure) for card in first):
        return
    found = [
        (person, card)
        for card in group.cards
        if len(card.text) <= 1500 and not any(tag.name == "blockquote" for tag in card.elements)
        if (person := _person(_lines(card), sure=sure)) is not None
    ]
    if len(found) < max(len(group.cards) * 0.5, 1):
        return
    roles = sum(bool(role) for (_, role), _ in found)
    if not sure and roles < 2:
        return
    for (name, role), card in found:
        yield name, line(role, _MOST_ROLE), "cards", card.text[:160]
