"""The folders of a mailbox: reading what the server lists, and finding the one for drafts.

Names are in modified UTF-7 (RFC 3501, section 5.1.3): ``Entw&APw-rfe`` is “Entwürfe”.
"""

from __future__ import annotations

import re
from base64 import b64decode
from binascii import Error as NoBase64
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from followup_tui.domain.letters.mail import CannotLeave
from followup_tui.domain.text import clean_line, shorten

_LISTED = re.compile(
    rb'\((?P<marks>[^)]*)\) (?P<between>NIL|"(?:\\.|[^"\\])*") (?P<name>.+)', re.DOTALL
)
_SHIFTED = re.compile(r"&([A-Za-z0-9+,]*)-")
_TOLD = 6  # folders that a sentence names
_USUAL = frozenset(
    (
        "drafts", "draft", "entwürfe", "brouillons", "borradores", "bozze", "concepten",
        "rascunhos", "utkast", "kladder", "luonnokset", "kopie robocze", "koncepty", "piszkozatok",
        "taslaklar", "черновики", "чернетки", "πρόχειρα", "下書き", "草稿", "草稿箱", "임시보관함",
    )
)  # fmt: skip
"""What mail programs call the folder, where the server does not say which it is."""


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder of a mailbox."""

    name: str
    """As it is read."""
    wire: str
    """As the server has it: modified UTF-7."""
    marks: frozenset[str] = frozenset()
    """Its attributes in lower case: ``\\drafts``, ``\\noselect`` …"""
    between: str = ""
    """What stands between a folder and one within it; empty: there are none within."""

    @property
    def last(self) -> str:
        """The name without those of the folders that it is in."""
        return self.name.rpartition(self.between)[2] if self.between else self.name

    @property
    def holds_mail(self) -> bool:
        """Whether a mail can be put there."""
        return not self.marks & {"\\noselect", "\\nonexistent"}


def read_listed(line: bytes | tuple[bytes, bytes]) -> Folder | None:
    """Return the folder of a line of an answer to ``LIST``; None for one that is not understood.

    Where the name came as a literal, `line` is what stood before it and the name.
    """
    before, literal = line if isinstance(line, tuple) else (line, None)
    found = _LISTED.fullmatch(before)
    if found is None:
        return None
    raw = literal if literal is not None else _unquoted(found["name"])
    try:
        wire = raw.decode("ascii")
        name = decoded(wire)
    except UnicodeDecodeError:  # a server that writes UTF-8 without having been asked to
        return None
    between = b"" if found["between"] == b"NIL" else _unquoted(found["between"])
    return Folder(
        name=clean_line(name) or wire,
        wire=wire,
        marks=frozenset(found["marks"].decode("ascii", "replace").lower().split()),
        between=between.decode("ascii", "replace"),
    )


def drafts_of(folders: Sequence[Folder], wanted: str) -> Folder:
    """Return the drafts folder: the one `wanted` by name, else the one that is marked as such.

    Raises `CannotLeave`, which names the folders there are.
    """
    there = [each for each in folders if each.holds_mail]
    if wanted:
        if found := _named(there, wanted):
            return found
        raise CannotLeave(
            f"The mailbox has no folder “{shorten(wanted, 60)}”{_told(there)}. Put the right name "
            "as drafts_folder under [mail] in the settings."
        )
    marked = [each for each in there if "\\drafts" in each.marks]
    usual = [each for each in there if each.last.casefold() in _USUAL]
    if found := next(iter((*marked, *usual)), None):
        return found
    raise CannotLeave(
        f"The mailbox does not say which folder its drafts are in{_told(there)}. Put the name as "
        "drafts_folder under [mail] in the settings."
    )


def _named(there: Sequence[Folder], wanted: str) -> Folder | None:
    """Return the folder of that name; failing that, the only one that it could be."""
    for name_of in _WAYS_TO_NAME:
        found = [each for each in there if name_of(each) in {wanted, wanted.casefold()}]
        if len(found) == 1:
            return found[0]
    return None


_WAYS_TO_NAME: tuple[Callable[[Folder], str], ...] = (
    lambda each: each.name,
    lambda each: each.name.casefold(),
    lambda each: each.name.casefold().replace(each.between or "/", "/"),
    lambda each: each.last.casefold(),
)


def _told(there: Iterable[Folder]) -> str:
    names = [f"“{shorten(each.name, 40)}”" for each in there]
    if not names:
        return ""
    more = f" and {len(names) - _TOLD} more" if len(names) > _TOLD else ""
    return f": there are {', '.join(names[:_TOLD])}{more}"


def _unquoted(raw: bytes) -> bytes:
    if len(raw) > 1 and raw[:1] == raw[-1:] == b'"':
        return re.sub(rb"\\(.)", rb"\1", raw[1:-1])
    return raw


def decoded(wire: str) -> str:
    """Return what a name in modified UTF-7 reads as; what is none is left as it is."""
    return _SHIFTED.sub(_unshifted, wire)


def _unshifted(found: re.Match[str]) -> str:
    shifted = found[1].replace(",", "/")
    if not shifted:
        return "&"
    try:
        return b64decode(shifted + "=" * (-len(shifted) % 4)).decode("utf-16-be")
    except (NoBase64, UnicodeDecodeError):
        return found[0]
