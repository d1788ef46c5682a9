"""Where the files that ship with the program are.

This is the one place that knows that `data/` stands beside the package in a source tree and
inside it (as `_data`) in an installed wheel.
"""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


def data_folder() -> Path:
    """Return the folder of what ships with the program: playbooks, letters, phrases, the demo.

    Raises `FileNotFoundError` with a sentence when the installation lacks it.
    """
    for folder in (_PACKAGE / "_data", _PACKAGE.parent / "data"):
        if (folder / "playbooks").is_dir():
            return folder
    raise FileNotFoundError(
        f"The files that ship with followup are missing beside {_PACKAGE}: install it anew."
    )
