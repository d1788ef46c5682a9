"""The command line: `followup` opens the desk, and its commands answer without it.

It is quick to start: nothing is imported before it is known which command runs. Every problem is
one sentence on the standard error; the exit status is 0, 1 (could not) or 2 (wrong usage).
"""

from __future__ import annotations

import errno
import gc
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Protocol, TextIO, cast

from followup_tui.commands import first_sight
from followup_tui.commands.problems import CannotDo, WrongUsage

_INTERRUPTED = 130  # what shells give for a program that Ctrl+C ended: 128 + SIGINT
_TERMINAL = "terminal"
_TOO_LONG, _SHORT = r"(?<=“)[^”]{300,}(?=”)|\S{1000,}", 200
"""What was pasted rather than typed, in a sentence; and how many characters of it are said."""
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO})
"""What an output says that takes no more, like a file on a full disk. What the store cannot write
it tells in words of its own."""


class _CannotPrint(Exception):
    """The output takes no more; the text is a sentence."""


class _Command(Protocol):
    """A module of `followup_tui.commands` that can be run."""

    def run(self, asked: object) -> int:
        """Do it, and return the exit status."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line and return the exit status."""
    if argv is None:
        # A command has ended before looking for rubbish is worth it: in what it reads there is
        # none, and going through that was a quarter of `followup due` on a large desk. The desk
        # itself looks for it once it is painted (`commands.terminal`).
        gc.disable()
    if not _open_streams():
        return _say("the standard output is closed: send it to /dev/null if nobody reads it", 1)
    try:
        if argv is None:
            first_sight.draw(sys.argv[1:])
        words = sys.argv[1:] if argv is None else argv
        status = 0 if _is_said_again(words) else _run(words)
        sys.stdout.flush()
    except BrokenPipeError:
        _say_no_more()  # whoever read our output has had enough
        return 0
    except KeyboardInterrupt:
        return _INTERRUPTED
    except _CannotPrint as problem:
        _say_no_more()
        return _say(str(problem), 1)
    except OSError as problem:
        _say_no_more()
        return _say(_unprinted(problem), 1)
    finally:
        first_sight.take_away()
    return status


def _open_streams() -> bool:
    """Put something in the place of streams that are closed; say whether there is an output."""
    if sys.stdin is None:
        sys.stdin = os.fdopen(os.open(os.devnull, os.O_RDONLY), encoding="utf-8")
    is_read = sys.stdout is not None
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, os.fdopen(os.open(os.devnull, os.O_WRONLY), "w", encoding="utf-8"))
        else:
            _speak_utf8(stream)
    return is_read


def _unprinted(problem: OSError) -> str:
    return f"not all could be printed: {problem.strerror or problem}; what was changed stands"


def _say_no_more() -> None:
    """Let what is still to be written go: Python would complain once more at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _is_said_again(argv: Sequence[str]) -> bool:
    """Say again what was said to the same question, where that holds; say whether it does."""
    if "due" not in argv:
        return False
    from followup_tui.commands.answers import answered  # noqa: PLC0415 - see the module's words

    return answered(argv)


def _run(argv: Sequence[str]) -> int:
    """Run a command; whatever goes wrong becomes a sentence."""
    from followup_tui.commands.arguments import parser  # noqa: PLC0415 - see the module's words

    try:
        given = parser(argv).parse_args(argv)
        if given.json and not given.command:
            raise WrongUsage("--json goes with a command, like `followup due --json`")
        return _command(given.command or _TERMINAL).run(_asked(given))
    except WrongUsage as wrong:
        return _say(str(wrong), 2)
    except CannotDo as problem:
        return _say(str(problem), 1)
    except BrokenPipeError:
        raise
    except OSError as problem:
        if problem.errno in _FULL and problem.filename is None:
            raise _CannotPrint(_unprinted(problem)) from None
        return _say(_kept_for_the_authors(problem), 1)
    except Exception as problem:  # noqa: BLE001 - the outermost boundary: it is kept in a file
        if _is_foreseen(problem):
            return _say(str(problem), 1)
        return _say(_kept_for_the_authors(problem), 1)


def _asked(given: object) -> object:
    from argparse import Namespace  # noqa: PLC0415 - see the module's words

    from followup_tui.commands.run import run_of  # noqa: PLC0415 - see the module's words

    return run_of(cast("Namespace", given))


def _command(name: str) -> _Command:
    return cast("_Command", import_module(f"followup_tui.commands.{name}"))


def _say(sentence: str, status: int) -> int:
    """Write a sentence to the standard error, in one line; what was pasted is cut."""
    import re  # noqa: PLC0415 - only when needed

    from followup_tui.domain.text import clean_line, shorten  # noqa: PLC0415 - as in `_run`

    first_sight.take_away()
    words = re.sub(_TOO_LONG, lambda found: shorten(found[0], _SHORT), clean_line(sentence))
    print(f"followup: {words}", file=sys.stderr)
    return status


def _is_foreseen(problem: Exception) -> bool:
    """Say whether a problem's own text is a sentence for the user."""
    from followup_tui.domain.change import StoreProblem  # noqa: PLC0415 - only when needed
    from followup_tui.domain.courses.announcement import AnnouncementProblem  # noqa: PLC0415
    from followup_tui.domain.courses.attending import AttendeeProblem  # noqa: PLC0415
    from followup_tui.domain.exporting.export import ExportProblem  # noqa: PLC0415 - as above
    from followup_tui.domain.importing.plan import ImportProblem  # noqa: PLC0415 - only when needed
    from followup_tui.domain.record import Invalid  # noqa: PLC0415 - only when needed
    from followup_tui.sample.problem import SampleProblem  # noqa: PLC0415 - only when needed
    from followup_tui.services.clients import NoSuchClient  # noqa: PLC0415 - only when needed
    from followup_tui.services.courses.finding import NoSuchCourse  # noqa: PLC0415 - as above
    from followup_tui.services.library import NoSuchValueAdd  # noqa: PLC0415 - only when needed
    from followup_tui.settings.model import SettingsProblem  # noqa: PLC0415 - only when needed

    kinds = (StoreProblem, SettingsProblem, SampleProblem, ImportProblem, Invalid)
    courses = (AnnouncementProblem, AttendeeProblem, NoSuchCourse)
    return isinstance(problem, (*kinds, *courses, ExportProblem, NoSuchClient, NoSuchValueAdd))


def _kept_for_the_authors(problem: Exception) -> str:
    """Write the trace of a fault of ours to a file, and return a sentence that names it."""
    import tempfile  # noqa: PLC0415 - only when needed
    import traceback  # noqa: PLC0415 - only when needed

    with tempfile.NamedTemporaryFile(
        "w", encoding="utf-8", prefix="followup-fault-", suffix=".txt", delete=False
    ) as file:
        traceback.print_exception(problem, file=file)
    return (
        f"a fault of the program ({type(problem).__name__}); nothing that was saved is lost, "
        "and what was typed is there again at the next start. "
        f"Please send {file.name} to its authors"
    )


def _speak_utf8(stream: TextIO) -> None:
    """Let a stream show “?” for what its encoding lacks, rather than fail."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="replace")


if __name__ == "__main__":
    sys.exit(main())
