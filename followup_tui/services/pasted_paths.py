"""Paths as they are typed, pasted, or dropped on a terminal."""

from __future__ import annotations

from pathlib import Path

from followup_tui.domain.importing.plan import ImportProblem
from followup_tui.domain.text import clean_line

__all__ = ["ImportProblem", "path_of"]


def path_of(typed: str) -> Path:
    """Return the path that was typed, pasted, or dropped: quotes and ``file://`` fall off.

    What stands there as it is written goes before what its signs could mean. ``~`` is the user's
    own folder. Raises `ImportProblem` where nothing was typed.
    """
    text = clean_line(typed)
    if text and not _is_there(text):
        text = _meant(text)
    if not text:
        raise ImportProblem("Name the file of contacts, like ~/Downloads/Connections.csv.")
    try:
        return Path(text).expanduser()
    except RuntimeError:
        raise ImportProblem(f"{text} names nobody's folder: write the path whole.") from None


def _is_there(text: str) -> bool:
    try:
        return Path(text).exists()
    except (OSError, ValueError):
        return False  # no name of a file


def _meant(text: str) -> str:
    """Return what a text means that terminals write for a file: quoted, escaped, or an address."""
    from urllib.parse import unquote, urlsplit  # noqa: PLC0415 - only where a path is typed

    said = _as_a_shell_reads(text)
    if said.lower().startswith("file:"):
        return unquote(urlsplit(said).path)
    return said


def _as_a_shell_reads(text: str) -> str:
    """Return a word as a shell takes it; what is none, as it is."""
    import shlex  # noqa: PLC0415 - only where a path is typed

    if not any(sign in text for sign in "\\'\""):
        return text
    reader = shlex.shlex(text, posix=True, punctuation_chars=False)
    reader.whitespace, reader.commenters, reader.whitespace_split = "", "", True
    reader.escapedquotes = '"'
    try:
        words = list(reader)
    except ValueError:  # a quote that nobody closed: O'Brien.csv
        return text
    return "".join(words).strip()
