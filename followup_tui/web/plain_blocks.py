"""Which lines belong to which date: the block of a page that announces one thing.

From a date outward as long as nothing contradicts: to the row, the entry, the card. Where blocks
have no box of their own (a heading, a date, a text, a heading …) they are cut between the dates.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from followup_tui.web import plain_labels as labels
from followup_tui.web import plain_signs as signs
from followup_tui.web.plain_above import Above
from followup_tui.web.plain_block import Block, Words
from followup_tui.web.plain_dated import Dated, same_day
from followup_tui.web.plain_lines import Lines
from followup_tui.web.plain_tables import Tables

_MOST_LINES = 45
_MOST_CHARACTERS = 3500
_LISTS = frozenset({"ul", "ol", "tbody", "table", "body", "main", "html", "thead"})
_DATE_LISTS = frozenset({"ul", "ol", "tbody", "table", "dl"})
_ENTRIES = frozenset({"li", "tr", "article"})


class Cutter:
    """Cuts a page into blocks around its dates."""

    def __init__(
        self,
        lines: Lines,
        dates: Sequence[Dated],
        words: Words,
        tables: Tables,
    ) -> None:
        self._lines = lines
        self._dates = dates
        self._words = words
        self._tables = tables
        self._above = Above(lines, dates, words)
        self._dated = {place for one in dates for place in range(one.first, one.last)}
        self._inside: dict[int, list[int]] = {}
        for number, dated in enumerate(dates):
            for box in lines.around(dated.box):
                self._inside.setdefault(box, []).append(number)

    def blocks(self) -> Iterator[Block]:
        """Give the blocks in the order of their dates."""
        loose: dict[int, list[Block]] = {}
        listed: dict[int, list[Block]] = {}
        done: set[int] = set()
        for number in range(len(self._dates)):
            if number in done:
                continue
            block = self._own(number)
            if block.box >= 0:
                done.update(self._inside[block.box])
            if self._words.has_title(block):
                yield from self._named(block, listed)
            else:
                loose.setdefault(block.parent, []).append(block)
        for parent, several in listed.items():
            if len(several) + len(loose.get(parent, ())) == len(self._inside.get(parent, ())):
                loose.setdefault(parent, []).extend(several)  # none has a name of its own
            else:
                yield from several
        for parent, several in loose.items():
            yield from self._cut(parent, several)

    def _named(self, block: Block, listed: dict[int, list[Block]]) -> Iterator[Block]:
        """Give a block whose title may stand above it although it has words of its own."""
        if self._words.has_marked_title(block):
            yield self._with_text_below(block)
            return
        tag = self._lines.boxes[block.parent].tag
        placed = self._words.has_place_for_title(block)
        if tag in _DATE_LISTS and placed:
            listed.setdefault(block.parent, []).append(block)
            return
        above = block.first - 1
        if (
            above >= 0
            and (block.dates[0].bare or placed)
            and block.dates[0].first == block.first
            and self._lines.lines[above].level
            and self._words.is_title(self._lines.lines[above].text)
            and not self._has_like(block)
        ):
            block = replace(block, first=above, title=above)
        yield block

    def _with_text_below(self, block: Block) -> Block:
        """Return a heading that holds date and title together with the lines below it."""
        rows = self._lines.lines
        if block.box < 0 or not all(row.level for row in rows[block.first : block.last]):
            return block
        limit = min(self._lines.boxes[block.parent].last, block.last + 8)
        last = block.last
        while last < limit and not rows[last].level and last not in self._dated:
            last += 1
        return replace(block, last=last)

    def _has_like(self, block: Block) -> bool:
        """Say whether a box beside the block is made like it and holds a date as well."""
        boxes = self._lines.boxes
        one = boxes[block.box]
        return block.box < 0 or any(
            other != block.box
            and other in self._inside
            and (boxes[other].tag, boxes[other].names) == (one.tag, one.names)
            for other in self._tables.children(block.parent)
        )

    def _own(self, number: int) -> Block:
        """Return the largest block around a date that is about nothing else."""
        dated = self._dates[number]
        boxes = self._lines.boxes
        chain = list(self._lines.around(dated.box))
        if len(self._inside[dated.box]) > 1 and not self._agree(dated.box, number, -1):
            return Block(dated.first, dated.last, (dated,), -1, dated.box)
        if self._too_large(dated.box):
            return Block(dated.first, dated.last, (dated,), -1, dated.box)
        own = chain[0]
        for below, box in pairwise(chain):
            if boxes[box].tag in _LISTS and not self._is_record(box, dated):
                break
            if boxes[below].tag in _ENTRIES and not self._is_record(box, dated):
                break
            if self._too_large(box) or not self._agree(box, number, below):
                break
            labelled = labels.DATE_LABEL.match(dated.label)
            if not dated.bare and not labelled and self._has_main_heading(box):
                break  # a line of its own on the page, not the subject of it
            own = box
        inside = tuple(self._dates[one] for one in self._inside[own])
        whole = boxes[own]
        return Block(whole.first, whole.last, inside, own, whole.parent)

    def _is_record(self, box: int, dated: Dated) -> bool:
        """Say whether a list or table is one thing's: rows of labels with what they say."""
        if not dated.label or not labels.DATE_LABEL.match(dated.label):
            return False
        tag = self._lines.boxes[box].tag
        if tag in {"body", "main", "html"}:
            return False
        last = self._lines.boxes[box].last
        return len(self._inside[box]) <= 3 and last - self._lines.boxes[box].first <= _MOST_LINES

    def _too_large(self, box: int) -> bool:
        one = self._lines.boxes[box]
        if one.tag in {"body", "html", "main"} or one.last - one.first > _MOST_LINES:
            return True
        rows = self._lines.lines[one.first : one.last]
        if sum(len(row.text) for row in rows) > _MOST_CHARACTERS:
            return True
        return self._headings(one.first, one.last) > 1

    def _has_main_heading(self, box: int) -> bool:
        one = self._lines.boxes[box]
        return any(row.level == 1 for row in self._lines.lines[one.first : one.last])

    def _headings(self, first: int, last: int) -> int:
        """Count the headings of the highest level that stand apart from one another."""
        rows = self._lines.lines[first:last]
        levels = [row.level for row in rows if row.level]
        if not levels:
            return 0
        highest = min(levels)
        return len({row.box for row in rows if row.level == highest})

    def _agree(self, box: int, number: int, below: int) -> bool:
        """Say whether all dates in a box may be those of one thing."""
        numbers = self._inside[box]
        if len(numbers) == 1:
            return True
        dated = self._dates[number]
        for one in numbers:
            other = self._dates[one]
            if one != number and not (
                same_day(dated.reading.spans, other.reading.spans)
                or self._is_end(self._dates[numbers[0]], other)
            ):
                return False
        return below < 0 or not self._repeats(box, numbers)

    @staticmethod
    def _is_end(dated: Dated, other: Dated) -> bool:
        """Say whether a date is the end of what begins with the one before."""
        return other.bare and bool(other.label) and bool(labels.END_LABEL.match(other.label))

    def _repeats(self, box: int, numbers: Sequence[int]) -> bool:
        """Say whether the dates stand in several parts of a box that are made alike."""
        parts: set[int] = set()
        for one in numbers:
            chain = list(self._lines.around(self._dates[one].box))
            place = chain.index(box)
            if place:
                parts.add(chain[place - 1])
        kinds = [(self._lines.boxes[part].tag, self._lines.boxes[part].names) for part in parts]
        return len(kinds) > len(set(kinds)) and kinds[0][0] not in {"p", "span", "dd", "td"}

    def _cut(self, parent: int, blocks: list[Block]) -> Iterator[Block]:
        """Cut a box into blocks between its dates."""
        blocks.sort(key=lambda block: block.first)
        heads = self._lines.boxes[blocks[0].dates[0].box].tag in {"dt", "th"}
        listed = self._lines.boxes[parent].tag in _DATE_LISTS or self._only_dates(parent)
        if listed and not heads:
            # entries without a name of their own: the dates of what stands above the list
            title = self._above.title(blocks[0], parent, beyond=True)
            yield from (replace(block, title=title) if title >= 0 else block for block in blocks)
            return
        titles = self._titles_above(parent, blocks)
        above = sum(title >= 0 for title in titles)
        spans = [block.dates[0].reading.spans for block in blocks]
        same = all(same_day(spans[0], other) for other in spans)
        for number, block in enumerate(blocks):
            after = blocks[number + 1].first if number + 1 < len(blocks) else self._end_of(block)
            if titles[0] >= 0 and (above * 2 > len(blocks) or same):
                title = titles[number]
                following = titles[number + 1] if number + 1 < len(blocks) else -1
                last = following if following > block.first else after
                if title < 0:
                    # further dates of the title before
                    title = next((one for one in reversed(titles[:number]) if one >= 0), -1)
                    if title < 0:
                        continue
                    yield replace(block, last=min(after, block.last + 3), title=title)
                    continue
                yield replace(block, first=title, last=max(last, block.last), title=title)
            else:
                entries = self._entries(block, after)
                if entries:
                    yield from entries
                    continue
                last = self._until_heading(block, after)
                title = titles[number]
                if title == block.first - 1 and self._lines.lines[title].level:
                    yield replace(block, first=title, last=last, title=title)
                elif last > block.last:
                    yield replace(block, last=last)
                elif titles[number] >= 0:
                    yield replace(block, title=titles[number])

    def _titles_above(self, parent: int, blocks: Sequence[Block]) -> list[int]:
        """Return the line of the title above each of some blocks, -1 where there is none."""
        titles = [self._above.title(block, parent) for block in blocks]
        for number, (one, other) in enumerate(pairwise(blocks)):
            if titles[number + 1] < 0 and one.last == other.first and other.dates[0].bare:
                titles[number + 1] = titles[number]  # one day below the other
        return titles

    def _only_dates(self, box: int) -> bool:
        """Say whether the lines of a box are dates, save a remark: a list made of paragraphs."""
        one = self._lines.boxes[box]
        size = one.last - one.first
        dated = sum(place in self._dated for place in range(one.first, one.last))
        return size > 1 and (dated == size or (dated > 2 and dated >= size - 1 and size < 30))

    def _entries(self, block: Block, after: int) -> list[Block]:
        """Return what stands below a date that is a heading: several things on one day."""
        dated = block.dates[0]
        if not dated.bare or after - block.last < 2:
            return []
        for place in range(block.last, min(after, block.last + 3)):
            for box in self._lines.around(self._lines.lines[place].box):
                one = self._lines.boxes[box]
                if one.first < block.last or one.last > after:
                    break
                alike = [
                    other
                    for other in self._tables.children(one.parent)
                    if self._lines.boxes[other].tag == one.tag
                    and block.last <= self._lines.boxes[other].first < after
                ]
                if self._are_entries(alike):
                    return [
                        Block(
                            self._lines.boxes[other].first,
                            self._lines.boxes[other].last,
                            (dated,),
                            other,
                            one.parent,
                        )
                        for other in alike
                    ]
        return []

    def _are_entries(self, boxes: Sequence[int]) -> bool:
        """Say whether boxes below a day are each about something else: with a time in each."""
        if len(boxes) < 2:
            return False
        timed = 0
        for box in boxes:
            one = self._lines.boxes[box]
            rows = self._lines.lines[one.first : one.last]
            if any(signs.AGENDA.search(row.text) for row in rows if len(row.text) < 60):
                return False
            timed += any(self._words.is_timed(row.text) for row in rows)
        return timed * 5 >= len(boxes) * 3

    def _end_of(self, block: Block) -> int:
        """Return where the last block of a box ends: at the next heading or with the box."""
        limit = min(self._lines.boxes[block.parent].last, block.last + 12)
        for place in range(block.last, limit):
            if self._lines.lines[place].level:
                return place
        return limit

    def _until_heading(self, block: Block, after: int) -> int:
        """Return where a block ends that begins with its date: one heading may follow it."""
        rows = self._lines.lines
        level = rows[block.first].level
        seen = False
        for place in range(block.last, min(after, block.last + 15)):
            if rows[place].level and (seen or (level and rows[place].level <= level)):
                return place
            seen = True
        return min(after, block.last + 15)
