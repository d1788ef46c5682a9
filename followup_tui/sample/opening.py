"""Opening the sample desk: its folder filled, its dates brought to today, its sites served."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path

import msgspec

from followup_tui.desk import Desk, open_desk
from followup_tui.domain.change import Change
from followup_tui.domain.client import Client
from followup_tui.domain.record import Clock, Record
from followup_tui.sample.problem import SampleProblem
from followup_tui.sample.refresh import redate
from followup_tui.sample.seed import seed
from followup_tui.settings.clock import machine_clock
from followup_tui.settings.paths import data_folder
from followup_tui.store.check import KINDS

MARK = "sample.json"
"""The file that makes a folder a sample desk, and remembers what was written into it."""


class _Mark(msgspec.Struct, frozen=True, kw_only=True):
    """What the mark remembers: the day the desk is dated from, and digests by record id."""

    day: date
    records: dict[str, str] = {}


def sample_texts() -> list[str]:
    """Return the TOML files that the sample desk is made of."""
    folder = data_folder() / "demo" / "desk"
    return [file.read_text(encoding="utf-8") for file in sorted(folder.glob("*.toml"))]


@contextmanager
def open_sample(home: Path, *, now: Clock | None = None, serve: bool = True) -> Iterator[Desk]:
    """Open the sample desk in `home`, filling the folder the first time.

    Opened on another day than before, what the user left alone is dated anew from today. With
    `serve` its web sites are there too, on this machine only, until the context ends; without,
    nothing can be fetched. Raises `SampleProblem` where the folder holds something else, and
    what `open_desk` raises.
    """
    clock = now or machine_clock()
    moment = clock()
    mark = _found(home)
    if mark is None:
        _fill(home, moment)
    if not serve:
        yield _opened(home, clock, moment, hosts=None)
        return
    from followup_tui.sample.server import SampleServer  # noqa: PLC0415 - http.server is heavy

    with SampleServer(data_folder() / "demo" / "sites", day=lambda: clock().date()) as server:
        yield _opened(home, clock, moment, hosts=server.hosts)


def _found(home: Path) -> _Mark | None:
    """Return the mark of the sample desk in `home`, or None if the folder is still empty."""
    try:
        return msgspec.json.decode((home / MARK).read_bytes(), type=_Mark)
    except FileNotFoundError:
        pass
    except NotADirectoryError:
        raise SampleProblem(f"{home} is not a folder; name another one with --home") from None
    except (OSError, msgspec.MsgspecError) as problem:
        raise SampleProblem(
            f"{home / MARK} cannot be read ({problem}); remove the folder to begin afresh"
        ) from None
    if home.exists() and any(home.iterdir()):
        raise SampleProblem(
            f"{home} holds something else; the sample desk needs an empty folder of its own: "
            "leave --home out, or name another one"
        )
    return None


def _fill(home: Path, moment: datetime) -> None:
    """Make `home` a sample desk whose records are still to be written."""
    try:
        home.mkdir(mode=0o700, parents=True, exist_ok=True)
        _write(home / MARK, msgspec.json.encode(_Mark(day=date.min)))
        _write(home / "settings.toml", (data_folder() / "demo" / "settings.toml").read_bytes())
    except OSError as problem:
        raise SampleProblem(
            f"the sample desk cannot be made in {home}: {problem.strerror}; "
            "name a folder that can be written with --home"
        ) from None


def _write(path: Path, content: bytes) -> None:
    """Write a private file whole or not at all."""
    passing = path.with_name(f".{path.name}.{os.getpid()}")
    descriptor = os.open(passing, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
    passing.replace(path)


def _opened(
    home: Path, clock: Clock, moment: datetime, *, hosts: dict[str, tuple[str, int]] | None
) -> Desk:
    """Open the desk and bring its untouched records to the day of `moment`."""
    desk = open_desk(home, now=clock, hosts=hosts, demo=True)
    mark = _found(home) or _Mark(day=date.min)
    stored = _all_records(desk) if mark.day != moment.date() else ()
    if mark.day == moment.date() and desk.records.any(Client):
        return desk
    fresh = seed(sample_texts(), day=moment.date(), zone=moment.tzinfo or UTC)
    put, memory = redate(stored, fresh, mark.records if stored else {})
    # The mark goes first: were it lost on the way, these records would look like the user's own.
    _write(home / MARK, msgspec.json.encode(_Mark(day=moment.date(), records=memory)))
    desk.records.commit(Change(by="sample desk: dated from today", put=put))
    return desk


def _all_records(desk: Desk) -> Sequence[Record]:
    """Return everything that the desk holds."""
    return [record for kind in KINDS for record in desk.records.all(kind)]
