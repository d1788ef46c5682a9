"""Running the program as somebody who must keep to the rights of files.

Root may read and write whatever it likes; where the tests run as root, the program is started
without that privilege, by util-linux's setpriv.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

NOBODY = 65534
"""The user that owns nothing, by custom."""


def is_root() -> bool:
    """Say whether the tests run as root."""
    return os.geteuid() == 0


def bound_by_rights(*argv: str) -> list[str] | None:
    """Return the command line that runs `argv` bound by the rights of files; None: there is none.

    The first of it is the path of a program.
    """
    if not is_root():
        return [*argv]
    setpriv = shutil.which("setpriv")
    if setpriv is None:
        return None
    less = "-dac_override,-dac_read_search"
    return [setpriv, f"--bounding-set={less}", f"--inh-caps={less}", "--", *argv]


def give_away(path: Path) -> None:
    """Let `path` belong to somebody else; only root can."""
    os.chown(path, NOBODY, NOBODY)


def take_back(path: Path) -> None:
    """Let `path` belong to the user of the tests again."""
    os.chown(path, os.geteuid(), os.getegid())
