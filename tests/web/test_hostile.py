"""A hostile server: each trick is refused in under 3 s and 10 MB, with its sentence."""

from __future__ import annotations

import json
import re
import ssl
import subprocess
import sys
from pathlib import Path

import pytest

from followup_tui.web.fetch import Fetcher
from followup_tui.web.guard import Guard
from tests.web.conftest import QUICK, Watch
from tests.web.hostile import tricks
from tests.web.server import Site, serving

TRICKS = tricks()
MOST_SECONDS, MOST_BYTES = 3.0, 10_000_000


@pytest.fixture(scope="module")
def outcomes() -> dict[str, dict[str, str | float]]:
    """What became of a program of its own that fetched all of them: by path."""
    with serving() as site:
        site.page("/good", "<!doctype html><p>" + "Fine foods. " * 1000)
        site.routes.update({path: trick.does for path, trick in TRICKS.items()})
        command = [sys.executable, "-m", "tests.web.hostile", str(site.place[1]), *TRICKS]
        done = subprocess.run(
            command,
            capture_output=True,
            text=True,
            timeout=100,
            check=False,
            cwd=Path(__file__).parents[2],
        )
    assert done.returncode == 0, done.stderr
    return {said["path"]: said for said in map(json.loads, done.stdout.splitlines())}


@pytest.mark.parametrize("path", TRICKS)
def test_a_trick_is_refused_soon_and_small_with_its_sentence(
    path: str, outcomes: dict[str, dict[str, str | float]]
) -> None:
    said = outcomes[path]
    assert re.search(TRICKS[path].words.replace("(", r"\("), str(said["problem"])), said["problem"]
    assert float(said["seconds"]) < MOST_SECONDS
    assert float(said["grown"]) < MOST_BYTES
    assert said["size"] == 0


SPELLINGS = [
    "127.0.0.1",
    "127.1",
    "127.0.1",
    "127.000.000.001",
    "0177.0.0.1",
    "0x7f.1",
    "0x7f.0.0.0x1",
    "0x7f000001",
    "0X7F000001",
    "2130706433",
    "017700000001",
    "0",
    "0.0.0.0",
    "127.0.0.1.",
    "127.1.",
    "127.255.255.254",
    "[::1]",
    "[0:0:0:0:0:0:0:1]",
    "[::]",
    "[::1%25lo]",
    "[::ffff:127.0.0.1]",
    "[::ffff:7f00:1]",
    "[::127.0.0.1]",
    "[64:ff9b::7f00:1]",
    "[64:ff9b::127.0.0.1]",
    "[64:ff9b:1::7f00:1]",
    "[2002:7f00:1::]",
    "[fe80::1]",
    "localhost",
    "LOCALHOST",
    "localhost.",
    "LocalHost..",
    "a.localhost",
    "localhost.localdomain",
    "ip6-localhost",
    "１２７.０.０.１",
    "①②⑦.⓪.⓪.①",
    "127。0。0。1",
    "127．0．0．1",
    "ⓛocalhost",
    "ʟocalhost",
    "%6c%6f%63%61%6c%68%6f%73%74",
    "%31%32%37.0.0.1",
    "127%2e0%2e0%2e1",
    "northwind.example@127.0.0.1",
    "northwind.example:80@127.0.0.1",
    "user:northwind.example@127.0.0.1",
    "northwind.example\\@127.0.0.1",
    "127.0.0.1%00.northwind.example",
    "127.0.0.1\t",
    "[127.0.0.1]",
    "[::ffff:127.0.0.1",
    "1.0.0.127.in-addr.arpa",
]


@pytest.mark.parametrize("spelling", SPELLINGS)
async def test_no_spelling_of_this_machine_is_fetched(
    spelling: str, site: Site, tls: ssl.SSLContext
) -> None:
    site.page("/", "<h1>secret</h1>")
    fetcher = Fetcher(Guard(), Watch(), QUICK, tls=tls)
    for url in (f"http://{spelling}:{site.place[1]}/", f"http://{spelling}/"):
        fetched = await fetcher.fetch(url)
        assert fetched.problem
        assert fetched.problem.isprintable()
        assert fetched.content == b""
    assert site.asked == site.robots_asked == []


@pytest.mark.parametrize("spelling", SPELLINGS)
async def test_no_redirect_leads_to_this_machine(
    spelling: str, site: Site, tls: ssl.SSLContext
) -> None:
    target = f"http://{spelling}:{site.place[1]}/secret".encode()
    head = b"HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: " + target + b"\r\n\r\n"
    site.routes["/"] = head
    site.page("/secret", "<h1>secret</h1>")
    fetcher = Fetcher(Guard({"northwind.example": site.place}), Watch(), QUICK, tls=tls)
    fetched = await fetcher.fetch("http://northwind.example/")
    assert fetched.problem
    assert fetched.content == b""
    assert site.asked == ["/"]
