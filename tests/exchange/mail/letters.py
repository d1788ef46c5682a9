"""A letter for the tests of how it leaves."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from followup_tui.domain.letters.mail import Address, Mail, MailFile
from tests.builders import NOW

BODY = """\
Hello Jane,

as per our conversation, now that the **Azure move** is behind you:

1. I send the [pricing link](https://prices.example.org/a?b=1&c=2) by Friday.
2. You ask Omar about the reports.

Best regards
Ulla"""


def a_mail(**changes: Any) -> Mail:
    mail = Mail(
        sender=Address("Berg, Ulla", "ulla@berg.example"),
        to=(Address("Jane Li", "jane@northwind.example"),),
        cc=(Address("Göran Müller", "goran@berg.example"),),
        subject="The pricing link, and Thursday",
        body=BODY,
        attachments=(
            MailFile("next-step.ics", b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", "text/calendar"),
        ),
        message_id="<01jd0000000000000000000000@followup.invalid>",
        date=NOW,
    )
    return replace(mail, **changes)
