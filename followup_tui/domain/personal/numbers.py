"""Numbers as they are written: in figures, in thousands (40k), in words of three languages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from followup_tui.domain.text import fold

_COUNTED = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen twenty"
)
_GEZAEHLT = (
    "null ein zwei drei vier funf sechs sieben acht neun zehn elf zwolf dreizehn vierzehn funfzehn"
    " sechzehn siebzehn achtzehn neunzehn zwanzig"
)
_COMPTE = (
    "zero un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize"
    " dixsept dixhuit dixneuf vingt"
)
_TENS = {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80}
_TENS |= {"ninety": 90, "hundred": 100, "thousand": 1000, "million": 1_000_000, "dozen": 12}
_TENS |= {"dreissig": 30, "vierzig": 40, "funfzig": 50, "sechzig": 60, "siebzig": 70}
_TENS |= {"achtzig": 80, "neunzig": 90, "hundert": 100, "tausend": 1000, "dutzend": 12}
_TENS |= {"trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60, "cent": 100, "mille": 1000}
NUMBERS = {
    word: number
    for line in (_COUNTED, _GEZAEHLT, _COMPTE)
    for number, word in enumerate(line.split())
    if number > 1
} | _TENS
"""Numbers as words; “one” is left out, as it is an article in two of the languages."""


_TIMES = frozenset((100, 1000, 1_000_000))
_TENS_TO_NINETY = range(20, 100, 10)
_UNITS = range(1, 10)

Written = tuple[str, int, int]
"""A word, and where it begins and ends in its text."""


def numbers_in(words: Sequence[Written]) -> Iterator[tuple[int, int, int]]:
    """Yield the numbers in a row of words: the first word, the last, and the number.

    “40,000”, “four hundred”, “twenty-five thousand” and “40k” are one number each.
    """
    at = 0
    while at < len(words):
        number = number_of(words[at][0])
        last = at
        while number is not None and last + 1 < len(words):
            grown = _grown(number, words[last], words[last + 1])
            if grown is None:
                break
            number, last = grown, last + 1
        if number is not None:
            yield at, last, number
        at = last + 1


def _grown(number: int, word: Written, following: Written) -> int | None:
    """Return the number that two words make together, or None."""
    text, start, _ = following
    if len(text) == 3 and text.isascii() and text.isdigit() and start - word[2] == 1:
        return number * 1000 + int(text) if number else None
    unit = 1 if fold(text) == "one" else NUMBERS.get(fold(text), 0)
    if number in _TENS_TO_NINETY and unit in _UNITS and fold(word[0]) in NUMBERS:
        return number + unit if start - word[2] == 1 else None
    times = NUMBERS.get(fold(text))
    return number * times if times in _TIMES and 0 < number < times else None


def number_of(word: str) -> int | None:
    """Return the number that a word is: ``400``, ``40k``, ``forty``; None where it is none."""
    folded = fold(word)
    if folded in NUMBERS:
        return NUMBERS[folded]
    if folded.isascii() and folded.isdigit() and len(folded) <= 12:
        return int(folded)
    if folded[-1:] == "k" and folded[:-1].isascii() and 0 < len(folded) <= 7:
        return int(folded[:-1]) * 1000 if folded[:-1].isdigit() else None
    return None
