"""The call itself: the script, the notes, and keeping both from the first key on."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from followup_tui.domain import capture, script
from followup_tui.domain.playbook import Playbook
from followup_tui.domain.record import Clock
from followup_tui.domain.views import Asked, CallView, ClientPage
from followup_tui.domain.words import short_day
from followup_tui.services.call_drafts import CallDraft, CallDrafts, Stage, draft_of
from followup_tui.services.gather import client_page, playbook_for, why_words
from followup_tui.services.ports import Records
from followup_tui.services.suggesting import chosen
from followup_tui.settings.model import Settings


@dataclass(frozen=True, slots=True)
class Interrupted:
    """A call that was begun and not wrapped up."""

    client_id: str
    name: str
    started: datetime
    wrapping_up: bool
    """Whether it had come to its wrap-up."""


class CallService:
    """Runs calls. Every method that touches the disk raises `ports.StoreProblem`."""

    def __init__(
        self,
        records: Records,
        drafts: CallDrafts,
        playbooks: Mapping[str, Playbook],
        settings: Settings,
        clock: Clock,
    ) -> None:
        self._records = records
        self._drafts = drafts
        self._playbooks = playbooks
        self._settings = settings
        self._clock = clock

    async def begin(self, client_id: str) -> CallView:
        """Begin a call, or take up the one that was interrupted.

        Nothing is kept before `keep`. Raises `clients.NoSuchClient`.
        """
        draft = await self._drafts.load(client_id)
        return await asyncio.to_thread(self._begin, client_id, draft)

    def _begin(self, client_id: str, draft: CallDraft | None) -> CallView:
        page = client_page(
            self._records,
            client_id,
            playbooks=self._playbooks,
            settings=self._settings,
            clock=self._clock,
        )
        now = self._clock()
        playbook = playbook_for(page.reasons, self._playbooks)
        fresh = CallView(
            client=page.client,
            person=page.client.primary,
            playbook=playbook,
            why=why_words(page),
            started=now,
            path=script.begin(playbook, last_time=_last_times(page, now)),
            suggestions=chosen(page, now=now),
            page=page,
        )
        return fresh if draft is None else self._taken_up(draft, fresh)

    def answer(self, call: CallView, text: str | None) -> CallView:
        """Return the call with the question at hand answered (None: skipped) and the next one.

        Raises `domain.record.Invalid` with a sentence where the answer does not fit its type.
        """
        if call.at_hand is None:
            return call
        now = self._clock()
        last_times = _last_times(call.page, now)
        if call.at_hand.question not in call.playbook.questions:
            # The playbook changed since it was asked: what was said stays, the script goes on.
            written = script.normal(call.at_hand.question, text, today=now.date())
            given = (*call.path[:-1], replace(call.path[-1], answer=written))
            path, ended = _go_on(call.playbook, given, last_times)
        else:
            path, ended = script.answer(
                call.playbook, call.path, text, today=now.date(), last_time=last_times
            )
        return replace(call, path=path, ended=ended)

    def back(self, call: CallView) -> CallView:
        """Return the call one question back, its answer there to be changed."""
        return replace(call, path=script.back(call.path, ended=call.ended), ended=False)

    def write(self, call: CallView, text: str) -> CallView:
        """Return the call with its notes as `text` has them; lines that stood keep their stamp."""
        return replace(call, notes=capture.restamp(call.notes, text, self._clock()))

    async def keep(self, call: CallView) -> None:
        """Save the call as it stands, so that a killed terminal loses nothing before this."""
        await self._drafts.save(draft_of(call))

    async def interrupted(self) -> Sequence[Interrupted]:
        """Return the calls that were begun and not wrapped up, the oldest first."""
        zone = self._clock().tzinfo
        return [
            Interrupted(
                client_id=draft.client_id,
                name=draft.name,
                started=draft.started.astimezone(zone),
                wrapping_up=draft.stage is Stage.WRAP_UP,
            )
            for draft in await self._drafts.all()
        ]

    async def abandon(self, client_id: str) -> None:
        """Forget a call that was begun by mistake and holds nothing; one that does is kept."""
        draft = await self._drafts.load(client_id)
        if draft is None or any(line.text.strip() for line in draft.notes):
            return
        if any(asked.answer for asked in draft.path):
            return
        await self._drafts.discard(client_id, draft.started)

    async def close(self) -> None:
        """Wait until every call and wrap-up that was to be kept is on the disk."""
        await self._drafts.settled()

    def _taken_up(self, draft: CallDraft, fresh: CallView) -> CallView:
        """Return the call of a draft, as exactly as the playbooks of today allow."""
        playbook = self._playbooks.get(draft.playbook, fresh.playbook)
        now = self._clock()
        path, ended = _on_todays_script(
            playbook, draft.path, ended=draft.ended, last_times=_last_times(fresh.page, now)
        )
        named = [person for person in fresh.client.people if person.name == draft.person]
        return replace(
            fresh,
            person=named[0] if named else fresh.person,
            playbook=playbook,
            why=draft.why,
            started=draft.started.astimezone(now.tzinfo),
            path=path,
            ended=ended,
            notes=draft.notes,
            resumed=True,
        )


def _last_times(page: ClientPage | None, now: datetime) -> dict[str, str]:
    """Return, by question, what was answered the last time, and when."""
    found: dict[str, str] = {}
    for interaction in page.interactions if page else ():
        day = short_day(interaction.at.astimezone(now.tzinfo).date(), now.date())
        for answer in interaction.answers:
            if answer.text:
                found.setdefault(answer.question, f"{answer.text} ({day})")
    return found


def _on_todays_script(
    playbook: Playbook,
    path: tuple[Asked, ...],
    *,
    ended: bool,
    last_times: Mapping[str, str],
) -> tuple[tuple[Asked, ...], bool]:
    """Return a path that was kept, its questions worded as they are today.

    A question that the playbook has no more keeps its words and its answer; where it was the one
    at hand, the script goes on at the first question that was not asked yet.
    """
    if not path:
        return script.begin(playbook, last_time=last_times), False
    today = {question.key: question for question in playbook.questions}
    path = tuple(
        replace(asked, question=today.get(asked.question.key, asked.question)) for asked in path
    )
    if ended or path[-1].question.key in today:
        return path, ended
    return _go_on(playbook, path if path[-1].answer else path[:-1], last_times)


def _go_on(
    playbook: Playbook, given: tuple[Asked, ...], last_times: Mapping[str, str]
) -> tuple[tuple[Asked, ...], bool]:
    """Return `given` with the first question that is not in it yet, and whether there is none."""
    asked = {each.question.key for each in given}
    for question in playbook.questions:
        if question.key not in asked:
            last_time = last_times.get(question.key, "")
            return (*given, Asked(question, last_time=last_time)), False
    return given, True
