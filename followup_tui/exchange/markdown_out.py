"""The story of a client as Markdown (CommonMark), with front matter, at home in Obsidian.

Promises are tasks with their due date as Obsidian's Tasks reads it; other clients are wiki links.
What somebody wrote is text: signs that Markdown, Obsidian or HTML would obey are escaped.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from followup_tui.domain.client import Person
from followup_tui.domain.exporting.story import Story
from followup_tui.domain.project import Project
from followup_tui.domain.promise import NextStep, Owner, Promise, PromiseState
from followup_tui.domain.timeline.entries import Entry, EntryKind
from followup_tui.domain.timeline.values_in_words import day_words

_SIGNS = re.compile(r"[\\`*\[\]<$#^]|&(?=[#\w])|==|%%|~~|(?<![^\W_])_|_(?![^\W_])")
_BEGINS = re.compile(r"^(\s*)(?:([-+!=]|\d+[.)])(?=\s|$)|(>|-(?=-)))")
_PAIR = r"\([^\s<>\"()]*\)"
_ADDRESS = re.compile(rf"(https?://(?:{_PAIR}|[^\s<>\"()])*(?:{_PAIR}|[^\s<>\"().,;:!?'\]}}]))")
"""An address, without the signs that end a sentence or a bracket around it."""
_TAG = re.compile(r"[^\w/-]+")
_LETTER = re.compile(r"[^\W\d_]")
_BOXES = {PromiseState.OPEN: " ", PromiseState.KEPT: "x", PromiseState.BROKEN: "-"}
_DUE = "\N{CALENDAR}"
_DONE = "\N{WHITE HEAVY CHECK MARK}"


def write_story(story: Story) -> bytes:
    """Return a client's file, in UTF-8."""
    sections = (
        ("People", [line for each in story.client.people for line in _person(each)]),
        ("Known", list(_known(story))),
        ("Promises", [_promise(each) for each in story.memory.page.promises]),
        ("Next steps", [_step(each) for each in story.memory.page.next_steps]),
        ("Projects", [_project(each) for each in story.memory.page.projects]),
        ("History", list(_history(story.entries))),
    )
    lines = [*_front_matter(story), "", f"# {text(story.client.name)}"]
    if story.client.about:
        lines += ["", *(text(line.strip()) for line in story.client.about.split("\n"))]
    for title, rows in sections:
        if rows:
            lines += ["", f"## {title}", "", *rows]
    return ("\n".join(lines) + "\n").encode()


def text(words: str) -> str:
    """Return `words` so that they are shown as they were written; addresses are links."""
    parts = _ADDRESS.split(words)  # every second one is an address
    shown = [f"<{part}>" if at % 2 else _SIGNS.sub(_escaped, part) for at, part in enumerate(parts)]
    return _BEGINS.sub(lambda found: f"{found[1]}{_begin(found[2] or found[3])}", "".join(shown))


def _escaped(found: re.Match[str]) -> str:
    return "".join(f"\\{sign}" for sign in found[0])


def _begin(mark: str) -> str:
    """Return what would begin a list as plain text."""
    return f"\\{mark}" if len(mark) == 1 else f"{mark[:-1]}\\{mark[-1]}"


def _front_matter(story: Story) -> Iterator[str]:
    """Yield the properties; JSON is YAML as well, so every text is safe."""
    client, page = story.client, story.memory.page
    due = min((p.due for p in page.promises if p.state is PromiseState.OPEN), default=None)
    coming = min((s.at.date() for s in page.next_steps if s.done is None), default=None)
    reached = page.standing.last_reached
    yield "---"
    yield f"followup: {client.id}"
    yield f"name: {_yaml(client.name)}"
    yield f"aliases: {_yaml([p.name for p in client.people if p.name != client.name])}"
    yield f"tags: {_yaml(['followup', *filter(None, map(_tag, client.tags))])}"
    if client.website:
        yield f"website: {_yaml(client.website)}"
    for name, day in (("last_reached", reached), ("promise_due", due), ("next_step", coming)):
        if day is not None:
            yield f"{name}: {day.isoformat()}"
    yield "---"


