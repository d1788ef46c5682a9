"""Searching everywhere: words in an inverted index, misspelt ones forgiven, as they are typed."""
