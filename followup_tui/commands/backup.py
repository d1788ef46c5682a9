"""`followup backup`: everything that was written, in one file."""

from __future__ import annotations

from followup_tui.commands.paths import absolute
from followup_tui.commands.problems import CannotDo
from followup_tui.commands.run import Run
from followup_tui.store import backup
from followup_tui.store.archive import Archive


def run(asked: Run) -> int:
    """Make a backup, and say where it is."""
    if not asked.home.is_dir():
        raise CannotDo(f"there is no desk in {asked.home} yet: open it once to make it")
    to = absolute(asked.given.path) if asked.given.path else None
    path = backup.back_up(asked.home, now=asked.clock()(), to=to)
    with Archive.open(path) as made:
        about = made.about
    if asked.json:
        asked.show_json(
            {
                "backup": path.name.removesuffix(".zip"),
                "path": str(path),
                "at": about.at.isoformat(),
                "size": path.stat().st_size,
                "files": list(about.files),
            }
        )
    else:
        asked.paper.line(f"Everything is kept in {path} ({size(path.stat().st_size)}).")
    return 0


def size(number: int) -> str:
    """Return a number of bytes as people say it."""
    for unit in ("bytes", "kB", "MB"):
        if number < 1000:
            return f"{number:,} {unit}"
        number = round(number / 1000)
    return f"{number:,} GB"
