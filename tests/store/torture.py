"""Kill a writing program at random moments, again and again, and look at what it left.

    python -m tests.store.torture ROUNDS [SEED]

Each round forks a child that opens the desk and writes changes of two records each, saying which
are acknowledged; it is killed a moment later, in half of the rounds while it compacts all the
time. Then everything acknowledged must be there, nothing may be half there, and the desk must open.
"""

from __future__ import annotations

import os
import random
import signal
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from followup_tui.domain.change import Change
from followup_tui.domain.client import Client
from followup_tui.domain.interaction import Interaction, NoteLine
from followup_tui.domain.promise import Promise
from followup_tui.store import compaction
from followup_tui.store.records import TinyRecords
from tests.builders import NOW, ZONE, a_client, a_promise, an_interaction

ID = 26  # bytes of an id
DESK = 200  # kills of one desk, then another begins


def write_for_ever(home: Path, client: Client, acknowledge: int, *, compacting: bool) -> None:
    """Write changes until somebody kills this process."""
    if compacting:
        compaction.SMALLEST = 1
        compaction.SHARE = 1_000_000
    store = TinyRecords(home, zone=ZONE)
    for number in range(1_000_000):
        note = NoteLine(at=NOW, text=f"note {number} " + "x" * (number % 500))
        call = an_interaction(client, at=NOW, notes=(note,))
        promise = a_promise(client, call.id)
        store.commit(Change(by="note", put=(call, promise)))
        os.write(acknowledge, call.id.encode())


def killed(home: Path, client: Client, chance: random.Random, *, compacting: bool) -> set[str]:
    """Let a child write, kill it, and return the ids that it had acknowledged."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        try:
            os.close(reading)
            write_for_ever(home, client, writing, compacting=compacting)
        finally:
            os._exit(1)
    os.close(writing)
    wanted = chance.randint(0, 12)
    content = b""
    while len(content) < wanted * ID:
        content += os.read(reading, ID)
    # The moment of the kill is the very thing that is varied here; nothing is waited for.
    time.sleep(chance.uniform(0, 0.003))
    os.kill(child, signal.SIGKILL)
    while piece := os.read(reading, 1 << 16):
        content += piece
    os.close(reading)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status), "the writer came to its end by itself"
    return {content[at : at + ID].decode() for at in range(0, len(content) // ID * ID, ID)}


def torture(home: Path, rounds: int, seed: int) -> dict[str, int]:
    """Kill a writer so many times; return what there was to see."""
    chance = random.Random(seed)
    client = a_client()
    TinyRecords(home, zone=ZONE).commit(Change(by="test", put=(client,)))
    acknowledged: set[str] = set()
    seen = {"torn": 0, "acknowledged": 0, "segments": 0}
    for number in range(rounds):
        compacting = bool(number % 2)
        acknowledged |= killed(home, client, chance, compacting=compacting)
        store = TinyRecords(home, zone=ZONE)
        calls = {call.id for call in store.all(Interaction)}
        assert acknowledged <= calls, f"round {number}: {len(acknowledged - calls)} are missing"
        assert len(calls) <= len(acknowledged) + number + 1, f"round {number}: more than was said"
        assert calls == {promise.text for promise in store.all(Promise)}, f"round {number}: half"
        assert store.all(Client) == (client,)
        assert store.standings()[client.id].reached == len(calls)
        damaged = [problem for problem in store.problems() if "not whole" not in problem]
        assert not damaged, damaged
        seen["torn"] += bool(store.problems())
        if not number % 50:
            past = [change.id for change in store.history(limit=1_000_000)]
            assert past == sorted(set(past), reverse=True)
            assert len(past) == len(calls) + 1, f"round {number}: the history has a gap"
    seen["acknowledged"] = len(acknowledged)
    seen["segments"] = len(list((home / "history").glob("*.journal")))
    return seen


def main() -> None:
    rounds, seed = int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 20261119
    begin = time.perf_counter()
    seen: Counter[str] = Counter()
    for number in range(0, rounds, DESK):
        with tempfile.TemporaryDirectory(prefix="followup-torture-") as folder:
            seen.update(torture(Path(folder) / "home", min(DESK, rounds - number), seed + number))
    print(
        f"{rounds:,} kills in {time.perf_counter() - begin:.0f} s: "
        f"{seen['acknowledged']:,} changes acknowledged and all there, none half there; "
        f"{seen['torn']} torn ends, {seen['segments']} journals put away."
    )


if __name__ == "__main__":
    main()
