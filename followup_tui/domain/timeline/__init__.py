"""The timeline of a client: everything that happened between them and us."""
