"""The invented sites over real HTTP: by Host header, with their ways, and gone when closed."""

from __future__ import annotations

import http.client
import socket
import threading
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from followup_tui.sample.server import SampleServer
from followup_tui.sample.sites import read_sites
from followup_tui.settings.paths import data_folder

SITES = data_folder() / "demo" / "sites"
DAY = date(2026, 11, 19)


@pytest.fixture
def server() -> Iterator[SampleServer]:
    with SampleServer(SITES, day=lambda: DAY) as server:
        yield server


def ask(
    server: SampleServer, host: str, path: str = "/", *, method: str = "GET"
) -> tuple[int, dict[str, str], bytes]:
    connection = http.client.HTTPConnection(*server.hosts[host], timeout=10)
    try:
        connection.request(method, path, headers={"Host": host})
        response = connection.getresponse()
        return response.status, dict(response.headers), response.read()
    finally:
        connection.close()


def test_one_port_answers_for_every_host(server: SampleServer) -> None:
    assert len(set(server.hosts.values())) == 1
    assert b"Northwind Traders" in ask(server, "northwind.example")[2]
    assert b"Fabrikam" in ask(server, "fabrikam.example")[2]


def test_it_is_on_this_machine_only(server: SampleServer) -> None:
    assert {address for address, _ in server.hosts.values()} == {"127.0.0.1"}


def test_dates_count_from_the_day_of_the_request(server: SampleServer) -> None:
    assert b'datetime="2026-11-25T18:00:00"' in ask(server, "usergroup.example")[2]


def test_the_old_layout_comes_in_its_own_charset(server: SampleServer) -> None:
    status, headers, body = ask(server, "harbourlane.example")
    assert status == 200
    assert headers["Content-Type"] == "text/html; charset=windows-1252"
    assert "“Care round the corner”" in body.decode("windows-1252")
    with pytest.raises(UnicodeDecodeError):
        body.decode("utf-8")


@pytest.mark.parametrize(
    ("host", "path", "status"),
    [
        ("pacific-crest.example", "/", 410),
        ("papelaria-aurora.example", "/", 500),
        ("northwind.example", "/nowhere/", 404),
        ("northwind.example", "/../site.toml", 404),
        ("kestrel.example", "/site.toml", 404),
        ("ostrava-freight.example", "/", 302),
        ("ostrava-freight.example", "/en/", 301),
        ("kestrel.example", "/home", 302),
    ],
)
def test_answers(server: SampleServer, host: str, path: str, status: int) -> None:
    assert ask(server, host, path)[0] == status


def test_a_head_has_no_body(server: SampleServer) -> None:
    status, headers, body = ask(server, "northwind.example", method="HEAD")
    assert (status, body) == (200, b"")
    assert int(headers["Content-Length"]) > 1000


def test_an_unknown_host_is_not_served(server: SampleServer) -> None:
    connection = http.client.HTTPConnection(*next(iter(server.hosts.values())), timeout=10)
    connection.request("GET", "/", headers={"Host": "elsewhere.example"})
    assert connection.getresponse().status == 421
    connection.close()


def test_the_broken_one_stops_half_way(server: SampleServer) -> None:
    with pytest.raises(http.client.IncompleteRead):
        ask(server, "werkbank.example")


def test_a_slow_one_does_not_hold_up_the_others_nor_the_end() -> None:
    begin = time.monotonic()
    with SampleServer(SITES, day=lambda: DAY) as server:
        slow = threading.Thread(target=_ignored, args=(server,), daemon=True)
        slow.start()
        while not any("saffronstreet" in line for line in server.log):
            assert time.monotonic() - begin < 5
            threading.Event().wait(0.01)
        assert ask(server, "northwind.example")[0] == 200
    slow.join(3)
    assert not slow.is_alive()
    assert time.monotonic() - begin < 5  # the slow one would have taken six seconds


def _ignored(server: SampleServer) -> None:
    try:
        ask(server, "saffronstreet.example")
    except (OSError, http.client.HTTPException):
        return


def test_nothing_listens_after_the_end() -> None:
    with SampleServer(SITES, day=lambda: DAY) as server:
        address = server.hosts["northwind.example"]
    with pytest.raises(OSError, match=r"refused|111"):
        socket.create_connection(address, timeout=2)


def test_it_says_nothing_even_when_a_client_hangs_up(
    server: SampleServer, capfd: pytest.CaptureFixture[str]
) -> None:
    ask(server, "northwind.example")
    with socket.create_connection(server.hosts["northwind.example"]) as rude:
        rude.sendall(b"GET / HTTP/1.1\r\nHost: northwind.example\r\n\r\n")
    with socket.create_connection(server.hosts["northwind.example"]) as ruder:
        ruder.sendall(b"\x00\xff\x00\r\n\r\n")
    ask(server, "fabrikam.example")
    assert capfd.readouterr() == ("", "")


def test_no_placeholder_is_left_on_any_page() -> None:
    for host, site in read_sites(SITES).items():
        for path in site.paths:
            assert b"{{" not in site.answer(path, DAY).body, (host, path)


def test_every_address_of_the_sample_desk_is_served() -> None:
    hosts = read_sites(SITES)
    for file in (SITES.parent / "desk").glob("*.toml"):
        for word in file.read_text(encoding="utf-8").split('"'):
            if not word.startswith("http"):
                continue
            host, _, path = word.removeprefix("http://").partition("/")
            assert host in hosts, word
            answer = hosts[host].answer("/" + path, DAY)
            assert answer.status != 404, word


def test_a_mistake_in_a_site_names_its_place(tmp_path: Path) -> None:
    folder = tmp_path / "odd.example"
    folder.mkdir()
    (folder / "site.toml").write_text('[paths."/"]\ndeley = 3\n', encoding="utf-8")
    with pytest.raises(ValueError, match="deley"):
        read_sites(tmp_path)
