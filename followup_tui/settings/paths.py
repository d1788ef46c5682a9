"""Where things are: the data that ships with the program, and the user's own folders.

This is the one place that knows that `data/` stands beside the package in a source tree and
inside it (as `_data`) in an installed wheel.
"""

from __future__ import annotations

from pathlib import Path

from platformdirs import user_data_path

_PACKAGE = Path(__file__).resolve().parent.parent


def data_folder() -> Path:
    """Return the folder of what ships with the program: playbooks, letters, the sample desk.

    Raises `FileNotFoundError` with a sentence when the installation lacks it.
    """
    for folder in (_PACKAGE / "_data", _PACKAGE.parent / "data"):
        if (folder / "playbooks").is_dir():
            return folder
    raise FileNotFoundError(
        f"The files that ship with followup are missing beside {_PACKAGE}: install it anew."
    )


def shipped_playbooks() -> Path:
    """Return the folder of the playbooks that ship with the program."""
    return data_folder() / "playbooks"


def default_home() -> Path:
    """Return the user's own folder on this platform; it need not exist yet."""
    return user_data_path("followup", appauthor=False)


def demo_home() -> Path:
    """Return the folder of the sample desk, apart from the user's own."""
    return user_data_path("followup-demo", appauthor=False)
