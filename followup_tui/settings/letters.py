"""Loading templates of letters from folders: what ships first, then the user's own."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from followup_tui.domain.letters.templates import LetterTemplates
from followup_tui.settings.paths import shipped_letters


def letter_folders(home: Path) -> tuple[Path, Path]:
    """Return where templates are looked for: what ships, then the user's own, which override."""
    return shipped_letters(), home / "letters" / "templates"


def load_letters(folders: Sequence[Path]) -> LetterTemplates:
    """Return the templates of `folders`, and what could not be read."""
    raise NotImplementedError(folders)
