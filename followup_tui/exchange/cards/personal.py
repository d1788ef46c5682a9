"""What a card says of somebody's life and has no field of its own: family, days, messengers.

vCard 3.0 has no property for most of it, so every program has invented its own; those of Apple,
Android, Evolution, KDE and Outlook are known. RFC 6350 (RELATED, LANG) and RFC 6715 (HOBBY,
INTEREST) came later.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from followup_tui.exchange.cards.days import in_words
from followup_tui.exchange.cards.properties import Property, parts, plain, value_of

_OF_A_PERSON = {
    "SPOUSE": "Spouse", "SPOUSESNAME": "Spouse", "ASSISTANT": "Assistant",
    "ASSISTANTSNAME": "Assistant", "MANAGER": "Manager", "MANAGERSNAME": "Manager",
    "HOBBY": "Hobby", "INTEREST": "Interest", "LANG": "Language", "ANNIVERSARY": "Anniversary",
}  # fmt: skip
"""Properties by the end of their names, which begin with X- and what invented them."""
_OTHERS = {"X-ABRELATEDNAMES": "Related", "X-ABDATE": "Date", "RELATED": "Related",
           "IMPP": "Messenger"}  # fmt: skip
"""Properties that say themselves, or by the label of their group, what they are."""
_MESSENGERS = {"SKYPE": "Skype", "SKYPE-USERNAME": "Skype", "JABBER": "Jabber", "ICQ": "ICQ",
               "MATRIX": "Matrix", "TELEGRAM": "Telegram", "SIGNAL": "Signal", "AIM": "AIM",
               "YAHOO": "Yahoo", "MSN": "MSN", "GOOGLE-TALK": "Google Talk", "GTALK": "Google Talk",
               "GADUGADU": "Gadu-Gadu", "WHATSAPP": "WhatsApp", "THREEMA": "Threema",
               "QQ": "QQ"}  # fmt: skip
_VENDOR = re.compile(r"X-(?:EVOLUTION-|KADDRESSBOOK-X-|KADDRESSBOOK-|MS-|ABADR-)?")
_APPLES = re.compile(r"_\$!<(.*)>!\$_")
_ANDROID = "vnd.android.cursor.item/"
_RELATIONS = ("", "Assistant", "Brother", "Child", "Partner", "Father", "Friend", "Manager",
              "Mother", "Parent", "Partner", "Referred by", "Relative", "Sister",
              "Spouse")  # fmt: skip
"""What the numbers of ``ContactsContract.CommonDataKinds.Relation`` mean; 0 is a word of one's
own."""
_EVENTS = ("", "Anniversary", "Date", "Birthday")
"""The same of ``ContactsContract.CommonDataKinds.Event``."""
_SCHEME = re.compile(r"(?:x-)?([a-z][a-z0-9+.-]*):(.*)", re.IGNORECASE | re.DOTALL)


def personal(found: Sequence[Property]) -> Iterator[tuple[str, str]]:
    """Yield what it is and what it says, in the order of the card."""
    labels = labels_of(found)
    for each in found:
        if each.name == "X-ANDROID-CUSTOM":
            yield from _androids(parts(value_of(each), ";"))
        elif (what := _what(each, labels)) and (text := plain(value_of(each))):
            yield from _told(what, each, text)


def _what(found: Property, labels: Mapping[str, str]) -> str:
    """Return what a property says of somebody's life; empty: nothing."""
    if found.name in _OTHERS:
        return labels.get(found.group) or _OTHERS[found.name]
    name = _VENDOR.sub("", found.name)
    return _OF_A_PERSON.get(name) or _MESSENGERS.get(name, "")


def _told(what: str, found: Property, text: str) -> Iterator[tuple[str, str]]:
    if found.name == "RELATED":
        yield from _related(found, text)
    elif found.name == "IMPP":
        yield _messenger(text)
    elif found.name == "X-ABDATE" or what == "Anniversary":
        yield what, in_words(text)
    else:
        yield what, text


def labels_of(found: Sequence[Property]) -> Mapping[str, str]:
    """Return what Apple calls the properties of a group: ``item1.X-ABLabel:_$!<Spouse>!$_``."""
    labels: dict[str, str] = {}
    for each in found:
        if each.name == "X-ABLABEL" and each.group:
            text = _APPLES.sub(r"\1", plain(value_of(each)))
            if text:
                labels[each.group] = text[:1].upper() + text[1:]
    return labels


def _related(found: Property, text: str) -> Iterator[tuple[str, str]]:
    """Yield a RELATED; one that only names another card by its number says nothing to anybody."""
    if text.lower().startswith(("urn:", "http:", "https:")):
        return
    kinds = [kind for kind in found.param("TYPE").split(",") if kind not in {"", "home", "work"}]
    yield (kinds[0].capitalize() if kinds else "Related"), text


def _messenger(text: str) -> tuple[str, str]:
    """Return a messenger and the name there: ``skype:jane.li``, ``x-apple:jane``."""
    schemed = _SCHEME.fullmatch(text)
    if schemed is None or schemed[1].lower() in {"apple", "http", "https"}:
        return "Messenger", schemed[2] if schemed and schemed[1].lower() == "apple" else text
    return schemed[1].capitalize(), schemed[2].lstrip("/")


def _androids(several: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield what Android keeps in X-ANDROID-CUSTOM: ``…/relation;Sam;14;``."""
    kind, value, number, label = [*several, "", "", "", ""][:4]
    value = value.strip()
    if not value or not kind.startswith(_ANDROID):
        return
    at = int(number) if number.isdecimal() else 0
    what = kind.removeprefix(_ANDROID)
    if what == "relation":
        yield (_RELATIONS[at] if 0 < at < len(_RELATIONS) else label or "Related"), value
    elif what == "contact_event":
        yield (_EVENTS[at] if 0 < at < len(_EVENTS) else label or "Date"), in_words(value)
    elif what == "nickname":
        yield "Nickname", value
