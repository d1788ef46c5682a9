"""Courses as a user works with them: keeping them, drawing from them, reviewing them."""
