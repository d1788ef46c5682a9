"""From bytes to text, when what the server and the page say about it may be wrong."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(
    rb"""<meta[^>]{0,300}?charset\s*=\s*["']?\s*([a-z0-9_:.-]{2,40})"""
    rb"""|<\?xml[^>]{0,200}?encoding\s*=\s*["']([a-z0-9_:.-]{2,40})""",
    re.IGNORECASE,
)
_HEADER = re.compile(r"charset\s*=\s*[\"']?\s*([a-z0-9_:.-]{2,40})", re.IGNORECASE)

# What a label means in practice: browsers read each as the larger set on the right
# (encoding.spec.whatwg.org, "Names and labels").
_LARGER = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "latin-1": "cp1252",
    "iso8859-9": "cp1254",
    "shift_jis": "cp932",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc_kr": "cp949",
}
_NO_CHARSETS = {"utf-7", "idna", "punycode", "unicode-escape", "raw-unicode-escape", "undefined"}
_STATEFUL = ("iso2022", "hz")  # all their bytes are ASCII
_PREFIX = 4096  # bytes in which a declaration must stand
_SAMPLE = 65_536  # bytes the guess looks at: more makes it slow, not better


def _codec(label: str) -> str | None:
    try:
        info = codecs.lookup(label.strip().lower())
    except (LookupError, ValueError):
        return None
    if info.name in _NO_CHARSETS or not getattr(info, "_is_text_encoding", True):
        return None  # rot13, base64 and their like
    return _LARGER.get(info.name, info.name)


def _declared(content: bytes, content_type: str | None) -> list[str]:
    """Return the codecs named by the header, then by the page itself."""
    labels = _HEADER.findall(content_type or "")
    for match in _DECLARED.finditer(content[:_PREFIX]):
        labels.append((match[1] or match[2]).decode("ascii"))
    found = (_codec(label) for label in labels)
    return [name for name in dict.fromkeys(found) if name is not None]


def _wide(content: bytes) -> str | None:
    """Return the UTF-16 order of bytes without a mark, by where their NULs stand."""
    head = content[:1000]
    even, odd = head[::2].count(0), head[1::2].count(0)
    if odd > len(head) * 0.2 and even < len(head) * 0.05:
        return "utf-16-le"
    if even > len(head) * 0.2 and odd < len(head) * 0.05:
        return "utf-16-be"
    return None


def _is_mostly_utf8(content: bytes) -> bool:
    """Say whether the bytes are UTF-8 but for a few broken ones."""
    text = content.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    return broken == 0 or broken * 10 <= sum(char > "\x7f" for char in text) - broken


def _guess(content: bytes) -> str | None:
    from charset_normalizer import from_bytes  # noqa: PLC0415 -- slow to import, seldom needed

    best = from_bytes(content[:_SAMPLE]).best()
    return None if best is None else _codec(best.encoding)


def _certain(content: bytes) -> Iterator[str]:
    """Give the codecs that the bytes themselves show."""
    for mark, name in _MARKS:
        if content.startswith(mark):
            yield name
    wide = _wide(content)
    if wide is not None:
        yield wide
    if not content.isascii() and _is_mostly_utf8(content):
        yield "utf-8"


def decode(content: bytes, content_type: str | None = None) -> str:
    """Return `content` as text; never fails, what cannot be read becomes U+FFFD.

    In this order: a byte order mark; UTF-8 when the bytes are that beyond chance (declarations
    are wrong more often than such bytes); what header, then page declare, if it fits; a guess;
    windows-1252.
    """
    for name in _certain(content):
        return content.decode(name, "replace")
    declared = _declared(content, content_type)
    if content.isascii():
        declared = [name for name in declared if name.startswith(_STATEFUL)] or ["ascii"]
    for name in declared:
        try:
            return content.decode(name)
        except (UnicodeError, ValueError):
            continue  # the declaration is wrong; the next may fit
    return content.decode(_guess(content) or "cp1252", "replace")
