"""Every page of the sample desk is read as it was meant."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from followup_tui.domain.page import EventStatus, PageFacts
from followup_tui.sample.sites import read_sites
from followup_tui.settings.paths import data_folder
from followup_tui.web.page import read_page
from tests.builders import NOW, TODAY

SITES = read_sites(data_folder() / "demo" / "sites")


def facts(address: str) -> PageFacts:
    host, _, path = address.partition("/")
    answer = SITES[host].answer("/" + path, TODAY)
    return read_page(
        answer.body, url=f"http://{address}", now=NOW, content_type=answer.headers["Content-Type"]
    )


@dataclass(frozen=True)
class Meant:
    """What a page of the sample desk says."""

    address: str
    title: str
    says: str
    """Words of its summary."""
    language: str
    events: tuple[str, ...] = ()
    news: int = 0
    contacts: frozenset[str] = field(default_factory=frozenset)


PAGES = [
    Meant("northwind.example/", "Northwind Traders: pantry goods for four hundred shops",
          "four hundred independent grocers", "en-AU",
          ("2026-12-03 08:30 Shopkeepers' tasting morning",
           "2026-12-15 12:00 Ordering portal: what is new, in twenty minutes"),
          2, frozenset({"hello@northwind.example"})),
    Meant("fabrikam.example/", "Fabrikam Wholesale", "New pricing", "en", (), 2,
          contacts=frozenset({"sales@fabrikam.example"})),
    Meant("quill-ledger.example/", "Quill & Ledger, accountants in Hackney",
          "three hundred small firms", "en-GB",
          ("2026-12-02 18:30 Your first year: an evening for founders",),
          0, frozenset({"desk@quill-ledger.example"})),
    Meant("countinghouse.example/", "Counting House | Accounts by app", "Photograph the receipt",
          "en-GB"),
    Meant("kiruna-outdoor.example/", "Kiruna Outdoor", "outdoors for a living", "en", (), 3),
    Meant("fjellrev.example/", "Fjellrev Sport: rent it for the weekend", "Skis, boots", ""),
    Meant("fjordline.example/", "Fjordline Robotics | Hull cleaning without divers",
          "clean a ship's hull", "en", ("2026-12-15 00:00 Harbour Technology Days",)),
    Meant("saffronstreet.example/", "Saffron Street Foods: a third stall at the river",
          "Three stalls, one app", "en-SG"),
    Meant("ostrava-freight.example/en/home.html", "Ostrava Freight: turned round in forty minutes",
          "a board that tells each driver", "en"),
    Meant("harbourlane.example/", "Harbour Lane Clinics – “Care round the corner”",
          "Four clinics along the quay", "en", (), 0,
          frozenset({"reception@harbourlane.example"})),
    Meant("northside-health.example/", "Northside Health | See a doctor by video today",
          "by video within the hour", "en-IE",
          ("2026-11-28 09:00 Flu jabs without an appointment",)),
    Meant("brueckner.example/", "Brückner Maschinenbau GmbH – Pressen, die bleiben",
          "seit drei Generationen Pressen", "de",
          ("2026-12-04 10:00 Tag der offenen Halle",
           "2026-12-22 08:30 Schulung: Wartung der Baureihe K"),
          0, frozenset({"info@brueckner.example"})),
    Meant("tailspin.example/", "Tailspin Toys: what is on in the workshop", "Wooden planes",
          "en-US",
          ("2026-11-21 10:00 Paper planes for beginners",
           "2026-12-05 10:00 Gliders: from plan to first flight"),
          0, frozenset({"hi@tailspin.example"})),
    Meant("wobble.example/", "Wobble & Co | Spinning tops by subscription", "something that spins",
          "en-US"),
    Meant("meridian-museum.example/", "Meridian Museum of Navigation", "Instruments, charts", "en",
          ("2026-11-27 00:00 Lost on purpose", "2026-12-03 18:00 Late opening with a star map")),
    Meant("wideworld.example/", "Wide World Importers | Through customs in a day",
          "through customs in a day", "en-IN", ("2026-12-02 15:00 Customs papers without tears",)),
    Meant("bluegum.example/", "Blue Gum Vineyards", "Forty acres of shiraz", "en-AU",
          ("2026-12-06 12:00 Long lunch among the vines",
           "2026-12-15 08:00 Frost and sensors: a morning for growers")),
    Meant("ourselves.example/events/", "Events at Ourselves Consulting", "Breakfast sessions",
          "en",
          ("2026-12-01 07:30 Free breakfast session: cloud bills and how to read them",
           "2026-12-28 09:00 Course: Azure for developers")),
    Meant("usergroup.example/", "The user group", "One talk, one pizza", "en",
          ("2026-11-25 18:00 Keeping costs down", "2026-12-23 18:00 Tests that somebody reads")),
]  # fmt: skip


@pytest.mark.parametrize("meant", PAGES, ids=lambda meant: meant.address)
def test_a_page_is_read_as_it_was_meant(meant: Meant) -> None:
    read = facts(meant.address)
    assert read.problem == ""
    assert read.title == meant.title
    assert read.language == meant.language
    assert meant.says in " ".join(read.summary)
    assert tuple(f"{e.start:%Y-%m-%d %H:%M} {e.title}" for e in read.events) == meant.events
    assert len(read.news) == meant.news
    assert meant.contacts <= {contact.value for contact in read.contacts}
    assert all(e.sources and e.sources[0].method for e in read.events)


def test_our_own_calendar() -> None:
    read = facts("ourselves.example/events.ics")
    assert [e.title for e in read.events if e.status is EventStatus.SCHEDULED] == [
        "Free breakfast session: cloud bills and how to read them",
        "Open evening: ask a developer",
    ]
    assert [e.title for e in read.events if e.status is EventStatus.CANCELLED] == ["Hack Friday"]


def test_a_calendar_with_what_comes_again() -> None:
    titles = [event.title for event in facts("quill-ledger.example/dates.ics").events]
    assert titles.count("Desk hour: bring one question") == 3
    assert "Your first year: an evening for founders" in titles
    assert "Quarter's VAT is due" in titles


def test_a_feed() -> None:
    read = facts("kiruna-outdoor.example/feed.xml")
    assert read.news[0].title.startswith("A guide to winter boots")
    assert [item.date for item in read.news if item.date] == sorted(
        (item.date for item in read.news if item.date), reverse=True
    )


def test_an_empty_shell_says_so() -> None:
    read = facts("lighthouse-learning.example/")
    assert read.title == "Lighthouse Learning"
    assert "JavaScript" in read.problem


def test_there_is_something_to_say_about_some() -> None:
    assert {note.key for note in facts("fjellrev.example/").health} > {"http"}
    # The sample sites are served on this machine alone, without a certificate.
    assert {note.key for note in facts("northwind.example/").health} == {"http"}
