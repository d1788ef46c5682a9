"""Letters while they are typed: kept beside the records, in the order in which that was asked."""

from __future__ import annotations

from collections.abc import Iterator
from threading import Lock
from typing import Final

import msgspec

from followup_tui.domain.letter import Letter, LetterKind
from followup_tui.services.ports import Drafts, StoreProblem

PREFIX = "letter-"
ASIDE = "damaged-"

_OCCASION = {
    LetterKind.FOLLOW_UP: "interaction_id",
    LetterKind.NOT_REACHED: "interaction_id",
    LetterKind.COFFEE_THANKS: "interaction_id",
    LetterKind.REFERENCE: "project_id",
    LetterKind.TESTIMONIAL: "project_id",
    LetterKind.REVIEW: "project_id",
    LetterKind.COFFEE: "course_id",
    LetterKind.GOOD_TO_MEET: "encounter_id",
    LetterKind.INTRODUCTION: "referral_id",
}
"""By its kind, what tells a letter from the others of the same kind to the same client."""


def same_occasion(one: Letter, other: Letter) -> bool:
    """Say whether two letters are of one kind, to one client, and about the same thing."""
    return occasion_key(one) == occasion_key(other)


def occasion_key(letter: Letter) -> str:
    """Return what a letter is of, to whom and about what, as one word."""
    about = getattr(letter, _OCCASION.get(letter.kind, ""), "") if letter.kind in _OCCASION else ""
    return f"{letter.client_id}-{letter.kind.name.lower()}-{about}"


_LETTER: Final = msgspec.json.Decoder(Letter)  # here, as `web.site_snapshots` says


class LetterDrafts:
    """The drafts of letters. Safe to call from any thread; raises `StoreProblem`."""

    def __init__(self, drafts: Drafts) -> None:
        self._drafts = drafts
        self._guard = Lock()
        self._over: set[str] = set()
        """Keys of what was put aside: what is still on its way to be kept comes too late."""

    def keep(self, letter: Letter) -> None:
        """Keep a letter as it is typed; one that was put aside meanwhile is not brought back."""
        key = _key(letter)
        with self._guard:
            if key not in self._over:
                self._drafts.save(key, msgspec.json.encode(letter))

    def taken_up(self, letter: Letter) -> None:
        """Take note that a letter is being written (again): from now on it is kept."""
        with self._guard:
            self._over.discard(_key(letter))

    def of(self, letter: Letter) -> Letter | None:
        """Return what was typed of a letter, or None.

        What cannot be read is set aside before `StoreProblem` is raised.
        """
        with self._guard:
            return self._read(_key(letter))

    def discard(self, *letters: Letter) -> None:
        """Forget what was typed."""
        with self._guard:
            for key in dict.fromkeys(_key(letter) for letter in letters):
                self._over.add(key)
                self._drafts.discard(key)

    def all(self) -> tuple[Letter, ...]:
        """Return what is being typed; what cannot be read is left out."""
        with self._guard:
            return tuple(self._readable())

    def _readable(self) -> Iterator[Letter]:
        for key in self._drafts.keys(PREFIX):
            content = self._drafts.load(key)
            try:
                if content is not None:
                    yield _LETTER.decode(content)
            except (msgspec.MsgspecError, ValueError):
                continue  # told when the letter is opened

    def _read(self, key: str) -> Letter | None:
        content = self._drafts.load(key)
        if content is None:
            return None
        try:
            return _LETTER.decode(content)
        except (msgspec.MsgspecError, ValueError) as problem:
            self._drafts.save(ASIDE + key, content)
            self._drafts.discard(key)
            raise StoreProblem(
                f"What was typed of a letter cannot be read ({problem}); it is set aside as"
                f" “{ASIDE}{key}”. Open the letter again to go on from what was saved."
            ) from problem


def _key(letter: Letter) -> str:
    return f"{PREFIX}{letter.id}" if letter.id else f"{PREFIX}{occasion_key(letter)}"
