"""The first paint waits for nothing but Textual and the store."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

_NOT_BEFORE = {
    "httpx",
    "bs4",
    "lxml",
    "icalendar",
    "dateparser",
    "holidays",
    "phonenumbers",
    "email_validator",
    "recurring_ical_events",
    "charset_normalizer",
}

_OPEN_AND_TELL = """
import asyncio, json, sys
from pathlib import Path
from followup_tui.desk import open_desk
from followup_tui.domain.client import Client, Person
from followup_tui.domain.record import new_id
from followup_tui.services.ports import Change
from followup_tui.tui.app import FollowupApp

desk = open_desk(Path(sys.argv[1]))
now = desk.clock()
if sys.argv[2] == "with clients":
    clients = [
        Client(id=new_id(now), created=now, name=f"Client {n}", people=(Person(name=f"Ann {n}"),),
               call_again=now.date())
        for n in range(30)
    ]
    desk.records.commit(Change(by="test", put=tuple(clients)))

async def main():
    app = FollowupApp(desk)
    modules = asyncio.get_running_loop().create_future()
    display = app._display

    def painting(screen, renderable):
        display(screen, renderable)
        strips = screen._compositor.render_strips() if not modules.done() else []
        if sys.argv[3] in "\\n".join("".join(s.text for s in strip) for strip in strips):
            modules.set_result(sorted(sys.modules))

    app._display = painting
    async with app.run_test(size=(120, 36)):
        print(json.dumps(await asyncio.wait_for(modules, 50)))

asyncio.run(main())
"""


@pytest.mark.parametrize(
    ("what", "painted"), [("with clients", "Ann 1"), ("empty", "Welcome to followup")]
)
def test_nothing_of_the_web_is_imported_before_the_first_paint(
    tmp_path: Path, what: str, painted: str
) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _OPEN_AND_TELL, str(tmp_path / "home"), what, painted],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    modules = json.loads(done.stdout.splitlines()[-1])
    early = {name.partition(".")[0] for name in modules} & _NOT_BEFORE
    assert early == set()


def test_screens_that_are_not_seen_are_not_imported(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _OPEN_AND_TELL, str(tmp_path), "with clients", "Ann 1"],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    modules = set(json.loads(done.stdout.splitlines()[-1]))
    seen = {name for name in modules if name.startswith("followup_tui.tui.screens.")}
    for name in ("call", "wrap_up", "client_form", "clients", "help", "welcome"):
        assert f"followup_tui.tui.screens.{name}" not in seen
