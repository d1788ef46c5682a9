"""Fetching one address: what came, or in a sentence why nothing did.

Imported only when something is fetched: httpx is slow to import.
"""

from __future__ import annotations

import asyncio
import ssl
from dataclasses import dataclass, replace
from urllib.parse import urljoin
from weakref import WeakValueDictionary

import certifi
import httpcore
import httpx

from followup_tui.domain.text import clean_line, shorten
from followup_tui.web import guard as guarding
from followup_tui.web.kinds import may_be_read, media_type
from followup_tui.web.transport import GuardedTransport
from followup_tui.web.unpack import ACCEPTED, BadPacking, TooLarge, Unpacker

USER_AGENT = "followup/0.1 (a consultant's call desk; reads a page when its user asks)"
MAX_REDIRECTS = 5
SIDE_BY_SIDE = 16
"""How many hosts are asked at once; one host is asked for one thing at a time."""

_HEADERS = {
    "User-Agent": USER_AGENT,
    "Accept": "text/html, application/xhtml+xml, text/calendar, application/rss+xml, "
    "application/atom+xml, text/plain;q=0.8, application/xml;q=0.8, */*;q=0.1",
    "Accept-Encoding": ACCEPTED,
    "Accept-Language": "en, *;q=0.5",
}
_STATUS = {
    401: "it asks for a password",
    403: "it does not let us read this page",
    404: "there is no such page, it may be gone",
    410: "the page is gone",
    429: "it is asked too often, try again later",
    451: "it may not be shown for legal reasons",
    503: "it is overloaded or being repaired",
}


@dataclass(frozen=True, slots=True)
class Fetched:
    """The outcome of one fetch: bytes of something readable, or a problem."""

    url: str
    """Where it came from in the end, after redirects."""
    content: bytes = b""
    content_type: str = ""
    problem: str = ""
    """A sentence: why nothing was read. Empty when `content` holds the whole body."""


class _Failed(Exception):
    """Ends a fetch; its text is the sentence."""


def trusted_certificates() -> ssl.SSLContext:
    """Return what HTTPS trusts: the machine's own authorities and those of certifi. Takes 20 ms."""
    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    return context


def _causes(error: BaseException) -> list[BaseException]:
    """Return `error` and what it came from, outermost first."""
    chain: list[BaseException] = []
    current: BaseException | None = error
    while current is not None and current not in chain:
        chain.append(current)
        current = current.__cause__ or current.__context__
    return chain


def _connect_words(host: str, error: BaseException) -> str:
    """Return why no connection came about, looking behind httpcore's error."""
    for cause in _causes(error):
        if isinstance(cause, ssl.SSLCertVerificationError):
            return f"{host} has a certificate that cannot be trusted ({cause.verify_message})"
        if isinstance(cause, ssl.SSLError):
            reason = (cause.reason or "no reason given").lower().replace("_", " ")
            return f"{host} does not speak HTTPS properly ({reason})"
        if isinstance(cause, ConnectionRefusedError):
            return f"{host} refuses the connection: no web server answers there"
        if isinstance(cause, OSError) and cause.errno in guarding.UNREACHABLE:
            return f"{host} cannot be reached: is there a network connection?"
    return f"{host} cannot be connected to: the connection breaks off at once"


def _break_words(error: Exception, answering: bool) -> str:
    """Return what a connection that came about did wrong; `answering`: headers had come."""
    if answering:
        return "broke off in the middle of the page"
    if isinstance(error, httpcore.RemoteProtocolError) and "disconnected" not in str(error):
        return "does not answer as a web server does"
    return "closed the connection without an answer"


def _status_words(host: str, status: int) -> str:
    if status in _STATUS:
        return f"{host} answers with {status}: {_STATUS[status]}"
    if status >= 500:
        return f"{host} answers with {status}: something is broken there"
    return f"{host} answers with {status}: it does not give the page"


def _parsed(url: str) -> httpx.URL:
    """Return `url` without fragment and password, which are nobody's business there."""
    try:
        return httpx.URL(url).copy_with(fragment=None, userinfo=b"")
    except (httpx.InvalidURL, UnicodeError):
        raise _Failed(f"{shorten(clean_line(url), 80)} is not a web address") from None


def _host(url: httpx.URL) -> str:
    return shorten(clean_line(url.host), 80)


