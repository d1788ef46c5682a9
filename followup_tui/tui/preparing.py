"""The states of a preparation as a screen shows them: a view, or a sentence why there is none."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from followup_tui.domain.views import PreparationView
from followup_tui.services.clients import NoSuchClient
from followup_tui.services.ports import StoreProblem

if TYPE_CHECKING:
    from followup_tui.services.preparation import PreparationService


@dataclass(frozen=True, slots=True)
class Prepared:
    """One state: what is known, and what is wrong."""

    view: PreparationView | None = None
    problem: str = ""
    """A sentence; empty when nothing is wrong."""


async def known(service: PreparationService, client_id: str) -> Prepared:
    """Return what is known already; the network is not touched."""
    try:
        return Prepared(await service.view(client_id))
    except (StoreProblem, NoSuchClient) as problem:
        return Prepared(problem=str(problem))


async def fetched(
    service: PreparationService, client_id: str, *, refresh: bool = False
) -> AsyncGenerator[Prepared, None]:
    """Yield a state each time a source was looked at; closing this cancels what is on its way."""
    views = service.prepare(client_id, refresh=refresh)
    last: PreparationView | None = None
    try:
        async for last in views:
            yield Prepared(last)
    except (StoreProblem, NoSuchClient) as problem:
        yield Prepared(last, problem=str(problem))
    finally:
        if isinstance(views, AsyncGenerator):
            await views.aclose()
