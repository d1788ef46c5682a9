"""Events that stand on a page as plain text: blocks, rows and entries with a date in each.

Most pages announce no other way. The dates are found first (`plain_dates`), then the lines that
belong to each (`plain_blocks`), then what these say (`plain_parts`); a date alone is no event:
`plain_context` weighs what speaks for it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache, partial

from followup_tui.web import plain_notices as notices
from followup_tui.web import plain_signs as signs
from followup_tui.web.detail_pages import headline
from followup_tui.web.dom import Page, absolute, attribute, meta
from followup_tui.web.findings import Finding
from followup_tui.web.plain_block import Block
from followup_tui.web.plain_blocks import Cutter
from followup_tui.web.plain_clock import Clock
from followup_tui.web.plain_context import Case, Context, Scene, believed, scene_of
from followup_tui.web.plain_dated import Dated, dated_lines
from followup_tui.web.plain_dates import ReadLine, Span, read_line
from followup_tui.web.plain_grid import Grids
from followup_tui.web.plain_lines import Lines
from followup_tui.web.plain_numbered import numbered_days
from followup_tui.web.plain_order import may_turn, month_first
from followup_tui.web.plain_parts import PartsReader
from followup_tui.web.plain_phrases import is_thin
from followup_tui.web.plain_repeats import marks_in, may_tell, monthly, next_days
from followup_tui.web.plain_several import several_of
from followup_tui.web.plain_sifting import each_once, without_borrowed, without_descending
from followup_tui.web.plain_stamps import Stamps
from followup_tui.web.plain_times import moments, with_ends, without_doors
from followup_tui.web.plain_walk import lines_of
from followup_tui.web.plain_words import primary
from followup_tui.web.plain_years import Dated as Days
from followup_tui.web.plain_years import in_month, resolve
from followup_tui.web.word_search import Words

METHOD = "text"
_FARTHEST = timedelta(days=1200)
_WEEK = 7
_CLOSE = 25
"""Lines between dates and a sentence that gives the hour of them all."""
_STATE = Words(
    begun=r"(?:cancell?ed|abgesagt|entf[äa]llt|annul[ée]e?|cancelad[oa]|annullat[oa]|geannuleerd|"
    r"inst[äa]lld|aflyst|avlyst|"
    r"odwo[łl]an[eay]|zru[šs]eno|peruttu|postponed|verschoben|report[ée]e?|aplazad[oa]|"
    r"rinviat[oa]|uitgesteld)\b"
)


def find_events(page: Page) -> Iterator[Finding]:
    """Give the events that a page announces in plain text, in no particular order."""
    lines = lines_of(page)
    language = _language(page)
    code = primary(language)
    texts = [row.text for row in lines.lines]
    numbered = [text for text, figures in zip(texts, lines.numbered(), strict=True) if figures]
    order = month_first(texts, language=language, url=page.url) if may_turn(numbered) else None
    # what the page's readers ask about a line they ask several times
    read = lru_cache(maxsize=None)(partial(read_line, language=code, month_first=order))
    yield from _PageReader(page, lines, code, read).findings()


def _language(page: Page) -> str:
    """Return the language that a page says it is in, as ``en-US``; empty where it says none."""
    html = page.first("html")
    said = attribute(html, "lang") or attribute(html, "xml:lang") if html is not None else ""
    said = said or meta(page, "content-language", "og:locale", "language")
    found = re.match(r"([A-Za-z]{2})(?:[-_]([A-Za-z]{2}))?\b", said)
    if found is None:
        return ""
    return f"{found[1].lower()}-{found[2].upper()}" if found[2] else found[1].lower()


class _PageReader:
    """Reads the announcements of one page."""

    def __init__(self, page: Page, lines: Lines, language: str, read: ReadLine) -> None:
        self._page = page
        self._lines = lines
        self._language = language
        self._today = page.now.date()
        self._read = read
        self._parts = PartsReader(lines, language, read)
        self._context = Context(lines, language)
        self._grids = Grids(lines, self._parts.tables, self._context, language)
        self._usual: list[Clock] = []
        self._usual_for = range(0)
        self._stamps = Stamps(page)
        self._headline = headline(page)

    def findings(self) -> Iterator[Finding]:
        """Give what is believed to be an event."""
        grids = list(self._grids.all())
        dates = [
            one
            for dated in self._dated()
            if not any(grid.first <= dated.first < grid.last for grid in grids)
            and (one := self._whole(dated))
        ]
        scene = scene_of(self._page, self._lines)
        if scene.events or dates:
            self._find_usual_clock(everywhere=scene.events)
        cutter = Cutter(self._lines, dates, self._parts, self._parts.tables)
        whole = [block for block in cutter.blocks() if not self._parts.is_other(block)]
        blocks = [part for block in whole for part in several_of(block, self._lines, self._parts)]
        alike = Counter(block.parent for block in blocks)
        cases = [case for block in blocks for case in self._cases(block, alike[block.parent])]
        for grid in grids:
            for block in grid.blocks:
                cases.extend(self._cases(block, len(grid.blocks), calendar=True))
        told = [case for case in without_descending(cases) if believed(case, self._context, scene)]
        told = [] if self._is_over(told, dates) else without_borrowed(told)
        found = list(each_once(finding for case in told for finding in self._announced(case)))
        yield from found
        yield from self._recurring(scene, {finding.start.day.weekday() for finding in found})

    def _is_over(self, told: list[Case], dates: list[Dated]) -> bool:
        """Say whether a page about one event tells of it after it took place.

        It says so, or its first date lies behind us: a single later one is when something begins
        or is due.
        """
        if not self._headline:
            return False
        if any(len(row.text) <= 120 and notices.is_over(row.text) for row in self._lines.lines):
            return True
        if len({case.days.first for case in told}) != 1:
            return False
        first = dates[0]
        days = self._resolve(first.span, first)
        if days is None or not days.said or self._is_ahead(days):
            return False
        boxes = self._lines.boxes
        made = (boxes[first.box].tag, boxes[first.box].names)
        return all(  # days of a series are made alike
            (boxes[case.dated.box].tag, boxes[case.dated.box].names) != made for case in told
        )

    def _dated(self) -> list[Dated]:
        """Return the dates of the page in order, those below the name of a month too."""
        found = dated_lines(self._lines, self._language, self._read)
        numbered = list(numbered_days(self._lines, self._context, self._read))
        if not numbered:
            return found
        taken = {one.first for one in numbered}
        found = [one for one in found if one.first not in taken]
        return sorted((*found, *numbered), key=lambda one: one.first)

    def _recurring(self, scene: Scene, told: set[int]) -> Iterator[Finding]:
        """Give the next day of what takes place each month, where no date of it is told.

        `told` are the weekdays that are.
        """
        if len(told) == _WEEK:
            return
        rows = self._lines.lines
        texts = {place: row.text.lower() for place, row in enumerate(rows) if may_tell(row.text)}
        marks = marks_in("\n".join(texts.values()))
        for place, text in texts.items() if marks else ():
            if not any(mark in text for mark in marks):
                continue
            row = rows[place]
            rule = monthly(row.text)
            if rule is None or rule.weekday in told:
                continue
            above = [one.text for one in self._context.above(place)]
            title = self._parts.title_above([*above, row.text] if row.level else above)
            days = next_days(rule, self._today)
            signs_of_it = signs.EVENTISH.search(f"{title} {row.text}") or scene.events
            if not title or not days or not signs_of_it or notices.CLOSED.search(row.text):
                continue
            clocks = list(self._parts.readings.of(place).clocks)
            start, end = moments(days[0], None, clocks)
            told.add(rule.weekday)
            yield Finding(METHOD, title, start, words=row.text, end=end, unsure=True)

    def _whole(self, dated: Dated) -> Dated | None:
        """Return a date with the month that a heading gives it, or None where there is none."""
        spans: list[Span] = []
        for span in dated.reading.spans:
            if span.first.month is not None:
                spans.append(span)
                continue
            heading = self._context.heading(dated.first)
            found = in_month(span, heading) if heading is not None else None
            if found is not None:
                spans.append(found)
        if not spans:
            return None
        if tuple(spans) == dated.reading.spans:
            return dated
        return replace(dated, reading=replace(dated.reading, spans=tuple(spans)))

    def _cases(self, block: Block, alike: int, *, calendar: bool = False) -> Iterator[Case]:
        """Give the dates of a block that lie ahead, each with what the block says of it."""
        text = self._lines.text(block.first, block.last)
        seen: set[date] = set()
        for dated in with_ends(block.dates):
            for span in dated.reading.spans:
                days = self._resolve(span, dated)
                if days is None or days.first in seen:
                    continue
                seen.add(days.first)
                if not self._is_ahead(days):
                    continue
                one = dated
                if len(dated.reading.spans) > 1:
                    one = replace(dated, reading=replace(dated.reading, spans=(span,)))
                parts = self._parts.parts(block, one)
                borrows = not parts.title
                if borrows and self._headline:
                    parts = replace(parts, title=self._headline, marked=True)
                if parts.title:
                    timed = bool(self._clocks(block, dated))
                    yield Case(block, one, days, parts, text, alike, timed, calendar, borrows)

    def _resolve(self, span: Span, dated: Dated) -> Days | None:
        """Return the days of a date: counted from the day of the article in which it stands.

        One with a weekday that no day soon after it has may be of another copy of the article.
        """
        span = self._stamps.with_year(span, dated.text)
        heading = self._context.heading(dated.first)
        days = resolve(span, heading, self._stamps.today)
        if days is None and span.weekday is not None and self._stamps.today != self._today:
            return resolve(span, heading, self._today)
        return days

    def _is_ahead(self, days: Days) -> bool:
        last = max(days.last or days.first, *(days.more or (days.first,)))
        return self._today <= last and days.first - self._today <= _FARTHEST

    def _clocks(self, block: Block, dated: Dated) -> list[Clock]:
        """Return the times of a date: in its line, else the first that its block says."""
        if dated.reading.clocks:
            return without_doors(dated.text, dated.reading.clocks)
        rows = self._lines.lines
        if any(signs.ALL_DAY.search(row.text) for row in rows[block.first : block.last]):
            return []
        for place in range(block.first, block.last):
            clocks = self._parts.readings.of(place).clocks
            if clocks and len(rows[place].text) <= 160:
                return without_doors(rows[place].text, clocks)
        return self._usual if dated.first in self._usual_for else []

    def _find_usual_clock(self, *, everywhere: bool) -> None:
        """Note the hour at which all of a page's events begin, if one sentence says so.

        On a page about something else it is that of the dates close by.
        """
        found: list[tuple[int, Clock]] = []
        rows = self._lines.lines
        numbered = self._lines.numbered()
        for place, row in enumerate(rows):
            if numbered[place] and len(row.text) <= 260 and signs.USUALLY_AT.search(row.text):
                reading = self._parts.readings.of(place)
                if len(reading.clocks) == 1 and not reading.spans:
                    found.append((place, reading.clocks[0]))
        if len(found) == 1:
            place, clock = found[0]
            self._usual = [clock]
            close = range(place - _CLOSE, place + _CLOSE)
            self._usual_for = range(len(self._lines.lines)) if everywhere else close

    def _announced(self, case: Case) -> Iterator[Finding]:
        clocks = self._clocks(case.block, case.dated)
        state = next(
            (
                found[0]
                for row in self._lines.lines[case.block.first : case.block.last]
                if len(row.text) <= 140 and (found := _STATE.search(row.text))
            ),
            "",
        )
        title = case.parts.title
        if is_thin(title):
            title = self._context.whose(case.block) or title
        address = absolute(case.parts.href, self._page.base) if case.parts.href else ""
        for first, last in [
            (case.days.first, case.days.last),
            *((day, None) for day in case.days.more),
        ]:
            start, end = moments(first, last, clocks)
            yield Finding(
                METHOD,
                title,
                start,
                words=case.text,
                end=end,
                location=case.parts.location,
                url=address,
                status=state,
                online=case.parts.online,
                unsure=not case.days.sure,
            )
