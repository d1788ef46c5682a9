"""Letters: begun from what is known, checked, kept while they are typed, and let out."""
