"""The settings file, the playbooks and the folders: loading them, with errors that say where."""
