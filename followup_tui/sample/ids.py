"""Ids of the sample desk's records: the same each time, whatever the day."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime, timedelta

_DIGITS = "0123456789abcdefghjkmnpqrstvwxyz"
_BASE_DAY = datetime(2024, 1, 1, tzinfo=UTC)  # where the ids' clock stands on the day of opening


def sample_id(table: str, name: str, days: int) -> str:
    """Return the id of a sample record: as `domain.record.new_id`, but the same each time.

    The clock part counts from a fixed day, so that ids sort by `days`; the rest is a digest of
    the record's place in the sheet.
    """
    moment = _BASE_DAY + timedelta(days=days)
    digest = hashlib.sha256(f"{table}/{name}".encode()).digest()
    number = (int(moment.timestamp() * 1000) << 80) | int.from_bytes(digest[:10])
    return "".join(_DIGITS[(number >> shift_by) & 31] for shift_by in range(125, -1, -5))
