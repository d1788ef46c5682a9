"""A line to send before calling, so that the call comes at a good moment and is no surprise.

It is made of what is recorded: who it is, why they are called, and an hour that suits their day.
It goes to the clipboard and no further; the user sends it by whatever they write to each other.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from followup_tui.domain.calling.next_try import Trying, next_try
from followup_tui.domain.calling.whereabouts import Whereabouts
from followup_tui.domain.client import Person
from followup_tui.domain.encounter import Encounter, Warmth
from followup_tui.domain.letters.wording import first_name, greeted_as
from followup_tui.domain.promise import NextStep
from followup_tui.domain.queue import Reason, ReasonKind
from followup_tui.domain.record import LINE_LIMIT
from followup_tui.domain.text import clean_line, shorten
from followup_tui.domain.views import ClientPage
from followup_tui.domain.words import span_words

NOTICE = timedelta(minutes=20)
"""How long before the call the line is sent: long enough to be read, short enough to hold."""
_QUARTER = timedelta(minutes=15)
_LAST = timedelta(minutes=15)
"""No call is asked for so shortly before they close."""
_QUOTED = 80  # characters of something recorded that are named in the line

_LONG = 30
"""Days without a talk from which it is worth saying how many they were."""
_ABOUT_THEM = re.compile(r"\b(?:he|she|his|her|hers|him|they|them|their)\b", re.IGNORECASE)
"""What was noted about somebody: not to be said to them."""


@dataclass(frozen=True, slots=True)
class Sender:
    """Who calls."""

    name: str = ""
    company: str = ""
    city: str = ""
    """Of the user's time zone; empty where that has none."""


def heads_up(
    page: ClientPage,
    person: Person | None,
    *,
    theirs: Whereabouts,
    me: Sender,
    now: datetime,
) -> str:
    """Return the line: a greeting, why, the hour asked for, and who asks.

    The hour is told in their time, and in the user's beside it where the two clocks differ. `now`
    carries the user's zone.
    """
    reason = page.reasons[0] if page.reasons else None
    agreed = _agreed_hour(reason, now)
    at = agreed or when_to_call(theirs, now)
    hour = _hour(at, theirs, me, now)
    name = greeted_as(person.name) if person else ""
    greeting = f"Hello {name}," if name else "Hello,"
    line = f"{greeting} {_why(page, reason, hour, agreed=agreed is not None, now=now)}"
    return shorten(clean_line(f"{line} {_signed(me, page)}"), LINE_LIMIT)


def when_to_call(theirs: Whereabouts, now: datetime) -> datetime:
    """Return the hour to ask for: soon if they are at work, else when they are again.

    It is a quarter of an hour of their clock; within their office hours, and on no holiday.
    """
    soon = theirs.local(_next_quarter(now.astimezone(UTC) + NOTICE))
    if theirs.is_open(soon) and theirs.hours.holds(soon + _LAST):
        return soon
    trying = Trying(now, theirs.zone, theirs.hours, is_off=lambda day: bool(theirs.holiday(day)))
    return next_try(theirs.local(now).date(), trying) or soon


