"""An IMAP server by script: it answers each command as a test says, over TLS, on loopback."""

from __future__ import annotations

import re
import socket
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field

from followup_tui.domain.letters.mailbox import ImapAccount, Security
from tests.exchange.mail.imap_server import server_tls

HANG, DROP, DRIP = b"HANG", b"DROP", b"DRIP"
"""Answers that are none: to say no more, to hang up, and to say a little now and then for ever."""
GREETING = b"* OK ready\r\n"
USUAL: Mapping[str, bytes] = {
    "CAPABILITY": b"* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\n{tag} OK done\r\n",
    "AUTHENTICATE": b"+ \r\n",
    "LOGIN": b"{tag} OK in\r\n",
    "LIST": b'* LIST (\\HasNoChildren) "/" "Drafts"\r\n{tag} OK done\r\n',
    "EXAMINE": b"* 0 EXISTS\r\n{tag} OK [READ-ONLY] done\r\n",
    "UID": b"* SEARCH\r\n{tag} OK done\r\n",
    "APPEND": b"+ go on\r\n",
}
_LITERAL = re.compile(rb"\{(\d+)\}\r\n$")


@dataclass
class Script:
    """What the server says, and what it was told."""

    port: int = 0
    answers: dict[str, list[bytes]] = field(default_factory=dict)
    """By command: its answers, one a time; the last one holds from then on. `USUAL` else."""
    greeting: bytes = GREETING
    told: list[bytes] = field(default_factory=list)
    letters: list[bytes] = field(default_factory=list)
    after_append: list[bytes] = field(default_factory=list)
    """What it says once a letter is there, one a time; else that it was taken."""
    connections: int = 0

    def account(self, **changes: object) -> ImapAccount:
        """Return how it is reached."""
        fields = {"host": "localhost", "user": "ulla@berg.example", "port": self.port, **changes}
        return ImapAccount(**fields)  # type: ignore[arg-type]

    def commands(self) -> list[str]:
        """Return the words that were said first."""
        return [line.split()[1].decode() for line in self.told if len(line.split()) > 1]


class _Ended(Exception):
    pass


@contextmanager
def scripted(security: Security = Security.TLS, **answers: bytes | list[bytes]) -> Iterator[Script]:
    """Serve a script on a free port."""
    script = Script(
        answers={
            name: list(said) if isinstance(said, list) else [said]
            for name, said in answers.items()
            if name.isupper()
        }
    )
    if "greeting" in answers:
        script.greeting = answers["greeting"]
    stopping = threading.Event()
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.settimeout(0.05)
        script.port = listening.getsockname()[1]
        thread = threading.Thread(
            target=_serve, args=(listening, script, security, stopping), daemon=True
        )
        thread.start()
        try:
            yield script
        finally:
            stopping.set()
            thread.join(10)


def _serve(
    listening: socket.socket, script: Script, security: Security, stopping: threading.Event
) -> None:
    while not stopping.is_set():
        try:
            connection, _ = listening.accept()
        except TimeoutError:
            continue
        script.connections += 1
        connection.settimeout(10)
        try:
            if security is Security.TLS:
                connection = server_tls().wrap_socket(connection, server_side=True)
            _converse(connection, script, stopping)
            connection.shutdown(socket.SHUT_RDWR)
        except (OSError, _Ended):
            pass  # whoever asked has had enough, or the script has
        finally:
            connection.close()


def _converse(connection: socket.socket, script: Script, stopping: threading.Event) -> None:
    lines = _lines(connection)
    say = _saying(connection, stopping)
    say(script.greeting, b"")
    for line in lines:
        script.told.append(line)
        tag, _, rest = line.partition(b" ")
        command = rest.split()[0].decode("latin-1").upper() if rest.split() else ""
        known = script.answers.get(command, [USUAL.get(command, b"{tag} OK done\r\n")])
        say(known.pop(0) if len(known) > 1 else known[0], tag)
        if command == "AUTHENTICATE":
            script.told.append(_next(lines))
            say(b"{tag} OK in\r\n", tag)
        elif command == "APPEND" and (literal := _LITERAL.search(line)):
            script.letters.append(_exactly(lines, int(literal[1])))
            say(script.after_append.pop(0) if script.after_append else b"{tag} OK in\r\n", tag)


def _saying(connection: socket.socket, stopping: threading.Event) -> Callable[[bytes, bytes], None]:
    def say(words: bytes, tag: bytes) -> None:
        if words == HANG:
            stopping.wait(10)
            raise _Ended
        if words == DROP:
            raise _Ended
        while words == DRIP and not stopping.wait(0.05):
            connection.sendall(b"* OK wait a little longer\r\n")
        connection.sendall(words.replace(b"{tag}", tag))

    return say


def _lines(connection: socket.socket) -> Iterator[bytes]:
    waiting = b""
    while chunk := connection.recv(65_536):
        *lines, waiting = (waiting + chunk).split(b"\n")
        for line in lines:
            yield line + b"\n"


def _next(lines: Iterator[bytes]) -> bytes:
    line = next(lines, b"")
    if not line:
        raise _Ended
    return line


def _exactly(lines: Iterator[bytes], size: int) -> bytes:
    """Return a literal: its lines are the next ones, up to its size and the end of the line."""
    content = b""
    while len(content) < size + 2:
        content += _next(lines)
    return content[:size]
