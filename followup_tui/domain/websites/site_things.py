"""The things that a look at a site shows, brought to a form in which two looks can be compared."""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache
from itertools import product

from followup_tui.domain.likeness import likeness
from followup_tui.domain.page import Said, Source
from followup_tui.domain.text import fold
from followup_tui.domain.websites.site import PageRole, SiteFacts
from followup_tui.domain.websites.site_changes import ChangeKind

ROLES: dict[ChangeKind, frozenset[PageRole]] = {
    ChangeKind.NEWS: frozenset({PageRole.NEWS, PageRole.FEED}),
    ChangeKind.EVENT: frozenset({PageRole.EVENTS, PageRole.CALENDAR}),
    ChangeKind.PEOPLE: frozenset({PageRole.ABOUT}),
    ChangeKind.OFFERING: frozenset({PageRole.HOME, PageRole.SERVICES}),
    ChangeKind.JOBS: frozenset({PageRole.CAREERS}),
    ChangeKind.OFFICE: frozenset({PageRole.ABOUT}),
    ChangeKind.PRICE: frozenset({PageRole.SERVICES}),
    ChangeKind.TAGLINE: frozenset({PageRole.HOME}),
}
"""The pages that things of a kind may stand on beside the one they were first seen on."""

KEPT = {
    ChangeKind.OFFERING: 12,
    ChangeKind.PEOPLE: 60,
    ChangeKind.JOBS: 60,
    ChangeKind.PRICE: 30,
    ChangeKind.OFFICE: 20,
}
"""So many things of a kind are kept of one page: a list as long as that may have been cut."""

