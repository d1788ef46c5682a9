"""What `followup letter --json` prints; docs/cli.md lists the keys."""

from __future__ import annotations

from followup_tui.commands import shapes
from followup_tui.commands.shapes import Shape
from followup_tui.domain.letters.templates import LetterTemplates
from followup_tui.domain.letters.view import LetterView
from followup_tui.domain.personal import Finding, PersonalCheck


def view(value: LetterView) -> Shape:
    """Return a letter with what is known around it."""
    return {
        "client_id": value.client.id,
        "client": value.client.name,
        "person": value.to_name,
        "why": value.why,
        "template": value.template,
        "letter": shapes.letter(value.letter),
        "attachments": list(value.attachments),
        "problem": value.problem,
        "keeps": [shapes.promise(each) for each in value.keeps],
    }


def check(value: PersonalCheck) -> Shape:
    """Return what the personal check found."""
    return {
        "ready": value.ready,
        "score": value.score,
        "reasons": [reason(each) for each in value.reasons],
        "unused": [
            {"fact": each.fact.text, "kind": each.fact.kind, "sentence": each.sentence}
            for each in value.unused
        ],
    }


def reason(value: Finding) -> Shape:
    """Return one reason for or against a letter."""
    return {
        "key": value.key,
        "ok": value.ok,
        "sentence": value.sentence,
        "words": list(value.words),
        "facts": [fact.text for fact in value.facts],
    }


def templates(value: LetterTemplates) -> Shape:
    """Return the templates that could be read, and what is wrong with the others."""
    return {
        "templates": [
            {"kind": each.kind.value, "name": each.name, "file": each.file}
            for each in value.templates
        ],
        "template_problems": [
            {"file": each.file, "line": each.line, "problem": each.sentence}
            for each in value.problems
        ],
    }
