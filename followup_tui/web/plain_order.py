"""Whether ``5/12/2026`` has the month first: by the page's dates, its language, its address."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

_DATES = re.compile(r"(?<![\d/.-])(\d{1,2})[/-](\d{1,2})[/-](?:20)?\d\d(?!\d)")
_MAY_TURN = re.compile(r"\d\s?[/-]\s?\d")
_AMERICAN = re.compile(
    r"\(\d{3}\)\s?\d{3}-\d{4}|\b\d{3}[-.]\d{3}[-.]\d{4}\b|\+1[ -.(]|"
    r"\b[A-Z]{2} \d{5}(?:-\d{4})?\b|\bzip code\b|\b(?:color|center|organization|program)\b"
)
_BRITISH = re.compile(
    r"\+(?:44|61|64|353|27|91)\b|\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b|"
    r"\b(?:colour|centre|organisation|programme)\b"
)
_AMERICAN_PLACES = {"us", "gov", "edu", "mil"}
_MONTH_FIRST_REGIONS = {"US", "PH"}
_ENGLISH_DAY_FIRST = {"GB", "UK", "AU", "NZ", "IE", "ZA", "IN", "SG", "HK"}
_OPEN_ENDS = {"com", "org", "net", "io", "info", "dev", "ai", "app", "co", "eu", "events", ""}


def may_turn(texts: Iterable[str]) -> bool:
    """Say whether any line may hold a date whose day and month could be the other way round."""
    return _MAY_TURN.search("\0".join(texts)) is not None


def month_first(texts: Iterable[str], *, language: str, url: str) -> bool | None:
    """Say whether numbers with slashes have the month first; None where nothing decides it.

    `language` is the page's (``en-US``, ``de``), `texts` its lines, `url` its address.
    """
    day_over = month_over = american = british = 0
    for text in (one[:2000] for one in texts):
        for one, two in _DATES.findall(text):
            day_over += int(one) > 12
            month_over += int(two) > 12
        american += _AMERICAN.search(text) is not None
        british += _BRITISH.search(text) is not None
    if bool(day_over) != bool(month_over):
        return month_over > 0
    by_address = _by_language(language, urlsplit(url).hostname or "")
    if by_address is not None:
        return by_address
    if language.partition("-")[2] in _MONTH_FIRST_REGIONS and not british:
        return True  # many a site says en-US without meaning it
    return (american > british) if american != british else None


def _by_language(language: str, host: str) -> bool | None:
    """Say what the language and the address of a page leave no doubt of."""
    code, _, region = language.partition("-")
    if (code and code != "en") or region in _ENGLISH_DAY_FIRST:
        return False
    end = host.rpartition(".")[2]
    if end in _AMERICAN_PLACES:
        return True
    return False if len(end) == 2 and end not in _OPEN_ENDS else None
