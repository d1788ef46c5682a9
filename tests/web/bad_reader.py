"""A reading program that some pages bring down: what the desk must survive."""

from __future__ import annotations

import os
from datetime import datetime

from followup_tui.domain.page import PageFacts
from followup_tui.web import page, reader

_read = page.read_page


def read_page(
    content: bytes, *, url: str, now: datetime, content_type: str | None = None
) -> PageFacts:
    """Read a page, unless it says what to do instead."""
    if content == b"crash":
        os._exit(11)
    if content == b"raise":
        raise RuntimeError("nobody has thought of this page")
    if content == b"swell":
        return PageFacts(url=str(len(bytearray(8_000_000_000))), read_at=now)
    while content == b"hang":
        pass
    return _read(content, url=url, now=now, content_type=content_type)


page.read_page = read_page

if __name__ == "__main__":
    reader.main()
