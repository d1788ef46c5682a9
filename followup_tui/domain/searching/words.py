"""The words of a text as they are searched for: folded, without what stands between them."""

from __future__ import annotations

import re

from followup_tui.domain.text import fold

_WORD = re.compile(r"[^\W_]{1,40}")  # a longer one is a key or an address: it is cut in pieces
# Kana, Chinese characters and Hangul are written without blanks: each character is a word.
_ALONE = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff"
_ANY_WORD = re.compile(rf"[{_ALONE}]|(?:(?![{_ALONE}])[^\W_]){{1,40}}")


def words_of(text: str) -> list[str]:
    """Return the words of `text`, in order, folded: ``Müller's costs`` is ``muller s costs``."""
    if text.isascii():
        return _WORD.findall(text.lower())
    return _ANY_WORD.findall(fold(text))


def terms_of(query: str) -> tuple[str, ...]:
    """Return the words that somebody searches for, each once; every one may be a beginning."""
    return tuple(dict.fromkeys(words_of(query)))
