"""The guard: which addresses may be fetched at all.

A website address in a record may come from an imported file or a redirect. None of them may lead
into the user's own network: a name is resolved once, refused if *any* of its addresses is not
public, and the connection goes to the very address that was checked.
"""

from __future__ import annotations

import asyncio
import errno
import ipaddress
import socket
import threading
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from ipaddress import IPv4Address, IPv6Address, IPv6Network
from urllib.parse import urlsplit

from followup_tui.web import names

Hosts = Mapping[str, tuple[str, int]]
"""Host name -> (address, port): where these hosts are, past the name service and the guard."""

Resolve = Callable[[str, int], list[str]]
"""(host, port) -> numeric addresses in order of preference; raises `socket.gaierror`."""

# Forms in which an IPv6 address carries an IPv4 one; `is_global` says nothing about that one.
_NAT64 = IPv6Network("64:ff9b::/96")  # RFC 6052: the well-known prefix
_NAT64_LOCAL = IPv6Network("64:ff9b:1::/48")  # RFC 8215: always somebody's own network
_COMPATIBLE = IPv6Network("::/96")  # RFC 4291 2.5.5.1: deprecated, never a public host
_SITE_LOCAL = IPv6Network("fec0::/10")  # RFC 3879: deprecated
_ISATAP_IDS = (0x0000_5EFE, 0x0200_5EFE)  # RFC 5214 6.1: ::0:5efe:a.b.c.d
_SIX_TO_FOUR_RELAY = ipaddress.IPv4Network("192.88.99.0/24")  # RFC 7526: deprecated anycast


UNREACHABLE = frozenset({errno.ENETUNREACH, errno.EHOSTUNREACH, errno.ENETDOWN})
"""What the system says when there is no way to a host, often because there is no network."""


_LOOK_FIRST = 1.0  # seconds a name service has, where a proxy would look the name up itself

Place = tuple[str, int]
"""A host and a port, as they stand in an address."""


class Refused(Exception):
    """An address that is not fetched; its text is a sentence that says why."""


class NoSuchName(Exception):
    """The name service knows no such host; its text is a sentence."""


class NoNameService(Exception):
    """The name service could not be asked; its text is a sentence."""


def _carried(address: IPv6Address) -> IPv4Address | None:
    """Return the IPv4 address that an IPv6 address stands for, or None."""
    if address.ipv4_mapped is not None:
        return address.ipv4_mapped
    if address.sixtofour is not None:
        return address.sixtofour
    number = int(address)
    if address in _NAT64 or (number >> 32) & 0xFFFF_FFFF in _ISATAP_IDS:
        return IPv4Address(number & 0xFFFF_FFFF)
    return None


def is_public(text: str) -> bool:
    """Say whether the numeric address `text` is one that a public web site can have.

    Refused are private, loopback, link-local, shared, reserved, multicast and unspecified
    addresses, also where an IPv6 address merely carries such an IPv4 address (mapped, NAT64,
    6to4, ISATAP, compatible). What is no numeric address is not public.
    """
    try:
        address = ipaddress.ip_address(text)
    except ValueError:
        return False
    if isinstance(address, IPv6Address):
        carried = _carried(address)
        if carried is not None:
            return is_public(str(carried))
        if any(address in net for net in (_COMPATIBLE, _NAT64_LOCAL, _SITE_LOCAL)):
            return False
    elif address in _SIX_TO_FOUR_RELAY:
        return False
    return address.is_global and not (
        address.is_multicast or address.is_reserved or address.is_unspecified
    )


def check_address(url: str) -> str:
    """Return the host of `url`; raise `Refused` unless it is an http(s) address with a host."""
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
        _ = parts.port  # raises for a port that is no number
    except ValueError:
        raise Refused(f"{url[:200]} is not a web address") from None
    if parts.scheme.lower() not in {"http", "https"} or not host:
        raise Refused(
            f"{url[:200]} is not a web address: one begins with https:// or http:// and a host"
        )
    return host.lower()


def _private(host: str, address: str) -> Refused:
    return Refused(f"{host} leads to {address}, an address inside a private network: not fetched")


def _ask_name_service(host: str, port: int) -> list[str]:
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


