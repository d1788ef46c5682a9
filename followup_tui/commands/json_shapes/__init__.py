"""The shapes of what `--json` prints: docs/cli.schema.json and the tests are made of them.

Nothing here is imported while a command runs. Every key is always there; a key that is not named
here is none (docs/cli.md says what each one means).
"""
