"""Things worth giving: where they come from, and for whom they are."""
