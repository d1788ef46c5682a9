"""What a page puts into its texts to steer a terminal, to run or to deceive stays harmless text.

First the readers alone: everything they return is clean, and the words around it are still there.
Then the whole desk in a pseudo-terminal, over a site on loopback that tries all of it.
"""

# ruff: noqa: E501 -- pages come with long lines

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import msgspec
import pytest

from followup_tui.desk import open_desk
from followup_tui.domain.change import Change
from followup_tui.domain.text import is_clean
from followup_tui.web.events import read_calendar
from followup_tui.web.page import read_page
from tests.builders import a_client
from tests.terminal.screen import Terminal
from tests.web.server import serving

NOW = datetime(2026, 11, 19, 14, 2, tzinfo=ZoneInfo("Australia/Sydney"))
URL = "http://nasty.example/"

ATTACKS = {
    "osc 52": "\x1b]52;c;Y3VybA==\x07",
    "osc title": "\x1b]0;taken over\x1b\\",
    "csi": "\x1b[2J\x1b[8;3;3t\x1b[31;5m",
    "half csi": "\x1b[",
    "c1 csi": "\x9b31;5m",
    "c1 osc": "\x9d52;c;Y3VybA==\x9c",
    "dcs": "\x1bP$q\x1b\\",
    "bidi override": "\u202e",
    "bidi isolate": "\u2067",
    "zero width": "\u200b\u2060\ufeff",
    "tag characters": "\U000e0041\U000e0042",
    "backspace": "\x08",
    "null and delete": "\x00\x7f",
    "separator": "\u2028",
}
"""What is put between two words. Nothing of it may be left, not even its visible tail."""
LEFTOVERS = ("52;c", "Y3VybA", "taken over", "[2J", "[31", "31;5m", "$q")

MARKUP = "[@click=app.quit]quit now[/] [/nothing] [red on red]x"


def html(mark: str) -> str:
    """A page that has `mark` in every place that a reader looks at."""
    return f"""<!doctype html><html lang="en"><head><title>First{mark}second title</title>
<meta name="description" content="What{mark}we do is mend nets for people who fish by night.">
<meta property="og:site_name" content="Nets{mark}here"></head><body>
<h1>Nets{mark}mended</h1><p>We mend{mark}nets for people who fish by night, all along the coast.</p>
<h2>Our services</h2><div class="g"><div class="c"><h3>Net{mark}mending</h3><p>Knots.</p></div><div class="c"><h3>Rope{mark}walks</h3><p>Long.</p></div><div class="c"><h3>Cork{mark}floats</h3><p>Light.</p></div></div>
<ul class="events"><li><h3><a href="/e1">Open{mark}harbour</a></h3><time datetime="2026-12-03T18:00">3 December 2026, 18:00</time><p class="location">Pier{mark}nine</p></li>
<li><h3><a href="/e2">Night{mark}fishing</a></h3><time datetime="2026-12-10T18:00">10 December 2026, 18:00</time><p class="location">Pier{mark}ten</p></li></ul>
<table><tr><th>Date</th><th>Event</th></tr><tr><td>4 December 2026</td><td>Knot{mark}evening</td></tr><tr><td>11 December 2026</td><td>Splice{mark}evening</td></tr></table>
<div itemscope itemtype="https://schema.org/Event"><span itemprop="name">Whale{mark}watch</span><meta itemprop="startDate" content="2026-12-05T10:00"><span itemprop="location">Cape{mark}end</span></div>
<article><h2><a href="/n1">New{mark}boat</a></h2><time datetime="2026-11-01">1 Nov 2026</time></article><article><h2><a href="/n2">Old{mark}boat</a></h2><time datetime="2026-10-01">1 Oct 2026</time></article>
<div class="team"><div><h4>Jane{mark}Li</h4><p>Net{mark}maker</p></div><div><h4>Omar{mark}Haddad</h4><p>Rope{mark}maker</p></div></div>
<address>4{mark}Pier Road<br>Botany</address><a href="mailto:jane@nasty.example">Jane{mark}Li</a> <a href="/about?x={mark}">About{mark}us</a></body></html>"""


