"""Exporting: gathering what leaves the desk, and writing it where the user wants it."""
