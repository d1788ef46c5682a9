"""The review of a course as it is drawn: what to improve first, then question by question.

The plot of a rating is five bars of text. A charting library would bring axes and a canvas of its
own for five whole numbers, 100 ms of imports, and nothing that a screen reader can say.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from textual.content import Content

from followup_tui.domain.courses.review import Answers, Gathered, Review, Said
from followup_tui.domain.courses.review_markdown import bars
from followup_tui.domain.playbook import AnswerType
from followup_tui.domain.words import count
from followup_tui.tui.present.wrapping import hanging

_DIM = "$text-muted"
_BAR = 24
_HANG = 4  # cells before the words of an answer: two blanks, its sign, and a blank


def head(review: Review) -> Content:
    """Return the head of the screen."""
    held = f"{review.held} of {count(review.drawn, 'coffee')} had"
    parts = [review.course.title, held]
    if review.rating is not None and review.rating.mean is not None:
        parts.append(f"rated {review.rating.mean:.1f}")
    return Content.assemble(("Review", "bold $text-accent"), ("  ·  ", _DIM), "  ·  ".join(parts))


def conclusions(review: Review, *, names: bool, width: int = 0) -> Content:
    """Return what follows: what to improve, what to keep, what they still want to know.

    What is longer than `width` cells (0: nobody knows) goes on below its words, not its sign.
    """
    return _hung(_conclusions(review, names=names), width)


def _conclusions(review: Review, *, names: bool) -> Iterator[Content]:
    yield from _gathered("What to improve", "$disliked", "-", review.improve, names=names)
    yield from _gathered("What to keep", "$liked", "+", review.keep, names=names)
    yield from _gathered("What they still want to know", "$text-accent", "?", review.to_know,
                         names=names)  # fmt: skip


def _gathered(
    title: str, colour: str, sign: str, found: Gathered, *, names: bool
) -> Iterator[Content]:
    if not found.said:
        return
    yield Content(title).stylize("bold")
    if found.themes:
        words = ", ".join(f"{each.word} ({each.people})" for each in found.themes)
        yield Content.assemble(("  said by several: ", _DIM), words)
    for said in found.said:
        yield _line(said, sign, colour, names=names)
    yield Content("")


def questions(review: Review, *, names: bool, width: int = 0) -> Content:
    """Return the answers, question by question; `width` as for `conclusions`."""
    return _hung(_questions(review, names=names), width)


def _hung(lines: Iterable[Content], width: int) -> Content:
    if not width:
        return Content("\n").join(lines)
    return Content("\n").join(
        part
        for line in lines
        for part in hanging(line, width, _HANG if line.plain.startswith(" ") else 0)
    )


def _questions(review: Review, *, names: bool) -> Iterator[Content]:
    for heading in review.headings:
        yield Content(heading).stylize("bold $text-accent")
        for answers in review.answers:
            if answers.heading == heading:
                yield Content(answers.ask).stylize("italic")
                yield from _answers(answers, review, names=names)
                yield Content("")


def _answers(answers: Answers, review: Review, *, names: bool) -> Iterator[Content]:
    if answers.kind is AnswerType.TEXT or not answers.counts:
        for said in answers.said:
            yield _line(said, "·", _DIM, names=names)
        return
    ordered = answers.counts
    if answers.kind is AnswerType.RATING:
        ordered = tuple(reversed(ordered))  # the best on top
    for line in bars(ordered, width=_BAR):
        yield Content.assemble("  ", (line, "$text-primary"))
    if answers.mean is not None:
        before = "; ".join(
            f"{title}, {day:%b %Y}: {mean:.1f}" for title, day, mean in review.earlier
        )
        told = f"  {answers.mean:.1f} of 5" + (f" (before: {before})" if before else "")
        yield Content(told)


def _line(said: Said, sign: str, colour: str, *, names: bool) -> Content:
    by = f"  {said.by}" if names else ""
    return Content.assemble("  ", (f"{sign} ", colour), said.text, (by, _DIM))


def nothing(review: Review) -> str:
    """Return what is told where nothing was said yet."""
    return (
        f"Nothing was said about “{review.course.title}” yet. It comes of the answers that are "
        "given over the coffees: open the course, go to somebody who was drawn, and hold it there."
    )
