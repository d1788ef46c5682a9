"""Where an event takes place, as schema.org says it: a text, a Place, an address, or nowhere."""

from __future__ import annotations

from collections.abc import Callable

from followup_tui.web.findings import says_online
from followup_tui.web.jsonld import Json, Node, text, types

_ADDRESS_PARTS = ("streetAddress", "postalCode", "addressLocality", "addressRegion")


def _postal(value: Json) -> str:
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        parts = [text(value.get(part)) for part in _ADDRESS_PARTS]
        return ", ".join(dict.fromkeys(part for part in parts if part)) or text(value.get("name"))
    return text(value)


def _place(node: Node) -> str:
    """Return the words of one place: its name, and its address unless that says the same."""
    address = _postal(node) if "PostalAddress" in types(node) else _postal(node.get("address"))
    name = text(node.get("name"))
    if address and (address.lower() in name.lower() or not name):
        return name or address
    return ", ".join(part for part in (name, address) if part)


def location(value: Json, resolve: Callable[[Json], Json]) -> tuple[str, bool]:
    """Return the words of a place, and whether it is a virtual one."""
    listed = value if isinstance(value, list) else [value]
    places: list[str] = []
    virtual = False
    for one in listed[:5]:
        place = resolve(one)
        if isinstance(place, dict):
            virtual = virtual or "VirtualLocation" in types(place)
            virtual = virtual or (says_online(text(place.get("url"))) and not place.get("address"))
            places.append(_place(place))
        else:
            places.append(text(place))
    return "; ".join(dict.fromkeys(place for place in places if place)), virtual
