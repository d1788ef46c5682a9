"""Real processes, killed at random moments or writing at once: nothing acknowledged is lost."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest

from followup_tui.domain.client import Client
from followup_tui.domain.interaction import Interaction
from followup_tui.store.drafts import FileDrafts
from followup_tui.store.records import FILE
from tests.store.conftest import Opener

ROUNDS = 36

PREAMBLE = """
import sys
from pathlib import Path
from tests.builders import ZONE, NOW, a_client, an_interaction
from followup_tui.domain.change import Change
from followup_tui.domain.client import Client
from followup_tui.domain.interaction import NoteLine
from followup_tui.store.records import TinyRecords
from followup_tui.store.drafts import FileDrafts

home = Path(sys.argv[1])
store = TinyRecords(home, zone=ZONE)
"""

WRITE_NOTES = """
client = store.get(Client, sys.argv[2])
print("ready", flush=True)
for number in range(10_000):
    note = NoteLine(at=NOW, text=f"note {number}")
    call = an_interaction(client, at=NOW, notes=(note,))
    store.commit(Change(by="note", put=(call,)))
    print(call.id, flush=True)
"""

WRITE_DRAFTS = """
drafts = FileDrafts(home / "drafts")
print("ready", flush=True)
for number in range(10_000):
    drafts.save("call-1", str(number).encode() * 500)
    print(number, flush=True)
"""

WRITE_CLIENTS = """
print("ready", flush=True)
sys.stdin.readline()
for number in range(100):
    store.commit(Change(by="test", put=(a_client(f"{sys.argv[2]} {number}"),)))
"""


def started(script: str, *arguments: object) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(PREAMBLE + script), *map(str, arguments)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def kill_while_it_writes(program: subprocess.Popen[str], chance: random.Random) -> list[str]:
    """Kill `program` over one of its next changes; return what it had acknowledged."""
    assert program.stdout is not None
    assert program.stdout.readline() == "ready\n"
    lines = [program.stdout.readline() for _ in range(chance.randint(0, 5))]
    # The moment of the kill is the very thing that is varied here; nothing is waited for.
    time.sleep(chance.uniform(0, 0.004))
    program.send_signal(signal.SIGKILL)
    lines += program.stdout.read().splitlines(keepends=True)
    program.wait()
    return [line.strip() for line in lines if line.endswith("\n")]


def test_no_acknowledged_note_is_lost_to_a_kill(home: Path, opened: Opener) -> None:
    from followup_tui.domain.change import Change  # noqa: PLC0415
    from tests.builders import a_client  # noqa: PLC0415

    client = a_client()
    opened().commit(Change(by="test", put=(client,)))
    chance = random.Random(20261119)
    acknowledged: set[str] = set()
    for _ in range(ROUNDS):
        acknowledged.update(kill_while_it_writes(started(WRITE_NOTES, home, client.id), chance))
        found = {call.id for call in opened().all(Interaction)}
        assert acknowledged <= found
        assert len(found) <= len(acknowledged) + ROUNDS  # at most the one it was killed over
    assert opened().all(Client) == (client,)
    assert len(acknowledged) > ROUNDS  # it was killed while it wrote, not before
    opened().commit(Change(by="test", put=(a_client("Other"),)))
    assert {path.name for path in home.iterdir()} <= {
        *(FILE, "desk.journal", "desk.lock", "desk.index"),
        *("history", "damaged"),
    }


def test_no_acknowledged_draft_is_lost_to_a_kill(home: Path) -> None:
    chance = random.Random(20261120)
    written = 0
    for _ in range(10):
        acknowledged = kill_while_it_writes(started(WRITE_DRAFTS, home), chance)
        content = FileDrafts(home / "drafts").load("call-1")
        if acknowledged:
            written += 1
            assert content is not None
            number = content[: len(content) // 500].decode()
            assert content == number.encode() * 500
            assert int(number) in {int(acknowledged[-1]), int(acknowledged[-1]) + 1}
    assert written > 3


@pytest.mark.timeout(120)
def test_two_programs_writing_at_once_lose_nothing(home: Path, opened: Opener) -> None:
    programs = [started(WRITE_CLIENTS, home, name) for name in ("One", "Two")]
    for program in programs:
        assert program.stdout is not None
        assert program.stdout.readline() == "ready\n"
    for program in programs:
        assert program.stdin is not None
        program.stdin.write("go\n")
        program.stdin.flush()
    assert [program.wait() for program in programs] == [0, 0]
    names = {client.name for client in opened().all(Client)}
    assert names == {f"{name} {number}" for name in ("One", "Two") for number in range(100)}
