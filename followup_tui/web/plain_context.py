"""What stands around a date: the headings above it, the names of its boxes, the page itself.

From these follows whether a block with a date is believed to announce something. The weights
were set on invented pages of many styles; what is missed costs less than what is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import unquote, urlsplit

from followup_tui.web import plain_labels as labels
from followup_tui.web import plain_notices as notices
from followup_tui.web import plain_signs as signs
from followup_tui.web.dom import Page, line
from followup_tui.web.plain_block import Block
from followup_tui.web.plain_dated import Dated
from followup_tui.web.plain_lines import Lines
from followup_tui.web.plain_parts import Parts
from followup_tui.web.plain_phrases import is_good, is_sentence, tidy
from followup_tui.web.plain_years import Dated as Days
from followup_tui.web.plain_years import Heading, heading_of, years_in

_BOXES_UP = 7
_DIGITS = re.compile(r"\d+")
_ENOUGH = 4
_NO_EVENT = 4
"""What it weighs that the words of a block are those of an article, a job, a notice."""
_LONG = 180  # characters of a sentence in which a date is mentioned rather than announced


@dataclass(frozen=True, slots=True)
class Scene:
    """What the page is about, as far as dates are concerned."""

    events: bool
    news: bool
    past: bool


def scene_of(page: Page, lines: Lines) -> Scene:
    """Return what the address, the title and the first headings say that the page is about."""
    try:
        path = unquote(urlsplit(page.url).path)
    except ValueError:
        path = ""
    path = path.replace("-", " ").replace("_", " ").replace("/", " ").replace(".", " ")
    title = page.first("title")
    head = line(title.get_text(" ") if title is not None else "", 120)
    first = [row.text for row in lines.lines if row.level == 1][:2]
    own = head.split(" | ")[0].split(" – ")[0].split(" - ")[0]  # noqa: RUF001
    words = " \n ".join((path, own, *first))
    events = signs.EVENTISH.search(words) is not None
    news = signs.NEWS.search(words) is not None
    past = signs.PAST.search(path + " \n " + " ".join(first)) is not None
    return Scene(events, news and not signs.EVENTISH.search(path), past)


_OF_YEAR = re.compile(
    r"(?:^|\s)(?:year|jahr|ann[ée]e|a[nñ]o|anno|jaar|y|tab|panel|pane|season)?[-_]?(20[0-3]\d)(?:$|\s)",
    re.IGNORECASE,
)
_LOWEST = 9
"""What no heading reaches, nor a bold line that looks like one."""


@dataclass(frozen=True, slots=True)
class Above:
    """One heading above a line."""

    level: int
    place: int
    text: str
    says: Heading | None


class Context:
    """The headings of a page, and for each line those above it."""

    def __init__(self, lines: Lines, language: str) -> None:
        self._lines = lines
        self._stacks: list[tuple[Above, ...]] = []
        self.names_months = False
        """Whether any heading names a month."""
        stack: tuple[Above, ...] = ()
        for place, row in enumerate(lines.lines):
            self._stacks.append(stack)
            level = row.level or self._like_heading(place)
            if level:
                says = heading_of(row.text, language)
                if says is not None and says.month is not None:
                    self.names_months = True
                above = Above(level, place, row.text, says)
                stack = (*(one for one in stack if one.level < level), above)
        self._years = _parts_by_year(stacks=self._stacks)

    def _like_heading(self, place: int) -> int:
        """Return a level for lines that are headings to the eye: captions, bold lines alone."""
        row = self._lines.lines[place]
        box = self._lines.boxes[row.box]
        if box.tag in {"caption", "summary", "legend"}:
            return 7
        if box.names and len(row.text) <= 90 and _folds(box.names):
            return 6
        if len(row.text) <= 60 and years_in(row.text) and signs.EVENTISH.search(row.text):
            return 7
        if len(row.text) > 60 or not row.pieces or not all(piece.strong for piece in row.pieces):
            return 0
        alone = box.last - box.first == 1 and box.tag in {"p", "div", "td", "center", "th", "li"}
        return 8 if alone and box.tag != "li" else 0

    def above(self, place: int) -> tuple[Above, ...]:
        """Return the headings above a line, the nearest last."""
        return self._stacks[place] if place < len(self._stacks) else ()

    def whose(self, block: Block) -> str:
        """Return the nearest heading above a list of meetings that says whose they are."""
        place = block.title if block.title >= 0 else block.first
        before = self._lines.lines[max(place - 1, 0)]
        bold = len(before.text) <= 80 and all(piece.strong for piece in before.pieces)
        level = self._lines.lines[place].level or _LOWEST
        above = [one.text for one in reversed(self.above(place)) if one.level < level]
        for text in (before.text, *above) if bold and before.pieces else above:
            name = tidy(text)
            if is_good(name) and not signs.EVENTISH.search(name) and not is_sentence(name):
                return name
        return ""

    def heading(self, place: int) -> Heading | None:
        """Return the month and year that the headings above a line say, the nearest first."""
        month: int | None = None
        years: tuple[int, ...] = ()
        for one in reversed(self.above(place)):
            if one.says is not None:
                month = month or one.says.month
                years = years or one.says.years
        if not years:
            years = self._named_years(place)
        if not years:
            years = next((year for first, year in reversed(self._years) if first < place), ())
        return Heading(month, years) if month or years else None

    def _named_years(self, place: int) -> tuple[int, ...]:
        """Return the year after which a part of the page is named: ``id="year2026"``."""
        for number, box in enumerate(self._lines.around(self._lines.lines[place].box)):
            names = self._lines.boxes[box].names
            found = _OF_YEAR.search(names) if "20" in names else None
            if found is not None:
                return (int(found[1]),)
            if number >= _BOXES_UP:
                break
        return ()

    def names(self, box: int) -> str:
        """Return the classes and ids of a box and those around it."""
        found: list[str] = []
        for number, one in enumerate(self._lines.around(box)):
            names = self._lines.boxes[one].names.strip()
            if number >= _BOXES_UP or self._lines.boxes[one].tag in {"body", "main"}:
                break
            if names:
                found.append(names)
        return " ".join(found).replace("_", "-")


@lru_cache(maxsize=4096)  # like parts have like names
def _folds(names: str) -> bool:
    return labels.FOLD_NAMES.search(names) is not None


def _parts_by_year(stacks: Sequence[tuple[Above, ...]]) -> list[tuple[int, tuple[int, ...]]]:
    """Return (line, year) of the headings that part a page by years, whatever stands below them.

    "2026 meetings" and "2025 meetings" are of one kind and one level; what follows them is in
    their year also where a page's headings below them are of a higher level.
    """
    headings = {one.place: one for stack in stacks for one in stack[-1:]}
    kinds: dict[tuple[int, str], list[Above]] = {}
    for one in headings.values():
        if one.says is not None and len(one.says.years) == 1 and one.says.month is None:
            kinds.setdefault((one.level, _DIGITS.sub("", one.text)), []).append(one)
    return sorted(
        (one.place, one.says.years)
        for several in kinds.values()
        if len({other.text for other in several}) > 1
        for one in several
        if one.says is not None
    )


def _section(above: tuple[Above, ...]) -> tuple[bool, bool, bool]:
    """Say whether the nearest heading that says anything means events, news, or what is over."""
    for one in reversed(above):
        events = signs.EVENTISH.search(one.text) is not None
        coming = signs.UPCOMING.search(one.text) is not None
        news = signs.NEWS.search(one.text) is not None
        past = signs.PAST.search(one.text) is not None and not coming
        if events or news or past or coming:
            return events or coming, news, past
    return False, False, False


@dataclass(frozen=True, slots=True)
class Case:
    """One block with a date, and all that speaks for and against its being an event."""

    block: Block
    dated: Dated
    days: Days
    parts: Parts
    text: str
    """All its words."""
    alike: int
    """Blocks like it, itself included."""
    timed: bool
    calendar: bool = False
    """Whether it stands in a month view."""
    borrows: bool = False
    """Whether it has no title but that of a page about one event."""


def believed(case: Case, context: Context, scene: Scene) -> bool:
    """Say whether a block with a date announces an event."""
    if notices.CLOSED.search(case.parts.title) or notices.is_over(case.text):
        return False
    above = tuple(one for one in context.above(case.block.first) if one.text != case.parts.title)
    events, news, past = _section(above)
    names = context.names(case.dated.box)
    named_events = signs.EVENTISH.search(names.replace("-", " ")) is not None
    named_past = signs.PAST.search(names.replace("-", " ")) is not None
    sure = case.days.said or case.days.checked
    if (past or (named_past and not events)) and not (case.days.said and (events or scene.events)):
        return False
    if scene.past and not sure and not events:
        return False
    score = _evidence(case)
    score += 2 * (events or named_events) + 2 * scene.events
    if any(notices.BLOCK_NO_EVENT.search(one.text) for one in above[-2:]):
        return False
    score -= _against(case, news=news and not events, mixed=news and events, names=names)
    if scene.news and not (events or named_events):
        score -= 2
    placed = bool(case.parts.location) or case.parts.online
    if not (events or named_events or scene.events or case.timed or placed):
        score -= 1
    if score - _NO_EVENT >= _ENOUGH:
        return True  # whatever else its words say: most are so, and their words are many
    score += signs.INVITES.search(case.text) is not None
    said = f"{case.parts.title}\n{case.text}"
    score -= _NO_EVENT * (notices.BLOCK_NO_EVENT.search(said) is not None)
    return score >= _ENOUGH


def _evidence(case: Case) -> int:
    """Return what speaks for it, without the words that invite."""
    days, parts = case.days, case.parts
    label = bool(case.dated.label) and labels.DATE_LABEL.match(case.dated.label) is not None
    score = 2 * days.said + 2 * days.checked + 2 * case.timed
    score += bool(parts.location) + parts.online
    score += 2 * case.calendar
    score += 2 * label + (case.alike > 1) + (days.last is not None)
    if signs.EVENTISH.search(parts.title):
        score += 2
    elif signs.EVENT_TITLE.search(parts.title):
        score += 1
    return score


def _against(case: Case, *, news: bool, mixed: bool, names: str) -> int:
    """Return what speaks against it, without the words of what is no event."""
    against = 3 * news + mixed
    against += 2 * (not case.parts.marked and len(case.parts.title) > 90)
    if signs.NEWS.search(names.replace("-", " ")) and not signs.EVENTISH.search(
        names.replace("-", " ")
    ):
        against += 1
    borrowed = not case.block.first <= case.block.title < case.block.last
    if case.block.title >= 0 and borrowed and not case.parts.location:
        spoken = signs.EVENTISH.search(case.parts.title) or signs.EVENT_TITLE.search(
            case.parts.title
        )
        against += 0 if spoken or case.parts.online else 2
    span = case.dated.span
    before, after = span.start, len(case.dated.text) - span.end
    if len(case.dated.text) > _LONG and (before > 40 or after > _LONG):
        invites = signs.INVITES.search(case.dated.text) is not None
        against += 1 if invites and case.timed else 3
    return against
