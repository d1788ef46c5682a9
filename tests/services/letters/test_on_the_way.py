"""Where the file of a letter is looked for whose record was cut off."""

from __future__ import annotations

from pathlib import Path

import pytest

from followup_tui.domain.letter import Letter, LetterKind
from followup_tui.domain.record import new_id
from followup_tui.services.letters.on_the_way import file_of
from tests.builders import NOW

LETTER = Letter(
    id=new_id(NOW), created=NOW, client_id="northwind", kind=LetterKind.SUGGESTIONS, to="",
    subject="", body="",
)  # fmt: skip


@pytest.mark.parametrize("typed", ["~/letters/to jane", "letters/to jane.eml", "~/letters"])
def test_a_path_is_meant_from_the_users_own_folder_as_when_it_was_written(
    typed: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / "letters").mkdir()
    file = tmp_path / "letters" / "to jane.eml"
    file.write_text(f"Message-ID: <{LETTER.id}@followup.example>\n")
    assert file_of(LETTER, typed) == file


def test_a_folder_of_nobody_holds_no_letter() -> None:
    assert file_of(LETTER, "~nobody-is-called-so/letter") is None
