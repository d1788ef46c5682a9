"""`followup library`: what can be given, from our own sources and by hand."""

from __future__ import annotations

import asyncio
from argparse import Namespace
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace as with_
from datetime import datetime
from typing import TypeVar

from msgspec.structs import replace

from followup_tui.commands import library_shapes as shapes
from followup_tui.commands.paper import Paper
from followup_tui.commands.problems import CannotDo, WrongUsage
from followup_tui.commands.run import Run
from followup_tui.desk import Desk
from followup_tui.domain.library.view import Currency, LibraryItem, LibrarySource, LibraryView
from followup_tui.domain.library.when import When, read_when
from followup_tui.domain.record import utc
from followup_tui.domain.text import clean_line, clean_text
from followup_tui.domain.value_add import ValueAdd, ValueAddKind
from followup_tui.domain.views import ItemStatus
from followup_tui.domain.words import age_words, count, short_day

_T = TypeVar("_T")

KINDS: Mapping[str, ValueAddKind] = {
    "article": ValueAddKind.ARTICLE,
    "talk": ValueAddKind.TALK,
    "event": ValueAddKind.EVENT,
    "invitation": ValueAddKind.INVITATION,
    "consultation": ValueAddKind.CONSULTATION,
    "tip": ValueAddKind.WEBSITE_TIP,
}


def run(asked: Run) -> int:
    """Do what was asked for with the library, and print it."""
    action = asked.given.action
    if action in {"list", "refresh"} and asked.given.what:
        raise WrongUsage(f"followup library {action} takes no title: `followup library --help`")
    if action not in {"list", "refresh"} and not asked.given.what:
        raise WrongUsage(f"say what to {action.replace('-', ' ')}: followup library {action} WHAT")
    return _ACTIONS[action](asked)


def _list(asked: Run) -> int:
    with asked.desk() as desk:
        view = asyncio.run(_closing(desk, desk.library.view()))
        _show(asked, view)
    return 0


def _refresh(asked: Run) -> int:
    with asked.desk(fetches=True) as desk:
        if not desk.settings.sources.all:
            raise CannotDo(
                "no source is named: add own_events, user_group or articles under [sources] in "
                f"{desk.home / 'settings.toml'}"
            )
        view = asyncio.run(_closing(desk, _refreshed(desk)))
        _show(asked, view, told=True)
        failed = all(each.status is ItemStatus.FAILED for each in view.sources)
    return 1 if failed else 0


async def _refreshed(desk: Desk) -> LibraryView:
    """Return the library once every source has been looked at."""
    view = await desk.library.view()
    async for latest in desk.library.refresh(anew=True):
        view = latest
    return view


def _add(asked: Run) -> int:
    given = asked.given
    with asked.desk(fetches=_is_address(given.what)) as desk:
        made = asyncio.run(_closing(desk, _added(desk, given)))
        _told(asked, made, "Added")
    return 0


async def _added(desk: Desk, given: Namespace) -> ValueAdd:
    """Add what was typed; an address is fetched for what was not."""
    kind = KINDS[given.kind or "article"]
    title, url, about, topics = given.what, given.url or "", given.about or "", tuple(given.topic)
    when = _when(given.starts or "", desk)
    if _is_address(given.what):
        found = await desk.library.look_up(given.what)
        title, url = given.title or found.title, found.url
        about, topics = about or found.about, topics or found.topics
        if not title:
            raise CannotDo(f"{found.problem} Name it yourself with --title")
    made = desk.library.fresh(
        kind,
        title,
        url=url,
        about=about,
        topics=topics,
        starts=when.starts,
        where=given.where or "",
    )
    made = replace(made, all_day=when.all_day)
    await desk.library.add(made)
    return made


def _edit(asked: Run) -> int:
    with asked.desk() as desk:
        made = asyncio.run(_closing(desk, _edited(desk, asked.given)))
        _told(asked, made, "Changed")
    return 0


async def _edited(desk: Desk, given: Namespace) -> ValueAdd:
    before = await desk.library.find(given.what)
    after = replace(
        before,
        kind=KINDS[given.kind] if given.kind else before.kind,
        title=clean_line(given.title) or before.title,
        url=before.url if given.url is None else given.url.strip(),
        about=before.about if given.about is None else clean_text(given.about),
        topics=tuple(filter(None, map(clean_line, given.topic))) if given.topic else before.topics,
        where=before.where if given.where is None else clean_line(given.where),
    )
    if given.starts is not None:
        when = _when(given.starts, desk)
        starts = utc(when.starts) if when.starts else None
        after = replace(after, starts=starts, ends=None, all_day=when.all_day)
    if after == before:
        raise WrongUsage("say what to change: --title, --url, --about, --topic, --starts, --where")
    await desk.library.edit(after)
    return after


