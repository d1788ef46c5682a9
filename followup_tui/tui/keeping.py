"""What a screen that holds typing promises to the app."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

NOTE, LETTER, FORM, GIFT = "note-", "letter-", "form-", "value-add-"
"""How the keys begin under which what is typed is kept; the client's id follows."""
LEAVING = "leaving-"
"""The same of a letter whose file is being written (`services.letters.on_the_way`)."""

MENDING = "mending-"
"""The same of what is mended in an interaction: the client's id and the interaction's follow."""

PROJECT = "project-"
"""The same of a project, or of one of its steps: the client's id and what it is of follow."""

MET = "met-"
"""The same of somebody who was met, before there is a client of them: one at a time."""


def met_key() -> str:
    """Return the key under which the form of somebody who was met is kept while it is typed."""
    return f"{MET}new"


def project_key(client_id: str, what: str) -> str:
    """Return the key under which a project, or one of its steps, is kept while it is typed."""
    return f"{PROJECT}{client_id}-{what}"


def note_key(client_id: str) -> str:
    """Return the key under which a note about a client is kept while it is typed."""
    return f"{NOTE}{client_id}"


def mending_key(client_id: str, interaction_id: str) -> str:
    """Return the key under which the mending of an interaction is kept while it is typed."""
    return f"{MENDING}{client_id}-{interaction_id}"


def line_key(client_id: str) -> str:
    """Return the key under which the correction of a line of a call's notes is kept."""
    return f"line-{client_id}"


def hour_key(client_id: str) -> str:
    """Return the key under which the hour of a call-back is kept while it is typed."""
    return f"hour-{client_id}"


def wish_key(client_id: str) -> str:
    """Return the key under which it is kept why a client does not want to be called."""
    return f"wish-{client_id}"


def number_key(client_id: str) -> str:
    """Return the key under which the right number is kept, where one turned out to be wrong."""
    return f"number-{client_id}"


def instead_key(course_id: str) -> str:
    """Return the key under which it is kept why somebody does not come to the coffee."""
    return f"instead-{course_id}"


def booking_key(client_id: str, booking_id: str) -> str:
    """Return the key under which the day is kept to which a booking moves."""
    return f"day-{client_id}-{booking_id}"


def value_add_key(value_add_id: str) -> str:
    """Return the key under which a value-add is kept while it is typed; empty: a new one."""
    return f"{GIFT}{value_add_id or 'new'}"


def course_key(course_id: str) -> str:
    """Return the key under which the form of a course is kept while it is typed."""
    return f"course-{course_id or 'new'}"


def attendee_key(course_id: str) -> str:
    """Return the key under which somebody on a course is kept while they are typed."""
    return f"attendee-{course_id}"


@runtime_checkable
class KeepsTyping(Protocol):
    """A screen on which something is typed that is not saved at once.

    The app awaits `keep_typed` on each such screen before it closes. A problem with the store is
    the screen's to show: it does not come out of here, or leaving would be impossible.
    """

    async def keep_typed(self) -> None:
        """Save what was typed and is not yet kept; return when it is on the disk."""
        ...
