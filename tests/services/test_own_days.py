"""When the user works: what is proposed minds it."""

from __future__ import annotations

from datetime import date, time

from msgspec.structs import replace

from followup_tui.domain.due.call_list import ClientFile
from followup_tui.services.next_contact import trying_of
from followup_tui.services.whereabouts import AWAY, WhereaboutsService
from followup_tui.settings.model import Calling, Day, Me, Settings
from tests.builders import NOW, a_client

SETTINGS = Settings(
    me=Me(region="DE", zone="Europe/Berlin"),
    day=Day(hours="Mon-Thu 08:00-15:00", off=("2026-11-23 to 2026-11-25",)),
)


def _service(settings: Settings = SETTINGS) -> WhereaboutsService:
    return WhereaboutsService(settings, lambda: NOW)


def test_own_hours_days_off_and_public_holidays_are_minded() -> None:
    ours = _service().ours()
    assert (ours.hours.opens, ours.hours.closes) == (time(8), time(15))
    assert ours.holiday(date(2026, 11, 24)) == AWAY
    assert ours.is_off(date(2026, 12, 25))  # a Friday, and Christmas
    assert ours.is_off(date(2026, 11, 27))  # a Friday
    assert not ours.is_off(date(2026, 11, 26))


def test_public_holidays_can_be_left_out() -> None:
    ours = _service(replace(SETTINGS, calling=Calling(holidays=False))).ours()
    assert {name for _, name in ours.holidays} == {AWAY}
    assert _service().ours_at_once().holidays == ours.holidays


def test_no_try_is_proposed_while_the_user_is_away() -> None:
    service, client = _service(), a_client()
    trying = trying_of(ClientFile(client), (), service.at_once(client), service.ours(), NOW)
    free = [day for day in range(20, 28) if trying.is_free(date(2026, 11, day))]
    assert free == [26]
