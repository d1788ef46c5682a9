"""The programs whose tables are known, one a module: their headers, and what they mean by them."""

from __future__ import annotations

from followup_tui.exchange.tables.dialect import Dialect
from followup_tui.exchange.tables.programs.eventbrite import EVENTBRITE
from followup_tui.exchange.tables.programs.generic import GENERIC
from followup_tui.exchange.tables.programs.google import GOOGLE
from followup_tui.exchange.tables.programs.hubspot import HUBSPOT
from followup_tui.exchange.tables.programs.linkedin import LINKEDIN
from followup_tui.exchange.tables.programs.luma import LUMA
from followup_tui.exchange.tables.programs.meetup import MEETUP
from followup_tui.exchange.tables.programs.outlook import OUTLOOK
from followup_tui.exchange.tables.programs.pipedrive import PIPEDRIVE
from followup_tui.exchange.tables.programs.salesforce import SALESFORCE
from followup_tui.exchange.tables.programs.thunderbird import THUNDERBIRD
from followup_tui.exchange.tables.programs.tito import TITO
from followup_tui.exchange.tables.programs.zoho import ZOHO

DIALECTS: tuple[Dialect, ...] = (
    EVENTBRITE,
    MEETUP,
    LUMA,
    TITO,
    LINKEDIN,
    GOOGLE,
    THUNDERBIRD,
    OUTLOOK,
    ZOHO,
    HUBSPOT,
    PIPEDRIVE,
    SALESFORCE,
    GENERIC,
)
"""In the order in which they are tried: `GENERIC` wrote what none of the others did."""


def dialect_of(keys: frozenset[str]) -> Dialect:
    """Return the program that wrote a table with these header keys."""
    return next(dialect for dialect in DIALECTS if dialect.wrote(keys))


def dialect_called(key: str) -> Dialect | None:
    """Return the program of that key, or None."""
    return next((dialect for dialect in DIALECTS if dialect.key == key), None)