class Fetcher:
    """Fetches pages: side by side from different hosts, one at a time from the same.

    `deadline` in seconds is for one whole page with all its redirects, from the moment it is its
    turn; `limit` is the most bytes a page may have when unpacked.
    """

    def __init__(
        self,
        guard: guarding.Guard,
        *,
        deadline: float,
        limit: int,
        tls: ssl.SSLContext | None = None,
    ) -> None:
        self._guard = guard
        self._deadline = deadline
        self._limit = limit
        self._tls = tls or trusted_certificates()
        self._slots = asyncio.Semaphore(SIDE_BY_SIDE)
        self._hosts: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    async def fetch(self, url: str) -> Fetched:
        """Return what `url` gives, or why not. Raises nothing for what the web does."""
        try:
            host = guarding.check_address(url)
        except guarding.Refused as refusal:
            return Fetched(url, problem=clean_line(str(refusal)))
        lock = self._hosts.setdefault(host, asyncio.Lock())
        async with lock, self._slots:
            try:
                fetched = await self._within_deadline(url)
            except (_Failed, guarding.Refused, guarding.NoSuchName, guarding.NoNameService) as why:
                fetched = Fetched(url, problem=str(why))
        return replace(fetched, problem=shorten(clean_line(fetched.problem), 300))

    async def _within_deadline(self, url: str) -> Fetched:
        progress = _Progress(guarding.check_address(url))
        try:
            async with asyncio.timeout(self._deadline):
                return await self._follow(url, progress)
        except TimeoutError:
            did = "did not finish" if progress.answering else "did not answer"
            raise _Failed(f"{progress.host} {did} within {self._deadline:g} s") from None
        except (httpx.InvalidURL, httpx.RemoteProtocolError, UnicodeError):
            # httpx reads the address of a redirect before we do; nothing else raises these
            raise _Failed(f"{progress.host} redirects to what is not a web address") from None
        except (httpcore.ConnectError, httpcore.ConnectTimeout, ssl.SSLError) as error:
            raise _Failed(_connect_words(progress.host, error)) from error
        except (httpcore.ProtocolError, httpcore.NetworkError, OSError) as error:
            words = _break_words(error, progress.answering)
            raise _Failed(f"{progress.host} {words}") from error

    async def _follow(self, url: str, progress: _Progress) -> Fetched:
        # A client for one page: its cookies and connections end with the page.
        async with httpx.AsyncClient(
            transport=GuardedTransport(self._guard, self._tls),
            headers=_HEADERS,
            timeout=None,  # one deadline for the whole page stands around this
            trust_env=False,
        ) as client:
            seen: set[str] = set()
            for _ in range(MAX_REDIRECTS + 1):
                address = _parsed(url)
                if str(address) in seen:
                    raise _Failed(f"{progress.host} redirects in a circle")
                seen.add(str(address))
                progress.host, progress.answering = _host(address), False
                async with client.stream("GET", address) as answer:
                    progress.answering = True
                    target = self._redirect(answer, progress.host)
                    if target is None:
                        return await self._take(answer, progress.host)
                    url = target
            raise _Failed(f"{progress.host} redirects more than {MAX_REDIRECTS} times")

    def _redirect(self, answer: httpx.Response, host: str) -> str | None:
        """Return where the answer sends us, or None if it is the answer itself."""
        if answer.status_code not in {301, 302, 303, 307, 308}:
            return None
        location: str = answer.headers.get("location", "").strip()
        if not location:
            raise _Failed(f"{host} redirects without saying where to")
        try:
            target = urljoin(str(answer.url), location)
            guarding.check_address(target)
        except (guarding.Refused, ValueError):
            shown = shorten(clean_line(location), 80)
            raise _Failed(f"{host} redirects to {shown}, which is not a web address") from None
        return target

    async def _take(self, answer: httpx.Response, host: str) -> Fetched:
        """Read the body of the final answer, as far as it is something we read."""
        if not 200 <= answer.status_code < 300:
            raise _Failed(_status_words(host, answer.status_code))
        declared = answer.headers.get("content-type", "")
        kind = media_type(declared)
        if not may_be_read(kind):
            raise _Failed(f"{host} is not a page but {clean_line(kind)[:80]}")
        try:
            unpacker = Unpacker(answer.headers.get("content-encoding", ""), self._limit)
            async for part in answer.aiter_raw():
                unpacker.feed(part)
            content = unpacker.content()
        except TooLarge:
            size = f"{self._limit / 1_000_000:g} MB"
            raise _Failed(f"{host} sends a page that is larger than {size}: not read") from None
        except BadPacking as error:
            raise _Failed(f"{host} sends what cannot be unpacked: {error}") from None
        if not content.strip():
            raise _Failed(f"{host} answers with an empty page")
        return Fetched(str(answer.url), content, declared)


@dataclass(slots=True)
class _Progress:
    """How far a fetch has come, for the sentence when it fails."""

    host: str
    answering: bool = False
