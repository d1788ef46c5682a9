"""What `followup page --json` prints: see `shapes` and docs/cli.md."""

from __future__ import annotations

from followup_tui.commands.shapes import Shape, when
from followup_tui.domain.page import Event, PageFacts


def event(value: Event) -> Shape:
    """Return something that takes place."""
    return {
        "title": value.title,
        "start": when(value.start),
        "end": when(value.end),
        "all_day": value.all_day,
        "zone": value.zone,
        "location": value.location,
        "url": value.url,
        "status": value.status.value,
        "online": value.online,
        "sources": [
            {"url": s.url, "method": s.method, "words": s.words, "read_at": when(s.read_at)}
            for s in value.sources
        ],
    }


def page_facts(value: PageFacts) -> Shape:
    """Return what a page says."""
    return {
        "url": value.url,
        "read_at": when(value.read_at),
        "title": value.title,
        "description": value.description,
        "summary": list(value.summary),
        "main_text": value.main_text,
        "language": value.language,
        "headings": list(value.headings),
        "news": [{"title": n.title, "date": when(n.date), "url": n.url} for n in value.news],
        "events": [event(each) for each in value.events],
        "contacts": [{"kind": c.kind, "value": c.value, "name": c.name} for c in value.contacts],
        "links": [{"url": link.url, "text": link.text} for link in value.links],
        "health": [{"key": h.key, "evidence": h.evidence, "say": h.say} for h in value.health],
        "problem": value.problem,
    }
