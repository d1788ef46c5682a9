"""A line of text as the tokens of its dates and times, each with a letter for its kind.

The letters make a string, and a date is a pattern in that string (`plain_dates`): one small
grammar for all languages, because looking up a word is cheaper than a pattern of all words.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from followup_tui.web.plain_words import month_of, weekday_of

LONGEST_LINE = 700
"""Characters of a line that are read: what stands further on is prose."""

_TOKEN = re.compile(
    r"""
    (?=\S)(?:  # a blank tries no further: half as long as asking each of them
    (?P<w>(?!kl|kello|ore|godz|noon|midd|midn|t/m)[^\W\d_]+(?:-feira)?\.?)
    |(?=\d)(?:
        (?P<I>(?<!\d)(?:19|20)\d\d(?:-\d{1,2}-|/\d{1,2}/|\.\d{1,2}\.)\d{1,2}(?=T\d|\b)(?!-?\d))
        |(?P<C>(?:(?:19|20)\d\d\s?[年년]\s?)?\d{1,2}\s?[月월]\s?\d{1,2}\s?[日일号])
        |(?P<N>(?:(?<![\d.,/])|(?<=\d\./))\d{1,2}
            (?:\.\s?\d{1,2}\.(?:\s?(?:19|20)\d\d|\d\d)|\s?/\s?\d{1,2}\s?/\s?(?:(?:19|20)\d\d|\d\d)
            |-\d{1,2}-(?:19|20)\d\d)(?!\d|[.,/:-]\d))
        |(?P<T>(?<![\d.,/:$€£])(?:
            \d{1,2}(?:[:.]\d\d)?\s?[ap]\.?\s?m\b\.?
            |\d{1,2}:\d\d(?::\d\d)?(?!\d|:\d)(?:\s?(?:uhr|uur|hrs|hod|h)\b)?
            |\d{1,2}\.\d\d\s?(?:uhr|uur|hrs?|hod|h)\b
            |\d{1,2}\s?h\s?\d\d\b
            |\d{1,2}\s?(?:uhr|uur|heures?|horas|hod|o.clock|h)\b
            |[0-2]\d[0-5]\d\s?(?:hrs?|hours|uhr)\b)
            |\b12\s(?:noon|midday|midnight)\b)
        |(?P<P>(?<![\d.,])\d{1,2}\.\s?(?:0?[1-9]|1[0-2])\.(?!\d))
        |(?P<p>(?<![\d.,/:$€£])\d{1,2}\.\d\d(?![\d%]|[.,]\d|\s?(?:€|eur\b|%)))
        |(?P<O>(?<![\d/.,])(?!24/7|[01]/\d)\d{1,2}/\d{1,2}(?![\d/%]))
        |(?P<Y>(?<![\d.,])(?:19|20)\d\d(?!\d|[.,]\d))
        |(?P<D>(?:(?<![\d.,/:$€£#+])|(?<=\d\./))(?:3[01]|[12]\d|0?[1-9])
            (?:st|nd|rd|th|ère|er|º|ª|°|de|e|:[ae]|\.(?!\d))?(?![\w%€£$]|[.,:]\d))
        |(?P<n>\d[\d.,:/]*))
    |(?P<U>\b(?:klo|kl|ore|godz|kello|klokken)\.?\s?\d{1,2}(?:[.:]\d\d)?(?!\d)
        |\b(?:noon|midday|midnight)\b)
    |(?P<y>(?<!\w)['’]\d\d(?![\w]))
    |(?P<t>\bt/m\b)
    |(?P<v>[^\W\d_]+(?:-feira)?\.?)
    |(?P<d>[-‐‑‒–—−~→〜～])
    |(?P<s>[^\s]))
    """,  # noqa: RUF001 -- every kind of dash and apostrophe is meant
    re.IGNORECASE | re.VERBOSE,
)
_TO = "to until till bis au al a tot til through thru às až aż fino 至 から"
_AND = "and und et y e en og och ja i oraz & +"
_OF = "of de del den der the d di dne do"
_AT = "at @ um à a.m alle om ab from von vom on le la el du dal van från fra från as am il"
_SMALL_WORDS: dict[str, str] = {
    **dict.fromkeys(_AT.split(), "f"),
    **dict.fromkeys(_OF.split(), "o"),
    **dict.fromkeys(_AND.split(), "&"),
    **dict.fromkeys(_TO.split(), "-"),
}
_SIGNS = {",": ",", ".": ",", "(": "(", ")": ")", "&": "&", "+": "&", "/": "/", "@": "f"}
_SIGNS |= dict.fromkeys("|·•:;‧∙⋅", ";")
_LOWER_CASE_TOO = {"may", "march", "mars", "mar", "sat", "sun", "mon", "wed", "dec", "jan"}
"""Words that are something else as well; in English their dates begin with a capital."""


class Token(NamedTuple):
    """One number, word or sign of a line.

    `kind` is a letter: I ``2026-05-12``, C the same in Chinese characters, N ``12/05/2026``,
    P ``12.05.``, p ``12.05`` (a day or a time), O ``12/5``, D a day's number, Y and y a year,
    M a month, W a weekday, m either, T a time; ``-`` up to, ``&`` and, o of, f at; x the rest.
    """

    kind: str
    text: str
    start: int
    end: int
    value: int = 0
    """Day, year, month or weekday; for ``m`` the month."""


@lru_cache(maxsize=4096)  # the words of dates come again with each date of a list
def _word_kind(text: str, before: str, language: str) -> tuple[str, int]:
    word = text.casefold().rstrip(".")
    small = _SMALL_WORDS.get(word)
    month = month_of(word, language)
    weekday = weekday_of(word, language) if small is None or language not in {"", "en"} else None
    if small is not None and weekday is None:
        return small, 0
    if month is None and weekday is None:
        return "x", 0
    common = word in _LOWER_CASE_TOO and language in {"", "en"} and text[0].islower()
    if common and before not in {"D", "o"}:
        return "x", 0  # "you may 3 times": a month only behind its day
    if month is not None and weekday is not None:
        return "m", month
    return ("M", month) if month is not None else ("W", weekday or 0)


def _number(text: str) -> int:
    if text.isdecimal():
        return int(text)
    digits = re.match(r"\D?(\d+)", text)
    return int(digits[1]) if digits else 0


def tokens(text: str, language: str = "") -> list[Token]:
    """Return the tokens of a line. `language` is two letters, or empty where it is not known."""
    found: list[Token] = []
    before = ""
    for match in _TOKEN.finditer(text, 0, LONGEST_LINE):
        kind = group = match.lastgroup or "s"
        words = match[0]
        value = 0
        if group in "wv":
            kind, value = _word_kind(words, before, language)
        elif group in "DYy":
            value = int(words) if words.isdecimal() else _number(words)
            kind = "Y" if group == "y" else group
            value += 2000 if group == "y" else 0
        elif group == "s":
            kind = _SIGNS.get(words, "x")
        elif group in "dt":
            kind = "-"
        elif group == "U":
            kind = "T"
        elif group == "n":
            kind = "x"
        found.append(Token(kind, words, *match.span(), value))
        before = kind
    return found
