"""`followup search`: everything in which the words stand, misspelt ones forgiven."""

from __future__ import annotations

from itertools import groupby

from followup_tui.commands import shapes
from followup_tui.commands.problems import WrongUsage
from followup_tui.commands.run import Run
from followup_tui.domain.searching.results import Found, Hit
from followup_tui.domain.searching.words import terms_of
from followup_tui.domain.words import short_day


def run(asked: Run) -> int:
    """Print what was found; the status is 1 where nothing was."""
    words = " ".join(asked.given.words)
    if not terms_of(words):
        raise WrongUsage("say what to search for: `followup search azure costs`")
    if asked.given.limit < 1:
        raise WrongUsage("--limit needs a number from 1 on")
    with asked.desk() as desk:
        desk.searching.read()
        found = desk.searching.found(words, each=asked.given.limit)
        today = desk.clock().date()
    if asked.json:
        asked.show_json(_as_json(found))
        return int(not found.hits)
    paper = asked.paper
    for number, (kind, hits) in enumerate(groupby(found.hits, key=lambda hit: hit.kind)):
        if number:
            paper.line()
        more = " (there are more: --limit)" if kind in found.more else ""
        paper.line(f"{kind.value[0].upper()}{kind.value[1:]}{more}")
        for hit in hits:
            day = f" · {short_day(hit.day, today)}" if hit.day else ""
            paper.line(f"{hit.title}{day}", indent=2, hang=6, lead="≈ " if hit.near else "- ")
            if hit.line.text:
                paper.line(hit.line.text, indent=6)
    if not found.hits:
        paper.line(f"Nothing answers to “{words}”.")
    if found.problem:
        paper.line(f"! {found.problem}", hang=2)
    return int(not found.hits)


def _as_json(found: Found) -> dict[str, object]:
    return {
        "query": found.query,
        "hits": [_hit(hit) for hit in found.hits],
        "more": sorted(kind.value for kind in found.more),
        "problem": found.problem,
    }


def _hit(hit: Hit) -> dict[str, object]:
    return {
        "kind": hit.kind.value,
        "id": hit.record_id,
        "client_id": hit.client_id or None,
        "title": hit.title,
        "day": shapes.when(hit.day),
        "line": hit.line.text,
        "near": hit.near,
    }
