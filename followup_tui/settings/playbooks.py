"""Loading playbooks from folders: what ships first, then the user's own, one bad file aside."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from followup_tui.domain.nearest import did_you_mean
from followup_tui.domain.playbook import Playbook, PlaybookError, read
from followup_tui.settings.paths import shipped_playbooks
from followup_tui.settings.plain_file import content_of

SIZE_LIMIT = 1_000_000  # bytes; the longest playbook that ships has under ten thousand


def load_playbooks(
    folders: Sequence[Path],
) -> tuple[dict[str, Playbook], tuple[PlaybookError, ...]]:
    """Return the playbooks of `folders` by key, and what could not be read.

    Within and across folders a later file takes the place of an earlier one of the same key; two
    of one folder with the same key are an error of the second. A bad file stops no other: the one
    that it would have replaced stays. A folder that does not exist holds none.
    """
    loaded: dict[str, Playbook] = {}
    files_of: dict[str, str] = {}
    problems: list[PlaybookError] = []
    for folder in folders:
        seen: dict[str, str] = {}
        try:
            files = sorted(path for path in folder.glob("*.toml") if not path.name.startswith("."))
        except OSError as problem:
            problems.append(PlaybookError(str(folder), "", _sentence(problem)))
            continue
        for path in files:
            try:
                playbook = _load(path)
                if playbook.key in seen:
                    raise PlaybookError(
                        _short(path), "key", f"“{playbook.key}” is that of {seen[playbook.key]} too"
                    )
            except PlaybookError as problem:
                problems.append(problem)
                continue
            seen[playbook.key] = path.name
            files_of[playbook.key] = _short(path)
            # Its place is that of the last one written, which `reasons` gives precedence to.
            loaded.pop(playbook.key, None)
            loaded[playbook.key] = playbook
    problems += _lost(loaded, files_of)
    return loaded, tuple(problems)


def _lost(loaded: Mapping[str, Playbook], files_of: Mapping[str, str]) -> Iterator[PlaybookError]:
    """Yield what settled playbooks hand over to that is not there; they work all the same."""
    for playbook in loaded.values():
        goes_to = playbook.wrap_up.settled_goes_to
        if goes_to and goes_to not in loaded:
            yield PlaybookError(
                files_of[playbook.key],
                "wrap_up.settled_goes_to",
                f"there is no playbook “{goes_to}”{did_you_mean(goes_to, loaded)}",
            )


def playbook_folders(home: Path) -> tuple[Path, Path]:
    """Return where playbooks are looked for: what ships, then the user's own, which override."""
    return shipped_playbooks(), home / "playbooks"


def _load(path: Path) -> Playbook:
    short = _short(path)
    try:
        if path.stat().st_size > SIZE_LIMIT:
            raise PlaybookError(short, "", f"is larger than {SIZE_LIMIT:,} bytes: no playbook is")
        content = content_of(path)
    except OSError as problem:
        raise PlaybookError(short, "", _sentence(problem)) from problem
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        raise PlaybookError(
            short, "", f"is not UTF-8 text (byte {problem.start + 1:,}): save it as UTF-8"
        ) from problem
    return read(text, file=short)


def _short(path: Path) -> str:
    """Return ``playbooks/keep-in-touch.toml``: enough to find the file, short enough to read."""
    return f"{path.parent.name}/{path.name}"


def _sentence(problem: OSError) -> str:
    return f"cannot be read: {problem.strerror or problem}"
