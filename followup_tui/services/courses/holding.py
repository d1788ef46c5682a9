"""The coffees that were had after a course, out of the records."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from followup_tui.domain.client import Client
from followup_tui.domain.course import Draw
from followup_tui.domain.courses.review import Held
from followup_tui.domain.interaction import Interaction
from followup_tui.domain.playbook import Playbook
from followup_tui.services.ports import Records


def held_after(
    course_id: str, draws: Sequence[Draw], records: Records, playbooks: Mapping[str, Playbook]
) -> list[Held]:
    """Return the coffees after a course, in the order of time.

    Only the conversations of the drawn are looked at: a desk has a hundred thousand of them. One
    that was only an invitation, with nothing answered and nothing noted, is no coffee; one whose
    playbook is not there any more cannot be read.
    """
    names = {p.client_id: p.name for draw in draws for p in draw.picks if p.client_id}
    found = [
        each
        for client_id in names
        for each in records.of_client(Interaction, client_id)
        if each.course_id == course_id and each.outcome.is_reached and (each.answers or each.notes)
    ]
    found.sort(key=lambda each: (each.at, each.id))
    return [
        Held(each, playbooks[each.playbook], each.person or _name(names, each, records))
        for each in found
        if each.playbook in playbooks
    ]


def _name(names: Mapping[str, str], each: Interaction, records: Records) -> str:
    client = records.get(Client, each.client_id)
    return names.get(each.client_id) or (client.name if client else "somebody")
