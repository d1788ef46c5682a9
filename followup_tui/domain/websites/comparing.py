"""Comparing two looks at a site, thing by thing, and what of it is believed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from followup_tui.domain.likeness import likeness
from followup_tui.domain.page import NewsItem
from followup_tui.domain.websites.change_lines import Difference, lines
from followup_tui.domain.websites.event_changes import event_changes
from followup_tui.domain.websites.site import SiteFacts
from followup_tui.domain.websites.site_changes import ChangeKind, SiteChange, Turn
from followup_tui.domain.websites.site_things import Looked, Thing, alike, pairs, plain

_SAME = 93.0
"""So alike (see `likeness`) are two texts of which one is the other with a slip mended."""
_SAME_PLACE = 70.0
"""So alike are two addresses of one place, where no number contradicts it."""
_MOST_LOOKS = 12
"""So many of the latest looks beside the two that are compared say what rotates and what stays."""
_MANY = 3
"""So many things out of nothing, or nothing left of so many: the page is made in another way and
was read differently, since no company lists all it does, or everybody, for the first time."""

_WHOLLY = frozenset({ChangeKind.OFFERING, ChangeKind.PEOPLE, ChangeKind.OFFICE})
_SPELT = frozenset({ChangeKind.OFFERING, ChangeKind.JOBS, ChangeKind.NEWS, ChangeKind.TAGLINE})
"""Kinds whose texts may be slightly respelt; a name that differs is another one."""


@dataclass(frozen=True, slots=True)
class Found:
    """What comparing brought."""

    changes: tuple[SiteChange, ...]
    """All that is believed, in no order."""
    unconfirmed: int
    """How many more there would be if the present look were believed alone."""


def compare(
    then: SiteFacts | None,
    now: SiteFacts,
    *,
    before_now: SiteFacts | None,
    since: date,
    others: Sequence[SiteFacts],
) -> Found:
    """Return what changed from `then` to `now`; see `changes.changes` for what is believed."""
    dated = [*_dated_news(then, now, since)]
    if then is None:
        return Found(tuple(dated), 0)
    old, new = Looked.at(then), Looked.at(now)
    known = sorted((*others, *((before_now,) if before_now else ())), key=lambda each: each.read_at)
    rest = [Looked.at(facts) for facts in known[-_MOST_LOOKS:]]
    between = [look for look in rest if then.read_at < look.facts.read_at < now.read_at]
    between.sort(key=lambda look: look.facts.read_at, reverse=True)
    seen = _differences(old, new)
    steady = _steady(seen, [*rest, old, new], old, new)
    believed = _agreed(steady, old, between, new)
    dated += event_changes(old, new, between)
    changes = lines(believed, old, new)
    unconfirmed = len(lines(steady, old, new)) - len(changes)
    return Found((*dated, *changes), max(unconfirmed, 0))


def _dated_news(then: SiteFacts | None, now: SiteFacts, since: date) -> Iterator[SiteChange]:
    """Give the news that is dated after the last talk, and was not there under an older date."""
    known = {plain(item.title) for item in then.news} if then else set()
    today = now.read_at.date()
    for item in now.news:
        if item.date is None or not since < item.date <= today:
            continue
        if then and plain(item.title) in known and then.read_at.date() < item.date:
            continue  # an old piece under a new date
        yield _news(item)


def _news(item: NewsItem) -> SiteChange:
    page, how = (item.source.url, item.source.method) if item.source else ("", "")
    return SiteChange(
        ChangeKind.NEWS, Turn.NEW, "", item.title, url=item.url or page, day=item.date, how=how
    )


def _differences(old: Looked, new: Looked) -> list[Difference]:
    """Return what differs between two looks, as far as both could show it."""
    found: list[Difference] = []
    for kind in ChangeKind:
        if not _comparable(kind, old, new):
            continue
        gone = [thing for thing in old.of(kind) if (kind, thing.key) not in new.things]
        come = [
            thing
            for thing in new.of(kind)
            if (kind, thing.key) not in old.things and not _has_a_date(thing)
        ]
        gone, come = _without_same(gone, come)
        if kind is not ChangeKind.NEWS and not new.may_be_cut(kind):
            found += [
                Difference(Turn.GONE, thing, None)
                for thing in gone
                if new.has_read_again(thing, old)
            ]
        if not old.may_be_cut(kind):
            found += [
                Difference(Turn.NEW, None, thing)
                for thing in come
                if old.could_show(thing, new.role_of(thing))
            ]
        for thing in new.of(kind):
            before = old.things.get((kind, thing.key))
            if before is not None and _has_altered(before, thing):
                found.append(Difference(Turn.OTHER, before, thing))
    return found


def _has_a_date(thing: Thing) -> bool:
    return thing.kind is ChangeKind.NEWS and bool(thing.values)


def _comparable(kind: ChangeKind, old: Looked, new: Looked) -> bool:
    """Say whether things of a kind can be compared at all between two looks."""
    one, other = (looked.facts.language.partition("-")[0].lower() for looked in (old, new))
    if one and other and one != other and kind is not ChangeKind.PEOPLE:
        return False  # the same site in another language
    if kind in _WHOLLY:
        numbers = len(old.of(kind)), len(new.of(kind))
        return min(numbers) > 0 or max(numbers) < _MANY
    return True


def _without_same(gone: list[Thing], come: list[Thing]) -> tuple[list[Thing], list[Thing]]:
    """Take out what differs only by its spelling."""
    same = pairs(gone, come, _is_same)
    paired = {id(thing) for pair in same for thing in pair}
    return (
        [thing for thing in gone if id(thing) not in paired],
        [thing for thing in come if id(thing) not in paired],
    )


def _is_same(old: Thing, new: Thing) -> bool:
    """Say whether two things differ only by how they are spelt."""
    if (
        old.kind is ChangeKind.OFFICE
    ):  # “12 Wharf St” without its town is where “12 Wharf Street” is
        one, other = (set(re.findall(r"\d+", thing.key)) for thing in (old, new))
        return (one <= other or other <= one) and alike(old, new) >= _SAME_PLACE
    return old.kind in _SPELT and alike(old, new) >= _SAME


def _has_altered(old: Thing, new: Thing) -> bool:
    """Say whether what may change of a thing did: a role, an amount, the words of a tagline."""
    if not old.values or not new.values or old.values == new.values:
        return False
    if old.kind is ChangeKind.NEWS:
        return False  # the same piece under another date
    if old.kind is ChangeKind.PRICE:  # in another currency the site is only shown elsewhere
        return {each.split()[0] for each in old.values} == {each.split()[0] for each in new.values}
    return likeness(" ".join(sorted(old.values)), " ".join(sorted(new.values))) < _SAME


def _steady(
    seen: Iterable[Difference], looks: Iterable[Looked], old: Looked, new: Looked
) -> list[Difference]:
    """Leave out what has come and gone before: it rotates."""
    in_order = sorted(looks, key=lambda each: each.facts.read_at)
    return [each for each in seen if _switches(each, in_order, old, new) < 2]


def _switches(change: Difference, looks: Sequence[Looked], old: Looked, new: Looked) -> int:
    """Return how often a thing, or its present state, came or went from look to look."""
    thing, seen_in = change.thing, new if change.new else old
    key, role = (thing.kind, thing.key), seen_in.role_of(thing)
    there: list[bool] = []
    for look in looks:
        found = look.things.get(key)
        if found is not None:
            there.append(change.turn is not Turn.OTHER or found.values == thing.values)
        elif role in look.facts.roles and look.could_show(thing, role):
            there.append(False)
    return sum(one != other for one, other in pairwise(there))


def _agreed(
    seen: Sequence[Difference], old: Looked, between: Sequence[Looked], new: Looked
) -> list[Difference]:
    """Return what another look since the talk saw as well, by an earlier fetch of the page.

    That need not be the last one: it may rest on the same copy of the page as the present one.
    """
    agreed: set[int] = set()
    for look in between:
        if len(agreed) == len(seen):
            break
        before = {each.key for each in _differences(old, look)}
        agreed |= {
            place
            for place, each in enumerate(seen)
            if each.key in before
            and new.was_fetched_after(look, (new if each.new else old).role_of(each.thing))
        }
    return [each for place, each in enumerate(seen) if place in agreed]
