"""`followup restore`: what backups there are, and bringing one of them back."""

from __future__ import annotations

from collections import Counter

from followup_tui.commands.backup import size
from followup_tui.commands.run import Run
from followup_tui.domain.words import count
from followup_tui.store.backup import Backup, backups, find
from followup_tui.store.restore import Restored, restore

_WHY = {
    "daily": "of the day",
    "asked": "asked for",
    "before-restore": "what a restoring put aside",
    "before-repair": "what a repair put aside",
    "before-new-format": "from before a new format",
}


def run(asked: Run) -> int:
    """Restore the backup that is named; without a name, list those there are."""
    if not asked.given.backup:
        _list(asked, backups(asked.home))
        return 0
    path = find(asked.home, asked.given.backup)
    done = restore(asked.home, path, now=asked.clock()(), settings=asked.given.settings)
    if asked.json:
        asked.show_json(_as_json(done))
    else:
        _as_text(asked, done)
    return 0


def _list(asked: Run, there: list[Backup]) -> None:
    if asked.json:
        asked.show_json(
            {
                "backups": [
                    {
                        "backup": each.name,
                        "path": str(each.path),
                        "at": each.at.isoformat(),
                        "kind": each.kind,
                        "size": each.size,
                    }
                    for each in there
                ]
            }
        )
        return
    if not there:
        asked.paper.line(
            "There are no backups yet: the desk makes one a day by itself, and `followup backup` "
            "one at once."
        )
        return
    paper = asked.paper
    for each in there:
        why = _WHY.get(each.kind, each.kind)
        paper.ends(f"{each.name}  {each.at:%a} {each.at.day} {each.at:%b %Y, %H:%M}, {why}",
                   size(each.size))  # fmt: skip
    paper.head("followup restore NAME brings one back; what is there now is kept as another.")


def _as_json(done: Restored) -> dict[str, object]:
    return {
        "backup": str(done.backup),
        "put_aside": str(done.put_aside) if done.put_aside else None,
        "added": dict(done.added),
        "changed": dict(done.changed),
        "removed": dict(done.removed),
        "files": done.files,
        "left": done.left,
        "change_id": done.change_id or None,
    }


def _as_text(asked: Run, done: Restored) -> None:
    paper = asked.paper
    changes = [
        f"{count(_total(counter), 'record')} {what}"
        for counter, what in (
            (done.added, "brought back"),
            (done.changed, "set back to what it was" if _total(done.changed) == 1 else
             "set back to what they were"),
            (done.removed, "that came later taken away"),
        )
        if counter
    ]  # fmt: skip
    paper.line(f"The desk is as it was in {done.backup.name}.")
    paper.line(
        (", ".join(changes) if changes else "No record differed from the backup") + ".", indent=2
    )
    if done.files:
        paper.line(f"Put back as well: {', '.join(done.files)}.", indent=2)
    if done.left:
        paper.line(
            f"Left as they are, though the backup has others: {', '.join(done.left)}. "
            "With --settings those of the backup take their place.",
            indent=2,
        )
    if done.put_aside is not None:
        name = done.put_aside.name.removesuffix(".zip")
        paper.line(f"What was there before is kept: followup restore {name}", indent=2)


def _total(counter: Counter[str]) -> int:
    return sum(counter.values())
