"""What a message says, whatever a server made of its form: to see whether two are the same."""

from __future__ import annotations

from dataclasses import dataclass
from email import message_from_bytes
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.utils import getaddresses


@dataclass(frozen=True, slots=True)
class Gist:
    """Subject, addresses, words and files of a message."""

    subject: str
    addresses: frozenset[str]
    words: tuple[str, ...]
    files: tuple[str, ...]


def gist_of(content: bytes) -> Gist | None:
    """Return what a message says; None where that cannot be made out."""
    try:
        return _gist(message_from_bytes(content))
    except (MessageError, ValueError, LookupError):
        return None


def _gist(whole: Message) -> Gist:
    said = [whole.get(name, "") for name in ("To", "Cc")]
    parts = [part for part in whole.walk() if not part.is_multipart()]
    plain = next((p for p in parts if p.get_content_type() == "text/plain"), None)
    return Gist(
        subject=" ".join(_decoded(whole.get("Subject", "")).split()),
        addresses=frozenset(address.lower() for _, address in getaddresses(said)),
        words=tuple(_text(plain).split()) if plain is not None else (),
        files=tuple(name for part in parts if (name := part.get_filename())),
    )


def _decoded(value: object) -> str:
    return str(make_header(decode_header(str(value))))


def _text(part: Message) -> str:
    content = part.get_payload(decode=True)
    if not isinstance(content, bytes):
        return ""
    return content.decode(part.get_content_charset() or "utf-8", "replace")
