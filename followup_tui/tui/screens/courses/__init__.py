"""The screens of courses."""
