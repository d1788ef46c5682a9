"""Letters: begun from what is known, checked, kept while they are typed, and let out."""

from followup_tui.services.letters.service import LetterService

__all__ = ["LetterService"]
