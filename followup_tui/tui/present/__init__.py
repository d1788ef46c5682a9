"""From the domain to what is drawn: pure functions."""
