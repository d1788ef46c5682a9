"""The wrap-up as it is drawn and said: pure functions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta, tzinfo

from textual.content import Content

from followup_tui.domain.calling.whereabouts import zone_named
from followup_tui.domain.client import Client
from followup_tui.domain.interaction import Answer, NoteLine, Outcome
from followup_tui.domain.notes.capture import kind_of
from followup_tui.domain.notes.caught import CaughtStep
from followup_tui.domain.playbook import Playbook
from followup_tui.domain.promise import Owner
from followup_tui.domain.views import WrapUpView
from followup_tui.domain.words import count, day_words, span_words
from followup_tui.domain.wrap_up.items import EarlierPromise, EarlierQuestion, OfferMade, ThanksOwed
from followup_tui.tui.present.call import KIND_COLOURS, OUTCOME_WORDS


def day_said(day: date, today: date) -> str:
    """Return a day in full, and how far it is: ``Wed 19 May 2027 · in 6 months``."""
    return f"{day:%a} {day.day} {day:%b} {day.year} · {distance(day, today)}"


def short_said(day: date, today: date) -> str:
    """Return a day as the farewell says it: ``Tue 19 May``, with the year if it is another."""
    year = "" if day.year == today.year else f" {day.year}"
    return f"{day:%a} {day.day} {day:%b}{year}"


def distance(day: date, today: date) -> str:
    """Return how far a day is: ``today``, ``tomorrow``, ``in 6 months``, ``3 days ago``."""
    days = (day - today).days
    if days in {0, 1}:
        return ("today", "tomorrow")[days]
    return f"in {span_words(days)}" if days > 0 else f"{span_words(-days)} ago"


def zone_name(client: Client) -> str:
    """Return the city of a client's time zone, or an empty string."""
    return client.zone.rpartition("/")[2].replace("_", " ")


def zone_hint(client: Client) -> str:
    """Return whose hours are meant."""
    if not client.zone:
        return "In your own time: no time zone is known of theirs."
    if zone_named(client.zone, None) is None:
        return f"In your own time: “{client.zone}” is no time zone that is known here."
    return f"In their time ({zone_name(client)})."


def moment_in_words(moment: datetime, client: Client, now: datetime) -> str:
    """Return an hour in the client's time, and in the user's where that differs."""
    ours = moment.astimezone(now.tzinfo)
    theirs = moment.astimezone(zone_named(client.zone, now.tzinfo))
    said = f"{theirs:%a} {theirs.day} {theirs:%b} {theirs:%H:%M}"
    if theirs.replace(tzinfo=None) == ours.replace(tzinfo=None):
        return said
    day = "" if theirs.date() == ours.date() else f"{ours:%a} "
    return f"{said} in {zone_name(client)} · {day}{ours:%H:%M} here"


def moment_words(moment: datetime | None, client: Client, now: datetime) -> str:
    """Return an hour as it can be typed again: ``2026-11-26 10:00`` in the client's zone."""
    if moment is None:
        return ""
    return f"{moment.astimezone(zone_named(client.zone, now.tzinfo)):%Y-%m-%d %H:%M}"


def step_words(step: CaughtStep, client: Client, now: datetime) -> str:
    """Return the moment of a step as it can be typed again; only the day where that is known."""
    words = moment_words(step.at, client, now)
    return words[:10] if step.all_day else words


def step_said(
    words: str, read: tuple[datetime, bool] | None, client: Client, now: datetime, warning: str
) -> tuple[str, bool]:
    """Return what to say of a step's moment (and whether it is a day), and whether it is wrong.

    `warning` is why it may be a bad moment there, as a clause.
    """
    if not words.strip():
        return "When? Write it like thu 10:00, or 1 Dec.", True
    if read is None:
        return "Not understood. Write it like thu 10:00, or 1 Dec.", True
    at, all_day = read
    if all_day:
        today = now.astimezone(at.tzinfo).date()
        sentence, wrong = due_said(words, at.date(), today)
        return (sentence if wrong else f"{sentence} · the whole day"), wrong
    sentence, wrong = moment_said(words, at, client, now)
    return (f"{sentence} · {warning}" if warning and not wrong else sentence), wrong


def settled_words(
    item: OfferMade | EarlierPromise | ThanksOwed | EarlierQuestion, today: date
) -> str:
    """Return what a thing of before is: ``They promised: the contract, due last Mon``."""
    match item:
        case OfferMade():
            return item.title
        case EarlierPromise():
            who = "We promised" if item.by is Owner.US else "They promised"
            return f"{who}: {item.text}, due {day_words(item.due, today)}"
        case ThanksOwed():
            return f"For introducing {item.name}"
        case EarlierQuestion():
            return item.text


