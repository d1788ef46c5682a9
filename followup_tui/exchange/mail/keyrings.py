"""The mailbox's password in the keyring of the system; it is never in a file of ours."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from threading import Thread
from typing import TypeVar

from followup_tui.domain.letters.mail import CannotLeave, NeedsPassword
from followup_tui.domain.letters.mailbox import ImapAccount
from followup_tui.domain.text import clean_line, shorten

PATIENCE = 90.0
"""Seconds that a keyring has: it may have to ask somebody for the word that unlocks it."""
_SAID = 100  # characters of what a keyring said that fit into a sentence

T = TypeVar("T")


class _NoKeyring(Exception):
    """The keyring did not do what it was asked; the text says why."""


def password(account: ImapAccount, *, patience: float = PATIENCE) -> str:
    """Return the password that is kept for a mailbox; empty where none is. Blocks.

    Raises `NeedsPassword` where the keyring does not say: it can still be typed.
    """

    def ask() -> str:
        import keyring  # noqa: PLC0415 - 60 ms that no start may wait for

        return keyring.get_password(_service(account), account.user) or ""

    try:
        return _waited_for(ask, patience)
    except _NoKeyring as problem:
        raise NeedsPassword(
            f"{problem} Type the password of {account.user}, or unlock the keyring and try again."
        ) from problem


def set_password(account: ImapAccount, word: str, *, patience: float = PATIENCE) -> None:
    """Keep the password of a mailbox, or forget it where `word` is empty. Blocks.

    Raises `CannotLeave` where the keyring does not take it.
    """

    def keep() -> None:
        import keyring  # noqa: PLC0415 - see above
        from keyring.errors import PasswordDeleteError  # noqa: PLC0415 - see above

        if word:
            keyring.set_password(_service(account), account.user, word)
            return
        try:
            keyring.delete_password(_service(account), account.user)
        except PasswordDeleteError:
            return  # there was none

    try:
        _waited_for(keep, patience)
    except _NoKeyring as problem:
        raise CannotLeave(f"{problem} The password is not kept: it will be asked for.") from problem


def _service(account: ImapAccount) -> str:
    """Return under what the keyring shows it."""
    return f"followup: mailbox at {account.host}"


def _waited_for(work: Callable[[], T], patience: float) -> T:
    """Return what `work` does, unless it takes too long: then nobody waits for it any more.

    Raises `_NoKeyring` for whatever a keyring raises: each system's has exceptions of its own.
    """
    done: Future[T] = Future()

    def run() -> None:
        try:
            done.set_result(work())
        except BaseException as problem:  # noqa: BLE001 - it is raised where it is waited for
            done.set_exception(problem)

    Thread(target=run, name="keyring", daemon=True).start()
    try:
        return done.result(patience)
    except TimeoutError:
        raise _NoKeyring("The system's keyring does not answer: it may be locked.") from None
    except Exception as problem:  # third-party backends raise what they like
        raise _NoKeyring(_words(problem)) from problem


def _words(problem: Exception) -> str:
    if isinstance(problem, ImportError):  # a system that packages the program without it
        return "This system has no keyring."
    from keyring.errors import KeyringLocked, NoKeyringError  # noqa: PLC0415 - see above

    if isinstance(problem, KeyringLocked):
        return "The system's keyring is locked."
    if isinstance(problem, NoKeyringError):
        return "This system has no keyring."
    why = shorten(clean_line(str(problem)), _SAID) or type(problem).__name__
    return f"The system's keyring cannot be used ({why})."
