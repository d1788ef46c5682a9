"""What a client's website says, what changed on it, and what could be better about it."""
