"""Which few pages of a site to read: found by its links, their words and where they stand.

Pure and light: it knows links and words, no page and no site of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from followup_tui.domain.page import Link, LinkPart
from followup_tui.domain.websites.site import MOST_PAGES, PageRole
from followup_tui.web.kinds import CALENDAR_TYPES, FEED_TYPES
from followup_tui.web.names import host_key, literal_of
from followup_tui.web.site_words import (
    LANGUAGE_WORDS,
    LONGEST_PHRASE,
    NEVER_WORDS,
    ROLE_WORDS,
    SUBSCRIBE_WORDS,
    plain,
)

GOOD_ENOUGH = 5.0
"""The score from which on a link is taken for a page of its role."""
STRONG = 12.0
"""The score from which on a second page of a role is worth a place that is left over."""
_ORDER = (
    PageRole.EVENTS,
    PageRole.NEWS,
    PageRole.ABOUT,
    PageRole.SERVICES,
    PageRole.CAREERS,
    PageRole.CALENDAR,
    PageRole.FEED,
)
"""What is read first after the home page: what is worth a call before what is worth knowing."""
_TWICE = (PageRole.CALENDAR, PageRole.EVENTS, PageRole.FEED, PageRole.NEWS)
"""Roles of which a second page is read where places are left."""
_MOST_TRIES = 2  # pages of one role that are tried where the first cannot be read


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


_NO_PAGE = re.compile(
    r"\.(?:pdf|docx?|xlsx?|pptx?|odt|zip|rar|gz|exe|dmg|apk|jpe?g|png|gif|svg|webp|mp[34]|mov|avi|"
    r"css|js|json|vcf|epub)$",
    re.IGNORECASE,
)
_CALENDAR_PATH = re.compile(r"\.ics$|/ical/?$|/ics/?$|[?&](?:ical|outlook-ical)=1", re.IGNORECASE)
_FEED_PATH = re.compile(
    r"/(?:feed|rss|atom)(?:/|\.xml|\.rss)?$|\.(?:rss|atom)$|/(?:feed|rss|atom|index)\.xml$|"
    r"/feed\.json$|[?&]feed=(?:rss2?|atom)\b|/rss/[^/]+\.xml$",
    re.IGNORECASE,
)
_SIDE_FEED = re.compile(r"comment|kommentar|commentaire|/tag/|/author/|oembed", re.IGNORECASE)
_EXTENSION = re.compile(r"\.(?:html?|php\d?|aspx?|jsp|cfm|shtml)$", re.IGNORECASE)
_INDEX = re.compile(r"/(?:index|default)\.(?:html?|php\d?|aspx?|jsp)$", re.IGNORECASE)
_CODE = re.compile(r"[a-z]{2}(?:[-_][a-z]{2,4})?", re.IGNORECASE)
_LANGUAGES = _names("en de fr es it nl pt da sv no nb nn pl fi cs sk hu ro at ch us uk br")
_VARIANTS = _names(
    "lang language replytocom share add-to-cart print sort order orderby filter s q session sid "
    "redirect return returnurl next utm_source"
)
"""Query keys of addresses that show a page otherwise, or ask for something else than a page."""
_SECOND_LEVELS = _names("co com org net ac gov edu gob gouv or ne go nom gv ltd plc")
_SHARED = _names(
    "github.io gitlab.io netlify.app vercel.app web.app pages.dev herokuapp.com blogspot.com "
    "wordpress.com wixsite.com squarespace.com weebly.com jimdofree.com webflow.io myshopify.com "
    "business.site azurewebsites.net cloudfront.net"
)
"""Domains below which each name is somebody else's site (as the Public Suffix List has them)."""


@dataclass(frozen=True, slots=True)
class Place:
    """A page that may be read for a role."""

    role: PageRole
    url: str
    score: float


@dataclass(frozen=True, slots=True)
class Tried:
    """A page that was read, or could not be."""

    role: PageRole
    url: str
    read: bool = True


def domain_of(host: str) -> str:
    """Return the part of a host name that one owner has: ``example.co.uk`` of any below it."""
    name = host_key(host)
    labels = name.split(".")
    if len(labels) <= 2 or literal_of(name):
        return name
    double = len(labels[-1]) == 2 and labels[-2] in _SECOND_LEVELS
    size = 3 if double or ".".join(labels[-2:]) in _SHARED else 2
    return ".".join(labels[-size:])


