"""Who is due, and why: the reasons one by one; `domain/queue.py` puts them in order."""
