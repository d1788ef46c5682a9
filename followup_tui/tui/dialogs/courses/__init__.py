"""The dialogs of courses."""
