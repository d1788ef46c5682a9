"""The preparation as it reads: the head, the progress, the checklist and its evidence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import Enum, auto
from urllib.parse import urlsplit

from rich.cells import cell_len
from textual.content import Content

from followup_tui.domain.calling.office_hours import OfficeHours
from followup_tui.domain.calling.whereabouts import Whereabouts, whereabouts
from followup_tui.domain.client import Client
from followup_tui.domain.views import Evidence, ItemStatus, PreparationView, PreparedItem
from followup_tui.domain.words import age_words, short_day
from followup_tui.tui.present.key_names import KeyName, default_key
from followup_tui.tui.present.rows import RowLayout, Run

SPINNER = "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏"
_BOX = 3  # cells of the box
_INDENT = 6  # cells before what stands under an item: the box, a blank, the glyph, a blank
_LABEL = 16  # cells of an item's label at most, so that the headlines form a column
_EVIDENCE_LABEL = 16  # likewise for the labels of evidence
_ROOM_FOR_AGE = 46  # narrower than this the age is left to the evidence
_BAR = 7

_GLYPHS: Mapping[ItemStatus, tuple[str, str]] = {
    ItemStatus.WAITING: ("·", ".preparation--quiet"),
    ItemStatus.READY: ("▸", ".preparation--ready"),
    ItemStatus.FAILED: ("✗", ".preparation--failed"),
    ItemStatus.NOTHING: ("-", ".preparation--quiet"),
}


# The head


def title(client: Client) -> Content:
    """Return the pane's title."""
    return Content(f"Prepare: {client.name}")


def head_lines(
    view: PreparationView,
    now: datetime,
    *,
    key: KeyName = default_key,
    where: Whereabouts | None = None,
    width: int = 0,
) -> tuple[Content, ...]:
    """Return who they are, their time and account manager, and why they are called now.

    `where` is where the client is, once that is known; until then their record alone speaks. Where
    `width` cells (0: who knows) are too few, a number begins a line of its own, and is not broken.
    """
    lines = [*_person_lines(view.client, key, width)]
    facts = [*_their_time(view.client, now, where), _manager(view.client)]
    if shown := [fact for fact in facts if fact.plain]:
        lines.append(Content(" · ").join(shown).stylize_before(".preparation--quiet"))
    if view.client.do_not_call is not None:
        why = view.client.do_not_call.why
        words = f"Does not want to be called{f': {why}' if why else ''}"
        lines.append(Content.styled(words, ".preparation--failed"))
    lines.append(Content.assemble(("Why now: ", ".preparation--label"), view.why))
    if also := [reason.text for reason in view.page.reasons[1:]] if view.page else []:
        lines.append(Content.styled(f"Also: {'; '.join(also)}", ".preparation--quiet"))
    return tuple(lines)


def _person_lines(client: Client, key: KeyName, width: int) -> tuple[Content, ...]:
    person = client.primary
    if person is None:
        words = f"Nobody is named here yet: {key('desk.edit_client')} adds a person."
        return (Content.styled(words, ".preparation--quiet"),)
    who = Content.styled(person.name, ".preparation--name")
    if person.role:
        who += f" · {person.role}"
    if person.phones:
        reach = Content.styled(person.phones[0], ".preparation--phone")
    else:
        reach = Content(person.emails[0] if person.emails else "")
    if not reach:
        return (who,)
    whole = Content.assemble(who, " · ", reach)
    return (whole,) if not width or whole.cell_length <= width else (who, reach)


def _their_time(client: Client, now: datetime, where: Whereabouts | None) -> tuple[Content, ...]:
    """Return ``their time 14:05``, with the day where it is another one, and what is against it.

    Of somebody in the user's own time only a holiday is worth a word.
    """
    if where is None:
        where = whereabouts(client, own=now.tzinfo or UTC, hours=OfficeHours())
    warning = where.warning(now)
    if not client.zone:
        holiday = warning if where.holiday(where.local(now).date()) else ""
        against = [words for words in (holiday, where.doubt) if words]
        return tuple(Content.styled(words, ".preparation--against") for words in against)
    clock = Content(where.clock_words(now))
    if warning:
        clock = Content.assemble(clock, (f", {warning}", ".preparation--against"))
    doubt = Content.styled(where.doubt, ".preparation--against")
    return (clock, doubt)


