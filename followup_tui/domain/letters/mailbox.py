"""The mailbox that drafts are put into."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Security(StrEnum):
    """How the connection to a mailbox is kept from being read."""

    TLS = "tls"
    """From the first byte on."""
    STARTTLS = "starttls"
    """From the greeting on."""


@dataclass(frozen=True, slots=True)
class ImapAccount:
    """Where the drafts folder is; the password is in the system's keyring."""

    host: str
    user: str
    port: int = 993
    security: Security = Security.TLS
    folder: str = ""
    """The drafts folder; empty: the one that the server marks as such (RFC 6154)."""
