"""Taking a client's traces out of the other files of one folder: drafts, copies of pages …"""

from __future__ import annotations

import errno
from collections.abc import Collection
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit

import msgspec

from followup_tui.store.backup import DAMAGED, PAGES, SITES
from followup_tui.store.drafts import FOLDER as DRAFTS
from followup_tui.store.erasing import Erasing, content_of, files_in, folders_in
from followup_tui.store.files import sync_folder, unwritable
from followup_tui.store.journal_file import HISTORY


class ErasingFiles(Erasing):
    """Erases in everything but the records."""

    def drafts(self) -> None:
        """Erase the drafts that are about them."""
        for path in files_in(self._folder / DRAFTS):
            content = content_of(path)
            key = unquote(path.name)
            if self._eraser.has_id(key.encode()) or self._eraser.has_id(content):
                self.said.drafts += 1
                self._remove(path)
            elif self._is_in(content):
                text = content.decode("utf-8", "replace")
                self._mention("drafts", key, text)
                if self._eraser.everywhere:
                    self.said.drafts += 1
                    self._replace(path, self._eraser.in_line(text).encode())

    def pages(self, websites: Collection[str], *, others: Collection[str] = ()) -> None:
        """Remove the copies of `websites` and their dated looks, and of pages that name them.

        With a website go those of its subdomains, unless they are among the hosts of `others`.
        """
        hosts = {host for website in websites if (host := host_of(website))}
        for folder in page_folders(self._folder):
            for path in files_in(folder):
                content = content_of(path)
                if self._is_of(content, hosts, others) or self._is_in(content):
                    self.said.pages += 1
                    self._remove(path)
            if folder.parent.name == SITES and not self._dry:
                self._remove_empty(folder)

    def _is_of(self, copy: bytes, hosts: Collection[str], others: Collection[str]) -> bool:
        """Say whether a copy is of one of `hosts`, or, where it cannot be read, names one."""
        address = _address(copy)
        if not address:
            return any(host.encode() in copy for host in hosts)
        host = host_of(address)
        return _is_under(host, hosts) and not _is_under(host, others)

    def _remove_empty(self, folder: Path) -> None:
        """Remove a folder in which nothing is left: its name says which site it was of."""
        try:
            folder.rmdir()
            sync_folder(folder.parent)
        except FileNotFoundError:
            return
        except OSError as error:
            if error.errno not in {errno.ENOTEMPTY, errno.EEXIST}:
                raise unwritable(folder, error) from error

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
                # The file of a letter is named after them, where the letter itself may not be.
                self._mention(name.as_posix(), "", f"{path.stem.replace('-', ' ')}\n{text}")


def page_folders(home: Path) -> list[Path]:
    """Return the folders that hold copies of pages: one, and one for each site."""
    pages = home / PAGES
    return [pages, *folders_in(pages / SITES)]


def _is_under(host: str, hosts: Collection[str]) -> bool:
    """Say whether a host is one of `hosts`, or a subdomain of one."""
    return host in hosts or any(host.endswith(f".{each}") for each in hosts)


def _address(copy: bytes) -> str:
    """Return the address that a copy of a page says it is of."""
    try:
        return _COPY.decode(copy).url
    except (msgspec.DecodeError, UnicodeDecodeError):
        return ""


class _Copy(msgspec.Struct):
    url: str = ""


_COPY: Final = msgspec.json.Decoder(_Copy)  # here, as `web.site_snapshots` says


def host_of(address: str) -> str:
    """Return the host of a web address, without its ``www.``; empty where it is none."""
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return ""
