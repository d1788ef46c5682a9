"""Ways out that keep what they are given, and fail when they are told to."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from followup_tui.domain.letters.mail import CannotLeave, Mail
from followup_tui.domain.letters.mailbox import ImapAccount


@dataclass
class FakeOutlets:
    """`ports.Outlets` in memory."""

    mails: list[tuple[str, Mail]] = field(default_factory=list)
    """(way, mail) of each that left, in order."""
    passwords: dict[str, str] = field(default_factory=dict)
    problem: str = ""
    """Why nothing can leave; empty: everything can."""

    def _out(self, way: str, mail: Mail) -> None:
        if self.problem:
            raise CannotLeave(self.problem)
        self.mails.append((way, mail))

    def write_eml(self, mail: Mail, target: Path) -> Path:
        self._out("file", mail)
        target.parent.mkdir(exist_ok=True)
        target.write_text(f"Message-ID: {mail.message_id}")
        return target

    def mailto(self, mail: Mail) -> str:
        return f"mailto:{mail.to[0].email}"

    def open_in_mail_program(self, mail: Mail) -> None:
        self._out("mailto", mail)

    def put_into_drafts(self, mail: Mail, account: ImapAccount, password: str) -> str:
        self._out(f"drafts {account.user} {password}", mail)
        return "Entwürfe"

    def password(self, account: ImapAccount) -> str:
        return self.passwords.get(account.host, "")

    def set_password(self, account: ImapAccount, password: str) -> None:
        self.passwords[account.host] = password
