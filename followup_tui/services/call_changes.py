"""What changed under a call while it was under way, told in sentences."""

from __future__ import annotations

from followup_tui.domain.client import Client
from followup_tui.domain.playbook import Due, Playbook, Trigger
from followup_tui.domain.script import Walk
from followup_tui.domain.text import shorten
from followup_tui.domain.words import count

NO_SCRIPT = Playbook(
    key="no-script",
    name="no playbook could be read",
    due=Due(trigger=Trigger.LAST_REACHED, ideal=150, late=180),
    checklist=(),
    questions=(),
)
"""Stands in where no playbook at all could be read: what they say can be noted all the same."""

_NAME = 60  # characters of a name or a question in a sentence


def playbook_changed(key: str, kept: Walk, playbook: Playbook) -> tuple[str, ...]:
    """Return what is not as it was in the playbook of a call that is taken up.

    `key` is of the playbook by which it was begun, `kept` how far that was walked.
    """
    if playbook is NO_SCRIPT:
        return ("No playbook can be read: run followup doctor to see why. Notes are kept.",)
    if playbook.key != key:
        told = f"The playbook “{key}” of this call cannot be read any more. What was answered is "
        return (told + f"kept, and the script goes on by “{playbook.name}”.",)
    today = {question.key for question in playbook.questions}
    gone = [asked for asked in (*kept.path, *kept.aside) if asked.question.key not in today]
    said = [asked for asked in gone if asked.answer]
    sentences = []
    if said:
        first = shorten(said[0].question.ask, _NAME)
        others = f" and {count(len(said) - 1, 'other')}" if len(said) > 1 else ""
        sentences.append(
            f"“{playbook.name}” has changed: it does not ask “{first}”{others} any more. "
            "What was answered is kept."
        )
    elif gone:
        first = shorten(gone[-1].question.ask, _NAME)
        sentences.append(f"“{playbook.name}” has changed: it does not ask “{first}” any more.")
    return tuple(sentences)


def client_changed(before: Client, now: Client) -> tuple[str, ...]:
    """Return what another program changed about a client that matters in a call."""
    told = []
    if now.name != before.name:
        was, called = shorten(before.name, _NAME), shorten(now.name, _NAME)
        told.append(f"{was} is called {called} now: it was changed elsewhere.")
    if now.people != before.people:
        told.append("People or numbers were changed elsewhere: see above.")
    if now.do_not_call is not None and before.do_not_call is None:
        told.append("It was noted elsewhere that they do not want to be called.")
    return tuple(told)
