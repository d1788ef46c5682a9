"""What the doctor finds in the files that the user writes: settings, playbooks, letters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from followup_tui.domain.words import count
from followup_tui.settings.load import load_settings
from followup_tui.settings.model import Settings, SettingsProblem
from followup_tui.settings.playbooks import load_playbooks, playbook_folders
from followup_tui.store.check import Finding, Severity


def fine(words: str) -> Finding:
    """Return that something is in order."""
    return Finding(severity=Severity.FINE, words=words)


def settings_found(home: Path) -> Iterator[Finding]:
    """Look at the settings."""
    path = home / "settings.toml"
    try:
        settings = load_settings(home)
    except SettingsProblem as problem:
        yield Finding(
            severity=Severity.ERROR, words=str(problem), todo=f"Mend {path}, or move it away."
        )
        return
    refused = _refused_keys(settings)
    if not path.exists():
        yield fine("There is no settings.toml: everything has its default.")
    elif not refused:
        yield fine("settings.toml is in order.")
    for words in refused:
        yield Finding(
            severity=Severity.WARNING,
            words=words,
            todo="`followup help keys` lists the actions and their keys.",
        )
    if not settings.sources.own_events:
        yield Finding(
            severity=Severity.WARNING,
            words="No address of your own events is set, so none can be offered.",
            todo='Write own_events = ["https://…"] under [sources] in settings.toml.',
        )


def _refused_keys(settings: Settings) -> Sequence[str]:
    """Return sentences about the user's own keys that the desk does not take."""
    if not settings.keys:
        return ()
    from followup_tui.tui import keymap  # noqa: PLC0415 - Textual, only where keys are changed

    return keymap.read(keymap.with_preset(settings).keys).problems


def playbooks_found(home: Path) -> Iterator[Finding]:
    """Look at the playbooks, those that ship and the user's own."""
    try:
        known, problems = load_playbooks(playbook_folders(home))
    except FileNotFoundError:
        return  # said under “program”
    yield fine(f"{count(len(known), 'playbook')}: {', '.join(sorted(known))}.")
    for problem in problems:
        yield Finding(
            severity=Severity.ERROR,
            words=str(problem),
            todo=f"Mend {problem.file}; the other playbooks go on working.",
        )


def letters_found(home: Path) -> Iterator[Finding]:
    """Look at the templates of letters, those that ship and the user's own."""
    # Imported here, since filling in templates takes an eighth of a second to load.
    from followup_tui.settings.letters import letter_folders, load_letters  # noqa: PLC0415

    try:
        found = load_letters(letter_folders(home))
    except FileNotFoundError:
        return  # said under “program”
    yield fine(f"{count(len(found.templates), 'template')} of letters.")
    for problem in found.problems:
        yield Finding(
            severity=Severity.ERROR,
            words=str(problem),
            todo=f"Mend {problem.file}; the other templates go on working.",
        )
