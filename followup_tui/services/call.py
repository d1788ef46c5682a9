"""The call itself: the script, the notes, and keeping both from the first key on."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from followup_tui.domain import script
from followup_tui.domain.calling.under_way import Interrupted
from followup_tui.domain.client import Client
from followup_tui.domain.interaction import InteractionKind
from followup_tui.domain.notes import capture
from followup_tui.domain.playbook import Playbook, PlaybookError, Trigger
from followup_tui.domain.record import Clock
from followup_tui.domain.script import Walk
from followup_tui.domain.text import fold
from followup_tui.domain.value_add import OfferState
from followup_tui.domain.views import CallView, ClientPage, PadPlace, Suggestion
from followup_tui.domain.words import short_day
from followup_tui.services.call_changes import NO_SCRIPT, client_changed, playbook_changed
from followup_tui.services.call_drafts import CallDraft, CallDrafts, draft_of
from followup_tui.services.calls_begun import LeftBehind, interrupted_of
from followup_tui.services.gather import client_page, known_client, playbook_for, why_words
from followup_tui.services.ports import Records
from followup_tui.services.suggesting import chosen
from followup_tui.settings.model import Settings

KINDS = (InteractionKind.CALL, InteractionKind.COFFEE, InteractionKind.MEETING)
"""How a conversation can be held in the cockpit, in the order in which a key goes through them."""


@dataclass(frozen=True, slots=True)
class Way:
    """A playbook by which a call can be held, and why it would be."""

    key: str
    name: str
    why: str = ""
    """The reason on the list that asks for it; empty when none does."""


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

    async def begin(
        self, client_id: str, *, trigger: Trigger | None = None, person: str = ""
    ) -> CallView:
        """Begin a call, or take up the one that was interrupted.

        It goes by the playbook of the most pressing reason, or of a `trigger` that is meant, and
        is with the first person there, or with the one who is named. Nothing is kept before
        `keep`. Raises `clients.NoSuchClient`; `left_behind` has what was kept of a call with
        somebody who is not there any more.
        """
        draft = await self._drafts.load(client_id)
        return await asyncio.to_thread(self._begin, client_id, draft, trigger, person)

    def _begin(
        self, client_id: str, draft: CallDraft | None, trigger: Trigger | None, name: str
    ) -> CallView:
        page, now = self._page(client_id), self._clock()
        playbook = self._playbook_for(page, trigger)
        named = (each for each in page.client.people if fold(each.name) == fold(name))
        fresh = CallView(
            client=page.client,
            person=next(named, page.client.primary),
            playbook=playbook,
            why=why_words(page),
            started=now,
            path=(),
            suggestions=chosen(page, now=now),
            kind=playbook.kind if playbook.kind in KINDS else InteractionKind.CALL,
            page=page,
            told=playbook_changed(playbook.key, Walk(), playbook),
        )
        if draft is not None:
            return self._taken_up(draft, fresh)
        return self._walked(fresh, script.begin(playbook, last_time=_last_times(page, now)))

    def _playbook_for(self, page: ClientPage, trigger: Trigger | None) -> Playbook:
        meant = [each for each in self._playbooks.values() if each.due.trigger is trigger]
        if meant:
            return meant[-1]  # the user's own, which is loaded last
        try:
            return playbook_for(page.reasons, self._playbooks)
        except PlaybookError:  # the desk says which file it is and what is wrong with it
            return NO_SCRIPT

    def _page(self, client_id: str) -> ClientPage:
        return client_page(
            self._records,
            client_id,
            playbooks=self._playbooks,
            settings=self._settings,
            clock=self._clock,
        )

    # The script

    def answer(self, call: CallView, text: str | None) -> CallView:
        """Return the call with the question at hand answered (None: skipped) and the next one.

        Raises `domain.record.Invalid` with a sentence where the answer does not fit its type.
        """
        if call.at_hand is None:
            return call
        now = self._clock()
        walk = script.answer(
            call.playbook,
            _walk(call),
            text,
            today=now.date(),
            last_time=_last_times(call.page, now),
        )
        return self._walked(call, walk)

    def back(self, call: CallView, *, to: int | None = None) -> CallView:
        """Return the call one question back, or at that of index `to`, its answer to be changed."""
        return self._walked(call, script.back(_walk(call), to=to))

    def finish(self, call: CallView) -> CallView:
        """Return the call with all that was answered on its path, also if somebody went back."""
        return self._walked(call, self._onward(call, _walk(call)))

    def ways(self, call: CallView) -> tuple[Way, ...]:
        """Return by which playbooks the call can be held: those with a reason first."""
        why: dict[str, str] = {}
        for reason in call.page.reasons if call.page else ():
            why.setdefault(reason.playbook, reason.text)
        known = {call.playbook.key: call.playbook, **self._playbooks}
        order = [key for key in why if key in known]
        order += [key for key in known if key not in why]
        return tuple(Way(key, known[key].name, why.get(key, "")) for key in order)

    def use(self, call: CallView, playbook: str) -> CallView:
        """Return the call by another playbook; what was answered is set aside and comes back."""
        other = self._playbooks.get(playbook)
        if other is None or other.key == call.playbook.key:
            return call
        last_times = _last_times(call.page, self._clock())
        reasons = call.page.reasons if call.page else ()
        why = next((reason.text for reason in reasons if reason.playbook == playbook), call.why)
        turned = script.turn_to(other, _walk(call), last_time=last_times)
        return self._walked(replace(call, playbook=other, why=why), turned)

    def _onward(self, call: CallView, walk: Walk) -> Walk:
        last_times = _last_times(call.page, self._clock())
        return script.onward(call.playbook, walk, last_time=last_times)

    def _walked(self, call: CallView, walk: Walk) -> CallView:
        left = self._onward(call, walk).aside
        return replace(
            call,
            path=walk.path,
            ended=walk.ended,
            aside=walk.aside,
            off_path=tuple(asked for asked in left if asked.answer),
        )

    # What else belongs to it

    def write(self, call: CallView, text: str) -> CallView:
        """Return the call with its notes as `text` has them; lines that stood keep their stamp."""
        return replace(call, notes=capture.restamp(call.notes, text, self._clock()))

    def hold_as(self, call: CallView, kind: InteractionKind) -> CallView:
        """Return the call held as a call, a coffee or a meeting; all else stays."""
        return replace(call, kind=kind) if kind in KINDS else call

    def offer(self, call: CallView, value_add_id: str, state: OfferState | None) -> CallView:
        """Return the call with what came of a value-add; None: it was not spoken of."""
        offered = {key: kept for key, kept in call.offered.items() if key != value_add_id}
        if state is not None:
            offered[value_add_id] = state
        return replace(call, offered=offered)

    def with_more(self, call: CallView, suggestions: Iterable[Suggestion]) -> CallView:
        """Return the call with what may be offered, as the preparation suggests it now.

        What was chosen for the call or ticked in it stays, whatever is suggested.
        """
        suggested = tuple(suggestions)
        mine = {each.value_add.id for each in call.suggestions}
        known = {each.value_add.id for each in suggested}
        ticked = (each for each in call.more if each.value_add.id in call.offered.keys() - known)
        more = [each for each in (*suggested, *ticked) if each.value_add.id not in mine]
        return replace(call, more=tuple(more))

    def at(self, call: CallView, place: PadPlace) -> CallView:
        """Return the call with the place in the notes where the user is."""
        return replace(call, place=place)

    # Keeping, and finding again

    async def keep(self, call: CallView) -> None:
        """Save the call as it stands, so that a killed terminal loses nothing before this."""
        await self._drafts.save(draft_of(call))

    async def look_again(self, call: CallView) -> CallView:
        """Return the call with its client as they stand in the records now.

        What another program changed is told in `told`. Raises `clients.NoSuchClient` where the
        client was removed.
        """
        return await asyncio.to_thread(self._look_again, call)

    def _look_again(self, call: CallView) -> CallView:
        client = known_client(self._records, call.client.id)
        if client == call.client:
            return call
        named = [each for each in client.people if call.person and each.name == call.person.name]
        return replace(
            call,
            client=client,
            person=named[0] if named else client.primary,
            page=self._page(client.id),
            told=client_changed(call.client, client),
        )

    async def interrupted(self) -> Sequence[Interrupted]:
        """Return the calls that were begun and not wrapped up, the oldest first."""
        return [interrupted_of(draft, self._clock().tzinfo) for draft in await self._drafts.all()]

    async def left_behind(self, client_id: str) -> LeftBehind | None:
        """Return what is kept of the call with a client who was removed, or None."""
        draft = await self._drafts.load(client_id)
        return LeftBehind.of(draft, self._clock().tzinfo) if draft else None

    async def let_go(self, client_id: str) -> None:
        """Forget the call with a client who was removed: nothing can be made of it any more.

        One with a client who is there is kept.
        """
        draft = await self._drafts.load(client_id)
        client = await asyncio.to_thread(self._records.get, Client, client_id)
        if draft is not None and client is None:
            await self._drafts.discard(client_id, draft.started)

    async def abandon(self, client_id: str) -> None:
        """Forget a call that was begun by mistake and holds nothing; one that does is kept."""
        draft = await self._drafts.load(client_id)
        if draft is None or draft.offered or any(line.text.strip() for line in draft.notes):
            return
        if any(asked.answer for asked in (*draft.path, *draft.aside)):
            return
        await self._drafts.discard(client_id, draft.started)

    async def close(self) -> None:
        """Wait until every call and wrap-up that was to be kept is on the disk."""
        await self._drafts.settled()

    def _taken_up(self, draft: CallDraft, fresh: CallView) -> CallView:
        """Return the call of a draft, as exactly as the playbooks of today allow."""
        playbook = self._playbooks.get(draft.playbook, fresh.playbook)
        now = self._clock()
        kept = Walk(draft.path, draft.ended, draft.aside)
        walk = script.taken_up(playbook, kept, last_time=_last_times(fresh.page, now))
        named = [person for person in fresh.client.people if person.name == draft.person]
        call = replace(
            fresh,
            person=named[0] if named else fresh.person,
            playbook=playbook,
            why=draft.why,
            started=draft.started.astimezone(now.tzinfo),
            notes=draft.notes,
            place=draft.place,
            offered=draft.offered,
            kind=draft.kind or fresh.kind,
            resumed=True,
            told=playbook_changed(draft.playbook, kept, playbook),
        )
        return self._walked(call, walk)


def _walk(call: CallView) -> Walk:
    return Walk(call.path, call.ended, call.aside)


def _last_times(page: ClientPage | None, now: datetime) -> dict[str, str]:
    """Return, by question, what was answered the last time, and when."""
    found: dict[str, str] = {}
    for interaction in page.interactions if page else ():
        day = short_day(interaction.at.astimezone(now.tzinfo).date(), now.date())
        for answer in interaction.answers:
            if answer.text:
                found.setdefault(answer.question, f"{answer.text} ({day})")
    return found
