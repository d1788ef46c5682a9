"""The system's keyring: a stand-in for each way in which one is there, locked or missing."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends.fail import Keyring as NoKeyring
from keyring.errors import KeyringLocked, PasswordDeleteError, PasswordSetError

from followup_tui.domain.letters.mail import CannotLeave, NeedsPassword
from followup_tui.domain.letters.mailbox import ImapAccount
from followup_tui.exchange.mail import keyrings
from followup_tui.exchange.outlets import MailOutlets
from tests.fakes import FakePrograms

ACCOUNT = ImapAccount("imap.berg.example", "ulla@berg.example")


class MemoryKeyring(KeyringBackend):
    priority = 1  # type: ignore[assignment]

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        if (service, username) not in self.kept:
            raise PasswordDeleteError("no such password")
        del self.kept[service, username]


class Failing(MemoryKeyring):
    """A keyring that raises, whatever it is asked."""

    def __init__(self, problem: Exception) -> None:
        super().__init__()
        self.problem = problem

    def get_password(self, service: str, username: str) -> str | None:
        raise self.problem

    def set_password(self, service: str, username: str, password: str) -> None:
        raise self.problem


@pytest.fixture(autouse=True)
def usual_keyring() -> Iterator[None]:
    before = keyring.get_keyring()
    yield
    keyring.set_keyring(before)


def test_a_password_is_kept_and_forgotten():
    there = MemoryKeyring()
    keyring.set_keyring(there)
    outlets = MailOutlets(FakePrograms())
    assert outlets.password(ACCOUNT) == ""
    outlets.set_password(ACCOUNT, "open sesame")
    assert there.kept == {
        ("followup: mailbox at imap.berg.example", "ulla@berg.example"): "open sesame"
    }
    assert outlets.password(ACCOUNT) == "open sesame"
    for _ in range(2):
        outlets.set_password(ACCOUNT, "")
        assert outlets.password(ACCOUNT) == ""


@pytest.mark.parametrize(
    ("backend", "told"),
    [
        (Failing(KeyringLocked("user dismissed")), "keyring is locked"),
        (NoKeyring(), "has no keyring"),
        (Failing(PasswordSetError("odd thing")), r"cannot be used \(odd thing\)"),
        (Failing(OSError("bus is gone")), r"cannot be used \(bus is gone\)"),
        (Failing(ZeroDivisionError()), r"cannot be used \(ZeroDivisionError\)"),
    ],
)
def test_a_keyring_that_does_not_open_is_a_sentence(backend: KeyringBackend, told: str):
    keyring.set_keyring(backend)
    with pytest.raises(NeedsPassword, match=f"{told}.*Type the password of ulla@"):
        keyrings.password(ACCOUNT)
    with pytest.raises(CannotLeave, match=f"{told}.*not kept: it will be asked for") as problem:
        keyrings.set_password(ACCOUNT, "open sesame")
    assert "sesame" not in str(problem.value)


def test_a_keyring_that_waits_for_somebody_is_not_waited_for_without_end():
    unlocked = threading.Event()

    class Waiting(MemoryKeyring):
        def get_password(self, service: str, username: str) -> str | None:
            unlocked.wait(10)
            return None

    keyring.set_keyring(Waiting())
    with pytest.raises(NeedsPassword, match="does not answer: it may be locked"):
        keyrings.password(ACCOUNT, patience=0.05)
    unlocked.set()


def test_a_program_without_keyrings_asks(monkeypatch):
    monkeypatch.setitem(sys.modules, "keyring", None)
    with pytest.raises(NeedsPassword, match="has no keyring"):
        keyrings.password(ACCOUNT)
