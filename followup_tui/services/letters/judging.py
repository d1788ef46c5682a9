"""What the personal check makes of a letter: its view, and its state."""

from __future__ import annotations

from msgspec.structs import replace

from followup_tui.domain.letter import Letter, LetterState
from followup_tui.domain.letters.occasion import Seen
from followup_tui.domain.letters.view import LetterView, check_letter
from followup_tui.domain.record import utc
from followup_tui.services.letters.others import Everybody
from followup_tui.services.letters.views import case_of, view_of
from followup_tui.services.letters.writing import Begun, Writer
from followup_tui.services.together import Parts


class Judge:
    """Judges letters. It reads the records: call it in a thread."""

    def __init__(self, parts: Parts, writer: Writer) -> None:
        self._parts = parts
        self._writer = writer
        self._everybody = Everybody(parts.records)

    def view(
        self, letter: Letter, seen: Seen, *, begun: Begun | None = None, resumed: bool = False
    ) -> LetterView:
        """Return the view of a letter; `begun` is what it has just been begun with."""
        return view_of(
            letter,
            begun.occasion if begun else self._writer.occasion(letter, seen),
            records=self._parts.records,
            settings=self._parts.settings,
            everybody=self._everybody,
            templates=self._writer.templates(),
            template=begun.template if begun else "",
            resumed=resumed,
            problem=begun.problem if begun else "",
        )

    def judged(self, letter: Letter, seen: Seen) -> Letter:
        """Return a letter in the state that the check gives it.

        What was overruled stays so as long as nothing else is found.
        """
        if letter.has_left:
            return replace(letter, state=LetterState.SAVED)
        keys = self._open_keys(letter, seen)
        if letter.overruled is not None and not set(keys) <= set(letter.overruled_because):
            letter = replace(letter, overruled=None, overruled_because=())
        ready = not keys or letter.overruled is not None
        return replace(letter, state=LetterState.READY if ready else LetterState.DRAFT)

    def overruled(self, letter: Letter, seen: Seen) -> Letter:
        """Return a letter that the user holds to be ready, with what was overruled."""
        keys = self._open_keys(letter, seen)
        if keys and not letter.has_left:
            now = utc(self._parts.clock())
            letter = replace(letter, overruled=now, overruled_because=tuple(keys))
        return self.judged(letter, seen)

    def _open_keys(self, letter: Letter, seen: Seen) -> list[str]:
        case = case_of(
            letter,
            self._writer.occasion(letter, seen),
            records=self._parts.records,
            settings=self._parts.settings,
            everybody=self._everybody,
        )
        return [each.key for each in check_letter(letter.subject, letter.body, case).open_reasons]