_TEXTS = 16_384  # of several looks at some sites: most of them are the same from day to day
_WORD = re.compile(r"[^\W_]+")
_NUMBER = re.compile(r"\d+(?:[.,'\u2019]\d+|[ \u00a0\u2009\u202f]\d{3}(?!\d))*")
_CENTS = re.compile(r"[.,](\d{1,2})$")
_MONTH_LIST = (
    "january february march april may june july august september october november december jan"
    " feb mar apr jun jul aug sep sept oct nov dec januar februar marz mai juni juli oktober"
    " dezember janvier fevrier mars avril juin juillet aout septembre octobre novembre decembre"
    " enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"
    " monday tuesday wednesday thursday friday saturday sunday"
)
_MONTHS = frozenset(_MONTH_LIST.split())
_CURRENCY = re.compile(
    r"[$\u20ac\u00a3\u00a5]|\b(?:eur|usd|gbp|chf|aud|nzd|cad|sek|nok|dkk|pln)\b", re.IGNORECASE
)
_GENDERS = re.compile(r"[(\[]\s*(?:[mwfdxhv]\s*[/|,]\s*){1,3}[mwfdxhv*]\s*[)\]]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing of a site: an offering, a person, an office …"""

    kind: ChangeKind
    key: str
    """What stays the same while it is the same thing; counters, dates and years are not in it."""
    values: frozenset[str]
    """What of it may change: a role, amounts, the date of news; empty where nothing may."""
    text: str
    """In the site's words."""
    detail: str = ""
    """What of it may change, in the site's words."""
    url: str = ""
    """Where it leads, if it leads anywhere."""
    page: str = ""
    """The address of the page it stands on."""
    how: str = ""


@dataclass(frozen=True, slots=True)
class Looked:
    """One look at a site as its things."""

    facts: SiteFacts
    things: dict[tuple[ChangeKind, str], Thing]

    @classmethod
    def at(cls, facts: SiteFacts) -> Looked:
        """Return the things of `facts`, each once."""
        things: dict[tuple[ChangeKind, str], Thing] = {}
        for thing in sorted(_things(facts), key=lambda each: (each.kind, each.key, each.text)):
            if thing.key:
                old = things.get((thing.kind, thing.key))
                things[thing.kind, thing.key] = _together(old, thing) if old else thing
        return cls(facts, things)

    def of(self, kind: ChangeKind) -> list[Thing]:
        """Return the things of a kind, in the order of their keys."""
        return [thing for thing in self.things.values() if thing.kind is kind]

    def role_of(self, thing: Thing) -> PageRole:
        """Return the role of the page that a thing of this look stands on."""
        for page, role in zip(self.facts.pages, self.facts.roles, strict=False):
            if page == thing.page:
                return role
        return PageRole.HOME

    def could_show(self, thing: Thing, role: PageRole) -> bool:
        """Say whether `thing`, seen elsewhere on a page of `role`, would be here if it were there.

        The home page was read, and no page on which it may stand failed to be.
        """
        wanted = {role, *ROLES[thing.kind]}
        missed = wanted & set(self.facts.missed)
        return PageRole.HOME in self.facts.roles and not missed

    def may_be_cut(self, kind: ChangeKind) -> bool:
        """Say whether a page has so many things of a kind that others may have found no place."""
        pages = Counter(thing.page for thing in self.of(kind))
        return max(pages.values(), default=0) >= KEPT.get(kind, sys.maxsize)

    def has_read_again(self, thing: Thing, earlier: Looked) -> bool:
        """Say whether all pages were read on which `thing` of an `earlier` look may stand."""
        may_stand = ROLES[thing.kind] & set(earlier.facts.roles)
        return {earlier.role_of(thing), *may_stand} <= set(self.facts.roles)

    def was_fetched_after(self, earlier: Looked, role: PageRole) -> bool:
        """Say whether the pages of a role were fetched anew since an `earlier` look."""
        fetched, before = self._fetched(role), earlier._fetched(role)
        return fetched is not None and (before is None or fetched > before)

    def _fetched(self, role: PageRole) -> datetime | None:
        """Return when the newest page of a role was fetched, or None where none was."""
        facts = self.facts
        moments = [
            moment for each, moment in zip(facts.roles, facts.fetched, strict=False) if each is role
        ]
        if not facts.fetched and role in facts.roles:
            return facts.read_at
        return max(moments, default=None)


def alike(one: Thing, other: Thing) -> float:
    """Return how alike two things are called, see `likeness`."""
    return likeness(one.key, other.key)


def pairs(
    gone: Iterable[Thing], come: Iterable[Thing], same: Callable[[Thing, Thing], bool]
) -> list[tuple[Thing, Thing]]:
    """Return which old thing is which new one by `same`: each once, the most alike first."""
    likely = [(old, new) for old, new in product(tuple(gone), tuple(come)) if same(old, new)]
    likely.sort(key=lambda pair: (-alike(*pair), *sorted((pair[0].key, pair[1].key))))
    found: list[tuple[Thing, Thing]] = []
    taken: set[int] = set()
    for old, new in likely:
        if not {id(old), id(new)} & taken:
            found.append((old, new))
            taken |= {id(old), id(new)}
    return found


@lru_cache(maxsize=_TEXTS)
def bare(text: str) -> str:
    """Return `text` without what changes by itself: capitals, marks, numbers, months, weekdays."""
    words = _WORD.findall(_NUMBER.sub(" ", fold(text)))
    return " ".join(word for word in words if word not in _MONTHS)


@lru_cache(maxsize=_TEXTS)
def plain(text: str) -> str:
    """Return the words and numbers of `text`, folded."""
    return " ".join(_WORD.findall(fold(text)))


def job_title(text: str) -> str:
    """Return a position without the ``(m/f/d)`` that some laws ask for."""
    return " ".join(_GENDERS.sub(" ", text).split()).strip(" -\u2013|,")


def _things(facts: SiteFacts) -> Iterator[Thing]:
    yield from _said(ChangeKind.OFFERING, facts.offerings, bare)
    yield from _said(ChangeKind.OFFICE, facts.offices, plain)
    yield from _said(ChangeKind.JOBS, facts.jobs, lambda text: bare(job_title(text)))
    yield from (_price(item) for item in facts.prices)
    for person in facts.people:
        yield _thing(
            ChangeKind.PEOPLE,
            plain(person.name),
            person.name,
            person.source,
            values=(plain(person.role),),
            detail=person.role,
        )
    for news in facts.news:
        day = news.date.isoformat() if news.date else ""
        yield _thing(
            ChangeKind.NEWS, plain(news.title), news.title, news.source, news.url, values=(day,)
        )
    if facts.tagline:
        home = Source(url=_home(facts), method="page")
        yield _thing(
            ChangeKind.TAGLINE,
            "tagline",
            facts.tagline,
            home,
            values=(bare(facts.tagline),),
            detail=facts.tagline,
        )


def _home(facts: SiteFacts) -> str:
    pages = zip(facts.pages, facts.roles, strict=False)
    return next((page for page, role in pages if role is PageRole.HOME), facts.url)


def _thing(
    kind: ChangeKind,
    key: str,
    text: str,
    source: Source | None,
    url: str = "",
    *,
    values: Iterable[str] = (),
    detail: str = "",
) -> Thing:
    page, how = (source.url, source.method) if source else ("", "")
    return Thing(kind, key, frozenset(filter(None, values)), text, detail, url, page, how)


def _said(kind: ChangeKind, items: Iterable[Said], key: Callable[[str], str]) -> Iterator[Thing]:
    for item in items:
        yield _thing(kind, key(item.text), item.text, item.source, item.url)


def _price(item: Said) -> Thing:
    """Return a price: what it is for stays, its amount may change."""
    label = bare(_CURRENCY.sub(" ", item.text)) or "price"
    currency = _CURRENCY.search(item.text)
    unit = fold(currency.group()) if currency else ""
    amounts = [f"{unit} {_amount(found)}" for found in _NUMBER.findall(item.text)]
    return _thing(
        ChangeKind.PRICE,
        label,
        item.text,
        item.source,
        item.url,
        values=amounts,
        detail=item.text,
    )


def _amount(written: str) -> str:
    """Return a number without what only its country writes: ``1.490,00`` and ``1,490`` agree."""
    whole, cents = written, ""
    if found := _CENTS.search(written):
        whole, cents = written[: found.start()], found.group(1).rstrip("0")
    return f"{re.sub(r'[^0-9]', '', whole)}.{cents}"


def _together(one: Thing, other: Thing) -> Thing:
    """Return two things of one key as one that has the values of both."""
    if not other.values or other.values <= one.values:
        return one
    details = dict.fromkeys(detail for detail in (one.detail, other.detail) if detail)
    return replace(one, values=one.values | other.values, detail=" \u00b7 ".join(details))
