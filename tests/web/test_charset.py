"""From bytes to text, whatever header and page claim."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup_tui.web.charset import decode
from followup_tui.web.page import read_page
from tests.web.samples import NOW, URL

WORDS = "Brückner & Söhne – Zürich, “Straße” 12 €"
RUSSIAN = "Мы делаем инструменты уже сто лет, и чиним их тоже, потому что так лучше для всех нас."
JAPANESE = "私たちは百年前から大阪で工具を作っています。修理も承ります。お気軽にどうぞ。"


def page(words: str, meta: str = "") -> str:
    return f"<html><head>{meta}<title>{words}</title></head><body><p>{words}</p></body></html>"


@pytest.mark.parametrize(
    ("words", "encoding", "header", "meta"),
    [
        (WORDS, "utf-8", None, ""),
        (WORDS, "utf-8", "text/html; charset=iso-8859-1", ""),
        (WORDS, "utf-8", None, "<meta charset=windows-1252>"),
        (WORDS, "utf-8-sig", "text/html; charset=windows-1252", ""),
        (WORDS, "utf-16", None, ""),
        (WORDS, "utf-16-le", None, ""),
        (WORDS, "utf-16-be", "text/html; charset=utf-8", ""),
        (WORDS, "windows-1252", "text/html; charset=ISO-8859-1", ""),
        (WORDS, "windows-1252", None, '<meta http-equiv=x content="text/html; charset=latin1">'),
        (WORDS, "windows-1252", None, "<meta charset=utf-8>"),
        (RUSSIAN, "windows-1251", "text/html; charset=windows-1251", ""),
        (RUSSIAN, "koi8-r", None, "<meta charset=koi8-r>"),
        (JAPANESE, "shift_jis", None, "<meta charset=Shift_JIS>"),
        (JAPANESE, "shift_jis", "text/html; charset=utf-8", ""),
        (JAPANESE, "euc_jp", "text/html; charset=euc-jp", ""),
        (JAPANESE, "iso2022_jp", None, '<meta charset="iso-2022-jp">'),
    ],
)
def test_charsets(words: str, encoding: str, header: str | None, meta: str) -> None:
    content = page(words, meta).encode(encoding)
    assert words in decode(content, header)
    assert read_page(content, url=URL, now=NOW, content_type=header).title == words


def test_one_broken_byte_does_not_change_the_charset() -> None:
    content = page(WORDS * 3).encode() + b"\xff"
    assert WORDS in decode(content)


@pytest.mark.parametrize(
    "label", ["base64", "rot13", "hex", "nonsense", "idna", "undefined", "utf-7"]
)
def test_labels_that_are_no_charsets_do_no_harm(label: str) -> None:
    content = page(WORDS).encode("windows-1252")
    assert "Brückner" in decode(content, f"text/html; charset={label}")


@given(
    st.binary(max_size=300),
    st.sampled_from([None, "charset=utf-16", "charset=iso-2022-jp", "charset=hz"]),
)
def test_no_bytes_break_it(content: bytes, header: str | None) -> None:
    assert isinstance(decode(content, header), str)
