"""The playbooks as they were last read, so that a start does not read them all anew.

Reading four files of TOML and checking every key of them takes longer than opening the records of
ten thousand clients. What was read without a problem is kept with the stamp of the files
(`store.stamp.rules_of`) and serves as long as they bear it.
"""

from __future__ import annotations

import zlib
from pathlib import Path
from typing import Final

import msgspec

from followup_tui.domain.playbook import Playbook, PlaybookError
from followup_tui.services.ports import Cache
from followup_tui.settings.playbooks import load_playbooks, playbook_folders

_KEY = "playbooks"
_CHECKSUM = 4  # bytes of the CRC-32 in front


class _Kept(msgspec.Struct, frozen=True, array_like=True):
    rules: str
    playbooks: dict[str, Playbook]


_KEPT: Final = msgspec.msgpack.Decoder(_Kept)  # here, as `web.site_snapshots` says


def playbooks_of(
    home: Path, cache: Cache, rules: str
) -> tuple[dict[str, Playbook], tuple[PlaybookError, ...]]:
    """Return the playbooks of a home folder by key, and what could not be read of them.

    `rules` is the stamp of the files, told before they are read; empty: read them anyway.
    """
    if rules and (kept := _kept(cache, rules)) is not None:
        return kept, ()
    playbooks, problems = load_playbooks(playbook_folders(home))
    if rules and not problems:
        body = msgspec.msgpack.encode(_Kept(rules, playbooks))
        cache.save(_KEY, zlib.crc32(body).to_bytes(_CHECKSUM, "big") + body)
    return playbooks, problems


def _kept(cache: Cache, rules: str) -> dict[str, Playbook] | None:
    content = cache.load(_KEY) or b""
    body = content[_CHECKSUM:]
    if zlib.crc32(body).to_bytes(_CHECKSUM, "big") != content[:_CHECKSUM]:
        return None
    try:
        kept = _KEPT.decode(body)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None  # of another version: they are read
    return kept.playbooks if kept.rules == rules else None
