"""Taking a client's traces out of the other files of one folder: drafts, copies of pages …"""

from __future__ import annotations

from collections.abc import Collection
from urllib.parse import unquote, urlsplit

import msgspec

from followup_tui.store.backup import DAMAGED, PAGES
from followup_tui.store.drafts import FOLDER as DRAFTS
from followup_tui.store.erasing import Erasing, content_of, files_in
from followup_tui.store.journal_file import HISTORY


class ErasingFiles(Erasing):
    """Erases in everything but the records."""

    def drafts(self) -> None:
        """Erase the drafts that are about them."""
        for path in files_in(self._folder / DRAFTS):
            content = content_of(path)
            key = unquote(path.name)
            if self._eraser.client_id in key or self._id in content:
                self.said.drafts += 1
                self._remove(path)
            elif self._is_in(content):
                text = content.decode("utf-8", "replace")
                self._mention("drafts", key, text)
                if self._eraser.everywhere:
                    self.said.drafts += 1
                    self._replace(path, self._eraser.in_line(text).encode())

    def pages(self, websites: Collection[str]) -> None:
        """Remove the copies of `websites`, and of pages that name them: both can be had again."""
        hosts = {host for website in websites if (host := host_of(website))}
        for path in files_in(self._folder / PAGES):
            content = content_of(path)
            if host_of(_address(content)) in hosts or self._is_in(content):
                self.said.pages += 1
                self._remove(path)

    def set_aside(self) -> None:
        """Take the lines that name them out of what was set aside as damaged."""
        for path in files_in(self._folder / DAMAGED):
            content = content_of(path)
            if path.suffix == ".zip":
                # A backup that cannot be read: nobody can tell what is in it, nor take it out.
                self.said.set_aside += 1
                self._remove(path)
                continue
            kept = b"".join(
                line for line in content.splitlines(keepends=True) if not self._is_in(line)
            )
            if kept == content:
                continue
            self.said.set_aside += 1
            if kept:
                self._replace(path, kept)
            else:
                self._remove(path)

    def look_elsewhere(self) -> None:
        """Find mentions in the files that are the user's own: settings, playbooks and others."""
        ours = {DRAFTS, PAGES, DAMAGED, HISTORY}
        for path in sorted(self._folder.rglob("*")):
            name = path.relative_to(self._folder)
            mine = path.suffix in {".toml", ".txt", ".md", ".eml", ".csv", ".ics", ".vcf"}
            if mine and name.parts[0] not in ours and not name.name.startswith("."):
                text = content_of(path).decode("utf-8", "replace")
                self._mention(name.as_posix(), "", text)


def _address(copy: bytes) -> str:
    """Return the address that a copy of a page says it is of."""
    try:
        return msgspec.json.decode(copy, type=_Copy).url
    except (msgspec.DecodeError, UnicodeDecodeError):
        return ""


class _Copy(msgspec.Struct):
    url: str = ""


def host_of(address: str) -> str:
    """Return the host of a web address, without its ``www.``; empty where it is none."""
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return ""
