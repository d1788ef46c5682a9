"""The invented web sites: which bytes an address answers with, and how it misbehaves.

A site is a folder named after its host. `site.toml` says what is special about some of its
paths; every other path is the file of that name, and a folder its `index.html`. Files are
written in UTF-8 with `days.fill` placeholders, and encoded as the site wants on the way out.
"""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

import msgspec

from followup_tui.sample.days import fill

_TYPES = {
    ".html": "text/html",
    ".xml": "application/rss+xml",
    ".ics": "text/calendar",
    ".css": "text/css",
    ".js": "text/javascript",
    ".txt": "text/plain",
}


class PathLines(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is special about one path of a site."""

    status: int = 200
    delay: float = 0.0
    """Seconds before the answer begins."""
    redirect: str = ""
    """The address to go to instead."""
    cut: float = 1.0
    """The share of the body after which the connection is lost."""


class SiteLines(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A site's `site.toml`."""

    about: str = ""
    charset: str = "utf-8"
    paths: dict[str, PathLines] = {}


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """What a request is answered with."""

    status: int
    headers: dict[str, str]
    body: bytes
    delay: float = 0.0
    sent: int
    """How many bytes of the body go out before the connection is lost; all, as a rule."""


class Site:
    """One invented site."""

    def __init__(self, folder: Path) -> None:
        lines = folder / "site.toml"
        text = lines.read_text(encoding="utf-8") if lines.is_file() else ""
        self.host = folder.name
        self.lines = msgspec.convert(tomllib.loads(text), SiteLines)
        self._files = {
            "/" + file.relative_to(folder).as_posix(): file
            for file in sorted(folder.rglob("*"))
            if file.is_file() and file != lines
        }

    @property
    def paths(self) -> tuple[str, ...]:
        """The paths that can be asked for."""
        pages = (path.removesuffix("index.html") for path in self._files)
        return tuple(dict.fromkeys((*pages, *self.lines.paths)))

    def answer(self, path: str, day: date) -> Answer:
        """Return what `path` answers with on `day`."""
        special = self.lines.paths.get(path, PathLines())
        status, headers, body = special.status, {"Content-Type": "text/html; charset=utf-8"}, b""
        if special.redirect:
            status = status if status >= 300 else 302
            headers["Location"] = special.redirect
        elif file := self._files.get(path + "index.html" if path.endswith("/") else path):
            headers["Content-Type"] = self._type(file)
            body = fill(file.read_text(encoding="utf-8"), day).encode(
                self.lines.charset, "xmlcharrefreplace"
            )
        elif special == PathLines():
            status, body = 404, b"<!doctype html><title>Not found</title><h1>Not found</h1>"
        return Answer(
            status=status,
            headers=headers,
            body=body,
            delay=special.delay,
            sent=int(len(body) * special.cut),
        )

    def _type(self, file: Path) -> str:
        kind = _TYPES.get(file.suffix, "application/octet-stream")
        return f"{kind}; charset={self.lines.charset}"


def read_sites(folder: Path) -> dict[str, Site]:
    """Return the sites under `folder` by host.

    Raises `tomllib.TOMLDecodeError` or `msgspec.ValidationError` where one is described wrongly.
    """
    return {place.name: Site(place) for place in sorted(folder.iterdir()) if place.is_dir()}
