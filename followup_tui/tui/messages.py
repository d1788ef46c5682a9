"""What screens ask of the app: typed messages that bubble up; the app alone knows all screens."""

from __future__ import annotations

from datetime import datetime

from textual.message import Message

from followup_tui.domain.interaction import Outcome
from followup_tui.domain.views import CallView


class CallWanted(Message):
    """Begin the call with a client, or take up the one that was interrupted."""

    def __init__(self, client_id: str) -> None:
        super().__init__()
        self.client_id = client_id


class WrapUpWanted(Message):
    """A call came to its outcome: wrap it up."""

    def __init__(
        self, call: CallView, outcome: Outcome, *, call_back_at: datetime | None = None
    ) -> None:
        super().__init__()
        self.call = call
        self.outcome = outcome
        self.call_back_at = call_back_at
        """With `Outcome.CALL_BACK`: the hour that was agreed."""


class WrapUpResumed(Message):
    """Take up the wrap-up of a client that was interrupted."""

    def __init__(self, client_id: str) -> None:
        super().__init__()
        self.client_id = client_id


class ConversationEnded(Message):
    """A wrap-up was saved (`saved`), or a call was left: back to the desk at that client."""

    def __init__(self, client_id: str, words: str = "", *, saved: bool = False) -> None:
        super().__init__()
        self.client_id = client_id
        self.words = words
        """What to tell the user, for the toast; may be empty."""
        self.saved = saved


class ClientFormWanted(Message):
    """Edit a client, or add one (`client_id` None)."""

    def __init__(self, client_id: str | None = None) -> None:
        super().__init__()
        self.client_id = client_id


class ClientsWanted(Message):
    """Show all clients."""


class LibraryWanted(Message):
    """Show all that can be given."""


class DeskWanted(Message):
    """Show the desk, at a client where one is named."""

    def __init__(self, client_id: str | None = None) -> None:
        super().__init__()
        self.client_id = client_id


class DemoWanted(Message):
    """Close this desk and open the sample desk."""


class ImportWanted(Message):
    """Bring contacts in from a file."""


class HistoryWanted(Message):
    """Show what was changed: for one client, or for everybody (`client_id` empty)."""

    def __init__(self, client_id: str = "", name: str = "") -> None:
        super().__init__()
        self.client_id = client_id
        self.name = name
        """What the client is called."""


class ClientPageWanted(Message):
    """Show all that happened with a client, above whatever is shown."""

    def __init__(self, client_id: str) -> None:
        super().__init__()
        self.client_id = client_id
