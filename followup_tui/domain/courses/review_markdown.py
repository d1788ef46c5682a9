"""A course's review as Markdown, to be given to the trainer.

Names are left out unless they are asked for. What was said over a coffee was said to the host, in
confidence and softly asked for; the trainer needs what to do better, not who complained. So each
list is in the order of its words (the order of the coffees would tell who is who from question to
question), and names of the people and companies in what they said go, too.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from followup_tui.domain.courses.review import Answers, Gathered, Review, Said
from followup_tui.domain.playbook import AnswerType
from followup_tui.domain.text import fold
from followup_tui.domain.words import count

SOMEBODY = "[somebody]"
"""What stands where somebody was named."""
_SHORTEST = 3  # letters of a part of a name: shorter ones are words of some language
_BAR = 20  # cells of the longest bar
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|])")
_LISTED = re.compile(r"^(\d*)([-+.)])(?=\s|$)")


def markdown(review: Review, *, names: bool = False) -> str:
    """Return the review as Markdown, ending with a line break."""
    hide = _kept if names else _hiding(review)
    return "\n".join(_lines(review, hide, names=names)).rstrip() + "\n"


def _lines(review: Review, hide: Callable[[str], str], *, names: bool) -> Iterator[str]:
    course = review.course
    yield f"# {_plain(course.title)}: what we heard over coffee"
    yield ""
    yield _about(review)
    if not names:
        yield ""
        yield "_Said in confidence: names are left out, the order of the answers means nothing._"
    if review.rating is not None:
        yield from _rating(review, review.rating)
    gathered = (
        ("What to improve", review.improve),
        ("What to keep", review.keep),
        ("What they still want to know", review.to_know),
    )
    for title, found in gathered:
        if found.said:
            yield from _gathered(title, found, hide, names=names)
    yield from _questions(review, hide, names=names)


def _about(review: Review) -> str:
    course = review.course
    days = f"{course.first_day:%Y-%m-%d}"
    if course.last_day != course.first_day:
        days += f" to {course.last_day:%Y-%m-%d}"
    parts = [days]
    if course.speaker:
        parts.append(f"taught by {_plain(course.speaker)}")
    if course.host:
        parts.append(f"coffees with {_plain(course.host)}")
    parts.append(f"{count(review.held, 'coffee')} of {review.drawn or review.held} who were drawn")
    return f"{', '.join(parts)}."


def _rating(review: Review, rating: Answers) -> Iterator[str]:
    yield ""
    yield f"## {_plain(rating.ask)}"
    yield ""
    yield f"**{rating.mean:.1f}** of 5, {count(len(rating.said), 'answer')}."
    yield ""
    yield "```"
    yield from bars(rating.counts)
    yield "```"
    if review.earlier:
        yield ""
        for title, day, mean in review.earlier:
            yield f"- before: {_plain(title)}, {day:%b %Y}: {mean:.1f}"


def _gathered(
    title: str, found: Gathered, hide: Callable[[str], str], *, names: bool
) -> Iterator[str]:
    yield ""
    yield f"## {title}"
    yield ""
    themes = [f"{hide(each.word)} ({each.people})" for each in found.themes]
    themes = [each for each in themes if SOMEBODY not in each]
    if themes:
        yield f"Said by several: {', '.join(map(_plain, themes))}."
        yield ""
    yield from _listed(found.said, hide, names=names)


def _questions(review: Review, hide: Callable[[str], str], *, names: bool) -> Iterator[str]:
    for heading in review.headings:
        yield ""
        yield f"## {_plain(heading)}, question by question"
        for answers in review.answers:
            if answers.heading == heading and answers.mean is None:
                yield ""
                yield f"### {_plain(answers.ask)}"
                yield ""
                if answers.kind is AnswerType.TEXT or not answers.counts:
                    yield from _listed(answers.said, hide, names=names)
                else:
                    yield "```"
                    yield from bars(answers.counts)
                    yield "```"


def bars(counts: Iterable[tuple[str, int]], *, width: int = _BAR) -> Iterator[str]:
    """Yield a line for each answer with a bar as long as it was given often: ``5 ████ 2``."""
    counts = tuple(counts)
    label = max((len(answer) for answer, _ in counts), default=0)
    most = max((number for _, number in counts), default=0)
    scale = min(4.0, width / most) if most else 0.0
    for answer, number in counts:
        bar = "█" * max(round(number * scale), 1 if number else 0)
        yield f"{answer:<{label}}  {bar}{' ' if bar else ''}{number}"


def _listed(said: Iterable[Said], hide: Callable[[str], str], *, names: bool) -> Iterator[str]:
    if names:
        for each in said:
            yield f"- {_plain(each.text)} ({_plain(each.by)})"
    else:
        for text in sorted((hide(each.text) for each in said), key=fold):
            yield f"- {_plain(text)}"


def _plain(text: str) -> str:
    """Return a text in which nothing is Markdown: what people say holds stars and brackets."""
    text = _SPECIAL.sub(r"\\\1", " ".join(text.split())).replace(r"\[somebody\]", SOMEBODY)
    return _LISTED.sub(r"\1\\\2", text)


def _kept(text: str) -> str:
    return text


def _hiding(review: Review) -> Callable[[str], str]:
    """Return what takes the names of those who took part out of a text; the host's stay."""
    course = review.course
    ours = {fold(part) for name in (course.host, course.speaker) for part in name.split()}
    named: set[str] = set()
    everybody = [each.by for answers in review.answers for each in answers.said]
    everybody += [s.by for g in (review.keep, review.improve, review.to_know) for s in g.said]
    everybody += [each.name for each in course.attendees]
    for name in everybody:
        parts = [part for part in name.split() if len(part) >= _SHORTEST]
        named.update(part for part in parts if fold(part) not in ours)
        named.add(name)
    named.update(each.company for each in course.attendees if each.company)
    named -= {"", course.host, course.speaker}
    if not named:
        return _kept
    words = sorted(named, key=len, reverse=True)
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)")
    return lambda text: pattern.sub(SOMEBODY, text)
