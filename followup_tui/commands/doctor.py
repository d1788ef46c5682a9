"""`followup doctor`: whether everything is in order, in words, and what to do where it is not."""

from __future__ import annotations

import locale
import os
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from followup_tui.commands.doctor_own import (
    fine,
    letters_found,
    playbooks_found,
    settings_found,
)
from followup_tui.commands.paper import Paper
from followup_tui.commands.run import Run
from followup_tui.domain.words import count
from followup_tui.settings.clock import machine_clock
from followup_tui.settings.load import load_settings
from followup_tui.settings.model import SettingsProblem
from followup_tui.settings.paths import data_folder
from followup_tui.store.backup import PAGES, SITES
from followup_tui.store.check import Finding, Severity, check
from followup_tui.store.rights import denied, require_rights

_SIGNS = {Severity.FINE: "ok", Severity.WARNING: "!", Severity.ERROR: "!!"}
_SMALLEST = (80, 24)  # the size from which two panes stand side by side


@dataclass(frozen=True, slots=True)
class Checked:
    """A finding, and what was looked at: ``program``, ``settings``, ``playbooks`` …"""

    area: str
    finding: Finding


def run(asked: Run) -> int:
    """Print what was found, after mending it where that is asked for; 1 when something is wrong."""
    mended = _mended(asked) if asked.given.repair else []
    checked = list(_everything(asked))
    wrong = any(each.finding.severity is Severity.ERROR for each in checked)
    if asked.json:
        asked.show_json(
            {
                "home": str(asked.home),
                "ok": not wrong,
                **({"mended": mended} if asked.given.repair else {}),
                "findings": [
                    {
                        "area": each.area,
                        "severity": each.finding.severity.value,
                        "words": each.finding.words,
                        "todo": each.finding.todo,
                    }
                    for each in checked
                ],
            }
        )
    else:
        if asked.given.repair:
            asked.paper.line("Mended:" if mended else "There was nothing to mend.")
            for words in mended:
                asked.paper.line(f"ok {words}", indent=2, hang=5)
            asked.paper.line()
        _as_text(asked.paper, asked.home, checked, wrong=wrong)
    return int(wrong)


def _mended(asked: Run) -> list[str]:
    """Mend what can be mended; return a sentence for each thing that was done."""
    from followup_tui.store.forget import carry_on  # noqa: PLC0415 - only for mending
    from followup_tui.store.repair import repair  # noqa: PLC0415 - only for mending
    from followup_tui.web.site_snapshots import SiteSnapshots  # noqa: PLC0415 - only for mending
    from followup_tui.web.snapshots import Snapshots  # noqa: PLC0415 - only for mending

    mended: list[str] = []
    require_rights(asked.home)
    carried = carry_on(asked.home, _addresses(asked.home)) if asked.home.is_dir() else None
    if carried is not None:
        mended.append(f"{carried.name} is forgotten, which had been begun.")
    try:
        now = asked.clock()()
    except SettingsProblem:
        now = machine_clock()()  # its zone is part of what is wrong with the settings
    mended += repair(asked.home, now=now)
    mended += [
        f"The damaged copy of a page, {path.name}, was set aside."
        for path in Snapshots(asked.home / PAGES).set_damaged_aside()
    ]
    mended += [
        f"The damaged look at a site, {path.parent.name}/{path.name}, was set aside."
        for path in SiteSnapshots(asked.home / PAGES / SITES).set_damaged_aside()
    ]
    return mended


def _addresses(home: Path) -> tuple[str, ...]:
    """Return our own addresses, whose copies stay when a client is forgotten."""
    try:
        return load_settings(home).sources.all
    except SettingsProblem:
        return ()


def _pages(home: Path) -> Iterator[Finding]:
    """Look at the copies of web pages, and at the dated looks at whole sites."""
    from followup_tui.web.site_snapshots import SiteSnapshots  # noqa: PLC0415 - only for checking
    from followup_tui.web.snapshots import Snapshots  # noqa: PLC0415 - only for checking

    yield from _copies(
        *Snapshots(home / PAGES).looked_through(),
        ("copy of web pages", "copies of web pages"),
        "They are fetched anew when they are looked at",
    )
    yield from _copies(
        *SiteSnapshots(home / PAGES / SITES).looked_through(),
        ("dated look at a site", "dated looks at sites"),
        "What changed since then is told from the other looks",
    )