def _yaml(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _tag(tag: str) -> str:
    """Return a tag as Obsidian takes it: no blanks, and not of figures alone."""
    found = _TAG.sub("-", tag).strip("-")
    return found if not found or _LETTER.search(found) else f"n{found}"


def _person(person: Person) -> Iterator[str]:
    role = f", {text(person.role)}" if person.role else ""
    yield f"- **{text(person.name)}**{role}"
    if ways := (*person.phones, *person.emails):
        yield f"  {text(' · '.join(ways))}"


def _known(story: Story) -> Iterator[str]:
    client = story.client
    manager, wish = client.account_manager, client.do_not_call
    rows = (
        ("interests", ", ".join(client.interests)),
        ("likes", ", ".join(client.likes)),
        ("dislikes", ", ".join(client.dislikes)),
        ("open questions", " · ".join(client.open_questions)),
        ("competitors", ", ".join(_named_site(c.name, c.website) for c in client.competitors)),
        ("account manager", manager.name if manager else ""),
        ("time zone", client.zone),
        ("courses", ", ".join(story.memory.page.courses)),
        ("call again", day_words(client.call_again) if client.call_again else ""),
        ("do not call", f"since {day_words(wish.since)} {wish.why}".strip() if wish else ""),
    )
    for label, words in rows:
        if words:
            yield f"- {label}: {text(words)}"
    yield from _introductions(story)


def _named_site(name: str, website: str) -> str:
    return f"{name} ({website})" if website else name


def _introductions(story: Story) -> Iterator[str]:
    links = dict(story.links)
    if by := story.client.origin.introduced_by:
        who = story.memory.page.introduced_by or "a client who is not there any more"
        yield f"- introduced by: {_link(by, who, links)}"
    named = [_link(other.id, other.name, links) for other in story.memory.introduced]
    if named:
        yield f"- introduced us to: {', '.join(named)}"


def _link(client_id: str, name: str, links: dict[str, str]) -> str:
    file = links.get(client_id)
    if file is None:
        return text(name)
    shown = name.replace("[", "(").replace("]", ")").replace("|", "/")
    return f"[[{file}]]" if file == name else f"[[{file}|{shown}]]"


def _promise(promise: Promise) -> str:
    who = "we" if promise.by is Owner.US else "they"
    settled = f" {_DONE} {promise.settled.isoformat()}" if promise.settled else ""
    box = _BOXES[promise.state]
    return f"- [{box}] {who}: {text(promise.text)} {_DUE} {promise.due.isoformat()}{settled}"


def _step(step: NextStep) -> str:
    sure = "agreed" if step.agreed else "proposed"
    hour = "" if step.all_day else f"{step.at:%H:%M} "
    words = f": {text(step.text)}" if step.text else ""
    done = f" {_DONE} {step.done.isoformat()}" if step.done else ""
    day = step.at.date().isoformat()
    return f"- [{'x' if step.done else ' '}] {hour}{step.kind}, {sure}{words} {_DUE} {day}{done}"


def _project(project: Project) -> str:
    success = {True: "a success", False: "not a success", None: ""}[project.success]
    ended = f"ended {day_words(project.ended)}" if project.ended else "under way"
    steps = (f"{step.kind} {step.state}" for step in project.closing if step.asked or step.settled)
    parts = (ended, ", ".join(project.technologies), success, ", ".join(steps), project.about)
    about = " · ".join(" ".join(part.split()) for part in parts if part)
    return f"- **{text(project.title)}**: {text(about)}"


def _history(entries: Iterable[Entry]) -> Iterator[str]:
    """Yield the timeline, year by year; what was changed in the record itself is left out."""
    told = [entry for entry in entries if entry.kind is not EntryKind.CHANGE]
    for year, group in groupby(told, key=lambda entry: entry.day.year):
        yield from (f"### {year}", "")
        for entry in group:
            hour = f" {entry.at:%H:%M}" if entry.at else ""
            yield f"- **{entry.day.isoformat()}**{hour} {text(entry.title)}"
            for line in entry.lines:
                label = f"{text(line.label)}: " if line.label else ""
                yield f"  - {label}{text(line.text)}"
        yield ""
