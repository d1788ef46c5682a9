"""What the services need from the outside, as small Protocols.

`store` and `web` implement them; only `desk` knows which class does. A test gives its own.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator, Collection, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Protocol, TypeVar

import msgspec

from followup_tui.domain.change import Change, StoreProblem

if TYPE_CHECKING:  # everybody imports this module: it is to cost nothing
    from datetime import datetime
    from pathlib import Path

    from followup_tui.domain.due.call_list import Standing
    from followup_tui.domain.history import PastChange
    from followup_tui.domain.importing.fields import Field
    from followup_tui.domain.letters.mail import Mail
    from followup_tui.domain.letters.mailbox import ImapAccount
    from followup_tui.domain.page import Look, Visit
    from followup_tui.domain.record import Record
    from followup_tui.domain.websites.site import PageRole, SiteFacts, SiteLook

__all__ = [
    "Change",
    "Drafts",
    "Files",
    "Outlets",
    "Pages",
    "Programs",
    "Records",
    "StoreProblem",
]

R = TypeVar("R", bound="Record")
S = TypeVar("S", bound=msgspec.Struct)

Edit = tuple[str, str, msgspec.Raw, msgspec.Raw]
"""What a change did to one document: table, id, JSON before and after; null where there is none."""


class Records(Protocol):
    """Typed records. Safe to call from any thread. All methods raise `StoreProblem`."""

    def get(self, kind: type[R], record_id: str) -> R | None:
        """Return the record of that id, or None."""
        ...

    def all(self, kind: type[R]) -> Sequence[R]:
        """Return every record of a kind, in order of creation."""
        ...

    def each(self, kind: type[R]) -> Iterator[R]:
        """Yield every record that there is now, in order of creation, and keep none at hand.

        For whoever reads all of a large table once.
        """
        ...

    def sketches(self, kind: type[R], fields: msgspec.json.Decoder[S]) -> Iterator[S]:
        """Yield some fields of every record that there is now, in order of creation, unchecked.

        For whoever looks for a few among many: `fields` reads a struct with `id` and what else is
        looked at; it is made where the struct is, not by threads. What cannot be read so is passed
        over; what can may still be no sound record.
        """
        ...

    def any(self, kind: type[R]) -> bool:
        """Say whether there are records of a kind, without reading them."""
        ...

    def of_client(self, kind: type[R], client_id: str) -> Sequence[R]:
        """Return the records whose `client_id` it is, in order of creation."""
        ...

    def standings(self) -> dict[str, Standing]:
        """Return, by client id, what the interactions with each client add up to.

        Clients without an interaction are not in it.
        """
        ...

    def standing(self, client_id: str) -> Standing:
        """Return what the interactions with one client add up to, and look at no others."""
        ...

    def let_go(self) -> None:
        """Hold no longer at hand what was read by `all`: it is read anew when it is asked for."""
        ...

    def commit(self, change: Change) -> None:
        """Write `change` whole; when this returns it is on the disk."""
        ...

    def history(
        self, *, client_id: str = "", limit: int = 50, before: str = ""
    ) -> Sequence[PastChange]:
        """Return what was changed, newest first: at most `limit` changes.

        With `client_id` only those that touched that client or something of theirs; with `before`
        only those that were made before the change of that id, so that the list can be read on
        from its end.
        """
        ...

    def undo(self, change_id: str = "", *, by: str = "undo") -> PastChange:
        """Take a change back, and return the change that was taken back.

        Without an id it is the last one that is no undo and has not been taken back. What takes
        it back is a change as well, the newest of the history: taking that back by its id does
        the first one again. Raises `history.CannotUndo`, with nothing changed, when there is
        nothing to take back, or when what came later rests on it.
        """
        ...

    def problems(self) -> Sequence[str]:
        """Return a sentence for each thing met so far that could not be read."""
        ...

    @property
    def version(self) -> int:
        """A number that grows with each change, also with those of other programs."""
        ...

    @property
    def stamp(self) -> str:
        """What tells the state of the files that was read from others; empty: unknown."""
        ...

    @property
    def position(self) -> str:
        """Up to which change the records were read, for `changed_since`; empty: unknown."""
        ...

    def changed_since(self, position: str) -> Sequence[Edit] | None:
        """Return what was changed since then, oldest first; None where that is not known.

        A position may come from another run of the program, and from before a compaction.
        """
        ...

    def refresh(self) -> bool:
        """Take in what another program has written since; say whether there was anything."""
        ...

    def close(self) -> None:
        """Wait for what is being done in the background, and tidy up."""
        ...


class Drafts(Protocol):
    """What is being typed, kept outside the records until it is done. Raises `StoreProblem`."""

    def save(self, key: str, content: bytes) -> None:
        """Keep `content` under `key`, synced to disk, in place of what stood there."""
        ...

    def load(self, key: str) -> bytes | None:
        """Return what is kept under `key`, or None."""
        ...

    def discard(self, key: str) -> None:
        """Forget what is kept under `key`, if anything is."""
        ...

    def keys(self, prefix: str = "") -> Sequence[str]:
        """Return the keys that begin with `prefix`, sorted."""
        ...


class Files(Protocol):
    """Files of the user's own choosing, outside of the desk. Raises `StoreProblem`."""

    def read(self, path: Path) -> bytes | None:
        """Return what stands at `path`, or None where nothing does."""
        ...

    def write(self, path: Path, content: bytes, *, synced: bool = True) -> None:
        """Put `content` at `path` whole, for the user alone, in place of what stood there.

        Its folder is made, for the user alone. A file that others may read stays readable for them.
        When this returns it is on the disk if `synced`; else the system brings it there by and by.
        """
        ...


