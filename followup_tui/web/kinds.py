"""What kind of thing some bytes are: a page, a feed, a calendar, plain text, or none of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What can be read, and what cannot."""

    PAGE = "page"
    FEED = "feed"
    CALENDAR = "calendar"
    TEXT = "text"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Content:
    """The kind of some bytes, and for `Kind.OTHER` the words for what they are."""

    kind: Kind
    words: str = ""


_SIGNATURES = (
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"%PDF", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or office document"),
    (b"\x1f\x8b", "a packed (gzip) file"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"RIFF", "an image, sound or film"),
    (b"ID3", "a sound file"),
    (b"OggS", "a sound or film"),
    (b"\x00\x00\x00\x18ftyp", "a film"),
    (b"\x00\x00\x00\x20ftyp", "a film"),
    (b"wOF", "a font"),
    (b"SQLite format 3", "a database"),
)
CALENDAR_TYPES = frozenset({"text/calendar", "application/ics"})
FEED_TYPES = frozenset(
    {"application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/feed+json"}
)
_PAGE_TYPES = {"text/html", "application/xhtml+xml"}
_OPEN_TYPES = {"", "text/xml", "application/xml", "text/plain", "application/octet-stream"}
_OPEN_TYPES |= {"application/json"}  # a JSON Feed is often sent as nothing more
_OPEN_TYPES |= {"binary/octet-stream", "application/x-unknown", "unknown/unknown"}
READ_TYPES = CALENDAR_TYPES | FEED_TYPES | _PAGE_TYPES | _OPEN_TYPES
"""Media types of which something can be read, or that say too little to know."""

_PROGRAM_TYPES = {"text/css", "text/javascript", "text/ecmascript"}

_JSON_FEED = re.compile(r'"version"\s*:\s*"https?:\\?/\\?/(?:www\.)?jsonfeed\.org\\?/version')
_FEED = re.compile(r"<(?:[a-z]{1,8}:)?(?:rss|feed|rdf)[\s>]", re.IGNORECASE)
_MARKUP = re.compile(
    r"<(?:!doctype|html|head|body|title|meta|div|p|table|h1|a|main)\b", re.IGNORECASE
)
_END_TAG = re.compile(r"</[a-z]", re.IGNORECASE)


def may_be_read(kind: str) -> bool:
    """Say whether something of that media type may be a page, feed, calendar or text."""
    return kind in READ_TYPES or (kind.startswith("text/") and kind not in _PROGRAM_TYPES)


def media_type(header: str | None) -> str:
    """Return the media type of a Content-Type header in lower case, without its parameters."""
    return (header or "").partition(";")[0].strip().lower()


def _is_binary(content: bytes) -> bool:
    """Say whether bytes without a byte order mark look like no text at all."""
    head = content[:2048]
    if head.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        return False
    nothing = head.count(0)
    if nothing > len(head) * 0.3:  # UTF-16 has a NUL in nearly every other byte
        return False
    controls = sum(byte < 9 or 13 < byte < 27 for byte in head)
    return controls > len(head) * 0.04  # a page may have a few strays


def _what_it_is_not(content: bytes) -> str:
    """Return the words for bytes that plainly are no text, else an empty string."""
    for signature, words in _SIGNATURES:
        if content.startswith(signature):
            return words
    return "data that is no text" if _is_binary(content) else ""


def _kind_of_text(head: str, declared: str) -> Kind | None:
    """Return the kind that the beginning of a text shows, or else its header says, or None."""
    if head[:15].upper() == "BEGIN:VCALENDAR" or declared in CALENDAR_TYPES:
        return Kind.CALENDAR
    if head.startswith("{") and _JSON_FEED.search(head):
        return Kind.FEED
    markup = _MARKUP.search(head)
    feed = _FEED.search(head)
    if declared in FEED_TYPES or (feed and (not markup or feed.start() < markup.start())):
        return Kind.FEED
    return Kind.PAGE if markup or declared in _PAGE_TYPES else None


def kind_of(content: bytes, text: str, content_type: str | None = None) -> Content:
    """Return what `content` is, by its first bytes and then by its `content_type` header.

    `text` is `content` decoded. What the bytes plainly are counts more than what the header
    says, because servers say wrong things.
    """
    words = _what_it_is_not(content)
    if words:
        return Content(Kind.OTHER, words)
    declared = media_type(content_type)
    head = text[:4000].lstrip("\ufeff \t\r\n")
    kind = _kind_of_text(head, declared)
    if kind is not None:
        return Content(kind)
    if not may_be_read(declared):
        return Content(Kind.OTHER, declared[:80])
    if head.startswith(("{", "[")):
        return Content(Kind.OTHER, "data for programs (JSON)")
    return Content(Kind.PAGE if _END_TAG.search(head) else Kind.TEXT)
