"""What is taken from one HTTP answer: its body within bounds, where it sends us, what it says
about itself. Each raises `errand.Failed` with the sentence for what is wrong with it.

Imported only when something is fetched: httpx is slow to import.
"""

from __future__ import annotations

import asyncio
import re
import ssl
from contextlib import suppress
from datetime import UTC, datetime
from urllib.parse import urljoin

import httpx

from followup_tui.domain.page import Visit
from followup_tui.domain.record import LINE_LIMIT
from followup_tui.domain.text import clean_line, shorten
from followup_tui.web import guard as guarding
from followup_tui.web import robots
from followup_tui.web.errand import Errand, Failed, Validators
from followup_tui.web.unpack import BadPacking, TooLarge, Unpacker

_LONGEST_TAG = 300  # characters of an ETag that is kept


async def body(answer: httpx.Response, limit: int, host: str) -> bytes:
    """Return the whole body, unpacked; it may have `limit` bytes."""
    try:
        unpacker = _unpacker(answer, limit)
        async for part in answer.aiter_raw():
            unpacker.feed(part)
        return unpacker.content()
    except TooLarge:
        size = f"{limit / 1_000_000:g} MB"
        raise Failed(f"{host} sends a page that is larger than {size}: not read") from None
    except BadPacking as error:
        raise Failed(f"{host} sends what cannot be unpacked: {error}") from None


async def rules(answer: httpx.Response, errand: Errand) -> robots.Rules:
    """Return what an answer for robots.txt asks of us; what of it is too long is left out."""
    if not 200 <= answer.status_code < 300:
        return robots.rules_of(answer.status_code, b"")
    try:
        unpacker = Unpacker(answer.headers.get("content-encoding", ""), robots.LIMIT)
    except BadPacking as error:
        raise Failed(f"{errand.host} sends what cannot be unpacked: {error}") from None
    with suppress(TooLarge, BadPacking):  # what came before that counts
        async for part in answer.aiter_raw():
            unpacker.feed(part)
    return await asyncio.to_thread(robots.rules_of, answer.status_code, unpacker.so_far)


def _unpacker(answer: httpx.Response, limit: int) -> Unpacker:
    """Return what takes the body; raise `TooLarge` at once where the server says it is."""
    length = answer.headers.get("content-length", "").strip()
    if length.isascii() and length.isdigit() and int(length[:18]) > limit:
        raise TooLarge
    return Unpacker(answer.headers.get("content-encoding", ""), limit)


def redirect(answer: httpx.Response, host: str) -> str:
    """Return where the answer sends us, or nothing if it is the answer itself."""
    if answer.status_code not in {301, 302, 303, 307, 308}:
        return ""
    location: str = answer.headers.get("location", "").strip()
    if not location:
        raise Failed(f"{host} redirects without saying where to")
    try:
        target = urljoin(str(answer.url), location)
        guarding.check_address(target)
    except (guarding.Refused, ValueError):
        shown = shorten(clean_line(location), 80)
        raise Failed(f"{host} redirects to {shown}, which is not a web address") from None
    return target


def visit(errand: Errand, size: int = 0) -> Visit | None:
    """Return what an errand that brought `size` bytes showed, or None where nobody answered."""
    if not errand.status:
        return None
    return Visit(
        seconds=round(errand.seconds, 3),
        size=size,
        final_url=clean_line(errand.url)[:LINE_LIMIT],
        certificate_ends=errand.certificate_ends,
        status=errand.status,
    )


def validators(answer: httpx.Response) -> Validators:
    """Return what the server gave for asking again; what is too long for that is left out."""
    etag, changed = (answer.headers.get(name, "") for name in ("etag", "last-modified"))
    return Validators(
        url=str(answer.url),
        etag=etag if len(etag) <= _LONGEST_TAG and etag.isprintable() and etag.isascii() else "",
        last_modified=changed if re.fullmatch(r"[\w ,:+-]{10,40}", changed, re.ASCII) else "",
    )


def certificate_end(answer: httpx.Response) -> datetime | None:
    """Return when the certificate of the connection runs out, or None where there is none."""
    stream = answer.extensions.get("network_stream")
    tls = None if stream is None else stream.get_extra_info("ssl_object")
    if not isinstance(tls, ssl.SSLObject):
        return None
    end = (tls.getpeercert() or {}).get("notAfter")
    return (
        datetime.fromtimestamp(ssl.cert_time_to_seconds(end), UTC) if isinstance(end, str) else None
    )
