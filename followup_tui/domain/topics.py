"""What a site is about in single words, for finding what suits its owners."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from followup_tui.domain.text import fold

MOST_TOPICS = 60
"""Words kept of one site; the rest says little about it."""

_WORD = re.compile(r"\.net\b|[^\W_]+[+#]*")  # .NET, C++ and C# are words
_USUAL = frozenset(
    fold(
        # the glue of sentences, in the languages most pages are written in
        "a about after all also an and any are as at be been but by can do each every for from get"
        " has have her his how if in into is it its just let like made make many may me more most"
        " much my new no not now of off on one only or other our out over own please so some such"
        " than that the their them then there these they this to too two up us use very was we what"
        " when where which who why will with you your aber als am auch auf aus bei bis das dass dem"
        " den der des die dies diese ein eine einem einen einer es für haben hat ich ihr ihre im"
        " ist kann mehr mit nach neu neue nicht noch nur oder sein sich sie sind so über um und uns"
        " unser unsere vom von vor was werden wie wir wird zu zum zur au aux avec ce ces cette dans"
        " de du elle en est et être il ils la le les leur leurs mais nos notre nous ou par pas plus"
        " pour qui sa ses son sont sur tous tout toute un une vos votre vous al con como del el"
        " ella es esta este está hay las lo los mas más muy nuestra nuestro nuestros o para pero"
        " por que se si sin su sus una uno y ya che chi ci con da dal dei della delle di gli i il"
        " nel nella non per più sono tra aan bij een het hij in je met naar niet nog om ons onze op"
        " te tot uit van voor wij zijn em na não nas nos os ou seu sua"
        # the furniture of sites
        " blog book business call click client clients company contact content cookie cookies"
        " customer customers day days email enquiries event events find free good great help here"
        " hire home hour hours info job jobs know latest learn link login mail menu month more need"
        " needs news newsletter offer offers office online open our page partner partners people"
        " phone press privacy product products project projects read search see service services"
        " share sign site start story subscribe team terms things time today tomorrow view visit"
        " want website week welcome work working world year years aktuelles angebot angebote"
        " anfrage datenschutz impressum jahr jahre jahren kontakt kunde kunden leistungen lösungen"
        " mitarbeiter neuigkeiten seite startseite team termine unternehmen veranstaltungen"
        " willkommen accueil actualités clients contact entreprise nouvelles propos services"
        " société inicio contacto empresa noticias servicios"
    ).split()
)
_SHORTEST = 3  # letters; a shorter word counts where it has a sign or a digit (C#, 5G)


def words_of(text: str) -> list[str]:
    """Return the telling words of `text`, folded, in order: no glue, no furniture, no numbers."""
    found = _WORD.findall(fold(text))
    return [word for word in found if word not in _USUAL and _tells(word)]


def _tells(word: str) -> bool:
    if word.isdigit():
        return False
    return len(word) >= _SHORTEST or not word.isalpha()


def topics(
    weighted: Iterable[tuple[str, float]], *, without: Iterable[str] = ()
) -> tuple[str, ...]:
    """Return the words that some texts lead with, folded, the weightiest first.

    `weighted` gives each text with what a word in it weighs; a word counts once a text. `without`
    are texts whose words say nothing here, such as the company's own name.
    """
    silent = {word for text in without for word in words_of(text)}
    weights: defaultdict[str, float] = defaultdict(float)
    for text, weight in weighted:
        for word in dict.fromkeys(words_of(text)):
            if word not in silent:
                weights[word] += weight
    best = sorted(weights, key=lambda word: (-weights[word], word))
    return tuple(best[:MOST_TOPICS])
