"""Whose a document is: the one field by which records are found."""

from __future__ import annotations

import msgspec


class _Owned(msgspec.Struct, gc=False):
    client_id: str = ""


_OWNED = msgspec.json.Decoder(_Owned)


def owner_of(document: msgspec.Raw) -> str:
    """Return the `client_id` of a document; empty where it has none, or is damaged."""
    try:
        return _OWNED.decode(document).client_id
    except (msgspec.DecodeError, UnicodeDecodeError):
        return ""  # damaged: told when it is met, and found under no client
