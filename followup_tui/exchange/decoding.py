"""From the bytes of a file to its text, in whatever encoding another program wrote it."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

_MARKS = (  # the longer first: the mark of UTF-32 begins with that of UTF-16
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_WESTERN = "cp1252"
_SUPPOSED = ["cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1256"]
"""What programs on Windows write when they do not write Unicode, by likelihood."""
_OF_SEVERAL_BYTES = ["gb18030", "big5", "cp932", "cp949"]
"""The same in East Asia, where a letter has two bytes and more."""
_ENOUGH = 12  # bytes beyond ASCII, from which on letters of two bytes are told from accents
_SAMPLE = 64 * 1024  # bytes of the lines beyond ASCII from which a code page is told
_HEAD = 4096
_ASCII = 0x7F
_CUT = re.compile(rb"([\xc2-\xf4][\x80-\xbf]*)(\r?\n[ \t])([\x80-\xbf]+)")
_NAMED = re.compile(rb"^[^:\r\n]*;CHARSET=\"?([\w.:-]+)", re.IGNORECASE | re.MULTILINE)
"""How a vCard 2.1 names the encoding of a property; those that name one all name the same."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, and the encoding it was in."""

    text: str
    encoding: str
    guessed: bool = False
    """Whether nothing in the file says that it is this encoding."""


def decoded_as(content: bytes, encoding: str) -> Decoded:
    """Return the text of `content` in an encoding that somebody named.

    Raises `LookupError` or `ValueError` where there is none of that name, for texts.
    """
    "".encode(encoding)  # some codecs are not for text
    return Decoded(content.decode(encoding, "replace").removeprefix("\ufeff"), encoding)


def decode(content: bytes) -> Decoded:
    """Return the text of `content`: by its mark, as UTF-8, as UTF-16 without a mark, or guessed.

    It never fails: bytes that mean nothing in the encoding become U+FFFD.
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return Decoded(content.decode(encoding, "replace").removeprefix("\ufeff"), encoding)
    if wide := _unmarked_utf_16(content):
        return Decoded(content.decode(wide, "replace"), wide)
    try:
        return Decoded(content.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        if mended := _mended(content):
            return Decoded(mended, "utf-8")
        if named := _named(content):
            return Decoded(content.decode(named, "replace"), named)
        encoding = _guess(content)
        return Decoded(content.decode(encoding, "replace"), encoding, guessed=True)


def _mended(content: bytes) -> str:
    """Return the text of a vCard whose lines were folded in the middle of a letter, else nothing.

    RFC 2426 counts bytes where it folds, and older programs cut letters of UTF-8 in two. The lines
    stay as many as they are.
    """
    if b"VCARD" not in content[:_HEAD].upper():
        return ""
    try:
        return _CUT.sub(rb"\1\3\2", content).decode("utf-8")
    except UnicodeDecodeError:
        return ""


def _named(content: bytes) -> str:
    """Return the encoding that the file itself names, if it is known; UTF-8 it is not."""
    for found in _NAMED.finditer(content):
        try:
            name = codecs.lookup(found[1].decode("ascii")).name
            "".encode(name)  # some codecs are not for text
        except LookupError:
            continue
        if name != "utf-8":
            return name
    return ""


def _unmarked_utf_16(content: bytes) -> str:
    """Return the UTF-16 that has its zero bytes where these are; Latin letters have one each."""
    head = content[:_HEAD]
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if odd > len(head) // 4 and even < odd // 8:
        return "utf-16-le"
    if even > len(head) // 4 and odd < even // 8:
        return "utf-16-be"
    return ""


def _sample(content: bytes) -> bytes:
    """Return the first lines with something beyond ASCII: the others tell nothing."""
    telling: list[bytes] = []
    size = 0
    for line in content.splitlines():
        if not line.isascii():
            telling.append(line)
            size += len(line)
            if size > _SAMPLE:
                break
    return b"\n".join(telling)


def _guess(content: bytes) -> str:
    """Return the code page that `content` reads best in; Western where it could be several."""
    from charset_normalizer import from_bytes  # noqa: PLC0415 - seldom needed, slow to import

    sample = _sample(content)
    many = sum(byte > _ASCII for byte in sample) >= _ENOUGH
    supposed = [*_SUPPOSED, *(_OF_SEVERAL_BYTES if many else ())]
    found = from_bytes(sample, cp_isolation=supposed, enable_fallback=False)
    best = found.best()
    if best is None or _WESTERN in {best.encoding, *best.could_be_from_charset}:
        return _WESTERN
    western = next((match for match in found if match.encoding == _WESTERN), None)
    if western is not None and western.chaos <= best.chaos:
        return _WESTERN
    return best.encoding
