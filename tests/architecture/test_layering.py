"""Imports run one way, also at run time: nothing but the TUI brings Textual along."""

from __future__ import annotations

import json
import pkgutil
import subprocess
import sys

import followup_tui

_TELL = """
import importlib, json, sys
for name in json.loads(sys.argv[1]):
    importlib.import_module(name)
print(json.dumps(sorted({name.partition(".")[0] for name in sys.modules})))
"""


def _modules() -> list[str]:
    """Every module of ours but those of the TUI and the command's own entry."""
    found = pkgutil.walk_packages(followup_tui.__path__, "followup_tui.")
    return [
        module.name
        for module in found
        if not module.name.startswith("followup_tui.tui") and not module.name.endswith("__main__")
    ]


def brought_along(modules: list[str]) -> set[str]:
    """Return the top-level packages in a fresh process that imports `modules`."""
    done = subprocess.run(
        [sys.executable, "-c", _TELL, json.dumps(modules)],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    return set(json.loads(done.stdout))


def test_only_the_tui_brings_textual_along() -> None:
    modules = _modules()
    assert len(modules) > 30, "the walk has found the house"
    assert "textual" not in brought_along(modules)


def test_the_domain_brings_nothing_of_ours_along() -> None:
    domain = [name for name in _modules() if name.startswith("followup_tui.domain")]
    tell = _TELL.replace('name.partition(".")[0]', "name")
    done = subprocess.run(
        [sys.executable, "-c", tell, json.dumps(domain)],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    ours = {name for name in json.loads(done.stdout) if name.startswith("followup_tui.")}
    assert {name for name in ours if not name.startswith("followup_tui.domain")} == set()


def test_services_know_neither_store_nor_web() -> None:
    services = [name for name in _modules() if name.startswith("followup_tui.services")]
    assert not {"tinydb", "httpx", "bs4", "lxml"} & brought_along(services)