def _retire(asked: Run) -> int:
    return _changed(asked, "Retired", lambda desk, each: desk.library.retire(each.id))


def _bring_back(asked: Run) -> int:
    return _changed(asked, "Brought back", lambda desk, each: desk.library.bring_back(each.id))


def _changed(asked: Run, word: str, change: Callable[[Desk, ValueAdd], Awaitable[None]]) -> int:
    async def changed(desk: Desk) -> ValueAdd:
        found = await desk.library.find(asked.given.what)
        await change(desk, found)
        return desk.records.get(ValueAdd, found.id) or found

    with asked.desk() as desk:
        _told(asked, asyncio.run(_closing(desk, changed(desk))), word)
    return 0


async def _closing(desk: Desk, work: Awaitable[_T]) -> _T:
    """Close the desk in the loop that it was used in."""
    try:
        return await work
    finally:
        await desk.close()


def _is_address(what: str) -> bool:
    return what.startswith(("https://", "http://"))


def _when(words: str, desk: Desk) -> When:
    """Return when it takes place as typed, in the user's zone where it names none."""
    now = desk.clock()
    if ":" in words:
        try:
            moment = datetime.fromisoformat(words)
        except ValueError:
            pass  # then it is in words
        else:
            return When(moment if moment.tzinfo else moment.replace(tzinfo=now.tzinfo), False, "")
    if (found := read_when(words, now)) is None:
        raise WrongUsage(
            f"--starts: “{words}” is no moment; write it like 2026-12-01T07:30, “1 dec 7:30” or fri"
        )
    return found


# What is printed


def _told(asked: Run, value_add: ValueAdd, word: str) -> None:
    if asked.json:
        asked.show_json({"value_add": shapes.whole(value_add)})
    else:
        asked.paper.line(f"{word}: {value_add.title}.")


def _show(asked: Run, view: LibraryView, *, told: bool = False) -> None:
    every = getattr(asked.given, "all", False)
    shown = tuple(i for i in view.items if every or i.currency is Currency.CURRENT)
    view = with_(view, items=shown)
    if asked.json:
        asked.show_json(shapes.library(view))
        return
    paper = asked.paper
    if told:
        paper.line(f"{'; '.join(view.told) or 'Nothing new'}.")
        paper.line()
    paper.line(f"{count(view.current, 'thing')} to give")
    for item in view.items:
        _item(paper, item, view.now)
    if view.sources:
        paper.head("Sources")
    for source in view.sources:
        _source(paper, source, view.now)


def _item(paper: Paper, item: LibraryItem, now: datetime) -> None:
    each = item.value_add
    parts = [f"{each.kind.value.capitalize()}: {each.title}"]
    if each.starts is not None:
        local = each.starts.astimezone(now.tzinfo)
        hour = "" if each.all_day else f" {local:%H:%M}"
        parts.append(f"{short_day(local.date(), now.date())}{hour}")
    if item.currency is not Currency.CURRENT:
        parts.append(each.why_retired or item.currency.value)
    paper.line(", ".join(parts), indent=2, hang=4)
    given = [
        f"{word} {number}"
        for word, number in (
            ("planned", item.planned),
            ("given", item.offered),
            ("taken", item.taken),
        )
        if number
    ]
    rest = [each.url, ", ".join(each.topics), item.origin, *given]
    paper.line(" · ".join(part for part in rest if part), indent=4, hang=6)


def _source(paper: Paper, source: LibrarySource, now: datetime) -> None:
    age = age_words(source.read_at, now) if source.read_at else "not looked at yet"
    items = count(source.items, "thing")
    paper.line(f"{source.kind.value}: {source.url} ({items}, {age})", indent=2, hang=4)
    if source.problem:
        paper.line(f"! {source.problem}", indent=4, hang=6)


_ACTIONS: Mapping[str, Callable[[Run], int]] = {
    "list": _list,
    "refresh": _refresh,
    "add": _add,
    "edit": _edit,
    "retire": _retire,
    "bring-back": _bring_back,
}
