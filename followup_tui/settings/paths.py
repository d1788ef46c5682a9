"""Where things are: the data that ships with the program, and the user's own folders."""

from __future__ import annotations

from pathlib import Path

from followup_tui.domain.shipped import data_folder

__all__ = ["data_folder", "default_home", "demo_home", "shipped_letters", "shipped_playbooks"]


def shipped_playbooks() -> Path:
    """Return the folder of the playbooks that ship with the program."""
    return data_folder() / "playbooks"


def shipped_letters() -> Path:
    """Return the folder of the templates of letters that ship with the program."""
    return data_folder() / "letters"


def shipped_help() -> Path:
    """Return the folder of the topics that `followup help` tells of."""
    return data_folder() / "help"


def default_home() -> Path:
    """Return the user's own folder on this platform; it need not exist yet."""
    return _user_data_path("followup")


def demo_home() -> Path:
    """Return the folder of the sample desk, apart from the user's own."""
    return _user_data_path("followup-demo")


def _user_data_path(name: str) -> Path:
    from platformdirs import user_data_path  # noqa: PLC0415 - not where a folder was named

    return user_data_path(name, appauthor=False)
