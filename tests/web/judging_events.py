"""Comparing the events that were read with those that a careful reader would write down."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime

from followup_tui.domain.page import Event, PageFacts
from followup_tui.web.events import read_calendar
from tests.web.corpus.case import Case, Wanted
from tests.web.verdict import Verdict, alike, plain


def judge_events(case: Case, facts: PageFacts) -> Iterator[Verdict]:
    if case.events is None:
        return
    got = list(facts.events)
    if case.until is not None:
        got = read_calendar(case.content, now=case.now, until=case.until, url=case.url)
    pairs, missed = [], []
    for wanted in case.events:
        same = next((event for event in got if _is_same(wanted, event)), None)
        if same is not None:
            got.remove(same)
            pairs.append((wanted, same))
        elif not wanted.maybe:
            missed.append(f"{wanted.titles[0]!r} {_moment(wanted.start, wanted.all_day)}")
    wrong = tuple(f"{event.title!r} {_moment(event.start, event.all_day)}" for event in got)
    yield Verdict("events", len(pairs), tuple(missed), wrong)
    for kind, rule in _RULES.items():
        yield _detail(kind, pairs, rule)


def _moment(start: datetime, all_day: bool) -> str:
    return start.date().isoformat() if all_day else start.isoformat(timespec="minutes")


def _is_same(wanted: Wanted, event: Event) -> bool:
    """Say whether it is the event: its title and day; and its hour, if one was read."""
    if not any(alike(title, event.title) for title in wanted.titles):
        return False
    starts = [wanted.start, *([wanted.instead] if wanted.instead else [])]
    if wanted.all_day or event.all_day:
        return event.start.date() in {start.date() for start in starts}
    return any(_same_time(start, event.start) for start in starts)


def _same_time(wanted: datetime, got: datetime) -> bool:
    if wanted.tzinfo is not None and got.tzinfo is not None:
        return wanted.astimezone(UTC) == got.astimezone(UTC)
    return wanted.replace(tzinfo=None, second=0) == got.replace(tzinfo=None, second=0)


Answer = tuple[str, str, bool] | None
"""What was wanted, what there was, whether it is right. None: not judged."""


def _times(wanted: Wanted, event: Event) -> Answer:
    want = "" if wanted.all_day else wanted.start.time().isoformat("minutes")
    got = "" if event.all_day else event.start.time().isoformat("minutes")
    return want, got, wanted.all_day == event.all_day


def _ends(wanted: Wanted, event: Event) -> Answer:
    if wanted.end is None:
        return None
    got = event.end.isoformat() if event.end else ""
    if event.end is None:
        right = False
    elif wanted.all_day:
        right = event.end.date() == wanted.end.date()
    else:
        right = _same_time(wanted.end, event.end)
    return wanted.end.isoformat(), got, right


def _places(wanted: Wanted, event: Event) -> Answer:
    if not wanted.place:
        return None
    return wanted.place, event.location, plain(wanted.place) in plain(event.location)


def _zones(wanted: Wanted, event: Event) -> Answer:
    if wanted.start.tzinfo is None or wanted.all_day:
        return None
    zone = str(event.start.tzinfo or event.zone or "")
    return str(wanted.start.tzinfo), zone, bool(zone)


def _online(wanted: Wanted, event: Event) -> Answer:
    if wanted.online is None or (not wanted.online and not event.online):
        return None
    words = {True: "online", False: ""}
    return words[wanted.online], words[event.online], wanted.online is event.online


def _status(wanted: Wanted, event: Event) -> Answer:
    if wanted.maybe and not wanted.instead:
        return None  # one that may be left out, such as a rule's next day, may be unsure as well
    status = "unsure" if wanted.instead else wanted.status
    if status == event.status.value:
        return ("", "", True) if status != "scheduled" else None
    return (
        status if status != "scheduled" else "",
        event.status.value if event.status.value != "scheduled" else "",
        False,
    )


def _links(wanted: Wanted, event: Event) -> Answer:
    if not wanted.link:
        return None
    return wanted.link, event.url, event.url.rstrip("/").endswith(wanted.link.rstrip("/"))


_RULES: dict[str, Callable[[Wanted, Event], Answer]] = {
    "event times": _times,
    "event ends": _ends,
    "event places": _places,
    "event zones": _zones,
    "event online": _online,
    "event status": _status,
    "event links": _links,
}


def _detail(
    kind: str, pairs: Sequence[tuple[Wanted, Event]], rule: Callable[[Wanted, Event], Answer]
) -> Verdict:
    found, missed, wrong = 0, [], []
    for wanted, event in pairs:
        answer = rule(wanted, event)
        if answer is None:
            continue
        want, got, right = answer
        if right:
            found += 1
            continue
        missed += [f"{event.title!r}: {want!r}"] if want else []
        wrong += [f"{event.title!r}: {got!r}"] if got else []
    return Verdict(kind, found, tuple(missed), tuple(wrong))
