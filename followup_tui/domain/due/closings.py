"""Why a client is due by a project that has ended: what is still to be asked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from followup_tui.domain.closing import to_ask, wanted_words
from followup_tui.domain.due.call_list import ClientFile, Reason, ReasonKind
from followup_tui.domain.due.put_off import put_off
from followup_tui.domain.due.ways import Ways
from followup_tui.domain.playbook import Playbook, Trigger
from followup_tui.domain.project import ClosingStep, Project, StepState
from followup_tui.domain.words import day_words


def closings(file: ClientFile, ways: Ways) -> Iterator[Reason]:
    """Yield a reason for each ended project with something to ask, until the playbook lapses."""
    playbook = ways.by_trigger.get(Trigger.PROJECT_ENDED)
    if playbook is None:
        return
    for project in file.projects:
        ended = project.ended
        if ended is None:
            continue
        if playbook.due.lapses and (ways.today - ended).days >= playbook.due.lapses:
            continue
        reason = _closing(project, ended, playbook, file, ways)
        if reason is not None and reason.due <= ways.horizon:
            yield reason


def _closing(
    project: Project, ended: date, playbook: Playbook, file: ClientFile, ways: Ways
) -> Reason | None:
    """Return the reason that a project's open steps make, or None when none is to be asked."""
    open_steps = [(each.step, put_off(file, each.day)) for each in to_ask(project, playbook.due)]
    if not open_steps:
        return None
    due = min(day for _, day in open_steps)
    asked_now = [step for step, day in open_steps if day <= max(due, ways.today)]
    again = all(step.state is StepState.ASKED for step in asked_now)
    since = max(asked_now[0].asked) if again else ended
    return Reason(
        kind=ReasonKind.PROJECT_CLOSING,
        text=_words(project, asked_now, since if again else None, ended, ways.today),
        due=due,
        band=ways.band(due, due + timedelta(days=playbook.due.late - playbook.due.ideal)),
        playbook=playbook.key,
        weight=float((ways.today - due).days),
        record_id=project.id,
    )


def _words(
    project: Project, steps: Sequence[ClosingStep], asked: date | None, ended: date, today: date
) -> str:
    listed = wanted_words(steps)
    if asked is not None:
        return f"{project.title}: asked for {listed} {day_words(asked, today)}, no answer"
    tense = "ends" if ended > today else "ended"
    return f"{project.title} {tense} {day_words(ended, today)}: ask for {listed}"
