"""Messages: read back by Python's own parser and by one that shares nothing with it."""

from __future__ import annotations

import os
import stat
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parsedate_to_datetime
from pathlib import Path

import fast_mail_parser
import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup_tui.domain.letters.mail import Address, CannotLeave, MailFile
from followup_tui.domain.text import clean_line
from followup_tui.exchange.mail.eml import write_eml
from followup_tui.exchange.mail.message import file_name, message
from tests.builders import NOW
from tests.exchange.mail.letters import BODY, a_mail

NAMES = (
    "Jane Li",
    "Li, Jane",
    'Jane "JJ" Li',
    "Jane (Sales) <Li>",
    "O'Neil; Sons: Ltd.",
    "back\\slash",
    "Müller, Göran",
    "=?utf-8?q?Jane?=",
    "李小龍",
    "田中 太郎（株）",
    "שלום כהן",
    "عمر حداد",
    "Ólafur 🧊 Þórsson",
    "a" * 300,
    "Ü" * 300,
    "@",
)
ADDRESSES = {
    "jane@northwind.example": "jane@northwind.example",
    "o'neil+x.y@mail.northwind.example": "o'neil+x.y@mail.northwind.example",
    "info@bücher.example": "info@xn--bcher-kva.example",
}
"""Mail addresses, and how a header has them."""


def python_reads(content: bytes) -> EmailMessage:
    found = message_from_bytes(content, policy=policy.default)
    assert isinstance(found, EmailMessage)
    assert not found.defects
    return found


def heads(content: bytes) -> list[str]:
    """Return the names of the header fields, by hand."""
    lines = content.partition(b"\r\n\r\n")[0].decode("ascii").split("\r\n")
    return [line.partition(":")[0] for line in lines if line[:1] not in {" ", "\t"}]


def test_both_readers_find_headers_parts_copy_and_attachment():
    content = message(a_mail(), unsent=True)
    mine, other = python_reads(content), fast_mail_parser.parse_email(content)

    assert mine["X-Unsent"] == "1"
    assert mine["Subject"] == other.subject == "The pricing link, and Thursday"
    assert [(a.display_name, a.addr_spec) for a in mine["From"].addresses] == [
        ("Berg, Ulla", "ulla@berg.example")
    ]
    assert [a.addr_spec for a in mine["To"].addresses] == ["jane@northwind.example"]
    assert [(a.display_name, a.addr_spec) for a in mine["Cc"].addresses] == [
        ("Göran Müller", "goran@berg.example")
    ]
    assert other.headers["Cc"] == ["Göran Müller <goran@berg.example>"]
    assert parsedate_to_datetime(mine["Date"]) == NOW
    assert other.headers["Message-ID"] == [a_mail().message_id]

    plain, html = mine.get_body(("plain",)), mine.get_body(("html",))
    assert plain is not None
    assert html is not None
    (other_plain,), (other_html,) = other.text_plain, other.text_html
    assert plain.get_content().split() == other_plain.split()
    assert html.get_content().split() == other_html.split()
    assert "1. I send the pricing link <https://prices.example.org/a?b=1&c=2> by" in other_plain
    assert '<a href="https://prices.example.org/a?b=1&amp;c=2">pricing link</a>' in other_html
    assert "**" not in other_plain
    assert "<strong>Azure move</strong>" in other_html

    (attached,) = mine.iter_attachments()
    (other_attached,) = other.attachments
    assert attached.get_content_type() == other_attached.mimetype == "text/calendar"
    assert attached.get_filename() == other_attached.filename == "next-step.ics"
    assert attached.get_payload(decode=True) == other_attached.content
    assert "method" not in dict(attached.get_params())


