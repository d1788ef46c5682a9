"""The words of the desk and their rules: pure, without I/O, without a clock of its own."""
