"""The words that make a date another thing's than an event's: published, deadline, closed.

Written as those of `plain_signs`.
"""

from __future__ import annotations

import re

from followup_tui.web.word_search import Words

NO_EVENT_BEFORE = Words(
    anywhere=(
        r"(?<!\w)(?:(?:(?:return(?:ed)?|submit(?:ted)?|apply|reply|respond|bids?|tenders?|quotes?)"
        r" by\W+[\d:.]+(?:\s?[ap]m|\s?uhr)?|ships?|shipping|"
        r"dispatch(?:ed)?|deliver(?:y|ed|ies)?|arriv(?:es|ing)|publishing|"
        r"paid|payable|ex-dividend|order before|orders? by|last orders?|versand|lieferung|"
        r"interviews?)|publi(?:shed|cation|é|cado|cato|kováno|ceret|cerad|kowano)\w*|"
        r"posted|written|updated?|modified|reviewed|created|edited|deadline|"
        r"closing date|closes|clos(?:e|ing)|due(?: by| date)?|apply by|"
        r"applications? (?:by|until)|register (?:by|before|until)|rsvp(?: by)?|"
        r"inschrijv(?:en|ingen)(?: kan)? (?:van|vanaf|tot)|registration (?:from|until)|"
        r"anmeldung(?:en)?(?: m[öo]glich)? (?:ab|vom)|inscripciones (?:del|desde)|"
        r"inscriptions? (?:du|[àa] partir du|d[èe]s le)|"
        r"reply by|book by|sign up by|submit(?:ted)? by|early[- ]bird\w*|"
        r"expires?(?: on)?|valid (?:until|from|through|to)|effective(?: from)?|"
        r"available(?: from| until)?|out(?: on)?|in stores?|offer ends|sale ends|"
        r"ends on|since|as of|as at|established|founded|born|died|launched|"
        r"released?|issued|dated|copyright|©|\(c\)|version|last (?:change|"
        r"edit)\w*|(?:re-?scheduled|postponed|moved|changed) from|originally|"
        r"instead of|sales? ends?|verschoben vom|statt(?: am)?|"
        r"tickets? (?:on sale|go on sale|available)|on sale|"
        r"(?:pre|on)-? ?sale (?:begins|starts|opens)|"
        r"(?:sales?|registrations?|bookings?|applications?|voting) (?:opens?|begins?|starts?)|"
        r"vorverkauf(?:sstart)?(?: ab)?|anmeldestart|doors? (?:re)?open|"
        r"start(?:ing)? date of employment|ver[öo]ffentlicht|erstellt|"
        r"aktualisiert|stand|ge[äa]ndert|anmeldeschluss|anmeldefrist|"
        r"bewerbungs(?:schluss|frist)|einsendeschluss|frist|sp[äa]testens|"
        r"anmeldung(?:en)?\W{1,3}bis(?: zum)?|fr[üu]hbucher\w*(?: bis)?|"
        r"g[üu]ltig (?:bis|ab)|seit|gegr[üu]ndet|geboren|letzte [äa]nderung|"
        r"vom stand|anmelden bis(?: zum)?|bewerben bis(?: zum)?|"
        r"bitte bis(?: zum)?|mis à jour|publi[ée]e?|date limite|jusqu.au|avant le|"
        r"depuis|inscriptions? (?:avant|jusqu)\w*|fecha l[ií]mite|plazo|hasta el|"
        r"publicado|actualizado|desde el|pubblicato|aggiornato|scadenza|entro il|"
        r"iscrizioni entro|geplaatst|gepubliceerd|bijgewerkt|uiterlijk|"
        r"aanmelden (?:voor|tot)|publicerad|uppdaterad|senast|"
        r"anm[aä]l(?:an)? senast|sista anm[aä]lningsdag|oppdatert|publisert|"
        r"opdateret|tilmeldingsfrist|frist|senest|p[åa]meldingsfrist|opublikowano|"
        r"aktualizacja|termin zg[łl]osze[ńn]|zveřejněno|aktualizováno|uzávěrka|"
        r"julkaistu|päivitetty|ilmoittautuminen|viimeistään|prazo|"
        r"inscri[cç][oõ]es até|報名截止|截止日?期?|締め?切り?|申込期限|마감)"
        r"\W{0,4}(?:on|by|at|am|den|der|le|el|il|op|the|is|"
        r"was|:|den|zum|bis|until|från|fra|dnia)?\W{0,4}$"
    ),
)
"""Words right before a date that make it another thing's: published, deadline, valid until."""