def _manager(client: Client) -> Content:
    return Content(f"AM {client.account_manager.name}" if client.account_manager else "")


def progress_line(view: PreparationView, width: int) -> Content:
    """Return ``─ Checklist ───────── 4 of 7 ▓▓▓▓░░░``."""
    total = len(view.items)
    words = f" {view.done} of {total} "
    filled = round(_BAR * view.done / total) if total else 0
    head = "─ Checklist "
    rule = "─" * max(width - cell_len(head) - cell_len(words) - _BAR, 0)
    return Content.assemble(
        (head + rule, ".preparation--rule"),
        words,
        ("▓" * filled, ".preparation--bar"),
        ("░" * (_BAR - filled), ".preparation--rule"),
    )


# The checklist


class _Kind(Enum):
    ITEM = auto()
    EVIDENCE = auto()
    REMARK = auto()


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of the checklist: an item, or something under an open one."""

    item: PreparedItem
    kind: _Kind
    lines: tuple[Content, ...] = ()


class ChecklistRows:
    """The checklist as rows, with the evidence of the open items under them."""

    def __init__(
        self,
        items: Sequence[PreparedItem],
        *,
        opened: frozenset[str] = frozenset(),
        now: datetime,
        width: int,
        key: KeyName = default_key,
    ) -> None:
        self._key = key
        self._opened = opened
        self._now = now
        self._rows = [row for item in items for row in self._rows_of(item, width)]
        self._label = min(max((cell_len(item.label) for item in items), default=0), _LABEL)
        self.layout = RowLayout(
            Run(1, 1 if row.kind is _Kind.ITEM else len(row.lines), row.kind is not _Kind.REMARK)
            for row in self._rows
        )

    def _rows_of(self, item: PreparedItem, width: int) -> Iterator[_Row]:
        yield _Row(item, _Kind.ITEM)
        if item.key not in self._opened:
            return
        room = max(width - _INDENT, 8)
        for words, style in _remarks(item, self._key):
            yield _Row(item, _Kind.REMARK, _indented(Content.styled(words, style), room))
        label = min(
            max((cell_len(found.label) for found in item.evidence), default=0), _EVIDENCE_LABEL
        )
        before = ""
        for found in item.evidence:
            if found.url and found.url != before:
                words = _source(found.url, _read_at(item, found.url, self._now), self._now)
                source = Content.styled(words, ".preparation--source")
                yield _Row(item, _Kind.REMARK, _indented(source, room, cut=True))
            before = found.url
            yield _Row(item, _Kind.EVIDENCE, _evidence_lines(found, room, label, self._now))

    def item_at(self, row: int) -> PreparedItem:
        """Return the item that a row is, or belongs to."""
        return self._rows[row].item

    def is_item(self, row: int) -> bool:
        """Say whether a row is an item itself, not something under it."""
        return self._rows[row].kind is _Kind.ITEM

    def row_of(self, key: str) -> int | None:
        """Return the row of an item."""
        return next((n for n, r in enumerate(self._rows) if r.item.key == key), None)

    def moving(self) -> list[int]:
        """Return the rows whose spinner turns."""
        return [
            number
            for number, row in enumerate(self._rows)
            if row.kind is _Kind.ITEM and row.item.status is ItemStatus.FETCHING
        ]

    def lines(self, row: int, width: int, *, frame: int = 0) -> Sequence[Content]:
        """Return how a row reads; `frame` turns the spinner."""
        shown = self._rows[row]
        if shown.kind is not _Kind.ITEM:
            return shown.lines
        opened = shown.item.key in self._opened
        return (self._item_line(shown.item, width, frame=frame, opened=opened),)

    def _item_line(self, item: PreparedItem, width: int, *, frame: int, opened: bool) -> Content:
        box = ("[x]", ".preparation--ticked") if item.ticked else ("[ ]", ".preparation--box")
        glyph = glyph_of(item.status, frame=frame, opened=opened)
        label = Content.styled(item.label, ".preparation--label")
        label = label.truncate(self._label, ellipsis=True, pad=True)
        age = _age(item, self._now) if width >= _ROOM_FOR_AGE else ""
        room = width - _INDENT - self._label - 2 - (cell_len(age) + 1 if age else 0)
        headline = _headline(item).truncate(max(room, 0), ellipsis=True, pad=bool(age))
        parts: list[Content | str | tuple[str, str]] = [box, " ", glyph, " ", label, "  ", headline]
        if age:
            parts.append((f" {age}", ".preparation--quiet"))
        return Content.assemble(*parts)


def is_box(column: int) -> bool:
    """Say whether a column of an item's line belongs to its box."""
    return column < _BOX


