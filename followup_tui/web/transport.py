"""httpx's way onto the network, with the guard in front of each connection.

Imported only when something is fetched: httpx is slow to import.
"""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import AsyncIterable, AsyncIterator, Iterable

import certifi
import httpcore
import httpx

from followup_tui.web.guard import Guard, Place
from followup_tui.web.names import place_of

_PROXY = 5.0  # seconds that the proxy, which is near, may take to answer at all
_ONE_ADDRESS = 4.0  # seconds an address may take to connect when there are others to try

SocketOption = (
    tuple[int, int, int] | tuple[int, int, bytes | bytearray] | tuple[int, int, None, int]
)


def trusted_certificates() -> ssl.SSLContext:
    """Return what HTTPS trusts: the machine's own authorities and those of certifi. Takes 20 ms."""
    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    return context


class GuardedNetwork(httpcore.AsyncNetworkBackend):
    """Connects to the addresses the guard gives for a host, and to no others.

    `granted` is the one place that may be private (see `Guard.granted`). Raises `guard.Refused`,
    `guard.NoSuchName`, `guard.NoNameService` and httpcore's errors.
    """

    def __init__(self, guard: Guard) -> None:
        self._guard = guard
        self._network = httpcore.AnyIOBackend()
        self.granted: Place | None = None

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[SocketOption] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """Resolve, check, and connect to the first address that answers."""
        places = await self._guard.places(host, port, granted=self.granted)
        for address, place_port in places[:-1]:
            try:
                return await self._network.connect_tcp(
                    address, place_port, _ONE_ADDRESS, local_address, socket_options
                )
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                continue  # the next address may answer; the last one's failure is told
        address, place_port = places[-1]
        return await self._network.connect_tcp(
            address, place_port, timeout, local_address, socket_options
        )

    async def sleep(self, seconds: float) -> None:
        """Wait, as httpcore does between retries."""
        await self._network.sleep(seconds)


class _Body(httpx.AsyncByteStream):
    """The body of an answer, as httpx wants it."""

    def __init__(self, stream: AsyncIterable[bytes]) -> None:
        self._stream = stream

    async def __aiter__(self) -> AsyncIterator[bytes]:
        async for part in self._stream:
            yield part

    async def aclose(self) -> None:
        close = getattr(self._stream, "aclose", None)
        if close is not None:
            await close()


class ProxyFailed(Exception):
    """The proxy cannot be used; its text is a sentence."""


class _ProxyNetwork(httpcore.AnyIOBackend):
    """Connects to the proxy: its address is the user's own setting, and mostly a private one.

    Raises `ProxyFailed`, so that nobody takes the proxy's silence for the page's.
    """

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[SocketOption] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """Connect to the proxy."""
        try:
            async with asyncio.timeout(_PROXY):
                return await super().connect_tcp(host, port, None, local_address, socket_options)
        except (httpcore.ConnectError, httpcore.ConnectTimeout, TimeoutError, OSError) as error:
            raise ProxyFailed(
                f"The proxy {host}:{port} cannot be reached: check web.proxy in the settings"
            ) from error


def _through(proxy: str, tls: ssl.SSLContext) -> httpcore.AsyncHTTPProxy:
    """Return a pool that asks through `proxy`; a name and password may stand in its address.

    Raises `ProxyFailed` where that is no address.
    """
    try:
        address = httpx.URL(proxy)
    except httpx.InvalidURL:
        raise ProxyFailed("The address of the proxy (web.proxy in the settings) is none") from None
    auth = (address.username, address.password) if address.userinfo else None
    return httpcore.AsyncHTTPProxy(
        proxy_url=str(address.copy_with(userinfo=b"", path="/", query=None, fragment=None)),
        proxy_auth=auth,
        ssl_context=tls,
        proxy_ssl_context=tls if address.scheme == "https" else None,
        max_keepalive_connections=0,
        network_backend=_ProxyNetwork(),
    )


class GuardedTransport(httpx.AsyncBaseTransport):
    """An httpx transport over `GuardedNetwork`, for one fetch. Its errors are httpcore's own.

    With a `proxy`, everything but the given hosts and the granted place is asked through it; the
    guard then refuses what it can see from here. No connection serves two requests: each is made
    to an address that was checked for the request at hand.
    """

    def __init__(self, guard: Guard, tls: ssl.SSLContext, *, proxy: str = "") -> None:
        self._guard = guard
        self._network = GuardedNetwork(guard)
        self._direct = httpcore.AsyncConnectionPool(
            ssl_context=tls, max_keepalive_connections=0, network_backend=self._network
        )
        self._proxied = _through(proxy, tls) if proxy else None

    def grant(self, place: Place | None) -> None:
        """Let the next requests reach `place` though it may be private, and no other such."""
        self._network.granted = place

    async def _pool_for(self, url: httpx.URL) -> httpcore.AsyncConnectionPool:
        granted = self._network.granted
        nearby = self._guard.knows(url.host) or (granted and granted == place_of(str(url)))
        if self._proxied is None or nearby:
            return self._direct
        port = url.port or {"http": 80}.get(url.scheme, 443)
        await self._guard.check_through_proxy(url.raw_host.decode("ascii"), port)
        return self._proxied

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Send one request and return its answer, the body still to be read."""
        pool = await self._pool_for(request.url)
        answer = await pool.handle_async_request(
            httpcore.Request(
                method=request.method,
                url=httpcore.URL(
                    scheme=request.url.raw_scheme,
                    host=request.url.raw_host,
                    port=request.url.port,
                    target=request.url.raw_path,
                ),
                headers=request.headers.raw,
                extensions=request.extensions,
            )
        )
        if not isinstance(answer.stream, AsyncIterable):
            raise TypeError("an asynchronous pool gives an asynchronous body")
        return httpx.Response(
            status_code=answer.status,
            headers=answer.headers,
            stream=_Body(answer.stream),
            extensions=answer.extensions,
        )

    async def aclose(self) -> None:
        """Close every connection."""
        await self._direct.aclose()
        if self._proxied is not None:
            await self._proxied.aclose()
