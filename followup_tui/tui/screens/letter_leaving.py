"""How a letter is brought to its end: ready or overruled, let out, put aside or thrown away."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial

from textual import on
from textual.widgets import Button

from followup_tui.domain.letter import Letter
from followup_tui.domain.letters.view import LetterView
from followup_tui.services.clients import NoSuchClient
from followup_tui.services.ports import StoreProblem
from followup_tui.tui.anew import Work, anew
from followup_tui.tui.dialogs.confirm import Choice, ConfirmDialog
from followup_tui.tui.present import letter as present
from followup_tui.tui.screens.letter_typing import LetterTyping
from followup_tui.tui.toast import toast

# ruff: noqa: PLC0415 - dialogs are imported when they are first opened

_OVERRULE = (
    Choice("stay", "Back to the letter", main=True),
    Choice("overrule", "Overrule it"),
)
_THROW_AWAY = (Choice("stay", "Keep it", main=True), Choice("away", "Throw it away"))

Saving = Callable[[Letter], Awaitable[LetterView]]


class LetterLeaving(LetterTyping):
    """What becomes of the letter. Nothing is ever sent."""

    _warned = False
    """Whether the user knows that leaving now costs what could not be kept."""

    def _run(self, work: Work, name: str) -> None:
        anew(self, work, name=name, group="end")

    # Ready, or held to be

    def action_ready(self) -> None:
        """Hold it to be ready; where the check does not, ask once."""
        self._run(partial(self._make_ready, self._say_ready), "hold the letter to be ready")

    @on(Button.Pressed, "#leave")
    def action_leave(self) -> None:
        """Choose how it leaves."""
        self._run(partial(self._make_ready, self._choose_way), "let the letter out")

    async def _make_ready(self, then: Callable[[LetterView], Awaitable[None]]) -> None:
        """Write the letter down as ready, overruling the check where the user wants that."""
        if await self.settled() is None:
            return
        check, letter = await self.checking(), self.letter
        if check is None or letter is None:
            return
        if check.ready or letter.overruled is not None:
            await self._write(self.desk.letters.save, letter, then)
            return

        def answered(answer: str | None) -> None:
            if answer == "overrule":
                work = partial(self._write, self.desk.letters.overrule, letter, then)
                self._run(work, "overrule the check")

        question = "The check does not hold it to be ready. Overrule it?"
        detail = present.overruled_words(check)
        self.app.push_screen(ConfirmDialog(question, _OVERRULE, detail=detail), answered)

    async def _say_ready(self, view: LetterView) -> None:
        toast(self, f"Ready: {self.key('letter.leave')} lets it out.")

    async def _write(
        self, saving: Saving, letter: Letter, then: Callable[[LetterView], Awaitable[None]]
    ) -> None:
        """Write the letter down, and go on with what stands there then."""
        await self.autosave.flush()
        try:
            view = await saving(letter)
        except (StoreProblem, NoSuchClient) as problem:
            self.say(f"This could not be written down: {problem} It stays here.")
            return
        self.take(view)
        self.touched = self.autosave.unsaved  # what was typed since is not in it
        await then(view)

    # Letting it out

    async def _choose_way(self, view: LetterView) -> None:
        from followup_tui.tui.dialogs.leave import LeaveDialog

        try:
            target = await self.desk.letters.target_of(view.letter)
        except (StoreProblem, NoSuchClient) as problem:
            self.say(str(problem))
            return

        dialog = LeaveDialog(self.desk, view, target)

        def left(view: LetterView | None) -> None:
            if view is not None:
                toast(self, present.left_words(view.letter, view.to_name))
                self.end()
            elif dialog.tried:
                self.touched = True  # the try has kept it as a draft, which is to become a record

        if self.is_current:
            self.app.push_screen(dialog, left)

    # What goes along

    def action_attach(self) -> None:
        """Choose the files that go along."""
        from followup_tui.tui.dialogs.attach import AttachDialog

        if (letter := self.letter) is None:
            return

        async def chosen(files: tuple[str, ...] | None) -> None:
            if files is not None and files != letter.attachments:
                await self.attach(files)

        self.app.push_screen(AttachDialog(letter.attachments), chosen)

    # Putting it aside, and away

    def action_back(self) -> None:
        """Put it aside: it is kept, and can be taken up again."""
        self._run(self._put_aside, "put the letter aside")

    async def _put_aside(self) -> None:
        letter = await self.settled()
        if letter is None or not self.touched:
            self.end()
            return
        kept = await self.autosave.flush()
        try:
            await self.desk.letters.save(letter)
        except (StoreProblem, NoSuchClient) as problem:
            if self._warned:
                self.end()
                return
            # Whoever cannot save must be able to leave all the same, knowing what it costs.
            self._warned = True
            cost = "closes it, and it waits for the next time" if kept else "closes without it"
            elsewhere = f"{self.key('app.save_elsewhere')} saves it elsewhere"
            self.say(f"{problem} {self.key('letter.back')} again {cost}; {elsewhere}.")
        else:
            self.end()

    def action_discard(self) -> None:
        """Throw the letter away, once asked."""

        def answered(answer: str | None) -> None:
            if answer == "away":
                self._run(self._throw_away, "throw the letter away")

        self.app.push_screen(
            ConfirmDialog(
                "Throw this letter away?",
                _THROW_AWAY,
                detail="What left already stays in the timeline as it left.",
            ),
            answered,
        )

    async def _throw_away(self) -> None:
        if (letter := self.letter) is None:
            return
        await self.autosave.flush()
        try:
            await self.desk.letters.discard(letter)
        except (StoreProblem, NoSuchClient) as problem:
            self.say(str(problem))
            return
        toast(self, f"Thrown away: {present.KIND_WORDS[letter.kind].lower()}.")
        self.end()

    def end(self) -> None:
        """Close: what stands here is kept by now, or let go."""
        self.autosave.close()
        if self.is_current:
            self.dismiss(None)
