"""The brief to be printed: what somebody wants on paper beside the telephone, a page for a client.

What is shown is chosen so that it fits a page: the last conversation, what is owed and agreed,
the first findings of each item of the checklist, what to offer and what to ask.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, tzinfo

from followup_tui.domain.interaction import Interaction
from followup_tui.domain.playbook import ItemSource
from followup_tui.domain.promise import NextStep, Owner, Promise, PromiseState
from followup_tui.domain.text import shorten
from followup_tui.domain.views import ClientPage, Evidence, PreparationView, PreparedItem
from followup_tui.domain.words import age_words, day_words, short_day, span_words

_NOTES = 12  # lines of the last conversation
_FINDINGS = 4  # of an item of the checklist
_OWED = 8  # promises, and next steps
_OFFERS = 4
_LONGEST = 220  # characters of a finding
_TOLD_BESIDE = frozenset({ItemSource.MEMORY, ItemSource.VALUE_ADDS, ItemSource.LETTER})


@dataclass(frozen=True, slots=True)
class BriefLine:
    """A line of a section."""

    text: str
    label: str = ""
    box: bool = False
    """Whether it is something to tick off on paper."""


@dataclass(frozen=True, slots=True)
class BriefSection:
    """A heading and the lines below it."""

    title: str
    lines: tuple[BriefLine, ...]
    note: str = ""
    """A few words beside the heading."""
    room: bool = False
    """Whether the reader writes below it."""


@dataclass(frozen=True, slots=True)
class BriefPage:
    """One client."""

    name: str
    person: str
    role: str
    ways: tuple[str, ...]
    """Numbers and addresses, the first to be used first."""
    why: str
    facts: tuple[tuple[str, str], ...]
    """Label and text: their time, the account manager, since when nothing was heard …"""
    sections: tuple[BriefSection, ...]


@dataclass(frozen=True, slots=True)
class Brief:
    """The pages, and what they are of."""

    title: str
    printed: datetime
    """In the user's zone."""
    pages: tuple[BriefPage, ...]
    left_out: str = ""
    """A sentence about whom it leaves out, or nothing."""


def brief_page(view: PreparationView, *, now: datetime, zone: tzinfo) -> BriefPage:
    """Return the page of one client as of `now`, the user's; `zone` is the client's."""
    client, page = view.client, view.page
    person = client.primary
    sections = (
        _last(page, now) if page else None,
        _owed(page, now) if page else None,
        _agreed(page, now, zone) if page else None,
        *_found(view, now),
        _offers(view),
        _questions(view),
        BriefSection("Notes", (), room=True),
    )
    return BriefPage(
        name=client.name,
        person=person.name if person else "",
        role=person.role if person else "",
        ways=(*person.phones, *person.emails) if person else (),
        why=view.why,
        facts=tuple(_facts(view, now, zone)),
        sections=tuple(each for each in sections if each is not None),
    )


def _facts(view: PreparationView, now: datetime, zone: tzinfo) -> Iterator[tuple[str, str]]:
    client = view.client
    local = now.astimezone(zone)
    if local.utcoffset() != now.utcoffset():
        yield "their time", f"{local:%a %H:%M} (now)"
    reached = view.page.standing.last_reached if view.page else None
    if reached is not None:
        yield "last reached", f"{short_day(reached, now.date())}, {_ago(reached, now.date())}"
    if client.account_manager:
        yield "account manager", client.account_manager.name
    for label, words in (
        ("interests", ", ".join(client.interests)),
        ("likes", ", ".join(client.likes)),
        ("website", client.website.partition("://")[2].rstrip("/")),
        ("others there", ", ".join(each.name for each in client.people[1:])),
    ):
        if words:
            yield label, shorten(words, _LONGEST)


def _ago(day: date, today: date) -> str:
    return "today" if day >= today else f"{span_words((today - day).days)} ago"


def _last(page: ClientPage, now: datetime) -> BriefSection | None:
    """Return what was said when they were last reached, or noted last."""
    said = [each for each in page.interactions if each.notes or each.summary]
    if not said:
        return None
    last = next((each for each in said if each.outcome.is_reached), said[0])
    at = last.at.astimezone(now.tzinfo)
    with_whom = f" with {last.person}" if last.person else ""
    lines = tuple(BriefLine(line) for line in _words_of(last))
    note = f"{last.kind.value}{with_whom}, {short_day(at.date(), now.date())}"
    return BriefSection("Last time", lines[:_NOTES], note)


def _words_of(interaction: Interaction) -> Iterator[str]:
    for line in (*interaction.summary.split("\n"), *(note.text for note in interaction.notes)):
        if line.strip():
            yield shorten(line.strip(), _LONGEST)


def _owed(page: ClientPage, now: datetime) -> BriefSection | None:
    open_ones = [each for each in page.promises if each.state is PromiseState.OPEN]
    lines = tuple(_promise(each, now.date()) for each in reversed(open_ones))
    return BriefSection("Promised", lines[:_OWED]) if lines else None


def _promise(promise: Promise, today: date) -> BriefLine:
    who = "we" if promise.by is Owner.US else "they"
    return BriefLine(f"{promise.text}, due {day_words(promise.due, today)}", who, box=True)


def _agreed(page: ClientPage, now: datetime, zone: tzinfo) -> BriefSection | None:
    steps = [each for each in page.next_steps if each.done is None]
    lines = tuple(_step(each, now, zone) for each in reversed(steps))
    return BriefSection("To come", lines[:_OWED]) if lines else None


def _step(step: NextStep, now: datetime, zone: tzinfo) -> BriefLine:
    at = step.at if step.all_day else step.at.astimezone(zone)
    hour = "" if step.all_day else f" {at:%H:%M}"
    sure = "agreed" if step.agreed else "proposed"
    words = f": {step.text}" if step.text else ""
    day = day_words(at.date(), now.date())
    return BriefLine(f"{step.kind.value} {day}{hour}, {sure}{words}", box=True)


def _found(view: PreparationView, now: datetime) -> Iterator[BriefSection]:
    """Yield what was found for each item, but for those that the page tells by itself."""
    sources = {item.key: item.source for item in view.playbook.checklist}
    for item in view.items:
        if (item.evidence or item.problem) and sources.get(item.key) not in _TOLD_BESIDE:
            yield _item(item, now)


def _item(item: PreparedItem, now: datetime) -> BriefSection:
    age = age_words(item.fetched_at, now) if item.fetched_at else ""
    note = ", ".join(part for part in (item.headline, age) if part)
    lines = [_finding(each) for each in item.evidence[:_FINDINGS]]
    if item.problem:
        lines.insert(0, BriefLine(shorten(item.problem, _LONGEST), "!"))
    return BriefSection(item.label, tuple(lines), note)


def _finding(evidence: Evidence) -> BriefLine:
    return BriefLine(shorten(" ".join(evidence.text.split()), _LONGEST), evidence.label)


def _offers(view: PreparationView) -> BriefSection | None:
    chosen = [each for each in view.suggestions if each.chosen] or view.suggestions[:_OFFERS]
    lines = tuple(
        BriefLine(
            each.value_add.title + (f" (because: {each.because})" if each.because else ""),
            box=True,
        )
        for each in chosen
    )
    return BriefSection("Worth offering", lines) if lines else None


def _questions(view: PreparationView) -> BriefSection | None:
    lines = tuple(BriefLine(each.ask, box=True) for each in view.playbook.questions)
    return BriefSection("To ask", lines) if lines else None


def day_title(now: datetime) -> str:
    """Return what the brief of a whole day is called."""
    return f"{now:%A} {now.day} {now:%B %Y}"
