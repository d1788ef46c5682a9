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

from followup_tui.domain.change import Change, StoreProblem
from followup_tui.domain.client import Client
from followup_tui.domain.interaction import Interaction
from followup_tui.store.drafts import FileDrafts
from followup_tui.store.lock import locked
from followup_tui.store.records import FILE
from tests.builders import a_client
from tests.store.conftest import Opener

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

WRITE_DRAFTS = """
drafts = FileDrafts(home / "drafts")
print("ready", flush=True)
for number in range(10_000):
    drafts.save("call-1", str(number).encode() * 500)
    print(number, flush=True)
"""

WRITE_MANY = """
from followup_tui.store import compaction
compaction.SMALLEST = 100_000
client = store.get(Client, sys.argv[2])
calls = [
    an_interaction(client, at=NOW, notes=(NoteLine(at=NOW, text=f"{sys.argv[3]} {number}"),))
    for number in range(1_000)
]
print("ready", flush=True)
sys.stdin.readline()
for call in calls:
    store.commit(Change(by="note", put=(call,)))
store.close()
"""

HOLD_THE_LOCK = """
from followup_tui.store.lock import locked
with locked(home / "desk.json"):
    print("ready", flush=True)
    sys.stdin.readline()
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


def test_no_acknowledged_change_is_lost_or_half_there_after_a_hundred_kills() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.store.torture", "100"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("100 kills")


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
def test_four_programs_writing_a_thousand_notes_each_lose_none(home: Path, opened: Opener) -> None:
    client = a_client()
    reader = opened()
    reader.commit(Change(by="test", put=(client,)))
    programs = [started(WRITE_MANY, home, client.id, name) for name in ("A", "B", "C", "D")]
    for program in programs:
        assert program.stdout is not None
        assert program.stdout.readline() == "ready\n"
    for program in programs:
        assert program.stdin is not None
        program.stdin.write("go\n")
        program.stdin.flush()
    seen = [0]
    while any(program.poll() is None for program in programs):
        reader.refresh()
        seen.append(len(reader.all(Interaction)))
    assert [program.returncode for program in programs] == [0, 0, 0, 0]
    assert seen == sorted(seen)
    assert len(set(seen)) > 20  # what the others wrote was seen while they wrote
    reader.refresh()
    expected = {f"{name} {number}" for name in "ABCD" for number in range(1_000)}
    for store in (reader, opened()):
        notes = [call.notes[0].text for call in store.all(Interaction)]
        assert len(notes) == 4_000
        assert set(notes) == expected
        assert store.standings()[client.id].reached == 4_000
        assert store.problems() == ()
    past = [change.id for change in reader.history(limit=10_000)]
    assert len(past) == len(set(past)) == 4_001
    assert len(list((home / "history").iterdir())) > 0  # and it was compacted meanwhile


def test_the_lock_of_a_program_that_was_killed_is_free(home: Path, opened: Opener) -> None:
    store = opened()
    store.commit(Change(by="test", put=(a_client(),)))
    program = started(HOLD_THE_LOCK, home)
    assert program.stdout is not None
    assert program.stdout.readline() == "ready\n"
    with pytest.raises(StoreProblem, match="another followup"), locked(home / FILE, wait=0.02):
        pass
    program.kill()
    program.wait()
    store.commit(Change(by="test", put=(a_client("Other"),)))
    assert len(opened().all(Client)) == 2
