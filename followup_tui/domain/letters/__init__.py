"""Letters: what is written to a client."""
