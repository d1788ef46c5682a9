"""Networking: writing down who was met, and bringing them up again."""
