"""Cleaning what came from outside, once, at the boundary.

Pages, feeds, imported files, command lines and pasted text may hold escape sequences, control
characters and invisible marks that a terminal would obey or a reader could not see. Everything
that enters a record goes through `clean_line` or `clean_text` first; records refuse what has not.
"""

from __future__ import annotations

import re
import unicodedata

_ESCAPE_SEQUENCES = re.compile(
    # Whole sequences: ESC alone would leave their visible tail behind (ECMA-48, section 5).
    r"(?:\x1b\]|\x9d)[^\x07\x1b\x9c]*(?:\x07|\x1b\\|\x9c|$)"  # OSC … BEL or ST
    r"|(?:\x1b[PX^_]|[\x90\x98\x9e\x9f])[^\x1b\x9c]*(?:\x1b\\|\x9c|$)"  # DCS, SOS, PM, APC … ST
    r"|(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]?"  # CSI
    r"|\x1b[ -/]*[0-~]?"  # two-character sequences
)
_JOINERS = {"\u200c", "\u200d"}  # ZWNJ and ZWJ: letters of Persian, the glue of emoji
_VARIATION = {"\ufe0e", "\ufe0f"}
_LINE_BREAKS = re.compile(r"\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_SPACES = re.compile(r"\s+")
_PLAIN = re.compile(r"[ -~\u00a0-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf]*")
"""Latin letters, dashes, quotes, currencies: nothing among them to drop, join or compose."""
_ACCENTS = re.compile(r"[\u0300-\u034e\u0350-\u036f]+")
_MARK_RUN_LIMIT = 8  # more combining marks in a row than any script stacks


def _is_joining(text: str, index: int) -> bool:
    """Say whether the joiner at `index` stands between two visible non-ASCII characters."""
    if index == 0 or index + 1 >= len(text):
        return False
    before = text[index - 1]
    if before in _VARIATION and index > 1:
        before = text[index - 2]
    return ord(before) > 0x2FF and ord(text[index + 1]) > 0x2FF


def _visible(text: str) -> str:
    """Drop every character that draws nothing or steers the terminal; keep the line breaks."""
    kept: list[str] = []
    marks = 0
    for index, char in enumerate(text):
        if " " <= char <= "~" or char in "\n\t":
            kept.append(char)
            marks = 0
            continue
        category = unicodedata.category(char)
        if category in {"Mn", "Me"}:
            marks += 1
            if marks <= _MARK_RUN_LIMIT:
                kept.append(char)
            continue
        marks = 0
        if category == "Cf":
            if char in _JOINERS and _is_joining(text, index):
                kept.append(char)
            continue
        if category in {"Cc", "Cs", "Co", "Cn"}:
            continue
        kept.append(char)
    # Marks may have come to stand behind a letter with which they make another one.
    return unicodedata.normalize("NFC", "".join(kept))


def clean_text(text: str) -> str:
    """Return `text` with paragraphs kept and nothing in it that a terminal would obey.

    Escape sequences go as a whole, control, bidi and zero-width characters one by one; line
    breaks of every kind become ``\\n``, tabs a space; lines lose their trailing blanks.
    """
    if (text.isascii() and text.isprintable()) or _PLAIN.fullmatch(text):
        return text.strip()
    text = _ESCAPE_SEQUENCES.sub("", text)
    text = _LINE_BREAKS.sub("\n", text)
    text = _visible(unicodedata.normalize("NFC", text)).replace("\t", " ")
    return "\n".join(line.rstrip() for line in text.split("\n")).strip()


def clean_line(text: str) -> str:
    """Return `text` as one clean line: as `clean_text`, and every run of blanks one space."""
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip()  # most lines: at once, because a page has thousands
    text = clean_text(text)
    if text.isprintable() and "  " not in text:
        return text  # no other blanks are printable
    return _SPACES.sub(" ", text).strip()


def clean_typed(line: str) -> str:
    """Return one line as it is being typed: cleaned like `clean_text`, its blanks left alone.

    What is clean already comes back unchanged, so that an editor and what is kept of it agree.
    """
    if line.isascii() and line.isprintable():
        return line
    line = _LINE_BREAKS.sub(" ", _ESCAPE_SEQUENCES.sub("", line)).replace("\n", " ")
    return line if is_clean(line) else _visible(unicodedata.normalize("NFC", line))


def is_clean(text: str) -> bool:
    """Say whether `text` could have come out of `clean_text` as far as its characters go."""
    if (text.isascii() and text.isprintable()) or _PLAIN.fullmatch(text):
        return True
    return _visible(unicodedata.normalize("NFC", text)) == unicodedata.normalize("NFC", text)


def shorten(text: str, limit: int) -> str:
    """Return `text`, cut at a word where that costs little, with an ellipsis if it was cut."""
    if len(text) <= limit:
        return text
    head = text[: max(limit - 1, 0)]
    space = head.rfind(" ")
    if space > limit * 2 // 3:
        head = head[:space]
    return head.rstrip() + "…"


def fold(text: str) -> str:
    """Return `text` as it is compared: case and accents away (``Müller`` finds ``muller``)."""
    if text.isascii():
        return text.lower()
    decomposed = _ACCENTS.sub("", unicodedata.normalize("NFKD", text.casefold()))
    if _PLAIN.fullmatch(decomposed):
        return decomposed
    return "".join(char for char in decomposed if not unicodedata.combining(char))
