"""The names of months and weekdays as pages write them, in sixteen languages.

The names are those of the Unicode CLDR, with the inflected forms that stand in dates (Polish,
Czech, Finnish). Short forms that are a common word of another language count only on a page
in a language of their own: ``out`` is October in Portuguese alone.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from followup_tui.domain.text import fold

_MONTHS = {
    "en": "january february march april may june july august september october november december",
    "en ": "jan feb mar apr may jun jul aug sep oct nov dec",
    "de": "januar februar märz april mai juni juli august september oktober november dezember",
    "de ": "jänner feber mrz apr mai jun jul aug sep okt nov dez",
    "de  ": "jan feb maerz apr mai jun jul aug sept okt nov dez",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "fr ": "janv févr mars avr mai juin juil août sept oct nov déc",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre "
    "diciembre",
    "es ": "ene feb mar abr may jun jul ago setiembre oct nov dic",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre "
    "dicembre",
    "it ": "gen febb mar apr magg giu lug ago sett ott nov dic",
    "it  ": "genn feb mar apr mag giu lug ago set ott nov dic",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "nl ": "jan febr mrt apr mei jun jul aug sept okt nov dec",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro "
    "dezembro",
    "pt ": "jan fev mar abr mai jun jul ago set out nov dez",
    "ca": "gener febrer març abril maig juny juliol agost setembre octubre novembre desembre",
    "da": "januar februar marts april maj juni juli august september oktober november december",
    "sv": "januari februari mars april maj juni juli augusti september oktober november december",
    "nb": "januar februar mars april mai juni juli august september oktober november desember",
    "nb ": "jan feb mar apr mai jun jul aug sep okt nov des",
    "pl": "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października "
    "listopada grudnia",
    "pl ": "styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik "
    "listopad grudzień",
    "pl  ": "sty lut mar kwi maj cze lip sie wrz paź lis gru",
    "cs": "ledna února března dubna května června července srpna září října listopadu prosince",
    "cs ": "leden únor březen duben květen červen červenec srpen září říjen listopad prosinec",
    "fi": "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta "
    "syyskuuta lokakuuta marraskuuta joulukuuta",
    "fi ": "tammikuu helmikuu maaliskuu huhtikuu toukokuu kesäkuu heinäkuu elokuu syyskuu lokakuu "
    "marraskuu joulukuu",
    "fi  ": "tammi helmi maalis huhti touko kesä heinä elo syys loka marras joulu",
    "hu": "január február március április május június július augusztus szeptember október "
    "november "
    "december",
    "ro": "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie "
    "decembrie",
}
_RISKY_MONTHS = {
    "set": ("pt", "it", "es"),
    "out": ("pt",),
    "ago": ("es", "it", "pt"),
    "sie": ("pl",),
    "lis": ("pl",),
    "lip": ("pl",),
    "gen": ("it", "ca"),
    "des": ("nb", "no", "nn"),
    "elo": ("fi",),
    "loka": ("fi",),
    "kesa": ("fi",),
}
"""Short forms that mean something else elsewhere, with the languages in which they are months."""

_WEEKDAYS = {
    "en": "monday tuesday wednesday thursday friday saturday sunday",
    "en ": "mondays tuesdays wednesdays thursdays fridays saturdays sundays",
    "de": "montag dienstag mittwoch donnerstag freitag samstag sonntag",
    "de ": "montags dienstags mittwochs donnerstags freitags sonnabend sonntags",
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "es": "lunes martes miércoles jueves viernes sábado domingo",
    "it": "lunedì martedì mercoledì giovedì venerdì sabato domenica",
    "nl": "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
    "pt": "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo",
    "ca": "dilluns dimarts dimecres dijous divendres dissabte diumenge",
    "da": "mandag tirsdag onsdag torsdag fredag lørdag søndag",
    "sv": "måndag tisdag onsdag torsdag fredag lördag söndag",
    "pl": "poniedziałek wtorek środa czwartek piątek sobota niedziela",
    "pl ": "poniedziałek wtorek środę czwartek piątek sobotę niedzielę",
    "cs": "pondělí úterý středa čtvrtek pátek sobota neděle",
    "cs ": "pondělí úterý středu čtvrtek pátek sobotu neděli",
    "fi": "maanantai tiistai keskiviikko torstai perjantai lauantai sunnuntai",
    "fi ": "maanantaina tiistaina keskiviikkona torstaina perjantaina lauantaina sunnuntaina",
}
_SHORT_WEEKDAYS = {
    "en": "mon tue wed thu fri sat sun",
    "en ": "mon tues weds thur fri sat sun",
    "en  ": "mon tues wed thurs fri sat sun",
    "de": "mo di mi do fr sa so",
    "de ": "mon die mit don fre sam son",
    "fr": "lun mar mer jeu ven sam dim",
    "es": "lun mar mié jue vie sáb dom",
    "it": "lun mar mer gio ven sab dom",
    "nl": "ma di wo do vr za zo",
    "pt": "seg ter qua qui sex sáb dom",
    "pt ": "segunda terça quarta quinta sexta sábado domingo",
    "da": "man tir ons tor fre lør søn",
    "da ": "man tirs ons tors fre lør søn",
    "sv": "mån tis ons tor fre lör sön",
    "sv ": "mån tis ons tors fre lör sön",
    "nb": "man tir ons tor fre lør søn",
    "nb ": "ma ti on to fr lø sø",
    "pl": "pon wt śr czw pt sob niedz",
    "pl ": "pn wt śr cz pt so nd",
    "cs": "po út st čt pá so ne",
    "fi": "ma ti ke to pe la su",
}


def _both(words: str) -> Iterable[tuple[int, str]]:
    """Give the place of each word of a list with the word, as it stands and without accents."""
    for place, word in enumerate(words.split()):
        yield place, word
        yield place, fold(word)


MONTHS: dict[str, int] = {
    word: place + 1
    for words in _MONTHS.values()
    for place, word in _both(words)
    if fold(word) not in _RISKY_MONTHS
}
"""Month names in lower case, with and without accents -> 1 to 12."""

_MONTHS_OF_ONE: dict[tuple[str, str], int] = {
    (language, word): place + 1
    for spelling, words in _MONTHS.items()
    for place, word in _both(words)
    for language in _RISKY_MONTHS.get(fold(word), ())
    if spelling.strip() in {language, "nb"}
}
_RISKY_WORDS = frozenset(word for _, word in _MONTHS_OF_ONE)
WEEKDAYS: dict[str, int] = {
    word: place for words in _WEEKDAYS.values() for place, word in _both(words)
}
"""Weekday names in lower case, with and without accents -> 0 (Monday) to 6."""

_WEEKDAYS_OF_ONE: dict[tuple[str, str], int] = {
    (spelling.strip(), word): place
    for spelling, words in _SHORT_WEEKDAYS.items()
    for place, word in _both(words)
}


def primary(language: str) -> str:
    """Return the two letters that name a language: ``de`` of ``de-CH``, ``nb`` of ``no``."""
    code = language[:2].lower()
    return "nb" if code in {"no", "nn"} else code


def month_of(word: str, language: str = "") -> int | None:
    """Return the month (1 to 12) that a word in lower case names on a page in `language`."""
    return MONTHS.get(word) or _MONTHS_OF_ONE.get((language, word))


def names_month(words: Collection[str], language: str = "") -> bool:
    """Say whether one of several words in lower case names a month on a page in `language`."""
    if not MONTHS.keys().isdisjoint(words):
        return True
    return not _RISKY_WORDS.isdisjoint(words) and any(
        (language, word) in _MONTHS_OF_ONE for word in words
    )


def weekday_of(word: str, language: str = "") -> int | None:
    """Return the weekday (0 is Monday) that a word in lower case names on a page in `language`.

    Short forms are read in the language of the page; in English ones also where it says none.
    """
    found = WEEKDAYS.get(word)
    return _WEEKDAYS_OF_ONE.get((language or "en", word)) if found is None else found
