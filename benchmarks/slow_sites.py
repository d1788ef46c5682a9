"""Invented company sites on loopback, each answer after a set time; a program of its own.

python -m benchmarks.slow_sites SECONDS    prints its port, and the number of requests it has
                                           answered for each line that comes in
"""

from __future__ import annotations

import asyncio
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import IO

_HEAD_END = b"\r\n\r\n"
_MENU = {
    "about": "About us",
    "services": "What we do",
    "news": "News",
    "events": "Events",
    "careers": "Careers",
}
_ANNOUNCED = (
    '<link rel="alternate" type="application/rss+xml" title="News" href="/feed.xml">'
    '<link rel="alternate" type="text/calendar" title="Events" href="/events.ics">'
)
_TEXT = (
    "We bring fine food from small farms to the shops of the town, every morning before they "
    "open, and take back the crates. Our drivers know each street and most of the dogs. "
)


def _page(host: str, path: str) -> bytes:
    title = _MENU.get(path.strip("/"), "Fine food, every morning")
    menu = "".join(f'<li><a href="/{name}">{words}</a></li>' for name, words in _MENU.items())
    cards = "".join(
        f'<section class="card"><h2>{title} number {number}</h2><p>{_TEXT * 2}</p>'
        f'<a href="/{path.strip("/") or "more"}/{number}">Read more about it</a></section>'
        for number in range(12)
    )
    dates = "".join(
        f"<li><h3>Tasting evening {day}</h3><p>{day} May 2031, 18:00, Market Hall</p></li>"
        for day in range(3, 9)
    )
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title} | {host}'
        f'</title><meta name="description" content="{_TEXT[:140]}">{_ANNOUNCED}</head><body>'
        f"<header><nav><ul>{menu}</ul></nav></header><main><h1>{title}</h1>{cards}"
        f"<ul>{dates}</ul></main><footer><p>{host}, 1 Market Street</p></footer></body></html>"
    ).encode()


_FEED = (
    '<?xml version="1.0"?><rss version="2.0"><channel><title>News</title>'
    + "".join(
        f"<item><title>Our hall number {number} is open</title><link>/news/{number}</link>"
        f"<pubDate>Mon, 0{number} Jun 2026 08:00:00 GMT</pubDate></item>"
        for number in range(1, 9)
    )
    + "</channel></rss>"
).encode()
_CALENDAR = (
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//bench//en\r\n"
    + "".join(
        f"BEGIN:VEVENT\r\nUID:{day}@bench\r\nDTSTAMP:20260101T080000Z\r\n"
        f"DTSTART:203105{day:02}T180000Z\r\nSUMMARY:Tasting evening {day}\r\nEND:VEVENT\r\n"
        for day in range(3, 9)
    )
    + "END:VCALENDAR\r\n"
).encode()


def _answer(host: str, path: str) -> bytes:
    status, kind, body = "200 OK", "text/html", b""
    if path == "/robots.txt":
        kind, body = "text/plain", b"User-agent: *\nDisallow: /private/\n"
    elif path == "/feed.xml":
        kind, body = "application/rss+xml", _FEED
    elif path == "/events.ics":
        kind, body = "text/calendar", _CALENDAR
    elif path == "/" or path.strip("/") in _MENU:
        body = _page(host, path)
    else:
        status = "404 Not Found"
    head = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n"
    return f"{head}Connection: close\r\n\r\n".encode() + body


class _Server:
    """Answers each request once its time has come."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self.answered = 0

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        begun = asyncio.get_running_loop().time()
        try:
            head = (await reader.readuntil(_HEAD_END)).decode("latin-1")
            path = head.split(" ", 2)[1]
            rows = dict(row.lower().split(": ", 1) for row in head.split("\r\n")[1:] if ": " in row)
            answer = _answer(rows.get("host", ""), path)
            spent = asyncio.get_running_loop().time() - begun
            await asyncio.sleep(max(self._seconds - spent, 0.0))
            self.answered += 1
            writer.write(answer)
            await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            return  # who asked has gone
        finally:
            writer.close()


async def _main(seconds: float) -> None:
    slow = _Server(seconds)
    server = await asyncio.start_server(slow.serve, "127.0.0.1", 0, backlog=512)
    print(server.sockets[0].getsockname()[1], flush=True)
    loop = asyncio.get_running_loop()
    while await loop.run_in_executor(None, sys.stdin.readline):
        print(slow.answered, flush=True)
    server.close()


@dataclass(frozen=True, slots=True)
class SlowSites:
    """The running server."""

    port: int
    _stdin: IO[str]
    _stdout: IO[str]

    def answered(self) -> int:
        """Return how many requests it has answered."""
        self._stdin.write("\n")
        self._stdin.flush()
        return int(self._stdout.readline())


@contextmanager
def serving(seconds: float) -> Iterator[SlowSites]:
    """Serve for as long as the context lasts, each answer after `seconds`."""
    command = [sys.executable, "-m", "benchmarks.slow_sites", str(seconds)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True) as process:
        if process.stdin is None or process.stdout is None:
            raise RuntimeError("the pipes that were asked for are there")
        yield SlowSites(int(process.stdout.readline()), process.stdin, process.stdout)
        process.stdin.close()  # that is its sign to end
        process.wait()


if __name__ == "__main__":
    asyncio.run(_main(float(sys.argv[1])))
