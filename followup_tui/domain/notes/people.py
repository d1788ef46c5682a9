"""Whom a line with ``@`` names: a name, a company, addresses and numbers, and what else is said."""

from __future__ import annotations

import re

from followup_tui.domain.interaction import NoteLine
from followup_tui.domain.notes.caught import CaughtReferral
from followup_tui.domain.notes.person_names import is_role, person_in

_EMAIL = re.compile(r"[^\s<>()\[\],;:\"]{1,64}@[^\s<>()\[\],;:\"@]{1,190}")
_PHONE = re.compile(
    r"(?<![\w@.])(?:\+|\(\+?|00)?\d(?:[\d\s().\N{NO-BREAK SPACE}/-]{4,24})\d(?![\w@])"
)
_PHONE_LABEL = re.compile(
    r"(?<!\w)(?:tel|phone|mobile|cell|ph|t|m|p|fon|handy|mob|e-?mail|mail)\.?:?\s*$", re.IGNORECASE
)


def understand_referral(words: str, line: NoteLine, *, region: str) -> CaughtReferral:
    """Return who is named by `words`, the line without its sign.

    Addresses are those that are well-formed (nothing is looked up), numbers those that could be
    dialled in `region` (ISO 3166). A line that names nobody keeps its words as the name.
    """
    text, emails = _take_emails(words)
    text, phones = _take_phones(text, region)
    found = person_in(text)
    name = found.name or _name_of(emails) or found.company or " ".join(words.split())
    doubt = ""
    if found.names_more:
        doubt = "Only the first name is taken: write one person a line."
    elif (not found.name and not emails) or is_role(name):
        doubt = "No name is understood: write it like Omar Haddad at Tailspin."
    return CaughtReferral(
        name=name,
        line=line,
        company=found.company if name != found.company else "",
        emails=emails,
        phones=phones,
        detail=", ".join(found.details),
        doubt=doubt,
    )


# Addresses and numbers


def _take_emails(text: str) -> tuple[str, tuple[str, ...]]:
    """Return a line without its mail addresses, and those."""
    if "@" not in text:
        return text, ()
    from email_validator import (  # noqa: PLC0415 - no start may wait for it
        EmailNotValidError,
        validate_email,
    )

    found: list[str] = []

    def taken(match: re.Match[str]) -> str:
        written = match[0].removeprefix("mailto").strip(".'")
        try:
            validate_email(written, check_deliverability=False, test_environment=True)
        except EmailNotValidError:
            return match[0]
        if written.casefold() not in [email.casefold() for email in found]:
            found.append(written)
        return "\0"

    return _without_labels(_EMAIL.sub(taken, text)), tuple(found)


def _take_phones(text: str, region: str) -> tuple[str, tuple[str, ...]]:
    """Return a line without its phone numbers, and those, as they were written."""
    found: list[str] = []

    def taken(match: re.Match[str]) -> str:
        number = " ".join(match[0].split())
        if number.count("(") < number.count(")"):
            return match[0]
        if not _is_phone(number, region):
            return match[0]
        if number not in found:
            found.append(number)
        return "\0"

    return _without_labels(_PHONE.sub(taken, text)), tuple(found)


def _is_phone(number: str, region: str) -> bool:
    """Say whether a number could be dialled; one of less than seven digits is none."""
    digits = sum(char.isdigit() for char in number)
    if not 7 <= digits <= 17 or re.fullmatch(r"\d{4}-\d{2}-\d{2}|\d{1,2}\.\d{1,2}\.\d{4}", number):
        return False
    import phonenumbers  # noqa: PLC0415 - no start may wait for it

    try:
        parsed = phonenumbers.parse(number, region.upper() or None)
    except phonenumbers.NumberParseException:
        return not region  # without a country, whatever has enough digits
    possible = phonenumbers.is_possible_number_with_reason(parsed)
    result = phonenumbers.ValidationResult
    return possible in (result.IS_POSSIBLE, result.IS_POSSIBLE_LOCAL_ONLY)


def _without_labels(text: str) -> str:
    """Return a line without the marks of what was taken, and without “tel.” before them."""
    first, *others = text.split("\0")
    if not others:
        return text
    parts = [_PHONE_LABEL.sub("", part) for part in (first, *others[:-1])] + [others[-1]]
    kept = (part.strip().removesuffix("<").removeprefix(">") for part in parts)
    return ", ".join(part for part in kept if part.strip(" ()<>,"))


def _name_of(emails: tuple[str, ...]) -> str:
    """Return the name that an address is made of: ``ana.sousa@…`` is Ana Sousa."""
    if not emails:
        return ""
    parts = re.split(r"[._+-]+", emails[0].partition("@")[0])
    words = [part for part in parts if part.isalpha()]
    return " ".join(word.capitalize() if word.islower() else word for word in words)
