"""Letters as the user has them: begun, opened, kept while typed, overruled, and let out."""

from __future__ import annotations

from followup_tui.domain.letter import Letter, LetterKind, Way
from followup_tui.domain.letters.view import LetterView
from followup_tui.services.together import Parts


class LetterService:
    """Letters to clients. Every method raises `ports.StoreProblem` and `clients.NoSuchClient`.

    What cannot leave raises `domain.letters.mail.CannotLeave` with a sentence, and the letter is
    kept.
    """

    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    async def begin(  # noqa: PLR0913 - each is an occasion that a letter may have
        self,
        client_id: str,
        kind: LetterKind,
        *,
        interaction_id: str = "",
        preparation_id: str = "",
        project_id: str = "",
        encounter_id: str = "",
        course_id: str = "",
        referral_id: str = "",
        template: str = "",
        anew: bool = False,
    ) -> LetterView:
        """Return the letter under way of that kind and occasion, else a new one from its template.

        A new one is no record yet: its id is empty. With `anew` one is begun in any case.
        """
        raise NotImplementedError

    async def open(self, letter_id: str) -> LetterView:
        """Return a letter that was kept, with what was typed since."""
        raise NotImplementedError

    async def after(self, interaction_id: str) -> tuple[LetterKind, LetterView] | None:
        """Return what its playbook writes after a conversation; None where nothing."""
        raise NotImplementedError

    async def under_way(self) -> tuple[Letter, ...]:
        """Return the letters that did not leave yet, the last changed first."""
        raise NotImplementedError

    async def view(self, letter: Letter) -> LetterView:
        """Return the view anew for a letter as it is being typed: another person, another file."""
        raise NotImplementedError

    async def keep(self, letter: Letter) -> None:
        """Keep what is being typed, so that it survives whatever happens to the program."""
        raise NotImplementedError

    async def save(self, letter: Letter) -> LetterView:
        """Make it a record, or renew it; its state is what the check says."""
        raise NotImplementedError

    async def overrule(self, letter: Letter) -> LetterView:
        """Hold it to be ready although the check does not; what was overruled is recorded."""
        raise NotImplementedError

    async def leave(
        self,
        letter: Letter,
        way: Way,
        target: str = "",
        *,
        password: str = "",
        remember: bool = False,
    ) -> LetterView:
        """Let the letter out by `way`, record it and settle what belongs to it, in one change.

        `target` is the path of the file (empty: the one proposed). With `CLIPBOARD` the caller
        copies `letter.body` and calls this once it is copied. `password` is that of the mailbox,
        asked for after `NeedsPassword`; with `remember` the system's keyring keeps it.
        """
        raise NotImplementedError

    async def target_of(self, letter: Letter) -> str:
        """Return the path that is proposed for its file: one that does not stand there yet."""
        raise NotImplementedError

    async def discard(self, letter: Letter) -> None:
        """Forget a letter, and what was typed of it; one that left is kept as it left."""
        raise NotImplementedError

    async def of_client(self, client_id: str) -> tuple[Letter, ...]:
        """Return a client's letters, the last changed first."""
        raise NotImplementedError