def glyph_of(status: ItemStatus, *, frame: int = 0, opened: bool = False) -> tuple[str, str]:
    """Return the sign of a status, and its style."""
    if status is ItemStatus.FETCHING:
        return SPINNER[frame % len(SPINNER)], ".preparation--fetching"
    glyph, style = _GLYPHS[status]
    if opened and status is ItemStatus.READY:
        glyph = "▾"
    return glyph, style


def _headline(item: PreparedItem) -> Content:
    if item.status is ItemStatus.FAILED and not item.headline:
        return Content.styled(item.problem, ".preparation--failed")
    if item.status in {ItemStatus.NOTHING, ItemStatus.WAITING}:
        return Content.styled(item.headline, ".preparation--quiet")
    return Content(item.headline)


def _age(item: PreparedItem, now: datetime) -> str:
    return age_words(item.fetched_at, now) if item.fetched_at else ""


def _remarks(item: PreparedItem, key: KeyName) -> Iterator[tuple[str, str]]:
    """Return what is said under an open item before its evidence: hint, failure, what to do."""
    if item.hint:
        yield item.hint, ".preparation--hint"
    if item.problem:
        older = " What is below is from before." if item.evidence else ""
        again = f" {key('desk.refresh')} fetches again." if item.fetches else ""
        yield f"{item.problem}{older}{again}", ".preparation--failed"
    elif item.status is ItemStatus.NOTHING and item.headline:
        yield item.headline, ".preparation--quiet"
    elif not item.evidence:
        on_its_way = item.status in {ItemStatus.WAITING, ItemStatus.FETCHING}
        words = "It is on its way …" if on_its_way else "There is nothing to show."
        yield words, ".preparation--quiet"


def _indented(content: Content, room: int, *, cut: bool = False) -> tuple[Content, ...]:
    """Return the lines of `content`, wrapped or cut to `room` and set under the item's label."""
    lines = [content.truncate(room, ellipsis=True)] if cut else content.wrap(room)
    return tuple(Content.assemble(" " * _INDENT, line) for line in lines)


def _evidence_lines(found: Evidence, room: int, width: int, now: datetime) -> tuple[Content, ...]:
    """Return a piece of evidence: its label, `width` cells wide, and its text beside it."""
    text = Content(found.text)
    if found.at is not None and not found.url:
        when = short_day(found.at.date(), now.date())
        text = Content.assemble(text, (f"  {when}", ".preparation--quiet"))
    if not found.label:
        return _indented(text, room)
    label = Content.styled(found.label, ".preparation--evidence-label")
    if room < 2 * width:
        return (*_indented(label, room, cut=True), *_indented(text, room))
    label = label.truncate(width, ellipsis=True, pad=True)
    lines = text.wrap(max(room - width - 2, 4))
    blank = Content(" " * width)
    return tuple(
        Content.assemble(" " * _INDENT, blank if number else label, "  ", line)
        for number, line in enumerate(lines)
    )


def _read_at(item: PreparedItem, url: str, now: datetime) -> datetime | None:
    """Return when `url` was read: the newest moment on its evidence that is not to come.

    Evidence of something that happened (a news item) carries the day of that instead.
    """
    moments = [e.at for e in item.evidence if e.url == url and e.at is not None and e.at <= now]
    if item.fetched_at is not None:
        moments.append(item.fetched_at)
    return max(moments, default=None)


def _source(url: str, read: datetime | None, now: datetime) -> str:
    """Return where something was read, and how long ago: ``northwind.example/news · 2 h ago``."""
    parts = urlsplit(url)
    place = f"{parts.netloc}{parts.path.rstrip('/')}"
    if parts.query:
        place += f"?{parts.query}"
    return f"{place} · read {age_words(read, now)}" if read else place
