"""What a command cannot do, in one sentence that says what to do instead."""

from __future__ import annotations


class CannotDo(Exception):
    """The command cannot be done; exit status 1."""


class WrongUsage(Exception):
    """The command was given in a way it cannot be; exit status 2."""
