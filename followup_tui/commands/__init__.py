"""The commands of the command line: one module a group, each imported only when it is run."""
