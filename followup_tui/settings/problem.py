"""What is told of settings that cannot be used."""

from __future__ import annotations


class SettingsProblem(ValueError):
    """Settings that cannot be used: its text names the file, the key and what to do."""
