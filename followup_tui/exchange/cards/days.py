"""The days of a card, which may be known in part only (RFC 6350, 4.3)."""

from __future__ import annotations

import re

_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August",
           "September", "October", "November", "December")  # fmt: skip
_DAY = re.compile(r"(?P<year>\d{4}|--)-?(?P<month>\d{2}|-)?-?(?P<day>\d{2})?(?:[T ].*)?")
_NO_YEAR = {"1604", "0000", "--"}
"""What stands for no year: Apple writes 1604 (with X-APPLE-OMIT-YEAR)."""


def in_words(text: str) -> str:
    """Return a day in words, as far as it is known: ``--0412`` is 12 April; else as it stands."""
    found = _DAY.fullmatch(text)
    if not found or text.startswith("---"):  # a day of no month
        return text
    month = int(found["month"]) if (found["month"] or "-") != "-" else 0
    if month > len(_MONTHS):
        return text
    year = "" if found["year"] in _NO_YEAR else found["year"]
    day = str(int(found["day"])) if found["day"] else ""
    return " ".join(filter(None, (day, _MONTHS[month - 1] if month else "", year))) or text
