"""What can be told of a host by its name alone, without asking a name service."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Iterable
from urllib.parse import urlsplit

_LOCAL = frozenset({"localhost", "localdomain"})
"""RFC 6761 6.3: these and all below them are this machine."""
_INSIDE = frozenset(
    {
        "local",  # RFC 6762: multicast DNS
        "internal",  # reserved by ICANN in 2024 for private networks
        "arpa",  # home.arpa (RFC 8375), and no web site otherwise
        "intranet",  # the rest are no delegated domains but names that networks use inside
        "corp",
        "home",
        "lan",
        "private",
        "invalid",
        "test",
    }
)


def host_key(host: str) -> str:
    """Return a host in the one spelling by which hosts are compared: lower case, no last dot."""
    return host.strip().strip("[]").lower().rstrip(".")


def literal_of(host: str) -> str | None:
    """Return the numeric address that `host` is however it is written, or None for a name.

    ``127.1``, ``0x7f.1``, ``2130706433`` and ``0177.0.0.1`` are all 127.0.0.1: that is how the
    system reads them (POSIX ``inet_addr``), and so will a proxy.
    """
    name = host_key(host).replace("%25", "%")
    try:
        return str(ipaddress.ip_address(name))
    except ValueError:
        pass
    try:
        packed = socket.inet_aton(name)
    except (OSError, UnicodeError, ValueError):
        return None
    return None if any(sign.isspace() for sign in name) else socket.inet_ntoa(packed)


def is_this_machine(host: str) -> bool:
    """Say whether a name is one of this machine, whatever a name service answers."""
    return host_key(host).rpartition(".")[2] in _LOCAL


def is_inside(host: str) -> bool:
    """Say whether a name is of the kind that only a private network knows."""
    name = host_key(host)
    return "." not in name or is_this_machine(name) or name.rpartition(".")[2] in _INSIDE


def place_of(url: str) -> tuple[str, int] | None:
    """Return (host, port) of an http(s) address, or None where it has none."""
    try:
        parts = urlsplit(url.strip())
        port = parts.port
    except ValueError:
        return None
    host = host_key(parts.hostname or "")
    usual = {"http": 80, "https": 443, "webcal": 443}.get(parts.scheme.lower())
    if not host or usual is None:
        return None
    return host, port or usual


def spoken_hosts(entries: Iterable[str]) -> frozenset[str]:
    """Return the hosts of a list that people write: ``Example.com``, ``*.example.com``, a URL."""
    hosts = set()
    for entry in entries:
        place = place_of(entry if "://" in entry else f"http://{entry.strip()}")
        if place is not None:
            hosts.add(place[0].removeprefix("*.").removeprefix("."))
    return frozenset(hosts - {""})


def is_below(host: str, domains: frozenset[str]) -> bool:
    """Say whether `host` is one of `domains` or a subdomain of one."""
    labels = host_key(host).split(".")
    return any(".".join(labels[start:]) in domains for start in range(len(labels)))
