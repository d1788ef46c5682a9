"""Which letter comes after a conversation, as its playbook has it. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from followup_tui.domain.interaction import Interaction, Outcome
from followup_tui.domain.letter import Letter, LetterKind
from followup_tui.domain.letters.work import STEP_OF
from followup_tui.domain.playbook import Playbook
from followup_tui.domain.wrap_up.consultation import consultation_wanted

_ASKED_FIRST = (LetterKind.TESTIMONIAL, LetterKind.REVIEW, LetterKind.REFERENCE)
"""After a yes to several: first what they are to write, which waits for the letter."""
HAPPY = "happy"
"""Key of the yes/no question whether they are happy with what they got."""


def letter_after(
    interaction: Interaction, playbook: Playbook, *, letters: Collection[Letter], tries: int
) -> LetterKind | None:
    """Return the kind of letter to write after a conversation or a try; None where none is.

    `letters` are those of the client, `tries` how often they were tried in a row. What has left
    after this conversation already is not written again.
    """
    if interaction.outcome is Outcome.NOTED:
        return None
    left = {each.kind for each in letters if _left_after(each, interaction)}
    if not interaction.outcome.is_reached:
        kind = playbook.wrap_up.letter_not_reached
        if kind is None or kind in left:
            return None
        if kind is LetterKind.NOT_REACHED:
            return kind if tries >= playbook.wrap_up.attempts else None
        # An invitation or a first mail that is out needs no second one after each try.
        return None if any(each.kind is kind and each.has_left for each in letters) else kind
    kind = playbook.wrap_up.letter
    if kind in STEP_OF:
        return _closing(interaction, playbook, left)
    return None if kind in left else kind


def _closing(
    interaction: Interaction, playbook: Playbook, left: Collection[LetterKind]
) -> LetterKind | None:
    """Return the letter after a call about a project: for what they said yes to, one by one."""
    answers = {answer.question: answer.text for answer in interaction.answers}
    said_yes = [kind for kind in _ASKED_FIRST if answers.get(STEP_OF[kind].value) == "yes"]
    unhappy = answers.get(HAPPY) == "no" or consultation_wanted(interaction, playbook)
    wanted: Iterable[LetterKind] = (LetterKind.FOLLOW_UP,) if unhappy or not said_yes else said_yes
    return next((kind for kind in wanted if kind not in left), None)


def _left_after(letter: Letter, interaction: Interaction) -> bool:
    if letter.interaction_id == interaction.id:
        return letter.has_left
    return any(left.at >= interaction.at for left in letter.left)
