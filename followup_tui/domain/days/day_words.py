"""German, French and Spanish words of days and hours, each with the English one it stands for.

Words are folded (`text.fold`). A language is a table and nothing more: what its words become is
read by the English forms, which take it only if it makes a whole day there. An empty word is left
out (articles, mostly). German's two letters for a weekday are words of other languages, too; they
count only where a preposition stands before them, or a number behind.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

Language = Mapping[str, str]
"""Folded words, each with the English for it; empty: it is left out."""


def _table(lines: str) -> Language:
    """Return a table from lines of ``english: word word …``; underscores stand for blanks."""
    found: dict[str, str] = {}
    for line in lines.strip().splitlines():
        english, _, words = line.partition(":")
        for word in words.split():
            found[word] = english.strip()
    return found


GERMAN = _table("""
    mon: montag
    tue: dienstag
    wed: mittwoch
    thu: donnerstag
    fri: freitag
    sat: samstag sonnabend
    sun: sonntag
    jan: januar janner
    feb: februar feber
    mar: marz maerz mrz
    may: mai
    jun: juni
    jul: juli
    oct: oktober okt
    dec: dezember dez
    today: heute
    tomorrow: morgen
    day after tomorrow: ubermorgen uebermorgen
    yesterday: gestern
    next: nachste nachsten nachster nachstes nachstem naechste naechsten naechster
    coming: kommende kommenden kommender
    this: diese diesen dieser diesem dieses
    days: tag tage tagen
    working days: arbeitstage arbeitstagen werktage werktagen
    week: woche
    weeks: wochen
    month: monat monats
    months: monate monaten
    year: jahr jahres jahre jahren
    end of: ende
    end of month: monatsende
    end of week: wochenende
    end of year: jahresende
    mid: mitte
    beginning of: anfang
    a: ein eine einem einer einen
    two: zwei
    three: drei
    four: vier
    five: funf fuenf
    six: sechs
    eight: acht
    nine: neun
    ten: zehn
    by: bis spatestens
    before: vor
    on: am
    in: im
    within: binnen innerhalb
    after: nach
    at: um gegen
    from: ab
    o'clock: uhr
    noon: mittag mittags
    hours: stunde stunden
    minutes: minuten
    : der die das den dem des zum zur von
""")
FRENCH = _table("""
    mon: lundi
    tue: mardi
    wed: mercredi
    thu: jeudi
    fri: vendredi
    sat: samedi
    sun: dimanche
    jan: janvier janv
    feb: fevrier fevr
    mar: mars
    apr: avril avr
    may: mai
    jun: juin
    jul: juillet juil
    aug: aout
    sep: septembre
    oct: octobre
    nov: novembre
    dec: decembre
    today: aujourd'hui
    tomorrow: demain
    day after tomorrow: apres-demain
    yesterday: hier
    -next: prochain prochaine
    days: jour jours
    working days: ouvrables ouvres
    week: semaine
    weeks: semaines
    months: mois
    years: an ans annee
    end of: fin
    mid: mi
    beginning of: debut
    a: un une
    two: deux
    three: trois
    four: quatre
    five: cinq
    seven: sept
    eight: huit
    ten: dix
    15: quinze
    by: d'ici pour
    before: avant
    until: jusqu'au jusqu'a
    on: le
    in: dans
    within: sous
    after: apres
    at: a vers
    o'clock: heures heure
    noon: midi
    : la du de l' ce cette au
""")
SPANISH = _table("""
    mon: lunes
    tue: martes
    wed: miercoles
    thu: jueves
    fri: viernes
    sat: sabado
    sun: domingo
    jan: enero ene
    feb: febrero
    mar: marzo
    apr: abril abr
    may: mayo
    jun: junio
    jul: julio
    aug: agosto ago
    sep: septiembre setiembre
    oct: octubre
    nov: noviembre
    dec: diciembre dic
    today: hoy
    tomorrow: manana
    yesterday: ayer
    coming: proximo proxima
    this: este esta
    days: dia dias
    working days: habiles
    week: semana
    weeks: semanas
    month: mes
    months: meses
    years: ano anos
    end of: fin fines final finales
    mid: mediados
    beginning of: principios
    a: un una
    two: dos
    three: tres
    four: cuatro
    five: cinco
    six: seis
    seven: siete
    eight: ocho
    nine: nueve
    ten: diez
    15: quince
    by: para
    before: antes
    until: hasta
    on: el
    in: en dentro
    after: despues
    at: a
    o'clock: horas
    noon: mediodia
    -next: viene
    day after: pasado
    : la las los de del al que
""")
LANGUAGES = (GERMAN, FRENCH, SPANISH)

_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_GERMAN_SHORT = dict(zip(("mo", "di", "mi", "do", "fr", "sa", "so"), _WEEKDAYS, strict=True))
_BEFORE_SHORT = frozenset(("bis", "am", "ab", "vor", "spatestens", "nachsten", "kommenden", "zum"))
_FIRST = re.compile(r"(?P<number>\d{1,2})(?:er|º|°)")  # le 1er décembre
_MID = re.compile(r"mi-(?P<month>\w+)")
_AFTERWARDS = re.compile(
    r"(?P<before>(?:(?:by|before|until|on|in) )*)(?P<what>\w+) -next(?P<rest>.*)", re.DOTALL
)


def in_english(tokens: Sequence[str], language: Language) -> list[str | None]:
    """Return the English of each token; None where the language does not know it."""
    if language is GERMAN:
        return [_german(tokens, index) for index in range(len(tokens))]
    if language is FRENCH:
        return [_french(token) for token in tokens]
    return [_spanish(token) for token in tokens]


def _german(tokens: Sequence[str], index: int) -> str | None:
    token = tokens[index]
    if token not in _GERMAN_SHORT:
        return GERMAN.get(token)
    before = tokens[index - 1] if index else ""
    after = tokens[index + 1] if index + 1 < len(tokens) else ""
    if before in _BEFORE_SHORT or after[:1].isdigit() or after == "um":
        return _GERMAN_SHORT[token]
    return None


def _french(token: str) -> str | None:
    mid = _MID.fullmatch(token)
    if mid is not None and mid["month"] in FRENCH:
        return f"mid {FRENCH[mid['month']]}"
    first = _FIRST.fullmatch(token)
    return first["number"] if first is not None else FRENCH.get(token)


def _spanish(token: str) -> str | None:
    first = _FIRST.fullmatch(token)
    return first["number"] if first is not None else SPANISH.get(token)


def in_order(english: str) -> str:
    """Return English words in English order.

    What follows its noun elsewhere stands before it: “week -next” is “next week”, “fri -next” the
    coming Friday, “3 days working days” three working days.
    """
    english = english.replace("days working days", "working days")
    found = _AFTERWARDS.fullmatch(english)
    if found is None:
        return english
    what, before = found["what"].removesuffix("s"), found["before"]
    if what in _WEEKDAYS:
        return f"{before.removesuffix('on ')}coming {what}{found['rest']}"
    return f"{before.removesuffix('on ')}next {what}{found['rest']}"
