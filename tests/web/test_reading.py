"""Reading in a program of its own: a page that brings it down costs that page alone."""

from __future__ import annotations

import asyncio
import sys
from time import monotonic

import pytest

from followup_tui.domain.page import PageFacts
from followup_tui.web.reading import CannotRead, Readers
from tests.web import samples
from tests.web.samples import NOW, URL

SENTENCES = {
    b"crash": "cannot cope with",
    b"raise": "cannot cope with",
    b"swell": "cannot cope with",
    b"hang": "not read within 2 s",
}


def readers(deadline: float = 20.0) -> Readers:
    return Readers(most=1, deadline=deadline, program="tests.web.bad_reader")


async def read(by: Readers, content: bytes) -> PageFacts:
    return await by.read(content, url=URL, now=NOW, content_type=None)


def test_a_page_that_ends_the_program_is_a_sentence_and_the_next_is_read() -> None:
    bad = [b"crash", b"raise"]
    if sys.platform.startswith("linux"):  # where a limit of address space is kept to
        bad.append(b"swell")

    async def all_of_it() -> None:
        by = readers()
        try:
            for content in bad:
                with pytest.raises(CannotRead, match=SENTENCES[content]):
                    await read(by, content)
            assert (await read(by, samples.MARKETING.encode())).title.startswith("Northwind")
        finally:
            await by.close()

    asyncio.run(all_of_it())


def test_a_page_that_never_ends_is_given_up_at_its_deadline() -> None:
    async def all_of_it() -> None:
        by = readers(deadline=2.0)
        try:
            begin = monotonic()
            with pytest.raises(CannotRead, match=SENTENCES[b"hang"]):
                await read(by, b"hang")
            assert monotonic() - begin < 4
            by._deadline = 20.0  # starting anew on a busy machine is not what is tested
            assert (await read(by, samples.MARKETING.encode())).title.startswith("Northwind")
        finally:
            await by.close()

    asyncio.run(all_of_it())
