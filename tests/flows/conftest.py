"""Whole conversations, in apps that nobody sees."""

from __future__ import annotations

from tests.unpainted import unpainted

__all__ = ["unpainted"]
