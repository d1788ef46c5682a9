"""What differs between two looks at a site, told in lines: what was renamed or moved is one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from followup_tui.domain.websites.job_themes import Theme, positions_for, themes
from followup_tui.domain.websites.site_changes import ChangeKind, SiteChange, Turn
from followup_tui.domain.websites.site_things import Looked, Thing, alike, job_title, pairs
from followup_tui.domain.words import count

_REWORDED = 70.0
"""So alike (see `likeness`) are two names of one thing; below it they are two things."""
_AKIN = 45.0
"""So alike must they be that lead to one page: it may have come to be about other things."""
_MANY = 4
"""So many offerings of which none has stayed: the site was written anew."""
_SHOWN = 3  # offerings that such a line names


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that one of two looks shows and the other does not, or shows otherwise."""

    turn: Turn
    old: Thing | None
    """None: it is new."""
    new: Thing | None
    """None: it is gone; never both."""

    @property
    def thing(self) -> Thing:
        """The thing as it is, or was."""
        found = self.new or self.old
        assert found is not None
        return found

    @property
    def key(self) -> tuple[ChangeKind, Turn, str, frozenset[str]]:
        """What two looks that agree on it have in common."""
        values = self.new.values if self.new and self.turn is Turn.OTHER else frozenset[str]()
        return self.thing.kind, self.turn, self.thing.key, values


def lines(differences: Sequence[Difference], old: Looked, new: Looked) -> tuple[SiteChange, ...]:
    """Return a line for each thing that differs between the looks `old` and `new`."""
    return tuple(line for kind in ChangeKind for line in _of_kind(kind, differences, old, new))


def _of_kind(
    kind: ChangeKind, differences: Sequence[Difference], old: Looked, new: Looked
) -> Iterator[SiteChange]:
    of_kind = [each for each in differences if each.thing.kind is kind]
    gone = [each.old for each in of_kind if each.turn is Turn.GONE and each.old]
    come = [each.new for each in of_kind if each.turn is Turn.NEW and each.new]
    for each in of_kind:
        if each.turn is Turn.OTHER:
            yield _line(kind, Turn.OTHER, each.old, each.new)
    if kind is ChangeKind.OFFERING and _is_written_anew(gone, come, old, new):
        yield _written_anew(gone, come)
        return
    same = pairs(gone, come, _same_thing(kind, gone, come))
    paired = {id(thing) for pair in same for thing in pair}
    gone = [each for each in gone if id(each) not in paired]
    come = [each for each in come if id(each) not in paired]
    if kind is ChangeKind.JOBS:  # that a position is called otherwise is no news
        yield from _positions(gone, come, old, new)
        return
    turn = Turn.FOLLOWED if kind is ChangeKind.PEOPLE else Turn.OTHER
    yield from (_line(kind, turn, one, other) for one, other in same)
    yield from (_line(kind, Turn.NEW, None, each) for each in come)
    yield from (_line(kind, Turn.GONE, each, None) for each in gone)


def _line(kind: ChangeKind, turn: Turn, old: Thing | None, new: Thing | None) -> SiteChange:
    shown = new or old
    assert shown is not None
    title, before, after = _words(kind, turn, old, new)
    return SiteChange(
        kind, turn, before, after, title=title, url=shown.url or shown.page, how=shown.how
    )


def _words(
    kind: ChangeKind, turn: Turn, old: Thing | None, new: Thing | None
) -> tuple[str, str, str]:
    """Return what a line is about, and the old and the new words."""
    if old is None or new is None:
        return "", _whole(old), _whole(new)
    if turn is Turn.FOLLOWED:
        return new.detail, old.text, new.text
    if kind is ChangeKind.PEOPLE:
        return new.text, old.detail, new.detail
    if kind is ChangeKind.PRICE:
        (what, _, before), (label, _, after) = (
            thing.detail.partition(": ") for thing in (old, new)
        )
        if what == label and before and after:
            return label, before, after
    return "", old.detail or old.text, new.detail or new.text