def json_ld(mark: str) -> str:
    """A page whose marked up facts have `mark` in them, as JSON escapes it."""
    data = {
        "@context": "https://schema.org",
        "@graph": [
            {"@type": "Organization", "name": f"Nets{mark}here", "description": f"We mend{mark}nets for people who fish.",
             "employee": {"@type": "Person", "name": f"Jane{mark}Li", "jobTitle": f"Net{mark}maker"},
             "address": {"@type": "PostalAddress", "streetAddress": f"4{mark}Pier Road"}},
            {"@type": "Event", "name": f"Open{mark}harbour", "startDate": "2026-12-03T18:00:00+11:00",
             "location": {"@type": "Place", "name": f"Pier{mark}nine"}},
            {"@type": "JobPosting", "title": f"Net{mark}maker", "datePosted": "2026-11-01"},
        ],
    }  # fmt: skip
    return f'<html lang="en"><head><title>Nets</title><script type="application/ld+json">{json.dumps(data)}</script></head><body><p>We mend nets, and have done so for a hundred years.</p></body></html>'


def rss(mark: str) -> str:
    return f"""<?xml version="1.0"?><rss version="2.0"><channel><title>Notes{mark}here</title><description>What{mark}happens</description>
<item><title>New{mark}boat</title><link>http://nasty.example/n1</link><pubDate>Sun, 01 Nov 2026 08:00:00 +1100</pubDate></item></channel></rss>"""


def json_feed(mark: str) -> str:
    item = {"id": "1", "title": f"New{mark}boat", "url": "http://nasty.example/n1"}
    return json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": f"Notes{mark}here", "items": [item]})  # fmt: skip


def ics(mark: str) -> str:
    mark = mark.replace("\\", "\\\\").replace("\u2028", " ")  # RFC 5545, 3.3.11: no bare backslash
    return f"""BEGIN:VCALENDAR\r\nVERSION:2.0\r\nX-WR-CALNAME:Nets{mark}here\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART:20261203T070000Z\r\nSUMMARY:Open{mark}harbour\r\nLOCATION:Pier{mark}nine\r\nURL:http://nasty.example/{mark}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"""


def texts(value: object) -> Iterator[str]:
    """Every text in a value, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, one in value.items():
            yield from texts(key)
            yield from texts(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from texts(one)


def read(content: str, kind: str) -> list[str]:
    """Every text that is read from `content`."""
    body = content.encode("utf-8", "surrogatepass")
    return list(texts(msgspec.to_builtins(read_page(body, url=URL, now=NOW, content_type=kind))))


DOCUMENTS = {
    "html": (html, "text/html; charset=utf-8", "Open harbour"),
    "json-ld": (json_ld, "text/html; charset=utf-8", "Open harbour"),
    "rss": (rss, "application/rss+xml; charset=utf-8", "New boat"),
    "json feed": (json_feed, "application/feed+json", "New boat"),
    "calendar": (ics, "text/calendar; charset=utf-8", "Open harbour"),
}


def squeezed(text: str) -> str:
    return text.replace(" ", "").replace("\n", "")


@pytest.mark.parametrize("attack", ATTACKS)
@pytest.mark.parametrize("document", DOCUMENTS)
def test_texts_come_clean(document: str, attack: str) -> None:
    make, kind, expected = DOCUMENTS[document]
    found = read(make(ATTACKS[attack]), kind)
    assert [text for text in found if not is_clean(text)] == []
    assert [text for text in found for piece in LEFTOVERS if piece in text] == []
    if attack != "half csi":  # which takes the next letter along
        assert any(squeezed(expected) in squeezed(text) for text in found), expected


@pytest.mark.parametrize("attack", ATTACKS)
@pytest.mark.parametrize("document", DOCUMENTS)
def test_character_references_come_clean(document: str, attack: str) -> None:
    """Written as ``&#27;`` they look like no control at all, once and once more escaped."""
    make, kind, _ = DOCUMENTS[document]
    for once in ("&", "&amp;"):
        written = "".join(f"{once}#{ord(char)};" for char in ATTACKS[attack])
        assert [text for text in read(make(written), kind) if not is_clean(text)] == []


