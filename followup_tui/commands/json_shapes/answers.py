"""Which of the shapes each command prints, by the way in which it is asked."""

from __future__ import annotations

from typing import Any

import msgspec

from followup_tui.commands.json_shapes import coursing, keeping, pages, working
from followup_tui.commands.json_shapes.things import Shape

ANSWERS: dict[str, type[Shape]] = {
    "due": working.Due,
    "due --all": working.DueAll,
    "show": working.Show,
    "prep": working.Prep,
    "note": working.Noted,
    "promise": working.Promised,
    "next": working.Next,
    "met": working.Met,
    "quiet": working.InPeace,
    "project list": working.Projects,
    "project add": working.Projects,
    "project edit": working.Projects,
    "project end": working.Projects,
    "project step": working.Projects,
    "project booking": working.Projects,
    "log": working.Logged,
    "mend CLIENT": working.Talks,
    "mend": working.Mended,
    "add": working.Added,
    "edit": working.Added,
    "snooze": working.Added,
    "thank": working.Thanked,
    "course": coursing.Courses,
    "course list": coursing.Courses,
    "course show": coursing.Course,
    "course add": coursing.Course,
    "course edit": coursing.Course,
    "course remove": coursing.BareCourse,
    "course import": coursing.AttendeesImported,
    "course attendee": coursing.Course,
    "course attend": coursing.Course,
    "course correct": coursing.Course,
    "course take-off": coursing.Course,
    "course link": coursing.Course,
    "course unlink": coursing.Course,
    "course announce": coursing.Announced,
    "course draw": coursing.Draw,
    "course draw --dry-run": coursing.DrawProposed,
    "course draw --repeat": coursing.Draw,
    "course replace": coursing.Draw,
    "course invite": coursing.Draw,
    "course settle": coursing.Draw,
    "course reopen": coursing.Draw,
    "course review": coursing.Reviewed,
    "course review --markdown": coursing.ReviewMarkdown,
    "history": keeping.History,
    "history --details": keeping.HistoryDetails,
    "undo": keeping.Undo,
    "library": keeping.Library,
    "library list": keeping.Library,
    "library refresh": keeping.Library,
    "library add": keeping.LibraryChanged,
    "library edit": keeping.LibraryChanged,
    "library retire": keeping.LibraryChanged,
    "library bring-back": keeping.LibraryChanged,
    "offer": working.Offers,
    "offer CLIENT WHAT": working.Offered,
    "doctor": keeping.Doctor,
    "doctor --repair": keeping.DoctorRepaired,
    "backup": keeping.Backup,
    "restore": keeping.Backups,
    "restore BACKUP": keeping.Restored,
    "forget": keeping.Forgotten,
    "export": keeping.Exported,
    "import": keeping.Imported,
    "import DESK.json": keeping.DeskImported,
    "settings": keeping.SettingsShown,
    "search": keeping.Search,
    "merge": keeping.Merged,
    "letter": working.OneLetter,
    "letter --list": working.Letters,
    "page": pages.Pages,
}
"""How a command is asked -> what it prints; the first word is the command."""


def command_of(form: str) -> str:
    """Return the command of a form of asking."""
    return form.partition(" ")[0]


def schema_text() -> str:
    """Return docs/cli.schema.json: by command and by form, the JSON Schema of what it prints."""
    shapes = list(dict.fromkeys(ANSWERS.values()))
    refs, components = msgspec.json.schema_components(shapes, ref_template="#/$defs/{name}")
    of_shape = dict(zip(shapes, refs, strict=True))
    by_command: dict[str, list[type[Shape]]] = {}
    for form, shape in ANSWERS.items():
        found = by_command.setdefault(command_of(form), [])
        if shape not in found:
            found.append(shape)
    schema: dict[str, Any] = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "What followup prints with --json",
        "description": "Under `commands`, by command, the shapes of which its answer is one; "
        "under `forms`, the one shape of each way in which it can be asked.",
        "commands": {
            command: {"anyOf": [of_shape[shape] for shape in found]}
            for command, found in sorted(by_command.items())
        },
        "forms": {form: of_shape[shape] for form, shape in sorted(ANSWERS.items())},
        "$defs": components,
    }
    return msgspec.json.format(msgspec.json.encode(schema), indent=1).decode() + "\n"
