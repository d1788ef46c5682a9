"""The places a company works from: marked up, in ``address`` elements, in lines of an address."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from followup_tui.domain.page import Said
from followup_tui.domain.text import fold
from followup_tui.web.dom import line
from followup_tui.web.marked import ORGANISATIONS, Marked, of_kind
from followup_tui.web.outline import Block
from followup_tui.web.sections import About, about_heading, about_names
from followup_tui.web.sheet import Sheet

MOST_OFFICES = 20
_PARTS = ("streetAddress", "postalCode", "addressLocality", "addressRegion")
_UPPER = r"[A-ZÀ-ÖØ-ÞĀ-Ž]"
_WORD = rf"{_UPPER}[\w.'’-]{{0,30}}"  # noqa: RUF001 -- an apostrophe as it is printed
_STREET = re.compile(
    rf"(?:\b\d{{1,5}}[a-zA-Z]?(?:[-–/]\d{{1,4}}[a-z]?)?,?\s(?:{_WORD}\s){{1,4}}"  # noqa: RUF001
    r"(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Way|Place|Pl|Square|Sq|Court|Ct|Terrace|Quay|"
    r"Boulevard|Blvd|Parade|Pde|Highway|Hwy|Crescent|Close|Walk|Row|Yard|Wharf|Mews|Hill|Gardens|"
    r"Park|Circuit|Parkway|Pkwy|Alley|Esplanade)\b\.?)"
    rf"|(?:\b(?:{_WORD}[\s-]){{0,3}}{_UPPER}?\w{{1,25}}"
    r"(?:straße|strasse|str\.|gasse|weg|platz|allee|ring|ufer|damm|gade|vej|vägen|gatan|gata|veien|"
    r"gate|straat|laan|plein|gracht|katu|tie|plads|torg)"
    r"\s\d{1,4}\s?[a-zA-Z]?\b)"
    rf"|(?:\b(?:Straße|Am|An der|Im|Zum|Zur|Auf dem)\s(?:{_WORD}\s){{1,3}}\d{{1,4}}[a-z]?\b)"
    r"|(?:\b\d{1,4}(?:\s?(?:bis|ter))?,?\s(?:rue|avenue|boulevard|place|quai|chemin|allée|impasse|cours|"
    rf"route)\s[^\W\d]+(?:[\s'’-]+[^\W\d]+){{0,5}})"  # noqa: RUF001
    rf"|(?:\b(?:Calle|C/|Avenida|Avda\.?|Plaza|Paseo|Via|Viale|Piazza|Corso|Rua|Praça|Largo|ul\.|al\.)"
    rf"\s?(?:(?:de|del|la|da|do|dei|di|das|dos)\s){{0,2}}(?:{_WORD}[\s,]+){{1,4}}(?:n\.?º?\s?)?\d{{1,4}})"
)
_POSTCODE = re.compile(
    rf"\b(?:[A-Z]{{1,2}}\d[\dA-Z]?\s\d[A-Z]{{2}}|(?:[A-Z]{{1,2}}-)?\d{{4,5}}\s{_UPPER}\w+|"
    rf"{_UPPER}\w+,?\s(?:NSW|VIC|QLD|SA|WA|TAS|ACT|NT|[A-Z]{{2}})\s\d{{4,5}}|\d{{4}}\s[A-Z]{{2}}\s{_UPPER}\w+|"
    rf"\d{{2}}-\d{{3}}\s{_UPPER}\w+|\d{{3}}\s\d{{2}}\s{_UPPER}\w+|\d{{4}}-\d{{3}}\s{_UPPER}\w+|"
    r"[AC-FHKNPRTV-Y]\d[\dW]\s[\dAC-FHKNPRTV-Y]{4}|[A-Z]\d[A-Z]\s\d[A-Z]\d|〒?\d{3}-\d{4})"
)
_COMPOUND = re.compile(
    rf"(?P<before>(?:{_WORD}\s){{1,3}}){_UPPER}\w{{2,25}}"
    r"(?:straße|strasse|str\.|gasse|weg|platz|allee|ring|ufer|damm)\s\d"
)
_OF_STREET = re.compile(
    r"(?:Alt|Neu|Gro(?:ß|ss)|Klein|Hoh|Lang|Breit|Kurz|Ober|Unter|Inner|[ÄA]u(?:ß|ss)er|Mittler|"
    r"Vorder|Hinter|Schön|Grün|Rot|Weiß|Schwarz|Alter?)(?:e[rnms]?)?|"
    r"Am|An|Im|In|Auf|Zum|Zur|Beim|Bei|Unter|Hinter|Vor|St\.|Sankt|Dr\.|Prof\.|Bad|[A-ZÄÖÜ][\w-]+-"
)
"""Words that belong to the street they stand before."""
_NEXT = re.compile(r"\s(?:Filiale|Niederlassung|Standort|Zweigstelle|Zentrale|Branch|Agence)\b")
"""What a further address of the same line begins with."""
_DIGIT = re.compile(r"\d")
_LABEL = re.compile(
    r"^(?:(?:our |postal |visiting |registered |head )?(?:address|office)|adresse|anschrift|"
    r"besucheradresse|dirección|indirizzo|adres|endereço|visit us|find us)\s*:\s*",
    re.IGNORECASE,
)
_TELLS = re.compile(r"(?:tel|phone|fax|e-?mail|telefon|www\.|https?:|@|\+\d{2})", re.IGNORECASE)


def find_offices(sheet: Sheet) -> tuple[Said, ...]:
    """Return the addresses of the company, each once, the fullest way it is written."""
    found: dict[str, Said] = {}
    for text, method in (*_marked(sheet), *_elements(sheet), *_lines(sheet)):
        key = _key(text)
        if not any(key in known or known in key for known in found):
            found[key] = Said(text=text, source=sheet.source(method, text))
    return tuple(found.values())[:MOST_OFFICES]


def _key(text: str) -> str:
    """Return what makes two addresses the same: the house and its street, without blanks."""
    street = _STREET.search(text)
    words = street[0] if street is not None else text
    plain = re.sub(r"\b(?:street|road|avenue|strasse|str)\b", "", fold(words).replace("ß", "ss"))
    return re.sub(r"\W|strasse$", "", plain)


def _marked(sheet: Sheet) -> Iterator[tuple[str, str]]:
    """Give the marked addresses of the company itself; those of events are not its own."""
    venues = {
        id(place.node)
        for event in sheet.marked
        if any(kind.endswith("Event") for kind in event.kinds)
        for place in event.inside("location")
    }
    for one in of_kind(sheet.marked, ORGANISATIONS | {"Place"}):
        if one.kinds == {"Place"} and not one.node.get("telephone"):
            continue
        if id(one.node) in venues:
            continue
        for address in (*one.inside("address"), *_places(one)):
            parts = [address.text(part) for part in _PARTS]
            text = line(", ".join(part for part in parts if part), 160)
            if address.text("streetAddress") or (len([p for p in parts if p]) >= 2):
                yield text, one.method


def _places(one: Marked) -> Iterator[Marked]:
    for name in ("location", "department", "subOrganization"):
        for place in one.inside(name):
            yield from place.inside("address")


def _from_street(text: str) -> str:
    """Return an address without the name before its street, where the two stand side by side.

    ``Mara Holt Buchenweg 18`` is hers in the Buchenweg; the Alte Gasse is old, and the Berliner
    Straße needs both words.
    """
    found = _COMPOUND.match(text)
    if found is None:
        return text
    before = found["before"].split()
    kept = len(before)
    while kept and _OF_STREET.fullmatch(before[kept - 1]):
        kept -= 1
    return " ".join((*before[kept:], text[found.end("before") :].lstrip()))


def _is_elsewhere(sheet: Sheet, block: Block) -> bool:
    """Say whether an address belongs to an event, an article or somebody else."""
    up = block.holder
    for _ in range(8):
        if up is None or up.name in {"body", "main"}:
            break
        if up.name in {"article", "tr", "blockquote"}:
            return True
        classes = up.attrs.get("class") or ()
        names = classes if isinstance(classes, str) else " ".join(classes)
        if names and about_names(names) & {About.EVENTS, About.NEWS, About.JOBS, About.WORK}:
            return True
        up = up.parent
    return False


def _elements(sheet: Sheet) -> Iterator[tuple[str, str]]:
    """Give what stands in ``address`` elements, as far as it is an address."""
    for tag in sheet.page.all("address"):
        blocks = sheet.outline.of(tag)
        if not blocks or _is_elsewhere(sheet, blocks[0]):
            continue
        yield from ((text, "address") for text in _written(blocks))


def _lines(sheet: Sheet) -> Iterator[tuple[str, str]]:
    """Give the lines with a street and a postcode, in the same line or the next."""
    if sheet.about & {About.EVENTS, About.NEWS, About.JOBS}:
        blocks: Sequence[Block] = [block for block in sheet.outline.blocks if block.around]
    else:
        blocks = sheet.outline.blocks
    below_events = False
    kept: list[Block] = []
    for block in blocks:
        if block.level and block.level <= 2:
            below_events = About.EVENTS in about_heading(block.text)
        if not below_events or block.around:
            kept.append(block)
    for text, block in _found(kept):
        if not _is_elsewhere(sheet, block):
            yield text, "line"


def _written(blocks: Sequence[Block]) -> Iterator[str]:
    return (text for text, _ in _found(blocks))


def _found(blocks: Sequence[Block]) -> Iterator[tuple[str, Block]]:
    """Give each address with the block it begins in."""
    for number, block in enumerate(blocks):
        if len(block.text) > 260 or not _DIGIT.search(block.text):
            continue
        near_by = blocks[number : number + 3]
        if not any(_POSTCODE.search(one.text) for one in near_by if len(one.text) <= 260):
            continue  # the cheap half first
        street = _STREET.search(block.text)
        if street is None:
            continue
        rest = block.text[street.start() :]
        near = rest
        if not _POSTCODE.search(rest):
            after = [b.text for b in blocks[number + 1 : number + 3] if len(b.text) <= 80]
            near = next((f"{rest}, {text}" for text in after if _POSTCODE.search(text)), "")
        code = _POSTCODE.search(near, street.end() - street.start()) if near else None
        if code is None:
            continue
        tail = re.match(r"[^,;|·\n]{0,30}(?:, ?[A-Z][\w ]{2,20})?", near[code.end() :])
        text = near[: code.end()] + (tail[0] if tail is not None else "")
        cut = _TELLS.search(text)
        if cut is not None:
            text = text[: cut.start()]
            text = text.rpartition(" ")[0] if cut[0] == "@" else text  # with what stands before it
        text = _NEXT.split(_from_street(text), maxsplit=1)[0]
        yield line(_LABEL.sub("", text), 160).strip(" ,;|·-–.("), block  # noqa: RUF001 -- dashes
