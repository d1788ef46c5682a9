"""Note lines: their signs, what each of them says, and mending what was understood."""
