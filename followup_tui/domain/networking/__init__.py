"""Networking: who was met, what comes of it, and what fits them later."""
