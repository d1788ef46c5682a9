"""Drafts over IMAP: a real server, and servers that are not what one hopes for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

import pytest

from followup_tui.domain.letters.mail import CannotLeave, NeedsPassword
from followup_tui.domain.letters.mailbox import Security
from followup_tui.exchange.mail import drafts, line
from tests.exchange.mail.imap_server import CERTIFICATE, PASSWORD, Mailbox, imap_server
from tests.exchange.mail.letters import a_mail
from tests.exchange.mail.scripted import DRIP, DROP, HANG, Script, scripted

TRUST = str(CERTIFICATE)


def put(where: Mailbox | Script, mail=None, *, password=PASSWORD, seconds=5.0, **account) -> str:
    return drafts.put_into_drafts(
        mail or a_mail(), where.account(**account), password, ca_file=TRUST, seconds=seconds
    )


@pytest.fixture(autouse=True, scope="module")
def trust_read_once() -> Iterator[None]:
    """Read the certificates of the system once: fifty times would cost more than all the rest."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(drafts, "_trusted", cache(drafts._trusted))
        yield


# A real server


@pytest.fixture(scope="module", params=Security)
def mailbox(request) -> Iterator[Mailbox]:
    folders = ("Drafts", "Entwürfe", "Postfach & mehr", "Müll/Entwürfe alt")
    with imap_server(request.param, folders) as served:
        yield served


def test_a_letter_is_in_the_drafts_folder_as_a_draft_that_was_seen(mailbox: Mailbox):
    assert put(mailbox) == "Drafts"
    ((flags, content),) = mailbox.messages()
    assert r"\Draft" in flags
    assert r"\Seen" in flags
    assert b"Subject: The pricing link, and Thursday\r\n" in content
    assert b"X-Unsent" not in content


def test_it_is_never_there_twice_and_what_is_there_is_not_overwritten(mailbox: Mailbox):
    letter = a_mail(message_id="<twice@followup.invalid>")
    assert put(mailbox, letter, folder="Entwürfe") == "Entwürfe"
    assert put(mailbox, letter, folder="entwürfe") == "Entwürfe"
    assert len(mailbox.messages("Entw&APw-rfe")) == 1
    with pytest.raises(CannotLeave, match=r"Another version .* “Entwürfe”: delete it there"):
        put(mailbox, replace(letter, body="Something else"), folder="Entwürfe")
    mailbox.forget("Entw&APw-rfe")
    put(mailbox, replace(letter, body="Something else"), folder="Entwürfe")
    assert len(mailbox.messages("Entw&APw-rfe")) == 2  # the one that was deleted is still counted


def test_a_folder_may_have_any_name(mailbox: Mailbox):
    assert put(mailbox, folder="Postfach & mehr") == "Postfach & mehr"
    assert put(mailbox, folder="Entwürfe alt") == "Müll/Entwürfe alt"
    with pytest.raises(CannotLeave, match=r"no folder “Draughts”: there are “INBOX”, “Drafts”"):
        put(mailbox, folder="Draughts")


def test_a_wrong_password_is_asked_for_again(mailbox: Mailbox):
    with pytest.raises(NeedsPassword, match=r"does not let ulla@berg\.example in"):
        put(mailbox, password="wrong")
    with pytest.raises(NeedsPassword, match="not known"):
        put(mailbox, password="")


def test_a_certificate_that_nobody_vouches_for_is_told_nothing(mailbox: Mailbox):
    with pytest.raises(CannotLeave, match=r"not to be trusted .* imap_ca_file"):
        drafts.put_into_drafts(a_mail(), mailbox.account(), PASSWORD)


def test_a_certificate_is_of_its_host(mailbox: Mailbox):
    with pytest.raises(CannotLeave, match="not to be trusted"):
        put(mailbox, host="127.0.0.1")


def test_a_file_of_certificates_that_holds_none(mailbox: Mailbox, tmp_path):
    for path in (tmp_path / "none.pem", tmp_path):
        with pytest.raises(CannotLeave, match="holds no certificates"):
            drafts.put_into_drafts(a_mail(), mailbox.account(), PASSWORD, ca_file=str(path))


# Servers by script


def test_the_folder_that_is_marked_goes_before_one_of_the_usual_name():
    listed = (
        b'* LIST (\\NoSelect) "." "Drafts"\r\n'
        b'* LIST (\\HasNoChildren) "." INBOX\r\n'
        b'* LIST (\\Drafts) "." {14}\r\nINBOX.Concepts\r\n'
        b"{tag} OK done\r\n"
    )
    with scripted(LIST=listed) as server:
        assert put(server) == "INBOX.Concepts"
        assert any(b'APPEND "INBOX.Concepts"' in each for each in server.told)


