"""The command line as a whole: where options stand, and what is said when something is wrong."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from followup_tui import cli
from followup_tui.commands import due
from followup_tui.commands.paper import Paper, cells, cut, pad, wrap
from tests.cli.conftest import Followup

ROOT = Path(__file__).parents[2]


def spawn(*argv: str, stdin: str = "", **env: str) -> subprocess.CompletedProcess[bytes]:
    """Run the command line in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "followup_tui.cli", *argv],
        input=stdin.encode(),
        capture_output=True,
        timeout=60,
        check=False,
        cwd="/",
        env={**os.environ, "PYTHONPATH": str(ROOT), **env},
    )


# Options and usage


@pytest.mark.parametrize(
    "argv",
    [
        ("--home", "{}", "--json", "due"),
        ("due", "--home", "{}", "--json"),
        ("--json", "due", "--home", "{}"),
        ("--home", "/nowhere", "due", "--home", "{}", "--json"),
    ],
)
def test_options_stand_before_or_after_the_command(
    home: Path, followup: Followup, monkeypatch: pytest.MonkeyPatch, argv: tuple[str, ...]
) -> None:
    monkeypatch.delenv("FOLLOWUP_HOME")
    said = followup(*(word.format(home) for word in argv))
    assert said.json["home"] == str(home)


@pytest.mark.parametrize(
    "argv",
    [("frobnicate",), ("due", "--jsn"), ("show",), ("note", "jane"), ("--json",), ("add",),
     ("page",), ("page", "a", "b", "--url", "http://x.example/")],
)  # fmt: skip
def test_wrong_usage_is_one_line_and_status_2(followup: Followup, argv: tuple[str, ...]) -> None:
    said = followup(*argv)
    assert said.status == 2
    assert said.out == ""
    assert said.err.startswith("followup: ")
    assert said.err.count("\n") == 1


def test_help_and_version(capsys: pytest.CaptureFixture[str]) -> None:
    for argv, words in (
        (["--help"], "prep"),
        (["--version"], "followup 0."),
        (["add", "-h"], "--zone"),
    ):
        with pytest.raises(SystemExit) as stopped:
            cli.main(argv)
        assert stopped.value.code == 0
        assert words in capsys.readouterr().out


@pytest.mark.parametrize(
    "moment", ["soon", "2026-13-40", "12:00", "9999-12-31T23:59", "0001-01-01"]
)
def test_a_clock_that_cannot_be_read(
    home: Path, followup: Followup, monkeypatch: pytest.MonkeyPatch, moment: str
) -> None:
    monkeypatch.setenv("FOLLOWUP_NOW", moment)
    said = followup("due")
    assert said.status == 2
    assert "FOLLOWUP_NOW" in said.err
    assert "2026-11-19T14:02" in said.err or "is not between 1970 and 2999" in said.err


# What goes wrong


@pytest.mark.parametrize(
    ("file", "text"),
    [("desk.json", "not json"), ("settings.toml", "[me\n"), ("settings.toml", "[me]\nzone = 'X'")],
)
def test_a_damaged_file_is_one_sentence_and_stays(
    home: Path, followup: Followup, file: str, text: str
) -> None:
    (home / file).write_text(text, encoding="utf-8")
    said = followup("due")
    assert (said.status, said.out) == (1, "")
    assert file in said.err
    assert said.err.count("\n") == 1
    assert (home / file).read_text(encoding="utf-8") == text


def test_a_home_that_is_a_file(tmp_path: Path, followup: Followup) -> None:
    file = tmp_path / "file"
    file.write_text("mine", encoding="utf-8")
    said = followup("due", "--home", str(file))
    assert said.status == 1
    assert str(file) in said.err
    assert file.read_text(encoding="utf-8") == "mine"


def test_a_playbook_with_a_mistake_is_told_and_the_list_comes_all_the_same(
    home: Path, followup: Followup
) -> None:
    (home / "playbooks").mkdir()
    (home / "playbooks" / "mine.toml").write_text("key = 'mine'\nnmae = 'x'\n", encoding="utf-8")
    said = followup("due")
    assert said.status == 0
    assert "mine.toml" in said.out
    assert "Northwind" in said.out