@pytest.mark.parametrize("name", NAMES, ids=[name[:20] for name in NAMES])
def test_a_name_comes_through_whatever_it_is_written_in(name: str):
    for email, written in ADDRESSES.items():
        told = (Address(name, email), Address("", "plain@x.example"), Address(name, email))
        content = message(a_mail(sender=told[0], to=told, cc=told, subject=name), unsent=False)
        mine, other = python_reads(content), fast_mail_parser.parse_email(content)
        expected = [(name, written), ("", "plain@x.example"), (name, written)]
        for field, others in (("To", other.to), ("Cc", other.cc)):
            found = [(each.display_name, each.addr_spec) for each in mine[field].addresses]
            assert _whole(found) == _whole(expected)
            assert [(each.display_name or "", each.address) for each in others] == expected
        assert mine["Subject"] == other.subject == name
        assert all(len(line) <= 998 for line in content.split(b"\r\n"))


def _whole(those: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Put names together that Python takes apart: it reads a blank between two encoded words."""
    return [(name.replace(" ", ""), email) for name, email in those]


ANYTHING = st.text(max_size=120)
HOSTILE = st.builds(
    lambda before, evil, after: before + evil + after,
    ANYTHING,
    st.sampled_from(
        (
            "\r\nBcc: eve@evil.example",
            "\nBcc: eve@evil.example",
            "\r\n\r\nbody",
            "\r\n Bcc:x",
            "\x0bBcc:",
            "\u2028Bcc: eve@evil.example",
            "\x85Bcc: e@evil.example",
            "=?utf-8?q?=0d=0aBcc:_e?=",
            "\x00",
            "\ud800",
        )
    ),
    ANYTHING,
)


@given(name=HOSTILE, subject=HOSTILE, file=HOSTILE, media_type=HOSTILE)
def test_no_value_begins_a_header_of_its_own(name: str, subject: str, file: str, media_type: str):
    mail = a_mail(
        sender=Address(name, "ulla@berg.example"),
        to=(Address(name, "jane@northwind.example"),),
        cc=(Address(name, "goran@berg.example"),),
        subject=subject,
        attachments=(MailFile(file, b"x", media_type),),
    )
    content = message(mail, unsent=True)
    assert heads(content) == [
        "X-Unsent", "From", "To", "Cc", "Subject", "Date", "Message-ID", "MIME-Version",
        "Content-Type",
    ]  # fmt: skip
    mine, other = python_reads(content), fast_mail_parser.parse_email(content)
    assert mine["Bcc"] is None
    assert "Bcc" not in other.headers
    for field, email in (("From", "ulla@"), ("To", "jane@"), ("Cc", "goran@")):
        (one,) = mine[field].addresses
        assert one.addr_spec.startswith(email)
    assert " ".join(mine["Subject"].split()) == clean_line(subject)
    assert len(list(mine.iter_attachments())) == len(other.attachments) == 1
    assert b"evil.example" not in content.partition(b"\r\n\r\n")[0] or "evil" in name + subject


@given(email=st.one_of(HOSTILE, ANYTHING, HOSTILE.map(lambda evil: f"jane{evil}@x.example")))
def test_an_address_is_one_address_or_refused(email: str):
    try:
        content = message(a_mail(to=(Address("Jane", email),)), unsent=True)
    except CannotLeave:
        return
    found = python_reads(content)
    assert found["Bcc"] is None
    if found["To"] is not None:
        assert len(found["To"].addresses) == 1


@pytest.mark.parametrize(
    "email",
    [
        "jane@x.example, eve@evil.example",
        "jane@x.example>, <eve@evil.example",
        "jane",
        "@x.example",
        "jane@",
        "a b@x.example",
        "jane@x..example",
        '"jane@x".example',
    ],
)
def test_what_is_no_address_is_told(email: str):
    for field in ("to", "cc"):
        with pytest.raises(CannotLeave, match="is no mail address: mend it"):
            message(a_mail(**{field: (Address("Jane", email),)}), unsent=True)


def test_somebody_in_copy_without_an_address_is_told():
    with pytest.raises(CannotLeave, match="No mail address is known of Göran Müller, who is in CC"):
        message(a_mail(cc=(Address("Göran Müller", ""),)), unsent=True)


def test_a_letter_is_known_by_an_id_whatever_the_domain_of_its_writer():
    content = message(a_mail(message_id="<01abc@bücher.example>"), unsent=True)
    assert python_reads(content)["Message-ID"] == "<01abc@xn--bcher-kva.example>"
    for value in ("<01abc@>", "<a\r\nBcc: x@y.example>", "01abc@x.example", "<a b@x.example>"):
        with pytest.raises(CannotLeave, match=r"see me\.email in the settings"):
            message(a_mail(message_id=value), unsent=True)


def test_a_draft_may_have_nobody_to_go_to_yet():
    content = message(a_mail(sender=Address(), to=(Address("Jane Li", ""),), cc=()), unsent=True)
    assert not {"From", "To", "Cc"} & set(heads(content))
    assert "X-Unsent" not in heads(message(a_mail(), unsent=False))


@given(body=st.text(max_size=400))
def test_every_body_comes_back_with_its_words(body: str):
    content = message(a_mail(body=f"Hello Jane\n\n{body}"), unsent=True)
    mine, other = python_reads(content), fast_mail_parser.parse_email(content)
    plain = mine.get_body(("plain",))
    assert plain is not None
    assert plain.get_content().split()[:2] == ["Hello", "Jane"]
    assert plain.get_content().split() == other.text_plain[0].split()
    assert max(map(len, content.split(b"\r\n"))) <= 998
    assert content.isascii()


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("next-step.ics", "next-step.ics"),
        ("../../etc/passwd", "passwd"),
        ("C:\\letters\\Angebot für Jane?.pdf", "Angebot für Jane_.pdf"),
        ("", "letter"),
        ("...", "letter"),
        ("a" * 300 + ".pdf", "a" * 76 + ".pdf"),
        ("名" * 100, "名" * 80),
    ],
)
def test_a_file_goes_along_under_a_name_that_is_one(name: str, kept: str):
    assert file_name(name) == kept
    content = message(a_mail(attachments=(MailFile(name, b"\0", "no type"),)), unsent=True)
    (other,) = fast_mail_parser.parse_email(content).attachments
    assert other.filename == kept
    assert other.mimetype == "application/octet-stream"
    (mine,) = python_reads(content).iter_attachments()
    assert mine.get_filename() == kept


# The file


def test_a_letter_is_written_once_for_the_user_alone(tmp_path: Path):
    path = write_eml(a_mail(), tmp_path / "letters" / "to Jane")
    assert path == tmp_path / "letters" / "to Jane.eml"
    assert python_reads(path.read_bytes())["X-Unsent"] == "1"
    if os.name == "posix":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    before = path.read_bytes()
    with pytest.raises(CannotLeave, match="stands there already: choose another name"):
        write_eml(a_mail(body="another"), path)
    assert path.read_bytes() == before


def test_a_folder_gets_a_file_for_each_letter(tmp_path: Path):
    day = f"{NOW:%Y-%m-%d}"
    names = [write_eml(a_mail(subject="What / who?"), tmp_path).name for _ in range(3)]
    assert names == [f"{day} who_.eml", f"{day} who_ (2).eml", f"{day} who_ (3).eml"]
    assert write_eml(a_mail(subject=""), tmp_path).name == f"{day} letter.eml"


def test_where_nothing_can_be_written_is_told(tmp_path: Path, monkeypatch):
    (tmp_path / "file").write_text("x")
    for target, told in (
        (tmp_path / "no" / "such" / "folder.eml", "There is no folder"),
        (tmp_path / "file" / "letter.eml", "is no folder"),
        (tmp_path / ("x" * 300), "cannot be written"),
    ):
        with pytest.raises(CannotLeave, match=told):
            write_eml(a_mail(), target)

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(CannotLeave, match=r"cannot be written: No space left on device\."):
        write_eml(a_mail(), tmp_path / "letter.eml")
    assert not (tmp_path / "letter.eml").exists()


def test_what_was_written_is_what_was_meant(tmp_path: Path):
    found = python_reads(write_eml(a_mail(), tmp_path).read_bytes())
    html = found.get_body(("html",))
    assert html is not None
    assert html.get_content().count("<li") == BODY.count("\n1.") + BODY.count("\n2.")
