"""A hostile server's tricks, and a program of its own that walks into each and measures.

python -m tests.web.hostile PORT PATH…   prints a line of JSON for each path
"""

from __future__ import annotations

import asyncio
import json
import resource
import sys
import time
import zlib
from collections.abc import Callable
from dataclasses import dataclass

from followup_tui.web.fetch import Fetcher
from followup_tui.web.guard import Guard
from followup_tui.web.manners import Manners
from tests.web.conftest import Watch
from tests.web.server import Answer, Conversation, answer, redirect

HOST = "northwind.example"
DEADLINE = 1.0  # seconds, instead of the product's fifteen
LIMIT = 3_000_000
GIBIBYTE = 1 << 30
SLOWLY = 0.5  # seconds between two bytes

_PAGE = b"<!doctype html><title>Northwind</title><p>Fine foods."
_BLOCK = 1 << 20


def bomb(wbits: int, size: int = GIBIBYTE) -> bytes:
    """Return a packed stream of `size` zeros: one block of them, packed once, again and again."""
    packer = zlib.compressobj(9, zlib.DEFLATED, wbits)
    head = packer.compress(b"") + packer.flush(zlib.Z_FULL_FLUSH)
    block = packer.compress(b"\0" * _BLOCK) + packer.flush(zlib.Z_FULL_FLUSH)
    return head + block * (size // _BLOCK)


def _packed(body: bytes, encoding: str, times: int = 1) -> bytes:
    for _ in range(times - 1):
        body = zlib.compress(body, 9, zlib.MAX_WBITS | 16)
    return answer(body, extra=f"Content-Encoding: {encoding}\r\n")


def _flood(part: bytes, head: bytes = b"") -> Callable[[Conversation], None]:
    def behave(talk: Conversation) -> None:
        talk.send(head or b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
        while not talk.stopping.is_set():
            talk.send(part)

    return behave


def _drip(head: bytes, part: bytes) -> Callable[[Conversation], None]:
    def behave(talk: Conversation) -> None:
        talk.send(head)
        talk.drip(part * 100, every=SLOWLY)

    return behave


def _says(length: str, body: bytes) -> bytes:
    head = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: {length}\r\n\r\n"
    return head.encode() + body


@dataclass(frozen=True)
class Trick:
    """What the server does, and words of the sentence that has to come of it."""

    does: Answer
    words: str


_OK = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
_CHUNKED = _OK + b"Transfer-Encoding: chunked\r\n\r\n"
_EMPTY_MEMBER = zlib.compress(b"", 9, zlib.MAX_WBITS | 16)
_GZIP_HEAD = _OK + b"Content-Encoding: gzip\r\n\r\n"
TOO_LARGE = "northwind.example sends a page that is larger than 3 MB: not read"
LATE = "northwind.example did not finish within 1 s"
SILENT = "northwind.example did not answer within 1 s"
NO_SERVER = "northwind.example does not answer as a web server does"


def tricks() -> dict[str, Trick]:
    """Return every trick by its path."""
    gzip_bomb = bomb(zlib.MAX_WBITS | 16)
    found = {
        "gzip-bomb": Trick(_packed(gzip_bomb, "gzip"), TOO_LARGE),
        "zlib-bomb": Trick(_packed(bomb(zlib.MAX_WBITS), "deflate"), TOO_LARGE),
        "deflate-bomb": Trick(_packed(bomb(-zlib.MAX_WBITS), "deflate"), TOO_LARGE),
        "nested-bomb": Trick(_packed(gzip_bomb, "gzip, gzip", 2), "packed as “gzip, gzip”"),
        "br": Trick(_packed(b"\x1b\xff\xff\xff" * 9, "br"), "cannot be unpacked: packed as “br”"),
        "zstd": Trick(_packed(b"\x28\xb5\x2f\xfd" * 9, "zstd"), "packed as “zstd”"),
        "empty-members": Trick(_flood(_EMPTY_MEMBER * 500, _GZIP_HEAD), f"{TOO_LARGE}|{LATE}"),
        "endless": Trick(_flood(b"x" * 65_536), TOO_LARGE),
        "endless-chunks": Trick(_flood(b"1\r\nx\r\n" * 4000, _CHUNKED), f"{TOO_LARGE}|{LATE}"),
        "endless-chunk-name": Trick(_flood(b"1;" + b"a" * 65_000, _CHUNKED), "broke off|did not"),
        "endless-header": Trick(_flood(b"x" * 65_536, b"HTTP/1.1 200 OK\r\nX: "), NO_SERVER),
        "endless-headers": Trick(_flood(b"X-A: b\r\n" * 4000, b"HTTP/1.1 200 OK\r\n"), NO_SERVER),
        "endless-status": Trick(_flood(b"x" * 65_536, b"HTTP/1.1 200 "), NO_SERVER),
        "endless-continue": Trick(
            _flood(b"HTTP/1.1 100 Continue\r\n\r\n" * 400, b"HTTP/1.1 100 Continue\r\n\r\n"),
            f"{SILENT}|{NO_SERVER}",
        ),
        "slow-body": Trick(_drip(_OK + b"\r\n<p>", b"x"), LATE),
        "slow-headers": Trick(_drip(b"HTTP/1.1 200 OK\r\nX-Slow: ", b"x"), SILENT),
        "slow-status": Trick(_drip(b"", b"HTTP/1.1 200 OK\r\n"), SILENT),
        "slow-gzip": Trick(_drip(_GZIP_HEAD, zlib.compress(_PAGE, 9, 31)), LATE),
        "silence": Trick(lambda talk: talk.drip(b"", every=9) or talk.stopping.wait(9), SILENT),
        "too-long-a-length": Trick(_says("999", _PAGE), "broke off in the middle|did not finish"),
        "forty-gigabytes": Trick(_says(str(40 << 30), _PAGE), TOO_LARGE),
        "negative-length": Trick(_says("-1", _PAGE), NO_SERVER),
        "two-lengths": Trick(_says("5\r\nContent-Length: 6", _PAGE), NO_SERVER),
        "no-length": Trick(_says("many", _PAGE), NO_SERVER),
        "circle": Trick(redirect("/circle"), "northwind.example redirects in a circle"),
        "long-circle": Trick(redirect("/long-circle/"), "redirects in a circle"),
        "long-circle/": Trick(redirect("/long-circle"), "redirects in a circle"),
    }
    for name, (target, words) in REDIRECTS.items():
        found[name] = Trick(redirect(target), words)
    return {f"/{name}": trick for name, trick in found.items()}


_INSIDE = "an address inside a private network: not fetched"
REDIRECTS = {
    "to-file": ("file:///etc/passwd", "to file:///etc/passwd, which is not a web address"),
    "to-data": ("data:text/html,<p>hello", "redirects to what is not a web address"),
    "to-script": ("javascript:alert(1)", "redirects to what is not a web address"),
    "to-ftp": ("ftp://northwind.example/", "which is not a web address"),
    "to-gopher": ("gopher://127.0.0.1:25/", "which is not a web address"),
    "to-metadata": ("http://169.254.169.254/latest/meta-data/", _INSIDE),
    "to-localhost": ("http://localhost/", "localhost is this machine itself: not fetched"),
    "to-both": ("http://both.example/", f"both.example leads to 10.0.0.7, {_INSIDE}"),
    "to-mapped": ("http://[::ffff:169.254.169.254]/", _INSIDE),
}


def _resolve(host: str, port: int) -> list[str]:
    return ["93.184.216.34", "10.0.0.7"] if host == "both.example" else []


def _peak() -> int:
    """Return the most memory that this program has had, in bytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


async def walk_into(port: int, paths: list[str]) -> None:
    """Fetch each path of the server at `port` and print what came of it, how fast, how large.

    Those that only waste time are walked into together, each on a host of its own.
    """
    slow = [path for path in paths if path.startswith(("/slow-", "/silence"))]
    hosts = dict.fromkeys([HOST, *(f"{path[1:]}.example" for path in slow)], ("127.0.0.1", port))
    manners = Manners(deadline=DEADLINE, limit=LIMIT, pause=0.0)
    fetcher = Fetcher(Guard(hosts, resolve=_resolve), Watch(), manners)
    await fetcher.fetch(f"http://{HOST}/good")  # all is imported

    async def fetch(path: str, host: str = HOST) -> None:
        before, begun = _peak(), time.monotonic()
        fetched = await fetcher.fetch(f"http://{host}{path}")
        said = {
            "path": path,
            "problem": fetched.problem.replace(host, HOST),
            "seconds": time.monotonic() - begun,
            "grown": _peak() - before,
            "size": len(fetched.content),
        }
        print(json.dumps(said), flush=True)

    for path in paths:
        if path not in slow:
            await fetch(path)
    await asyncio.gather(*(fetch(path, f"{path[1:]}.example") for path in slow))


if __name__ == "__main__":
    asyncio.run(walk_into(int(sys.argv[1]), sys.argv[2:]))
