"""Names of files made of what clients are called: safe on every system, and never twice.

What may not stand in a name: the separators and wildcards of file systems, the names that Windows
keeps for devices, and the signs that Obsidian's links give a meaning (``#``, ``^``, ``[``, ``]``).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping

_LONGEST = 120  # bytes: file systems stop at 255, and folders come before it
_FORBIDDEN = re.compile(r'[\x00-\x1f\x7f/\\:*?"<>|#^\[\]]+')
_BLANKS = re.compile(r"\s+")
_DEVICES = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?", re.IGNORECASE)
_OWN_END = 6  # letters of an id that tell two of one name apart


def file_name(text: str, *, instead: str = "client") -> str:
    """Return `text` as the name of a file without its ending; `instead` where nothing is left."""
    name = _FORBIDDEN.sub(" ", unicodedata.normalize("NFC", text))
    name = _BLANKS.sub(" ", name).strip(". ")
    while len(name.encode()) > _LONGEST:
        name = name[:-1].rstrip(". ")
    if not name:
        return instead
    return f"_{name}" if _DEVICES.fullmatch(name) else name


def file_names(
    titles: Iterable[tuple[str, str]], *, ending: str, taken: Mapping[str, str]
) -> dict[str, str]:
    """Return the name of the file of each id, given pairs of an id and what it is called.

    `taken` are names by id from an earlier time: they stay, so that links to them go on. Two names
    are the same where a file system that knows no case takes them for it.
    """
    found: dict[str, str] = {}
    titles = tuple(titles)
    used = {_same(taken[key]) for key, _ in titles if key in taken}
    for key, title in titles:
        if key in taken:
            found[key] = taken[key]
            continue
        plain = file_name(title)
        name = f"{plain}{ending}"
        if _same(name) in used:
            name = f"{plain} ({key[-_OWN_END:]}){ending}"
        number = 2
        while _same(name) in used:  # ids that end alike
            name = f"{plain} ({key[-_OWN_END:]} {number}){ending}"
            number += 1
        used.add(_same(name))
        found[key] = name
    return found


def _same(name: str) -> str:
    return unicodedata.normalize("NFKC", name).casefold()
