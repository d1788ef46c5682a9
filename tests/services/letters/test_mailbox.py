"""From the desk into a real mailbox, and what stays when it cannot be."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest

from followup_tui.domain.client import Person
from followup_tui.domain.letter import Letter, LetterKind, LetterState, Way
from followup_tui.domain.letters.mail import CannotLeave, NeedsPassword
from followup_tui.settings.model import Mail, Me, Settings, Web
from tests.builders import a_client, an_interaction
from tests.exchange.mail.imap_server import CERTIFICATE, PASSWORD, USER, Mailbox, imap_server
from tests.exchange.mail.test_keyrings import MemoryKeyring
from tests.fakes import a_desk

JANE = Person(name="Jane Li", emails=("jane@northwind.example",))
NORTHWIND = a_client("Northwind Traders", people=(JANE,))


@pytest.fixture(scope="module")
def mailbox() -> Iterator[Mailbox]:
    with imap_server() as served:
        yield served


@pytest.fixture
def passwords() -> Iterator[MemoryKeyring]:
    before, there = keyring.get_keyring(), MemoryKeyring()
    keyring.set_keyring(there)
    yield there
    keyring.set_keyring(before)


def desk_of(home: Path, mailbox: Mailbox, **mail):
    fields = {"imap_host": "localhost", "imap_port": mailbox.port, "imap_ca_file": str(CERTIFICATE)}
    return a_desk(
        home,
        records=[NORTHWIND, an_interaction(NORTHWIND)],
        settings=Settings(
            me=Me(name="Ulla Berg", email=USER),
            web=Web(prefetch=False),
            mail=Mail(**{**fields, **mail}),
        ),
    )


async def test_a_letter_is_in_the_mailbox_once_and_the_password_in_the_keyring(
    tmp_path: Path, mailbox: Mailbox, passwords: MemoryKeyring
):
    desk = desk_of(tmp_path, mailbox)
    view = await desk.letters.begin(NORTHWIND.id, LetterKind.SUGGESTIONS)
    with pytest.raises(NeedsPassword, match=f"password of {USER} at localhost"):
        await desk.letters.leave(view.letter, Way.DRAFTS)
    with pytest.raises(NeedsPassword, match="does not let"):
        await desk.letters.leave(view.letter, Way.DRAFTS, password="wrong", remember=True)
    assert not passwords.kept, "a password that is wrong is not kept"
    left = await desk.letters.leave(view.letter, Way.DRAFTS, password=PASSWORD, remember=True)
    assert (left.letter.state, left.letter.left[0].where) == (LetterState.SAVED, "Drafts")
    assert list(passwords.kept.values()) == [PASSWORD]
    again = await desk.letters.leave(left.letter, Way.DRAFTS)
    assert len(again.letter.left) == 2
    assert len(mailbox.messages()) == 1


@pytest.mark.parametrize(
    ("mail", "told"),
    [
        ({"drafts_folder": "Nowhere"}, "no folder “Nowhere”"),
        ({"imap_ca_file": ""}, "not to be trusted"),
        ({"imap_port": 1}, "cannot be reached on port 1"),
        ({"imap_host": ""}, "mailbox in the settings"),
    ],
)
async def test_where_it_cannot_leave_a_sentence_says_so_and_the_letter_is_kept(
    tmp_path: Path, mailbox: Mailbox, passwords: MemoryKeyring, mail, told: str
):
    desk = desk_of(tmp_path, mailbox, **mail)
    view = await desk.letters.begin(NORTHWIND.id, LetterKind.SUGGESTIONS)
    before = len(mailbox.messages())
    with pytest.raises(CannotLeave, match=told):
        await desk.letters.leave(view.letter, Way.DRAFTS, password=PASSWORD)
    assert len(mailbox.messages()) == before
    (kept,) = desk.records.all(Letter) or (view.letter,)
    assert not kept.has_left
    again = await desk.letters.begin(NORTHWIND.id, LetterKind.SUGGESTIONS)
    assert again.letter.body == view.letter.body
