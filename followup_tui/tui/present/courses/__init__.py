"""Courses as they are drawn."""
