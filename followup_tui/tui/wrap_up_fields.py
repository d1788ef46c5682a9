"""The widgets of a wrap-up: what can be changed, and what was written down, made of its view."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, tzinfo

from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Select, Static, TextArea

from followup_tui.domain.interaction import Outcome
from followup_tui.domain.views import WrapUpView
from followup_tui.tui.day_field import DayField
from followup_tui.tui.panes.next_contact import REACHED, TRIED, NextContact
from followup_tui.tui.panes.promise_rows import PromiseRows
from followup_tui.tui.present import wrap_up as present


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
        view.call_again.isoformat() if view.call_again else "",
        view.call_again_why,
        REACHED if view.outcome.is_reached else TRIED,
    )
    if view.promises:
        yield PromiseRows(view.promises)
    if view.client.people:
        yield _section("With whom", _people(view))
    if view.outcome.is_reached:
        summary = TextArea(view.summary, id="summary", compact=True, tab_behavior="focus")
        yield _section("In a sentence (if you like)", summary)


def record(view: WrapUpView, zone: tzinfo | None) -> Iterator[Widget]:
    """Yield what was written down, to be read; `zone` is the user's."""
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
