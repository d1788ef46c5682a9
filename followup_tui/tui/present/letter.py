"""How a letter, its personal check and its ways out are told: pure, tested without a screen."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import accumulate
from typing import TYPE_CHECKING

from textual.content import Content

from followup_tui.domain.letter import Left, Letter, LetterKind, LetterState, Way
from followup_tui.domain.text import shorten
from followup_tui.domain.words import count, short_day

if TYPE_CHECKING:
    from followup_tui.domain.letters.view import LetterView, WayOut
    from followup_tui.domain.personal import Finding, PersonalCheck, Unused

_NAME = 40  # characters of a client's name in a line
_WHY = 60
_FACT = 400

KIND_WORDS: Mapping[LetterKind, str] = {
    LetterKind.SUGGESTIONS: "Suggestions before the call",
    LetterKind.FOLLOW_UP: "As per our conversation",
    LetterKind.NOT_REACHED: "Could not reach you",
    LetterKind.REFERENCE: "Asking for a reference",
    LetterKind.TESTIMONIAL: "Asking for a testimonial",
    LetterKind.REVIEW: "Asking for a public review",
    LetterKind.COFFEE: "Coffee invitation",
    LetterKind.COFFEE_THANKS: "Thanks for the coffee",
    LetterKind.GOOD_TO_MEET: "Good to meet you",
    LetterKind.PROMISED: "Here is what I promised",
    LetterKind.INTRODUCTION: "Thanks for the introduction",
}
"""What each kind of letter is called."""

WAY_WORDS: Mapping[Way, str] = {
    Way.FILE: "Mail file (.eml)",
    Way.MAILTO: "Mail program",
    Way.CLIPBOARD: "Clipboard",
    Way.DRAFTS: "Drafts folder",
}
"""What each way out is called."""

WAY_HELP: Mapping[Way, str] = {
    Way.FILE: "opens as an unsent draft, its files with it",
    Way.MAILTO: "opens a new mail with the text",
    Way.CLIPBOARD: "copies the text, for pasting",
    Way.DRAFTS: "puts it into the drafts folder of your mailbox",
}
"""What each way out does."""


def way_words(out: WayOut) -> str:
    """Return what a way out does, and what does not go that way; or why it cannot be taken."""
    if not out.available:
        return out.why_not
    return f"{WAY_HELP[out.way]}. {out.note}".strip() if out.note else WAY_HELP[out.way]


REASON_WORDS: Mapping[str, str] = {
    "facts": "too few facts",
    "placeholders": "something to fill in",
    "greeting": "the greeting",
    "names": "another name",
    "others": "facts of others",
    "stock": "stock phrases",
    "earlier": "an earlier letter",
    "step": "no day",
}
"""What is wrong where a finding of the check is, in a word or two."""


def title(view: LetterView, now: datetime) -> Content:
    """Return whose letter it is and of which kind, why it is written, and how far it is."""
    return Content.assemble(
        (KIND_WORDS[view.letter.kind], "bold $text-primary"),
        (": ", "$text-muted"),
        (shorten(view.client.name, _NAME), "bold"),
        (f"  {shorten(view.why, _WHY)}" if view.why else "", "$text-muted"),
    )


def state_words(letter: Letter, now: datetime) -> str:
    """Return how far a letter is: ``draft``, ``ready``, ``ready, overruled``, how it last left."""
    if letter.left:
        last = letter.left[-1]
        return f"left {moment_words(last.at, now)} · {_way_words(last)}"
    if letter.state is LetterState.READY:
        return "ready, the check overruled" if letter.overruled else "ready"
    return "draft"


def _way_words(left: Left) -> str:
    return {
        Way.FILE: "as a file",
        Way.MAILTO: "by the mail program",
        Way.CLIPBOARD: "by the clipboard",
        Way.DRAFTS: "to the drafts folder",
    }[left.way]


def moment_words(moment: datetime, now: datetime) -> str:
    """Return a moment in the user's zone: ``14:02``, or with its day where that is another."""
    at = moment.astimezone(now.tzinfo)
    if at.date() == now.date():
        return f"{at:%H:%M}"
    return f"{short_day(at.date(), now.date())} {at:%H:%M}"


def left_words(letter: Letter, to_name: str) -> str:
    """Return the sentence that tells how the letter left just now; nothing was sent."""
    whom = f"The letter to {to_name}" if to_name else "The letter"
    left = letter.left[-1]
    match left.way:
        case Way.FILE:
            return f"{whom} stands in {left.where}: open it, and it is an unsent draft."
        case Way.MAILTO:
            return f"{whom} is open in your mail program, not sent."
        case Way.CLIPBOARD:
            return f"{whom} is on the clipboard: paste it where you write it."
        case Way.DRAFTS:
            folder = f"“{left.where}”" if left.where else "your drafts folder"
            return f"{whom} waits in {folder} of your mailbox, not sent."


def settles(promises: int) -> str:
    """Return the sentence over the promises that a letter is taken to keep."""
    what, them = ("this promise", "it") if promises == 1 else ("these promises", "them")
    return f"With it {what} of yours will stand as kept. Press k to leave {them} open:"


# The check


@dataclass(frozen=True, slots=True)
class Mark:
    """Some characters of a line that the check points at."""

    start: int
    end: int
    good: bool
    """Whether a fact rests on them; else they keep the letter from being ready."""


