"""What `followup page --json` prints: see `shapes` and docs/cli.md."""

from __future__ import annotations

from followup_tui.commands.shapes import Shape, when
from followup_tui.domain.page import Event, PageFacts, Said, Source


def source(value: Source) -> Shape:
    """Return where a fact was read."""
    return {
        "url": value.url,
        "method": value.method,
        "words": value.words,
        "read_at": when(value.read_at),
    }


def _source(value: Source | None) -> Shape | None:
    return None if value is None else source(value)


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
        "sources": [source(each) for each in value.sources],
    }


def _said(value: Said) -> Shape:
    return {"text": value.text, "url": value.url, "source": _source(value.source)}


def page_facts(value: PageFacts) -> Shape:
    """Return what a page says."""
    return {
        "url": value.url,
        "read_at": when(value.read_at),
        "title": value.title,
        "description": value.description,
        "summary": list(value.summary),
        "tagline": value.tagline,
        "main_text": value.main_text,
        "language": value.language,
        "headings": list(value.headings),
        "offerings": [_said(each) for each in value.offerings],
        "people": [
            {"name": p.name, "role": p.role, "source": _source(p.source)} for p in value.people
        ],
        "jobs": [_said(each) for each in value.jobs],
        "prices": [_said(each) for each in value.prices],
        "offices": [_said(each) for each in value.offices],
        "news": [
            {
                "title": n.title,
                "date": when(n.date),
                "url": n.url,
                "about": n.about,
                "topics": list(n.topics),
                "source": _source(n.source),
            }
            for n in value.news
        ],
        "events": [event(each) for each in value.events],
        "contacts": [
            {"kind": c.kind, "value": c.value, "name": c.name, "source": _source(c.source)}
            for c in value.contacts
        ],
        "links": [
            {"url": link.url, "text": link.text, "part": link.part.value} for link in value.links
        ],
        "health": [{"key": h.key, "evidence": h.evidence, "say": h.say} for h in value.health],
        "basis": {name: source(each) for name, each in value.basis.items()},
        "shell": value.shell,
        "problem": value.problem,
    }
