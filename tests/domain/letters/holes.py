"""What no letter may hold."""

from __future__ import annotations

import re

HOLE = re.compile(
    # an empty place, two blanks, a lost stop, an empty bullet, a heading with nothing below it
    r"\bNone\b|\S  |\n\n\n|“”|\.\.(?!\.)|\?\.|^\s*[-*]\s*$|:\s*\Z|:\n\s*(?=[^-\s\d“])",
    re.MULTILINE,
)
