"""The words by which a block with a ``<time>`` tells whether it announces something."""

from __future__ import annotations

import re

EVENTISH = re.compile(
    r"event|termin|veranstalt|agenda|webinar|workshop|seminar|meet-?up|course|kurs|calendar|"
    r"kalender|schulung|training|conference|konferenz|tagung|talk|vortrag|breakfast|"
    r"fr(?:ü|ue)hst(?:ü|ue)ck|concert|konzert|festival|exhibition|ausstellung|programme?\b|"
    r"what.?s.?on|upcoming|evento|évènement|événement|evenement|formation|atelier|corso|curso|"
    r"cursus|bijeenkomst|arrangement|evenemang|wydarzen|akce|tapahtum|vevent|lecture|session",
    re.IGNORECASE,
)
WHEN = re.compile(
    r"\b(?:when|date|dates|wann|datum|quand|cuándo|fecha|quando|data|wanneer|när|hvornår|kiedy)\b\s*:",
    re.IGNORECASE,
)
NO_EVENT = re.compile(
    r"\b(?:apply by|applications? (?:close|due)|closing date|valid (?:until|from)|expires?|"
    r"offer ends|deadline|due date|published|posted|updated|last modified|copyright|"
    r"available (?:from|until|on)|in stock|release date|released on|ships on|best before|"
    r"closed (?:on|from)|bewerbungs(?:frist|schluss)|gültig (?:bis|ab)|einsendeschluss|"
    r"anmeldeschluss|veröffentlicht|aktualisiert|verfügbar (?:ab|bis)|lieferbar ab|geschlossen|"
    r"stand vom|publié|mis à jour|valable jusqu|date limite|publicado|actualizado|válido hasta|"
    r"pubblicato|aggiornato|gepubliceerd|bijgewerkt|geldig tot|publicerad|udgivet)\b|©",
    re.IGNORECASE,
)
STAMPED = re.compile(
    r"publish|posted|updated|modified|byline|author|comment|reply|timestamp|last-?mod|"
    r"(?:entry|post|article|blog|news)-?_?_?(?:date|meta|info|time)|deadline|expir|copyright",
    re.IGNORECASE,
)
NO_EVENTS_BELOW = re.compile(
    r"^(?:\d{0,3}\s?)?(?:comments?|replies|discussion|kommentare?|commentaires?|comentarios|commenti|"
    r"reacties|(?:latest |recent )?(?:news|posts?|articles)|neuigkeiten|aktuelles|nachrichten|"
    r"press(?:e|\b)|(?:open )?(?:positions|vacancies|jobs)|stellenangebote|past\b|previous\b|"
    r"archiv|r(?:ü|ue)ckblick|vergangene|recordings|changelog|release notes)",
    re.IGNORECASE,
)
"""What the heading of a section says in which no coming event stands."""
NO_EVENTS_ON = re.compile(
    r"change-?log|release|minutes|protokoll|forum|thread|issue|ticket-?system|tasks?\b|to-?do|"
    r"careers?|jobs?|stellen|blog|news|press|shop|product|terms|privacy|status",
    re.IGNORECASE,
)
"""What a page is about on which a coming day is rather that of a plan, an offer or a post."""
TITLE_NAMES = re.compile(r"title|name|summary|headline|titel|titre", re.IGNORECASE)
PLACE_NAMES = re.compile(
    r"location|venue|place|\bort\b|address|adresse|lieu|where|lugar|luogo", re.IGNORECASE
)
MAP_LINK = re.compile(
    r"\s*[(\[]?(?:view |google |show )?\+?\s?\b(?:google )?"
    r"(?:maps?|karte|anfahrt|directions|route|plan)[)\]]?$",
    re.IGNORECASE,
)
STATE = re.compile(
    r"\b(?:cancell?ed|abgesagt|entfällt|annulée?|cancelad[oa]|annullat[oa]|geannuleerd|inställt|"
    r"aflyst|postponed|verschoben|reportée?|uitgesteld|rinviat[oa]|aplazad[oa])\b",
    re.IGNORECASE,
)
