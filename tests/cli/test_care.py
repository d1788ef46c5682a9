"""`backup`, `restore`, `doctor --repair` and `forget` on the command line."""

from __future__ import annotations

import io
import os
import pty
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from followup_tui.desk import open_desk
from followup_tui.domain.change import Change
from followup_tui.domain.client import Client, Person
from followup_tui.domain.websites.site import SiteFacts
from followup_tui.store.backup import backups
from followup_tui.web.site_snapshots import SiteSnapshots
from tests.builders import NOW, a_client, an_interaction
from tests.cli.conftest import Followup
from tests.cli.test_main import ROOT
from tests.store.care import grep


def names(home: Path) -> list[str]:
    desk = open_desk(home, now=lambda: NOW)
    return sorted(client.name for client in desk.records.all(Client))


# Backups


def test_a_backup_is_made_and_listed(home: Path, followup: Followup) -> None:
    made = followup("backup")
    assert made.status == 0
    path = home / "backups" / "2026-11-19-140200-asked.zip"
    assert f"Everything is kept in {path}" in made.out
    listed = followup("restore")
    assert "2026-11-19-140200-asked  Thu 19 Nov 2026, 14:02, asked for" in listed.out
    (only,) = followup("restore", "--json").json["backups"]
    assert (only["backup"], only["kind"], only["path"]) == (path.stem, "asked", str(path))


def test_a_backup_goes_where_it_is_asked_to(home: Path, followup: Followup, tmp_path: Path) -> None:
    value = followup("backup", str(tmp_path), "--json").json
    assert Path(value["path"]).parent == tmp_path
    assert value["size"] == Path(value["path"]).stat().st_size
    assert "desk.json" in value["files"]
    again = followup("backup", value["path"])
    assert again.status == 1
    assert "is there already" in again.err


def test_where_there_is_no_desk_none_is_made(followup: Followup, tmp_path: Path) -> None:
    said = followup("backup", "--home", str(tmp_path / "none"))
    assert said.status == 1
    assert "there is no desk" in said.err
    assert not (tmp_path / "none").exists()


def test_without_backups_it_says_how_to_make_one(home: Path, followup: Followup) -> None:
    assert "`followup backup`" in followup("restore").out
    assert followup("restore", "--json").json == {"backups": []}


def test_a_change_makes_the_backup_of_the_day_once(home: Path, followup: Followup) -> None:
    assert followup("due").status == 0
    assert backups(home) == []
    followup("note", "northwind", "one")
    followup("note", "northwind", "two")
    assert [each.kind for each in backups(home)] == ["daily"]


def test_the_sample_desk_makes_none(followup: Followup, tmp_path: Path) -> None:
    home = tmp_path / "demo"
    followup("note", "arjun", "one", "--demo", "--home", str(home))
    assert backups(home) == []


def test_a_change_stands_though_its_backup_fails(home: Path, followup: Followup) -> None:
    (home / "backups").write_text("no folder", encoding="utf-8")
    said = followup("note", "northwind", "one")
    assert said.status == 0
    assert "no backup was made" in said.err
    assert said.err.count("\n") == 1
    assert "one" in followup("show", "northwind").out


# Restoring


def test_restoring_brings_back_and_can_be_undone(home: Path, followup: Followup) -> None:
    followup("backup")
    followup("add", "Litware")
    said = followup("restore", "2026-11-19-140200-asked")
    assert said.status == 0
    assert "1 record that came later taken away" in said.out
    assert "What was there before is kept: followup restore 2026-11-19" in said.out
    assert names(home) == ["Northwind Traders", "Quill & Ledger"]
    assert followup("undo").status == 0
    assert names(home) == ["Litware", "Northwind Traders", "Quill & Ledger"]


def test_restoring_as_json(home: Path, followup: Followup) -> None:
    followup("backup")
    followup("add", "Litware")
    value = followup("restore", "2026-11-19-140200-asked", "--json").json
    assert set(value) == {
        "backup", "put_aside", "added", "changed", "removed", "files", "left", "change_id",
    }  # fmt: skip
    assert value["removed"] == {"clients": 1}
    assert value["change_id"]


