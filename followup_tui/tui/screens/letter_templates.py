"""Another template for a letter, or another letter on the same occasion."""

from __future__ import annotations

from functools import partial

from textual.content import Content

from followup_tui.domain.letter import Letter, LetterKind
from followup_tui.domain.letters.view import LetterView
from followup_tui.services.clients import NoSuchClient
from followup_tui.services.ports import StoreProblem
from followup_tui.tui.anew import anew, begin
from followup_tui.tui.messages import Occasion
from followup_tui.tui.present import letter as present
from followup_tui.tui.screens.letter_leaving import LetterLeaving

# ruff: noqa: PLC0415 - dialogs are imported when they are first opened


class LetterTemplates(LetterLeaving):
    """Begins the letter anew, or another one in its place."""

    def begun(self, view: LetterView) -> None:
        """Show a letter that has just been begun."""
        raise NotImplementedError

    def action_write(self) -> None:
        """Go to the text."""
        raise NotImplementedError

    def action_template(self) -> None:
        """Begin anew from another template, or with a blank page."""
        from followup_tui.tui.dialogs.pick import Pick, PickDialog

        if (view := self.view) is None:
            return
        named = [(f"template:{name}", name) for name in view.templates]
        kinds = [
            (f"kind:{kind.value}", words)
            for kind, words in present.KIND_WORDS.items()
            if kind is not view.letter.kind
        ]

        def find(words: str) -> list[Pick]:
            picks: list[Pick] = []
            for heading, several in (
                ("This letter anew", named),
                ("Another letter to them", kinds),
            ):
                found = [each for each in several if words.lower() in each[1].lower()]
                if found:
                    picks.append(Pick("", Content.styled(heading, "$text-muted")))
                    picks += [Pick(key, Content(f"  {name}")) for key, name in found]
            return picks

        dialog = PickDialog("Template", find, hint="a part of its name", nothing="There is none.")
        self.app.push_screen(dialog, self._template_chosen)

    def _template_chosen(self, key: str | None) -> None:
        if key is None:
            return
        what, _, name = key.partition(":")
        if what == "kind":
            begin(self, partial(self._other, LetterKind(name)), name="begin another", group="begin")
        else:
            anew(self, partial(self._anew, name), name="begin anew", group="begin")

    async def _anew(self, template: str) -> None:
        """Write the text anew from a template; the editor's undo brings back what stood there."""
        if (letter := self.letter) is None:
            return
        try:
            view = await self._begin_like(letter, letter.kind, template)
        except (StoreProblem, NoSuchClient) as problem:
            self.say(str(problem))
            return
        self.goes_along(view.letter.steps)
        self.head.write_subject(view.letter.subject)
        self.pad.change_all(view.letter.body)
        self.action_write()
        await self.look_again()
        self.say(view.problem)

    async def _other(self, kind: LetterKind) -> None:
        """Put this letter aside, and write one of another kind on the same occasion."""
        if (letter := await self.settled()) is None:
            return
        try:
            if self.touched:
                await self.autosave.flush()
                await self.desk.letters.save(letter)
            view = await self._begin_like(letter, kind)
        except (StoreProblem, NoSuchClient) as problem:
            self.say(str(problem))
            return
        self.touched = False
        self.action_write()
        self.begun(view)

    async def _begin_like(self, letter: Letter, kind: LetterKind, template: str = "") -> LetterView:
        """Begin a letter of a kind on the occasion of `letter`; with a template in any case."""
        about = Occasion.of(letter)
        return await self.begin_on(
            letter.client_id, kind, about, template=template, anew=bool(template)
        )

    async def begin_on(
        self,
        client_id: str,
        kind: LetterKind,
        about: Occasion,
        *,
        template: str = "",
        anew: bool = False,
    ) -> LetterView:
        """Begin a letter on an occasion, or take up the one under way; raises as the service."""
        return await self.desk.letters.begin(
            client_id,
            kind,
            interaction_id=about.interaction_id,
            preparation_id=about.preparation_id,
            project_id=about.project_id,
            encounter_id=about.encounter_id,
            course_id=about.course_id,
            referral_id=about.referral_id,
            person=about.person,
            template=template,
            anew=anew,
        )
