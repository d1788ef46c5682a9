"""`mailto:` addresses, read back with the standard library."""

from __future__ import annotations

from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup_tui.domain.letters.mail import Address, CannotLeave
from followup_tui.domain.letters.markup import as_plain_text
from followup_tui.domain.text import clean_line
from followup_tui.exchange.mail.mailto import LONGEST, mailto
from followup_tui.exchange.outlets import MailOutlets
from tests.exchange.mail.letters import a_mail
from tests.fakes import FakePrograms


def read(address: str) -> dict[str, str]:
    parts = urlsplit(address)
    assert parts.scheme == "mailto"
    fields = parse_qs(parts.query, keep_blank_values=True, strict_parsing=bool(parts.query))
    return {"to": unquote(parts.path), **{key: value for key, (value,) in fields.items()}}


def test_a_letter_as_an_address():
    address = mailto(a_mail(body="Hello Jane,\n\ncoffee & cake = 100 % fun?\nUlla"))
    assert "+" not in address
    assert " " not in address
    assert "%0D%0A" in address
    assert read(address) == {
        "to": "jane@northwind.example",
        "cc": "goran@berg.example",
        "subject": "The pricing link, and Thursday",
        "body": "Hello Jane,\r\n\r\ncoffee & cake = 100 % fun?\r\nUlla",
    }


def test_what_means_something_in_an_address_is_encoded():
    told = (Address("A", "a+b&c?d@x.example"), Address("B", "b@bücher.example"), Address("C", ""))
    address = mailto(a_mail(to=told, cc=(), subject="", body=""))
    assert address == "mailto:a%2Bb%26c%3Fd@x.example,b@xn--bcher-kva.example"
    assert mailto(a_mail(to=(), cc=(), subject="", body="")) == "mailto:"


@given(subject=st.text(max_size=60), body=st.text(max_size=60))
def test_every_text_comes_back(subject: str, body: str):
    found = read(mailto(a_mail(subject=subject, body=body)))
    assert found.get("subject", "") == clean_line(subject)
    assert found.get("body", "").split("\r\n") == as_plain_text(body, width=10_000).split("\n")
    assert set(found) <= {"to", "cc", "subject", "body"}


def test_what_is_too_long_for_an_address_is_told():
    with pytest.raises(CannotLeave, match=r"too long .* \.eml file"):
        mailto(a_mail(body="ö" * (LONGEST // 6)))
    with pytest.raises(CannotLeave, match="no mail address"):
        mailto(a_mail(cc=(Address("x", "x?bcc=eve@evil.example@x.example"),)))


def test_the_mail_program_is_asked_for_and_told_about_when_it_is_not_there():
    programs = FakePrograms()
    outlets = MailOutlets(programs)
    outlets.open_in_mail_program(a_mail(body="Hello Jane"))
    (command,) = programs.ran
    assert command[0] == "open-it"
    assert command[1].startswith("mailto:jane@northwind.example?cc=")
    programs.problem = "The program xdg-open was not found: install it, or name another one."
    with pytest.raises(CannotLeave, match=r"xdg-open was not found.*Save the letter as an \.eml"):
        outlets.open_in_mail_program(a_mail(body="Hello Jane"))