def test_an_unknown_backup_is_a_sentence(home: Path, followup: Followup) -> None:
    said = followup("restore", "yesterday")
    assert (said.status, said.out) == (1, "")
    assert "There is no backup “yesterday”" in said.err


def test_a_lost_folder_comes_back_from_a_backup_elsewhere(
    home: Path, followup: Followup, tmp_path: Path
) -> None:
    path = followup("backup", str(tmp_path), "--json").json["path"]
    elsewhere = tmp_path / "new"
    assert followup("restore", path, "--home", str(elsewhere)).status == 0
    assert names(elsewhere) == ["Northwind Traders", "Quill & Ledger"]
    assert elsewhere.stat().st_mode & 0o777 == 0o700


# Repairing


def test_repairing_mends_and_looks_again(home: Path, followup: Followup) -> None:
    (home / "desk.json").write_bytes(b"no json")
    assert followup("due").status == 1
    said = followup("doctor", "--repair")
    assert said.status == 0
    assert "was built anew" in said.out
    assert "Nothing is wrong" in said.out
    assert names(home) == ["Northwind Traders", "Quill & Ledger"]
    again = followup("doctor", "--repair", "--json").json
    assert (again["ok"], again["mended"]) == (True, [])


def test_a_damaged_copy_of_a_page_is_told_and_set_aside(home: Path, followup: Followup) -> None:
    (home / "pages").mkdir(mode=0o700)
    copy = home / "pages" / "1.json"
    copy.write_bytes(b"{")
    copy.chmod(0o600)
    assert "1 copy of web pages cannot be read" in followup("doctor").out
    assert copy.exists()
    assert "was set aside" in followup("doctor", "--repair").out
    assert not copy.exists()
    assert "cannot be read" not in followup("doctor").out


def test_damaged_looks_at_sites_are_told_and_set_aside(home: Path, followup: Followup) -> None:
    (home / "pages").mkdir(mode=0o700, exist_ok=True)
    kept = SiteSnapshots(home / "pages" / "sites")
    for days in (1, 2):
        at = datetime(2026, 11, days, 9, tzinfo=UTC)
        kept.save(SiteFacts(url="https://tailspin.example/", read_at=at))
    damaged = max((home / "pages" / "sites").rglob("*.json"))
    damaged.write_bytes(b"{")

    said = followup("doctor").out
    assert "1 dated look at a site can be read" in said
    assert "1 dated look at a site cannot be read" in said
    assert "was set aside" in followup("doctor", "--repair").out
    assert not damaged.exists()
    assert "cannot be read" not in followup("doctor").out


def test_keys_that_the_desk_does_not_take_are_told(home: Path, followup: Followup) -> None:
    settings = home / "settings.toml"
    settings.write_text('[keys]\n"desk.call" = "n"\n"desk.nothing" = "x"\n')
    said = followup("doctor").out
    assert "keys.desk.nothing: there is no such action; did you mean" in said
    assert "keys.desk.call: n is the key of desk.note already" in said
    assert "settings.toml is in order" not in said


def test_settings_are_the_users_and_only_told(home: Path, followup: Followup) -> None:
    (home / "settings.toml").write_text("[me]\nzone = 'X'\n", encoding="utf-8")
    (home / "settings.toml").chmod(0o600)
    said = followup("doctor", "--repair")
    assert said.status == 1
    assert "me.zone" in said.out
    assert (home / "settings.toml").read_text(encoding="utf-8") == "[me]\nzone = 'X'\n"


# Forgetting

WORDS = ("Wide World Importers", "Priya Nair", "priya@wideworld.example", "5550 0123")


@pytest.fixture
def traces(home: Path, followup: Followup) -> Path:
    """A client who has left traces by everything that the command line does."""
    priya = a_client(
        "Wide World Importers",
        people=(
            Person(name="Priya Nair", phones=("+61 2 5550 0123",),
                   emails=("priya@wideworld.example",)),
        ),
    )  # fmt: skip
    open_desk(home, now=lambda: NOW).records.commit(
        Change(by="add Wide World Importers", put=(priya, an_interaction(priya, person="Priya")))
    )
    followup("note", "priya", "! send Priya Nair the list by fri")
    followup("backup")
    followup("note", "quill", "named by Priya Nair, 02 5550 0123")
    assert len(grep(home, *WORDS)) == 3
    return home


