"""`import-mappings.toml`: what stands in columns that were named by hand, remembered.

    [table]
    "Wer" = "name"

A table a program (`table` for those that are not known), in it header = what stands there.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path

from followup_tui.domain.importing.fields import Field
from followup_tui.domain.nearest import did_you_mean
from followup_tui.settings.model import SettingsProblem
from followup_tui.settings.plain_file import content_of

FILE = "import-mappings.toml"
_HEAD = """\
# Columns that were named by hand when files were imported: header = what stands in it.
# It may be edited; a line that is taken out is asked for again.
"""


class FileMappings:
    """`services.ports.Mappings` in a file of the home folder."""

    def __init__(self, home: Path, write: Callable[[Path, bytes], None]) -> None:
        """Keep them in `home`; `write` writes a file whole."""
        self._path = home / FILE
        self._write = write

    def load(self) -> Mapping[str, Mapping[str, Field]]:
        """Return, by program, what stands under a header; raises `SettingsProblem`."""
        try:
            found = tomllib.loads(content_of(self._path).decode())
        except FileNotFoundError:
            return {}
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as problem:
            raise SettingsProblem(
                f"{self._path} cannot be read ({problem}): mend it, or move it away."
            ) from problem
        return {program: self._columns(program, columns) for program, columns in found.items()}

    def _columns(self, program: str, columns: object) -> dict[str, Field]:
        if not isinstance(columns, dict):
            raise SettingsProblem(
                f"{self._path}: “{program}” must be a table of columns, like [{program}]."
            )
        return {
            str(header): self._field(program, header, holds) for header, holds in columns.items()
        }

    def _field(self, program: str, header: object, holds: object) -> Field:
        try:
            return Field(str(holds))
        except ValueError:
            near = did_you_mean(str(holds), [each.value for each in Field])
            raise SettingsProblem(
                f"{self._path}: {program}.“{header}” is “{holds}”, which is nothing that stands "
                f"in a column{near}."
            ) from None

    def remember(self, program: str, columns: Mapping[str, Field]) -> None:
        """Keep what stands under headers of a program, beside what is kept already."""
        every = {key: dict(each) for key, each in self.load().items()}
        before = every.get(program, {})
        if columns.items() <= before.items():
            return
        every[program] = {**before, **columns}
        lines = [_HEAD]
        for key in sorted(every):
            lines.append(f"[{_written(key)}]")
            lines += [f"{_written(name)} = {_written(field)}" for name, field in every[key].items()]
            lines.append("")
        self._write(self._path, "\n".join(lines).encode())


def _written(text: str) -> str:
    """Return a string of TOML; what JSON escapes TOML reads (toml.io, “Strings”)."""
    return json.dumps(str(text), ensure_ascii=False).replace("\x7f", "\\u007f")
