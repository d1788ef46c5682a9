"""Reading one field of a form: from what was typed to a value, or `Invalid` with a sentence.

`Invalid.field` is left empty here: whoever reads the form knows which field it was.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from followup_tui.domain.client import Competitor
from followup_tui.domain.record import (
    Invalid,
    check_line,
    check_text,
    check_web_address,
    check_zone,
)
from followup_tui.domain.text import clean_line, clean_text

_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)
_ADDRESS = re.compile(
    r"(?:https?://)?(?:[\w-]+\.)+[a-z]{2,}(?:[:/?#]\S*)?|https?://\S+", re.IGNORECASE
)
_TEST_ENDINGS = (".test", ".example", ".invalid", ".localhost")


def line(typed: str) -> str:
    """Return one clean line; it may be empty."""
    cleaned = clean_line(typed)
    check_line("", cleaned)
    return cleaned


def required_line(typed: str) -> str:
    """Return one clean line that is not empty."""
    cleaned = clean_line(typed)
    check_line("", cleaned, required=True)
    return cleaned


def text(typed: str) -> str:
    """Return clean text of several lines."""
    cleaned = clean_text(typed)
    check_text("", cleaned)
    return cleaned


def zone(typed: str) -> str:
    """Return the name of a time zone, or nothing."""
    name = clean_line(typed)
    check_zone("", name)
    return name


def web_address(typed: str) -> str:
    """Return a web address, https:// before it where no scheme was typed."""
    address = clean_line(typed)
    if address and not _SCHEME.match(address):
        host = address.split("/")[0].split(":")[0]
        if "." not in host and host != "localhost":
            raise Invalid("", "must be a web address, like www.northwind.example")
        address = f"https://{address}"
    check_web_address("", address)
    return address


def words(typed: str, *, separators: str = ",") -> tuple[str, ...]:
    """Return what stands between the commas, each once; a comma in quotes is part of a word."""
    found = [line(_unquoted(part)) for part in _split(typed, separators)]
    return tuple(dict.fromkeys(part for part in found if part))


def competitors(typed: str) -> tuple[Competitor, ...]:
    """Return competitors, each its name and, after it or alone, its website."""
    found = []
    for part in _split(typed, ","):
        parts = clean_line(part).split(" ")
        website = _address_in(parts[-1]) if len(parts) > 1 else ""
        if website:
            parts.pop()
        written = " ".join(parts)
        name = _unquoted(written)
        if not name:
            continue
        if not website and _SCHEME.match(written):
            website, name = name, name.partition("://")[2].split("/")[0].removeprefix("www.")
        found.append(Competitor(name=required_line(name), website=web_address(website)))
    return tuple(found)


def _address_in(word: str) -> str:
    """Return the web address that a word is, quoted by itself or not; else nothing.

    A word that only ends with a quote is the end of a quoted name.
    """
    address = _unquoted(word)
    if address == word and word.endswith('"'):
        return ""
    return address if _ADDRESS.fullmatch(address) else ""


def days(typed: str) -> int:
    """Return a number of days."""
    number = clean_line(typed)
    if not (number.isascii() and number.isdigit() and 1 <= int(number[:9]) <= 36_500):
        raise Invalid("", "must be a number of days, 1 to 36,500; or leave both empty")
    return int(number)


def phones(typed: str, *, region: str, stood: Collection[str]) -> tuple[str, ...]:
    """Return the numbers as typed, once each of them could be one.

    `region` (ISO 3166) is where those without a country code belong; those that `stood` there
    before are not refused.
    """
    # Imported late: nothing but a form needs it, and no start may wait for it.
    import phonenumbers  # noqa: PLC0415

    numbers = words(typed, separators=",;")
    for number in numbers:
        if number in stood:
            continue
        try:
            parsed = phonenumbers.parse(number, region.upper())
            possible = phonenumbers.is_possible_number(parsed)
        except phonenumbers.NumberParseException:
            possible = False
        if not possible:
            raise Invalid("", f"“{number}” cannot be a phone number; write it like +61 2 5550 0142")
    return numbers


def emails(typed: str, *, stood: Collection[str]) -> tuple[str, ...]:
    """Return the addresses as typed; those that `stood` there before are not refused."""
    return tuple(
        address if address in stood else email(address) for address in words(typed, separators=",;")
    )


def email(typed: str) -> str:
    """Return the address as typed; domains that exist for examples and tests are allowed."""
    import email_validator  # noqa: PLC0415  (as above)

    address = clean_line(typed)
    if not address:
        return ""
    check_line("", address)
    probe = address
    for ending in _TEST_ENDINGS:  # reserved by RFC 2606: nobody's mail, but everybody's examples
        if address.lower().endswith(ending):
            probe = f"{address}.com"
    try:
        email_validator.validate_email(probe, check_deliverability=False, test_environment=True)
    except email_validator.EmailNotValidError as problem:
        raise Invalid("", f"“{address}” is no e-mail address: {_reason(problem)}") from problem
    return address


def _reason(problem: Exception) -> str:
    sentence = clean_line(str(problem)).rstrip(".")
    return sentence[:1].lower() + sentence[1:]


def joined(items: tuple[str, ...]) -> str:
    """Return a list as it stands in its field."""
    return ", ".join(listed(item) for item in items)


def joined_competitors(items: tuple[Competitor, ...]) -> str:
    """Return competitors as they stand in their field: a name that ends like an address quoted."""
    shown = []
    for item in items:
        as_address = _SCHEME.match(item.name) or _ADDRESS.fullmatch(item.name.split(" ")[-1])
        name = _quoted(item.name) if as_address else listed(item.name)
        shown.append(f"{name} {listed(item.website)}".strip())
    return ", ".join(shown)


def listed(item: str) -> str:
    """Return an item as it is typed into a list: in quotes where it would fall apart without."""
    return _quoted(item) if any(char in item for char in ',;"') else item


def _quoted(item: str) -> str:
    return '"' + item.replace('"', '""') + '"'


def _unquoted(item: str) -> str:
    item = item.strip()
    if len(item) > 1 and item[0] == item[-1] == '"':
        return item[1:-1].replace('""', '"')
    return item


def _split(typed: str, separators: str) -> list[str]:
    """Return the parts between separators, or line breaks, that stand outside of double quotes."""
    parts, part, quoted = [], "", False
    for char in typed:
        if char == '"':
            quoted = not quoted
        if (char in separators and not quoted) or char == "\n":
            parts.append(part)
            part = ""
        else:
            part += char
    return [*parts, part]
