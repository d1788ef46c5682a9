"""What leaves the desk in other programs' files, and how a whole desk comes back."""
