"""“Did you mean …?”: the known word that comes nearest to a mistyped one."""

from __future__ import annotations

from collections.abc import Iterable


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return ``; did you mean “name”?``, or nothing where no known word comes near."""
    import difflib  # noqa: PLC0415  (only a mistake needs it, and no start may wait for it)

    near = difflib.get_close_matches(word, list(known), n=1, cutoff=0.5)
    return f"; did you mean “{near[0]}”?" if near else ""
