"""What to know of a client before calling, in few lines. Pure functions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from textual.content import Content

from followup_tui.domain.capture import NoteKind, kind_of, words_of
from followup_tui.domain.client import Client
from followup_tui.domain.promise import NextStep, Owner, Promise, PromiseState
from followup_tui.domain.timeline import Memory
from followup_tui.domain.views import ClientPage
from followup_tui.domain.words import count, day_words, short_day, span_words
from followup_tui.tui.present.wrapping import hanging

QUESTIONS = 5
"""Open questions that are shown: those of the last conversations."""
_TALKS = 3  # conversations whose questions count as open
_DIM = "$text-muted"

Row = tuple[str, str, str]
"""Label, words and the style of the words."""


def lines(memory: Memory, width: int, *, now: datetime) -> list[Content]:
    """Return the essentials in lines of `width` cells."""
    page = memory.page
    found: list[Content] = []
    for reason in page.reasons[:2]:
        why = Content.assemble(("why now ", _DIM), (reason.text, "$text-warning"))
        found.extend(hanging(why, width, 2))
    for person in page.client.people:
        who = f", {person.role}" if person.role else ""
        found.extend(hanging(Content.assemble((person.name, "bold $text"), who), width, 2))
        ways = (*person.phones, *person.emails)
        found.extend(Content.styled(f"  {way}", "$text-primary") for way in ways)
    for label, words, style in (*_standing(page, now), *_owed(memory, now), *_likes(page.client)):
        if words:
            content = Content.assemble((f"{label} ", _DIM), (words, style))
            found.extend(hanging(content, width, 2))
    for line in page.client.about.split("\n"):
        if line.strip():
            found.extend(hanging(Content.styled(line, _DIM), width, 0))
    return found


def _standing(page: ClientPage, now: datetime) -> Iterator[Row]:
    """Yield the time where they are, and when they were and will be spoken to."""
    client, standing, today = page.client, page.standing, now.date()
    if client.zone:
        there = now.astimezone(ZoneInfo(client.zone))
        yield "their time", f"{there:%a %H:%M} ({client.zone})", "$text"
    reached = standing.last_reached
    if reached is None:
        yield "last reached", "never", "$text"
    else:
        ago = span_words((today - reached).days)
        yield "last reached", f"{short_day(reached, today)}, {ago} ago", "$text"
    if standing.unanswered:
        yield "unanswered", count(standing.unanswered, "try", "tries"), "$text"
    if client.do_not_call is not None:
        why = f": {client.do_not_call.why}" if client.do_not_call.why else ""
        yield "do not call", f"since {short_day(client.do_not_call.since, today)}{why}", "$disliked"
    for label, day in (("call again", client.call_again), ("snoozed until", client.snoozed_until)):
        if day is not None and day >= today:
            yield label, day_words(day, today), "$text"
    if client.account_manager is not None:
        yield "account manager", client.account_manager.name, "$text"
    yield "website", client.website, "$text"


def _owed(memory: Memory, now: datetime) -> Iterator[Row]:
    """Yield what is to come, what is owed both ways, and what was left open."""
    page, today = memory.page, now.date()
    for step in reversed(page.next_steps):
        if step.done is None:
            yield "next", _step(step, now), "$promise"
    for promise in sorted(page.promises, key=lambda each: each.due):
        if promise.state is PromiseState.OPEN:
            whose = "we owe" if promise.by is Owner.US else "they owe"
            yield whose, _promise(promise, today), "$promise"
    for referral in memory.thanks_owed:
        yield "thanks owed", f"for introducing {referral.name}", "$promise"
    for question in open_questions(page):
        yield "open question", question, "$text-warning"


def _step(step: NextStep, now: datetime) -> str:
    at = step.at if step.all_day else step.at.astimezone(now.tzinfo)
    hour = "" if step.all_day else f" {at:%H:%M}"
    sure = "" if step.agreed else " (proposed)"
    words = f": {step.text}" if step.text else ""
    return f"{step.kind.value} {day_words(at.date(), now.date())}{hour}{sure}{words}"


def _promise(promise: Promise, today: date) -> str:
    late = " (overdue)" if promise.due < today else ""
    return f"{promise.text}, due {day_words(promise.due, today)}{late}"


def open_questions(page: ClientPage) -> tuple[str, ...]:
    """Return the questions noted in the last conversations, the latest first."""
    asked = (
        words_of(note.text)
        for interaction in page.interactions[:_TALKS]
        for note in interaction.notes
        if kind_of(note.text) is NoteKind.QUESTION
    )
    return tuple(dict.fromkeys(filter(None, asked)))[:QUESTIONS]


def _likes(client: Client) -> Iterator[Row]:
    def joined(words: Iterable[str]) -> str:
        return ", ".join(words)

    yield "interested in", joined(client.interests), "$text-accent"
    yield "likes", joined(client.likes), "$liked"
    yield "dislikes", joined(client.dislikes), "$disliked"
    yield "tags", joined(client.tags), "$text"
    yield "competitors", joined(each.name for each in client.competitors), "$text"


def title(memory: Memory, told: str, *, loading: bool) -> Content:
    """Return the line over the page: who it is of, and what is shown of it."""
    parts: list[Content | tuple[str, str]] = [(memory.page.client.name, "bold $text-accent")]
    for words in (told, "reading the history …" if loading else ""):
        if words:
            parts.extend([("  ·  ", _DIM), (words, _DIM)])
    return Content.assemble(*parts)


def is_new_minute(before: datetime, now: datetime) -> bool:
    """Say whether the clock of the page shows another minute."""
    return abs(now - before) >= timedelta(minutes=1) or now.minute != before.minute
