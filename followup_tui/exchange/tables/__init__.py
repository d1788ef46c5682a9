"""Tables of other programs: CSV in every dress, from its records to contacts and what happened."""
