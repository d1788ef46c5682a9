"""What was said before and what can be given, as rows. Pure functions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from textual.content import Content

from followup_tui.domain.interaction import (
    Interaction,
    InteractionKind,
    NoteLine,
    Outcome,
    outcome_words,
)
from followup_tui.domain.promise import Owner, Promise, PromiseState
from followup_tui.domain.value_add import Offer, OfferState, ValueAdd, ValueAddKind
from followup_tui.domain.views import ClientPage, PreparationView, Suggestion
from followup_tui.domain.words import count, day_words, short_day
from followup_tui.tui.present.key_names import KeyName, default_key
from followup_tui.tui.present.rows import RowLayout, Run
from followup_tui.tui.present.wrapping import hanging

_NEWEST = 30  # interactions shown: who needs more asks for the whole history

_SIGN_STYLES: Mapping[str, str] = {
    "+": ".side--liked",
    "-": ".side--disliked",
    "!": ".side--promise",
    "?": ".side--question",
    ">": ".side--promise",
}
KIND_NAMES: Mapping[ValueAddKind, str] = {
    ValueAddKind.ARTICLE: "Article",
    ValueAddKind.TALK: "Talk",
    ValueAddKind.EVENT: "Event",
    ValueAddKind.INVITATION: "Invitation",
    ValueAddKind.CONSULTATION: "Consultation",
    ValueAddKind.WEBSITE_TIP: "Website tip",
}
"""What can be given, as it is named before its title."""


# What was said


def timeline(
    view: PreparationView, *, now: datetime, width: int, key: KeyName = default_key
) -> list[Content]:
    """Return the lines of what is owed and what was said, the newest first, `width` cells wide."""
    if view.page is None:
        return []
    lines = list(_owed(view.page, now, width))
    asked = {question.key: question.ask for question in view.playbook.questions}
    for interaction in view.page.interactions[:_NEWEST]:
        if lines:
            lines.append(Content())
        lines.extend(_interaction(interaction, asked, now, width))
    older = len(view.page.interactions) - _NEWEST
    if older > 0:
        lines.append(Content())
        words = f"… and {count(older, 'conversation')} before that"
        lines.append(Content.styled(words, ".side--quiet"))
    if not lines:
        words = f"Nothing was noted yet: {key('desk.note')} writes a note."
        return _wrapped(Content(words), width, ".side--quiet")
    return lines


def _owed(page: ClientPage, now: datetime, width: int) -> Iterator[Content]:
    """Return the open promises: who owes what, until when."""
    for promise in page.promises:
        if promise.state is PromiseState.OPEN:
            yield from _promise(promise, now, width)


def _promise(promise: Promise, now: datetime, width: int) -> Iterator[Content]:
    whose = "we owe" if promise.by is Owner.US else "they owe"
    due = day_words(promise.due, now.date())
    line = Content.assemble(
        (f"! {whose}: ", ".side--promise"), promise.text, (f", due {due}", ".side--quiet")
    )
    yield from hanging(line, width, 2)


def _interaction(
    interaction: Interaction, asked: Mapping[str, str], now: datetime, width: int
) -> Iterator[Content]:
    # Stored moments are in UTC; the user reads the hours of their own day.
    began = interaction.at.astimezone(now.tzinfo)
    words = [short_day(began.date(), now.date()), _what(interaction)]
    if interaction.person:
        words.append(interaction.person)
    head = Content.styled(" · ".join(words), ".side--head")
    yield head.truncate(width, ellipsis=True)
    for note in interaction.notes:
        yield from _note(note, began, width)
    for answer in interaction.answers:
        if answer.text:
            question = asked.get(answer.question, answer.question.replace("_", " "))
            line = Content.assemble((f"{question} ", ".side--quiet"), answer.text)
            yield from hanging(line, width, 2)
    if interaction.summary:
        yield from hanging(Content(interaction.summary), width, 0)


def _what(interaction: Interaction) -> str:
    """Return ``call``, ``note``, ``call, no answer``: what it was and how it ended."""
    if interaction.outcome in {Outcome.REACHED, Outcome.NOTED}:
        return interaction.kind.value
    if interaction.kind is InteractionKind.VOICEMAIL:
        return "voicemail"
    return f"{interaction.kind.value}, {outcome_words(interaction.kind, interaction.outcome)}"


def _note(note: NoteLine, began: datetime, width: int) -> Iterator[Content]:
    """Return a note line: its time in the zone of `began`, then its text."""
    if not note.text.strip():
        return
    stamp = f"{note.at.astimezone(began.tzinfo):%H:%M} "
    style = _SIGN_STYLES.get(note.text[0], "") if note.text[1:2] == " " else ""
    text = Content.styled(note.text, style) if style else Content(note.text)
    yield from hanging(Content.assemble((stamp, ".side--stamp"), text), width, len(stamp))


# What can be given


@dataclass(frozen=True, slots=True)
class _Row:
    lines: tuple[Content, ...]
    suggestion: Suggestion | None = None


class ValueAddRows:
    """The value-adds that fit, then what was given before, as rows."""

    def __init__(self, view: PreparationView, *, now: datetime, width: int) -> None:
        self._rows = [_Row(tuple(_suggestion(one, now, width)), one) for one in view.suggestions]
        if not self._rows:
            words = Content("There is nothing to offer that was not offered before.")
            self._rows.append(_Row(tuple(_wrapped(words, width, ".side--quiet"))))
        offers = view.page.offers if view.page else ()
        given = [
            _Row(tuple(_given(offer, value_add, now, width)))
            for offer, value_add in offers
            if offer.state is not OfferState.PLANNED
        ]
        if given:
            self._rows.append(_Row((Content.styled("given before", ".side--head"),)))
            self._rows.extend(given)
        self.layout = RowLayout(
            Run(1, len(row.lines), row.suggestion is not None) for row in self._rows
        )

    def suggestion_at(self, row: int) -> Suggestion | None:
        """Return what can be chosen on a row; None for what was given before."""
        return self._rows[row].suggestion if 0 <= row < len(self._rows) else None

    def row_of(self, value_add_id: str) -> int | None:
        """Return the row of a value-add that can be chosen."""
        return next(
            (
                number
                for number, row in enumerate(self._rows)
                if row.suggestion is not None and row.suggestion.value_add.id == value_add_id
            ),
            None,
        )

    def lines(self, row: int) -> Sequence[Content]:
        """Return how a row reads."""
        return self._rows[row].lines


def _suggestion(one: Suggestion, now: datetime, width: int) -> Iterator[Content]:
    box = ("[x] ", ".side--chosen") if one.chosen else ("[ ] ", ".side--box")
    line = Content.assemble(box, *_named(one.value_add, now))
    yield from hanging(line, width, 4)
    if one.because:
        because = Content.styled(f"because: {one.because}", ".side--because")
        yield from hanging(Content.assemble("    ", because), width, 4)


def _named(value_add: ValueAdd, now: datetime) -> list[Content | str | tuple[str, str]]:
    """Return kind, title and, for what takes place, the day."""
    parts: list[Content | str | tuple[str, str]] = [
        (f"{KIND_NAMES[value_add.kind]}: ", ".side--kind"),
        Content(value_add.title),
    ]
    if value_add.starts is not None:
        when = value_add.starts.astimezone(now.tzinfo)
        day = short_day(when.date(), now.date())
        parts.append((f", {day} {when:%H:%M}", ".side--quiet"))
    return parts


def _given(offer: Offer, value_add: ValueAdd, now: datetime, width: int) -> Iterator[Content]:
    day = short_day(offer.at.date(), now.date())
    words = f"{offer.state.value} {day}: {value_add.title}"
    yield from hanging(Content.styled(words, ".side--given"), width, 2)


# Lines


def _wrapped(content: Content, width: int, style: str = "") -> list[Content]:
    styled = content.stylize(style) if style else content
    return list(styled.wrap(max(width, 4)))
