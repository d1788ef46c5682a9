"""What a wrap-up holds, and what of it cannot stand."""
