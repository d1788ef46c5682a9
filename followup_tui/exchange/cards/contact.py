"""What a card says of somebody, as the raw words of a contact."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from followup_tui.domain.importing.names import turned
from followup_tui.exchange.cards.days import in_words
from followup_tui.exchange.cards.personal import labels_of, personal
from followup_tui.exchange.cards.properties import Property, parts, plain, value_of
from followup_tui.exchange.raw_contact import RawContact

_NAME_PARTS = (1, 2, 0)  # given, additional, family: N says the family name first
_NOT_FOR_CALLS = {"fax", "pager", "telex"}
_PICTURES = {"PHOTO", "LOGO", "SOUND", "KEY"}
_ESCAPED_ADDRESS = re.compile(r"\\+(?=[:/.])")
"""What some programs write into the address of a page, as if it were a text: ``http\\://``."""
_PROFILES = {"profile", "linkedin", "xing", "facebook", "twitter", "instagram"}
_GOOGLES = {"mycontacts", "starred"}


def kind_of(found: Iterable[Property]) -> str:
    """Return what the card is of: ``individual``, ``org``, ``group`` …; empty: not said."""
    names = {"KIND", "X-ADDRESSBOOKSERVER-KIND"}
    return next((each.value.strip().lower() for each in found if each.name in names), "")


def raw_contact(found: Sequence[Property]) -> RawContact:
    """Return the words of a card; of what may stand there once only, the preferred counts."""
    values: dict[str, list[str]] = {}
    for each in sorted(found, key=lambda one: one.preference):
        if each.name in _PICTURES or (each.name == "TEL" and _is_no_phone(each)):
            continue
        values.setdefault(each.name, []).append(value_of(each))
    texts = {name: [plain(each) for each in several] for name, several in values.items()}
    company, *units = parts(values.get("ORG", [""])[0], ";")
    raw = RawContact(
        name=_name(values, texts, company),
        company=company,
        role=_first(texts, "TITLE") or _first(texts, "ROLE"),
        emails=texts.get("EMAIL", []),
        phones=[_phone(number) for number in texts.get("TEL", ())],
        websites=[_ESCAPED_ADDRESS.sub("", each) for each in texts.get("URL", ())],
        profiles=[*_profiles(texts), *_labelled_profiles(found)],
        tags=[tag for each in values.get("CATEGORIES", ()) for tag in _tags(each)],
        about=texts.get("NOTE", []),
    )
    if _is_company(found, texts) and not company:
        raw.name, raw.company = "", raw.name
    _keep(raw, found, values, texts, [unit for unit in units if unit])
    return raw


def _is_no_phone(found: Property) -> bool:
    return bool(_NOT_FOR_CALLS & set(found.param("TYPE").split(",")))


def _is_company(found: Sequence[Property], texts: Mapping[str, Sequence[str]]) -> bool:
    """Say whether the card says itself that it is of a company (KIND; X-ABShowAs is Apple's)."""
    return kind_of(found) == "org" or _first(texts, "X-ABSHOWAS").lower() == "company"


def _name(
    values: Mapping[str, Sequence[str]], texts: Mapping[str, Sequence[str]], company: str
) -> str:
    whole = _first(texts, "FN").strip("'\"")
    pieces = parts(values.get("N", [""])[0], ";")
    structured = " ".join(pieces[at] for at in _NAME_PARTS if at < len(pieces) and pieces[at])
    if whole == company and not structured:
        return ""  # the card of a company is called like it
    family_first = f"{pieces[0]}, " if pieces[0] else ""
    if structured and (
        not whole or "@" in whole or (family_first and whole.startswith(family_first))
    ):
        return structured  # FN is their address, or turned about
    if whole == company and structured.split() != whole.split():
        return structured  # Outlook files people under their company
    return turned(whole) or _first(texts, "NICKNAME")


def _first(values: Mapping[str, Sequence[str]], name: str) -> str:
    return next(filter(None, values.get(name, ())), "")


def _tags(value: str) -> list[str]:
    """Return the categories, without those which Google gives to everybody.

    Some programs escape the commas between them.
    """
    several = (tag.strip() for part in parts(value, ",") for tag in part.split(","))
    return [tag for tag in several if tag.lower() not in _GOOGLES]


def _profiles(texts: Mapping[str, Sequence[str]]) -> list[str]:
    names = ("X-SOCIALPROFILE", "SOCIALPROFILE", "X-LINKEDIN", "X-TWITTER")
    several = [each for name in names for each in texts.get(name, ())]
    return [each for each in several if each and not each.lower().startswith("x-apple:")]


def _labelled_profiles(found: Sequence[Property]) -> list[str]:
    """Return the addresses that their label says to be of a profile, and of no website."""
    labels = labels_of(found)
    return [
        _ESCAPED_ADDRESS.sub("", plain(value_of(each)))
        for each in found
        if each.name == "URL" and labels.get(each.group, "").lower() in _PROFILES
    ]


def _phone(text: str) -> str:
    """Return a number as it is dialled, the extension of a ``tel:`` address after it."""
    if not text.lower().startswith("tel:"):
        return text
    number, *params = text[4:].split(";")
    extension = next((part[4:] for part in params if part.lower().startswith("ext=")), "")
    return f"{number} ext. {extension}" if extension else number


def _keep(
    raw: RawContact,
    found: Sequence[Property],
    values: Mapping[str, Sequence[str]],
    texts: Mapping[str, Sequence[str]],
    units: Sequence[str],
) -> None:
    """Keep among the notes what a card has and a contact has no place for."""
    if units:
        raw.kept.append(("Department", ", ".join(units)))
    if (nickname := _first(texts, "NICKNAME")) and nickname != raw.name:
        raw.kept.append(("Nickname", nickname))
    if raw.role and (role := _first(texts, "ROLE")) != raw.role:
        raw.kept.append(("Role", role))
    raw.kept += personal(found)
    if birthday := _first(texts, "BDAY"):
        raw.kept.append(("Birthday", in_words(birthday)))
    for address in values.get("ADR") or values.get("LABEL", ()):
        written = ", ".join(filter(None, (" ".join(one.split()) for one in parts(address, ";"))))
        raw.kept.append(("Address", written))
    raw.kept = list(dict.fromkeys(each for each in raw.kept if each[1]))
