"""Events that are marked by nothing but a ``<time datetime>`` in a block with a title.

A day that lies ahead is the sign: what is published or updated lies behind us.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bs4 import Tag

from followup_tui.web.dom import HEADINGS, Page, absolute, attribute, is_hidden, line, text_of
from followup_tui.web.findings import Finding
from followup_tui.web.moments import Moment, is_over, read_moment
from followup_tui.web.summary import is_usual

_HIGHEST = 6  # elements above the time in which its title is looked for
_MOST_WORDS = 1500  # characters of a block that is still about one thing
_EVENTISH = re.compile(
    r"event|termin|veranstalt|agenda|webinar|workshop|seminar|meet-?up|course|kurs|calendar|"
    r"kalender|schulung|training|conference|konferenz|talk|vortrag|breakfast|fr(?:ü|ue)hst(?:ü|ue)ck|"
    r"evento|évènement|événement|formation|vevent",
    re.IGNORECASE,
)
_NO_EVENT = re.compile(
    r"apply by|applications? close|valid until|expires|offer ends|deadline|"
    r"bewerbungs(?:frist|schluss)|"
    r"gültig bis|published|posted|updated|veröffentlicht|aktualisiert|copyright|©",
    re.IGNORECASE,
)
_TITLE_NAMES = re.compile(r"title|name|summary|headline|titel", re.IGNORECASE)
_PLACE_NAMES = re.compile(r"location|venue|place|\bort\b|address|lieu|where", re.IGNORECASE)
_STATE = re.compile(
    r"cancell?ed|abgesagt|entfällt|annulée?|cancelad[oa]|postponed|verschoben|reportée?",
    re.IGNORECASE,
)


def _moments(block: Tag) -> list[Moment]:
    found: list[Moment] = []
    for tag in block.find_all("time", datetime=True):
        moment = read_moment(attribute(tag, "datetime"))
        if moment is not None and moment not in found:
            found.append(moment)
    return found


def _title_tags(block: Tag) -> Iterator[Tag]:
    """Give the elements that may hold the title of a block, the likeliest first."""
    for tag in block.find_all(HEADINGS, limit=1):
        yield tag
    for tag in block.find_all(True, limit=60):
        named = attribute(tag, "class") or attribute(tag, "itemprop")
        if named and _TITLE_NAMES.search(named) and tag.name != "time" and text_of(tag):
            yield tag
    for name in ("a", "strong", "b", "dt", "summary"):
        for tag in block.find_all(name, limit=10):
            if tag.find("time") is None and len(text_of(tag)) >= 8:
                yield tag


def _rest(block: Tag) -> str:
    """Return the words of a block without its times and links: ``25 Nov - Workshop``."""
    words = text_of(block)
    for tag in block.find_all(["time", "a"]):
        words = words.replace(text_of(tag), " ", 1)
    return line(words).strip(" -–—:|·,")  # noqa: RUF001 -- an en dash is meant


@dataclass(frozen=True, slots=True)
class _Announcement:
    """A block about one event: what it is called, and the element that says so if there is one."""

    block: Tag
    title: str
    titled: Tag | None = None


def _announcement(tag: Tag) -> _Announcement | None:
    """Return the nearest block around a time that has a title."""
    words_alone: _Announcement | None = None
    block: Tag | None = tag.parent
    for _ in range(_HIGHEST):
        if block is None or block.name in {"body", "html", "main", "[document]"}:
            break
        if len(_moments(block)) > 2 or len(block.get_text()) > _MOST_WORDS * 3:
            break  # a list of several: none of its titles is surely this one's
        for titled in _title_tags(block):
            title = text_of(titled, 200)
            if len(title) >= 4 and not is_usual(title):
                return _Announcement(block, title, titled)
        if words_alone is None and block.name in {"li", "tr", "p", "dd"} and len(_rest(block)) >= 8:
            words_alone = _Announcement(block, _rest(block))
            if block.name in {"li", "tr"}:
                break  # an entry of a list stands for itself
        block = block.parent
    return words_alone


def _link(block: Tag, titled: Tag | None, base: str) -> str:
    near: list[Tag] = []
    if titled is not None:
        near.extend(titled.find_all("a", href=True, limit=1))
        if titled.name == "a":
            near.append(titled)
        around = titled.find_parent("a", href=True)
        if around is not None:
            near.append(around)
    near.extend(block.find_all("a", href=True, limit=1))
    return next((link for tag in near if (link := absolute(attribute(tag, "href"), base))), "")


def _place(block: Tag) -> str:
    for tag in block.find_all(True):
        named = attribute(tag, "class") or attribute(tag, "itemprop")
        if tag.name == "address" or (named and _PLACE_NAMES.search(named)):
            return text_of(tag, 200)
    return ""


def find_events(page: Page) -> Iterator[Finding]:
    """Give what `<time datetime>` elements with a coming day and a title announce."""
    seen: list[Tag] = []
    for tag in page.all("time")[:400]:
        start = read_moment(attribute(tag, "datetime"))
        if start is None or is_over(start.at, None, all_day=start.whole_day, now=page.now):
            continue
        found = _announcement(tag)
        if found is None or is_hidden(found.block) or any(one is found.block for one in seen):
            continue
        block = found.block
        words = text_of(block, _MOST_WORDS)
        named = " ".join(attribute(up, "class") for up in (block, *list(block.parents)[:3]))
        today = start.whole_day and start.day <= page.now.date()
        if _NO_EVENT.search(words) or (today and not _EVENTISH.search(f"{named} {words}")):
            continue
        seen.append(block)
        moments = sorted(_moments(block), key=lambda moment: (moment.day, moment.whole_day))
        begin = start.at.replace(tzinfo=None)
        later = [moment for moment in moments if moment.at.replace(tzinfo=None) > begin]
        state = _STATE.search(words)
        yield Finding(
            "time",
            found.title,
            start,
            words=words,
            end=later[0] if later else None,
            location=_place(block),
            url=_link(block, found.titled, page.base),
            status=state[0] if state else "",
        )
