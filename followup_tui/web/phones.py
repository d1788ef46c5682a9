"""Phone numbers: those that are linked, and those written behind a word that says phone."""

# ruff: noqa: E501 -- patterns that do not bear a break

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import urlsplit

import phonenumbers
from phonenumbers import NumberParseException, PhoneNumberFormat

_LABELLED = re.compile(
    r"(?:\b(?:tel(?:e(?:phone|fon|foon|foni?o?|fono))?|phone|call(?: us)?|mobile?|mobil|handy|ph|hotline|"
    r"freephone|tlf|tfn|puh|fon|cell|gsm|ring|dzwo[nń]|t|m|p)\b|☎|📞|📱)"
    r"\s?(?:\.|:|us|at|\(\w{1,12}\)|no\.?|number|:\s?a?)*\s{0,3}(?P<number>\(?\+?[\d(][\d\s()./\u00a0\u2011\u2013-]{6,24}\d)",
    re.IGNORECASE,
)
_INTERNATIONAL = re.compile(
    r"(?<![\w/.=+-])(?P<number>(?:\+|00)[1-9]\d{0,2}[\s\u00a0./()\u2011\u2013-]{0,2}(?:\(0\))?[\d\s()./\u00a0\u2011\u2013-]{6,20}\d)(?![\d\w])"
)
_BRACKETS = re.compile(
    # the two forms that are nothing else: (402) 555-0118, and (02) 5550 0140
    r"(?<![\w+)(])(?P<number>\(\d{3}\)\s?\d{3}[-. ]\d{4}|\(0\d{1,4}\)\s?\d{3,4}[- ]\d{3,5})(?![\w-])"
)
LABEL = re.compile(
    r"^(?:tel(?:e(?:phone|fon|foon|foni?o?))?|phone|call(?: us)?|mobile?|mobil|handy|hotline|ring|tlf|puh)\W{0,3}$",
    re.IGNORECASE,
)
"""A line that announces the number in the next one."""
_BETWEEN = re.compile(r"\s[·|•]\s")
_WHOLE = re.compile(r"\(?0[\d()]{1,6}[\s/-]{1,2}[\d][\d\s/-]{4,14}\d")
"""A number with its trunk zero and in groups, as people write them."""
_FAX = re.compile(r"\b(?:tele)?fax\b|\bf(?::|ax)", re.IGNORECASE)
_GAPS = str.maketrans("", "", " -./()")
_TOPS = {
    "uk": "GB", "com": "", "net": "", "org": "", "info": "", "io": "", "eu": "", "biz": "", "co": "",
    "example": "", "test": "", "ai": "", "app": "", "dev": "", "me": "", "tv": "", "shop": "",
}  # fmt: skip
_OF_LANGUAGE = {
    "de": "DE", "fr": "FR", "es": "ES", "it": "IT", "nl": "NL", "pt": "PT", "da": "DK", "sv": "SE",
    "nb": "NO", "no": "NO", "pl": "PL", "cs": "CZ", "fi": "FI", "ja": "JP",
}  # fmt: skip


def region_of(url: str, language: str, country: str = "") -> str:
    """Return the country (ISO 3166) whose numbers a page writes without their country code.

    By the `country` that its address names, its domain, or the region and language it is in;
    empty where none of them tells: plain English says nothing.
    """
    if re.fullmatch(r"[A-Za-z]{2}", country):
        return country.upper()
    try:
        top = (urlsplit(url).hostname or "").rpartition(".")[2].lower()
    except ValueError:
        top = ""
    if len(top) == 2 and top.isalpha() and top not in _TOPS:
        return top.upper()
    if _TOPS.get(top):
        return _TOPS[top]
    if re.fullmatch(r"[a-z]{2}-[A-Z]{2}", language):
        return language[3:]
    return _OF_LANGUAGE.get(language[:2], "")


def is_filling(written: str) -> bool:
    """Say whether a number is the one of nobody that themes come with: ``1234567890``."""
    return "2345678" in written.translate(_GAPS) and "12345678" in re.sub(r"\D", "", written)


@lru_cache(maxsize=512)
def normal(written: str, region: str, *, sure: bool) -> str:
    """Return a number as ``+61 2 5550 0140``, or empty if it cannot be one.

    A number that is `sure` (linked as one) needs a possible length only, and is given as it is
    written where its country is not known.
    """
    if is_filling(written):
        return ""
    plain = re.sub(r"\(0\)", "", written) if written.lstrip().startswith(("+", "00")) else written
    plain = re.sub(r"^\s*00(?=[1-9])", "+", plain)
    plain = re.sub(r"^\s*\+0(?=[1-9])", "0", plain)  # no country begins with a zero
    try:
        number = phonenumbers.parse(plain, region or None)
    except NumberParseException:
        return written.strip() if sure and 6 <= len(re.sub(r"\D", "", written)) <= 15 else ""
    good = phonenumbers.is_possible_number(number) if sure else phonenumbers.is_valid_number(number)
    if good:
        number.extension = None
        return phonenumbers.format_number(number, PhoneNumberFormat.INTERNATIONAL)
    return written.strip() if sure else ""


def written_in(text: str, region: str) -> list[str]:
    """Return the numbers that a line writes out, without those of a fax."""
    if sum(char.isdigit() for char in text) < 6:
        return []
    found = _alone(text, region) if len(text) <= 90 and region else []
    for pattern, sure in ((_LABELLED, True), (_INTERNATIONAL, False), (_BRACKETS, True)):
        for match in pattern.finditer(text[:2000]):
            before = text[max(match.start() - 14, 0) : match.start("number")]
            digits = re.sub(r"\D", "", match["number"])
            if _FAX.search(before) or not 7 <= len(digits) <= 15:
                continue
            number = normal(match["number"].strip(), region, sure=False)
            if not number and sure and match["number"].lstrip("(").startswith("+"):
                number = normal(match["number"].strip(), region, sure=True)
            if not number and sure and len(digits) >= 8 and region:
                number = normal(match["number"].strip(), region, sure=True)
            if number and number not in found:
                found.append(number)
    return found


def _alone(text: str, region: str) -> list[str]:
    """Return the numbers that are a whole line, or stand in one between dots or strokes."""
    found = []
    for piece in _BETWEEN.split(text):
        if _WHOLE.fullmatch(piece.strip()) and 9 <= len(re.sub(r"\D", "", piece)) <= 13:
            number = normal(piece.strip(), region, sure=False)
            if number and number not in found:
                found.append(number)
    return found
