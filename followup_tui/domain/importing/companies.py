"""Whether two names are of one company."""

from __future__ import annotations

import re
from enum import IntEnum
from functools import lru_cache

from followup_tui.domain.importing.word_lists import words_of
from followup_tui.domain.likeness import likeness
from followup_tui.domain.text import fold

COMPANY_WORDS = words_of(
    """
    gmbh mbh ag kg kgaa ohg ug gbr eg ev se ltd limited inc incorporated llc llp lp plc pty co
    corp corporation company sa sarl sas sasu srl spa snc bv nv vof ab aps as asa oy oyj sl slu
    ltda lda sro spzoo kft doo pte bhd pvt private kk gesmbh sagl gcv bvba sprl scrl
    """
)
"""What laws add to a name, which people leave away."""
_AND = {"and", "und", "et", "e", "y", "&", "+", "en"}
_DOTTED = re.compile(r"\b(?:[a-z]\.){2,}")  # S.A.R.L., G.m.b.H. is taken below
_SIGNS = re.compile(r"[^\w&+]+|_+")
_UMLAUTS = (("ae", "a"), ("oe", "o"), ("ue", "u"))
_NEAR = 90.0
"""Likeness (`domain.likeness`) from which two names are spelled nearly alike."""
_SHORTEST = 6  # letters: shorter ones are near each other by chance


class Likeness(IntEnum):
    """How sure it is that two are one."""

    OTHER = 0
    ALIKE = 1
    SAME = 2


@lru_cache(maxsize=65_536)
def company_key(name: str) -> str:
    """Return a company's name as it is compared: ``Müller & Söhne GmbH`` is ``muller sohne``.

    Case, accents, signs, “and”, and the legal form at its end are away; ue is ü.
    """
    text = fold(name).replace("g.m.b.h", "gmbh").replace("'", "")
    text = _DOTTED.sub(lambda found: found.group().replace(".", ""), text)
    words = _SIGNS.sub(" ", text).replace("&", " & ").split()
    while len(words) > 1 and (words[-1] in COMPANY_WORDS or words[-1] in _AND):
        words.pop()
    if len(words) > 1 and words[0] == "the":
        del words[0]
    kept = [word for word in words if word not in _AND] or words
    return loose(" ".join(kept))


def loose(folded: str) -> str:
    """Return folded text with ``ae``, ``oe`` and ``ue`` as the letters that they stand for."""
    for two, one in _UMLAUTS:
        if two in folded:
            folded = folded.replace(two, one)
    return folded


def companies_are_one(one: str, other: str) -> Likeness:
    """Say whether two companies, by their keys, are one."""
    if one == other:
        return Likeness.SAME if one else Likeness.OTHER
    short, long = (one, other) if len(one) <= len(other) else (other, one)
    if len(short) < _SHORTEST:
        return Likeness.OTHER
    if len(long) > len(short) and long.startswith(short) and long[len(short)] == " ":
        return Likeness.ALIKE
    # What is longer by more letters than may differ at all need not be compared.
    if (len(long) - len(short)) * 100 > (100 - _NEAR) * (len(long) + len(short)):
        return Likeness.OTHER
    return Likeness.ALIKE if likeness(one, other) >= _NEAR else Likeness.OTHER
