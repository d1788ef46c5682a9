"""Which elements of a page are never shown to a reader."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


UNSEEN = _names(
    "script style template noscript svg math canvas iframe object video audio head title "
    "select datalist textarea"
)
"""Elements that show no text, or none that is the page's own."""
_CLASSES = _names(
    "sr-only visually-hidden visuallyhidden screen-reader-text screen-reader-only "
    "element-invisible d-none hidden is-hidden u-hidden hide offscreen"
)
_ATTRIBUTES = frozenset({"hidden", "aria-hidden", "style"})
_SHOWN_WIDE = re.compile(r"(?:^|[-:])(?:sm|md|lg|xl|xxl|2xl)[-:](?:block|flex|grid|inline|table)")
_NOT_DISPLAYED = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)


def hidden_by_classes(classes: Sequence[str]) -> bool:
    """Say whether these classes hide an element on every screen."""
    return not _CLASSES.isdisjoint(classes) and _SHOWN_WIDE.search(" ".join(classes)) is None


def may_hide_itself(names: Iterable[str]) -> bool:
    """Say whether attributes of these names, other than classes, can hide an element."""
    return not _ATTRIBUTES.isdisjoint(names)


def hidden_by_itself(attributes: Mapping[str, str | list[str]]) -> bool:
    """Say whether an element's attributes other than its classes hide it."""
    if "hidden" in attributes or attributes.get("aria-hidden") == "true":
        return True
    style = attributes.get("style")
    return isinstance(style, str) and _NOT_DISPLAYED.search(style[:500]) is not None
