"""The letter of a checklist belongs to its preparation: each knows the other."""

from __future__ import annotations

from msgspec.structs import replace

from followup_tui.domain.letter import Letter, LetterKind
from followup_tui.domain.playbook import ItemSource, Playbook
from followup_tui.domain.preparation import Preparation
from followup_tui.domain.record import Record, new_id, utc
from followup_tui.domain.views import ClientPage
from followup_tui.services.gather import open_preparation, playbook_for, why_words
from followup_tui.services.together import Parts


def linked(letter: Letter, page: ClientPage, parts: Parts) -> tuple[Letter, tuple[Record, ...]]:
    """Return a letter with its preparation's id, and the preparation where that has changed.

    It is the first letter of the checklist that a preparation shows; a letter that follows a
    conversation belongs to none.
    """
    playbook = playbook_for(page.reasons, parts.playbooks)
    if letter.interaction_id or letter.kind is not first_letter(playbook):
        return letter, ()
    now = parts.clock()
    preparation = open_preparation(parts.records, page.client.id, playbook.key) or Preparation(
        id=new_id(now),
        created=utc(now),
        client_id=page.client.id,
        playbook=playbook.key,
        why=why_words(page),
    )
    letter = replace(letter, preparation_id=preparation.id)
    if preparation.letter_id == letter.id:
        return letter, ()
    return letter, (replace(preparation, letter_id=letter.id),)


def first_letter(playbook: Playbook) -> LetterKind | None:
    """Return the kind of the first letter on a checklist; None where there is none."""
    return next((i.letter for i in playbook.checklist if i.source is ItemSource.LETTER), None)


def is_superseded(letter: Letter, parts: Parts) -> bool:
    """Say whether a letter was drafted for a conversation that has been held since."""
    if not letter.preparation_id or letter.interaction_id:
        return False
    preparation = parts.records.get(Preparation, letter.preparation_id)
    return preparation is not None and preparation.closed is not None