@pytest.mark.parametrize("document", DOCUMENTS)
def test_markup_of_the_toolkit_is_text_like_any_other(document: str) -> None:
    make, kind, _ = DOCUMENTS[document]
    found = read(make(f" {MARKUP} "), kind)
    assert any("[@click=app.quit]quit now[/]" in text for text in found)


@pytest.mark.parametrize("attack", ATTACKS)
def test_calendars_come_clean(attack: str) -> None:
    content = ics(ATTACKS[attack]).encode("utf-8", "surrogatepass")
    (event,) = read_calendar(content, now=NOW, until=NOW + timedelta(days=60), url=URL)
    found = list(texts(msgspec.to_builtins(event)))
    assert [text for text in found if not is_clean(text)] == []
    assert [text for text in found for piece in LEFTOVERS if piece in text] == []
    if attack != "half csi":
        assert squeezed(event.title) == "Openharbour"
        assert squeezed(event.location) == "Piernine"


# The whole desk

SCRIPT = """
import sys
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo
from followup_tui.desk import open_desk
from followup_tui.tui.app import FollowupApp

now = datetime(2026, 11, 19, 14, 2, tzinfo=ZoneInfo("Australia/Sydney"))
place = ("127.0.0.1", int(sys.argv[2]))
desk = open_desk(Path(sys.argv[1]), now=lambda: now, hosts={"nasty.example": place})
FollowupApp(desk).run()
"""

NEVER = (
    b"\x1b]52", b"\x1b]0;taken", b"\x1b[8;3;3t", b"\x1b[31;5m", b"\x1bP$q",
    "\x9b".encode(), "\x9d".encode(), "\u202e".encode(), "\u2067".encode(), "\u200b".encode(),
    "\u2060".encode(), "\ufeff".encode(), "\U000e0041".encode(), b"Y3VybA", b"taken over",
)  # fmt: skip


PALETTE = "An action, or the name of a client"
"""What the palette says while nothing is typed."""


@pytest.mark.terminal
def test_a_terminal_receives_nothing_of_it(tmp_path: Path) -> None:
    """The desk shows a client whose site tries everything, in every place, at once."""
    home = tmp_path / "desk"
    everything = f" {MARKUP} " + "".join(ATTACKS[name] for name in ATTACKS if name != "half csi")
    client = a_client("Nets and Ropes", website=URL)
    open_desk(home, now=lambda: NOW).records.commit(Change(by="add", put=(client,)))
    env = {
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "LANG": "C.UTF-8",
        "PATH": "/usr/bin",
    }
    with serving() as site:
        site.page("/", html(everything), kind="text/html; charset=utf-8")
        arguments = ("-c", SCRIPT, str(home), str(site.place[1]))
        with Terminal(*arguments, env=env, program=Path(sys.executable), size=(140, 50)) as desk:
            desk.wait_for("Nets and Ropes", "Prepare: Nets and Ropes", "Website")
            desk.press("enter")
            desk.wait_until(lambda: "just now" in row_of(desk, "Website"), "the website")
            desk.press("down", "enter")
            desk.wait_for("[@click=app.quit]")
            desk.press(*click_on(desk, "quit now"))
            desk.press("ctrl+p")  # it still answers: nothing was run by the click
            desk.wait_for(PALETTE)
            desk.press("escape")
            desk.wait_until(lambda: PALETTE not in desk.text, "the palette to close")
            desk.press("enter", "down", "down", "enter")  # what they announce, too
            desk.wait_for("Open [@click=app.quit]quit now[/]", "Whale [@click=app.quit]")
            desk.press("ctrl+q")
            assert desk.end() == 0
            assert [piece for piece in NEVER if piece in desk.raw] == []


def row_of(desk: Terminal, words: str) -> str:
    return next((line for line in desk.lines if words in line), "")


def click_on(desk: Terminal, words: str) -> list[str]:
    """A press and a release of the mouse upon `words`, as a terminal reports them (SGR, 1006)."""
    y, line = next((y, line) for y, line in enumerate(desk.lines) if words in line)
    x = line.index(words) + 1
    return [f"\x1b[<0;{x + 1};{y + 1}M", f"\x1b[<0;{x + 1};{y + 1}m"]
