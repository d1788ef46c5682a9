"""The ways by which a mail leaves the house: a file, the mail program, the drafts folder."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn, Protocol

from followup_tui.domain.letters.mail import CannotLeave, ImapAccount, Mail


class Programs(Protocol):
    """Starts other programs (`exchange.programs`)."""

    def opener(self) -> Sequence[str]:
        """Return the program by which the system opens an address."""
        ...

    def run(self, argv: Sequence[str]) -> str:
        """Run a program and return what went wrong, or an empty string."""
        ...


class MailOutlets:
    """`services.ports.Outlets` of this machine."""

    def __init__(self, programs: Programs) -> None:
        self._programs = programs

    def write_eml(self, mail: Mail, target: Path) -> Path:
        """Write the mail as an unsent draft and return where it stands; overwrites nothing."""
        self._not_yet()

    def mailto(self, mail: Mail) -> str:
        """Return the mail as a ``mailto:`` address; raises where it is too long for one."""
        self._not_yet()

    def open_in_mail_program(self, mail: Mail) -> None:
        """Have the system open the ``mailto:`` address of the mail."""
        self._not_yet()

    def put_into_drafts(self, mail: Mail, account: ImapAccount, password: str) -> str:
        """Put the mail into the drafts folder, never twice, and return the folder's name."""
        self._not_yet()

    def password(self, account: ImapAccount) -> str:
        """Return the mailbox's password from the system's keyring; empty where none is kept."""
        self._not_yet()

    def set_password(self, account: ImapAccount, password: str) -> None:
        """Have the system's keyring keep the mailbox's password; an empty one is forgotten."""
        self._not_yet()

    @staticmethod
    def _not_yet() -> NoReturn:
        raise CannotLeave("This way out is being built: copy the text meanwhile.")
