"""The language of a page: as it says itself, else by the commonest words of its text."""

from __future__ import annotations

import re
from collections import Counter

from followup_tui.web.dom import Page, attribute, meta

_LANGUAGE = re.compile(r"^\s*([A-Za-z]{2,3})(?:[-_]([A-Za-z]{2}|[A-Za-z]{4}))?\b")
_SAMPLE = 8_000  # characters of text that are looked at
_FEWEST, _CLEARLY = 5, 1.3  # common words that make a language, and their lead over the next
_ENOUGH = 40
"""Words of a text that is believed against what its page says of itself."""
_COMMON = {
    "en": "the and of to in is for with our you we are your on from",
    "de": "der die das und ist für mit wir sie ein eine nicht auf von den im zu",
    "fr": "le la les et est pour avec nous vous des une dans sur du notre au",
    "es": "el la los las y es para con nuestro una por del que en más nuestra",
    "it": "il gli e è per con noi una del della che nostro sono di nostra",
    "nl": "de het een en is voor met wij van onze op zijn u niet naar ons",
    "pt": "o os as e é para com nós uma por do da que em mais nossa não",
    "da": "og er det til af på vi en for med den ikke som jeres hos",
    "sv": "och är det till av på vi en för med den inte som hos ni",
    "nb": "og er det til av på vi en for med den ikke som hos dere",
    "pl": "i w na z do się jest nie dla oraz to nasze jak przez są",
    "cs": "a v na s do se je pro jsme to naše které jako nebo jsou",
    "fi": "ja on ei että se ovat myös sekä kun tai meidän voit meillä",
}
_LETTERS = {
    "de": "ßäöü",
    "fr": "çœèêà",
    "es": "ñ¿¡",
    "pt": "ãõ",
    "da": "æø",
    "nb": "æø",
    "sv": "åä",
    "pl": "łąęśżźćń",
    "cs": "řěůžšč",
    "fi": "äö",
}
"""Letters that a language uses and most others do not."""
_COMMON_WORDS = {code: frozenset(words.split()) for code, words in _COMMON.items()}
_SCRIPTS = (
    (re.compile(r"[\u3040-\u30ff]"), "ja"),
    (re.compile(r"[\uac00-\ud7af]"), "ko"),
    (re.compile(r"[\u4e00-\u9fff]"), "zh"),
    (re.compile(r"[\u0370-\u03ff]"), "el"),
)


def language_of(page: Page, text: str) -> tuple[str, str]:
    """Return the page's language as ``en`` or ``de-CH``, and how it is known.

    `text` is its content. Both are empty where it is not known.
    """
    html = page.first("html")
    said = attribute(html, "lang") or attribute(html, "xml:lang") if html is not None else ""
    for value, method in (
        (said, "html lang"),
        (meta(page, "content-language", "language", "dc.language"), "meta"),
        (meta(page, "og:locale"), "og"),
    ):
        found = _tag(value)
        if found.partition("-")[0] == "en" and (guess := _other_than_english(text)):
            return guess, "words"
        if found:
            return found, method
    guess = guessed_language(text)
    return guess, "words" if guess else ""


def _other_than_english(text: str) -> str:
    """Return the language of a text that is surely not in English.

    Templates come with ``lang="en"``, and sites in other languages keep it.
    """
    words = text[:_SAMPLE].lower().split()
    english = sum(word in _COMMON_WORDS["en"] for word in words)
    if english * 40 > len(words) or len(words) < _ENOUGH:
        return ""
    guess = guessed_language(text)
    own = _COMMON_WORDS.get(guess, frozenset()) if guess != "en" else frozenset()
    return guess if sum(word in own for word in words) * 10 > len(words) else ""


def _tag(value: str) -> str:
    found = _LANGUAGE.match(value)
    if found is None or found[1].lower() in {"xx", "und", "mul", "zxx"}:
        return ""
    region = found[2] or ""
    region = region.upper() if len(region) == 2 else region.title()
    return f"{found[1].lower()}-{region}" if region else found[1].lower()


def guessed_language(text: str) -> str:
    """Return the language whose commonest words a text uses most, or nothing if it is unsure."""
    sample = text[:_SAMPLE]
    if not sample.isascii():
        for pattern, code in _SCRIPTS:
            if len(pattern.findall(sample)) > len(sample) * 0.1:
                return code
    words = Counter(re.findall(r"[^\W\d_]+", sample.lower()))
    scores = sorted(
        (
            (sum(words[word] for word in common) + _by_letters(sample, code), code)
            for code, common in _COMMON_WORDS.items()
        ),
        reverse=True,
    )
    (best, code), (second, _) = scores[:2]
    return code if best >= _FEWEST and best >= second * _CLEARLY else ""


def _by_letters(sample: str, code: str) -> int:
    """Return how many words' worth the letters of a text speak for a language: 0 to 4."""
    letters = _LETTERS.get(code, "")
    return min(sum(sample.count(letter) for letter in letters), 4) if not sample.isascii() else 0
