"""Loading the announcement of the coffees: what ships, or the user's own in its place."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from followup_tui.domain.courses.announcement import FILE, AnnouncementProblem, check
from followup_tui.domain.shipped import data_folder
from followup_tui.settings.plain_file import content_of

FOLDER = "courses"
SIZE_LIMIT = 100_000  # bytes: nobody reads out more


@dataclass(frozen=True, slots=True)
class Announcement:
    """A template that can be used."""

    source: str
    problem: str = ""
    """Why it is not the user's own, as a sentence."""


def load_announcement(home: Path) -> Announcement:
    """Return the template of the desk in `home`: the user's own where there is one that works."""
    shipped = (data_folder() / FOLDER / FILE).read_text(encoding="utf-8")
    own = home / FOLDER / FILE
    named = f"{FOLDER}/{FILE}"
    try:
        if own.stat().st_size > SIZE_LIMIT:
            return Announcement(shipped, f"{named} is larger than {SIZE_LIMIT:,} bytes.")
        source = content_of(own).decode("utf-8-sig").replace("\r\n", "\n")
        check(source, file=named)
    except FileNotFoundError:
        return Announcement(shipped)
    except UnicodeDecodeError:
        return Announcement(shipped, f"{named} is not UTF-8 text: save it as UTF-8.")
    except OSError as problem:
        return Announcement(shipped, f"{named} cannot be read: {problem.strerror or problem}.")
    except AnnouncementProblem as problem:
        return Announcement(shipped, f"{problem} What ships stands here meanwhile.")
    return Announcement(source)
