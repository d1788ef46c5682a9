"""Pages that show nothing without JavaScript, and other pages without a page in them."""

# ruff: noqa: E501 -- lists of words

from __future__ import annotations

import re

from followup_tui.domain.text import clean_line
from followup_tui.web.dom import Page
from followup_tui.web.outline import Outline
from followup_tui.web.sheet import Sheet
from followup_tui.web.summary import says_something

_LEAST_SHOWN = 60  # characters below which a page with scripts shows nothing without them
_ROOTS = {"root", "app", "__next", "__nuxt", "___gatsby", "main-app", "app-root", "svelte"}
_ASKS = re.compile(
    r"(?:enable|activate|requires?|without|need|turn on|aktivieren|benötigt|ohne|activer|habilit\w+|"
    r"abilitare|inschakelen).{0,40}java ?script|java ?script.{0,60}(?:enable|required|disabled|"
    r"aktivieren|deaktiviert|erforderlich|activer|désactivé|necesario|abilitat)",
    re.IGNORECASE,
)
_LOADING = re.compile(
    r"^(?:loading|laden|lädt|chargement|cargando|caricamento|please wait)\W{0,5}", re.IGNORECASE
)


def shell_problem(sheet: Sheet, description: str) -> tuple[bool, str]:
    """Return whether the page is an empty shell, and a sentence if there is nothing to read."""
    shown = " ".join(block.text for block in sheet.outline.blocks[:40])
    plain = _LOADING.sub("", _ASKS.sub("", shown)) if len(shown) < 400 else shown
    scripted = bool(sheet.page.all("script"))
    if len(plain.strip()) >= _LEAST_SHOWN or (len(plain) >= 20 and not _is_root(sheet)):
        return False, ""
    if scripted and (_is_root(sheet) or len(plain.strip()) < 20 or _ASKS.search(shown)):
        if says_something(description):
            return False, ""  # little, but enough to know who they are
        return True, "The page shows nothing without JavaScript: only its head could be read."
    if sheet.page.all("frameset", "frame"):
        return False, "The page is made of frames: the address of the one with the text is needed."
    return False, "" if shown else "The page is empty."


def _is_root(sheet: Sheet) -> bool:
    """Say whether the page has the empty element that programs draw into."""
    return any(
        tag.attrs.get("id") in _ROOTS and len(tag.get_text(strip=True)) < _LEAST_SHOWN
        for tag in sheet.page.all("div", "app-root", "main")[:30]
    ) or bool(sheet.page.all("app-root"))


def is_told_without_scripts(page: Page, made: Outline) -> bool:
    """Say whether a page that shows next to nothing tells those without JavaScript more."""
    if sum(len(block.text) for block in made.blocks) >= _LEAST_SHOWN * 2:
        return False
    for tag in page.all("noscript")[:5]:
        text = clean_line(tag.get_text(" "))
        if len(_ASKS.sub("", text)) >= _LEAST_SHOWN and says_something(_ASKS.sub("", text)):
            return True
    return False
