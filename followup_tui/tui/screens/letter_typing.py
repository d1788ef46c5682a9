"""A letter while it is typed: kept, and checked beside the keyboard's way."""

from __future__ import annotations

import asyncio
from dataclasses import replace as view_with
from typing import TYPE_CHECKING

from msgspec.structs import replace
from textual import on
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Static

from followup_tui.desk import Desk
from followup_tui.domain.letter import Letter
from followup_tui.domain.letters.view import LetterView, check_letter, checked_text
from followup_tui.domain.text import clean_typed, fold
from followup_tui.services.clients import NoSuchClient
from followup_tui.services.ports import StoreProblem
from followup_tui.tui.anew import anew
from followup_tui.tui.autosave import Autosave, Kept
from followup_tui.tui.closing import ClosingScreen
from followup_tui.tui.elsewhere import Held
from followup_tui.tui.panes.letter_check import FactRows, LetterCheckPane, VerdictLine
from followup_tui.tui.panes.letter_head import Head, LetterHead
from followup_tui.tui.panes.letter_pad import LetterPad
from followup_tui.tui.present import call as present_call
from followup_tui.tui.present import letter as present
from followup_tui.tui.present.key_names import keys_of
from followup_tui.tui.typed_out import typed_out

if TYPE_CHECKING:
    from followup_tui.domain.personal import PersonalCheck

CHECK_AFTER = 0.35
"""Seconds without a key after which the letter is checked: while somebody types it would only
take time from the keys, and tell of half a word."""


