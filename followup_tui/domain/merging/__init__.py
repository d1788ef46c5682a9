"""Making one client of two: their fields side by side, and nothing of either dropped."""
