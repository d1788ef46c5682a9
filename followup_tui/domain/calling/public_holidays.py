"""Public holidays, by country and year, out of the library `holidays`: nothing is fetched.

The library takes a tenth of a second to be imported, and a country as long again at its first
use: call this in a thread.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import date
from functools import lru_cache

Days = tuple[tuple[date, str], ...]
"""Days and their names, in order."""
Way = Callable[[str, str, int, int], Days]
"""How the days are found for a country, a part of it, and the first and the last year."""

_LANGUAGES = ("en_US", "en_GB", "en_AU", "en")
"""English as the library names it, the most usual first; else a country's own language."""


def public_holidays(country: str, subdivision: str, first: int, last: int) -> Days:
    """Return the public holidays of the years `first` to `last`, in order, with their names.

    `country` is two letters (ISO 3166), `subdivision` a part of it as the library names it
    (``NSW``), or empty. Nothing is returned for a country that the library does not know; a part
    that it does not know counts as none.
    """
    return _found(_ways[-1], country, subdivision, first, last)


def find_by(way: Way) -> None:
    """Have holidays found another way from now on; the desk keeps the library out of its memory."""
    _ways[:] = [way]


@lru_cache(maxsize=64)
def _found(way: Way, country: str, subdivision: str, first: int, last: int) -> Days:
    return way(country, subdivision, first, last)


def by_library(country: str, subdivision: str, first: int, last: int) -> Days:
    """Return what `public_holidays` does, by the library, imported here."""
    import holidays  # noqa: PLC0415 - see the module's words
    from holidays.registry import EntityLoader  # noqa: PLC0415 - as above

    if country not in EntityLoader.get_country_codes():
        return ()
    # What the library lists of all countries it imports them all for: eight megabytes.
    theirs = getattr(holidays, country)
    part = subdivision if subdivision in theirs.subdivisions else None
    years = range(first, last + 1)
    language = _english(theirs.supported_languages or ())
    found = holidays.country_holidays(country, subdiv=part, years=years, language=language)
    return tuple((day, _one_line(found[day])) for day in sorted(found))


def _english(known: Collection[str]) -> str | None:
    """Return the English among the languages that holidays are named in, or None."""
    return next((language for language in _LANGUAGES if language in known), None)


def _one_line(name: str) -> str:
    """Return the name of a day; of a day with several holidays the first one."""
    return name.partition(";")[0].strip()


_ways: list[Way] = [by_library]
"""The way that is in use."""
