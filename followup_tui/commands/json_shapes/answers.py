"""Which of the shapes each command prints; one that answers in several ways has several."""

from __future__ import annotations

from typing import Any

import msgspec

from followup_tui.commands.json_shapes import keeping, pages, working
from followup_tui.commands.json_shapes.things import Shape

ANSWERS: dict[str, tuple[type[Shape], ...]] = {
    "due": (working.Due, working.DueAll),
    "show": (working.Show,),
    "prep": (working.Prep,),
    "note": (working.Noted,),
    "promise": (working.Promised,),
    "next": (working.Next,),
    "met": (working.Met,),
    "quiet": (working.InPeace,),
    "project": (working.Projects,),
    "log": (working.Logged,),
    "add": (working.Added,),
    "edit": (working.Added,),
    "snooze": (working.Added,),
    "thank": (working.Thanked,),
    "course": (working.Courses, working.Course),
    "history": (keeping.History, keeping.HistoryDetails),
    "undo": (keeping.Undo,),
    "library": (keeping.Library, keeping.LibraryChanged),
    "offer": (working.Offers, working.Offered),
    "doctor": (keeping.Doctor,),
    "backup": (keeping.Backup,),
    "restore": (keeping.Backups, keeping.Restored),
    "forget": (keeping.Forgotten,),
    "export": (keeping.Exported,),
    "import": (keeping.Imported, keeping.DeskImported),
    "search": (keeping.Search,),
    "merge": (keeping.Merged,),
    "letter": (working.OneLetter,),
    "page": (pages.Pages,),
}
"""Command -> what it can print."""


def schema_text() -> str:
    """Return docs/cli.schema.json: by command, the JSON Schema of what it can print."""
    shapes = [shape for found in ANSWERS.values() for shape in found]
    refs, components = msgspec.json.schema_components(shapes, ref_template="#/$defs/{name}")
    of_shape = dict(zip(shapes, refs, strict=True))
    schema: dict[str, Any] = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "What followup prints with --json",
        "description": "Under `commands`, by command, the shapes of which its answer is one.",
        "commands": {
            command: {"anyOf": [of_shape[shape] for shape in found]}
            for command, found in sorted(ANSWERS.items())
        },
        "$defs": components,
    }
    return msgspec.json.format(msgspec.json.encode(schema), indent=1).decode() + "\n"