class Guard:
    """Says where to connect for a host, or refuses.

    `hosts` are found where they are said to be, whatever the address: those of the sample desk
    and of tests. They come in through the constructor only, never from a setting. `sources` are
    the addresses that the user named as sources of their own: their host and port may be private,
    when a fetch begins there (see `granted`). `never` are hosts that are not fetched at all, nor
    their subdomains.
    """

    def __init__(
        self,
        hosts: Hosts | None = None,
        *,
        sources: Iterable[str] = (),
        never: Iterable[str] = (),
        resolve: Resolve | None = None,
    ) -> None:
        self._hosts = {names.host_key(name): place for name, place in (hosts or {}).items()}
        self._named = {place for source in sources if (place := names.place_of(source))}
        self._never = names.spoken_hosts(never)
        self._resolve = resolve or _ask_name_service

    def knows(self, host: str) -> bool:
        """Say whether `host` is one of those that were given with their place."""
        return names.host_key(host) in self._hosts

    def granted(self, host: str, port: int) -> Place | None:
        """Return the place that a fetch which begins at `host` and `port` may reach, if private.

        None unless the user named that very host and port as a source of their own.
        """
        place = (names.host_key(host), port)
        return place if place in self._named else None

    def check(self, host: str) -> None:
        """Raise `Refused` where the user's settings say that `host` is never fetched."""
        if names.is_below(host, self._never):
            raise Refused(f"{host} is never fetched: your settings say so (web.never)")

    async def places(
        self, host: str, port: int, *, granted: Place | None = None
    ) -> list[tuple[str, int]]:
        """Return the (numeric address, port) pairs to try for `host`, the best first.

        `granted` is the one place that may be private. Raises `Refused`, `NoSuchName`,
        `NoNameService`.
        """
        known = self._hosts.get(names.host_key(host))
        if known is not None:
            return [known]
        private = granted is not None and granted == (names.host_key(host), port)
        if names.is_this_machine(host) and not private:
            raise Refused(f"{host} is this machine itself: not fetched")
        literal = names.literal_of(host)
        addresses = [literal] if literal else await self._addresses(host, port)
        for address in addresses:
            if not private and not is_public(address):
                raise _private(host, address)
        return [(address, port) for address in addresses]

    async def check_through_proxy(self, host: str, port: int) -> None:
        """Raise `Refused` where it can be seen from here that `host` is private.

        Behind a proxy it is the proxy that looks names up, so this is less than `places` does: a
        numeric address in any spelling, a name that only a private network has, and a name for
        which the name service here, if it answers soon, has a private address.
        """
        literal = names.literal_of(host)
        if literal is None and names.is_inside(host):
            raise Refused(f"{host} is a name inside a private network: not fetched")
        addresses = [literal] if literal else []
        if not addresses:
            with suppress(TimeoutError, NoSuchName, NoNameService):  # the proxy knows, or says
                async with asyncio.timeout(_LOOK_FIRST):
                    addresses = await self._addresses(host, port)
        for address in addresses:
            if not is_public(address):
                raise _private(host, address)

    async def _addresses(self, host: str, port: int) -> list[str]:
        """Return what the name service says, at least one. Raises as `places` does."""
        try:
            addresses = await self._look_up(host, port)
        except socket.gaierror as error:
            if error.errno in {socket.EAI_AGAIN, socket.EAI_FAIL, socket.EAI_SYSTEM}:
                raise NoNameService(
                    f"{host} could not be looked up: is there a network connection?"
                ) from None
            raise NoSuchName(f"{host} does not exist (no such name)") from None
        except (UnicodeError, OSError, ValueError):
            raise NoSuchName(f"{host} does not exist (no such name)") from None
        if not addresses:
            raise NoSuchName(f"{host} does not exist (no such name)")
        return addresses

    async def _look_up(self, host: str, port: int) -> list[str]:
        """Ask the name service in a thread of its own.

        A daemon thread rather than the loop's pool: that pool is joined when the program ends,
        and a name service that hangs would keep the user waiting at `quit`.
        """
        loop = asyncio.get_running_loop()
        answer: asyncio.Future[list[str]] = loop.create_future()

        def settle(addresses: list[str], error: BaseException | None) -> None:
            if answer.done():
                return
            if error is not None:
                answer.set_exception(error)
            else:
                answer.set_result(addresses)

        def ask() -> None:
            addresses: list[str] = []
            error: BaseException | None = None
            try:
                addresses = self._resolve(host, port)
            except (OSError, ValueError) as problem:  # UnicodeError is a ValueError
                error = problem
            try:
                loop.call_soon_threadsafe(settle, addresses, error)
            except RuntimeError:
                return  # the loop closed while the name service was silent: nobody waits any more

        threading.Thread(target=ask, name=f"look up {host}", daemon=True).start()
        return await answer