BYLINE_AFTER = re.compile(
    r"^\W{0,5}(?:by|von|par|por|di|door|af|av)\s+[A-ZÄÖÜ]|^.{0,25}?\b(?:\d+ (?:comments?|"
    r"min(?:ute)?s? read|"
    r"kommentare?|views|commentaires?)|min read)\b|^\W{0,3}(?:in|under) (?:news|blog|"
    r"uncategori[sz]ed)\b",
)
BLOCK_NO_EVENT = Words(
    begun=(
        r"(?:min(?:ute)?s? read|lesezeit|leave a comment|\d+ comments?|"
        r"read (?:the )?(?:full )?(?:article|post|story)|press release|"
        r"pressemitteilung|communiqué de presse|posted (?:by|on|in)|"
        r"published (?:by|on|in)|written by|filed under|full[- ]time|part[- ]time|"
        r"vollzeit|teilzeit|salary|gehalt|apply now|jetzt bewerben|vacancy|job id|"
        r"reference number|bug ?fix(?:es)?|changelog|release notes|"
        r"opening (?:hours|times)|[öo]ffnungszeiten|office hours|closed on|"
        r"geschlossen|all rights reserved|artikel lesen|weiterlesen im blog|"
        r"continue reading)\b"
    ),
)
"""Words of a block that is an article, a job, a notice; not an announcement."""

CLOSED = Words(
    begun=(
        r"(?:due|ends|closes|endet|opens|tax year|self[- ]assessment)$|"
        r"early[- ]bird|(?:maintenance|wartung|weather|wetter|forecast|tides?|"
        r"tide times|m[ée]t[ée]o|outage)\b|no (?:\w+ ){0,2}(?:meeting|"
        r"event)s?\b|(?:(?:we(?: are)?|office|library|museum|shop|centre|center|"
        r"school)\b.{0,25}\bclosed|closed\b|no (?:class(?:es)?|meeting|school|"
        r"session)s?\b|geschlossen|betriebsferien|bank holiday|public holiday|"
        r"ferm[eé]|cerrado|chiuso|gesloten|st[äa]ngt|lukket|deadline|"
        r"abgabeschluss|anmeldeschluss|bewerbungsschluss|registration (?:opens|"
        r"closes)|payment due|call for (?:papers|proposals|speakers)|submission)\b"
    ),
    anywhere=(
        r"^(?:notification|acceptance|camera[- ]ready)\b|"
        r"^(?:term dates|school holidays|ferientermine|schulferien|vacances scolaires)$|"
        r"\b(?:term|semester|half[- ]term|holidays?)\b.{0,12}\b(?:starts?|begins?|ends?)$|"
        r"^no \w+.*\b(?:half[- ]?term|holidays?|break)\b|"
        r"^half[- ]?term\b|^(?:financial calendar|dividend.*|\w+ (?:bin|recycling|waste))$|"
        r"^(?:our )?(?:prices?|pricing|fees|tariffs?|rates|contact(?: us)?|"
        r"about(?: us)?|terms(?: and conditions| of \w+)?|privacy.*|imprint|"
        r"impressum|faqs?|delivery|shipping|returns|membership|investors?|preise?|"
        r"tarife?|kontakt|[üu]ber uns|agb|datenschutz.*|lieferung|versand|tarifs?|"
        r"livraison|precios|prezzi|prijzen|contacto|contatti|cookies?.*|refund.*|"
        r"payment.*|important dates?|key dates)$|^(?:end|close) of\b|^there (?:is|"
        r"are|will be) no\b"
    ),
)
"""Titles that are a notice with a date rather than an event."""

_OVER = Words(
    begun=(
        r"(?:(?:no|0) (?:upcoming )?events? (?:are |is )?(?:scheduled|found|planned|to show)|"
        r"keine (?:\w+en )?(?:veranstaltungen|termine) (?:gefunden|geplant|vorhanden)|"
        r"aucun [ée]v[éè]nement|no hay eventos|nessun evento|geen evenementen|"
        r"event (?:has |is )?(?:already )?(?:passed|ended|over|finished|taken place)|"
        r"veranstaltung (?:ist (?:bereits )?(?:vorbei|vorüber|beendet)|"
        r"hat (?:bereits )?stattgefunden)|[ée]v[éè]nement est (?:pass[ée]|termin[ée])|"
        r"este evento (?:ya )?ha (?:pasado|finalizado|terminado)|"
        r"questo evento [èe] (?:passato|terminato|concluso)|"
        r"dit evenement is (?:voorbij|afgelopen)|este evento já (?:passou|terminou))\b"
    )
)
"""What programs for events write on the page of one that is over, or of a day without any."""
_EVENTS = ("event", "nement", "veranstaltung", "termine")
"""What every one of these sentences names."""

UNTIL = Words(
    begun=(
        r"(?:until|till|bis|jusqu.au|hasta|fino al|tot|by|before|vor dem|"
        r"sp[äa]testens(?: am)?|avant|till och med|f[öo]re|senast)\W*(?:zum|the|"
        r"den|le|el|il)?\W*$"
    ),
)
"""Words before a single date that make it the end of something, or a deadline."""


def is_over(text: str) -> bool:
    """Say whether a text says that its event is over, or that there is none."""
    plain = text.lower()
    return any(word in plain for word in _EVENTS) and _OVER.search(plain) is not None
