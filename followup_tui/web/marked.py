"""What a page marks up for programs, beside events: its JSON-LD, microdata, RDFa and hCards.

All of them are given in one form, the objects of JSON-LD, so that a reader of people or prices
need not know in which way they were written.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from followup_tui.web import jsonld
from followup_tui.web.dom import Page, absolute, attribute, text_of
from followup_tui.web.jsonld import Json, Node
from followup_tui.web.outline import Outline
from followup_tui.web.tag import Tag

MOST_NODES = 3_000
_VALUES = ("content", "datetime", "href", "src", "value")
_HCARD = {
    "fn": "name",
    "p-name": "name",
    "title": "jobTitle",
    "role": "jobTitle",
    "p-job-title": "jobTitle",
    "p-role": "jobTitle",
}
_HCARDS = {"vcard", "h-card"}

_ORGANISATIONS = """Organization Corporation LocalBusiness ProfessionalService Store OnlineStore
OnlineBusiness NGO EducationalOrganization LegalService FinancialService AccountingService
MedicalBusiness Restaurant Hotel LodgingBusiness FoodEstablishment ConsultingService
EmploymentAgency GovernmentOrganization HomeAndConstructionBusiness Dentist Brand School
CollegeOrUniversity"""
ORGANISATIONS = frozenset(_ORGANISATIONS.split())
"""The commoner types of schema.org for a company or the like."""


@dataclass(frozen=True, slots=True)
class Marked:
    """One thing that is marked: its properties, and how it was written."""

    node: Node
    method: str
    """``json-ld``, ``microdata``, ``rdfa`` or ``hcard``."""

    @property
    def kinds(self) -> set[str]:
        """Its types, without their vocabulary's address."""
        return jsonld.types(self.node)

    def text(self, *names: str) -> str:
        """Return the text of the first property of `names` that has any."""
        return next((found for name in names if (found := jsonld.text(self.node.get(name)))), "")

    def all(self, name: str) -> list[Json]:
        """Return the values of a property as a list."""
        value = self.node.get(name)
        return value if isinstance(value, list) else [] if value is None else [value]

    def inside(self, name: str) -> Iterator[Marked]:
        """Give the things that a property holds."""
        for value in self.all(name):
            if isinstance(value, dict):
                yield Marked(value, self.method)


def find_marked(page: Page, outline: Outline) -> list[Marked]:
    """Return everything that the page marks up, those of JSON-LD first."""
    found = [Marked(node, "json-ld") for node in islice(jsonld.nodes(page), MOST_NODES)]
    if page.attributes.isdisjoint({"itemtype", "typeof"}) and page.classes.isdisjoint(_HCARDS):
        return found
    for tag in outline.elements:
        if not tag.attrs:
            continue
        if "itemtype" in tag.attrs:
            found.append(Marked(_things(page, outline, tag, _Microdata), "microdata"))
        elif "typeof" in tag.attrs:
            found.append(Marked(_things(page, outline, tag, _Rdfa), "rdfa"))
        elif not _HCARDS.isdisjoint(tag.attrs.get("class") or ()):
            found.append(Marked(_hcard(outline, tag), "hcard"))
        if len(found) > MOST_NODES:
            break
    return found


@dataclass(frozen=True, slots=True)
class _Dialect:
    kind: str
    thing: str
    prop: str


_Microdata = _Dialect("itemtype", "itemscope", "itemprop")
_Rdfa = _Dialect("typeof", "typeof", "property")


def _value(page: Page, tag: Tag) -> str:
    for name in _VALUES:
        if attribute(tag, name):
            given = attribute(tag, name)
            return absolute(given, page.base) or given if name in {"href", "src"} else given
    return text_of(tag)


def _things(page: Page, outline: Outline, thing: Tag, dialect: _Dialect, depth: int = 0) -> Node:
    """Return a marked element as an object of JSON-LD; what stands inside others is theirs."""
    node: Node = {"@type": list[Json](attribute(thing, dialect.kind).split())}
    skip_until = -1
    for tag in outline.below(thing)[:400]:
        if tag.order < skip_until or not tag.attrs:
            continue
        nested = dialect.thing in tag.attrs
        if nested:
            skip_until = tag.order_end
        value: Json = None
        for name in attribute(tag, dialect.prop).split():
            if value is None:
                value = (
                    _things(page, outline, tag, dialect, depth + 1)
                    if nested and depth < 4
                    else _value(page, tag)
                )
            _put(node, name.rsplit(":", 1)[-1], value)
    return node


def _put(node: Node, name: str, value: Json) -> None:
    old = node.get(name)
    if old is None:
        node[name] = value
    elif isinstance(old, list):
        old.append(value)
    else:
        node[name] = [old, value]


def _hcard(outline: Outline, card: Tag) -> Node:
    node: Node = {"@type": "Person"}
    for tag in outline.below(card)[:200]:
        for name in tag.attrs.get("class") or ():
            if name in _HCARD:
                node.setdefault(_HCARD[name], text_of(tag, 120))
    return node


def of_kind(marked: Sequence[Marked], kinds: frozenset[str]) -> Iterator[Marked]:
    """Give the things that are of one of `kinds`."""
    return (one for one in marked if not kinds.isdisjoint(one.kinds))
