"""The ways by which a mail leaves the house: a file, the mail program, the drafts folder.

None of them sends it. What each needs is imported when it is first gone.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from followup_tui.domain.letters.mail import CannotLeave, Mail
from followup_tui.domain.letters.mailbox import ImapAccount

# ruff: noqa: PLC0415 - see above


class Programs(Protocol):
    """Starts other programs (`exchange.programs`)."""

    def opener(self) -> Sequence[str]:
        """Return the program by which the system opens an address."""
        ...

    def run(self, argv: Sequence[str], *, may_stay: bool = False) -> str:
        """Run a program and return what went wrong, or an empty string."""
        ...


class MailOutlets:
    """`services.ports.Outlets` of this machine."""

    def __init__(self, programs: Programs, *, ca_file: str = "") -> None:
        """`ca_file` holds certificates that a mail server may have beside the system's."""
        self._programs = programs
        self._ca_file = ca_file

    def write_eml(self, mail: Mail, target: Path) -> Path:
        """Write the mail as an unsent draft and return where it stands; overwrites nothing."""
        from followup_tui.exchange.mail.eml import write_eml

        return write_eml(mail, target)

    def mailto(self, mail: Mail) -> str:
        """Return the mail as a ``mailto:`` address; raises where it is too long for one."""
        from followup_tui.exchange.mail.mailto import mailto

        return mailto(mail)

    def open_in_mail_program(self, mail: Mail) -> None:
        """Have the system open the ``mailto:`` address of the mail."""
        address = self.mailto(mail)
        # A mail program that was not open yet goes on running: that is no problem.
        if problem := self._programs.run([*self._programs.opener(), address], may_stay=True):
            raise CannotLeave(f"{problem} Save the letter as an .eml file instead, or copy it.")

    def put_into_drafts(self, mail: Mail, account: ImapAccount, password: str) -> str:
        """Put the mail into the drafts folder, never twice, and return the folder's name."""
        from followup_tui.exchange.mail.drafts import put_into_drafts

        return put_into_drafts(mail, account, password, ca_file=self._ca_file)

    def password(self, account: ImapAccount) -> str:
        """Return the mailbox's password from the system's keyring; empty where none is kept."""
        from followup_tui.exchange.mail import keyrings

        return keyrings.password(account)

    def set_password(self, account: ImapAccount, password: str) -> None:
        """Have the system's keyring keep the mailbox's password; an empty one is forgotten."""
        from followup_tui.exchange.mail import keyrings

        keyrings.set_password(account, password)
