"""A web server on loopback that can misbehave in every way the tests need."""

from __future__ import annotations

import socket
import socketserver
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

Answer = bytes | Callable[["Conversation"], None]


@dataclass
class Conversation:
    """One request and the connection to answer it on."""

    path: str
    headers: dict[str, str]
    wire: socket.socket
    stopping: threading.Event

    def send(self, data: bytes) -> None:
        self.wire.sendall(data)

    def drip(self, data: bytes, *, every: float = 0.05) -> None:
        """Send `data` byte by byte until the other side has had enough."""
        for byte in data:
            if self.stopping.wait(every):
                return
            self.wire.sendall(bytes([byte]))

    def reset(self) -> None:
        """Close so that the other side sees a reset rather than an end."""
        self.wire.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\0\0\0\0\0\0\0")
        self.wire.close()


@dataclass
class Site:
    """The routes of a server, and what it has been asked."""

    place: tuple[str, int] = ("127.0.0.1", 0)
    routes: dict[str, Answer] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    """The paths, without those of robots.txt."""
    robots_asked: list[str] = field(default_factory=list)
    """The hosts whose robots.txt was asked for."""
    hosts_asked: list[str] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)
    stopping: threading.Event = field(default_factory=threading.Event)
    tls: ssl.SSLContext | None = None

    def note(self, path: str, host: str) -> None:
        with self.lock:
            if path == "/robots.txt":
                self.robots_asked.append(host)
            else:
                self.asked.append(path)
                self.hosts_asked.append(host)

    def page(
        self, path: str, body: str | bytes, *, kind: str = "text/html", extra: str = ""
    ) -> None:
        content = body.encode() if isinstance(body, str) else body
        self.routes[path] = answer(content, kind=kind, extra=extra)


def answer(
    body: bytes, *, status: str = "200 OK", kind: str | None = "text/html", extra: str = ""
) -> bytes:
    head = f"HTTP/1.1 {status}\r\nContent-Length: {len(body)}\r\nConnection: close\r\n{extra}"
    if kind is not None:
        head += f"Content-Type: {kind}\r\n"
    return head.encode() + b"\r\n" + body


def redirect(to: str, status: str = "302 Found") -> bytes:
    return answer(b"", status=status, extra=f"Location: {to}\r\n")


def _handler(site: Site) -> type[socketserver.BaseRequestHandler]:
    class Handler(socketserver.BaseRequestHandler):
        def handle(self) -> None:
            try:
                if site.tls is not None:
                    self.request = site.tls.wrap_socket(self.request, server_side=True)
                self._answer()
            except OSError:
                return  # the client has had enough: what many tests are about

        def _answer(self) -> None:
            data = b""
            while b"\r\n\r\n" not in data:
                part = self.request.recv(65_536)
                if not part:
                    return
                data += part
                if data[:1] == b"\x16":  # the hello of TLS, which this server does not speak
                    self.request.sendall(answer(b"plain HTTP only", status="400 Bad Request"))
                    return
            request, *rows = data.split(b"\r\n\r\n")[0].decode("latin-1").split("\r\n")
            headers = {k.lower(): v.strip() for k, _, v in (row.partition(":") for row in rows)}
            path = request.split(" ")[1]
            site.note(path, headers.get("host", ""))
            reply = site.routes.get(path, answer(b"no", status="404 Not Found"))
            if isinstance(reply, bytes):
                self.request.sendall(reply)
            else:
                reply(Conversation(path, headers, self.request, site.stopping))

    return Handler


CERTIFICATE = Path(__file__).with_name("certificate.pem")
"""A certificate of northwind.example until 2120, with its key: made for these tests alone."""


def with_certificate() -> ssl.SSLContext:
    """Return what a server needs to be northwind.example over HTTPS."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(CERTIFICATE)
    return context


@contextmanager
def serving(tls: ssl.SSLContext | None = None) -> Iterator[Site]:
    """Serve a site on a free port of loopback."""
    site = Site(tls=tls)
    socketserver.ThreadingTCPServer.daemon_threads = True
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), _handler(site)) as server:
        site.place = ("127.0.0.1", server.server_address[1])
        server.block_on_close = False
        thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
        thread.start()
        try:
            yield site
        finally:
            site.stopping.set()
            server.shutdown()
            thread.join()
