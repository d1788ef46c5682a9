"""Letters of the shipped templates, for tests of what stands in them."""

from __future__ import annotations

from typing import Any

from followup_tui.domain.calling.whereabouts import Whereabouts
from followup_tui.domain.letter import LetterKind
from followup_tui.domain.letters.gathering import material_of
from followup_tui.domain.letters.occasion import Occasion, Sender
from followup_tui.domain.letters.render import render
from followup_tui.domain.playbook import Playbook
from followup_tui.domain.views import ClientPage
from followup_tui.settings.letters import load_letters
from followup_tui.settings.paths import shipped_letters
from followup_tui.settings.paths import shipped_playbooks as playbooks_folder
from followup_tui.settings.playbooks import load_playbooks
from tests.builders import NOW, ZONE

ME = Sender(name="Kim Doe", email="kim@ourselves.example", signature="Kim Doe\nOurselves")


def a_playbook(key: str) -> Playbook:
    playbooks, problems = load_playbooks((playbooks_folder(),))
    assert not problems
    return playbooks[key]


def an_occasion(kind: LetterKind, page: ClientPage, **fields: Any) -> Occasion:
    here = Whereabouts(zone=ZONE)
    fields = {"theirs": here, "ours": here, "sender": ME, "person": page.client.primary, **fields}
    return Occasion(kind=kind, page=page, now=NOW, **fields)


def written(kind: LetterKind, page: ClientPage, **fields: Any) -> tuple[str, str]:
    """Return subject and body of the letter that ships for a kind."""
    templates = load_letters((shipped_letters(),))
    assert not templates.problems
    template = templates.named(kind)
    assert template is not None
    return render(template, material_of(an_occasion(kind, page, **fields)))