def test_a_server_that_marks_folders_only_when_asked_is_asked():
    plain = b'* LIST () "/" INBOX\r\n* LIST () "/" "Entw&APw-rfe"\r\n{tag} OK done\r\n'
    marked = b'* LIST (\\Drafts) "/" "Concepts \\"2\\""\r\n{tag} OK done\r\n'
    capable = b"* CAPABILITY IMAP4rev1 AUTH=PLAIN SPECIAL-USE\r\n{tag} OK done\r\n"
    with scripted(LIST=[plain, marked], CAPABILITY=capable) as server:
        assert put(server) == 'Concepts "2"'
    with scripted(LIST=[plain, b"{tag} BAD what\r\n"], CAPABILITY=capable) as server:
        assert put(server) == "Entwürfe"


def test_a_mailbox_without_a_drafts_folder_is_told_with_its_folders():
    with (
        scripted(LIST=b'* LIST () "/" INBOX\r\n{tag} OK done\r\n') as server,
        pytest.raises(CannotLeave, match=r"does not say which .* “INBOX”.*drafts_folder under"),
    ):
        put(server)


def test_a_letter_that_arrived_before_the_connection_broke_is_found():
    found = b"* SEARCH 7\r\n{tag} OK done\r\n"
    with scripted(UID=[b"* SEARCH\r\n{tag} OK done\r\n", found, DROP]) as server:
        server.after_append = [DROP]
        # What is fetched of it is the letter that arrived: it is told once the script knows it.
        server.answers["UID"][2:] = [_Arrived(server)]
        assert put(server) == "Drafts"
        assert len(server.letters) == 1
        assert server.connections == 2


class _Arrived(bytes):
    """The answer to a fetch: the letter that the server took."""

    def __new__(cls, server: Script):
        made = super().__new__(cls, b"arrived")
        made.server = server
        return made

    def replace(self, old: bytes, new: bytes) -> bytes:
        letter = self.server.letters[0]
        return b"* 1 FETCH (UID 7 BODY[]<0> {%d}\r\n%s)\r\n%s OK done\r\n" % (
            len(letter), letter, new,
        )  # fmt: skip


def test_a_letter_that_did_not_arrive_is_put_there_once_more():
    with scripted() as server:
        server.after_append = [DROP]
        assert put(server) == "Drafts"
        assert len(server.letters) == 2


def test_a_connection_that_breaks_twice_is_told():
    with scripted(APPEND=DROP) as server:
        with pytest.raises(CannotLeave, match=r"may have arrived\. Try again"):
            put(server)
        assert server.connections == 2


def test_no_room_is_told_with_what_the_server_said():
    with (
        scripted(APPEND=b"{tag} NO [OVERQUOTA] Quota exceeded {a}\r\n") as server,
        pytest.raises(CannotLeave, match=r"does not take .* “Drafts” \(“\[OVERQUOTA\] Quota exc"),
    ):
        put(server)


@pytest.mark.parametrize("command", ["CAPABILITY", "AUTHENTICATE", "LIST", "EXAMINE", "UID"])
def test_a_server_that_hangs_up_is_told(command: str):
    with (
        scripted(**{command: DROP}) as server,
        pytest.raises(CannotLeave, match=r"broke the connection off|does not answer"),
    ):
        put(server)


@pytest.mark.parametrize("command", ["greeting", "CAPABILITY", "LIST", "UID"])
def test_a_server_that_hangs_is_waited_for_only_so_long(command: str):
    with (
        scripted(**{command: HANG}) as server,
        pytest.raises(CannotLeave, match="localhost does not answer"),
    ):
        put(server, seconds=0.4)


def test_a_whole_that_takes_too_long_is_given_up(monkeypatch):
    """Each answer comes within its time, and there is no end of them."""
    monkeypatch.setattr(line, "PATIENCE", 0.3)
    with (
        scripted(LIST=DRIP) as server,
        pytest.raises(CannotLeave, match="does not answer"),
    ):
        put(server, seconds=0.6)


@pytest.mark.parametrize(
    "greeting",
    [
        b"HTTP/1.1 400 Bad Request\r\n\r\n",
        b"220 mail.example ESMTP\r\n",
        b"* BYE go away\r\n",
        b"\xff\xfe\x00\r\n",
        b"* OK no end of line",
        b"* " + b"x" * 1_100_000,
        b"",
    ],
)
def test_what_is_no_imap_is_told(greeting: bytes):
    with (
        scripted(greeting=greeting or DROP) as server,
        pytest.raises(CannotLeave, match="localhost"),
    ):
        put(server, seconds=1.0)