def test_a_fault_of_ours_is_kept_and_told_in_a_sentence(
    home: Path, followup: Followup, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def fails(asked: object) -> int:
        raise ZeroDivisionError("a bug")

    monkeypatch.setattr(due, "run", fails)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    said = followup("due")
    assert said.status == 1
    assert "Traceback" not in said.err
    (kept,) = tmp_path.glob("followup-fault-*")
    assert str(kept) in said.err
    assert "ZeroDivisionError: a bug" in kept.read_text(encoding="utf-8")


def test_ctrl_c_is_quiet(home: Path, followup: Followup, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(asked: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(due, "run", interrupted)
    said = followup("due")
    assert (said.status, said.out, said.err) == (130, "", "")


def test_nothing_on_stdout_but_json(home: Path, followup: Followup) -> None:
    said = followup("due", "--json")
    assert said.out.startswith("{")
    assert said.out.endswith("}\n")


# Processes


def test_in_a_process_of_its_own(home: Path) -> None:
    done = spawn("due")
    assert (done.returncode, done.stderr) == (0, b"")
    assert "Jane Li · Northwind Traders" in done.stdout.decode()


def test_a_reader_who_has_enough_is_no_error(home: Path) -> None:
    run = subprocess.Popen(
        [sys.executable, "-m", "followup_tui.cli", "show", "northwind"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT,
    )  # fmt: skip
    assert run.stdout is not None
    assert run.stderr is not None
    run.stdout.close()
    assert run.wait(60) == 0
    assert run.stderr.read() == b""
    run.stderr.close()


@pytest.mark.parametrize(
    "env",
    [
        {"LC_ALL": "C"},
        {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
        {"PYTHONIOENCODING": "ascii"},
        {"PYTHONIOENCODING": "latin-1"},
    ],
)
def test_a_terminal_that_knows_few_characters(home: Path, env: dict[str, str]) -> None:
    """One process for the four commands: what it can print is settled as it begins."""
    commands = (("add", "Zoë Ünal 🦊"), ("due",), ("show", "jane", "--json"), ("show", "nobody"))
    code = (
        "import sys; from followup_tui.cli import main;"
        f"print([main(argv) for argv in {commands!a}], file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, timeout=60, check=False, cwd="/",
        env={**os.environ, "PYTHONPATH": str(ROOT), **env},
    )  # fmt: skip
    said, statuses = done.stderr.splitlines()  # one line of the four was for the user
    assert b"nobody" in said
    assert statuses == b"[0, 0, 0, 1]"
    assert done.stdout.splitlines()[0].startswith(b"Added Zo")
    assert b'"name": "Northwind Traders"' in done.stdout


@pytest.mark.parametrize(
    ("line", "status", "said"),
    [
        ("{f} due >&-", 1, "followup: the standard output is closed"),
        ("{f} due 2>&-", 0, ""),
        ("{f} show nobody 2>&-", 1, ""),
        ("{f} note northwind - <&-", 2, "followup: there is nothing to note"),
        ("{f} show northwind --json > /dev/full", 1, "followup: not all could be printed"),
        ("{f} export json /dev/full", 1, "followup: /dev/full is a device or a pipe"),
        ("mkdir gone; cd gone; rmdir ../gone; {f} --home here due", 1, "followup: here leads no"),
    ],
)
def test_what_a_shell_can_do_to_a_command(
    home: Path, tmp_path: Path, line: str, status: int, said: str
) -> None:
    if "/dev/full" in line and not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    program = f'PYTHONPATH="{ROOT}" "{sys.executable}" -m followup_tui.cli'
    done = subprocess.run(
        ["sh", "-c", line.format(f=program)], cwd=tmp_path, capture_output=True, text=True,
        timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == status
    lines = [each for each in done.stderr.splitlines() if "getcwd" not in each]
    assert len(lines) == bool(said)
    assert "".join(lines).startswith(said)


def test_a_folder_of_nobody_is_said(followup: Followup, home: Path) -> None:
    for words in (
        ("--home", "~nobody-at-all/x", "due"),
        ("export", "json", "~nobody-at-all/x"),
        ("letter", "northwind", "--text", "~nobody-at-all/x"),
        ("restore", "~nobody-at-all/x"),
    ):
        said = followup(*words)
        assert (said.status, said.out) == (1, "")
        assert "~nobody-at-all" in said.err


@pytest.mark.parametrize("name", ["x" * 300, "a\0b", "/".join(["x" * 200] * 40)])
def test_what_nothing_can_be_called_is_said(followup: Followup, home: Path, name: str) -> None:
    for words in (
        ("backup", name), ("export", "json", name), ("restore", name), ("import", name),
        ("letter", "northwind", "--text", name), ("next", "quill", "call", "fri", "--ics", name),
        ("--home", name, "due"),
    ):  # fmt: skip
        said = followup(*words)
        assert (said.status, said.out) == (1, ""), words
        assert said.err.count("\n") == 1
        assert "a fault of the program" not in said.err


def test_a_mistyped_choice_is_told_what_is_near(followup: Followup) -> None:
    said = followup("shwo", "northwind")
    assert said.status == 2
    assert "there is no “shwo”; did you mean “show”? `followup --help`" in said.err
    said = followup("log", "northwind", "--outcome", "zzz")
    assert "; say reached, no-answer," in said.err


def test_arguments_that_are_no_utf8(home: Path) -> None:
    done = subprocess.run(
        [sys.executable.encode(), b"-m", b"followup_tui.cli", b"note", b"jane", b"caf\xe9"],
        capture_output=True, timeout=60, check=False, cwd=ROOT,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"caf" in done.stdout


def test_a_folder_whose_name_is_no_utf8(home: Path, followup: Followup) -> None:
    odd = home.with_name(os.fsdecode(b"d\xe9sk\x1b[31m"))
    home.rename(odd)
    for _ in range(2):  # said, and said again
        said = followup("--home", str(odd), "due", "--json")
        assert (said.status, said.err) == (0, "")
        assert said.json["counts"]["today"] == 1
    assert "\x1b" not in followup("--home", str(odd), "backup").out


def test_of_what_was_pasted_the_beginning_is_said(home: Path, followup: Followup) -> None:
    for words in (("show", "x" * 50_000), ("edit", "quill", "--zone", "a " * 50_000)):
        said = followup(*words)
        assert said.status == 1
        assert "…" in said.err
        assert len(said.err) < 1_000


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_read_and_not_waited_for(home: Path, followup: Followup, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    for words in (
        ("page", "{}"), ("letter", "northwind", "--text", "{}"), ("import", "{}"),
        ("course", "import", "azure", "{}"), ("restore", "{}"), ("backup", "{}"),
        ("letter", "northwind", "--attach", "{}"), ("export", "json", "{}"),
    ):  # fmt: skip
        said = followup(*(word.format(pipe) for word in words))
        assert said.status == 1, words
        assert "a fault of the program" not in said.err
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    writer = os.open(pipe, os.O_WRONLY)
    os.write(writer, b"<title>Harbour Lane</title><p>By the sea.")
    threading.Timer(0.1, os.close, (writer,)).start()
    assert "Harbour Lane" in followup("page", str(pipe)).out
    os.close(reader)
    assert "it is a device" in followup("page", "/dev/zero").out
    os.mkfifo(home / "settings.toml")
    said = followup("due")
    assert (said.status, "settings.toml cannot be read: It is a pipe" in said.err) == (1, True)


_NOBODY_ANSWERS = """
import os, pathlib, sys
from msgspec.structs import replace
from followup_tui.cli import main
from followup_tui.sample.server import SampleServer
answer = SampleServer.answer
def never(*asked):
    pathlib.Path(os.environ["ASKED"]).touch()
    return replace(answer(*asked), delay=600.0)
SampleServer.answer = never
sys.exit(main())
"""


def test_interrupting_a_fetch_leaves_no_trace(home: Path, tmp_path: Path) -> None:
    asked = tmp_path / "asked"
    run = subprocess.Popen(
        [sys.executable, "-c", _NOBODY_ANSWERS, "prep", "--demo", "--home",
         str(tmp_path / "demo"), "arjun"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT,
        env={**os.environ, "ASKED": str(asked)},
    )  # fmt: skip
    while not asked.exists():  # the fetching has begun, and goes on
        assert run.poll() is None
        time.sleep(0.01)
    run.send_signal(signal.SIGINT)
    out, err = run.communicate(timeout=30)
    assert (run.returncode, out, err) == (130, b"", b"")


def test_the_list_waits_for_nothing_heavy(home: Path) -> None:
    code = (
        "import sys; from followup_tui import cli; assert cli.main(['due', '--json']) == 0;"
        "print(*sys.modules, file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT,
        timeout=60,
    )  # fmt: skip
    loaded = {name.partition(".")[0] for name in done.stderr.split()}
    heavy = {
        "textual", "rich", "httpx", "bs4", "lxml", "icalendar", "dateparser", "phonenumbers",
        "email_validator", "recurring_ical_events", "http",
    }  # fmt: skip
    assert loaded & heavy == set()


# Opening the desk where it cannot be drawn


def test_without_a_terminal_the_desk_says_what_to_use(home: Path) -> None:
    done = spawn()
    assert (done.returncode, done.stdout) == (1, b"")
    assert b"followup due" in done.stderr
    assert done.stderr.count(b"\n") == 1


# Paper


def test_cells_are_what_a_terminal_draws() -> None:
    assert [cells(text) for text in ("abc", "日本", "e\u0301", "🦊")] == [3, 4, 1, 2]
    assert cut("日本語", 5) == "日本…"
    assert pad("日本", 6) == "日本  "


@pytest.mark.parametrize("width", [20, 33, 80])
def test_wrapped_lines_fit_and_lose_nothing(width: int) -> None:
    text = "a long 日本語 line " * 9 + "x" * 90
    lines = list(wrap(text, width))
    assert all(cells(line) <= width for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


def test_labels_stay_aligned_when_the_text_goes_on() -> None:
    stream = io.StringIO()
    Paper(stream, 30).rows([("a", "one two three four five six"), ("long", "x")], indent=2)
    assert stream.getvalue() == "  a     one two three four\n        five six\n  long  x\n"


def test_a_terminal_gets_lines_of_its_width() -> None:
    stream = io.StringIO()
    paper = Paper(stream, 40)
    paper.ends("! Somebody with a long name · Company", "+61 2 5550 0142")
    paper.rows([("label", "some words that go on for longer than a line"), ("none", "")], indent=2)
    assert all(cells(line) <= 40 for line in stream.getvalue().splitlines())
    assert "none" not in stream.getvalue()


@pytest.mark.parametrize("columns", ["20", "80", "200"])
def test_columns_are_respected(
    home: Path, followup: Followup, monkeypatch: pytest.MonkeyPatch, columns: str
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    for argv in (("due",), ("show", "jane"), ("prep", "jane"), ("doctor",)):
        for line in followup(*argv).out.splitlines():
            assert cells(line) <= int(columns), line
