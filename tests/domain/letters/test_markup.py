"""The body of a letter as plain text and as HTML."""

from __future__ import annotations

import re

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from followup_tui.domain.letters.markup import as_html, as_plain_text


@pytest.mark.parametrize(
    ("body", "plain"),
    [
        ("One line", "One line"),
        ("Best regards\nUlla", "Best regards\nUlla"),
        ("Best regards\nUlla\n--\nUlla Berg", "Best regards\nUlla\n--\nUlla Berg"),
        ("a **bold** and *soft* word", "a bold and soft word"),
        ("1. one\n2. two", "1. one\n2. two"),
        ("3. three\n4. four", "3. three\n4. four"),
        ("- one\n- two\n  - deep", "- one\n- two\n  - deep"),
        ("* one\n\n* two", "- one\n\n- two"),
        ("> they said\n> this", "> they said\n> this"),
        ("[the talk](https://talks.example/a)", "the talk <https://talks.example/a>"),
        ("see https://talks.example/a_b_c.", "see https://talks.example/a_b_c."),
        ("[https://talks.example](https://talks.example)", "https://talks.example"),
        ("write to ulla@berg.example.com", "write to ulla@berg.example.com"),
        ("[mail](mailto:ulla@berg.example)", "mail <mailto:ulla@berg.example>"),
        ("R&amp;D, 5 * 3 * 2, snake_case_name", "R&amp;D, 5 * 3 * 2, snake_case_name"),
        ("ASP.NET and Node.js", "ASP.NET and Node.js"),
        ("<b>no</b> <script>x</script>", "<b>no</b> <script>x</script>"),
        ("    four blanks", "four blanks"),
        ("# Heading\ntext", "Heading\n\ntext"),
        ("```\ncode  stays\n```", "code  stays"),
        ("over\n\n---\n\nunder", "over\n\n--------------------\n\nunder"),
        ("-\n- two", "-\n- two"),
        ("", ""),
    ],
)
def test_plain(body: str, plain: str):
    assert as_plain_text(body) == plain


def test_long_lines_are_wrapped_under_what_they_belong_to():
    words = "word " * 30
    lines = as_plain_text(f"{words}\n\n1. {words}\n   - {words}").split("\n")
    assert max(map(len, lines)) <= 76
    item = [line for line in lines if line.startswith(("1. ", "   "))]
    assert len(item) == len([line for line in lines if line]) - 2
    assert any(line.startswith("     word") for line in lines)


def test_no_address_and_no_script_without_blanks_is_broken():
    address = "https://talks.example/" + "a" * 120
    chinese = "今天的会议非常好" * 20
    assert as_plain_text(f"see {address} there") == f"see\n{address}\nthere"
    assert as_plain_text(chinese) == chinese


def test_html_is_safe_and_reads_in_its_own_direction():
    html = as_html(
        "Hello <img src=x onerror=alert(1)>\n\n[x](javascript:alert(1)) "
        "![pixel](https://track.example/p.png)\n\nשלום\n\n- عمر"
    )
    soup = BeautifulSoup(html, "html.parser")
    assert not soup.find_all(["img", "script"])
    assert [a["href"] for a in soup.find_all("a")] == ["https://track.example/p.png"]
    assert {tag["dir"] for tag in soup.find_all(["p", "li"])} == {"auto"}
    assert "Hello <img src=x" in soup.get_text()


@given(st.text(alphabet=st.sampled_from("ab \n*_-#>[]()`<&1.!\\|~=+:/'\"éß中ש"), max_size=120))
def test_no_body_breaks_either_and_no_letter_is_lost(body: str):
    plain = as_plain_text(body)
    html = BeautifulSoup(as_html(body), "html.parser")
    assert {tag.name for tag in html.find_all(True)} <= {
        "p", "br", "ul", "ol", "li", "a", "strong", "em", "code", "pre", "blockquote", "hr",
        "h1", "h2", "h3", "h4", "h5", "h6",
    }  # fmt: skip
    letters = re.compile(r"[abéß中ש]")
    said = re.sub(r"\]\([^)]*\)|\]:[^\n]*|`+[^\n`]*", "", body)  # addresses and names of code
    assert not set(letters.findall(said)) - set(letters.findall(plain))
    assert letters.findall(plain) or not letters.findall(said)
