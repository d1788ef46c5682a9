"""Whether a conversation left the wish for a free consultation with the account manager."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from followup_tui.domain.interaction import Answer, Interaction
from followup_tui.domain.playbook import AnswerType, Playbook

CONSULTATION = frozenset({"consultation", "put-right"})
"""Keys of the yes/no question that offers a consultation, at no cost, to put something right."""

CONSULTATION_DAY = frozenset({"consultation-when"})
"""Keys of the question for the day of it."""


def consultation_wanted(interaction: Interaction, playbook: Playbook) -> bool:
    """Say whether they said yes to a consultation with the account manager."""
    return is_wanted(interaction.answers, playbook)


def is_wanted(answers: Iterable[Answer], playbook: Playbook) -> bool:
    """Say whether one of `answers` is a yes to the playbook's question for a consultation."""
    asked = {
        question.key
        for question in playbook.questions
        if question.key in CONSULTATION and question.answer is AnswerType.YES_NO
    }
    return any(answer.question in asked and answer.text == "yes" for answer in answers)


def day_for_it(answers: Iterable[Answer]) -> date | None:
    """Return the day that they named for it, or None."""
    for answer in answers:
        if answer.question in CONSULTATION_DAY:
            try:
                return date.fromisoformat(answer.text)
            except ValueError:
                return None  # answered under an older playbook, as words
    return None