def _copies(
    number: int, damaged: list[Path], words: tuple[str, str], what_then: str
) -> Iterator[Finding]:
    """Say how many of `number` files can be read, and which are damaged."""
    if number - len(damaged):
        yield fine(f"{count(number - len(damaged), *words)} can be read.")
    if damaged:
        yield Finding(
            severity=Severity.WARNING,
            words=f"{count(len(damaged), *words)} cannot be read: "
            f"{', '.join(path.name for path in damaged[:3])}.",
            todo=f"{what_then}; `followup doctor --repair` sets them aside.",
        )


def _everything(asked: Run) -> Iterator[Checked]:
    """Yield what is found, area by area; nothing is changed or made."""
    areas = [
        ("program", _program()),
        ("settings", settings_found(asked.home)),
        ("playbooks", playbooks_found(asked.home)),
        ("letters", letters_found(asked.home)),
        ("store", _store(asked.home)),
        ("pages", _pages(asked.home)),
        ("terminal", _terminal()),
        ("clock", _clock(asked)),
    ]
    if any(each.path == asked.home and each.may_not == "read" for each in denied(asked.home)):
        areas = [("program", _program()), ("store", iter(check(asked.home)))]
    for area, findings in areas:
        for finding in findings:
            yield Checked(area, finding)


def _program() -> Iterator[Finding]:
    """Look at the installation."""
    version = ".".join(str(part) for part in sys.version_info[:3])
    try:
        folder = data_folder()
    except FileNotFoundError as problem:
        yield Finding(severity=Severity.ERROR, words=str(problem), todo="Install followup anew.")
    else:
        yield fine(f"Python {version}, the program's own files are in {folder}.")


def _store(home: Path) -> Iterator[Finding]:
    """Look at what is stored."""
    if not home.exists():
        yield fine(f"There is no desk in {home} yet: it is made when it is first opened.")
        return
    findings = check(home)
    yield from findings
    if not findings:
        yield fine("Everything that is stored can be read.")


def _terminal() -> Iterator[Finding]:
    """Look at what the terminal can show."""
    encoding = (sys.stdout.encoding or locale.getpreferredencoding(do_setlocale=False)).lower()
    if encoding.replace("-", "") != "utf8":
        yield Finding(
            severity=Severity.WARNING,
            words=f"The terminal is said to speak {encoding}, so some characters show as “?”.",
            todo="Set LANG to a UTF-8 locale, like C.UTF-8.",
        )
    if not sys.stdout.isatty():
        yield fine("The output goes to no terminal: commands work, the desk needs one.")
        return
    term = os.environ.get("TERM", "")
    size = shutil.get_terminal_size()
    if term in {"", "dumb", "unknown"}:
        yield Finding(
            severity=Severity.WARNING,
            words=f"The desk cannot be drawn on this terminal (TERM={term or 'not set'}).",
            todo="Set TERM to what your terminal is, like xterm-256color; commands work anyway.",
        )
        return
    colours = "16 million colours" if _true_colour() else "256 colours or fewer"
    plain = ", none wanted (NO_COLOR)" if os.environ.get("NO_COLOR") else ""
    yield fine(f"{term}, {size.columns} x {size.lines}, {colours}{plain}.")
    if size < _SMALLEST:
        yield Finding(
            severity=Severity.WARNING,
            words=f"The window is small ({size.columns} x {size.lines}): one pane at a time.",
            todo="Make it 80 columns for two panes side by side, 120 for three.",
        )


def _true_colour() -> bool:
    return os.environ.get("COLORTERM", "").lower() in {"truecolor", "24bit"}


def _clock(asked: Run) -> Iterator[Finding]:
    """Look at the clock and the zone."""
    try:
        moment: datetime = asked.clock()()
    except SettingsProblem:
        return  # said under “settings”
    name = getattr(moment.tzinfo, "key", "") or f"UTC{moment:%z}"
    set_by = " (set by FOLLOWUP_NOW)" if os.environ.get("FOLLOWUP_NOW") else ""
    yield fine(f"It is {moment:%a %d %b %Y, %H:%M} in {name}{set_by}.")


def _as_text(paper: Paper, home: Path, checked: list[Checked], *, wrong: bool) -> None:
    """Write the findings for a reader."""
    paper.line(f"The desk in {home}")
    area = ""
    for each in checked:
        if each.area != area:
            area = each.area
            paper.head(area.capitalize())
        paper.line(f"{_SIGNS[each.finding.severity]:>2} {each.finding.words}", indent=2, hang=5)
        if each.finding.todo:
            paper.line(each.finding.todo, indent=5)
    warnings = sum(each.finding.severity is Severity.WARNING for each in checked)
    paper.head(
        "Something is wrong: see !! above."
        if wrong
        else f"Nothing is wrong; {count(warnings, 'thing')} could be better."
        if warnings
        else "Everything is in order."
    )
