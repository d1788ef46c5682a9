"""How pages label the parts of an announcement, in words and in the names of classes."""

# ruff: noqa: RUF001 -- every kind of dash and apostrophe is meant

from __future__ import annotations

import re

_I = re.IGNORECASE

DATE_LABEL = re.compile(
    r"^\W*(?:dates?(?: ?(?:&|and|und|et|/) ?(?:time|uhrzeit|heure))?|when|start(?:s|"
    r"ing)?(?: date)?|begins?|next (?:date|meeting)|"
    r"datum(?: ?(?:&|und|/) ?(?:uhr)?zeit)?|wann|termine?|beginn|start|zeitraum|zeit|"
    r"quand|dates?(?: et heures?)?|d[eé]but|fecha(?: y hora)?|cu[aá]ndo|inicio|data(?: e ora)?|"
    r"quando|"
    r"wanneer|datum en tijd|n[aä]r|tid(?:punkt)?|hvorn[åa]r|dato|tid og sted|termin|kiedy|kdy|"
    r"milloin|aika|p[aä]iv[aä]m[aä][aä]r[aä]|日時|开催|時間)\s*[:\-–]?\s*$",
    _I,
)
END_LABEL = re.compile(
    r"^\W*(?:end(?:s|e)?(?: date)?|until|till|to|through|bis|ende|fin|au|jusqu.au|hasta|fine|"
    r"fino a|tot|einde|slut|koniec|konec|p[aä][aä]ttyy)\W*$",
    _I,
)
PLACE_LABEL = re.compile(
    r"^\W*(?:location|venue|where|place|address|meeting (?:point|place)|meet at|punto d.incontro|"
    r"punto de encuentro|point de rendez-vous|(?:veranstaltungs)?ort|wo|adresse|treffpunkt|lieu|"
    r"o[uù]|lugar|"
    r"d[oó]nde|ubicaci[oó]n|luogo|dove|sede|locatie|waar|plaats|plats|var|sted|hvor|miejsce|gdzie|"
    r"m[ií]sto|kde|paikka|miss[aä]|local|onde|会場)"
    r"\s*(?::\s*|\s[-–—]\s|$)",
    _I,
)
TITLE_LABEL = re.compile(
    r"^\W*(?:event|save the date|title|what|topic|subject|theme|talk|was|thema|titel|"
    r"veranstaltung|sujet|th[eè]me|t[ií]tulo|tema|titolo|onderwerp|evenement)\s*:\s*",
    _I,
)
OTHER_LABEL = re.compile(r"^\W*(?=[^:]*[^\W\d_])(?:[\w /&-]{2,24})\s*:\s*\S", re.UNICODE)
PLACE_NAMES = re.compile(
    r"(?:^|[-_ ])(?:[\w]*location|loc|[\w]*venue|place|ort|address|adr|lieu|lugar|luogo|locatie|"
    r"where|city|stadt|sted|plats|where)(?:$|[-_ ])",
    _I,
)
TITLE_NAMES = re.compile(
    r"(?:^|[-_ ])(?:[\w]*title|[\w]*titel|[\w]*name|summary|headline|heading|titre|titulo|titolo|"
    r"otsikko)(?:$|[-_ ])",
    _I,
)
NOT_TITLE_NAMES = re.compile(
    r"(?:sub|site|logo|brand|menu)[-_]?title|categor|\btag\b|\btags\b|label|badge|kicker|eyebrow|speaker|author|"
    r"organi[sz]er|username|"
    r"(?:^|[-_ ])(?:date|time|datum|meta)(?:$|[-_ ])",
    _I,
)
FOLD_NAMES = re.compile(
    r"(?:^|[-_ ])(?:tab|accordion|toggle|panel|collapse|collapsible|expander|faq|fold)"
    r"(?:[-_]+\w+)?[-_]+(?:title|titel|header|heading|head|label|trigger)(?:$|[-_ ])",
    _I,
)
"""Classes of what one clicks to unfold a part of a page: its heading to the eye."""
PLACE_WORDS = re.compile(
    r"\b(?:room|hall|hotel|library|centre|center|church|museum|theat(?:re|er)|auditorium|arena|"
    r"stadium|"
    r"campus|university|college|street|st\.|road|rd\.|avenue|ave\.?|lane|square|building|floor|"
    r"suite|level \d|"
    r"pub|caf[eé]|restaurant|club|park|house|gallery|school|office|studio|pier|quay|"
    r"raum|saal|halle|\w+(?:halle|zentrum|bibliothek|kirche|theater|schule|keller|schloss|garten)|"
    r"\w+haus|\w+stra(?:ß|ss)e|\w+str\.|\w+platz|\w+weg|\w+saal|hochschule|universit\w+|b[üu]ro|"
    r"rathaus|"
    r"rue|salle|mairie|place|biblioth[eè]que|calle|sala|plaza|biblioteca|via|piazza|teatro|"
    r"auditorio|"
    r"zaal|\w+straat|\w+plein|bibliotheek|\w+gatan|\w+v[aä]gen|salen|biblioteket|ulica|ul\.|"
    r"sal[aeę]|n[aá]m[eě]st[ií]|\w+katu|sali)\b",
    _I,
)
