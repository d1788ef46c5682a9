"""`followup page`: what is read from pages, saved files, feeds and calendars."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from msgspec.structs import replace

from followup_tui.commands.page_shapes import page_facts
from followup_tui.commands.paper import Paper
from followup_tui.commands.paths import content_of
from followup_tui.commands.problems import WrongUsage
from followup_tui.commands.run import Run
from followup_tui.domain.page import Event, PageFacts
from followup_tui.domain.text import clean_line, shorten

_LIMIT = 20_000_000  # bytes of a saved file: more is no page
_SHOWN = 8  # headings, events, news: the first few say what a page is about
_LEAD = 600  # characters of the main text
_TYPES = {".ics": "text/calendar", ".xml": "application/xml", ".txt": "text/plain"}


def run(asked: Run) -> int:
    """Read every source, and print what each says; 1 when one of them could not be read."""
    sources: list[str] = asked.given.source
    if asked.given.url and len(sources) > 1:
        raise WrongUsage("--url says where one saved file came from: name one SOURCE with it")
    pages = asyncio.run(_read(asked, sources))
    if asked.json:
        asked.show_json(
            {"pages": [{"source": source, **page_facts(facts)} for source, facts in pages]}
        )
    else:
        for number, (_, facts) in enumerate(pages):
            if number:
                asked.paper.line()
            _as_text(asked.paper, facts)
    return 1 if any(facts.problem and not facts.title for _, facts in pages) else 0


def _is_address(source: str) -> bool:
    return source.lower().startswith(("http://", "https://"))


async def _read(asked: Run, sources: Sequence[str]) -> list[tuple[str, PageFacts]]:
    """Return what each source says, in their order; addresses are fetched side by side."""
    clock = asked.clock()
    fetched = await _fetched(asked, [source for source in sources if _is_address(source)])
    return [
        (
            source,
            fetched[source] if source in fetched else _read_file(source, asked.given.url, clock()),
        )
        for source in sources
    ]


async def _fetched(asked: Run, addresses: Sequence[str]) -> dict[str, PageFacts]:
    """Return what the web says at each of `addresses`; without any, no desk is opened."""
    if not addresses:
        return {}
    with asked.desk(fetches=True) as desk:
        try:
            looks = await asyncio.gather(
                *(desk.pages.look(address, refresh=True) for address in addresses)
            )
        finally:
            await desk.close()
        found = {}
        for address, look in zip(addresses, looks, strict=True):
            nothing = PageFacts(url=address, read_at=desk.clock())
            if look.problem or look.facts is None:
                found[address] = replace(nothing, problem=look.problem)
            else:
                found[address] = look.facts
    return found


def _read_file(source: str, url: str, now: datetime) -> PageFacts:
    """Return what a saved file (``-``: the standard input) says."""
    from followup_tui.web.page import read_page  # noqa: PLC0415 - heavy: only when it is needed

    try:
        content, place = _content(source)
    except (OSError, ValueError) as problem:
        why = getattr(problem, "strerror", "") or str(problem)
        return PageFacts(
            url=url,
            read_at=now,
            problem=clean_line(
                f"{source} cannot be read: {why.lower()}. Name a file or an http address."
            ),
        )
    kind = _TYPES.get(Path(source).suffix.lower())
    return read_page(content, url=url or place, now=now, content_type=kind)


def _content(source: str) -> tuple[bytes, str]:
    """Return the bytes of a file and its address."""
    if source == "-":
        return sys.stdin.buffer.read(_LIMIT), ""
    path = Path(source)
    return content_of(path, _LIMIT), path.absolute().as_uri()


def _event_words(event: Event) -> str:
    at = f"{event.start:%a} {event.start.day} {event.start:%b %Y}"
    hour = "" if event.all_day else f" {event.start:%H:%M}"
    where = f", {event.location}" if event.location else ""
    return f"{at}{hour}  {event.title}{where}"


def _as_text(paper: Paper, facts: PageFacts) -> None:
    """Write what a page says for a reader."""
    paper.line(facts.title or facts.url or "(no title)")
    if facts.problem:
        paper.line(f"! {facts.problem}", hang=2)
    offered = {said.text for said in facts.offerings}  # they have a list of their own
    for sentence in facts.summary or ((facts.description,) if facts.description else ()):
        if sentence not in offered:
            paper.line(sentence, indent=2)
    if not facts.summary and facts.main_text:
        paper.line(shorten(" ".join(facts.main_text.split()), _LEAD), indent=2)
    for title, lines in _parts(facts):
        _list(paper, title, lines)


def _parts(facts: PageFacts) -> list[tuple[str, list[str]]]:
    """Return what a page says part by part: what is worth a call first."""
    offered = {said.text for said in facts.offerings}
    return [
        ("Offers", [said.text for said in facts.offerings]),
        ("Events", [_event_words(event) for event in facts.events]),
        ("News", [f"{item.date or '          '}  {item.title}" for item in facts.news]),
        ("People", [_with(person.name, person.role) for person in facts.people]),
        ("Open positions", [job.text for job in facts.jobs]),
        ("Prices", [price.text for price in facts.prices]),
        ("Offices", [office.text for office in facts.offices]),
        ("Contacts", [_with(f"{c.kind}: {c.value}", c.name) for c in facts.contacts]),
        ("Headings", [text for text in facts.headings if text not in offered]),
        ("Could be better", [f"{note.say} ({note.evidence})" for note in facts.health]),
    ]


def _with(words: str, more: str) -> str:
    return f"{words}, {more}" if more else words


def _list(paper: Paper, title: str, lines: Sequence[str]) -> None:
    """Write the first few of a list, and how many more there are."""
    if lines:
        paper.head(title)
    for line in lines[:_SHOWN]:
        paper.line(f"- {line}", indent=2, hang=4)
    if len(lines) > _SHOWN:
        paper.line(f"and {len(lines) - _SHOWN} more", indent=4)
