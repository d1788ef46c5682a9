"""Preparations made by hand, so that the panes can be tested without a service."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

from followup_tui.domain.client import Client
from followup_tui.domain.interaction import Answer, Interaction, InteractionKind, NoteLine, Outcome
from followup_tui.domain.letter import Letter, LetterKind
from followup_tui.domain.playbook import Playbook
from followup_tui.domain.value_add import Offer, OfferState
from followup_tui.domain.views import (
    ClientPage,
    Evidence,
    ItemStatus,
    PreparationView,
    PreparedItem,
    Suggestion,
)
from tests.builders import NOW, TODAY, a_promise, a_value_add, an_interaction, days
from tests.fakes import shipped_playbooks
from tests.story import ARTICLE, BREAKFAST, NORTHWIND, TALK, at

SITE = "https://northwind.example/"


def a_playbook() -> Playbook:
    return shipped_playbooks()["keep-in-touch"]


def an_item(key: str = "website", label: str = "Website", **fields: Any) -> PreparedItem:
    fields.setdefault("status", ItemStatus.READY)
    return PreparedItem(key, label, **fields)


def the_items() -> tuple[PreparedItem, ...]:
    """One item of every status, as a preparation in full swing has them."""
    an_hour_ago = NOW - timedelta(hours=1)
    return (
        an_item(
            "memory",
            "Last time",
            headline="moved to Azure in May, likes the reports",
            evidence=(
                Evidence(text="moved to Azure in May", label="Noted", at=at(TODAY, "10:00")),
                Evidence(text="the monthly reports", label="Likes"),
            ),
            ticked=NOW,
        ),
        an_item(
            "website",
            "Website",
            headline="Outdoor gear for everyone",
            hint="What do they do, and what is new?",
            evidence=(
                Evidence("Northwind Traders", "Title", SITE, "title", an_hour_ago),
                Evidence(
                    "Outdoor gear for everyone, from two shops in Newtown and a warehouse that "
                    "sends it anywhere in the country.",
                    "Summary",
                    SITE,
                    "meta",
                    an_hour_ago,
                ),
                Evidence("[red]Winter sale[/] begins", "News", SITE + "news", "dom", an_hour_ago),
            ),
            fetched_at=an_hour_ago,
            fetches=True,
            ticked=NOW,
        ),
        an_item(
            "competitors",
            "Competitors",
            status=ItemStatus.FAILED,
            problem="fabrikam.example did not answer within 10 seconds.",
            fetches=True,
        ),
        an_item(
            "events",
            "Events",
            status=ItemStatus.FETCHING,
            headline="theirs 2 · ours 3",
            fetches=True,
        ),
        an_item("user_group", "User group", status=ItemStatus.WAITING, fetches=True),
        an_item(
            "value_adds", "Value-adds", status=ItemStatus.NOTHING, headline="choose at least one"
        ),
        an_item("letter", "Draft mail", headline="not sent"),
    )


def a_page(client: Client = NORTHWIND, **fields: Any) -> ClientPage:
    spoken = TODAY - days(192)
    call = an_interaction(
        client,
        at=at(spoken, "14:00"),
        person="Jane Li",
        notes=(
            NoteLine(at=at(spoken, "14:02"), text="moved to Azure in May"),
            NoteLine(at=at(spoken, "14:03"), text="+ likes the reports"),
            NoteLine(at=at(spoken, "14:05"), text="- slow month end"),
        ),
        answers=(Answer(question="liked", text="the reports, and that they come by themselves"),),
    )
    tried: Interaction = an_interaction(
        client, at=at(TODAY - days(9), "09:30"), outcome=Outcome.NO_ANSWER
    )
    note = an_interaction(
        client,
        at=at(TODAY - days(200), "16:00"),
        kind=InteractionKind.NOTE,
        outcome=Outcome.NOTED,
        notes=(NoteLine(at=at(TODAY - days(200), "16:00"), text="[/] a bracket, 日本語"),),
    )
    fields.setdefault("interactions", (tried, call, note))
    fields.setdefault("promises", (a_promise(client),))
    article = a_value_add("What month end costs", id="va-given")
    offer = Offer(
        id="offer",
        created=NOW,
        client_id=client.id,
        value_add_id=article.id,
        state=OfferState.TAKEN,
        at=at(spoken, "14:10"),
    )
    fields.setdefault("offers", ((offer, article),))
    return ClientPage(client=client, **fields)


def a_letter(client: Client = NORTHWIND, **fields: Any) -> Letter:
    return Letter(
        **{
            "id": "letter",
            "created": NOW,
            "client_id": client.id,
            "kind": LetterKind.SUGGESTIONS,
            "to": "jane.li@northwind.example",
            "cc": ("ulla@ourselves.example",),
            "subject": "Three ideas for Northwind",
            "body": "Hello Jane,\n\nyou said the month end is slow.",
            **fields,
        }
    )


def a_view(client: Client = NORTHWIND, **fields: Any) -> PreparationView:
    fields.setdefault("items", the_items())
    fields.setdefault(
        "suggestions",
        (
            Suggestion(TALK, because="Azure, costs", chosen=True),
            Suggestion(BREAKFAST, because="Azure"),
            Suggestion(ARTICLE),
        ),
    )
    return PreparationView(
        client=client,
        playbook=a_playbook(),
        **{
            "why": "promised the pricing link, due yesterday",
            "letter": a_letter(client),
            "page": a_page(client),
            **fields,
        },
    )


def settled(view: PreparationView) -> PreparationView:
    """Return a view on which nothing is on its way any more."""
    done = tuple(
        replace(item, status=ItemStatus.READY)
        if item.status in {ItemStatus.WAITING, ItemStatus.FETCHING}
        else item
        for item in view.items
    )
    return replace(view, items=done)
