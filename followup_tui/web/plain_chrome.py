"""What pages write beside an announcement: states, labels, remarks. None of it is a title."""

from __future__ import annotations

import re

from followup_tui.web.plain_words import MONTHS, WEEKDAYS
from followup_tui.web.word_search import Words

_OUTER = re.compile(r"^[\W_]+|[\W_]+$")
_WORD = re.compile(r"[^\W\d_]+")
_BESIDE = "dem den and und et y e en och og to bis au al the der le mon tue wed thu fri"
_DAY_WORDS = frozenset(_BESIDE.split())
_BACK = ("«", "‹", "←", "<")  # noqa: RUF001 -- the arrows of links are meant
_FORTH = ("»", "›", "→", ">")  # noqa: RUF001

_STATES = (
    r"(?:(?:now|new|all|still|jetzt|neu)\W+)?(?:cancell?ed|postponed|re-?scheduled|tentative|"
    r"provisional|confirmed|changed|moved|sold[- ]out|abgesagt|entf[äa]llt|verschoben|f[äa]llt aus|"
    r"verlegt|ausverkauft|annul[ée]e?s?|report[ée]e?s?|complet|cancelad[oa]s?|aplazad[oa]s?|"
    r"annullat[oa]|rinviat[oa]|geannuleerd|afgelast|volgeboekt|uitverkocht|inst[äa]lld|aflyst|"
    r"avlyst)|(?:(?:new|neue[rs]?) )?(?:date|time|location|venue|room|ort|uhrzeit)"
    r"(?: ?(?:and|&|und) ?(?:date|time|location|venue|room|ort|uhrzeit))? ?"
    r"(?:change\w*|ge[äa]ndert)?"
)
_LABELS = (
    r"categor(?:y|ies)|kategorien?|cat[ée]gories?|categor[ií]as?|categorie|tags?|schlagw[öo]rter|"
    r"(?:search )?results?|suchergebnisse|"
    r"(?:event|meeting|course|venue|contact|further|additional|more|other|practical|general|key|"
    r"booking|registration|ticket|travel) (?:details?|info(?:rmation)?s?)|"
    r"weitere (?:infos?|informationen|details)|veranstaltungsdetails|overview|at a glance|"
    r"auf einen blick|organi[sz]ers?|veranstalter(?:in)?|speakers?|hosts?|"
    r"(?:get |driving |view )?directions|(?:view |show |google |open )*maps?|anfahrt\w*|"
    r"(?:meeting|event|committee|course|session|next|new|further)s? dates?"
    r"(?: ?(?:and|&) ?times?)?|(?:larger|bigger) maps?|weiter ?lesen|findet|von|by|par|"
    r"(?:agenda|minutes|protokoll|packet|notice|transcript)s?\W+[\d\W]+|"
    r"(?:view|see|read|download|find) .{0,50} here|find an? .{0,30}\bnumbers?|"
    r"(?:this|the) (?:meeting|event|session) (?:is|has been|was) "
    r"(?:cancell?ed|postponed|moved|over)\b.{0,40}|報名截止|報名期限|締め?切り?|마감|"
    r"report (?:a problem|this\b.{0,20})|rate|print|drucken|e-?mail|follow|like|reply|"
    r"end(?:s|e)?|begins?|starts?|opens?|"
    r"(?:events? )?(?:search and )?(?:events? )?views? navigation|"
    r"(?:past|previous|upcoming|recent|older|newer|latest|vergangene|fr[üu]here) "
    r"(?:concerts?|meetings?|events?|shows?|dates?|gigs?|posts?|entries|talks?|webinars?|"
    r"termine|veranstaltungen)\b(?:\W+\d+\W*)?(?: ?see all)?|see all\b.{0,30}|"
    r"(?:last )?(?:posted|published|updated|modified|created)(?: (?:on|by|at))?|"
    r"(?:zuletzt )?(?:aktualisiert|publiziert|ver[öo]ffentlicht|erstellt|ge[äa]ndert)(?: am| von)?|"
    r"publi[ée]e?(?: le| par)?|mis [àa] jour(?: le)?|publicado(?: (?:el|em|por))?|"
    r"actualizado(?: el)?|pubblicato(?: (?:il|da))?|aggiornato(?: il)?|gepubliceerd(?: op)?|"
    r"geplaatst(?: op)?|bijgewerkt(?: op)?|(?:public |meeting )?notice|hinweis|bitte beachten"
)
_WAYS_IN = (
    r"(?:or )?(?:join|attend|watch|dial|call|listen|view|participate|einwahl|teilnehmen)"
    r"(?:[ -](?:in|via|by|on|per|[üu]ber|zoom|here|now|live|online|remotely|"
    r"(?:the |this )?(?:zoom|teams|webex|meeting|webinar|live ?stream|stream)))\b.{0,40}|"
    r"(?:meeting|webinar) (?:id|link|passcode|password)\b.{0,40}|"
    r"one tap mobile|join on your\b.*|"
    r"for (?:more |further |additional )?(?:info(?:rmation)?|details|questions)\b.*"
)
_CHROME = Words(anywhere=f"{_STATES}|{_LABELS}|{_WAYS_IN}")
_REMARK = Words(
    begun=(
        r"all (?:(?:regular|board|committee|public|our|of our) )*(?:meetings|events|sessions|"
        r"classes|times|dates|talks|lectures)\b.{0,40}\b(?:are|will|takes?|begin|start|at)\b|"
        r"unless (?:otherwise )?(?:noted|stated|indicated|specified|posted)|subject to change|"
        r"will be (?:made )?(?:available|posted|published|announced|updated)|"
        r"please (?:note|check|visit|call|contact|see|make|be advised|click|refer)\b|"
        r"links? (?:below|above)|click (?:here|on|the)\b|(?:is|are) open to the public|"
        r"(?<!\w )(?:wird|werden|wurden?) (?:von|vom|durch|am|im|noch)\b|bitte termine?\b|"
        r"[äa]nderungen vorbehalten|bitte (?:beachten|melden|anmelden|beachte)|"
        r"alle (?:veranstaltungen|termine|treffen|vortr[äa]ge) (?:finden|beginnen|sind)|"
        r"sous r[ée]serve|sujet[oa]s? a cambios|salvo (?:modifiche|variazioni)|onder voorbehoud|"
        r"wijzigingen voorbehouden|"
        r"(?:was|were) (?:successfully )?(?:conducted|held|organi[sz]ed|hosted|celebrated|attended|"
        r"inaugurated|given|delivered)\b|fand(?:en)?\b.{0,60}\bstatt\b|"
        r"wurden? .{0,60}\b(?:durchgef[üu]hrt|veranstaltet|gefeiert|abgehalten)\b|"
        r"(?:s.est|se sont) (?:tenue?s?|d[ée]roul[ée]e?s?)\b|se (?:celebr[óo]|realiz[óo])\b"
    )
)
_SAID = re.compile(
    r"\s(?:is|are|will be|has been|have been)\s+(?:being |currently |tentatively )?"
    r"(?:scheduled|held|planned|set|hosted)(?:\s+(?:for|on|at|in))*$",
    re.IGNORECASE,
)
"""The end of a sentence whose beginning names what takes place."""
_CUT_OFF = re.compile(
    r"\s(?:ab ca|ca|a|an|the|of|for|to|by|with|or|are|is|was|were|be|been|has|have|will|than|its|"
    r"their|our|"
    r"f[üu]r|mit|oder|zum|zur|ist|sind|war|wird|werden|wurden?|fand|fanden|findet|finden|"
    r"pour|avec|par|est|sont|aux|con|para|por|es|son|sar[àa]|sono|voor|met|wordt|zijn|til|med)$",
    re.IGNORECASE,
)


def is_chrome(title: str) -> bool:
    """Say whether words are but a state, a label or a day of the week."""
    if title.startswith(_BACK) or title.endswith(_FORTH):
        quoted = title.startswith(_BACK[:2]) and title.endswith(_FORTH[:2])
        if not quoted and title.startswith(_BACK):
            return True  # leads to the page before
    bare = _OUTER.sub("", title)
    if _CHROME.fullmatch(bare) is not None:
        return True
    words = _WORD.findall(bare.casefold())
    return bool(words) and len(words) <= 6 and all(_is_of_day(word) for word in words)


def _is_of_day(word: str) -> bool:
    return word in WEEKDAYS or word in MONTHS or word in _DAY_WORDS


def is_remark(text: str) -> bool:
    """Say whether words are said about the things that are announced, rather than one of them."""
    return _REMARK.search(text) is not None


def without_verb(title: str) -> str:
    """Return the subject of a sentence that says when it is: ``The next meeting is held on``."""
    return _SAID.sub("", title)


def is_cut_off(title: str) -> bool:
    """Say whether words before a date are the first half of a sentence, and no name."""
    return _CUT_OFF.search(title) is not None
