"""What a call list is made from, told in a text that differs when it differs.

That is the records, the settings, the playbooks and the program. Files are told apart by their
signatures, so that nothing is read: whether a kept list holds is known before the store is open.
"""

from __future__ import annotations

from pathlib import Path

from followup_tui import __version__
from followup_tui.domain import due
from followup_tui.settings.load import FILE as SETTINGS
from followup_tui.settings.playbooks import playbook_folders
from followup_tui.store.files import signature, signatures_in
from followup_tui.store.stamp import stamp_of

_RULES = Path(due.__file__).parent
"""The folder of the rules: another version is put there under new names, as files always are."""


def rules_of(home: Path) -> str:
    """Return what tells the settings and playbooks of a home folder, and the program, from others.

    Raises `StoreProblem` where they may not be looked at.
    """
    playbooks = [signatures_in(folder) for folder in playbook_folders(home)]
    return repr((__version__, signature(_RULES), signature(home / SETTINGS), playbooks))


def made_from(rules: str, records: str) -> str:
    """Return what tells everything that a list is made from; empty where it cannot be told.

    `rules` is what `rules_of` said before they were read, `records` the stamp of those read.
    """
    return f"{records} {rules}" if records else ""


def now_in(home: Path) -> str:
    """Return what a list would be made from now; raises `StoreProblem` like `rules_of`."""
    return made_from(rules_of(home), stamp_of(home))