class Cache(Protocol):
    """What can be made anew at any time, kept so that it is there at once. Raises nothing."""

    def save(self, key: str, content: bytes) -> bool:
        """Keep `content` under `key`, a plain word; say whether it could be kept."""
        ...

    def load(self, key: str) -> bytes | None:
        """Return what is kept under `key`, or None."""
        ...


class Mappings(Protocol):
    """What stands in columns of files, as the user once said. Raises `SettingsProblem`."""

    def load(self) -> Mapping[str, Mapping[str, Field]]:
        """Return, by the key of the program that wrote a table, what stands under a header."""
        ...

    def remember(self, program: str, columns: Mapping[str, Field]) -> None:
        """Keep what stands under headers, beside what is kept. Raises `StoreProblem` too."""
        ...


class Pages(Protocol):
    """Looks at web pages, feeds and calendars. Never raises for what the web does."""

    def last(self, url: str) -> Look | None:
        """Return the last good copy without touching the network, or None."""
        ...

    async def look(self, url: str, *, refresh: bool = False) -> Look:
        """Return what `url` says now; a copy younger than an hour will do unless `refresh`."""
        ...

    async def visit(self, url: str) -> Visit | None:
        """Return what asking for `url` shows, with nothing read; None where nobody answers."""
        ...

    async def close(self) -> None:
        """Close connections."""
        ...


class Programs(Protocol):
    """Starts other programs, without a shell. Raises nothing for what they do."""

    def opener(self) -> Sequence[str]:
        """Return the program, with its first arguments, by which the system opens an address."""
        ...

    def run(self, argv: Sequence[str], *, may_stay: bool = False) -> str:
        """Run a program and return what went wrong as a sentence, or an empty string.

        Blocks for some seconds at most: call it in a thread. With `may_stay` nothing is wrong with
        a program that is still running then.
        """
        ...


class Sites(Protocol):
    """Looks at whole sites: at most `site.MOST_PAGES` pages each. Raises nothing for the web."""

    def last(self, url: str) -> SiteLook | None:
        """Return the last good look without touching the network, or None."""
        ...

    def history(self, url: str) -> Sequence[SiteFacts]:
        """Return what was kept of a site on other days, the newest first."""
        ...

    def nearest(self, url: str, moment: datetime) -> SiteFacts | None:
        """Return what was kept nearest to `moment`, or None where nothing is."""
        ...

    def look(
        self, url: str, *, refresh: bool = False, roles: Collection[PageRole] | None = None
    ) -> AsyncGenerator[SiteLook, None]:
        """Yield the site as it is known so far each time a page of it has come, whole at the end.

        Pages younger than an hour will do unless `refresh`. `roles` are those of the pages that
        are wanted beside the home page; None: all that there are. Closing it cancels what is on
        its way. The last look is kept, dated, when its home page was read.
        """
        ...


class Outlets(Protocol):
    """The ways by which a mail leaves; none sends it. Each blocks: call them in a thread.

    What goes wrong is `domain.letters.mail.CannotLeave`, a sentence that says what to do.
    """

    def write_eml(self, mail: Mail, target: Path) -> Path:
        """Write the mail as an unsent draft and return where it stands; overwrites nothing."""
        ...

    def mailto(self, mail: Mail) -> str:
        """Return the mail as a ``mailto:`` address; raises where it is too long for one."""
        ...

    def open_in_mail_program(self, mail: Mail) -> None:
        """Have the system open the ``mailto:`` address of the mail."""
        ...

    def put_into_drafts(self, mail: Mail, account: ImapAccount, password: str) -> str:
        """Put the mail into the drafts folder, never twice, and return the folder's name."""
        ...

    def password(self, account: ImapAccount) -> str:
        """Return the mailbox's password from the system's keyring; empty where none is kept."""
        ...

    def set_password(self, account: ImapAccount, password: str) -> None:
        """Have the system's keyring keep the mailbox's password; an empty one is forgotten."""
        ...
