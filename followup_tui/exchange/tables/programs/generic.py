"""A table of nobody in particular: one that somebody typed, or a program that is not known."""

from __future__ import annotations

from followup_tui.exchange.tables.dialect import Dialect

GENERIC = Dialect(key="table", name="", marks=(frozenset(),))
