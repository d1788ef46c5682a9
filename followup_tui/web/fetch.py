"""Fetching one address: what came, or in a sentence why nothing did.

Imported only when something is fetched: httpx is slow to import.
"""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack, suppress
from dataclasses import dataclass, replace
from functools import partial
from typing import Generic, TypeVar

import httpcore
import httpx

from followup_tui.domain.page import Visit
from followup_tui.domain.record import Clock
from followup_tui.domain.text import clean_line, shorten
from followup_tui.web import answers, robots
from followup_tui.web import fetch_words as words
from followup_tui.web import guard as guarding
from followup_tui.web.errand import NOTHING_KEPT, Errand, Failed, Fetched, Validators
from followup_tui.web.kept_robots import RobotsFolder
from followup_tui.web.kinds import may_be_read, media_type
from followup_tui.web.manners import USER_AGENT, USUAL, Manners
from followup_tui.web.names import host_key
from followup_tui.web.pace import Pace
from followup_tui.web.transport import GuardedTransport, ProxyFailed, trusted_certificates
from followup_tui.web.unpack import ACCEPTED

MAX_REDIRECTS = 5
_ROBOTS = 5.0  # seconds for a robots.txt, at most

_HEADERS = {
    "User-Agent": USER_AGENT,
    "Accept": "text/html, application/xhtml+xml, text/calendar, application/rss+xml, "
    "application/atom+xml, application/feed+json, text/plain;q=0.8, application/xml;q=0.8, "
    "*/*;q=0.1",
    "Accept-Encoding": ACCEPTED,
    "Accept-Language": "en, *;q=0.5",
}

T = TypeVar("T")


_FAILURES = (
    Failed,
    ProxyFailed,
    guarding.Refused,
    guarding.NoSuchName,
    guarding.NoNameService,
)


def _parsed(url: str) -> httpx.URL:
    """Return `url` without fragment and password, which are nobody's business there."""
    try:
        return httpx.URL(url).copy_with(fragment=None, userinfo=b"")
    except (httpx.InvalidURL, UnicodeError):
        raise Failed(f"{shorten(clean_line(url), 80)} is not a web address") from None


def _shown(host: str) -> str:
    return shorten(clean_line(host), 80)


def _ascii(url: httpx.URL) -> str:
    """Return the host of `url` as it is asked for and compared."""
    return host_key(url.raw_host.decode("ascii"))


def _port(url: httpx.URL) -> int:
    return url.port or (80 if url.scheme == "http" else 443)


@dataclass(frozen=True, slots=True)
class _Elsewhere:
    """An answer that sends us on."""

    url: str


@dataclass(frozen=True, slots=True)
class _Want(Generic[T]):
    """What is wanted of an address."""

    take: Callable[[httpx.Response, Errand], Awaitable[T]]
    """Makes something of the answer that is no redirect. Raises `Failed`."""
    kept: Validators = NOTHING_KEPT
    is_page: bool = True
    """Whether it keeps to robots.txt and to the pause; robots.txt itself does not."""


