"""Comparing what was read from a document with what stands on it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from followup_tui.domain.page import Event, PageFacts
from followup_tui.domain.text import fold
from followup_tui.web.events import read_calendar
from tests.web.corpus.case import Case, Wanted

KINDS = (
    "title",
    "what they do",
    "offerings",
    "main text",
    "language",
    "news",
    "news dates",
    "events",
    "event times",
    "event ends",
    "event places",
    "event zones",
    "event online",
    "event status",
    "event links",
    "contacts",
    "people",
    "roles",
    "jobs",
    "prices",
    "offices",
    "shell",
)

_WORD = re.compile(r"\w+")
_ACADEMIC = re.compile(r"^(?:(?:dr|prof|professor|dipl|ing|mag|med)\s+)+")
_NO_DIGIT = re.compile(r"[^\d]")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of one kind of fact in one document."""

    kind: str
    found: int
    missed: tuple[str, ...] = ()
    wrong: tuple[str, ...] = ()


def judge(case: Case, facts: PageFacts) -> Iterator[Verdict]:
    """Yield a verdict for each kind of fact that the case judges."""
    yield from _title(case, facts)
    yield from _says(case, facts)
    yield from _offers(case, facts)
    yield from _text(case, facts)
    if case.language is not None:
        yield _one("language", case.language, facts.language, facts.language[:2] == case.language)
    yield from _news(case, facts)
    yield from _events(case, facts)
    yield from _contacts(case, facts)
    yield from _people(case, facts)
    yield from _pieces("jobs", case.jobs, [said.text for said in facts.jobs])
    yield from _prices(case, facts)
    yield from _pieces("offices", case.offices, [said.text for said in facts.offices])
    if case.shell or facts.shell:
        yield _one("shell", "a shell" if case.shell else "", facts.shell, case.shell is facts.shell)


def plain(text: str) -> str:
    """Return `text` as it is compared: its words, folded, one space between them."""
    return " ".join(_WORD.findall(fold(text)))


def alike(wanted: str, got: str) -> bool:
    """Say whether two titles are the same one but for a word or two at an end."""
    first, second = plain(wanted), plain(got)
    if first == second or not first or not second:
        return first == second
    few, many = sorted((first.split(), second.split()), key=len)
    if len(" ".join(many)) > 1.5 * len(" ".join(few)) + 3:
        return False
    return " ".join(few) in " ".join(many)


def _one(kind: str, wanted: str, got: object, right: bool) -> Verdict:
    if right:
        return Verdict(kind, 1)
    missed = (f"{wanted!r}",) if wanted else ()
    return Verdict(kind, 0, missed, (f"{got!r}",) if got else ())


def _title(case: Case, facts: PageFacts) -> Iterator[Verdict]:
    if case.title is not None:
        right = plain(facts.title) in {plain(title) for title in case.title}
        yield _one("title", case.title[0], facts.title, right)


def _says(case: Case, facts: PageFacts) -> Iterator[Verdict]:
    if case.says is None and not case.says_not:
        return
    said = plain(" ".join((facts.description, *facts.summary)))
    if said == plain(facts.title):
        said = ""  # the title once more says nothing, and claims nothing
    bad = [p for p in case.says_not if plain(p) in f"{said} {plain(facts.tagline)}"]
    if case.says is None:
        yield Verdict("what they do", 0, (), tuple(map(repr, bad)))
    elif any(plain(piece) in said for piece in case.says):
        yield Verdict("what they do", 1, (), tuple(map(repr, bad)))
    else:
        missed = (repr(case.says[0]),) if case.says else ()
        said_instead = [f"{facts.description!r} {facts.summary!r}"] if said else []
        yield Verdict("what they do", 0, missed, tuple(map(repr, bad)) or tuple(said_instead))


def _offers(case: Case, facts: PageFacts) -> Iterator[Verdict]:
    if case.offers is None:
        return
    got = [said.text for said in facts.offerings]
    right = [want for want in case.offers if any(alike(want, text) for text in got)]
    allowed = (*case.offers, *case.offers_too)
    wrong = [repr(text) for text in got if not any(alike(want, text) for want in allowed)]
    enough = min(3, len(case.offers))
    missed = [repr(want) for want in case.offers if want not in right][: enough - len(right)]
    yield Verdict(
        "offerings", min(len(right), enough), tuple(missed if len(right) < enough else ()),
        tuple(wrong),
    )  # fmt: skip


