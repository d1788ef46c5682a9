"""Bringing what sources announce into the library: updated in place, never doubled, never lost.

A value-add is known again by its source's own name for it, by its address, or by its title and
day; what the user wrote stays, what still says what was announced follows. What is cancelled or
not announced any more is retired, and comes back by itself when it is announced again.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from urllib.parse import urlsplit

from msgspec.structs import replace

from followup_tui.domain.library.announcements import Offering
from followup_tui.domain.record import new_id, utc
from followup_tui.domain.text import fold
from followup_tui.domain.value_add import Announced, ValueAdd, ValueAddKind
from followup_tui.domain.words import count

NOT_ANNOUNCED = "not announced any more"
TOO_OLD = "older than two years"
ARTICLE_KEPT = timedelta(days=730)
"""After which an article that came by itself, and was left alone, is no longer offered."""

_TEXTS = ("title", "url", "about", "topics", "where")
_TIMES = ("starts", "ends", "all_day")


@dataclass(frozen=True, slots=True)
class Reading:
    """What one source said when it was read well."""

    source: str
    offerings: tuple[Offering, ...]
    complete: bool = True
    """Whether what is missing from it is not announced any more: not where nothing could be found
    on a page, which may be the fault of the reading."""


@dataclass(slots=True)
class Merged:
    """What is to be written."""

    put: list[ValueAdd] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    """What is new, changed or retired, in words: ``4 articles from example.org``."""


def merge(library: Iterable[ValueAdd], readings: Sequence[Reading], *, now: datetime) -> Merged:
    """Return the records to write so that the library says what its sources announce.

    `readings` are those of the sources that could be read; what comes from others is left alone.
    """
    merged = Merged()
    everything = list(library)
    open_ones = [each for each in everything if not each.is_over(now) and not each.client_id]
    taken: set[str] = set()
    for reading in readings:
        _take(reading, open_ones, taken, merged, now)
    for reading in readings:
        _miss(reading, open_ones, taken, merged)
    old = [each for each in everything if _is_too_old(each, now) and each.id not in taken]
    merged.put += [_retired(each, TOO_OLD) for each in old]
    _tell(merged, len(old), "article", TOO_OLD)
    return merged


def edited(value_add: ValueAdd) -> tuple[str, ...]:
    """Return the fields in which the user says something else than the source, by name."""
    said = value_add.announced
    if said is None:
        return ()
    return tuple(
        name for name in (*_TEXTS, *_TIMES) if getattr(value_add, name) != getattr(said, name)
    )


# What is announced


def _take(
    reading: Reading,
    library: Sequence[ValueAdd],
    taken: set[str],
    merged: Merged,
    now: datetime,
) -> None:
    """Take in what one source announces."""
    new: list[ValueAdd] = []
    changed = off = 0
    pairs = _known_again(reading, [each for each in library if each.id not in taken], now)
    for offering, before in pairs:
        if before is None:
            if not offering.off and not offering.waits:
                new.append(_fresh(offering, now))
            continue
        taken.add(before.id)
        after = _followed(before, offering)
        if after == before:
            continue
        merged.put.append(after)
        if after.retired and not before.retired:
            off += 1
        elif _shows(after) != _shows(before):
            changed += 1
    merged.put += new
    where = f"from {host(reading.source)}"
    for kind, number in Counter(each.kind for each in new).items():
        _tell(merged, number, kind.value, where)
    _tell(merged, changed, "change", where)
    _tell(merged, off, "event", f"called off {where}")


def _shows(value_add: ValueAdd) -> ValueAdd:
    """Return what of a value-add is seen: what its source said beside it is not."""
    return replace(value_add, announced=None)


def _fresh(offering: Offering, now: datetime) -> ValueAdd:
    said = offering.announced
    return ValueAdd(
        id=new_id(now),
        created=utc(now),
        kind=offering.kind,
        title=said.title,
        url=said.url,
        about=said.about,
        topics=said.topics,
        starts=said.starts,
        ends=said.ends,
        all_day=said.all_day,
        where=said.where,
        announced=said,
    )


def _followed(before: ValueAdd, offering: Offering) -> ValueAdd:
    """Return a value-add as its source has it now, with what the user wrote left as it is."""
    said, was = offering.announced, before.announced
    if was is None:  # written by hand and now found announced: only what is missing is taken
        values = {name: getattr(before, name) or getattr(said, name) for name in _TEXTS}
    else:
        values = {
            name: getattr(said if getattr(before, name) == getattr(was, name) else before, name)
            for name in _TEXTS
        }
    if was is not None and all(getattr(before, name) == getattr(was, name) for name in _TIMES):
        values |= {name: getattr(said, name) for name in _TIMES}
    after = replace(before, announced=said, **values)
    if offering.off:
        return after if after.retired else _retired(after, offering.off)
    if after.retired and after.why_retired and after.why_retired != TOO_OLD:
        return replace(after, retired=False, why_retired="")
    return after


# Knowing again


class _Known:
    """Value-adds by all that they can be known again by; each is given out once."""

    def __init__(self, library: Iterable[ValueAdd], now: datetime) -> None:
        self._now = now
        self._left: dict[str, ValueAdd] = {}
        self._by_name: dict[object, str] = {}
        for each in library:
            self._left[each.id] = each
            for name in self._names(each):
                self._by_name.setdefault(name, each.id)

    def _names(self, each: ValueAdd) -> Iterator[object]:
        said = each.announced
        if said is not None:
            yield said.source, said.key
        titles = {fold(each.title), *([fold(said.title)] if said else [])}
        if each.starts is not None:
            yield from ((title, self._day(each.starts)) for title in titles)
            if said is None and each.url:
                yield each.starts, each.url
        else:
            yield from {each.url, said.url if said else ""} - {""}

    def _day(self, moment: datetime) -> date:
        return moment.astimezone(self._now.tzinfo).date()

    def same_name(self, said: Announced) -> ValueAdd | None:
        """Take the one that the same source calls the same."""
        return self._take((said.source, said.key))

    def same_thing(self, said: Announced) -> ValueAdd | None:
        """Take the one of the same title and day, or of the same address where there is no day."""
        if said.starts is None:
            return self._take(said.url) if said.url else None
        return self._take((fold(said.title), self._day(said.starts)))

    def by_hand(self, said: Announced) -> ValueAdd | None:
        """Take the one that the user wrote with other words, for the same hour and address."""
        return self._take((said.starts, said.url)) if said.starts and said.url else None

    def moved(self, said: Announced) -> ValueAdd | None:
        """Take the only event of that title from the same source: it was put off."""
        same = [
            each.id
            for each in self._left.values()
            if each.starts is not None
            and not each.retired
            and each.announced is not None
            and each.announced.source == said.source
            and fold(each.announced.title) == fold(said.title)
        ]
        return self._left.pop(same[0]) if len(same) == 1 else None

    def _take(self, name: object) -> ValueAdd | None:
        return self._left.pop(self._by_name.get(name, ""), None)


def _known_again(
    reading: Reading, library: Iterable[ValueAdd], now: datetime
) -> list[tuple[Offering, ValueAdd | None]]:
    """Return each offering with the value-add that it is, or None; no value-add twice."""
    known = _Known(library, now)
    found: dict[int, ValueAdd] = {}
    for way in (known.same_name, known.same_thing, known.by_hand):
        for number, offering in enumerate(reading.offerings):
            if number not in found and (same := way(offering.announced)) is not None:
                found[number] = same
    strange: defaultdict[str, list[int]] = defaultdict(list)
    for number, offering in enumerate(reading.offerings):
        if number not in found and offering.announced.starts is not None:
            strange[fold(offering.announced.title)].append(number)
    for numbers in strange.values():
        if len(numbers) == 1:  # one date of a title gone, and one that is new
            same = known.moved(reading.offerings[numbers[0]].announced)
            if same is not None:
                found[numbers[0]] = same
    return [(each, found.get(number)) for number, each in enumerate(reading.offerings)]


# What is gone


def _miss(reading: Reading, library: Sequence[ValueAdd], taken: set[str], merged: Merged) -> None:
    """Retire the events of a source that it does not announce any more."""
    if not reading.complete:
        return
    gone = [
        each
        for each in library
        if each.announced
        and each.announced.source == reading.source
        and each.starts is not None
        and each.id not in taken
        and not each.retired
    ]
    merged.put += [_retired(each, NOT_ANNOUNCED) for each in gone]
    _tell(merged, len(gone), "event", f"{NOT_ANNOUNCED} on {host(reading.source)}")


def _is_too_old(each: ValueAdd, now: datetime) -> bool:
    return (
        each.kind is ValueAddKind.ARTICLE
        and each.announced is not None
        and not each.retired
        and not edited(each)
        and now - each.created > ARTICLE_KEPT
    )


def _retired(value_add: ValueAdd, why: str) -> ValueAdd:
    return replace(value_add, retired=True, why_retired=why)


def _tell(merged: Merged, number: int, what: str, words: str) -> None:
    if number:
        merged.told.append(f"{count(number, what)} {words}")


def host(url: str) -> str:
    """Return the host of an address, as it is named in a sentence."""
    return (urlsplit(url).hostname or url).removeprefix("www.")