class Fetcher:
    """Fetches pages at the pace and within the bounds that `manners` says. For one event loop."""

    def __init__(
        self,
        guard: guarding.Guard,
        clock: Clock,
        manners: Manners = USUAL,
        *,
        tls: ssl.SSLContext | None = None,
        kept_robots: RobotsFolder | None = None,
    ) -> None:
        self._guard = guard
        self._clock = clock
        self._manners = manners
        self._tls = tls or trusted_certificates()
        self._pace = Pace(clock, side_by_side=manners.side_by_side)
        self._robots = robots.Robots(clock, self._ask_robots, kept_robots)

    async def fetch(self, url: str, kept: Validators = NOTHING_KEPT) -> Fetched:
        """Return what `url` gives, or why not. Raises nothing for what the web does.

        With the validators of a `kept` copy the server may say that the page is `unchanged`.
        """
        want = _Want(partial(self._take_page, kept=kept), kept)
        errand = Errand()
        try:
            fetched = await self._within(self._manners.deadline, url, errand, want)
        except _FAILURES as why:
            fetched = Fetched(url, problem=str(why), visit=answers.visit(errand))
        return replace(fetched, problem=shorten(clean_line(fetched.problem), 300))

    async def visit(self, url: str) -> Visit | None:
        """Return what asking for `url` shows, its body left alone; None where nobody answers."""
        errand = Errand()
        with suppress(*_FAILURES):
            await self._within(self._manners.deadline, url, errand, _Want(_take_nothing))
        return answers.visit(errand)

    async def _ask_robots(self, origin: robots.Origin) -> robots.Rules:
        """Get the robots.txt of an origin; its pages wait for it meanwhile."""
        want = _Want(answers.rules, is_page=False)
        seconds = min(_ROBOTS, self._manners.deadline)
        errand = Errand(granted=origin.granted)
        try:
            return await self._within(seconds, origin.address, errand, want)
        except _FAILURES:
            return robots.UNREACHABLE

    async def _within(self, seconds: float, url: str, errand: Errand, want: _Want[T]) -> T:
        """Follow `url` and return what `want` makes of the answer. Raises `_FAILURES`."""
        errand.host = _shown(guarding.check_address(url))
        try:
            async with asyncio.timeout(seconds) as errand.deadline:
                return await self._follow(url, errand, want)
        except TimeoutError:
            did = "finish" if errand.answering else "answer"
            raise Failed(f"{errand.host} did not {did} within {seconds:g} s") from None
        except (httpx.InvalidURL, httpx.RemoteProtocolError, UnicodeError):
            # httpx reads the address of a redirect before we do; nothing else raises these
            raise Failed(f"{errand.host} redirects to what is not a web address") from None
        except httpcore.ProxyError as error:
            raise Failed(words.proxy_words(errand.host, str(error))) from error
        except (httpcore.ConnectError, httpcore.ConnectTimeout, ssl.SSLError) as error:
            raise Failed(words.connect_words(errand.host, error)) from error
        except (httpcore.ProtocolError, httpcore.NetworkError, OSError) as error:
            raise Failed(
                words.break_words(errand.host, error, answering=errand.answering)
            ) from error

    async def _follow(self, url: str, errand: Errand, want: _Want[T]) -> T:
        """Ask for `url`, and then for where it sends us."""
        transport = GuardedTransport(self._guard, self._tls, proxy=self._manners.proxy)
        # A client for one page: its cookies and connections end with the page.
        async with httpx.AsyncClient(
            transport=transport,
            headers=_HEADERS,
            timeout=None,  # one deadline for the whole page stands around this
            trust_env=False,
        ) as client:
            seen: set[str] = set()
            for _ in range(MAX_REDIRECTS + 1):
                address = _parsed(url)
                if str(address) in seen:
                    raise Failed(f"{errand.host} redirects in a circle")
                self._enter(address, errand, first=not seen and want.is_page)
                transport.grant(errand.granted)
                seen.add(str(address))
                found = await self._ask(client, address, errand, want)
                if not isinstance(found, _Elsewhere):
                    return found
                url = found.url
            raise Failed(f"{errand.host} redirects more than {MAX_REDIRECTS} times")

    def _enter(self, address: httpx.URL, errand: Errand, *, first: bool) -> None:
        """Turn to `address`. Raises `Failed`, `Refused`.

        A place that may be private is one where the errand began: once it was led elsewhere, no
        redirect leads it back.
        """
        host = _ascii(address)
        errand.host = _shown(address.host)
        self._guard.check(host)
        self._check_rest(host, errand)
        if first:
            errand.granted = self._guard.granted(host, _port(address))
        elif errand.granted != (host, _port(address)):
            errand.granted = None

    def _check_rest(self, host: str, errand: Errand) -> None:
        until = self._pace.resting(host)
        if until is not None:
            raise Failed(words.rest_words(errand.host, until, self._clock()))

    async def _ask(
        self, client: httpx.AsyncClient, address: httpx.URL, errand: Errand, want: _Want[T]
    ) -> T | _Elsewhere:
        """Ask for one address when it is its turn, as far as its host lets us."""
        host = _ascii(address)
        pause = await self._pause(address, errand) if want.is_page else 0.0
        async with AsyncExitStack() as stack:
            with errand.waiting():
                await stack.enter_async_context(self._pace.turn(host, pause=pause))
            self._check_rest(host, errand)  # somebody before us may have been told to stay away
            if want.is_page:
                stack.callback(self._pace.page_came, host)
            stack.enter_context(errand.asking())
            answer = await stack.enter_async_context(
                client.stream("GET", address, headers=want.kept.headers_for(str(address)))
            )
            errand.answering = True
            errand.url, errand.status = str(address), answer.status_code
            errand.certificate_ends = answers.certificate_end(answer)
            self._heed(answer, host, errand)
            target = answers.redirect(answer, errand.host)
            return _Elsewhere(target) if target else await want.take(answer, errand)

    async def _pause(self, address: httpx.URL, errand: Errand) -> float:
        """Return the seconds to leave the host in peace first; raise `Failed` if it says no."""
        with errand.waiting():
            rules = await self._robots.rules(
                robots.Origin(address.scheme, address.netloc.decode("ascii"), errand.granted)
            )
        if rules.closed:
            raise Failed(f"{errand.host} {rules.closed}")
        if not rules.allow(str(address)):
            raise Failed(f"robots.txt of {errand.host} asks not to read this page")
        host = _ascii(address)
        followed = host in errand.visited
        errand.visited.add(host)
        return 0.0 if followed else max(self._manners.pause, rules.delay)

    def _heed(self, answer: httpx.Response, host: str, errand: Errand) -> None:
        """Raise `Failed` where an overburdened host, or the proxy, says no to any page."""
        if answer.status_code == 407 and self._manners.proxy:
            raise Failed(words.proxy_words(errand.host, "407"))
        wanted = answer.headers.get("retry-after")
        if answer.status_code == 429 or (answer.status_code == 503 and wanted):
            until = self._pace.rest(host, wanted)
            raise Failed(words.rest_words(errand.host, until, self._clock()))

    async def _take_page(
        self, answer: httpx.Response, errand: Errand, *, kept: Validators
    ) -> Fetched:
        """Read the body of the final answer, as far as it is something we read."""
        url = str(answer.url)
        if answer.status_code == 304 and kept.headers_for(url):
            found = Fetched(url, unchanged=True, validators=kept)
            return replace(found, visit=answers.visit(errand))
        if not 200 <= answer.status_code < 300:
            raise Failed(words.status_words(errand.host, answer.status_code))
        declared = answer.headers.get("content-type", "")
        kind = media_type(declared)
        if not may_be_read(kind):
            raise Failed(f"{errand.host} is not a page but {clean_line(kind)[:80]}")
        content = await answers.body(answer, self._manners.limit, errand.host)
        if not content.strip():
            raise Failed(f"{errand.host} answers with an empty page")
        return Fetched(
            url,
            content,
            declared,
            validators=answers.validators(answer),
            visit=answers.visit(errand, len(content)),
        )


async def _take_nothing(answer: httpx.Response, errand: Errand) -> None:
    """Leave the body of an answer where it is."""
