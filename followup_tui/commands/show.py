"""`followup show`: all that is known of one client."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from datetime import date, datetime

from followup_tui.commands import shapes, timeline
from followup_tui.commands.paper import Paper
from followup_tui.commands.run import Run
from followup_tui.desk import Desk
from followup_tui.domain.client import Client
from followup_tui.domain.closing_words import NAMES, pencilled_words, project_words, step_words
from followup_tui.domain.due.quiet_days import in_words
from followup_tui.domain.promise import Owner, Promise, PromiseState, StepKind
from followup_tui.domain.timeline.entries import Entry
from followup_tui.domain.views import ClientPage
from followup_tui.domain.words import count, day_words, short_day, span_words


def run(asked: Run) -> int:
    """Print one client."""
    whole = bool(asked.given.all)
    with asked.desk() as desk:
        page, entries = asyncio.run(_found(desk, asked.given.client))
        if asked.json:
            shown = entries if whole else entries[: timeline.FIRST]
            asked.show_json(
                {
                    **shapes.client_page(page),
                    "timeline": [timeline.shape(entry) for entry in shown],
                    "timeline_left_out": len(entries) - len(shown),
                }
            )
        else:
            now = desk.clock()
            _Text(asked.paper, now).write(page)
            timeline.write(asked.paper, entries, today=now.date(), whole=whole)
    return 0


async def _found(desk: Desk, words: str) -> tuple[ClientPage, tuple[Entry, ...]]:
    client = await desk.clients.find(words)
    return await desk.clients.page(client.id), await timeline.read(desk, client)


class _Text:
    """Writes a client for a reader, as of one moment."""

    def __init__(self, paper: Paper, now: datetime) -> None:
        self._paper = paper
        self._now = now

    def write(self, page: ClientPage) -> None:
        """Write everything, section by section."""
        self._paper.line(page.client.name)
        for reason in page.reasons:
            self._paper.line(f"! {reason.text}", hang=2)
        self._about(page)
        self._people(page.client)
        self._section("To come", self._to_come(page))
        self._section("Promises", (self._promise(p) for p in page.promises))
        self._projects(page)
        self._section("Met", self._met(page))
        self._section(
            "Offered before",
            (f"{thing.title}: {offer.state.value}" for offer, thing in page.offers),
        )

    def _day(self, day: date) -> str:
        return short_day(day, self._now.date())

    def _local(self, moment: datetime) -> datetime:
        return moment.astimezone(self._now.tzinfo)

    def _section(self, title: str, lines: Iterable[str]) -> None:
        rows = list(lines)
        if rows:
            self._paper.head(title)
        for row in rows:
            self._paper.line(f"- {row}", indent=2, hang=4)

    def _about(self, page: ClientPage) -> None:
        """Write the client itself, label by label."""
        client, standing = page.client, page.standing
        reached = standing.last_reached
        ago = span_words((self._now.date() - reached).days) if reached else ""
        manager, origin = client.account_manager, client.origin
        tries = standing.unanswered
        rows = [
            ("website", client.website),
            ("competitors", ", ".join(c.name for c in client.competitors)),
            ("interests", ", ".join(client.interests)),
            ("likes", ", ".join(client.likes)),
            ("dislikes", ", ".join(client.dislikes)),
            ("open questions", "; ".join(client.open_questions)),
            ("tags", ", ".join(client.tags)),
            ("account manager", manager.name if manager else ""),
            ("time zone", client.zone),
            ("came by", origin.kind.value + (f": {origin.detail}" if origin.detail else "")),
            ("introduced by", page.introduced_by),
            ("courses", ", ".join(page.courses)),
            ("last reached", f"{self._day(reached)}, {ago} ago" if reached else "never"),
            ("unanswered", count(tries, "try", "tries") if tries else ""),
            ("call again", self._day(client.call_again) if client.call_again else ""),
            ("snoozed until", self._day(client.snoozed_until) if client.snoozed_until else ""),
            ("do not call", self._wish(client)),
            ("left alone", ", ".join(in_words(q, self._now.date()) for q in client.quiet)),
        ]  # fmt: skip
        self._paper.rows(rows, indent=2)
        if client.about:
            self._paper.paragraphs(client.about, indent=2)

    def _wish(self, client: Client) -> str:
        wish = client.do_not_call
        if wish is None:
            return ""
        return f"since {self._day(wish.since)}" + (f": {wish.why}" if wish.why else "")

    def _people(self, client: Client) -> None:
        """Write the people, the primary contact first."""
        if client.people:
            self._paper.head("People")
        for person in client.people:
            ways = ", ".join((*person.phones, *person.emails))
            role = f", {person.role}" if person.role else ""
            self._paper.line(f"- {person.name}{role}", indent=2, hang=4)
            if ways:
                self._paper.line(ways, indent=4)

    def _to_come(self, page: ClientPage) -> Iterable[str]:
        """Yield the next steps that are not done."""
        for step in page.next_steps:
            if step.done is not None:
                continue
            words = f": {step.text}" if step.text else ""
            if step.kind is StepKind.BOOKING:
                yield f"booking {pencilled_words(step, self._now.date())}{words}"
                continue
            at = self._local(step.at)
            hour = "" if step.all_day else f" {at:%H:%M}"
            sure = "" if step.agreed else " (proposed)"
            yield f"{day_words(at.date(), self._now.date())}{hour} {step.kind.value}{sure}{words}"

    def _promise(self, promise: Promise) -> str:
        who = "we owe" if promise.by is Owner.US else "they owe"
        if promise.state is PromiseState.OPEN:
            state = f"due {day_words(promise.due, self._now.date())} · {promise.id}"
        else:
            state = promise.state.value
        return f"{who}: {promise.text}, {state}"

    def _projects(self, page: ClientPage) -> None:
        """Write each project, and under it where its closing steps stand."""
        today = self._now.date()
        if page.projects:
            self._paper.head("Projects")
        for project in page.projects:
            words = f"- {project.title}: {project_words(project, today)}"
            self._paper.line(words, indent=2, hang=4)
            for step in project.wanted_steps if project.ended else ():
                note = f": {step.note}" if step.note else ""
                stands = step_words(step, project, None, today)
                self._paper.line(f"{NAMES[step.kind]}: {stands}{note}", indent=4, hang=6)

    def _met(self, page: ClientPage) -> Iterable[str]:
        """Yield the encounters, one line each."""
        for met in page.encounters:
            where = f" at {met.where}" if met.where else ""
            yield f"{self._day(met.day)}: {met.person}{where}, {met.warmth.value}"
            for label, text in (
                ("talked about", met.talked_about),
                ("in common", met.in_common),
                ("learned", met.learned),
                ("promised", met.promised),
            ):
                if text:
                    yield f"{label}: {text}"
