"""Files of the user's own choosing, outside of the desk: what was exported, and stands there."""

from __future__ import annotations

import stat
from pathlib import Path

from followup_tui.domain.change import StoreProblem
from followup_tui.store.files import (
    PRIVATE_FILE,
    make_private_folder,
    unreadable,
    unwritable,
    write_whole,
)


class OutsideFiles:
    """`services.ports.Files` on the disk. Raises `StoreProblem`."""

    def read(self, path: Path) -> bytes | None:
        """Return what stands at `path`, or None where nothing does."""
        try:
            _require_a_file(path)
            return path.read_bytes()
        except FileNotFoundError:
            return None
        except ValueError:  # a zero byte in the path
            raise StoreProblem("That is no name of a file: choose another one.") from None
        except NotADirectoryError as error:
            raise StoreProblem(f"{path.parent} is no folder: choose another name.") from error
        except IsADirectoryError as error:
            raise StoreProblem(f"{path} is a folder: name a file in it.") from error
        except OSError as error:
            raise unreadable(path, error) from error

    def write(self, path: Path, content: bytes, *, synced: bool = True) -> None:
        """Put `content` at `path` whole, in place of what stood there; see `ports.Files`."""
        whole = path.resolve()  # a link stays one: what it leads to is written
        try:
            _require_a_file(whole)
            rights = _rights(whole)
            if whole.parent.exists() and not whole.parent.is_dir():
                raise StoreProblem(f"{whole.parent} is no folder: choose another name.")
            make_private_folder(whole.parent)
            write_whole(whole, (content,), synced=synced)
            if rights != PRIVATE_FILE:
                whole.chmod(rights)
        except OSError as error:
            raise unwritable(whole, error) from error


def _require_a_file(path: Path) -> None:
    """Raise `StoreProblem` for a device or a pipe: one has no end, and none is to be replaced.

    Nothing, or a folder, is told of by whoever opens it.
    """
    mode = path.stat().st_mode if path.exists() else 0
    if mode and not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
        raise StoreProblem(f"{path} is a device or a pipe: name a file to write.")


def _rights(path: Path) -> int:
    """Return who may read what stands at a path: the user alone where nothing does."""
    try:
        return stat.S_IMODE(path.stat().st_mode)
    except FileNotFoundError:
        return PRIVATE_FILE
