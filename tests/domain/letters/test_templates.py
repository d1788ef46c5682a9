"""Templates: what their files say, and what is found wrong with them before any letter is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from followup_tui.domain.letter import LetterKind
from followup_tui.domain.letters.checks import check
from followup_tui.domain.letters.probes import everything, probes
from followup_tui.domain.letters.render import render, tidy
from followup_tui.domain.letters.templates import LetterTemplate, TemplateProblem, read

HEAD = "kind: reference\nname: Mine\nsubject: About {{ client }}\n---\n"
"""Four lines: the letter begins on the fifth."""


def a_template(body: str, *, head: str = HEAD) -> LetterTemplate:
    return read(head + body, file="templates/mine.md")


def test_a_file_says_what_it_is() -> None:
    found = read(
        "# For whoever reads this\nkind: could not reach you\nname: Short\n"
        "subject: {{ client }}\n-----\n\nHello\n\nthere\n",
        file="templates/short.md",
    )
    assert (found.kind, found.name, found.subject) == (
        LetterKind.NOT_REACHED, "Short", "{{ client }}",
    )  # fmt: skip
    assert found.body == "Hello\n\nthere"
    assert (found.subject_line, found.body_line) == (4, 7)


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("kind: reference\nname: A\nsubject: S\nHello\n", 4, "“hello” is not known above"),
        ("kind: reference\nname: A\nsubject: S\n", 4, "no line of dashes"),
        ("kind: referense\nname: A\nsubject: S\n---\nHello", 1, "did you mean “reference”"),
        ("name: A\nsubject: S\n---\nHello", 1, "does not say its kind"),
        ("kind: reference\nsubject: S\n---\nHello", 1, "has no name"),
        ("kind: reference\nname: Blank\nsubject: S\n---\nHello", 2, "cannot be its name"),
        ("kind: reference\nname: A\n---\nHello", 1, "has no subject"),
        ("kind: reference\nname: A\nsubject: S\n---\n \n", 4, "no letter below"),
        ("kind: reference\nname: A\nname: B\nsubject: S\n---\nx", 3, "a second time"),
        ("kind: reference\nname: A\nsubject: S\n---\nx\ny\x1b[31m", 6, "control characters"),
    ],
)
def test_what_is_wrong_with_a_file_is_told_with_its_line(text: str, line: int, words: str) -> None:
    with pytest.raises(TemplateProblem, match=words) as wrong:
        read(text, file="templates/mine.md")
    assert wrong.value.line == line
    assert str(wrong.value).startswith(f"templates/mine.md, line {line}: ")


@pytest.mark.parametrize(
    ("body", "line", "words"),
    [
        ("{{ hello }}\n{{ clint }}", 6, "there is no “clint” .*; did you mean “client”"),
        ("{{ hello }}\n\n{{ client.nam }}", 7, "there is no “nam” in that .*; did you mean “name”"),
        ("{{ hello }}\n{% for gift in gifts %}\n{{ gift.tittle }}\n{% endfor %}", 7, "“tittle”"),
        ("{{ hello }}\n{{ client | shout }}", 6, "no filter “shout”"),
        ("{{ hello }}{% if project %}{{ client | shout }}{% endif %}", 5, "“shout”"),
        ("{{ hello }}{% if client is round %}x{% endif %}", 5, "no test"),
        ("{{ hello }}\n{% if client %}", 6, "end of template"),
        ("{{ hello }}\n\n{{ client", 7, "end of"),
        ("{{ hello }}\n{{ project.title }}", 6, "ask for it first"),
        ("{{ hello }}\n{{ project }}", 6, "may be missing"),
        ("{{ hello }}\n{% if project %}{{ project.since }}{% endif %}", 6, "may be missing"),
        ("{{ hello }}\n{{ gifts }}", 6, "is no text"),
        ("{{ hello }}\n{{ gifts[0].title }}", 6, "no element 0"),
        ("{{ hello }}\n{{ encounter and encounter.where }}", 6, "may be missing"),
        ("{{ hello }}\n\nFor you:\n\n{% for g in gifts %}\n- {{ g }}\n{% endfor %}\n\nBye", 7,
         "stands without anything below it"),
        ("{% if project %}Hello{% endif %}", 5, "the letter is empty"),
        ("{% include 'other.md' %}", 5, "stands in one file"),
        ("{{ hello.__class__.__mro__ }}", 5, "unsafe|no attribute"),
        ("{{ hello * 100000000 }}", 5, "has no place"),
        ("{% for n in range(9) %}x{% endfor %}", 5, "there is no “range”"),
    ],
)  # fmt: skip
def test_what_could_leave_a_hole_is_found_when_it_is_loaded(
    body: str, line: int, words: str
) -> None:
    with pytest.raises(TemplateProblem, match=words) as wrong:
        check(a_template(body))
    assert wrong.value.line == line


def test_a_subject_is_looked_at_too() -> None:
    head = HEAD.replace("{{ client }}", "{{ project.title }}")
    with pytest.raises(TemplateProblem, match="when next to nothing is known") as wrong:
        check(a_template("{{ hello }}", head=head))
    assert wrong.value.line == 3


def test_what_asks_before_it_names_will_do() -> None:
    check(
        a_template(
            "{{ hello }}\n\n{% if project and project.since %}\nIt is {{ project.since }}.\n"
            "{% endif %}\n{% if gifts %}\nFor you:\n\n{% for gift in gifts %}\n- {{ gift.title }}"
            "{% if loop.last %}!{% endif %}\n{% endfor %}\n{% endif %}\n"
            "{% set name = person.first if person else 'you' %}\nBye, {{ name }}"
        )
    )


def test_lines_of_marks_alone_draw_nothing() -> None:
    _, body = render(
        a_template(
            "A\n{% if project %}\nB\n  {% endif %}  \n{# a word #}\nC\n\n\n\nD  E \n- \nF ."
        ),
        everything(),
    )
    assert body == "A\nB\nC\n\nD E\nF."


def test_a_value_is_never_read_as_a_template() -> None:
    material = replace(everything(), hello="{{ client }} {% if x %}")
    assert render(a_template("{{ hello }}"), material)[1] == "{{ client }} {% if x %}"


def test_every_single_thing_is_missing_once() -> None:
    words = [what for what, _ in probes(("project", "gifts"))]
    assert "when everything is known" in words
    assert "when there is no project" in words
    assert "when there is no project.since" in words
    assert "when there is no gifts" in words
    assert not [each for each in words if "encounter" in each]


def test_tidying_takes_out_no_words() -> None:
    text = "a  b\n\n\n\n- one\n  - two\n-\n\n c"
    assert tidy(text).split() == ["a", "b", "-", "one", "-", "two", "c"]