@lru_cache(maxsize=8_192)
def page_key(url: str) -> str:
    """Return an address as pages are told apart: no scheme, ``www.``, fragment or last slash."""
    parts = _split(url)
    path = _INDEX.sub("/", parts.path).rstrip("/")
    query = f"?{parts.query}" if parts.query else ""
    return f"{host_key(parts.netloc).removeprefix('www.')}{path}{query}"


def places(links: Iterable[Link], *, homes: Sequence[str], language: str = "") -> list[Place]:
    """Return what the links of a page lead to, the best first, each page once for a role.

    `homes` are the addresses of the site: the one that was given and where it led to in the end.
    `language` is that of the home page: of two pages for one role that in its language is better.
    """
    site = _Site(homes, language)
    found: dict[tuple[PageRole, str], Place] = {}
    for link in links:
        for place in site.places(link):
            key = (place.role, page_key(place.url))
            if key not in found or found[key].score < place.score:
                found[key] = place
    return sorted(found.values(), key=lambda place: -place.score)


def language_root(links: Sequence[Link], *, homes: Sequence[str], language: str = "") -> str:
    """Return the page behind a home page that only lets one choose a language, or nothing."""
    site = _Site(homes, language)
    roots: dict[str, str] = {}
    for link in links:
        parts = _split(link.url)
        segments = _segments(parts)
        if site.is_ours(parts) and len(segments) == 1 and not parts.query:
            code = _language_code(segments[0].partition(".")[0])
            if code:
                roots.setdefault(code, link.url)
    wanted = language.lower().partition("-")[0]
    return roots.get(wanted) or roots.get("en") or next(iter(roots.values()), "")


def next_page(known: Iterable[Place], tried: Sequence[Tried]) -> Place | None:
    """Return the page to be read next, or None when enough was read or nothing is left.

    Each role has its best page first; what is left of the places goes to a second page of those
    roles that are worth it. Where a page could not be read, the role's next one is tried.
    """
    if len(tried) >= MOST_PAGES:
        return None
    been = {page_key(page.url) for page in tried}
    open_ = [place for place in known if page_key(place.url) not in been]
    for roles, wanted, least in ((_ORDER, 1, GOOD_ENOUGH), (_TWICE, 2, STRONG)):
        for role in roles:
            mine = [page for page in tried if page.role is role]
            enough = sum(page.read for page in mine) >= wanted or len(mine) >= _MOST_TRIES
            best = max(
                (place for place in open_ if place.role is role and place.score >= least),
                key=lambda place: place.score,
                default=None,
            )
            if best is not None and not enough:
                return best
    return None


def _split(url: str) -> SplitResult:
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError:
        return SplitResult("", "", "", "", "")
    return parts


def _is_page_address(parts: SplitResult) -> bool:
    return parts.scheme in {"http", "https"} and bool(parts.hostname)


def _segments(parts: SplitResult) -> list[str]:
    return [unquote(segment) for segment in parts.path.split("/") if segment]


def _language_code(segment: str) -> str:
    """Return the language that a segment of an address names (``de``, ``en-gb``), or nothing."""
    code = segment.lower().replace("_", "-")
    if not _CODE.fullmatch(code) or code[:2] not in _LANGUAGES:
        return ""
    return code[:2]


