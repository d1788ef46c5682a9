"""Around a call: where they are, when to call, what to dial, and when to try again."""
