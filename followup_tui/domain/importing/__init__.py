"""What comes in from other programs' files: its plan, who is known already, and what it makes."""
