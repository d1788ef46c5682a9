"""Who is due, and why."""
