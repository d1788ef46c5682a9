"""The wheel, built and installed in a fresh environment, finds its data from anywhere."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

pytestmark = [pytest.mark.wheel, pytest.mark.timeout(900)]


def run(*argv: str | Path, **env: str) -> subprocess.CompletedProcess[str]:
    """Run a program somewhere else, away from the source tree."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return subprocess.run(
        argv, capture_output=True, text=True, check=False, cwd="/", env={**clean, **env}
    )


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    built = run(
        sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT
    )
    assert built.returncode == 0, built.stdout + built.stderr
    (wheel,) = folder.glob("*.whl")
    return wheel


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The `followup` of a fresh environment in which only the wheel was installed."""
    folder = tmp_path_factory.mktemp("fresh") / "env"
    assert run(sys.executable, "-m", "venv", "--without-pip", folder).returncode == 0
    # Our own pip installs into it, and compiles nothing: most of what is there is never imported.
    done = run(
        sys.executable, "-m", "pip", "--python", folder, "install", "--quiet", "--no-compile",
        "--disable-pip-version-check", "-c", ROOT / "constraints.txt", wheel,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return folder / "bin" / "followup"


def test_everything_in_data_ships_and_nothing_else(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    shipped = {
        f"followup_tui/_data/{file.relative_to(ROOT / 'data').as_posix()}"
        for file in (ROOT / "data").rglob("*")
        if file.is_file()
    }
    assert shipped <= names
    assert {name.partition("/")[0] for name in names} == {
        "followup_tui",
        next(name for name in names if ".dist-info/" in name).partition("/")[0],
    }
    modules = {file.relative_to(ROOT).as_posix() for file in (ROOT / "followup_tui").rglob("*.py")}
    sheets = {file.relative_to(ROOT).as_posix() for file in (ROOT / "followup_tui").rglob("*.tcss")}
    assert modules | sheets <= names


def test_the_list_of_the_sample_desk(installed: Path, tmp_path: Path) -> None:
    done = run(installed, "due", "--demo", "--json", "--home", tmp_path / "demo")
    assert (done.returncode, done.stderr) == (0, "")
    value = json.loads(done.stdout)
    assert value["counts"]["today"] >= 8
    assert value["problems"] == []


def test_the_list_of_a_new_desk(installed: Path, tmp_path: Path) -> None:
    done = run(installed, "due", FOLLOWUP_HOME=str(tmp_path / "desk"))
    assert (done.returncode, done.stderr) == (0, "")
    assert "There are no clients yet" in done.stdout


def test_a_brief_is_fetched_and_read(installed: Path, tmp_path: Path) -> None:
    done = run(installed, "prep", "jane", "--demo", "--json", "--home", tmp_path / "demo")
    assert (done.returncode, done.stderr) == (0, "")
    status = {item["key"]: item["status"] for item in json.loads(done.stdout)["items"]}
    assert status["website"] == "ready"


def test_nothing_is_wrong_with_it(installed: Path, tmp_path: Path) -> None:
    done = run(installed, "doctor", FOLLOWUP_HOME=str(tmp_path / "desk"))
    assert done.returncode == 0, done.stdout
    assert "4 playbooks" in done.stdout
