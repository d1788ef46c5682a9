"""The corpus is right itself: what it wants stands on its pages, and its weekdays are true."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from html import unescape

from tests.web.corpus import families
from tests.web.corpus.case import Case
from tests.web.verdict import plain

CASES = [case for cases in families().values() for case in cases]
MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_DAY = re.compile(
    r"\b(Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? (?:(\d{1,2})(?:st|nd|rd|th)? ([A-Z][a-z]{2})[a-z]*"
    r"|([A-Z][a-z]{2})[a-z]* (\d{1,2}))(?:,? (20\d\d))?\b"
)


def words_of(case: Case) -> str:
    """The letters of a document without its tags, as they are compared."""
    text = case.content.replace(b"\r\n ", b"").decode(case.charset, "replace").replace("\n ", "")
    text = re.sub(r"</?(?:b|em|i|span|sup|mark|code)\b[^>]*>", "", text)
    text = unescape(unescape(re.sub(r"<(?!!\[CDATA)[^>]*>", " ", text)))
    return plain(text.replace("\\,", ",").replace("\\n", " "))


def test_names_are_different() -> None:
    assert [name for name, count in Counter(case.name for case in CASES).items() if count > 1] == []


def test_there_are_enough_and_a_third_is_held_aside() -> None:
    assert len(CASES) >= 100
    assert 0.25 < sum(case.aside for case in CASES) / len(CASES) < 0.45


def test_what_is_wanted_stands_on_the_page() -> None:
    assert {case.name: gone for case in CASES if (gone := not_there(case))} == {}


def not_there(case: Case) -> list[str]:
    """What is wanted of a case and does not stand in its document."""
    text = words_of(case)
    wanted = [
        *(case.offers or ()),
        *case.text_has,
        *(title for title, _ in case.news or ()),
        *(part for person in case.people or () for part in person),
        *(case.jobs or ()),
        *(case.offices or ()),
        *(event.titles[0] for event in case.events or () if not event.maybe),
        *(event.place for event in case.events or () if not event.maybe),
    ]
    gone = [words for words in wanted if plain(words) not in text]
    raw = plain(str(case.content, "utf-8", "replace")) if gone else ""
    gone = [words for words in gone if plain(words) not in raw]  # it stands in an attribute
    if case.says and not any(
        plain(words) in text or plain(words) in plain(str(case.content, "utf-8", "replace"))
        for words in case.says
    ):
        gone.append(case.says[0])
    return gone


def test_weekdays_are_true() -> None:
    assert [(case.name, day) for case in CASES for day in untrue_days(case)] == []


def untrue_days(case: Case) -> Iterator[str]:
    """The days of a document whose weekday is not that of any year around."""
    for found in _DAY.finditer(case.content.decode(case.charset, "replace")):
        weekday, day, month, month_us, day_us, year = found.groups()
        name = (month or month_us).lower()
        if name not in MONTHS:
            continue
        years = [int(year)] if year else [2026, 2027, 2025]
        days = [date(y, MONTHS.index(name) + 1, int(day or day_us)) for y in years]
        if not any(f"{d:%a}" == weekday for d in days):
            yield found[0]


def test_events_wanted_are_not_past() -> None:
    for case in CASES:
        for event in case.events or ():
            assert (event.end or event.start).date() >= case.now.date(), (case.name, event.titles)