def _text(case: Case, facts: PageFacts) -> Iterator[Verdict]:
    if not case.text_has and not case.text_lacks:
        return
    text = plain(facts.main_text)
    has = [piece for piece in case.text_has if plain(piece) in text]
    missed = tuple(repr(piece) for piece in case.text_has if piece not in has)
    wrong = tuple(repr(piece) for piece in case.text_lacks if plain(piece) in text)
    yield Verdict("main text", len(has), missed, wrong)


def _news(case: Case, facts: PageFacts) -> Iterator[Verdict]:
    if case.news is None:
        return
    got = [(item.title, item.date.isoformat() if item.date else "") for item in facts.news]
    found, missed, dates_found, dates_missed, dates_wrong = 0, [], 0, [], []
    for title, day in case.news:
        same = next((item for item in got if alike(title, item[0])), None)
        if same is None:
            missed.append(f"{title!r} {day}")
            continue
        got.remove(same)
        found += 1
        if same[1] == day:
            dates_found += bool(day)
        else:
            dates_missed += [f"{title!r} {day}"] if day else []
            dates_wrong += [f"{title!r} {same[1]}"] if same[1] else []
    wrong = [f"{t!r} {d}" for t, d in got if not any(alike(want, t) for want in case.news_too)]
    yield Verdict("news", found, tuple(missed), tuple(wrong))
    yield Verdict("news dates", dates_found, tuple(dates_missed), tuple(dates_wrong))


# Events


def _events(case: Case, facts: PageFacts) -> Iterator[Verdict]:
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


# The others


def _contacts(case: Case, facts: PageFacts) -> Iterator[Verdict]:
    if case.contacts is not None:
        got = {_way(contact.value) for contact in facts.contacts}
        wanted = {_way(value) for value in case.contacts}
        yield Verdict(
            "contacts",
            len(got & wanted),
            tuple(sorted(wanted - got)),
            tuple(sorted(got - wanted - {_way(value) for value in case.contacts_too})),
        )


def _way(value: str) -> str:
    """Return a phone as its digits, an address as it is compared."""
    if "/" in value:
        return re.sub(r"^https?://(www\.)?", "", value.lower()).rstrip("/")
    if "@" in value:
        return value.lower()
    return "+" + _NO_DIGIT.sub("", value)


def _people(case: Case, facts: PageFacts) -> Iterator[Verdict]:
    if case.people is None:
        return
    got = {_name(named.name): named.role for named in facts.people}
    found, missed, roles_found, roles_missed, roles_wrong = 0, [], 0, [], []
    for name, role in case.people:
        if _name(name) not in got:
            missed.append(repr(name))
            continue
        found += 1
        there = got.pop(_name(name))
        if role and (plain(role) in plain(there) or plain(there) in plain(role)) and there:
            roles_found += 1
        elif role:
            roles_missed.append(f"{name}: {role!r}")
            roles_wrong += [f"{name}: {there!r}"] if there else []
    wrong = tuple(n for n in got if not any(_name(one) == n for one in case.people_too))
    yield Verdict("people", found, tuple(missed), wrong)
    yield Verdict("roles", roles_found, tuple(roles_missed), tuple(roles_wrong))


def _name(name: str) -> str:
    """Return a name as it is compared: without the titles before it."""
    return _ACADEMIC.sub("", plain(name))


def _pieces(kind: str, wanted: Iterable[str] | None, got: Sequence[str]) -> Iterator[Verdict]:
    """Judge short texts of which each has to hold a wanted piece, and each piece to be held."""
    if wanted is None:
        return
    pieces, rest, missed = list(wanted), list(got), []
    for piece in pieces:
        there = [text for text in rest if plain(piece) in plain(text)]
        if there:
            rest.remove(there[0])
        else:
            missed.append(repr(piece))
    wrong = [repr(t) for t in rest if not any(plain(piece) in plain(t) for piece in pieces)]
    yield Verdict(kind, len(pieces) - len(missed), tuple(missed), tuple(wrong))


def _prices(case: Case, facts: PageFacts) -> Iterator[Verdict]:
    if case.prices is None:
        return
    rest = [said.text for said in facts.prices]
    missed = []
    for label, amount in case.prices:
        same = next((t for t in rest if plain(label) in plain(t) and amount in t), None)
        if same is None:
            missed.append(f"{label!r} {amount}")
        else:
            rest.remove(same)
    wrong = tuple(map(repr, rest))
    yield Verdict("prices", len(case.prices) - len(missed), tuple(missed), wrong)
