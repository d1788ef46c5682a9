"""The widgets of a wrap-up: what can be changed, and what was written down, made of its view."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, tzinfo

from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Button, Select, Static, TextArea

from followup_tui.domain.days.dates import working_days_on
from followup_tui.domain.interaction import NoteLine, Outcome
from followup_tui.domain.notes.capture import PROMISE_DAYS
from followup_tui.domain.notes.caught import CaughtPromise, CaughtStep, CaughtWords, WordKind
from followup_tui.domain.promise import StepKind
from followup_tui.domain.views import WrapUpView
from followup_tui.domain.wrap_up.items import MOST, NamedPerson, WrapItem
from followup_tui.tui.day_field import DayField
from followup_tui.tui.item_rows import ItemRow, ItemRows
from followup_tui.tui.panes.named_rows import NamedRow
from followup_tui.tui.panes.next_contact import REACHED, TRIED, NextContact
from followup_tui.tui.panes.promise_rows import PromiseRow
from followup_tui.tui.panes.settled_rows import Settled, SettledRow
from followup_tui.tui.panes.step_rows import StepRow
from followup_tui.tui.panes.word_rows import WordRow
from followup_tui.tui.present import wrap_up as present

CAUGHT = {"steps": "Next step", "promises": "Promises", "named": "They named", "words": "Remember"}
"""What was caught, by the ids of its sections: their titles, in the order in which they stand."""
ADDED = {"steps": "step", "promises": "promise", "named": "person", "words": "to remember"}
"""What can be added to each of them."""


def fields(view: WrapUpView, now: datetime) -> Iterator[Widget]:
    """Yield what can be changed, the most needed first."""
    if view.outcome is Outcome.CALL_BACK:
        words = present.moment_words(view.call_back_at, view.client, now)
        yield _section(
            "Call back at",
            DayField(words, placeholder="thu 10:00, in 2 hours", name="hour"),
            Static(Content(present.zone_hint(view.client)), markup=False),
        )
    yield NextContact(
        present.next_words(view, now),
        view.call_again_why,
        REACHED if view.outcome.is_reached else TRIED,
        view.other_ways,
    )
    for key, title in CAUGHT.items():
        items: Sequence[WrapItem] = getattr(view, key)
        rows = [row_of(item, index, view, now) for index, item in enumerate(items)]
        more = f" · the first {MOST}; others stay in the notes" if len(rows) >= MOST else ""
        box = ItemRows(f"{title}{more}", rows, id=key)
        box.display = bool(rows)
        yield box
    with_words = [
        Button(Content(f"+ {words}"), id=f"add-{key}", compact=True, classes="add")
        for key, words in ADDED.items()
    ]
    yield Horizontal(Static(Content("Add:"), markup=False), *with_words, id="adding")


def row_of(item: WrapItem, index: int, view: WrapUpView, now: datetime) -> ItemRow:
    """Return the row of an item."""
    match item:
        case CaughtPromise():
            return PromiseRow(item, index)
        case NamedPerson():
            return NamedRow(item, index)
        case CaughtStep():
            return StepRow(item, index, present.step_words(item, view.client, now))
        case CaughtWords():
            return WordRow(item, index)
        case _:
            return SettledRow(item, index, present.settled_words(item, now.date()))


def fresh(key: str, view: WrapUpView, now: datetime) -> WrapItem:
    """Return an item to add to the section `key`, as empty as it can be."""
    line = NoteLine(at=now, text="")
    match key:
        case "promises":
            return CaughtPromise("", working_days_on(now.date(), PROMISE_DAYS), line)
        case "named":
            return NamedPerson("", line)
        case "steps":
            return CaughtStep(view.playbook.wrap_up.next_step or StepKind.CALL, None, line)
        case _:
            return CaughtWords(WordKind.LIKED, "", line)


def record(view: WrapUpView, now: datetime) -> Iterator[Widget]:
    """Yield what was open before, and what was written down, to be read."""
    settled: dict[str, Sequence[Settled]] = {
        "Promised before": view.earlier,
        "Open questions of before": view.questions,
        "Thanks owed": view.thanks,
        "Offered": view.offers,
    }
    for title, items in settled.items():
        if items:
            yield ItemRows(title, [row_of(item, i, view, now) for i, item in enumerate(items)])
    if view.client.people:
        yield _section("With whom", _people(view))
    if view.outcome.is_reached:
        summary = TextArea(view.summary, id="summary", compact=True, tab_behavior="focus")
        yield _section("In a sentence (if you like)", summary)
    yield from _written(view, now.tzinfo)


def _written(view: WrapUpView, zone: tzinfo | None) -> Iterator[Widget]:
    drawn = {
        "Notes": present.notes(view.notes, zone),
        "Answers": present.answers(view.answers, view.playbook),
    }
    for title, content in drawn.items():
        if content.plain:
            yield _section(title, Static(content, classes="record", markup=False))


def _section(title: str, *children: Widget) -> Widget:
    box = Vertical(*children, classes="section")
    box.border_title = Content(title)
    return box


def _people(view: WrapUpView) -> Select[str]:
    names = dict.fromkeys(person.name for person in view.client.people)
    if view.person:
        names.setdefault(view.person)
    return Select(
        [(Content(name), name) for name in names],
        value=view.person or Select.NULL,
        prompt="nobody in particular",
        compact=True,
        type_to_search=False,
    )
