"""What a screen that is about one client says to the app."""

from __future__ import annotations

from typing import Protocol, runtime_checkable


@runtime_checkable
class AboutClient(Protocol):
    """A screen with a client at hand: the one of a call, or the one under the cursor."""

    @property
    def client_id(self) -> str | None:
        """The id of the client; None while there is none."""
        ...
