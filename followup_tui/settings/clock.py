"""The clock: the machine's own in the user's zone, or one that is set for a run."""

from __future__ import annotations

import os
from datetime import datetime, tzinfo
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from followup_tui.settings.problem import SettingsProblem

if TYPE_CHECKING:
    from followup_tui.domain.record import Clock

_LOCALTIME = Path("/etc/localtime")
_FIRST, _LAST = 1970, 2999
"""Years in which a clock can be set: ids count from the first one, and cadences reach far ahead."""


def _named(name: str) -> ZoneInfo | None:
    """Return the zone of that IANA name, or None."""
    try:
        return ZoneInfo(name) if name else None
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def local_zone(localtime: Path = _LOCALTIME) -> tzinfo:
    """Return the machine's zone, by name wherever that can be told.

    A name knows its summer time, which the offset of this moment does not: “thu 10:00” three
    weeks from now may lie beyond the change. By ``TZ``, else by where ``/etc/localtime`` leads
    (localtime(5) of systemd: a link below a folder named ``zoneinfo``), else the offset of now.
    """
    if zone := _named(os.environ.get("TZ", "").removeprefix(":")):
        return zone
    if localtime.is_symlink():
        parts = localtime.resolve().parts
        if "zoneinfo" in parts:
            name = "/".join(parts[len(parts) - parts[::-1].index("zoneinfo") :])
            if zone := _named(name):
                return zone
    offset = datetime.now().astimezone().tzinfo
    assert offset is not None, "astimezone() always sets one"
    return offset


def machine_clock(zone: str = "") -> Clock:
    """Return the machine's clock in the zone of that IANA name, or in the machine's own."""
    where: tzinfo = ZoneInfo(zone) if zone else local_zone()
    return lambda: datetime.now(where)


def clock_at(text: str, zone: str = "") -> Clock:
    """Return a clock that stands at the ISO 8601 moment `text` (what ``FOLLOWUP_NOW`` says).

    A moment without a zone is taken in that of the IANA name `zone`, or in the machine's own.
    Raises `SettingsProblem` where it cannot be read, or is so far away that days before and
    after it cannot be reckoned with.
    """
    try:
        moment = datetime.fromisoformat(text.strip())
    except ValueError:
        raise SettingsProblem(
            f"FOLLOWUP_NOW: “{text}” is no moment; write it like 2026-11-19T14:02"
        ) from None
    if not _FIRST <= moment.year <= _LAST:
        raise SettingsProblem(f"FOLLOWUP_NOW: {text.strip()} is not between {_FIRST} and {_LAST}")
    if moment.tzinfo is None or zone:
        where: tzinfo = ZoneInfo(zone) if zone else local_zone()
        moment = moment.replace(tzinfo=where) if moment.tzinfo is None else moment.astimezone(where)
    return lambda: moment
