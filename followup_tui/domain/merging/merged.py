"""One client of two: what can be kept twice is, and what cannot stands in the notes."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from typing import TypeVar

import msgspec
from msgspec.structs import replace as with_fields

from followup_tui.domain.client import Client, Competitor, Origin, OriginKind
from followup_tui.domain.merging.fields import SINGLE, check_take, lost_line
from followup_tui.domain.merging.people import PhoneKey, people_of_both
from followup_tui.domain.record import Invalid, Record, utc
from followup_tui.domain.text import fold

R = TypeVar("R", bound=Record)


def merged(
    ours: Client,
    theirs: Client,
    *,
    take: Collection[str] = (),
    key: PhoneKey,
    now: datetime,
    names: Mapping[str, str],
) -> Client:
    """Return `ours` with all of `theirs`; of the fields in `take` theirs counts.

    A wish not to be called always counts. What cannot be kept beside ours becomes a line of the
    notes. `names` are those of all clients by id, for saying who introduced them. Raises `Invalid`
    where the two are one, a field cannot be taken, or their notes together are too long.
    """
    if ours.id == theirs.id:
        raise Invalid("client", "they are one client already: name two")
    check_take(take)
    fields: dict[str, object] = {}
    lines: list[str] = []
    for field, single in SINGLE.items():
        mine, other = single.of(ours), single.of(theirs)
        chosen, lost = (other, mine) if field in take and other else (mine or other, other)
        fields[field] = chosen
        if lost and mine and other and not _same(mine, other):
            lines.append(lost_line(field, lost))
    if fields["call_again"] == theirs.call_again and ours.call_again != theirs.call_again:
        fields["call_again_at"] = theirs.call_again_at
    people, about_people = people_of_both(ours.people, theirs.people, key)
    competitors, about_competitors = _competitors(ours, theirs)
    origin, about_origin = _origin(ours, theirs, names)
    notes = [*lines, *about_people, *about_competitors, *about_origin]
    return with_fields(
        ours,
        **fields,
        people=people,
        competitors=competitors,
        origin=origin,
        quiet=tuple(dict.fromkeys((*ours.quiet, *theirs.quiet))),
        about=_about(ours.about, theirs.about, notes),
        changed=utc(now),
        **{
            field: _each_once(getattr(ours, field), getattr(theirs, field))
            for field in ("interests", "likes", "dislikes", "open_questions", "tags")
        },
    )


def _same(one: object, other: object) -> bool:
    if isinstance(one, str) and isinstance(other, str):
        return fold(one.rstrip("/")) == fold(other.rstrip("/"))
    return one == other


def _each_once(ours: Iterable[str], theirs: Iterable[str]) -> tuple[str, ...]:
    found: dict[str, str] = {}
    for text in (*ours, *theirs):
        found.setdefault(fold(text), text)
    return tuple(found.values())


def _competitors(ours: Client, theirs: Client) -> tuple[tuple[Competitor, ...], tuple[str, ...]]:
    found = list(ours.competitors)
    lines = []
    for other in theirs.competitors:
        at = next((at for at, one in enumerate(found) if fold(one.name) == fold(other.name)), None)
        if at is None:
            found.append(other)
        elif not found[at].website:
            found[at] = with_fields(found[at], website=other.website)
        elif other.website and not _same(found[at].website, other.website):
            lines.append(f"Other website of {found[at].name}: {other.website}")
    return tuple(found), tuple(lines)


def _origin(
    ours: Client, theirs: Client, names: Mapping[str, str]
) -> tuple[Origin, tuple[str, ...]]:
    """Return where they came from, and the line about how the other came."""
    mine, other = ours.origin, theirs.origin
    introduced = mine.introduced_by or (
        other.introduced_by if other.introduced_by != ours.id else ""
    )
    detail = f" ({other.detail})" if other.detail else ""
    by = names.get(other.introduced_by, "")
    if by and other.introduced_by not in {introduced, ours.id}:
        detail += f", introduced by {by}"
    day = theirs.created.date().isoformat()
    line = f"{theirs.name} came on the list on {day}, {_came(other.kind)}{detail}"
    if introduced == theirs.id:
        introduced = ""
    return with_fields(mine, introduced_by=introduced), (line,)


def _came(kind: OriginKind) -> str:
    return {
        OriginKind.PROJECT: "with a project",
        OriginKind.COURSE: "from a course",
        OriginKind.MET: "met in person",
        OriginKind.REFERRAL: "named by a client",
        OriginKind.IMPORT: "by an import",
        OriginKind.ADDED: "added by hand",
    }[kind]


def _about(ours: str, theirs: str, lines: Iterable[str]) -> str:
    """Return the notes of both, and the lines that keep what has no other place."""
    there = set(ours.split("\n"))
    more = [line for line in (*theirs.split("\n"), *lines) if line not in there]
    return "\n".join(filter(None, (ours, "\n".join(more).strip("\n"))))


def moved(record: R, *, absorbed: str, keep: str) -> R | None:
    """Return `record` with the client `keep` wherever it names `absorbed`; None: it does not."""
    if absorbed.encode() not in msgspec.json.encode(record):
        return None
    plain = msgspec.to_builtins(record)
    return msgspec.convert(_renamed(plain, absorbed, keep), type(record))


def _renamed(value: object, absorbed: str, keep: str) -> object:
    if isinstance(value, dict):
        return {name: _renamed(each, absorbed, keep) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return [_renamed(each, absorbed, keep) for each in value]
    return keep if value == absorbed else value
