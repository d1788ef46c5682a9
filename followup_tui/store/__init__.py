"""TinyDB made safe: typed records, written whole or not at all."""
