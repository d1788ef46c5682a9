"""The program with its modules loaded, to be started many times: half of a start is importing.

One process a session imports the desk, and forks at each start. What it becomes is the program
as it always is, in a process and a terminal of its own that can be killed; it has only not to
load its modules again. (All modules of the house would be dearer: a fork copies what it touches.)
What is about starting itself is tested on the installed command.
"""

from __future__ import annotations

import gc
import json
import os
import pty
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from typing import Final

_LONGEST: Final = 1 << 20  # bytes of a request: arguments and environment
_MODULES: Final = (
    "followup_tui.cli",
    "followup_tui.commands.arguments",
    "followup_tui.desk",
    "followup_tui.sample.opening",
    "followup_tui.tui.app",
    "followup_tui.tui.screens.call",
    "followup_tui.tui.screens.desk",
    "followup_tui.tui.screens.wrap_up",
)


class Warm:
    """The process that waits; `close` ends it.

    `through` returns the command line that runs another one, as with fewer rights.
    """

    def __init__(self, through: Callable[..., Sequence[str]] = lambda *argv: argv) -> None:
        self._socket, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with theirs:
            self._process = subprocess.Popen(
                through(sys.executable, "-m", __name__, str(theirs.fileno())),
                pass_fds=(theirs.fileno(),),
            )

    def start(self, argv: Sequence[str], env: Mapping[str, str]) -> tuple[int, int]:
        """Start the program in a new terminal; return its process id and the terminal's other end.

        As `pty.fork` does, but the process is no child of this one: ask `status` of it.
        """
        self._socket.send(json.dumps({"argv": list(argv), "env": dict(env)}).encode())
        answer, (terminal,), _, _ = socket.recv_fds(self._socket, 64, 1)
        return int(answer), terminal

    def status(self, pid: int) -> int | None:
        """Return what `os.waitpid` says of a program that was started here; None: it runs."""
        self._socket.send(json.dumps({"pid": pid}).encode())
        status: int | None = json.loads(self._socket.recv(64))
        return status

    def close(self) -> None:
        """End the process."""
        self._socket.close()
        self._process.wait()


def _wait_for_starts(requests: socket.socket) -> None:
    """Start the program at each request, until whoever asks has gone; in the program, return."""
    while content := requests.recv(_LONGEST):
        request = json.loads(content)
        if "pid" in request:
            pid, status = os.waitpid(request["pid"], os.WNOHANG)
            requests.send(json.dumps(status if pid else None).encode())
            continue
        pid, terminal = pty.fork()
        if pid == 0:
            requests.close()
            _become(request["argv"], request["env"])
        socket.send_fds(requests, [str(pid).encode()], [terminal])
        os.close(terminal)


def _become(argv: list[str], env: dict[str, str]) -> None:
    """Be the program, with the terminal and the surroundings that were asked for, to its end."""
    from followup_tui.cli import main  # noqa: PLC0415 - loaded by the parent

    os.environ.clear()
    os.environ.update(env)
    time.tzset()
    # Those of the parent belong to no terminal.
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        stream = os.fdopen(number, "w" if number else "r", 1, encoding="utf-8", closefd=False)
        setattr(sys, name, stream)
        setattr(sys, f"__{name}__", stream)
    sys.argv = ["followup", *argv]
    sys.exit(main())


if __name__ == "__main__":
    for module in _MODULES:
        __import__(module)
    gc.freeze()  # a program that ends would look for rubbish in all of them, and copy their pages
    with socket.socket(fileno=int(sys.argv[1])) as asked:
        _wait_for_starts(asked)