def _next_quarter(moment: datetime) -> datetime:
    start = moment.replace(minute=0, second=0, microsecond=0)
    return start + -(-(moment - start) // _QUARTER) * _QUARTER


def _agreed_hour(reason: Reason | None, now: datetime) -> datetime | None:
    """Return the hour that was agreed for the call, if it is still to come."""
    if reason is None or reason.at is None or reason.at <= now:
        return None
    return reason.at if reason.kind in {ReasonKind.CALL_BACK, ReasonKind.NEXT_STEP} else None


def _hour(at: datetime, theirs: Whereabouts, me: Sender, now: datetime) -> str:
    """Return ``at 14:30``, with the day if it is not today, and both times where they differ."""
    local, here = theirs.local(at), at.astimezone(now.tzinfo)
    day = _day(local.date(), theirs.local(now).date())
    if local.utcoffset() == here.utcoffset():
        return f"{day}at {local:%H:%M}"
    other = "" if local.date() == here.date() else f"{here:%A} "
    where = f"in {me.city}" if me.city else "my time"
    return f"{day}at {local:%H:%M} your time ({other}{here:%H:%M} {where})"


def _day(day: date, today: date) -> str:
    distance = (day - today).days
    if distance == 0:
        return ""
    if distance == 1:
        return "tomorrow "
    return f"on {day:%A} " if distance < 7 else f"on {day:%A}, {day.day} {day:%B} "


@dataclass(frozen=True, slots=True)
class _Call:
    """What the sentence between the greeting and the name is made of."""

    page: ClientPage
    reason: Reason
    hour: str
    agreed: bool
    """Whether the hour was agreed on."""
    now: datetime


def _why(page: ClientPage, reason: Reason | None, hour: str, *, agreed: bool, now: datetime) -> str:
    """Return what is said between the greeting and the name."""
    if reason is None:
        return _in_touch(page, hour, now)
    say = _WORDS.get(reason.kind)
    call = _Call(page, reason, hour, agreed, now)
    return say(call) if say else _in_touch(page, hour, now)


def _in_touch(page: ClientPage, hour: str, now: datetime) -> str:
    under_way = [p for p in page.projects if p.under_way]
    if under_way:
        title = shorten(under_way[0].title, _QUOTED)
        return f"how does “{title}” look from your side? May I call you {hour}?"
    last = page.standing.last_reached
    days = (now.date() - last).days if last else 0
    if days < _LONG:
        return f"may I call you {hour}? It will not take long."
    since = f"it has been {span_words(days)} since we spoke"
    ended = [p for p in page.projects if p.ended is not None and p.ended <= now.date()]
    if ended:
        title = shorten(ended[0].title, _QUOTED)
        return f"{since}, and I keep wondering how “{title}” is doing. May I call you {hour}?"
    return f"{since}, and I would like to hear how you are. May I call you {hour}?"


def _promised(call: _Call) -> str:
    """Return what is owed, in the words of the list: ``promised [to] …, due yesterday``."""
    words = call.reason.text.rpartition(", due ")[0].removeprefix("promised ").rstrip(". ")
    ask = f"May I call you about it {call.hour}?"
    if not words or _ABOUT_THEM.search(words):
        return f"I still owe you something, and I have not forgotten. {ask}"
    words = shorten(words, _QUOTED)
    if words.startswith("to "):
        return (
            f"I told you that I would {words.removeprefix('to ')}, and I have not forgotten. {ask}"
        )
    return f"I still owe you something: {words}. {ask}"


def _call_back(call: _Call) -> str:
    if call.agreed:
        return (
            f"I will call you back {call.hour}, as we said. If that no longer suits, tell me when."
        )
    return f"I owe you a call back. Is it all right {call.hour}?"


def _step(call: _Call) -> str:
    steps = (each for each in call.page.next_steps if each.id == call.reason.record_id)
    step: NextStep | None = next(steps, None)
    what = step.kind.value if step else "talk"
    if call.agreed:
        return f"I am looking forward to our {what} {call.hour}. Does it still suit you?"
    return f"we wanted to find a time for our {what}. May I call you {call.hour} to settle it?"


def _new(call: _Call) -> str:
    page, hour = call.page, call.hour
    met = next((each for each in page.encounters if each.id == call.reason.record_id), None)
    if met is None:
        who = page.introduced_by
        named = f"{who} gave me your name" if who else "your name was given to me"
        return f"{named} and thought that we should talk. Would a short call {hour} suit you?"
    where = f" at {_place(met)}" if met.where else ""
    if met.warmth is Warmth.CARD_ONLY:
        return (
            f"we swapped cards{where} and hardly had time to talk. May I call you {hour}? "
            "I am curious what you do."
        )
    talked = shorten(clean_line(met.talked_about).rstrip("."), _QUOTED)
    about = f" What you told me has stayed with me ({talked})."
    if not talked or _ABOUT_THEM.search(talked):
        about = ""
    return f"it was good to meet you{where}.{about} May I call you {hour}?"


def _place(met: Encounter) -> str:
    """Return where somebody was met, with an article where it is no name of its own."""
    where = met.where
    needs = where[:1].islower() and not where.lower().startswith(("the ", "a ", "an "))
    return f"the {where}" if needs else where


def _closing(call: _Call) -> str:
    found = (each for each in call.page.projects if each.id == call.reason.record_id)
    project = next(found, None)
    title = f"“{shorten(project.title, _QUOTED)}”" if project else "what we built for you"
    return (
        f"how is {title} doing, now that it is yours? May I call you {call.hour} to hear about it?"
    )


def _coffee(call: _Call) -> str:
    courses = call.page.courses
    course = f" “{shorten(courses[0], _QUOTED)}”" if courses else ""
    return (
        f"you were on our course{course}, and coffee is on us: 20 minutes, and bring what you are "
        f"stuck on. May I call you {call.hour} to find a time?"
    )


def _thanks(call: _Call) -> str:
    named = call.reason.text.partition(" for introducing ")[2]
    what = f"introducing {named} to us"
    if not named or _ABOUT_THEM.search(named):
        what = "the introduction"
    return f"thank you for {what}. May I call you {call.hour} to tell you what came of it?"


def _theirs(call: _Call) -> str:
    return f"may I call you {call.hour} to hear how far you have come with what we spoke about?"


def _fitting(call: _Call) -> str:
    return f"I came across something that made me think of you. May I call you {call.hour}?"


_WORDS: dict[ReasonKind, Callable[[_Call], str]] = {
    ReasonKind.PROMISE: _promised,
    ReasonKind.CALL_BACK: _call_back,
    ReasonKind.NEXT_STEP: _step,
    ReasonKind.NEW_CONTACT: _new,
    ReasonKind.PROJECT_CLOSING: _closing,
    ReasonKind.COFFEE: _coffee,
    ReasonKind.THANKS: _thanks,
    ReasonKind.THEIR_PROMISE: _theirs,
    ReasonKind.FITTING: _fitting,
}
"""Keeping in touch has no reason of its own to name, and is said by `_in_touch`."""


def _signed(me: Sender, page: ClientPage) -> str:
    """Return who asks: by first name, but in full to somebody who was never spoken to."""
    if not me.name:
        return ""
    if page.standing.reached:
        return first_name(me.name)
    return f"{me.name}, {me.company}" if me.company else me.name
