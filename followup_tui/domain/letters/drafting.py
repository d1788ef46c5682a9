"""The first draft of a mail with suggestions: short, and about this client and nobody else.

It is made of recorded facts only. What is not known is left out, so that no gap, no placeholder
and no empty phrase stands in it; the user writes on from there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import datetime

from followup_tui.domain.client import Client
from followup_tui.domain.notes.capture import NoteKind, kind_of, words_of
from followup_tui.domain.record import TEXT_LIMIT
from followup_tui.domain.text import clean_line, clean_text, shorten
from followup_tui.domain.value_add import ValueAdd
from followup_tui.domain.views import ClientPage
from followup_tui.domain.words import span_words

_TITLES = frozenset(("dr", "prof", "mr", "mrs", "ms", "miss", "sir", "dame", "rev"))
MOST_EVENTS = 2
QUOTE = 160  # characters of a note that are quoted

_LIKES = re.compile(
    r"(?:(?:he|she|they) )?(?:really )?(?:likes?|liked|loves?|loved) ", re.IGNORECASE
)
"""How a note says that something is liked, which the sentence around it says already."""

_OPENING = {
    NoteKind.LIKED: "I remember that you liked this: {}",
    NoteKind.INTEREST: "You said that this interests you: {}",
    NoteKind.QUESTION: "You had asked: {}",
    NoteKind.NOTE: "The last time you told me: {}",
}


def suggest(
    client: Client,
    *,
    me_name: str,
    me_signature: str,
    page: ClientPage | None,
    chosen: Sequence[ValueAdd],
    events: Sequence[str],
    now: datetime,
    seen: str = "",
) -> tuple[str, str]:
    """Return the subject and the body of the draft.

    It greets the primary contact, recalls the last project or talk and what was said, names the
    chosen value-adds with their links and up to `MOST_EVENTS` of `events`, and closes with the
    signature. `seen` is a sentence about what is new on their website. Only what is recorded or
    was read is named.
    """
    paragraphs = [
        _greeting(client),
        " ".join((*_recall(client, page, now), *([seen] if seen else []))),
        _given(chosen),
        _coming(events),
        _closing(client),
        clean_text(me_signature) or clean_line(me_name),
    ]
    body = "\n\n".join(paragraph for paragraph in paragraphs if paragraph)
    return _subject(client, page, chosen), body[:TEXT_LIMIT]


def first_name(name: str) -> str:
    """Return how somebody is greeted: by their first name, unless that would be a guess.

    A name in one word, with a title, or in capital letters of another order (“LI Jane”), is used
    whole.
    """
    words = name.split()
    if len(words) < 2 or words[0].isupper() or "," in name:
        return name
    if words[0].endswith(".") or words[0].lower() in _TITLES:
        return name
    return words[0]


def _greeting(client: Client) -> str:
    name = first_name(client.primary.name) if client.primary else ""
    return f"Hello {shorten(name, 80)}," if name else "Hello,"


def _recall(client: Client, page: ClientPage | None, now: datetime) -> Iterator[str]:
    """Yield sentences that recall the work or the talk, and what was said then."""
    if page is not None:
        if page.projects:
            project = page.projects[0]
            title = shorten(project.title, 120)
            if project.ended is None or project.ended > now.date():
                yield f"I have been thinking about “{title}”, on which we work together."
            elif (days := (now.date() - project.ended).days) < 14:
                yield f"We have only just finished “{title}”, and it stays on my mind."
            else:
                yield f"It is {span_words(days)} now since we finished “{title}”."
        elif page.encounters:
            encounter = page.encounters[0]
            where = f" at {encounter.where}" if encounter.where else ""
            about = shorten(clean_line(encounter.talked_about), QUOTE).rstrip(".")
            talked = f", and to talk about {about}" if about else ""
            yield f"It was good to meet you{where}{talked}."
        yield from _quoted(page)
    if client.likes and not (page and _remembered(page)):
        yield _opened(NoteKind.LIKED, client.likes[-1])


def _remembered(page: ClientPage) -> tuple[NoteKind, str] | None:
    """Return the line of the last talk that is best recalled, by what it says of them."""
    for interaction in page.interactions:
        lines = [(kind_of(line.text), words_of(line.text)) for line in interaction.notes]
        for wanted in _OPENING:
            for kind, words in lines:
                if kind is wanted and words:
                    return kind, words
    return None


def _quoted(page: ClientPage) -> Iterator[str]:
    remembered = _remembered(page)
    if remembered is not None:
        yield _opened(*remembered)


def _opened(kind: NoteKind, words: str) -> str:
    """Return the sentence that recalls a note of some kind."""
    if kind is NoteKind.LIKED and (said := _LIKES.match(words)):
        words = words[said.end() :] or words
    return _OPENING[kind].format(_sentence(words))


def _sentence(words: str) -> str:
    """Return noted words with one full stop at their end."""
    line = shorten(clean_line(words), QUOTE)
    return line if line[-1:] in ".!?…" else f"{line}."


def _given(chosen: Sequence[ValueAdd]) -> str:
    if not chosen:
        return ""
    opening = "This made me think of you:" if len(chosen) == 1 else "These made me think of you:"
    return "\n".join([opening, *(f"- {_named(each)}" for each in chosen)])


def _named(value_add: ValueAdd) -> str:
    link = f": {value_add.url}" if value_add.url else ""
    day = value_add.starts
    when = f", {day:%A} {day.day} {day:%B}" if day is not None else ""
    return f"{shorten(value_add.title, 160)}{when}{link}"


def _coming(events: Sequence[str]) -> str:
    named = [shorten(clean_line(event), 160) for event in events[:MOST_EVENTS]]
    named = [event for event in named if event]
    if not named:
        return ""
    return "\n".join(["You may also like to know what is coming up:", *(f"- {e}" for e in named)])


def _closing(client: Client) -> str:
    manager = client.account_manager
    joined = f" I could bring {manager.name} along." if manager else ""
    return f"Shall we talk about it for a quarter of an hour?{joined}"


def _subject(client: Client, page: ClientPage | None, chosen: Sequence[ValueAdd]) -> str:
    if chosen:
        return shorten(f"For {client.name}: {chosen[0].title}", 120)
    if page is not None and page.projects:
        return shorten(f"How is “{page.projects[0].title}” getting on?", 120)
    if page is not None and page.encounters and page.encounters[0].where:
        return shorten(f"Good to meet you at {page.encounters[0].where}", 120)
    return shorten(f"Some thoughts for {client.name}", 120)