class LetterTyping(ClosingScreen[None]):
    """Holds the letter as it stands; what the user does with it is `LetterScreen`'s."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.view: LetterView | None = None
        """The letter as it was last read or written; None until it is begun."""
        self.checked: PersonalCheck | None = None
        """What the check said last."""
        self.touched = False
        """Whether anything was typed since it was opened."""
        self.key = keys_of(desk.settings.keys)
        self.head = LetterHead()
        self.pad = LetterPad()
        self.check = LetterCheckPane()
        self.autosave = Autosave(self, self._keep, clock=desk.clock, told=self._told)
        self._pause: Timer | None = None
        self._failed = False
        """Whether the last try to keep what is typed failed, and the screen says so."""

    # What stands there

    @property
    def letter(self) -> Letter | None:
        """The letter as it stands in the fields; None until it is begun."""
        if self.view is None:
            return None
        head = self.head.head
        return replace(
            self.view.letter, to=head.to, cc=head.cc, subject=head.subject, body=self.body
        )

    @property
    def body(self) -> str:
        """The text, cleaned line by line: characters keep their places."""
        return "\n".join(clean_typed(line) for line in self.pad.text.split("\n"))

    def show(self, view: LetterView) -> None:
        """Show a letter as it stands in `view`, all of it."""
        it = view.letter
        self.head.fill(Head(it.to, it.cc, it.subject))
        self.pad.load(it.body)
        self.take(view)
        self.check_soon(now=True)

    def take(self, view: LetterView) -> None:
        """Take over what was read or written; what stands in the fields and on the pad stays."""
        self.view = view
        self.head.show(addresses=view.addresses, along=present.attached(view.attachments))
        self.query_one("#title", Static).update(present.title(view, self.desk.clock()))
        self.show_state()
        self.say(view.problem)

    def show_state(self) -> None:
        """Show how far the letter is."""
        if self.view is not None:
            words = present.state_words(self.view.letter, self.desk.clock())
            self.query_one("#state", Static).update(Content(words))

    def say(self, sentence: str) -> None:
        """Show what is not as it should be; an empty sentence takes it away."""
        for line in self.query("#problem").results(Static):  # none once the screen is closed
            line.update(Content(sentence))
            line.set_class(bool(sentence), "-some")

    # Typing

    @on(LetterHead.Changed)
    @on(LetterPad.Typed)
    def _typed(self) -> None:
        if self.view is None:
            return
        self.touched = True
        self.autosave.changed()
        self.check_soon()

    @on(LetterHead.TextWanted)
    def to_text(self) -> None:
        """Put the cursor into the text."""
        self.pad.focus()

    @on(LetterHead.WhomChanged)
    def _whom_changed(self) -> None:
        letter = self.letter
        if self.view is None or letter is None:
            return
        # An address that is nobody's we know may still be that of whom the letter greets.
        person = letter.person
        for each in self.view.client.people:
            if fold(letter.to) in {fold(email) for email in each.emails}:
                person = each.name
        self.view = view_with(self.view, letter=replace(self.view.letter, person=person))
        anew(self, self.look_again, name="look whose address it is", group="whom")

    async def look_again(self) -> None:
        """Learn anew what belongs to the letter: whom it greets, what goes along."""
        letter = self.letter
        if letter is None:
            return
        try:
            view = await self.desk.letters.view(letter)
        except (StoreProblem, NoSuchClient) as problem:
            self.say(str(problem))
            return
        if self.is_attached:
            self.take(view)
            self.check_soon(now=True)

    def goes_along(self, steps: tuple[str, ...]) -> None:
        """Let other next steps go along, by their ids."""
        if self.view is not None:
            self.view = view_with(self.view, letter=replace(self.view.letter, steps=steps))

    async def attach(self, files: tuple[str, ...]) -> None:
        """Let other files of the user's own go along."""
        if self.view is not None:
            self.view = view_with(self.view, letter=replace(self.view.letter, attachments=files))
            self.touched = True
            self.autosave.changed()
            await self.look_again()

    # The check

    def check_soon(self, *, now: bool = False) -> None:
        """Check the letter once nobody has typed for a moment, or with `now` at once."""
        if self._pause is not None and not now:
            self._pause.reset()
            return
        if self._pause is not None:
            self._pause.stop()
        self._pause = None
        if now:
            self._begin_check()
        else:
            self._pause = self.set_timer(CHECK_AFTER, self._paused, name="check the letter")

    def _paused(self) -> None:
        self._pause = None
        self._begin_check()

    def _begin_check(self) -> None:
        anew(self, self.checking, name="check the letter", group="check")

    async def checking(self) -> PersonalCheck | None:
        """Check the letter as it stands, show what is found and return it; None without a letter.

        What was typed while it was checked is checked next.
        """
        letter = self.letter
        if self.view is None or letter is None:
            return None
        case = self.view.case
        found = await asyncio.to_thread(check_letter, letter.subject, letter.body, case)
        self.checked = found
        if not self.is_attached:
            return found
        now = self.desk.clock()
        self.check.show(found, now)
        self.query_one(VerdictLine).show(found)
        if self.body == letter.body:
            text = checked_text(letter.subject, letter.body)
            self.pad.mark(present.marks(found, text, letter.body))
        return found

    @on(FactRows.Wanted)
    def _fact_wanted(self, event: FactRows.Wanted) -> None:
        self._use(event.fact.sentence)

    def action_fact(self) -> None:
        """Put the fact at hand into the text."""
        fact = self.check.facts.at_hand
        if fact is None:
            self.app.bell()
        else:
            self._use(fact.sentence)

    def _use(self, sentence: str) -> None:
        self.pad.put_in(sentence)
        self.check_soon(now=True)  # so that the next key puts in the next one

    def action_next_fact(self) -> None:
        """Take the next recorded fact to hand."""
        self.check.facts.next()

    # Keeping

    async def _keep(self) -> None:
        letter = self.letter
        if letter is not None:
            await self.desk.letters.keep(letter)

    def _told(self, kept: Kept) -> None:
        if not self.query("#problem"):
            return  # the screen is being closed
        self.pad.say_kept(present_call.kept_words(kept, self.desk.clock().tzinfo))
        if kept.problem or self._failed:  # else what is said there is about something else
            words = present_call.problem_words(kept, self.key("app.save_elsewhere"))
            self.say(words)
        self._failed = bool(kept.problem)

    def held(self) -> Held:
        """Return the letter."""
        letter = self.letter
        if self.view is None or letter is None:
            return Held("Letter", "")
        return Held(f"Letter: {self.view.client.name}", present.plain(letter))

    def is_unkept(self) -> bool:
        """Say whether what is typed could not be kept."""
        return self.autosave.unsaved

    async def keep_typed(self) -> None:
        """Keep what is typed; see `KeepsTyping`."""
        await self.autosave.flush()

    async def on_unmount(self) -> None:
        """Keep what is not kept yet, however the screen came to be closed."""
        if self.autosave.unsaved:
            await self.autosave.flush()

    async def settled(self) -> Letter | None:
        """Return the letter with every key in it that was pressed before."""
        await typed_out(self)
        return self.letter
