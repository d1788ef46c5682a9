"""`followup export`: everything, or one client, in the files of other programs."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Sequence

from followup_tui.commands.paths import absolute
from followup_tui.commands.problems import CannotDo, WrongUsage
from followup_tui.commands.run import Run
from followup_tui.desk import Desk
from followup_tui.domain.exporting.export import Export, Exported, ExportKind
from followup_tui.domain.text import clean_line
from followup_tui.domain.words import count

_OUT = "-"
_NAMED = 3  # files in the way that a sentence names


def run(asked: Run) -> int:
    """Write the files, or one to the standard output."""
    given = asked.given
    to_output = given.path == _OUT
    if to_output and asked.json:
        raise WrongUsage("--json cannot say what was written where the file itself is printed")
    with asked.desk() as desk:
        export = asyncio.run(_prepared(desk, ExportKind(given.kind), given.path, given.client))
        if to_output:
            return _printed(export)
        over_others = bool(given.force)
        if export.in_the_way and not (given.force or given.keep):
            over_others = _ask(asked, export)
        done = asyncio.run(desk.exporting.write(export, over_others=over_others))
        problems = desk.records.problems()
    if asked.json:
        asked.show_json(_as_json(done, problems))
    else:
        _as_text(asked, done, problems)
    return int(bool(problems))


async def _prepared(desk: Desk, kind: ExportKind, path: str, client: str) -> Export:
    client_id = (await desk.clients.find(client)).id if client else ""
    # Printed, it is one file: the one that the folder of its kind would have for one client.
    one = {ExportKind.CSV: "-.csv", ExportKind.MARKDOWN: "-.md"}.get(kind, _OUT)
    where = absolute(one if path == _OUT else path)
    return await desk.exporting.prepared(kind, where, client_id=client_id)


def _printed(export: Export) -> int:
    for file in export.files:
        sys.stdout.buffer.write(file.content)
    sys.stdout.flush()
    return 0


def _ask(asked: Run, export: Export) -> bool:
    """Ask whether to replace what is not ours; raises `CannotDo` where that is not meant."""
    said = _in_the_way(export)
    if asked.json or not sys.stdin.isatty():
        raise CannotDo(f"{said}: --force replaces, --keep leaves what is there")
    print(f"{said}. Replace? [y/N] ", end="", flush=True)
    if sys.stdin.readline().strip().lower() not in {"y", "yes"}:
        raise CannotDo("nothing was written")
    return True


def _in_the_way(export: Export) -> str:
    """Return what stands in the way, in words."""
    paths = export.in_the_way
    names = ", ".join(clean_line(str(path)) for path in paths[:_NAMED])
    more = f" and {len(paths) - _NAMED:,} more" if len(paths) > _NAMED else ""
    if len(export.files) == 1:
        return f"{names} stands there already"
    return f"{count(len(paths), 'file')} there did not come from an export as they stand: " + (
        names + more
    )


def _as_text(asked: Run, done: Exported, problems: Sequence[str]) -> None:
    export, paper = done.export, asked.paper
    parts = (
        count(len(done.written), "file") + " written" if len(export.files) > 1 else "",
        f"{done.unchanged:,} unchanged" if done.unchanged and len(export.files) > 1 else "",
        f"{len(done.kept):,} left as they were" if done.kept else "",
    )
    said = ", ".join(filter(None, parts))
    paper.line(f"{export.what}: {export.root}" + (f" ({said})" if said else ""))
    for problem in problems:
        paper.line(f"! {problem}", hang=2)


def _as_json(done: Exported, problems: Sequence[str]) -> dict[str, object]:
    return {
        "kind": str(done.export.kind),
        "path": str(done.export.root),
        "what": done.export.what,
        "written": [str(path) for path in done.written],
        "unchanged": done.unchanged,
        "kept": [str(path) for path in done.kept],
        "problems": list(problems),
    }
