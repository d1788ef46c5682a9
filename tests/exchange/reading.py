"""Other programs that read what was exported: khard and khal, run in a home of their own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

_PROGRAMS = Path(sys.executable).parent


def run(program: str, *arguments: str, home: Path) -> str:
    """Run a program of the environment that the tests run in, and return what it prints.

    A test fails where the program is missing: it is one of those that developing installs, and
    without it nothing is known of what other programs make of our files.
    """
    path = _PROGRAMS / program
    assert path.exists(), f"{program} is missing beside {sys.executable}: pip install -e '.[dev]'"
    done = subprocess.run(
        [str(path), *arguments],
        env={
            "HOME": str(home),
            "PATH": os.environ["PATH"],
            "LC_ALL": "C.UTF-8",
            "TZ": "Australia/Sydney",
            "XDG_CONFIG_HOME": str(home),
            "XDG_DATA_HOME": str(home),
            "XDG_CACHE_HOME": str(home),
        },
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def khard(cards: Path, *arguments: str) -> str:
    """Ask khard about a folder of cards."""
    config = cards.parent / "khard.conf"
    config.write_text(
        f"[addressbooks]\n[[book]]\npath = {cards}\n[general]\ndefault_action = list\n"
        "[vcard]\npreferred_version = 4.0\n"
    )
    return run("khard", "-c", str(config), *arguments, home=cards.parent)


def khal(calendar: Path, *arguments: str) -> str:
    """Ask khal about a folder of calendar files."""
    home = calendar.parent
    config = home / "khal.conf"
    config.write_text(
        f"[calendars]\n[[desk]]\npath = {calendar}\n[locale]\ntimeformat = %H:%M\n"
        "dateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\ndatetimeformat = %Y-%m-%d %H:%M\n"
        "longdatetimeformat = %Y-%m-%d %H:%M\n"
        "local_timezone = Australia/Sydney\ndefault_timezone = Australia/Sydney\n"
        f"[sqlite]\npath = {home}/khal.db\n"
    )
    return run("khal", "-c", str(config), *arguments, home=home)