@pytest.mark.parametrize(
    "answer",
    [
        b'* LIST (\\Drafts) "/" {99999999999}\r\n',
        b"* LIST nonsense\r\n{tag} OK done\r\n",
        b'* LIST (\\Drafts) "/" "\xff\xfe"\r\n{tag} OK done\r\n',
        b"{tag} NO [CANNOT] \xff\r\n",
        b"{tag} BAD what\r\n",
        b"wrong OK done\r\n",
    ],
)
def test_an_odd_list_of_folders_is_told(answer: bytes):
    with scripted(LIST=answer) as server, pytest.raises(CannotLeave):
        put(server, seconds=1.0)


@pytest.mark.parametrize("answer", [b"* SEARCH x y\r\n{tag} OK done\r\n", b"{tag} NO no\r\n"])
def test_a_server_that_cannot_search_gets_it_once(answer: bytes):
    with scripted(UID=answer) as server:
        assert put(server) == "Drafts"
        assert len(server.letters) == 1


def test_a_server_that_cannot_search_does_not_get_it_again_after_it_broke_off():
    with scripted(UID=b"{tag} NO no\r\n") as server:
        server.after_append = [DROP]
        with pytest.raises(CannotLeave, match=r"may have arrived"):
            put(server)
        assert len(server.letters) == 1


def test_a_mailbox_that_takes_no_passwords_is_told():
    capable = b"* CAPABILITY IMAP4rev1 LOGINDISABLED AUTH=XOAUTH2\r\n{tag} OK done\r\n"
    with scripted(CAPABILITY=capable) as server:
        with pytest.raises(CannotLeave, match=r"takes no passwords.*\.eml") as told:
            put(server)
        assert not isinstance(told.value, NeedsPassword)
        assert "LOGIN" not in server.commands()


def test_a_server_without_starttls_is_told_nothing():
    with scripted(Security.STARTTLS) as server:
        with pytest.raises(CannotLeave, match=r"no secure connection .* nothing was told"):
            put(server, security=Security.STARTTLS)
        assert not {"LOGIN", "AUTHENTICATE"} & set(server.commands())


def test_what_is_said_before_tls_is_not_taken_for_what_is_said_under_it():
    capable = b"* CAPABILITY IMAP4rev1 STARTTLS\r\n{tag} OK done\r\n"
    injected = b"{tag} OK go on\r\n* PREAUTH welcome\r\n"
    with scripted(Security.STARTTLS, CAPABILITY=capable, STARTTLS=injected) as server:
        with pytest.raises(CannotLeave, match="no secure connection"):
            put(server, security=Security.STARTTLS)
        assert not server.letters


def test_a_greeting_that_lets_us_in_without_tls_is_refused():
    with scripted(Security.STARTTLS, greeting=b"* PREAUTH hello\r\n") as server:
        with pytest.raises(CannotLeave, match="no secure connection"):
            put(server, security=Security.STARTTLS)
        assert not server.letters


def test_tls_towards_a_server_that_speaks_none_is_told():
    with (
        scripted(Security.STARTTLS) as server,
        pytest.raises(CannotLeave, match=r"No secure connection .* \"starttls\" on 143"),
    ):
        put(server)


def test_a_server_that_knows_no_plain_login_gets_the_other_one():
    with scripted(CAPABILITY=b"* CAPABILITY IMAP4rev1\r\n{tag} OK done\r\n") as server:
        assert put(server, password='quo"ted\\word') == "Drafts"
        (login,) = [each for each in server.told if b"LOGIN" in each]
        assert login.endswith(b' "ulla@berg.example" "quo\\"ted\\\\word"\r\n')
        for password in (PASSWORD, "a\r\nb DELETE INBOX"):
            with pytest.raises(NeedsPassword, match="app password"):
                put(server, password=password)
        assert "DELETE" not in server.commands()


def test_nobody_there_is_told():
    with scripted() as server:
        gone = server.account()
    with pytest.raises(CannotLeave, match=r"cannot be reached on port \d+"):
        drafts.put_into_drafts(a_mail(), gone, PASSWORD, ca_file=TRUST)
    nowhere = replace(gone, host="imap.berg.invalid")
    with pytest.raises(CannotLeave, match=r"imap\.berg\.invalid"):
        drafts.put_into_drafts(a_mail(), nowhere, PASSWORD, ca_file=TRUST)


def test_no_sentence_tells_the_password():
    for answers in ({"AUTHENTICATE": b"{tag} NO wrong\r\n"}, {"LIST": DROP}, {"APPEND": DROP}):
        with scripted(**answers) as server, pytest.raises(CannotLeave) as told:
            put(server, password="open sesame")
        assert "sesame" not in str(told.value)
        assert re.search(r"[a-z]\.$|once\.$|twice\.$", str(told.value))