def _whole(thing: Thing | None) -> str:
    if thing is None:
        return ""
    if thing.kind is ChangeKind.PEOPLE and thing.detail:
        return f"{thing.text}, {thing.detail}"
    return thing.detail or thing.text


def _same_thing(
    kind: ChangeKind, gone: Sequence[Thing], come: Sequence[Thing]
) -> Callable[[Thing, Thing], bool]:
    """Return what says whether a new thing stands for an old one."""
    if kind is ChangeKind.PEOPLE:
        return lambda old, new: _follows(old, new, gone, come)
    if kind is ChangeKind.OFFICE and len(gone) == len(come) == 1:
        return lambda _old, _new: True  # they moved
    return _is_reworded


def _is_reworded(old: Thing, new: Thing) -> bool:
    """Say whether one name stands for the other: much alike, or longer, or leading to one page."""
    likeness = alike(old, new)
    leads_to_one = bool(old.url) and old.url == new.url != new.page and "#" not in new.url
    if likeness >= _REWORDED or (leads_to_one and likeness >= _AKIN):
        return True
    short, long = sorted((old.key, new.key), key=len)
    return " " in short and f" {short} " in f" {long} "


def _follows(old: Thing, new: Thing, gone: Sequence[Thing], come: Sequence[Thing]) -> bool:
    """Say whether somebody took over the role of somebody else: one that only they had."""
    return (
        bool(new.values)
        and old.values == new.values
        and sum(each.values == old.values for each in gone) == 1
        and sum(each.values == new.values for each in come) == 1
    )


def _is_written_anew(
    gone: Sequence[Thing], come: Sequence[Thing], old: Looked, new: Looked
) -> bool:
    numbers = len(old.of(ChangeKind.OFFERING)), len(new.of(ChangeKind.OFFERING))
    return (len(gone), len(come)) == numbers and min(numbers) >= _MANY


def _written_anew(gone: Sequence[Thing], come: Sequence[Thing]) -> SiteChange:
    return SiteChange(
        ChangeKind.OFFERING,
        Turn.OTHER,
        " \u00b7 ".join(thing.text for thing in gone[:_SHOWN]),
        " \u00b7 ".join(thing.text for thing in come[:_SHOWN]),
        url=come[0].page,
        how=come[0].how,
    )


def _positions(
    gone: Sequence[Thing], come: Sequence[Thing], old: Looked, new: Looked
) -> Iterator[SiteChange]:
    """Give the positions that came and went by what they are about, with how many there were."""
    before, after = _titles(old.of(ChangeKind.JOBS)), _titles(new.of(ChangeKind.JOBS))
    for theme in themes(_titles(come)):
        yield _of_theme(theme, come, Turn.NEW, _number(theme, before), theme.words())
    for theme in themes(_titles(gone)):
        yield _of_theme(theme, gone, Turn.GONE, theme.words(), _number(theme, after))


def _of_theme(theme: Theme, things: Sequence[Thing], turn: Turn, old: str, new: str) -> SiteChange:
    first = min((each for each in things if job_title(each.text) in theme.titles), key=_place)
    alone = len(theme.titles) == 1 and bool(first.url)
    return SiteChange(
        ChangeKind.JOBS,
        turn,
        old,
        new,
        title=theme.short(),
        number=len(theme.titles),
        url=first.url if alone else first.page,
        how=first.how,
    )


def _place(thing: Thing) -> tuple[str, str]:
    return thing.page, thing.key


def _titles(things: Sequence[Thing]) -> list[str]:
    return [job_title(each.text) for each in things]


def _number(theme: Theme, titles: Sequence[str]) -> str:
    """Return how many positions of a theme another look has; empty where it has none."""
    number = positions_for(theme.word, titles) if theme.word else 0
    return f"{count(number, 'position')} for {theme.word}" if number else ""
