"""The recorded facts that a letter could still use, the best first, each as a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable

from followup_tui.domain.personal.fact import Fact, Unused
from followup_tui.domain.personal.words import word_set
from followup_tui.domain.text import clean_line, shorten

MOST_OFFERED = 12
LONGEST_QUOTE = 160
"""Characters of a fact that a sentence quotes."""

_RANK = {"promise": 0, "said": 1, "liked": 1, "question": 1, "event": 2, "met": 2, "learned": 2}
_RANK |= {"in common": 2, "interest": 3, "project": 3}
_OTHERWISE = 4

_SENTENCES = {
    "en": {
        "promise": "What was promised, I have not forgotten: {}.",
        "liked": "I remember that you liked this: {}.",
        "interest": "You said that this interests you: {}.",
        "question": "You had asked: {}.",
        "project": "I have been thinking about our project: {}.",
        "met": "I remember well where we met: {}.",
        "in common": "We have this in common: {}.",
        "": "You told me: {}.",
    },
    "de": {
        "promise": "Was versprochen war, habe ich nicht vergessen: {}.",
        "liked": "Ich weiß noch, was Ihnen gefiel: {}.",
        "interest": "Sie sagten, dass Sie das interessiert: {}.",
        "question": "Sie hatten gefragt: {}.",
        "project": "Ich habe an unser Projekt gedacht: {}.",
        "met": "Ich weiß noch gut, wo wir uns trafen: {}.",
        "in common": "Das haben wir gemeinsam: {}.",
        "": "Sie erzählten mir: {}.",
    },
    "fr": {
        "promise": "Je n'ai pas oublié ce qui était promis : {}.",
        "liked": "Je me souviens de ce qui vous a plu : {}.",
        "interest": "Vous m'avez dit que ceci vous intéresse : {}.",
        "question": "Vous aviez demandé : {}.",
        "project": "J'ai pensé à notre projet : {}.",
        "met": "Je me souviens de notre rencontre : {}.",
        "in common": "Nous avons cela en commun : {}.",
        "": "Vous m'avez dit : {}.",
    },
}
_LIKES = re.compile(
    r"(?:(?:he|she|they|er|sie|il|elle) )?(?:really )?"
    r"(?:likes?|liked|loves?|loved|mag|mochte|aime)\s+",
    re.IGNORECASE,
)
_TELLING = {
    "en": word_set("the and you we for with your is our on at to of it that"),
    "de": word_set("der die das und sie wir mit ihr ihnen ist nicht ich auf im dass"),
    "fr": word_set("le la les et vous nous avec votre est pas je sur dans que une"),
}


def language_of(folded: Iterable[str]) -> str:
    """Return ``en``, ``de`` or ``fr``: of which a text's folded words hold most."""
    words = list(folded)
    return max(_TELLING, key=lambda code: sum(word in _TELLING[code] for word in words))


def offered(facts: Iterable[tuple[Fact, float]], language: str) -> tuple[Unused, ...]:
    """Return what could still be used, the best first; each fact comes with what it weighs.

    First what was promised and said, then the newest, then what tells most.
    """
    ranked = sorted(
        facts,
        key=lambda pair: (
            _RANK.get(pair[0].kind, _OTHERWISE),
            -pair[0].when.toordinal() if pair[0].when else 0,
            -pair[1],
        ),
    )
    return tuple(Unused(fact, sentence_of(fact, language)) for fact, _ in ranked[:MOST_OFFERED])


def sentence_of(fact: Fact, language: str) -> str:
    """Return a fact as a sentence that can be put into a letter as it stands."""
    sentences = _SENTENCES.get(language, _SENTENCES["en"])
    words = clean_line(fact.text).lstrip("+-!@>?*= ")
    if fact.kind == "liked":
        words = _LIKES.sub("", words, count=1) or words
    words = shorten(words, LONGEST_QUOTE).rstrip(".;, ")
    return sentences.get(fact.kind, sentences[""]).format(words)
