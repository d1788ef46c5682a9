"""What can be wrong with a sample desk."""

from __future__ import annotations


class SampleProblem(Exception):
    """The sample desk cannot be opened there; the text says what to do."""
