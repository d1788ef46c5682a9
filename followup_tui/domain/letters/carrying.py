"""What the user wrote into the suggestions before the call, carried over into the follow-up.

The suggestions are made anew from what was offered and taken; what would be lost is what the user
added in words of their own. A paragraph is their own where most of what it says stands neither in
the template nor in what it would be filled in with.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from followup_tui.domain.stems import telling
from followup_tui.domain.text import fold

LEAST = 4
"""Telling words that a paragraph must have to be carried over."""
OWN = 0.5
"""Share of them that must be the user's."""
_PARAGRAPHS = re.compile(r"\n\s*\n")
_LEAVE = ("best regards", "kind regards", "regards", "best wishes", "many thanks", "hello", "dear")


def own_paragraphs(body: str, made_of: str, declined: Iterable[str]) -> tuple[str, ...]:
    """Return the paragraphs of `body` that the user wrote, in their order.

    `made_of` is all that the desk would have written; `declined` are titles and links of what they
    did not want: a paragraph that names one is left behind.
    """
    known = {root for _, root in telling(made_of)}
    unwanted = [fold(each) for each in declined if each]
    return tuple(_own(_PARAGRAPHS.split(body.strip()), known, unwanted))


def _own(paragraphs: list[str], known: set[str], unwanted: list[str]) -> Iterator[str]:
    for paragraph in paragraphs:
        folded = fold(paragraph)
        if folded.startswith(_LEAVE) or any(each in folded for each in unwanted):
            continue
        roots = [root for _, root in telling(paragraph)]
        own = [root for root in roots if root not in known]
        if len(roots) >= LEAST and len(own) > OWN * len(roots):
            yield paragraph.strip()
