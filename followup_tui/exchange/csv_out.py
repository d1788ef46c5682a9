"""Tables as CSV (RFC 4180), in UTF-8 with the mark by which spreadsheets know it."""

from __future__ import annotations

import csv
import io

from followup_tui.domain.exporting.tables import Table
from followup_tui.exchange.cells import guarded


def write_table(table: Table) -> bytes:
    """Return a table as a file; cells that a spreadsheet would run are guarded (`cells`)."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(table.columns)
    for row in table.rows:
        writer.writerow([guarded(cell) for cell in row])
    return out.getvalue().encode("utf-8-sig")
