"""From when until when a call list holds: all that time, the same records give the same."""

from __future__ import annotations

from datetime import datetime, timedelta

from hypothesis import example, given
from hypothesis import strategies as st
from msgspec.structs import replace

from followup_tui.domain.due.lasting import Span, holding
from followup_tui.domain.due.rows import row_of
from followup_tui.domain.due.ways import Ways
from followup_tui.domain.encounter import Fitting
from followup_tui.domain.promise import StepKind
from followup_tui.domain.queue import CallList, ClientFile, QueueRules, Standing, call_list
from tests.builders import NOW, TODAY, ZONE, a_client, a_step, an_encounter, days
from tests.fakes import shipped_playbooks

PLAYBOOKS = shipped_playbooks()
BEGINS = datetime(2026, 11, 19, tzinfo=ZONE)
ENDS = datetime(2026, 11, 20, tzinfo=ZONE)

_moments = st.integers(-5 * 24 * 60, 2 * 24 * 60).map(lambda m: NOW + timedelta(minutes=m))
_steps = st.builds(
    lambda at, kind, all_day: a_step(CLIENTS[0], at=at, kind=kind, all_day=all_day),
    _moments,
    st.sampled_from(StepKind),
    st.booleans(),
)
_fits = st.builds(
    lambda at, until: an_encounter(
        CLIENTS[0],
        fitting=Fitting(value_add_id="v", title="A talk", because="", at=at, until=until),
    ),
    _moments.map(lambda at: at - timedelta(weeks=3)),
    st.none() | _moments.map(lambda at: at + days(1)),
)
CLIENTS = [a_client(f"Client {number}") for number in range(4)]


def _files(steps, again, fits) -> list[ClientFile]:
    """Return files of a few clients, the steps and moments shared out among them."""
    made = []
    for number, client in enumerate(CLIENTS):
        tried = Standing(last_attempt=TODAY, unanswered=1) if again[number] else Standing()
        met = tuple(fits[number::4])
        made.append(
            ClientFile(
                client=a_client(client.name, id=client.id, call_again_at=again[number]),
                standing=tried,
                next_steps=tuple(steps[number::4]),
                encounters=met,
                fitting=met,
            )
        )
    return made


def _listed(files: list[ClientFile], now: datetime) -> CallList:
    return call_list(files, playbooks=PLAYBOOKS, rules=QueueRules(), now=now)


def _holding(files: list[ClientFile], now: datetime = NOW) -> Span:
    ways = Ways.at(now, playbooks=PLAYBOOKS, rules=QueueRules())
    return holding([row_of(file, ways) for file in files], ways)


@given(
    st.lists(_steps, max_size=8),
    st.lists(st.none() | _moments, min_size=4, max_size=4),
    st.lists(_fits, max_size=4),
    st.floats(0, 1, exclude_max=True),
)
@example([], [None, None, None, None], [], 1 - 2**-53)
def test_all_that_time_the_list_says_the_same(steps, again, fits, part):
    files = _files(steps, again, fits)
    since, until = _holding(files)
    assert BEGINS <= since <= NOW < until <= ENDS
    last = until - timedelta(microseconds=1)  # what is nearer than that is rounded to `until`
    other = min(since + (until - since) * part, last).astimezone(ZONE)
    assert replace(_listed(files, other), now=NOW) == _listed(files, NOW)


def test_a_call_back_ends_it_at_its_hour_and_what_has_passed_does_not():
    soon = NOW + timedelta(minutes=20)
    came = NOW - timedelta(hours=1)
    files = _files([a_step(CLIENTS[0], at=at) for at in (came, soon)], [None] * 4, [])
    assert _holding(files) == (came, soon)
    assert replace(_listed(files, soon), now=NOW) != _listed(files, NOW)
    assert _holding([]) == (BEGINS, ENDS)


def test_on_a_day_on_which_the_clocks_change_it_does_not_hold_at_all():
    spring = datetime(2026, 10, 4, 9, tzinfo=ZONE)
    assert spring not in _holding([], spring)
