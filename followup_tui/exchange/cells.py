"""Cells of a table that a spreadsheet must not run, and taking that guard off again.

A spreadsheet takes a cell that begins with ``=``, ``+``, ``-``, ``@``, a tab or a line break for a
formula (OWASP, “CSV Injection”; the full-width forms are those of East Asian locales). An
apostrophe before it makes it text. Phone numbers begin with ``+``, so most guarded cells are
harmless, and reading must take the apostrophe off.
"""

from __future__ import annotations

import re

_RUNS = "=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20"
_DANGER = re.compile(f"'*[{_RUNS}]")
_GUARDED = re.compile(f"'+[{_RUNS}]")


def guarded(cell: str) -> str:
    """Return `cell` as a spreadsheet shows it and does not run it."""
    return f"'{cell}" if _DANGER.match(cell) else cell


def unguarded(cell: str) -> str:
    """Return what `guarded` was given; any other cell comes back as it is."""
    return cell[1:] if _GUARDED.match(cell) else cell
