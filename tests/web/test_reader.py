"""The reading program: messages in, facts out, and an end when nobody asks any more."""

from __future__ import annotations

import io

import msgspec
import pytest

from followup_tui.domain.page import PageFacts
from followup_tui.web.reader import LENGTH, Task, frame, serve
from tests.web import samples
from tests.web.samples import NOW, URL


def asking(text: str) -> bytes:
    task = Task(content=text.encode(), url=URL, now=NOW, content_type=None)
    return frame(msgspec.msgpack.encode(task))


def answers(stream: bytes) -> list[PageFacts]:
    found = []
    while stream:
        length = int.from_bytes(stream[:LENGTH], "big")
        found.append(msgspec.msgpack.decode(stream[LENGTH : LENGTH + length], type=PageFacts))
        stream = stream[LENGTH + length :]
    return found


def test_it_answers_one_page_after_the_other() -> None:
    target = io.BytesIO()
    serve(io.BytesIO(asking(samples.MARKETING) + asking(samples.ICS)), target)
    marketing, calendar = answers(target.getvalue())
    assert marketing.title == "Northwind Traders | Pantry goods"
    assert marketing.read_at == NOW
    assert len(calendar.events) == 4


@pytest.mark.parametrize("kept", [0, 2, LENGTH, 30])
def test_it_ends_where_the_stream_does(kept: int) -> None:
    target = io.BytesIO()
    serve(io.BytesIO(asking(samples.MARKETING)[:kept]), target)
    assert target.getvalue() == b""


@pytest.mark.parametrize("name", sorted(samples.PAGES))
def test_facts_survive_the_way(name: str) -> None:
    target = io.BytesIO()
    serve(io.BytesIO(asking(samples.PAGES[name])), target)
    (facts,) = answers(target.getvalue())
    assert msgspec.json.decode(msgspec.json.encode(facts), type=PageFacts) == facts
