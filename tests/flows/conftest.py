"""Whole conversations, in apps that nobody sees."""

from __future__ import annotations

from tests.quick import quick
from tests.unpainted import unpainted

__all__ = ["quick", "unpainted"]
