"""The panes of courses."""
