"""Writing a mail to a file of its own: an unsent draft that mail programs open to be edited."""

from __future__ import annotations

import os
from pathlib import Path

from followup_tui.domain.letters.mail import CannotLeave, Mail
from followup_tui.exchange.mail.message import file_name, message

ENDING = ".eml"
_MOST = 200  # letters with the same subject on the same day: more is a mistake of somebody's


def write_eml(mail: Mail, target: Path) -> Path:
    """Write `mail` to `target`, for the user alone, and return where it stands.

    A folder gets a file named after day and subject. The last folder of the path is made where it
    is missing. Nothing is ever overwritten. Raises `CannotLeave`.
    """
    content = message(mail, unsent=True)
    try:
        whole = Path.home() / target.expanduser()
    except RuntimeError:
        raise CannotLeave(f"{target} names nobody's folder: write the path whole.") from None
    if os.path.isdir(whole):  # noqa: PTH112 - unlike `is_dir` it does not stumble over a long name
        return _in_folder(mail, whole, content)
    if whole.suffix.lower() != ENDING:
        whole = whole.with_name(whole.name + ENDING)
    _make_folder(whole.parent)
    try:
        _write_new(whole, content)
    except FileExistsError:
        raise CannotLeave(f"{whole} stands there already: choose another name.") from None
    except OSError as problem:
        raise _cannot(whole, problem) from problem
    return whole


def _make_folder(folder: Path) -> None:
    """Make a folder that is missing, but not the one that it would be in: that is a mistyping."""
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
    except FileExistsError:
        raise CannotLeave(f"{folder} is no folder: choose another place.") from None
    except FileNotFoundError:
        raise CannotLeave(f"There is no folder {folder.parent}: choose another place.") from None
    except OSError as problem:
        raise _cannot(folder, problem) from problem


def _in_folder(mail: Mail, folder: Path, content: bytes) -> Path:
    name = f"{mail.date:%Y-%m-%d} {file_name(mail.subject, limit=60)}"
    for number in range(1, _MOST):
        path = folder / f"{name}{f' ({number})' if number > 1 else ''}{ENDING}"
        try:
            _write_new(path, content)
        except FileExistsError:
            continue
        except OSError as problem:
            raise _cannot(path, problem) from problem
        return path
    raise CannotLeave(f"{folder} has many letters of that name: choose another folder.")


def _write_new(path: Path, content: bytes) -> None:
    """Write a file that is not there yet, whole or not at all; it is on the disk on return."""
    binary = getattr(os, "O_BINARY", 0)  # of Windows, where a line end would become two
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | binary, 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    except OSError:
        path.unlink(missing_ok=True)
        raise


def _cannot(path: Path, problem: OSError) -> CannotLeave:
    reason = problem.strerror or str(problem)
    return CannotLeave(f"{path} cannot be written: {reason}. Choose another place.")
