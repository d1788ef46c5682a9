"""Bringing files in: naming one, seeing its rows, saying what is in its columns, deciding."""
