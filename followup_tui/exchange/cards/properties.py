"""The properties of one card: its lines put together again, and each value as it was meant."""

from __future__ import annotations

import base64
import binascii
import quopri
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_ENCODED = "quoted-printable"
_BASE64 = {"b", "base64"}
_PREF_DIGITS = 4
_NOT_PREFERRED = 101  # PREF goes from 1 to 100
_TEXT_BYTES = 400_000  # longer is a picture, whatever it is called


@dataclass(frozen=True, slots=True)
class Property:
    """One property of a card: its group, name and parameters, and its value as it stands there."""

    group: str
    name: str
    params: tuple[tuple[str, str], ...]
    value: str

    def param(self, name: str) -> str:
        """Return the values of a parameter, lower case, joined by commas."""
        return ",".join(value for key, value in self.params if key == name).lower()

    @property
    def preference(self) -> int:
        """Its place before others of its name: 1 (RFC 6350) or ``pref`` is the first."""
        if "pref" in self.param("TYPE").split(","):
            return 1
        said = self.param("PREF")
        return int(said) if said.isdecimal() and len(said) < _PREF_DIGITS else _NOT_PREFERRED


def properties(lines: Sequence[str]) -> list[Property]:
    """Return the properties of the lines of a card; what is no property is passed over."""
    old = any(line.replace(" ", "").lower() == "version:2.1" for line in lines)
    return [found for line in _unfolded(lines, old=old) if (found := _property(line))]


def _unfolded(lines: Sequence[str], *, old: bool) -> Iterator[str]:
    """Yield the logical lines: a blank at its beginning, or a soft break, continues one."""
    logical: list[str] = []
    soft = encoded = False
    for text in lines:
        if soft:
            # RFC 2045: what follows a soft break is the value; later versions fold it as well.
            logical[-1] = logical[-1][:-1]
            logical.append(text if old else text.removeprefix(" ").removeprefix("\t"))
        elif text[:1] in {" ", "\t"} and logical:
            logical.append(text[1:])
        else:
            if logical:
                yield "".join(logical)
            logical = [text]
            encoded = _ENCODED in text.partition(":")[0].lower()
        soft = encoded and logical[-1].endswith("=")
    if logical:
        yield "".join(logical)


def _property(line: str) -> Property | None:
    """Return the property that a logical line is; None where it is none."""
    head, colon, value = _at_colon(line)
    if not colon:
        return None
    first, *rest = _at_semicolons(head)
    params = []
    for part in rest:
        key, equals, given = part.partition("=")
        # vCard 2.1 names values alone: TEL;WORK;QUOTED-PRINTABLE
        params.append((key.strip().upper(), given.strip(' "')) if equals else ("TYPE", key))
    group, _, name = first.rpartition(".")
    return Property(group.strip().lower(), name.strip().upper(), tuple(params), value)


def _at_semicolons(head: str) -> list[str]:
    """Split at the semicolons that stand outside of double quotes."""
    if '"' not in head:
        return head.split(";")
    found: list[str] = []
    for number, piece in enumerate(head.split('"')):
        several = [piece] if number % 2 else piece.split(";")  # every second is within quotes
        if found:
            found[-1] += several.pop(0)
        found += several
    return found


def _at_colon(line: str) -> tuple[str, str, str]:
    """Split at the first colon that stands outside of double quotes."""
    head, colon, value = line.partition(":")
    if '"' not in head:
        return head, colon, value
    quoted = False
    for at, char in enumerate(line):
        if char == '"':
            quoted = not quoted
        elif char == ":" and not quoted:
            return line[:at], char, line[at + 1 :]
    return head, colon, value  # a quote that nobody closed


def value_of(found: Property) -> str:
    """Return the value with its transfer encoding undone; separators and escapes still stand."""
    encoding = f"{found.param('ENCODING')},{found.param('TYPE')}".split(",")
    if _ENCODED in encoding:
        return _text(quopri.decodestring(found.value.encode("utf-8", "replace")), found)
    if _BASE64 & set(encoding) and len(found.value) < _TEXT_BYTES:
        try:
            raw = base64.b64decode("".join(found.value.split()), validate=True)
        except (binascii.Error, ValueError):
            return found.value
        return _text(raw, found)
    return found.value


def _text(raw: bytes, found: Property) -> str:
    for charset in (found.param("CHARSET") or "utf-8", "utf-8"):
        try:
            return raw.decode(charset)
        except (LookupError, UnicodeDecodeError):
            continue
    return raw.decode("cp1252", "replace")


def plain(text: str) -> str:
    """Return `text` with its escapes undone."""
    if "\\" not in text:
        return text.strip()
    return _ESCAPED.sub(lambda found: "\n" if found[1] in "nN" else found[1], text).strip()


def parts(text: str, separator: str) -> list[str]:
    """Return the parts between separators that are not escaped, each plain."""
    if "\\" not in text:
        return [part.strip() for part in text.split(separator)]
    return [plain(part) for part in _apart(text, separator)]


def _apart(text: str, separator: str) -> Iterator[str]:
    begin = at = 0
    while at < len(text):
        if text[at] == "\\":
            at += 2
            continue
        if text[at] == separator:
            yield text[begin:at]
            begin = at + 1
        at += 1
    yield text[begin:]