def verdict(check: PersonalCheck | None) -> Content:
    """Return on one line whether the letter is ready, and what of it is not."""
    if check is None:
        return Content.styled("The check is being made …", "$text-muted")
    if check.ready:
        used = sum(1 for use in check.used if use.counts)
        return Content.assemble(
            ("✓ Ready ", "bold $text-success"),
            (f"on {count(used, 'fact')} that only they know.", "$text-muted"),
        )
    open_reasons = check.open_reasons
    about = ", ".join(REASON_WORDS.get(each.key, each.key) for each in open_reasons)
    return Content.assemble(("! Not ready: ", "bold $text-warning"), (about, "$text"))


def reasons(check: PersonalCheck, width: int) -> Content:
    """Return the findings, what keeps the letter from being ready first, broken at `width`."""
    ordered = sorted(check.reasons, key=lambda each: each.ok)
    return Content("\n").join(line for each in ordered for line in _reason(each, width))


def _reason(finding: Finding, width: int) -> Iterator[Content]:
    sign = ("✓ ", "$text-success") if finding.ok else ("! ", "bold $text-warning")
    style = "$text-muted" if finding.ok else "$text"
    first, *more = Content.styled(finding.sentence, style).wrap(max(width - _SIGN, _LEAST))
    yield Content.assemble(sign, first)
    for line in more:
        yield Content.assemble(" " * _SIGN, line)


_SIGN = 2  # cells of a sign with its blank
_LEAST = 8  # cells that words are broken at where there is less


def overruled_words(check: PersonalCheck) -> str:
    """Return what would be overruled, a line for each finding."""
    return "\n".join(f"! {each.sentence}" for each in check.open_reasons)


def fact_lines(fact: Unused, number: int, now: datetime) -> tuple[Content, Content]:
    """Return a recorded fact with its number, and where it is from."""
    it = fact.fact
    # The source of a talk names its day already: “call of 14 May 2026”.
    is_dated = it.when is not None and f"{it.when.day} {it.when:%B}" in it.source
    day = f", {short_day(it.when, now.date())}" if it.when and not is_dated else ""
    about = " · ".join(filter(None, (it.kind or "said", f"{it.source}{day}".strip(", "))))
    return (
        Content.assemble(
            (f"{number} " if number <= _KEYED else "  ", "bold $text-accent"),
            shorten(it.text, _FACT),
        ),
        Content.styled(f"  {about}", "$text-muted"),
    )


_KEYED = 9


_TOO_FEW = "facts"
"""The finding that points at the words on which facts do rest, though too few."""


def marks(check: PersonalCheck, text: str, body: str) -> dict[int, tuple[Mark, ...]]:
    """Return, by line of `body`, the characters that the check points at.

    `text` is what was checked, at whose end `body` stands.
    """
    offset = len(text) - len(body)
    lines = body.split("\n")
    starts = list(accumulate((len(line) + 1 for line in lines), initial=0))
    found: dict[int, list[Mark]] = {}
    for begin, end, good in _spans(check):
        for row, mark in _on_lines(begin - offset, end - offset, good, starts, lines):
            found.setdefault(row, []).append(mark)
    return {row: tuple(several) for row, several in found.items()}


def _spans(check: PersonalCheck) -> Iterator[tuple[int, int, bool]]:
    """Yield what is to be marked; what is wrong comes last, and so is drawn over the rest."""
    for use in check.used:
        if use.counts:
            yield from ((begin, end, True) for begin, end in use.spans)
    for finding in check.open_reasons:
        if finding.key != _TOO_FEW:
            yield from ((begin, end, False) for begin, end in finding.spans)


def _on_lines(
    begin: int, end: int, good: bool, starts: Sequence[int], lines: Sequence[str]
) -> Iterator[tuple[int, Mark]]:
    begin = max(begin, 0)
    row = max(bisect_right(starts, begin) - 1, 0)
    while row < len(lines) and starts[row] < end:
        start, stop = max(begin - starts[row], 0), min(end - starts[row], len(lines[row]))
        if start < stop:
            yield row, Mark(start, stop, good)
        row += 1


# What goes with it, and what is under way


def attached(names: Sequence[str]) -> str:
    """Return what goes along: ``Goes along: next-step.ics, offer.pdf``; empty where nothing."""
    return f"Goes along: {', '.join(names)}" if names else ""


def under_way(letters: Sequence[tuple[str, Letter]], key: str) -> Content:
    """Return the line of the desk that tells of letters under way; `key` takes one up.

    Each comes with the name of its client. Empty where there are none.
    """
    if not letters:
        return Content("")
    shown = [shorten(name, 30) for name, _ in letters[:_NAMED]]
    if len(letters) > _NAMED:
        shown.append(f"{len(letters) - _NAMED} more")
    verb = "takes it up" if len(letters) == 1 else "chooses one"
    return Content.assemble(
        (f"{count(len(letters), 'letter')} under way: ", "bold $text-warning"),
        ", ".join(shown),
        (f"   {key} {verb}", "$text-muted"),
    )


_NAMED = 3


def letter_line(name: str, letter: Letter, now: datetime) -> Content:
    """Return the line by which a letter under way is chosen."""
    changed = letter.changed or letter.created
    return Content.assemble(
        shorten(name, 30),
        (f"  {KIND_WORDS[letter.kind]}", "$text-primary"),
        (f"  {state_words(letter, now)}, {moment_words(changed, now)}", "$text-muted"),
    )


def plain(letter: Letter) -> str:
    """Return a letter as plain text, for saving elsewhere."""
    head = [f"To: {letter.to}"] if letter.to else []
    if letter.cc:
        head.append(f"Cc: {', '.join(letter.cc)}")
    return "\n".join([*head, f"Subject: {letter.subject}", "", letter.body]).strip()
