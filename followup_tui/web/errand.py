"""One errand: getting one address; what is known of it under way, and what came of it."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime

from followup_tui.domain.page import Visit
from followup_tui.web.guard import Place


@dataclass(frozen=True, slots=True)
class Validators:
    """What a server gave with a page, so that it can say later that the page is the same."""

    url: str = ""
    """Where the page came from in the end: only there do they mean anything."""
    etag: str = ""
    last_modified: str = ""

    def headers_for(self, url: str) -> dict[str, str]:
        """Return the headers that ask for `url` only if it has changed (RFC 9110 13.1)."""
        if url != self.url:
            return {}
        both = {"If-None-Match": self.etag, "If-Modified-Since": self.last_modified}
        return {name: value for name, value in both.items() if value}


NOTHING_KEPT = Validators()


@dataclass(frozen=True, slots=True)
class Fetched:
    """The outcome of one fetch: bytes of something readable, or a problem."""

    url: str
    """Where it came from in the end, after redirects."""
    content: bytes = b""
    content_type: str = ""
    problem: str = ""
    """A sentence: why nothing was read. Empty when `content` holds the whole body."""
    unchanged: bool = False
    """Whether the page is the one of the validators: then `content` is empty, and no problem."""
    validators: Validators = NOTHING_KEPT
    visit: Visit | None = None


class Failed(Exception):
    """Ends an errand; its text is the sentence that says why."""


@dataclass(slots=True)
class Errand:
    """How far the fetch of one address has come."""

    host: str = ""
    """Whom it asks now, clean and short, for sentences."""
    deadline: asyncio.Timeout | None = None
    """Its one deadline, which stands still while it waits for its turn."""
    answering: bool = False
    """Whether the headers of an answer have come."""
    visited: set[str] = field(default_factory=set)
    """The hosts that it asked: redirects within one are followed without a pause."""
    granted: Place | None = None
    """The one place that may be private, until a redirect leads elsewhere."""
    certificate_ends: datetime | None = None
    url: str = ""
    """Whose answer came last."""
    status: int = 0
    """What that answer was; 0: none came."""
    _spent: float = 0.0
    _asking_since: float | None = None

    @property
    def seconds(self) -> float:
        """What its requests have taken together so far."""
        running = 0.0 if self._asking_since is None else _now() - self._asking_since
        return self._spent + running

    @contextmanager
    def asking(self) -> Iterator[None]:
        """Count the time of the context as that of a request."""
        self.answering, self._asking_since = False, _now()
        try:
            yield
        finally:
            self._spent, self._asking_since = self.seconds, None

    @contextmanager
    def waiting(self) -> Iterator[None]:
        """Let the deadline stand still while the context lasts."""
        deadline = self.deadline
        end = None if deadline is None else deadline.when()
        if deadline is None or end is None:
            yield
            return
        left = end - _now()
        deadline.reschedule(None)
        try:
            yield
        finally:
            deadline.reschedule(_now() + left)


def _now() -> float:
    return asyncio.get_running_loop().time()
