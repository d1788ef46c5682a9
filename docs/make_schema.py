"""Write docs/export.schema.json anew, from the types of the records; a test compares the two."""

from __future__ import annotations

from pathlib import Path

from followup_tui.exchange.json_out import schema_text

if __name__ == "__main__":
    path = Path(__file__).with_name("export.schema.json")
    path.write_text(schema_text(), encoding="utf-8")
