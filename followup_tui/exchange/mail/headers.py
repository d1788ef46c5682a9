"""Header fields of a mail (RFC 5322), with whatever letters names and subjects are written in.

Written out here rather than by `email.policy`: the versions of Python that ship today fold names
with commas or umlauts wrongly (the comma ends up between two addresses), and a header is where a
mistake becomes somebody else's mail. No value can end its line: control characters are taken out,
and addresses that are none are refused.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable, Sequence
from datetime import datetime
from email.utils import format_datetime

from followup_tui.domain.letters.mail import Address, CannotLeave
from followup_tui.domain.text import clean_line, shorten

WIDTH = 76
"""Characters of a line, and of an encoded word less one (RFC 2047, section 2)."""
_LONGEST = 200
"""Characters of a word, or a name in quotes, that is written as it is: none is as long, and a line
must end before its 998th character."""
_ATOMS = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~ -]+")
_DOT_ATOM = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*")
_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_DOMAIN = re.compile(rf"{_LABEL}(?:\.{_LABEL})*")
_MESSAGE_ID = re.compile(rf"<{_DOT_ATOM.pattern}@{_DOMAIN.pattern}>")


def unstructured(name: str, value: str) -> str:
    """Return a field whose value is any text, such as the subject; it ends its line."""
    return _folded(name, _words(clean_line(value)))


def addresses(name: str, those: Sequence[Address]) -> str:
    """Return a field of addresses; it ends its line. Raises `CannotLeave` for what is none."""
    words: list[str] = []
    for each in those:
        if words:
            words[-1] += ","
        words += _mailbox(each)
    return _folded(name, words)


def date(moment: datetime) -> str:
    """Return the field ``Date``; `moment` carries a zone."""
    return _folded("Date", [format_datetime(moment)])


def message_id(value: str) -> str:
    """Return the field ``Message-ID``; raises `CannotLeave` as `known_by` does."""
    return _folded("Message-ID", [known_by(value)])


def known_by(value: str) -> str:
    """Return a message id as a header holds it, its domain in ASCII.

    Raises `CannotLeave` for what is none: it is made of the user's own mail address.
    """
    local, _, domain = value.removesuffix(">").rpartition("@")
    found = f"{local}@{_in_ascii(domain)}>"
    if not _MESSAGE_ID.fullmatch(found):
        raise CannotLeave(
            f"“{shorten(clean_line(value), 80)}” cannot be in a mail: see me.email in the settings."
        )
    return found


def addr_spec(email: str) -> str:
    """Return an address as a header holds it: its domain in ASCII (RFC 5890).

    Raises `CannotLeave` for what is no address, be it two of them or one with more behind it.
    """
    local, at, domain = clean_line(email).rpartition("@")
    in_ascii = _in_ascii(domain)
    if not (at and _DOT_ATOM.fullmatch(local) and _DOMAIN.fullmatch(in_ascii)):
        raise CannotLeave(
            f"“{shorten(clean_line(email), 80)}” is no mail address: mend it, then let the letter "
            "leave again."
        )
    return f"{local}@{in_ascii}"


def _in_ascii(domain: str) -> str:
    if domain.isascii():
        return domain
    try:
        return domain.encode("idna").decode("ascii")
    except UnicodeError:
        return ""


def _mailbox(address: Address) -> list[str]:
    """Return the words of ``"Li, Jane" <jane@northwind.example>``."""
    where, name = addr_spec(address.email), clean_line(address.name)
    if not name:
        return [where]
    if not _is_plain(name) or len(name) > _LONGEST:
        return [*_encoded_words(name), f"<{where}>"]
    if not _ATOMS.fullmatch(name):
        name = '"{}"'.format(name.replace("\\", "\\\\").replace('"', '\\"'))
    return [name, f"<{where}>"]


def _words(value: str) -> list[str]:
    return value.split(" ") if _is_plain(value) else _encoded_words(value)


def _is_plain(value: str) -> bool:
    """Say whether a value can stand as it is: nobody would take a part of it for encoded."""
    return (
        value.isascii()
        and "=?" not in value
        and all(len(word) <= _LONGEST for word in value.split(" "))
    )


def _encoded_words(value: str) -> list[str]:
    """Return a text as encoded words (RFC 2047, section 4.1), none of which splits a letter.

    The blank between two of them is not part of the text: those that are stand within.
    """
    room = (WIDTH - 1 - len("=?utf-8?b??=")) // 4 * 3
    parts, part = [], b""
    for char in value:
        encoded = char.encode()
        if len(part) + len(encoded) > room:
            parts.append(part)
            part = b""
        part += encoded
    return [f"=?utf-8?b?{b64encode(each).decode('ascii')}?=" for each in (*parts, part) if each]


def _folded(name: str, words: Iterable[str]) -> str:
    """Return a field with its words on as many lines as they take (RFC 5322, section 2.2.3)."""
    lines: list[str] = []
    line = f"{name}:"
    for index, word in enumerate(words):
        if index and len(line) + 1 + len(word) > WIDTH:
            lines.append(line)
            line = ""
        line += f" {word}"
    return "\r\n".join((*lines, line)) + "\r\n"