def test_everything_goes_and_it_says_so(traces: Path, followup: Followup) -> None:
    said = followup("forget", "priya", "--yes", "--everywhere")
    assert said.status == 0
    assert "Wide World Importers is forgotten." in said.out
    assert "1 client, 2 interactions, 1 promise" in said.out
    assert grep(traces, *WORDS) == []
    assert names(traces) == ["Northwind Traders", "Quill & Ledger"]
    assert followup("doctor").status == 0
    assert followup("history").status == 0
    assert "[forgotten]" in followup("show", "quill").out


def test_a_note_about_another_is_shown_and_stays(traces: Path, followup: Followup) -> None:
    said = followup("forget", "priya", "--yes")
    assert "named by Priya Nair, 02 5550 0123" in said.out
    assert "--everywhere" in said.out
    assert "named by Priya Nair" in followup("show", "quill").out
    value = followup("forget", "Wide World Importers", "--yes", "--json")
    assert value.status == 1  # there is nobody of that name any more


def test_as_json(traces: Path, followup: Followup) -> None:
    value = followup("forget", "priya", "--yes", "--json").json
    assert set(value) == {
        "client_id", "client", "removed", "cleaned", "changes", "drafts", "pages", "set_aside",
        "backups", "mentions", "left",
    }  # fmt: skip
    assert value["removed"] == {"clients": 1, "interactions": 2, "promises": 1}
    assert value["backups"] == 2
    assert len(value["mentions"]) == 1


def test_without_anybody_to_ask_it_refuses(
    traces: Path, followup: Followup, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("y\n"))
    before = {path: path.read_bytes() for path in traces.rglob("*") if path.is_file()}
    said = followup("forget", "priya")
    assert said.status == 1
    assert "--yes" in said.err
    assert before == {path: path.read_bytes() for path in traces.rglob("*") if path.is_file()}


@pytest.mark.parametrize(("answer", "gone"), [("y", True), ("n", False), ("", False)])
def test_on_a_terminal_it_shows_what_goes_and_asks(traces: Path, answer: str, gone: bool) -> None:
    ours, theirs = pty.openpty()
    run = subprocess.Popen(
        [sys.executable, "-m", "followup_tui.cli", "forget", "priya", "--everywhere"],
        stdin=theirs, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT, text=True,
    )  # fmt: skip
    os.close(theirs)
    os.write(ours, f"{answer}\n".encode())
    out, err = run.communicate(timeout=60)
    os.close(ours)
    assert "Forgetting Wide World Importers takes out, for good:" in out
    assert "Forget Wide World Importers? It cannot be taken back. [y/N]" in out
    assert run.returncode == (0 if gone else 1)
    assert ("nothing was changed" in err) == (not gone)
    assert (grep(traces, *WORDS) == []) == gone


@pytest.mark.parametrize("seconds", [0.15, 0.25, 0.3, 0.35, 0.4, 0.5])
def test_killed_at_any_moment_nothing_is_lost_and_it_is_carried_on(
    traces: Path, followup: Followup, seconds: float
) -> None:
    run = subprocess.Popen(
        [sys.executable, "-m", "followup_tui.cli", "forget", "priya", "--yes", "--everywhere"],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=ROOT,
    )  # fmt: skip
    try:
        run.wait(seconds)
    except subprocess.TimeoutExpired:
        run.kill()
        run.wait()
    left = names(traces)
    assert {"Northwind Traders", "Quill & Ledger"} <= set(left)
    followup("doctor", "--repair")  # carries it on, where it was begun
    if names(traces) == left and "Wide World Importers" in left:
        followup("forget", "priya", "--yes", "--everywhere")  # it had not been begun
    assert grep(traces, *WORDS) == []
    assert names(traces) == ["Northwind Traders", "Quill & Ledger"]
    assert followup("doctor").status == 0
