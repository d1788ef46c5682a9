"""From bytes to text: code pages that files do not name, and those that the user does."""

from __future__ import annotations

from pathlib import Path

import pytest

from followup_tui.domain.importing.plan import ImportProblem, Reading
from followup_tui.exchange.contacts import read_file
from followup_tui.exchange.decoding import decode

ASCII = "Ann Fox,ann@fox.example\n" * 500


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1252", "Name\nFrédérique Gaël\n"),
        ("cp1252", f"{ASCII}Jürg Müller,Zürich\n"),
        ("cp1252", "Navn\nSøren Kjær\nLærke Brøgger\nÅse Ødegård\nBjørn Ås\n"),
        ("cp1251", "Имя,Город\nИван Петров,Москва\n"),
        ("cp1253", "Όνομα,Πόλη\nΓιώργος Παπαδόπουλος,Αθήνα\n"),
        ("cp1256", "الاسم,المدينة\nأحمد محمد,القاهرة\n"),
        ("gb18030", f"{ASCII}王伟,竹语科技有限公司\n李娜,北京软件公司\n"),
        ("big5", "姓名,公司\n陳大文,台北科技股份有限公司\n林美玲,高雄貿易\n"),
        ("cp932", "氏名,会社名\n山田太郎,株式会社サンプル\n佐藤花子,東京商事\n"),
        ("cp949", "이름,회사\n김철수,한국상사\n이영희,서울소프트\n"),
    ],
)
def test_code_pages_are_told_by_their_letters(encoding: str, text: str) -> None:
    assert decode(text.encode(encoding)).text == text


def test_the_user_knows_better(tmp_path: Path) -> None:
    path = tmp_path / "lidé.csv"
    path.write_bytes("Jméno,E-mail\nJiří Čermák,j@x.example\n".encode("cp1250"))
    plan = read_file(path, Reading(encoding="cp1250"))
    assert plan.rows[0].name == "Jiří Čermák"
    assert not plan.notes


@pytest.mark.parametrize("said", ["klingon", "hex", "a\0b", "idna"])
def test_an_encoding_that_is_none_is_a_sentence(tmp_path: Path, said: str) -> None:
    path = tmp_path / "x.csv"
    path.write_bytes(b"Name\nJ\xfcrg\n")
    with pytest.raises(ImportProblem, match="is no encoding that is known here"):
        read_file(path, Reading(encoding=said))
