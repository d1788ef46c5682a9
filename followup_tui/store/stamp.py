"""The stamp of a desk's records: by it one state of the files is told from another, unread.

What is made of the records is kept under the stamp of what it was made from (`TinyRecords.stamp`),
and is good as long as the files still bear it. It costs two looks at the folder.
"""

from __future__ import annotations

from pathlib import Path

from followup_tui.store.files import Signature, signature

FILE = "desk.json"
"""The name of the file in the home folder."""
JOURNAL = ".journal"
"""The ending of the journal beside it."""


def stamp_of(home: Path) -> str:
    """Return the stamp that the records of a home folder bear now; empty where there are none.

    Raises `StoreProblem` where the folder may not be looked at.
    """
    path = home / FILE
    return stamp(signature(path), signature(path.with_suffix(JOURNAL)))


def stamp(file: Signature | None, journal: Signature | None) -> str:
    """Return the stamp of a file and its journal in these states; empty where there is no file."""
    if file is None:
        return ""
    return ":".join(str(number) for number in (*file, *(journal or ())))
