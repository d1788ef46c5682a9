"""In which country a client is: by their time zone, else their number, else their website.

Nothing is guessed: a client without any of these, or with a number written without its country,
has no country. The tables of the time zone database (`zone.tab`, `iso3166.tab`) and the library
for phone numbers are read at their first use: call this in a thread.
"""

from __future__ import annotations

from functools import cache
from importlib import resources
from urllib.parse import urlsplit

from followup_tui.domain.client import Client

_TOLD_OTHERWISE = {
    "AE": "the United Arab Emirates",
    "CZ": "the Czech Republic",
    "DO": "the Dominican Republic",
    "GB": "the United Kingdom",
    "KR": "South Korea",
    "NL": "the Netherlands",
    "PH": "the Philippines",
    "US": "the United States",
}
"""Names as they stand in a sentence, where the table has them in another order or bare."""
_SOLD_TO_ALL = "ac ag ai am as cc cd co fm gg gl io la li ly me mu nu sh so st sx tk to tv vc ws"
_USED_ANYWHERE = frozenset(_SOLD_TO_ALL.split())
"""Endings of countries that are sold to everybody, so that they tell of none."""
_ENDINGS = {"uk": "GB", "eu": ""}
_AUSTRALIAN_STATES = {
    "Australia/Adelaide": "SA",
    "Australia/Brisbane": "QLD",
    "Australia/Broken_Hill": "NSW",
    "Australia/Darwin": "NT",
    "Australia/Hobart": "TAS",
    "Australia/Lindeman": "QLD",
    "Australia/Melbourne": "VIC",
    "Australia/Perth": "WA",
    "Australia/Sydney": "NSW",
}
"""Time zones that follow the borders of states (zone.tab says so); elsewhere they do not."""


def country_of(client: Client) -> str:
    """Return the country of a client as two letters (ISO 3166), or an empty string."""
    return (
        _zones().get(client.zone, "")
        or next(filter(None, (_of_number(number) for number in _numbers(client))), "")
        or _of_website(client.website)
    )


def country_name(country: str) -> str:
    """Return the English name of a country as it stands in a sentence, or its letters."""
    return _TOLD_OTHERWISE.get(country) or _names().get(country, country)


def subdivision_of(zone: str) -> str:
    """Return the state in which all of a time zone is, as its holidays know it, or nothing."""
    return _AUSTRALIAN_STATES.get(zone, "")


def _numbers(client: Client) -> tuple[str, ...]:
    return client.primary.phones if client.primary else ()


def _of_number(number: str) -> str:
    """Return the country of a number that is written with its country code."""
    import phonenumbers  # noqa: PLC0415 - no start may wait for it

    try:
        parsed = phonenumbers.parse(number, None)
    except phonenumbers.NumberParseException:
        return ""
    region = phonenumbers.region_code_for_number(parsed)
    if region is None:  # a number that is not given out (555): by its country code alone
        regions = phonenumbers.region_codes_for_country_code(parsed.country_code or 0)
        region = regions[0] if len(regions) == 1 else None
    return region if region and region.isalpha() else ""


def _of_website(address: str) -> str:
    """Return the country of an address by its ending, where that is a country's own."""
    ending = (urlsplit(address).hostname or "").rpartition(".")[2]
    if ending in _ENDINGS:
        return _ENDINGS[ending]
    country = ending.upper()
    return country if ending not in _USED_ANYWHERE and country in _names() else ""


@cache
def _zones() -> dict[str, str]:
    """Return the country of each time zone; a zone of several countries has the first one."""
    return {zone: country for country, _, zone, *_ in _rows("zone.tab")}


@cache
def _names() -> dict[str, str]:
    return {country: name for country, name, *_ in _rows("iso3166.tab")}


def _rows(table: str) -> list[list[str]]:
    """Return the rows of a table of the time zone database, split at their tabs."""
    text = (resources.files("tzdata") / "zoneinfo" / table).read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
