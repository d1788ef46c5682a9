"""Write export.schema.json and cli.schema.json anew; tests compare them with the types."""

from __future__ import annotations

from pathlib import Path

from followup_tui.commands.json_shapes import answers
from followup_tui.exchange import json_out

if __name__ == "__main__":
    docs = Path(__file__).parent
    (docs / "export.schema.json").write_text(json_out.schema_text(), encoding="utf-8")
    (docs / "cli.schema.json").write_text(answers.schema_text(), encoding="utf-8")
