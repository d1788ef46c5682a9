"""Loading templates of letters: the user's own over those that ship, a bad one aside."""

from __future__ import annotations

from pathlib import Path

from followup_tui.domain.letter import LetterKind
from followup_tui.domain.letters.checks import check
from followup_tui.settings.letters import letter_folders, load_letters
from followup_tui.settings.paths import shipped_letters

MINE = "kind: review\nname: {name}\nsubject: Hello\n---\n{{{{ hello }}}}\n\n{body}\n"


def write(home: Path, file: str, *, name: str = "Review", body: str = "Mine.") -> Path:
    folder = letter_folders(home)[1]
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / file
    path.write_text(MINE.format(name=name, body=body), encoding="utf-8")
    return path


def test_what_ships_has_every_kind_once_and_passes_its_own_checks() -> None:
    found = load_letters((shipped_letters(),))
    assert not found.problems
    assert sorted(each.kind for each in found.templates) == sorted(LetterKind)
    for template in found.templates:
        check(template)


def test_a_template_of_the_same_kind_and_name_takes_the_place_of_the_shipped_one(
    tmp_path: Path,
) -> None:
    write(tmp_path, "mine.md")
    write(tmp_path, "other.md", name="Short")
    found = load_letters(letter_folders(tmp_path))
    assert [(each.name, each.file) for each in found.of(LetterKind.REVIEW)] == [
        ("Review", "templates/mine.md"),
        ("Short", "templates/other.md"),
    ]
    assert found.named(LetterKind.REVIEW, "nobody's") is None


def test_a_bad_one_stops_no_other_and_replaces_none(tmp_path: Path) -> None:
    write(tmp_path, "a.md", body="{{ nothing }}")
    write(tmp_path, "b.md", name="Short")
    write(tmp_path, "c.md", name="Short")
    (tmp_path / "letters" / "templates" / "d.md").write_bytes(b"kind: review\n\xff\n")
    (tmp_path / "letters" / "templates" / "e.md").mkdir()
    found = load_letters(letter_folders(tmp_path))
    assert [str(each).split(": ")[0] for each in found.problems] == [
        "templates/a.md, line 7",
        "templates/c.md",
        "templates/d.md, line 2",
        "templates/e.md",
    ]
    review, short = found.of(LetterKind.REVIEW)
    assert (review.file, short.file) == ("letters/review.md", "templates/b.md")


def test_a_mended_file_is_read_anew(tmp_path: Path) -> None:
    write(tmp_path, "a.md", body="{{ nothing }}")
    assert load_letters(letter_folders(tmp_path)).problems
    write(tmp_path, "a.md", body="{{ client }}")
    assert not load_letters(letter_folders(tmp_path)).problems
