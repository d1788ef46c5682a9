"""Letters begun from their templates: whom they are to, and what is known put into words."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from msgspec.structs import replace

from followup_tui.domain.calling.whereabouts import Whereabouts
from followup_tui.domain.client import Client
from followup_tui.domain.interaction import Interaction
from followup_tui.domain.letter import Letter, LetterKind
from followup_tui.domain.letters.carrying import own_paragraphs
from followup_tui.domain.letters.coming import going_along
from followup_tui.domain.letters.gathering import material_of
from followup_tui.domain.letters.occasion import Occasion, Seen
from followup_tui.domain.letters.render import compiled, render
from followup_tui.domain.letters.templates import (
    BLANK,
    LetterTemplate,
    LetterTemplates,
    TemplateProblem,
)
from followup_tui.domain.record import Clock, Record, new_id, utc
from followup_tui.domain.text import fold
from followup_tui.domain.value_add import OfferState
from followup_tui.domain.views import ClientPage
from followup_tui.services.gather import client_page, known_client
from followup_tui.services.letters.linking import linked
from followup_tui.services.letters.reading import Place, belonging, occasion_of, person_of
from followup_tui.services.together import Parts

_COPIED = frozenset({LetterKind.SUGGESTIONS, LetterKind.FOLLOW_UP, LetterKind.COFFEE_THANKS})
"""Letters with the account manager in CC: those of a conversation, before and after it."""


@dataclass(frozen=True, slots=True)
class Begun:
    """A letter that was begun: no record yet, its id is empty."""

    letter: Letter
    occasion: Occasion
    template: str = ""
    """The name of the template; empty: blank."""
    problem: str = ""
    """Why it is blank although it was not to be."""


class Writer:
    """Begins letters. It reads records and files: call it in a thread."""

    def __init__(
        self,
        parts: Parts,
        where: Callable[[Client], Whereabouts],
        ours: Callable[[], Whereabouts],
    ) -> None:
        """`where` tells where a client is, `ours` when the user works; both may take their time."""
        self._parts = parts
        self._where = where
        self._ours = ours

    def templates(self) -> LetterTemplates:
        """Return the templates as they are now."""
        return self._parts.templates()

    def fresh(self, client_id: str, kind: LetterKind) -> Letter:
        """Return an empty letter."""
        created = utc(self._parts.clock())
        return Letter(id="", created=created, client_id=client_id, kind=kind)

    def placed(self, letter: Letter) -> Letter:
        """Return a letter with what it belongs to by its kind, where that was not said."""
        return belonging(letter, self._page(letter.client_id), self._parts.records)

    def linked(self, letter: Letter) -> tuple[Letter, tuple[Record, ...]]:
        """Return a letter with its preparation's id, and the preparation where it has changed."""
        return linked(letter, self._page(letter.client_id), self._parts)

    def _page(self, client_id: str) -> ClientPage:
        it = self._parts
        return client_page(
            it.records, client_id, playbooks=it.playbooks, settings=it.settings, clock=it.clock
        )

    def occasion(self, letter: Letter, seen: Seen) -> Occasion:
        """Return what a letter is written upon."""
        it = self._parts
        client = known_client(it.records, letter.client_id)
        return occasion_of(
            letter,
            records=it.records,
            playbooks=it.playbooks,
            settings=it.settings,
            clock=it.clock,
            place=Place(self._where(client), self._ours()),
            seen=seen,
        )

    def begin(self, letter: Letter, seen: Seen, template: str = "") -> Begun:
        """Fill in an empty letter by the template of that name, or the first of its kind.

        Where that cannot be used, the letter is greeted and signed and otherwise blank, and why
        is told.
        """
        occasion = self._with_own_words(self.occasion(letter, seen))
        letter = self._addressed(letter, occasion)
        chosen, problem = self._chosen(letter.kind, template)
        if chosen is not None:
            try:
                material = material_of(occasion)
                subject, body = render(chosen, material)
            except TemplateProblem as wrong:
                problem = f"{wrong} The letter begins blank."
            else:
                steps = tuple(step.id for step in going_along(occasion))
                filled = replace(letter, subject=subject, body=body, steps=steps)
                return Begun(filled, occasion, chosen.name, problem)
        return Begun(replace(letter, body=_blank(occasion)), occasion, "", problem)

    def _with_own_words(self, occasion: Occasion) -> Occasion:
        """Return the occasion of a follow-up with what the user had added to the suggestions."""
        talk = occasion.interaction
        drafted = suggestions_for(talk, occasion.page.letters) if talk else None
        template = self.templates().named(LetterKind.SUGGESTIONS)
        if occasion.kind is not LetterKind.FOLLOW_UP or drafted is None or template is None:
            return occasion
        before = dataclasses.replace(occasion, kind=LetterKind.SUGGESTIONS)
        try:
            _, anew = render(template, material_of(before))
        except TemplateProblem:
            anew = ""  # told where suggestions are begun
        titles = [f"{value_add.title} {offer.because}" for offer, value_add in occasion.page.offers]
        declined = [
            words
            for offer, value_add in occasion.page.offers
            if offer.state is OfferState.DECLINED
            for words in (value_add.title, value_add.url)
        ]
        known = "\n".join((template.body, anew, occasion.page.client.name, *titles))
        return dataclasses.replace(occasion, carried=own_paragraphs(drafted.body, known, declined))

    def _chosen(self, kind: LetterKind, name: str) -> tuple[LetterTemplate | None, str]:
        """Return the template to use, and why it is not the one that was asked for."""
        if name == BLANK:
            return None, ""
        templates = self.templates()
        found = templates.named(kind, name)
        if found is not None:
            return found, ""
        what = f"“{name}”" if name else f"“{kind}”"
        told = f"There is no template {what} that can be used: the letter begins blank."
        return None, told

    def _addressed(self, letter: Letter, occasion: Occasion) -> Letter:
        """Return a letter with whom it is to, and who is in CC."""
        client = occasion.page.client
        person = occasion.person
        if not letter.person and occasion.interaction is not None:
            spoken = replace(letter, person=occasion.interaction.person)
            person = person_of(client, spoken)
        manager = client.account_manager
        copied = (
            letter.kind in _COPIED
            and manager is not None
            and manager.email
            and fold(manager.email) != fold(self._parts.settings.me.email)
        )
        return replace(
            letter,
            person=person.name if person else "",
            to=letter.to or (person.emails[0] if person and person.emails else ""),
            cc=letter.cc or ((manager.email,) if copied and manager else ()),
        )

    def warm(self) -> None:
        """Read the templates and make ready what fills them in, before somebody waits for it."""
        for template in self.templates().templates:
            compiled(template.body)


def suggestions_for(talk: Interaction, letters: Iterable[Letter]) -> Letter | None:
    """Return the suggestions that a conversation was prepared with, unless they have left."""
    for each in letters:
        drafted = each.kind is LetterKind.SUGGESTIONS and not each.has_left
        if drafted and talk.preparation_id and each.preparation_id == talk.preparation_id:
            return each
    return None


def _blank(occasion: Occasion) -> str:
    """Return a letter with its greeting and its signature."""
    material = material_of(occasion)
    end = f"Best regards,\n{material.signature}" if material.signature else "Best regards"
    return f"{material.hello}\n\n\n\n{end}"


def finished(letter: Letter, clock: Clock) -> Letter:
    """Return a letter that is to become a record, or to renew one."""
    now = clock()
    return replace(letter, id=letter.id or new_id(now), changed=utc(now))
