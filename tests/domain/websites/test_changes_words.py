"""Nothing new, not reached and first look are different sentences."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from followup_tui.domain.websites.changes import changes
from followup_tui.domain.websites.changes_words import (
    could_not_be_reached,
    headline,
    label,
    looked_at,
    told,
)
from followup_tui.domain.websites.site_changes import ChangeKind, SiteChange, Turn
from tests.domain.websites.sites import MAY, SPOKEN, TODAY, a_look

LATER = TODAY + timedelta(minutes=5)


def test_the_three_sentences_that_must_differ() -> None:
    nothing = changes(a_look(MAY), a_look(), since=SPOKEN)
    first = changes(None, a_look(), since=SPOKEN)

    assert headline(nothing, LATER) == "nothing new since 12 May, looked at 09:14"
    assert headline(first, LATER) == "first look: nothing to compare with yet, looked at 09:14"
    assert (
        could_not_be_reached("tailspin.example refuses the connection", TODAY, LATER)
        == "could not be reached at 09:14: tailspin.example refuses the connection"
    )


def test_a_look_that_is_compared_with_one_after_the_talk_says_since_when() -> None:
    july = MAY + timedelta(days=60)

    found = changes(a_look(july), a_look(), since=SPOKEN)

    assert headline(found, LATER) == "nothing new since 11 Jul, looked at 09:14"


def test_what_waits_for_a_second_look_is_said() -> None:
    found = changes(
        a_look(MAY, offerings=("Kites",)), a_look(offerings=("Kites", "Trains")), since=SPOKEN
    )

    assert headline(found, LATER).endswith("looked at 09:14; 1 change to be confirmed")


@pytest.mark.parametrize(
    ("since", "words"),
    [
        (date(2026, 11, 2), "1 new thing since 2 Nov"),
        (date(2026, 5, 12), "1 new thing since May"),
        (date(2025, 10, 1), "1 new thing since October 2025"),
    ],
)
def test_how_many_are_new_and_since_when(since: date, words: str) -> None:
    now = a_look(news=(("We open in Perth", date(2026, 11, 3)),))

    assert headline(changes(None, now, since=since), LATER) == words


def test_another_days_look_says_its_day() -> None:
    assert looked_at(TODAY, TODAY + timedelta(days=2)) == "looked at Thu 19 09:14"


@pytest.mark.parametrize(
    ("change", "name", "words"),
    [
        (
            SiteChange(ChangeKind.NEWS, Turn.NEW, "", "We open", day=date(2026, 11, 3)),
            "News",
            "We open, 3 Nov",
        ),
        (
            SiteChange(ChangeKind.PRICE, Turn.OTHER, "€49", "€59", title="Team"),
            "Other price",
            "Team: €49 → €59",
        ),
        (
            SiteChange(ChangeKind.EVENT, Turn.GONE, "Open day", "called off"),
            "Event withdrawn",
            "Open day (now: called off)",
        ),
        (SiteChange(ChangeKind.OFFERING, Turn.GONE, "Kites", ""), "No longer offered", "Kites"),
        (
            SiteChange(ChangeKind.JOBS, Turn.NEW, "1 position for Azure", "2 positions for Azure"),
            "New positions",
            "2 positions for Azure (before: 1 position for Azure)",
        ),
    ],
)
def test_a_change_in_one_line(change: SiteChange, name: str, words: str) -> None:
    assert (label(change), told(change, TODAY.date())) == (name, words)
