"""The library as it is drawn: a line for each value-add, all of one, and its sources.

Pure functions from `domain.library_view` to styled, plain text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from textual.content import Content

from followup_tui.domain.library.announcements import SourceKind
from followup_tui.domain.library.view import Currency, LibraryItem, LibrarySource, LibraryView
from followup_tui.domain.text import fold
from followup_tui.domain.value_add import ValueAdd, ValueAddKind
from followup_tui.domain.views import ItemStatus
from followup_tui.domain.words import age_words, count, short_day
from followup_tui.tui.present.cells import cell

_DIM = "$text-muted"
_PLAIN = "$text"

KIND_WORDS: dict[ValueAddKind, str] = {
    ValueAddKind.ARTICLE: "article",
    ValueAddKind.TALK: "talk",
    ValueAddKind.EVENT: "event",
    ValueAddKind.INVITATION: "invitation",
    ValueAddKind.CONSULTATION: "consultation",
    ValueAddKind.WEBSITE_TIP: "website tip",
}
"""What each kind is called where there is little room."""

SOURCE_WORDS: dict[SourceKind, str] = {
    SourceKind.OWN_EVENTS: "our events",
    SourceKind.USER_GROUP: "user group",
    SourceKind.ARTICLES: "articles",
}

_FIELD_WORDS = {"starts": "when", "ends": "end", "all_day": "hour"}
"""How fields are called that have another name for the user."""


@dataclass(frozen=True, slots=True)
class Columns:
    """The widths of the columns, in cells; 0: the column is left out."""

    kind: int
    title: int
    when: int
    given: int

    @classmethod
    def of(cls, width: int) -> Columns:
        """Share out `width`: on a narrow screen how often it was given goes first."""
        kind = 14 if width >= 48 else 0
        when = 14 if width >= 36 else 0
        given = 22 if width >= 84 else 0
        return cls(kind, max(width - 3 - kind - when - given, 0), when, given)


def heading(width: int) -> Content:
    """Return the heading over the rows."""
    columns = Columns.of(width)
    return Content.assemble(
        "   ",
        cell("Kind", columns.kind, _DIM),
        cell("What", columns.title, _DIM),
        cell("When", columns.when, _DIM),
        cell("Given", columns.given, _DIM),
    )


def row(item: LibraryItem, width: int, now: datetime) -> Content:
    """Return the row of a value-add, `width` cells wide."""
    columns, each = Columns.of(width), item.value_add
    current = item.currency is Currency.CURRENT
    sign, colour = {
        Currency.CURRENT: ("•", "$text-success"),
        Currency.OVER: ("-", _DIM),
        Currency.RETIRED: ("⊘", _DIM),
    }[item.currency]
    return Content.assemble(
        (f" {sign} ", colour),
        cell(KIND_WORDS[each.kind], columns.kind, _DIM),
        cell(each.title, columns.title, "bold" if current else _DIM),
        cell(when(item, now), columns.when, "$band-due" if current and each.starts else _DIM),
        cell(given(item), columns.given, _DIM),
    )


def when(item: LibraryItem, now: datetime) -> str:
    """Return ``Wed 25 18:30``, ``over`` or ``retired``; empty for what does not pass."""
    each = item.value_add
    if item.currency is Currency.RETIRED:
        return "retired"
    if each.starts is None:
        return ""
    at = each.starts.astimezone(now.tzinfo)
    day = short_day(at.date(), now.date())
    if item.currency is Currency.OVER:
        return f"was {day}"
    return day if each.all_day else f"{day} {at:%H:%M}"


def given(item: LibraryItem) -> str:
    """Return how often it was given: ``3 offered, 1 taken``."""
    counted = (
        (item.planned, "planned"),
        (item.offered, "offered"),
        (item.taken, "taken"),
        (item.declined, "declined"),
    )
    return ", ".join(f"{number} {word}" for number, word in counted if number)


def matching(items: Sequence[LibraryItem], query: str, *, gone: bool) -> tuple[LibraryItem, ...]:
    """Return the items in which every word of `query` stands; with `gone` those over, too."""
    words = fold(query).split()
    return tuple(
        item
        for item in items
        if (gone or item.currency is Currency.CURRENT)
        and all(word in _searched(item.value_add) for word in words)
    )


def _searched(each: ValueAdd) -> str:
    return fold(" ".join((each.title, each.kind.value, each.about, each.where, *each.topics)))


def title(view: LibraryView, shown: int) -> Content:
    """Return the head of the screen: what it is, and how much there is."""
    words = f"{count(view.current, 'thing')} to give"
    if shown != view.current:
        words += f", {shown} shown"
    if view.refreshing:
        words += " · looking at the sources …"
    return Content.assemble(("Library", "bold $text-accent"), ("  ·  ", _DIM), words)


def details(item: LibraryItem, now: datetime) -> Content:
    """Return all that is known of one value-add."""
    return Content("\n").join(_details(item, now))


def _details(item: LibraryItem, now: datetime) -> Iterator[Content]:
    each = item.value_add
    yield Content(each.title).stylize("bold")
    kind = [each.kind.value, f"from {item.origin}" if each.announced else item.origin]
    yield Content(" · ".join(kind)).stylize(_DIM)
    if each.starts is not None:
        yield Content(_whole_time(each, now))
    if each.where:
        yield Content(each.where)
    if each.url:
        yield Content(each.url).stylize("$text-primary")
    if each.topics:
        yield Content.assemble(("fits: ", _DIM), ", ".join(each.topics))
    if item.currency is Currency.RETIRED:
        why = each.why_retired or "by you"
        yield Content(f"No longer offered: {why}.").stylize("$text-warning")
    if words := given(item):
        yield Content.assemble(("given: ", _DIM), words)
    if item.edited:
        fields = ", ".join(dict.fromkeys(_FIELD_WORDS.get(name, name) for name in item.edited))
        yield Content(f"Changed by you, and kept so: {fields}.").stylize(_DIM)
    if each.about:
        yield Content("")
        yield Content(each.about)


def _whole_time(each: ValueAdd, now: datetime) -> str:
    """Return the day with its month, the hours, and the end where it is known."""
    if each.starts is None:
        return ""
    at = each.starts.astimezone(now.tzinfo)
    words = f"{at:%A} {at.day} {at:%B %Y}"
    if each.all_day:
        return words
    words += f", {at:%H:%M}"
    if each.ends is not None:
        end = each.ends.astimezone(now.tzinfo)
        words += (
            f" to {end:%H:%M}" if end.date() == at.date() else f" to {end:%a} {end.day} {end:%b}"
        )
    return words


def sources(view: LibraryView) -> Content:
    """Return where each source stands, a line or two each."""
    if not view.sources:
        return Content(
            "No source is named yet. In the settings, your own events, the user group and articles "
            "take the addresses of pages, calendars and feeds: what they announce then comes into "
            "the library by itself."
        ).stylize(_DIM)
    lines = [line for source in view.sources for line in _source(source, view.now)]
    lines += [Content(words).stylize("$text-success") for words in view.told]
    return Content("\n").join(lines)


def _source(source: LibrarySource, now: datetime) -> Iterator[Content]:
    sign, colour = {
        ItemStatus.WAITING: ("·", _DIM),
        ItemStatus.FETCHING: ("…", "$text-accent"),
        ItemStatus.READY: ("✓", "$text-success"),
        ItemStatus.FAILED: ("!", "$text-error"),
        ItemStatus.NOTHING: ("-", _DIM),
    }[source.status]
    age = f", {age_words(source.read_at, now)}" if source.read_at else ""
    yield Content.assemble(
        (f"{sign} ", colour),
        (SOURCE_WORDS[source.kind], "bold"),
        f" {source.title or source.url}",
        (f" · {count(source.items, 'item')}{age}", _DIM),
    )
    if source.problem:
        yield Content(f"  {source.problem}").stylize("$text-warning")
