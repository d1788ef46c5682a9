"""Loading templates of letters from folders: what ships first, then the user's own.

A template that cannot be used stops no other: where it would have taken the place of one, that
one stays.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from followup_tui.domain.letters.templates import (
    LetterTemplate,
    LetterTemplates,
    TemplateProblem,
    read,
)
from followup_tui.settings.paths import shipped_letters
from followup_tui.settings.plain_file import content_of

SIZE_LIMIT = 200_000  # bytes; the longest template that ships has two thousand
SUFFIX = ".md"


def letter_folders(home: Path) -> tuple[Path, Path]:
    """Return where templates are looked for: what ships, then the user's own, which override."""
    return shipped_letters(), home / "letters" / "templates"


def load_letters(folders: Sequence[Path]) -> LetterTemplates:
    """Return the templates of `folders`, and what could not be read.

    A later one takes the place of an earlier one of the same kind and name; two of one folder with
    the same are an error of the second. What ships is tested and believed; the others are checked,
    each name in them. A folder that does not exist holds none.
    """
    loaded: dict[tuple[str, str], LetterTemplate] = {}
    problems: list[TemplateProblem] = []
    for folder in folders:
        seen: dict[tuple[str, str], str] = {}
        try:
            files = sorted(p for p in folder.glob(f"*{SUFFIX}") if not p.name.startswith("."))
        except OSError as problem:
            problems.append(TemplateProblem(str(folder), 0, _sentence(problem)))
            continue
        for path in files:
            try:
                template = _known(path, trusted=folder == shipped_letters())
                key = (template.kind.value, template.name)
                if key in seen:
                    raise TemplateProblem(
                        _short(path), 0, f"is called “{template.name}”, as {seen[key]} is already"
                    )
            except TemplateProblem as problem:
                problems.append(problem)
                continue
            seen[key] = path.name
            loaded[key] = template
    return LetterTemplates(tuple(loaded.values()), tuple(problems))


def _known(path: Path, *, trusted: bool) -> LetterTemplate:
    """Return the template of a file, read anew only once the file has changed."""
    try:
        stat = path.stat()
    except OSError as problem:
        raise TemplateProblem(_short(path), 0, _sentence(problem)) from problem
    found = _read(path, (stat.st_mtime_ns, stat.st_size), trusted=trusted)
    if isinstance(found, TemplateProblem):
        raise found
    return found


@lru_cache(maxsize=256)
def _read(
    path: Path, _version: tuple[int, int], *, trusted: bool
) -> LetterTemplate | TemplateProblem:
    try:
        return _load(path, trusted=trusted)
    except TemplateProblem as problem:
        return problem


def _load(path: Path, *, trusted: bool) -> LetterTemplate:
    # Imported with the first template of the user's own: it tries out every shape of material.
    from followup_tui.domain.letters.checks import check  # noqa: PLC0415 - see above

    short = _short(path)
    try:
        if path.stat().st_size > SIZE_LIMIT:
            raise TemplateProblem(short, 0, f"is larger than {SIZE_LIMIT:,} bytes: no letter is")
        content = content_of(path)
    except OSError as problem:
        raise TemplateProblem(short, 0, _sentence(problem)) from problem
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        line = content[: problem.start].count(b"\n") + 1
        raise TemplateProblem(short, line, "is not UTF-8 text: save it as UTF-8") from problem
    template = read(text, file=short)
    if not trusted:
        check(template)
    return template


def _short(path: Path) -> str:
    """Return ``templates/reference.md``: enough to find the file, short enough to read."""
    return f"{path.parent.name}/{path.name}"


def _sentence(problem: OSError) -> str:
    return f"cannot be read: {problem.strerror or problem}"
