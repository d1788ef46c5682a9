"""What a user does, as functions that know the outside only by Protocols."""
