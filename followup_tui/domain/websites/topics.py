"""What a site is about in single words, for finding what suits its owners."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from followup_tui.domain.stems import telling
from followup_tui.domain.text import fold

MOST_TOPICS = 60
"""Words kept of one site; the rest says little about it."""

# What stands on every second site, and the glue of languages whose pages are read beside English,
# German and French ones.
_FURNITURE = """
about blog book business client clients company contact cookies customer customers enquiry event
events hire hour hours info job jobs learn location locations more news offer offers office open
our page partner partners people phone press product products project projects read search service
services share start stories story subscribe team view website work world year years
aktuelles angebot angebote anfrage jahr jahre jahren kunde kunden leistung leistungen losung
losungen mitarbeiter neuigkeiten seite termine unternehmen
actualites entreprise nouvelles propos societe
al con como del el ella es esta este hay las lo los mas muy nuestra nuestro nuestros o para pero
por que se si sin su sus una uno y inicio contacto empresa noticias servicios
che chi ci da dal dei della delle di gli i il nel nella per piu sono tra azienda contatti servizi
aan bij een het hij ik je met naar niet nog om ons onze op te tot uit van voor wij zijn diensten
em na nao nas nos os ou seu sua empresa contato
"""
_USUAL = frozenset(_FURNITURE.split())
_SHORTEST = 3  # letters; a shorter word counts where it has a sign or a digit (C#, 5G)


def words_of(text: str) -> list[str]:
    """Return the telling words of `text`, folded, in order: no glue, no furniture, no numbers."""
    return [word for word, _ in _words(text)]


def topics(
    weighted: Iterable[tuple[str, float]], *, without: Iterable[str] = ()
) -> tuple[str, ...]:
    """Return the words that some texts lead with, folded, the weightiest first.

    `weighted` gives each text with what a word in it weighs; a word counts once a text, and forms
    of one word are one, in its commonest form. `without` are texts whose words say nothing here,
    such as the company's own name.
    """
    silent = {root for text in without for _, root in _words(text)}
    weights: defaultdict[str, float] = defaultdict(float)
    forms: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for text, weight in weighted:
        for word, root in {root: (word, root) for word, root in _words(text)}.values():
            if root not in silent:
                weights[root] += weight
                forms[root][word] += 1
    best = sorted(weights, key=lambda root: (-weights[root], root))
    return tuple(_commonest(forms[root]) for root in best[:MOST_TOPICS])


def _words(text: str) -> list[tuple[str, str]]:
    """Return the telling words of `text`, folded, with their stems."""
    return [
        (word, root)
        for word, root in ((fold(word), root) for word, root in telling(text))
        if word not in _USUAL and (len(word) >= _SHORTEST or not word.isalpha())
    ]


def _commonest(forms: Counter[str]) -> str:
    return min(forms, key=lambda word: (-forms[word], word))
