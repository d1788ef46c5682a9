"""Phone numbers as they are compared, however they are written."""

from __future__ import annotations

from functools import lru_cache

_LEAST = 6  # digits: fewer are an extension, and nobody's own number


@lru_cache(maxsize=65_536)
def phone_key(phone: str, region: str) -> str:
    """Return what a number is compared by: E.164 where it can be read, else its digits.

    `region` (ISO 3166) is where those without a country code belong; empty: nowhere. Fewer than six
    digits, an extension, are nobody's own number: empty.
    """
    import phonenumbers  # noqa: PLC0415 - no start may wait for it

    digits = "".join(char for char in phone if char.isdecimal())
    if len(digits) < _LEAST:
        return ""
    try:
        parsed = phonenumbers.parse(phone, region.upper() or None)
    except phonenumbers.NumberParseException:
        return digits
    key = f"+{parsed.country_code}{'0' if parsed.italian_leading_zero else ''}"
    key += str(parsed.national_number)
    return f"{key};{parsed.extension}" if parsed.extension else key