class _Site:
    """One site, and what its links are worth."""

    def __init__(self, homes: Sequence[str], language: str) -> None:
        parts = [_split(home) for home in homes]
        self._domains = {domain_of(part.hostname or "") for part in parts} - {""}
        self._homes = {page_key(home) for home in homes}
        spoken = [_language_code(segments[0]) for part in parts if (segments := _segments(part))]
        self._language = (spoken[-1] if spoken else "") or language.lower().partition("-")[0]

    def is_ours(self, parts: SplitResult) -> bool:
        """Say whether an address belongs to this site."""
        return _is_page_address(parts) and domain_of(parts.hostname or "") in self._domains

    def places(self, link: Link) -> list[Place]:
        """Return what a link leads to; nothing where it is no address of a page at all."""
        parts = _split(link.url)
        if not _is_page_address(parts):
            return []
        announced = self._announced(link, parts)
        if announced is not None:
            return [announced] if self.is_ours(parts) or link.kind else []
        if not self.is_ours(parts) or self._is_no_page(link, parts):
            return []
        scores = _scores(link, parts)
        common = self._common(link, parts)
        return [
            Place(role, link.url, score + common)
            for role, score in scores.items()
            if score + common >= GOOD_ENOUGH
        ]

    def _announced(self, link: Link, parts: SplitResult) -> Place | None:
        """Return the feed or calendar that a link leads to, or None."""
        whole = f"{parts.path}?{parts.query}" if parts.query else parts.path
        words = plain(f"{link.text} {link.title}")
        score = 10.0 if link.part is LinkPart.HEAD else 7.0
        score += plain(link.text) in SUBSCRIBE_WORDS
        if link.kind in CALENDAR_TYPES or _CALENDAR_PATH.search(whole):
            single = len(_segments(parts)) > 2 and link.part is not LinkPart.HEAD
            return Place(PageRole.CALENDAR, link.url, score - 4.0 * single)
        if link.kind in FEED_TYPES or _FEED_PATH.search(whole):
            score -= 6.0 * bool(_SIDE_FEED.search(f"{whole} {words}"))
            return Place(PageRole.FEED, link.url, score - 0.5 * len(_segments(parts)))
        return None

    def _is_no_page(self, link: Link, parts: SplitResult) -> bool:
        """Say whether a link leads to no page that could have a role."""
        if page_key(link.url) in self._homes or _NO_PAGE.search(parts.path):
            return True
        if any(key.lower() in _VARIANTS for key, _ in parse_qsl(parts.query)):
            return True
        last = [plain(_EXTENSION.sub("", segment)) for segment in _segments(parts)[-1:]]
        said = {plain(link.text), *last}
        return bool(said & NEVER_WORDS) or plain(link.text) in LANGUAGE_WORDS

    def _common(self, link: Link, parts: SplitResult) -> float:
        """Return what counts for each role alike: where the link stands, how deep it leads."""
        segments = _segments(parts)
        spoken = _language_code(segments[0]) if segments else ""
        score = {LinkPart.NAV: 2.0, LinkPart.MAIN: 0.5}.get(link.part, 0.0)
        if spoken:
            segments = segments[1:]
            score -= 9.0 * bool(self._language and spoken != self._language)
        score -= 0.75 * max(len(segments) - 1, 0)
        return score - 1.0 * bool(parts.query)


def _scores(link: Link, parts: SplitResult) -> dict[PageRole, float]:
    """Return what the words and the address of a link are worth for each role."""
    scores: dict[PageRole, float] = {}

    def add(roles: dict[PageRole, float], worth: float) -> None:
        for role, weight in roles.items():
            scores[role] = scores.get(role, 0.0) + worth * weight

    words = plain(link.text)
    add(*_worth_of_words(words))
    if link.title and plain(link.title) != words:
        roles, worth = _worth_of_words(plain(link.title))
        add(roles, worth / 2)
    segments = [plain(_EXTENSION.sub("", segment)) for segment in _segments(parts)]
    if segments:
        roles, worth = _worth_of_words(segments[-1])
        add(roles, worth * 0.6)
    for segment in segments[:-1]:
        add(ROLE_WORDS.get(segment, {}), 1.0)
    label = host_key(parts.netloc).partition(".")[0]
    if not segments:  # careers.example.com
        add(ROLE_WORDS.get(label, {}), 6.0)
    return scores


def _worth_of_words(words: str) -> tuple[dict[PageRole, float], float]:
    """Return the roles that a line of a menu speaks for, and what that is worth.

    The whole line is best; a line that begins or ends with the words of a role, and is short, is
    good (“About Northwind”, “All events”). What is longer is the title of something.
    """
    whole = ROLE_WORDS.get(words)
    if whole is not None:
        return whole, 10.0
    parts = words.split()
    if not 2 <= len(parts) <= LONGEST_PHRASE + 2:
        return {}, 0.0
    for size in range(min(len(parts) - 1, LONGEST_PHRASE), 0, -1):
        rest = len(parts) - size
        for phrase in (" ".join(parts[:size]), " ".join(parts[-size:])):
            if phrase in ROLE_WORDS and rest <= 2:
                return ROLE_WORDS[phrase], 7.0 - rest
    return {}, 0.0
