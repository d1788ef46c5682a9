"""What competitors announce: dated lines with a link, what concerns our client first."""

from __future__ import annotations

from datetime import UTC, date, datetime

from msgspec.structs import replace

from followup_tui.domain.websites.competitor_news import MOST, Announced, announced
from followup_tui.domain.websites.site import SiteFacts
from followup_tui.domain.websites.site_changes import Compared
from tests.domain.websites.sites import MAY, SPOKEN, TODAY, YESTERDAY, a_look


def since_may(then: SiteFacts, now: SiteFacts, *cares: str) -> tuple[Announced, ...]:
    before = replace(now, read_at=YESTERDAY, fetched=tuple(YESTERDAY for _ in now.pages))
    return announced(now, Compared(then, before), since=SPOKEN, cares=cares)


def test_what_concerns_the_client_comes_first_and_says_why() -> None:
    then = a_look(MAY, offerings=("Payroll", "Audits"))
    now = a_look(
        offerings=("Payroll", "Audits", "Azure migrations"),
        news=(("We sponsor a choir", date(2026, 11, 3)), ("Summer party", date(2026, 6, 30))),
    )

    found = since_may(then, now, "migration to Azure", "gardening")

    assert [(each.change.new, each.day, each.because) for each in found] == [
        ("Azure migrations", TODAY.date(), ("Azure", "migrations")),
        ("We sponsor a choir", date(2026, 11, 3), ()),
        ("Summer party", date(2026, 6, 30), ()),
    ]
    assert all(each.change.url for each in found)


def test_who_works_there_and_their_slogan_are_not_told() -> None:
    then = a_look(MAY, people=(("Jane Li", "CTO"), ("Kim Oh", "")), tagline="Ledgers that add up")
    now = a_look(people=(("Kim Oh", "CTO"),), tagline="Close your books while you sleep")

    assert since_may(then, now) == ()


def test_the_first_look_tells_dated_news_and_events_to_come() -> None:
    now = a_look(
        offerings=("Payroll",),
        news=(("New prices", date(2026, 11, 3)), ("Undated", None), ("Old", date(2026, 1, 1))),
        events=(
            ("Open day", datetime(2026, 11, 30, tzinfo=UTC)),
            ("Over", datetime(2026, 11, 2, tzinfo=UTC)),
            ("Called off", datetime(2026, 12, 2, tzinfo=UTC)),
        ),
        cancelled=("Called off",),
    )

    found = announced(now, Compared(None, None), since=SPOKEN)

    assert [(each.change.new, each.day) for each in found] == [
        ("New prices", date(2026, 11, 3)),
        ("Open day", date(2026, 11, 30)),
    ]


def test_there_are_few_lines_of_several_kinds() -> None:
    then = a_look(MAY, prices=("Team plan: €49",))
    now = a_look(
        prices=("Team plan: €59",),
        news=tuple((f"Piece {number}", date(2026, 11, number)) for number in range(1, 9)),
    )

    found = since_may(then, now)

    assert len(found) == MOST
    assert {each.change.kind.value for each in found} == {"news", "price"}
