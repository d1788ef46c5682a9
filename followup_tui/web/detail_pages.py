"""Whether a page is about one event alone: then its first heading is what that is called.

``/events/harvest-supper`` is a page below a list of events. What stands beside its date is the
organiser, the department, a label; its name stands above all of it.
"""

from __future__ import annotations

from urllib.parse import unquote, urlsplit

from followup_tui.web import plain_signs as signs
from followup_tui.web.dom import Page, text_of
from followup_tui.web.plain_phrases import LONGEST_TITLE, is_good, tidy

_OF_LISTS = (
    "category categories tag tags kategorie categorie categoria page list archive archiv month "
    "week day today past location venue organizer organiser calendar"
)
_LISTS = frozenset(_OF_LISTS.split())
_ONE = frozenset({"event", "veranstaltung", "termin", "evento", "evenement", "événement"})
_FILES = ("index.html", "index.htm", "index.php", "default.aspx", "index")


def headline(page: Page) -> str:
    """Return the heading of a page that is about one event, or nothing."""
    return _heading(page) if _is_detail(page.url) else ""


def _is_detail(url: str) -> bool:
    """Say whether an address is one below a list of events."""
    try:
        path = unquote(urlsplit(url).path).lower()
    except ValueError:
        return False
    parts = [part for part in path.split("/") if part and part not in _FILES]
    if len(parts) < 2 or not _LISTS.isdisjoint(parts):
        return False
    *above, last = (part.replace("-", " ").replace("_", " ") for part in parts)
    if last.replace(" ", "").isdigit() or signs.GENERIC_HEADING.fullmatch(last):
        return False
    if len(last.split()) == 1 and above[-1] not in _ONE:
        return False  # "/events/results" is a part of the list, "/event/yoga" an event
    return any(signs.EVENTISH.search(part) for part in above[-2:])


def _heading(page: Page) -> str:
    shown = [tag for tag in page.all("h1")[:6] if not tag.hidden]
    titles = [tidy(text_of(tag, LONGEST_TITLE * 2)) for tag in shown]
    good = list(dict.fromkeys(title for title in titles if is_good(title)))
    return good[0] if len(good) == 1 else ""
