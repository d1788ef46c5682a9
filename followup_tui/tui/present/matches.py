"""Where the words that are searched for stand in a text. Pure functions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual.content import Content

from followup_tui.domain.text import fold

_STYLE = "bold underline $text-accent"
"""Of a match: not told by its colour alone."""


def places(text: str, words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield beginning and end of each of the folded `words` in `text`, case and accents aside."""
    if text.isascii():
        folded, at = text.lower(), None
    else:
        pieces = [fold(char) for char in text]
        folded = "".join(pieces)
        at = [number for number, piece in enumerate(pieces) for _ in piece]
    for word in words:
        begin = folded.find(word)
        while word and begin >= 0:
            end = begin + len(word)
            yield (begin, end) if at is None else (at[begin], at[end - 1] + 1)
            begin = folded.find(word, end)


def marked(content: Content, words: Sequence[str]) -> Content:
    """Return `content` with the folded `words` marked wherever they stand."""
    for begin, end in places(content.plain, words):
        content = content.stylize(_STYLE, begin, end)
    return content
