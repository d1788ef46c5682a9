"""Every type of record that is stored, and the table it is in: those of the domain."""

from __future__ import annotations

from followup_tui.domain.kinds import KIND_OF, KINDS

__all__ = ["KINDS", "KIND_OF"]
