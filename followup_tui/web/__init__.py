"""Looking at web pages, feeds and calendars: fetching them, and reading facts off their bytes."""

from __future__ import annotations

import sys

# httpx does without its own command line where that cannot be imported, which is what None here
# says. It is never used by us, and brings click and pygments along: three megabytes, for as long
# as the desk is open.
sys.modules.setdefault("httpx._main", None)  # type: ignore[arg-type]
