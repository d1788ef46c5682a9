"""A mail as a ``mailto:`` address (RFC 6068), which the mail program of the machine opens."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import quote

from followup_tui.domain.letters.mail import Address, CannotLeave, Mail
from followup_tui.domain.letters.markup import as_plain_text
from followup_tui.domain.text import clean_line
from followup_tui.exchange.mail.headers import addr_spec

LONGEST = 2_000
"""Characters of an address that every system passes on whole: Windows cuts it off at 2,083."""
_UNWRAPPED = 100_000


def mailto(mail: Mail) -> str:
    """Return the address. It has no room for files, nor for the names beside the addresses.

    Raises `CannotLeave` where it would be longer than `LONGEST`, or an address is none.
    """
    body = as_plain_text(mail.body, width=_UNWRAPPED)  # the mail program wraps what it takes in
    fields = {
        "cc": _addresses(mail.cc),
        "subject": quote(clean_line(mail.subject), safe=""),
        "body": quote(body.replace("\n", "\r\n"), safe=""),
    }
    told = "&".join(f"{name}={value}" for name, value in fields.items() if value)
    address = f"mailto:{_addresses(mail.to)}{'?' if told else ''}{told}"
    if len(address) > LONGEST:
        raise CannotLeave(
            "This letter is too long to be handed to the mail program as an address: save it as an "
            ".eml file, or copy it."
        )
    return address


def _addresses(those: Iterable[Address]) -> str:
    # The comma between two addresses stands as it is; within an address there is none.
    return ",".join(quote(addr_spec(each.email), safe="@") for each in those if each.email.strip())
