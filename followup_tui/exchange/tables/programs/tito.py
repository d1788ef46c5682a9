"""Tito: the tickets of an event, each with the order that it was bought with.

Who ordered is not who comes: their address stands in the rows of all tickets of the order.
"""

from __future__ import annotations

from followup_tui.domain.text import clean_line, fold
from followup_tui.exchange.raw_contact import RawContact
from followup_tui.exchange.tables.dialect import Cells, Dialect, marks, meaning


def _left_out(cells: Cells) -> str:
    void = fold(clean_line(cells.get("void status", "")))
    return "their ticket was cancelled" if void and void not in {"no", "false"} else ""


def _mend(contact: RawContact, cells: Cells) -> None:
    buyer, email = (clean_line(cells.get(f"order {what}", "")) for what in ("name", "email"))
    if not contact.name.strip():
        contact.name = buyer
        contact.emails = contact.emails or ([email] if email else [])
    elif buyer and fold(buyer) != fold(clean_line(contact.name)):
        contact.about.append(f"Ticket bought by {buyer}{f' ({email})' if email else ''}")


TITO = Dialect(
    key="tito",
    name="Tito",
    marks=marks(
        "ticket full name|ticket email|order reference",
        "ticket first name|ticket last name|ticket reference",
    ),
    own=meaning(
        keep="ticket|event",
        nothing="ticket created date|ticket last updated date|void status|price|discount status|"
        "ticket reference|unique ticket url|unique order url|order reference|order name|"
        "order email|order company name|order phone number|order discount code|order ip|"
        "order created date|order completed date|payment reference|order total|order tax|"
        "ticket discount code|source|ticket slug|order slug|checked in",
    ),
    left_out=_left_out,
    mend=_mend,
    keeps_unknown=True,
)
