"""The line to a mail server: `imaplib` with a deadline for the whole, and limits on what comes.

`imaplib` waits for each read by itself, so that a server which says a byte now and then is waited
for without end; it makes room for as much as a server announces; and what came before STARTTLS is
taken for what comes after it. Here none of that holds.
"""

from __future__ import annotations

import imaplib
import socket
import ssl
import time
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing_extensions import Buffer

PATIENCE = 20.0
"""Seconds that one answer may take."""
_LINE = 1_000_000  # bytes: more folders or mails than that are nobody's
_IN_ALL = 8_000_000  # bytes of one conversation; what is fetched of a draft is far below it


class Line(imaplib.IMAP4):
    """A connection to an IMAP server.

    Beside what `imaplib` raises, it raises `OSError`: `TimeoutError` where an answer takes longer
    than `PATIENCE`, or the whole longer than its time.
    """

    def __init__(self, host: str, port: int, *, tls: ssl.SSLContext | None, seconds: float) -> None:
        """Connect, with `tls` from the first byte on if it is given; the whole has `seconds`."""
        self._tls = tls
        self._until: float = time.monotonic() + seconds
        self._waiting = b""
        self._came = 0
        super().__init__(host, port)

    def open(self, host: str = "", port: int = 0, timeout: float | None = None) -> None:
        """Connect the socket."""
        self.host, self.port = host, port
        self.sock = socket.create_connection((host, port), timeout or self._left())
        if self._tls is not None:
            self._wrap(self._tls)

    def change_to_tls(self, tls: ssl.SSLContext) -> None:
        """Go on over TLS. Raises `imaplib.IMAP4.error` where the server does not want to."""
        if "STARTTLS" not in self.capabilities:
            raise self.error("the server offers no STARTTLS")
        status, _ = self.xatom("STARTTLS")
        if status != "OK" or self._waiting:
            # Whoever sits between could have said more than was asked, for us to take it as said
            # under TLS (RFC 9051, section 11.1).
            raise self.error("STARTTLS was refused")
        self._wrap(tls)
        self.learn_capabilities()

    def _wrap(self, tls: ssl.SSLContext) -> None:
        self.sock.settimeout(self._left())
        try:
            self.sock = tls.wrap_socket(self.sock, server_hostname=self.host)
        except OSError:
            self.sock.close()
            raise

    def learn_capabilities(self) -> None:
        """Ask what the server can do: after TLS and after the login it may be more."""
        _, said = self.capability()
        words = said[-1].decode("ascii", "replace") if said and said[-1] else ""
        self.capabilities = tuple(words.upper().split())

    # What imaplib reads and writes with

    def readline(self) -> bytes:
        """Return the next line with its end."""
        while (end := self._waiting.find(b"\n")) < 0:
            if len(self._waiting) > _LINE:
                raise self.abort("a line without end")
            if not self._more():
                return b""
        return self._taken(end + 1)

    def read(self, size: int) -> bytes:
        """Return the next `size` bytes."""
        if size > _IN_ALL:
            raise self.abort("more was announced than is wanted")
        while len(self._waiting) < size:
            if not self._more():
                return b""
        return self._taken(size)

    def send(self, data: Buffer) -> None:
        """Send all of `data`."""
        self.sock.settimeout(self._left())
        self.sock.sendall(data)

    def say_goodbye(self) -> None:
        """Tell the server that this was all, without waiting for what it says to that."""
        self.state = "LOGOUT"
        with suppress(OSError):
            self.send(b"bye LOGOUT\r\n")

    def shutdown(self) -> None:
        """Close the connection."""
        self.sock.close()

    def _more(self) -> bool:
        """Wait for what comes next; say whether anything did."""
        self.sock.settimeout(self._left())
        chunk = self.sock.recv(65_536)
        self._waiting += chunk
        self._came += len(chunk)
        if self._came > _IN_ALL:
            raise self.abort("the server does not stop talking")
        return bool(chunk)

    def _taken(self, size: int) -> bytes:
        taken, self._waiting = self._waiting[:size], self._waiting[size:]
        return taken

    def _left(self) -> float:
        """Return how long the next step may take; raises `TimeoutError` where the time is over."""
        left: float = self._until - time.monotonic()
        if left <= 0:
            raise TimeoutError("the time for the whole is over")
        return min(left, PATIENCE)
