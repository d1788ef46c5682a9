"""followup: the terminal desk with which consultants keep their clients."""

__version__ = "0.1.0"
