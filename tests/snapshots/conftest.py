"""How screens look, in apps of which a picture is taken in the end."""

from __future__ import annotations

from tests.unpainted import unpainted

__all__ = ["unpainted"]
