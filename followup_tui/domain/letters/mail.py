"""A letter as it goes out of the house: addresses, text and files, independent of any format."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


class CannotLeave(Exception):
    """A letter that could not leave; its text says why and what to do. The letter is kept."""


class NeedsPassword(CannotLeave):
    """The mailbox's password is in no keyring: ask for it."""


@dataclass(frozen=True, slots=True)
class Address:
    """A mail address with the name that goes with it; either may be empty."""

    name: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True)
class MailFile:
    """A file that goes along."""

    name: str
    """Without a folder: ``coffee.ics``."""
    content: bytes
    media_type: str = "application/octet-stream"


@dataclass(frozen=True, slots=True)
class Mail:
    """A mail with all that it takes to write it."""

    sender: Address
    to: tuple[Address, ...]
    cc: tuple[Address, ...]
    subject: str
    body: str
    """Plain text with the marks of Markdown: paragraphs, lists, links; lines of any length."""
    attachments: tuple[MailFile, ...]
    message_id: str
    """With its angle brackets; always the same for one letter, so that it is known again."""
    date: datetime
