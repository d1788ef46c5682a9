"""Serving the invented sites over HTTP on this machine, so that fetching them is real.

One server answers for all hosts, by the Host header. It says nothing on the terminal, and ends
at once even while a slow site is still thinking.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit

from followup_tui.sample.sites import Answer, read_sites

_ADDRESS = "127.0.0.1"
_POLL = 0.05  # seconds that closing waits for the server's loop at most


class SampleServer:
    """Serves the sites under a folder while its context lasts."""

    def __init__(self, folder: Path, *, day: Callable[[], date]) -> None:
        """`day` gives the day that the pages' dates are counted from, at each request anew."""
        self._day = day
        self._sites = read_sites(folder)
        self._closing = threading.Event()
        self.log: deque[str] = deque(maxlen=200)
        """What was asked for, and what went wrong, for tests."""
        self._server = _Server((_ADDRESS, 0), self._handler())
        self._server.log = self.log
        self._thread = threading.Thread(
            target=self._server.serve_forever, args=(_POLL,), name="sample-sites", daemon=True
        )

    @property
    def hosts(self) -> dict[str, tuple[str, int]]:
        """Host name -> (address, port) of every site, for `desk.open_desk`."""
        return dict.fromkeys(self._sites, (_ADDRESS, self._server.server_port))

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Stop answering; requests that are still waiting end at once."""
        self._closing.set()
        if self._thread.is_alive():
            self._server.shutdown()
            self._thread.join()
        self._server.server_close()

    def answer(self, host: str, target: str) -> Answer:
        """Return what `host` answers to a request for `target`."""
        site = self._sites.get(host.partition(":")[0].lower())
        if site is None:
            return Answer(status=421, headers={}, body=b"", sent=0)
        return site.answer(urlsplit(target).path or "/", self._day())

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        """Return a handler class that answers from this server's sites."""
        sample = self

        class Handler(BaseHTTPRequestHandler):
            """Answers one request and closes."""

            def do_GET(self) -> None:
                """Answer with the page."""
                self._reply(with_body=True)

            def do_HEAD(self) -> None:
                """Answer without the page."""
                self._reply(with_body=False)

            def _reply(self, *, with_body: bool) -> None:
                host = self.headers.get("Host", "")
                answer = sample.answer(host, self.path)
                sample.log.append(f"{host} {self.path} {answer.status}")
                if sample._closing.wait(answer.delay):
                    return
                self.send_response(answer.status)
                for name, value in answer.headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(answer.body)))
                self.send_header("Connection", "close")
                self.end_headers()
                if with_body:
                    self.wfile.write(answer.body[: answer.sent])

            def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name
                """Say nothing: the terminal belongs to the desk. `SampleServer.log` knows."""

        return Handler


class _Server(ThreadingHTTPServer):
    """A server whose threads never outlive the program, and that keeps its errors to itself."""

    daemon_threads = True
    block_on_close = False
    request_queue_size = 64
    log: deque[str]

    def handle_error(self, request: object, client_address: object) -> None:
        """Note what went wrong with a request (a client that hung up) instead of printing it."""
        import traceback  # noqa: PLC0415 - rarely needed

        self.log.append(traceback.format_exc(limit=0).strip())
