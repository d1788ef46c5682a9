"""Eventbrite: the attendees of an event, with their orders.

Who bought several tickets stands in a row for each; where the guests were not named, each row is
the buyer. Refunds stay in the list. Columns that Eventbrite does not have itself are the
organiser's questions, and their answers are kept.
"""

from __future__ import annotations

from followup_tui.domain.text import clean_line, fold
from followup_tui.exchange.raw_contact import RawContact
from followup_tui.exchange.tables.dialect import Cells, Dialect, marks, meaning

_STATUS = ("attendee status", "order status", "status")
_GONE = {
    "refunded": "their ticket was refunded",
    "partially refunded": "their ticket was refunded",
    "cancelled": "their ticket was cancelled",
    "canceled": "their ticket was cancelled",
    "deleted": "their ticket was cancelled",
    "not attending": "they do not attend",
    "transferred": "their ticket went to somebody else",
    "unpaid": "their ticket was not paid",
    "declined": "their payment was declined",
    "erstattet": "their ticket was refunded",
    "zuruckerstattet": "their ticket was refunded",
    "storniert": "their ticket was cancelled",
    "rembourse": "their ticket was refunded",
    "annule": "their ticket was cancelled",
    "reembolsado": "their ticket was refunded",
}
_BUYER = ("buyer", "purchaser")


def _left_out(cells: Cells) -> str:
    status = next((cells[key] for key in _STATUS if key in cells), "")
    if why := _GONE.get(fold(clean_line(status))):
        return why
    first = next(iter(cells.values()), "").strip().lower()
    return "it is the sum of the table, nobody" if first in {"total", "totals"} else ""


def _of_the_buyer(cells: Cells, what: str) -> str:
    found = next((cells[f"{who} {what}"] for who in _BUYER if f"{who} {what}" in cells), "")
    return clean_line(found)


def _mend(contact: RawContact, cells: Cells) -> None:
    """Tell the guest from the buyer, whose address stands in the rows of all tickets."""
    parts = _of_the_buyer(cells, "first name"), _of_the_buyer(cells, "last name")
    surname = parts[1] or _of_the_buyer(cells, "surname")
    buyer = " ".join(filter(None, (parts[0], surname))) or _of_the_buyer(cells, "name")
    email = _of_the_buyer(cells, "email")
    guest = clean_line(contact.name)
    if not guest:
        contact.name = buyer
        if email and not contact.emails:
            contact.emails.append(email)
        return
    if buyer and fold(guest) != fold(buyer):
        if email:
            contact.emails = [each for each in contact.emails if fold(each.strip()) != fold(email)]
        contact.about.append(f"Ticket bought by {buyer}{f' ({email})' if email else ''}")


EVENTBRITE = Dialect(
    key="eventbrite",
    name="Eventbrite",
    marks=marks(
        "order|attendee|ticket type",
        "order|attendee status",
        "order id|attendee status",
        "order|order date|ticket type",
        "order id|order date|ticket type",
        "order no|attendee status",
        "bestellnummer|teilnehmerstatus",
        "commande|statut du participant",
    ),
    own=meaning(
        phone="home phone|cell phone|work phone|phone number|mobile phone",
        website="website|blog",
        keep="ticket type|event name|attendee status|job function|industry|ticket name|"
        "teilnehmerstatus|event title",
        address="work address|work city|work state|work zip|work country|company address",
        nothing="order|order no|order id|order date|order time|order type|quantity|ticket "
        "quantity|attendee|"
        "attendee id|attendee no|barcode|barcode no|group|team|currency|total paid|fees paid|"
        "eventbrite fees|eventbrite payment processing|payment processing|tax paid|tax|"
        "ticket price|ticket revenue|ticket tier|order notes|guestlist|guest of|check in date|"
        "checked in|checked in at|check in|event id|event date|event start date|"
        "event start time|event end date|event timezone|event location|venue name|venue no|"
        "organizer name|delivery method|date attending|device name|affiliate|tracking link|"
        "discount|discount code|promo code|promotional code|promotion name|hold name|gender|age|"
        "prefix|suffix|"
        "billing address|billing city|billing state province|billing zip|billing country|"
        "shipping address|payment status|payment method|payment type|ticket total|"
        "eventbrite service fee|purchaser city|purchaser state|purchaser country|"
        "buyer first name|buyer last name|buyer surname|buyer email|buyer name|"
        "purchaser first name|purchaser last name|purchaser surname|purchaser email|purchaser name|"
        "buyer phone number|bestellnummer|gross sales|net sales|tickets|order status|"
        "ip location|seat|row|section|table|ship name",
    ),
    left_out=_left_out,
    mend=_mend,
    keeps_unknown=True,
)