def moment_said(
    words: str, moment: datetime | None, client: Client, now: datetime
) -> tuple[str, bool]:
    """Return what to say of an hour in words, and whether it is wrong."""
    if not words.strip():
        return "", False
    if moment is None:
        return "Not understood. Write it like thu 10:00, or in 2 hours.", True
    if moment <= now:
        return f"That has passed: {moment_in_words(moment, client, now)}.", True
    return moment_in_words(moment, client, now), False


def due_said(words: str, day: date | None, today: date) -> tuple[str, bool]:
    """Return what to say of a promise's day in words, and whether it is wrong."""
    if not words.strip():
        return "By when? Write it like fri, 1 Dec or in 2 weeks.", True
    if day is None:
        return "Not understood. Write it like fri, 1 Dec or in 2 weeks.", True
    if day < today:
        return f"That has passed: {day_said(day, today)}.", True
    return day_said(day, today), False


def next_words(view: WrapUpView, now: datetime) -> str:
    """Return the next contact as it can be typed again: its day, and the hour of another try."""
    if view.call_again_at is not None:
        return moment_words(view.call_again_at, view.client, now)
    return view.call_again.isoformat() if view.call_again else ""


def next_said(words: str, day: date | None, today: date) -> tuple[str, bool]:
    """Return what to say of the next contact in words, and whether it is wrong."""
    if not words.strip():
        return "No day of its own: by cadence.", False
    return due_said(words, day, today)


def title(view: WrapUpView) -> Content:
    """Return with whom and how it ended: ``Wrap up · Jane Li · Northwind Traders``."""
    parts: list[str | tuple[str, str]] = [("Wrap up", "bold")]
    names = dict.fromkeys(part for part in (view.person, view.client.name) if part)
    parts.extend(f" · {name}" for name in names)
    return Content.assemble(*parts)


def ending(view: WrapUpView, zone: tzinfo | None) -> Content:
    """Return the outcome and the time it took: ``Reached · 14:02 to 14:21, 19 min``."""
    begun, ended = view.started.astimezone(zone), view.ended.astimezone(zone)
    colour = "$text-success" if view.outcome.is_reached else "$text-warning"
    minutes = max((view.ended - view.started) // timedelta(minutes=1), 0)
    took = count(minutes, "minute") if minutes < 24 * 60 else span_words(minutes // 1440)
    words = f" · {begun:%H:%M}" if minutes < 1 else f" · {begun:%H:%M} to {ended:%H:%M}, {took}"
    return Content.assemble((OUTCOME_WORDS[view.outcome], f"bold {colour}"), words)


def notes(lines: Iterable[NoteLine], zone: tzinfo | None) -> Content:
    """Return the notes with their times, each coloured by its kind."""
    drawn: list[Content] = []
    for line in lines:
        if not line.text.strip():
            continue
        at = f"{line.at.astimezone(zone):%H:%M} "
        colour = KIND_COLOURS[kind_of(line.text)]
        drawn.append(Content.assemble((at, "$text-muted"), (line.text, colour)))
    return Content("\n").join(drawn)


def answers(given: Iterable[Answer], playbook: Playbook) -> Content:
    """Return each question in its words with what was answered."""
    asked: Mapping[str, str] = {question.key: question.ask for question in playbook.questions}
    drawn = [
        Content.assemble(
            (f"{asked.get(answer.question, answer.question)} ", "$text-muted"), answer.text
        )
        for answer in given
        if answer.text
    ]
    return Content("\n").join(drawn)


def farewell(view: WrapUpView, now: datetime) -> str:
    """Return what to tell when it is saved: ``Saved. Next contact Tue 19 May.``."""
    if view.outcome is Outcome.CALL_BACK and view.call_back_at is not None:
        return f"Saved. Call back {moment_in_words(view.call_back_at, view.client, now)}."
    if view.call_again is None:
        return "Saved. The next contact comes by cadence."
    return f"Saved. Next contact {short_said(view.call_again, now.date())}."


def plain_text(view: WrapUpView) -> str:
    """Return a wrap-up as text: what was noted and answered, and what it leaves."""
    lines = [f"{view.outcome.value.capitalize()}: {view.person or view.client.name}", ""]
    lines += [line.text for line in view.notes]
    lines += [f"{answer.question.replace('_', ' ')}: {answer.text}" for answer in view.answers]
    lines += [f"Promise by {p.by}: {p.text}, due {p.due}" for p in view.promises if p.keep]
    lines += [
        ", ".join(part for part in (f"Named: {p.name}", p.company, p.email, p.phone) if part)
        for p in view.named
        if p.keep
    ]
    lines += [f"Next step: {s.kind}, {s.at:%Y-%m-%d %H:%M}" for s in view.steps if s.keep and s.at]
    lines += [f"{w.kind}: {w.text}".capitalize() for w in view.words if w.keep]
    if view.call_again:
        lines.append(f"Next contact: {view.call_again}")
    return "\n".join([*lines, view.summary]).strip()
