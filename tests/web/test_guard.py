"""The guard: nothing inside the user's own network is fetched, however its address is written."""

from __future__ import annotations

import ipaddress
import socket

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup_tui.web.guard import (
    Guard,
    NoNameService,
    NoSuchName,
    Refused,
    check_address,
    is_public,
)

NOT_PUBLIC = [
    "127.0.0.1",
    "127.255.255.254",
    "10.0.0.1",
    "172.16.0.1",
    "172.31.255.255",
    "192.168.1.1",
    "169.254.169.254",
    "0.0.0.0",
    "0.1.2.3",
    "100.64.0.1",
    "192.0.0.1",
    "192.0.2.1",
    "198.18.0.1",
    "198.51.100.7",
    "203.0.113.9",
    "224.0.0.1",
    "239.1.2.3",
    "240.0.0.1",
    "255.255.255.255",
    "192.88.99.1",
    "::",
    "::1",
    "::127.0.0.1",
    "::8.8.8.8",
    "::ffff:127.0.0.1",
    "::ffff:10.0.0.1",
    "::ffff:169.254.169.254",
    "64:ff9b::7f00:1",
    "64:ff9b::a00:1",
    "64:ff9b:1::808:808",
    "2002:7f00:1::",
    "2002:c0a8:101::1",
    "2001:0:4136:e378:8000:63bf:3fff:fdd2",
    "fe80::1",
    "fe80::1%eth0",
    "fec0::1",
    "fc00::1",
    "fd12:3456::1",
    "ff02::1",
    "2001:db8::1",
    "100::1",
    "2600::5efe:7f00:1",
    "2600::200:5efe:192.168.0.1",
]
PUBLIC = [
    "8.8.8.8",
    "93.184.216.34",
    "172.32.0.1",
    "2606:4700::1111",
    "::ffff:8.8.8.8",
    "64:ff9b::808:808",
    "2002:808:808::1",
]


@pytest.mark.parametrize("address", NOT_PUBLIC)
def test_private_addresses_are_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", PUBLIC)
def test_public_addresses_are_public(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize("text", ["", "localhost", "1.2.3", "0x7f.1", "::g", "8.8.8.8 "])
def test_what_is_no_numeric_address_is_not_public(text: str) -> None:
    assert not is_public(text)


@given(st.ip_addresses(v=4))
def test_an_ipv6_address_is_as_public_as_the_ipv4_one_it_carries(
    inner: ipaddress.IPv4Address,
) -> None:
    number = int(inner)
    carriers = [
        ipaddress.IPv6Address((0xFFFF << 32) | number),
        ipaddress.IPv6Address((0x0064FF9B << 96) | number),
        ipaddress.IPv6Address((0x2002 << 112) | (number << 80)),
    ]
    for carrier in carriers:
        assert is_public(str(carrier)) == is_public(str(inner))


@given(st.one_of(st.ip_addresses(v=4), st.ip_addresses(v=6)))
def test_public_is_never_more_than_global(address: ipaddress.IPv4Address) -> None:
    if address.is_multicast or address.is_loopback or address.is_link_local:
        assert not is_public(str(address))


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd",
        "ftp://northwind.example/",
        "javascript:alert(1)",
        "northwind.example",
        "http://",
        "http:///path",
        "http://[::1",
        "http://northwind.example:port/",
        "",
    ],
)
def test_only_web_addresses_are_fetched(url: str) -> None:
    with pytest.raises(Refused, match="is not a web address"):
        check_address(url)


async def test_one_private_answer_among_public_ones_refuses_the_name() -> None:
    guard = Guard(resolve=lambda host, port: ["93.184.216.34", "10.0.0.7"])
    with pytest.raises(Refused, match=r"northwind\.example leads to 10\.0\.0\.7"):
        await guard.places("northwind.example", 80)


async def test_the_address_that_was_checked_is_the_one_that_is_used() -> None:
    asked: list[str] = []

    def rebinding(host: str, port: int) -> list[str]:
        asked.append(host)
        return ["93.184.216.34"] if len(asked) == 1 else ["127.0.0.1"]

    assert await Guard(resolve=rebinding).places("a.example", 443) == [("93.184.216.34", 443)]
    assert asked == ["a.example"]


async def test_given_hosts_are_found_past_the_name_service_and_others_are_not() -> None:
    guard = Guard({"Northwind.example": ("127.0.0.1", 8123)}, resolve=lambda h, p: ["127.0.0.1"])
    assert await guard.places("northwind.EXAMPLE.", 80) == [("127.0.0.1", 8123)]
    with pytest.raises(Refused):
        await guard.places("fabrikam.example", 80)


@pytest.mark.parametrize(
    ("code", "expected"),
    [(socket.EAI_NONAME, NoSuchName), (socket.EAI_AGAIN, NoNameService)],
)
async def test_a_silent_name_service_is_not_an_unknown_name(
    code: int, expected: type[Exception]
) -> None:
    def failing(host: str, port: int) -> list[str]:
        raise socket.gaierror(code, "as the system says")

    with pytest.raises(expected, match=r"northwind\.example"):
        await Guard(resolve=failing).places("northwind.example", 80)
