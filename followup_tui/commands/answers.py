"""Answers of `followup due` that were given before and would be given again, word for word.

Reading a large desk takes many times as long as Python takes to start. So what was printed is kept
in the cache, with the state of the files that it was made from (`store.stamp`) and the time in
which it holds (`domain.due.lasting`), and is printed again as long as both are as they were. Only
that is looked at, and hardly anything is imported: whatever is not plain is answered the long way,
which also says what is wrong. Whoever deletes a kept answer loses nothing.
"""

from __future__ import annotations

import os
import sys
import zlib
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TextIO

from followup_tui.commands.paths import absolute
from followup_tui.commands.problems import CannotDo
from followup_tui.settings.clock import clock_at, machine_clock
from followup_tui.settings.paths import default_home
from followup_tui.store.stamp import nothing_in, now_in

if TYPE_CHECKING:
    from followup_tui.domain.record import Clock
    from followup_tui.services.kept_list import Made
    from followup_tui.services.ports import Cache

_FORM = "2"
_BEFORE_WIDTH = f"({_FORM!r}, "
"""What stands before the width in what an answer is about."""
_FOLDER = "cache"  # as `store.cache` has it, which is not worth importing for a name
_NOW = "\0"
"""Stands in an answer for the moment at which it is given; nothing that is printed has a NUL."""
_BYTES = "surrogateescape"
"""How names of folders that are no UTF-8 are kept (PEP 383): as the bytes that they are."""
_WORDING = ("answers.py", "due.py", "paper.py", "shapes.py")
"""The modules by which an answer is worded: others may word it otherwise."""


class Question(NamedTuple):
    """What was asked for, as far as the answer depends on it."""

    home: Path
    json: bool
    every: bool
    """Also who comes later, or is left alone."""
    width: int | None
    """Columns of the terminal; None: lines may be as long as they like."""

    @property
    def key(self) -> str:
        """Under which the last answer is kept."""
        return f"due{'-json' if self.json else ''}{'-all' if self.every else ''}"

    @property
    def about(self) -> str:
        """All that the answer depends on beside what the list is made from."""
        folder = Path(__file__).parent
        wording = [(folder / name).stat().st_mtime_ns for name in _WORDING]
        return repr((_FORM, self.width, str(self.home), wording))


def answered(argv: Sequence[str]) -> bool:
    """Answer a command line as before, if that is the answer still; say whether it was."""
    if not is_utf8(sys.stdout) or (question := _asked(argv)) is None:
        return False
    answer = said(question)
    if answer is None:
        return False
    sys.stdout.write(answer)
    return True


def said(question: Question) -> str | None:
    """Return the answer that was kept, where it holds now; None where it is to be worked out."""
    try:
        content = (question.home / _FOLDER / f"{question.key}.kept").read_bytes()
        checksum, _, body = content.partition(b"\n")
        if checksum != _checksum(body):
            return None
        about, made_from, asked_zone, zone, since, until, text = body.decode(errors=_BYTES).split(
            "\n", 6
        )
        if about != question.about or made_from != files_of(question):
            return None
        now = _clock(asked_zone)()
        if str(now.tzinfo) != zone:
            return None
        if not datetime.fromisoformat(since) <= now < datetime.fromisoformat(until):
            return None
    except (OSError, ValueError):
        return None  # damaged; or something is wrong, which is told by who looks closer
    return text.replace(_NOW, now.isoformat())


def asked_before(home: Path) -> Iterator[Question]:
    """Yield what was asked of a desk before, and would be looked up as it was kept."""
    for every in (False, True):
        for is_json in (False, True):
            question = Question(home, is_json, every, None)
            try:
                with (home / _FOLDER / f"{question.key}.kept").open(encoding="utf-8") as file:
                    file.readline()  # the checksum of all: what matters here is compared below
                    about = file.readline().rstrip("\n")
            except (OSError, ValueError):
                continue  # not asked, or damaged
            width = about.removeprefix(_BEFORE_WIDTH).partition(",")[0]
            if width.isdecimal():
                question = question._replace(width=int(width))
            if about == question.about:
                yield question


def files_of(question: Question) -> str:
    """Return the stamp of the files that an answer rests on; empty where it cannot be told."""
    return now_in(question.home) or nothing_in(question.home)


def keep(
    cache: Cache, question: Question, text: str, *, files: str, made: Made | None, zone: str
) -> None:
    """Keep an answer for as long as the list `made` holds.

    `files` is what `files_of` said before anything was read, `zone` what the settings say.
    """
    if made is None or not files or files != files_of(question) or _NOW in text:
        return
    if made.made_from != now_in(question.home):
        return  # the list knows of something that cannot be told from outside
    if question.json:
        text = text.replace(made.queue.now.isoformat(), _NOW, 1)  # its first key is the moment
    since, until = (moment.astimezone(UTC).isoformat() for moment in made.span)
    head = (question.about, files, zone, str(made.queue.now.tzinfo), since, until)
    if not any("\n" in line for line in head):
        body = "\n".join((*head, text)).encode(errors=_BYTES)
        cache.save(question.key, _checksum(body) + b"\n" + body)


def is_utf8(stream: TextIO) -> bool:
    """Say whether a stream takes every character as it is."""
    return stream.encoding.lower().replace("-", "").startswith("utf")


def _asked(argv: Sequence[str]) -> Question | None:
    """Return what a plain command line asks for; None for every other."""
    words, home, found = iter(argv), os.environ.get("FOLLOWUP_HOME", ""), []
    for word in words:
        if word == "--home":
            home = next(words, "") or "-"
        elif word.startswith("--home="):
            home = word.removeprefix("--home=") or "-"
        else:
            found.append(word)
    asked = set(found) - {"--json"}
    is_plain = "due" in asked and asked <= {"due", "--all"} and not home.startswith("-")
    if not is_plain or found.count("due") > 1 or "--all" in found[: found.index("due")]:
        return None
    try:
        whole = absolute(home) if home else default_home()
    except CannotDo:
        return None
    is_json = "--json" in found
    return Question(whole, is_json, "--all" in asked, None if is_json else _width())


def _width() -> int | None:
    from followup_tui.commands.paper import paper_for  # noqa: PLC0415 - not for JSON

    return paper_for(sys.stdout).width


def _clock(zone: str) -> Clock:
    """Return the clock of a run, like `run.Run.clock`."""
    text = os.environ.get("FOLLOWUP_NOW", "")
    return clock_at(text, zone) if text else machine_clock(zone)


def _checksum(body: bytes) -> bytes:
    return b"%08x" % zlib.crc32(body)
