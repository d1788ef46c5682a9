"""What changed on a site: facts, believed once two looks agree, told in at most five lines."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from followup_tui.domain.websites.changes import changes, pick
from followup_tui.domain.websites.comparing import compare
from followup_tui.domain.websites.site import PageRole, SiteFacts
from followup_tui.domain.websites.site_changes import (
    MOST_LINES,
    ChangeKind,
    Changes,
    SiteChange,
    Turn,
)
from tests.domain.websites.sites import MAY, ROLES, SPOKEN, TODAY, YESTERDAY, a_look

WITHOUT_SERVICES = tuple(role for role in ROLES if role is not PageRole.SERVICES)


def confirmed(then: SiteFacts, now: SiteFacts, *others: SiteFacts) -> Changes:
    """Compare, the day before having seen what today shows."""
    before_now = replace(now, read_at=YESTERDAY, fetched=tuple(YESTERDAY for _ in now.pages))
    return changes(then, now, before_now=before_now, since=SPOKEN, others=others)


def in_short(found: Changes) -> list[tuple[str, str, str, str]]:
    return [(line.kind.value, line.turn.value, line.old, line.new) for line in found.lines]


def test_what_is_new_gone_or_renamed_is_one_line_each() -> None:
    then = a_look(MAY, offerings=("Cloud migration", "Managed desktops", "Data reports"))
    now = a_look(offerings=("Cloud migration", "AI helpdesk", "Data reports and dashboards"))

    assert in_short(confirmed(then, now)) == [
        ("offering", "new", "", "AI helpdesk"),
        ("offering", "now", "Data reports", "Data reports and dashboards"),
        ("offering", "gone", "Managed desktops", ""),
    ]


@pytest.mark.parametrize(
    ("then", "now"),
    [
        ({"tagline": "Trusted by 340 teams"}, {"tagline": "Trusted by 352 teams"}),
        ({"offerings": ["25 years of care"]}, {"offerings": ["26 years of care"]}),
        ({"offerings": ["Audit, May 2026"]}, {"offerings": ["Audit, November 2026"]}),
        ({"offerings": ["Trainings for teams"]}, {"offerings": ["Training for teams"]}),
        ({"offerings": ["CLOUD MIGRATION"]}, {"offerings": ["Cloud migration"]}),
        ({"prices": ["Team: €1.490,00"]}, {"prices": ["Team: €1,490"]}),
        ({"prices": ["Team: €49"]}, {"prices": ["Team: $54"]}),
        (
            {"offices": ["12 Wharf Street, Fremantle WA 6160"]},
            {"offices": ["12 Wharf St, Fremantle"]},
        ),
        ({"jobs": ["Engineer (m/f/d)"]}, {"jobs": ["Engineer"]}),
        ({"people": [("Jane Li", "CTO")]}, {"people": [("Jane Li", "")]}),
        ({"language": "de", "offerings": ["Beratung"]}, {"offerings": ["Consulting"]}),
        ({"offerings": []}, {"offerings": ["Migration", "Desktops", "Reports"]}),
    ],
)
def test_no_change_is_made_of(then: dict[str, object], now: dict[str, object]) -> None:
    one, other = a_look(MAY, **then), a_look(**now)  # type: ignore[arg-type]

    assert in_short(confirmed(one, other)) == []


@pytest.mark.parametrize(
    ("then", "now", "expected"),
    [
        (
            {"people": [("Omar Haddad", "Developer")]},
            {"people": [("Omar Haddad", "CTO")]},
            ("people", "now", "Developer", "CTO"),
        ),
        (
            {"people": [("Jane Li", "Head of IT"), ("Kim Oh", "Sales")]},
            {"people": [("Ulla Berg", "Head of IT"), ("Kim Oh", "Sales")]},
            ("people", "followed by", "Jane Li", "Ulla Berg"),
        ),
        (
            {"prices": ["Team plan: €49 a month"]},
            {"prices": ["Team plan: €59 a month"]},
            ("price", "now", "€49 a month", "€59 a month"),
        ),
        (
            {"offices": ["12 Queen Street, Sydney"]},
            {"offices": ["12 Queen Street, Sydney", "40 Hay Street, Perth"]},
            ("office", "new", "", "40 Hay Street, Perth"),
        ),
        (
            {"offices": ["12 Queen Street, Sydney"]},
            {"offices": ["40 Hay Street, Perth"]},
            ("office", "now", "12 Queen Street, Sydney", "40 Hay Street, Perth"),
        ),
        (
            {"offices": ["Level 2, 12 Queen Street, Sydney"]},
            {"offices": ["Level 3, 12 Queen Street, Sydney"]},
            (
                "office",
                "now",
                "Level 2, 12 Queen Street, Sydney",
                "Level 3, 12 Queen Street, Sydney",
            ),
        ),
        (
            {"tagline": "Ledgers for small shops"},
            {"tagline": "Accounts that close themselves"},
            ("tagline", "now", "Ledgers for small shops", "Accounts that close themselves"),
        ),
        (
            {"jobs": ["Azure Tester"]},
            {"jobs": ["Azure Tester", "Senior Azure Engineer", "Azure Architect", "Azure Admin"]},
            (
                "positions",
                "new",
                "1 position for Azure",
                "3 positions for Azure: Azure Admin; Azure Architect; Senior Azure Engineer",
            ),
        ),
    ],
)
def test_each_kind_with_its_old_and_new_words(
    then: dict[str, object], now: dict[str, object], expected: tuple[str, str, str, str]
) -> None:
    one, other = a_look(MAY, **then), a_look(**now)  # type: ignore[arg-type]

    (line,) = confirmed(one, other).lines

    assert (line.kind.value, line.turn.value, line.old, line.new) == expected
    assert line.url.startswith("https://tailspin.example/")


def test_a_site_written_anew_is_one_line() -> None:
    then = a_look(MAY, offerings=("Ledgers", "Payroll", "Tax returns", "Audits"))
    now = a_look(offerings=("Close faster", "Pay people", "Sleep well", "Grow", "Ask us"))

    assert in_short(confirmed(then, now)) == [
        ("offering", "now", "Audits · Ledgers · Payroll", "Ask us · Close faster · Grow")
    ]


def test_what_one_look_alone_has_seen_is_counted_and_not_told() -> None:
    then, now = a_look(MAY, offerings=("Payroll",)), a_look(offerings=("Payroll", "Audits"))

    found = changes(then, now, before_now=None, since=SPOKEN)

    assert (found.lines, found.unconfirmed) == ((), 1)
    seen_otherwise = a_look(YESTERDAY, offerings=("Payroll", "Travel"))
    assert changes(then, now, before_now=seen_otherwise, since=SPOKEN).lines == ()


def test_two_looks_at_one_copy_are_one() -> None:
    then, now = a_look(MAY, offerings=("Payroll",)), a_look(offerings=("Payroll", "Audits"))
    copy = replace(now, read_at=TODAY - timedelta(minutes=20))

    assert changes(then, now, before_now=copy, since=SPOKEN).lines == ()


def test_a_look_at_half_the_pages_anew_confirms_what_an_older_look_saw() -> None:
    """The last look may share a copy with this one; then the one before it counts."""
    then, now = a_look(MAY, offerings=("Payroll",)), a_look(offerings=("Payroll", "Audits"))
    copy = replace(now, read_at=TODAY - timedelta(minutes=20))
    yesterday = replace(now, read_at=YESTERDAY, fetched=tuple(YESTERDAY for _ in now.pages))

    found = changes(then, now, before_now=copy, since=SPOKEN, others=[yesterday])

    assert in_short(found) == [("offering", "new", "", "Audits")]


def test_what_comes_and_goes_rotates() -> None:
    then = a_look(MAY, offerings=("Payroll",), tagline="Ledgers for small shops")
    now = a_look(offerings=("Payroll", "Audits"), tagline="Accounts that close themselves")
    in_march = replace(now, read_at=MAY - timedelta(days=60))

    assert len(confirmed(then, now).lines) == 2
    assert confirmed(then, now, in_march).lines == ()


def test_what_stood_on_a_page_that_was_not_read_is_neither_gone_nor_new() -> None:
    whole = {"offerings": ("Payroll", "Audits"), "prices": ("Team: €49",)}
    then, now = a_look(MAY, **whole), a_look(roles=WITHOUT_SERVICES, missed=(PageRole.SERVICES,))

    assert confirmed(then, now).lines == ()
    assert confirmed(replace(now, read_at=MAY), a_look(**whole)).lines == ()


def test_what_found_no_place_in_a_long_list_is_neither_gone_nor_new() -> None:
    full = [f"Ware number {name}" for name in "abcdefghijkl"]
    then, now = a_look(MAY, offerings=full), a_look(offerings=["Harps", *full[:-1]])

    assert confirmed(then, now).lines == ()
    assert len(confirmed(a_look(MAY, offerings=full[:-2]), now).lines) == 2


def test_a_page_that_there_was_not_yet_brings_something_new() -> None:
    then = a_look(MAY, roles=tuple(role for role in ROLES if role is not PageRole.CAREERS))
    now = a_look(jobs=("Azure Engineer", "Azure Architect"))

    assert [line.title for line in confirmed(then, now).lines] == ["2 positions for Azure"]


def test_news_counts_by_its_date_without_a_second_look() -> None:
    then = a_look(MAY, news=(("Our first year", date(2026, 5, 2)),))
    now = a_look(
        news=(
            ("We open in Perth", date(2026, 11, 3)),
            ("Our first year", date(2026, 11, 4)),
            ("An older piece", date(2026, 5, 12)),
            ("From the future", date(2026, 12, 1)),
        )
    )

    for first in (then, None):
        found = changes(first, replace(now, news=now.news[:1] + now.news[2:]), since=SPOKEN)
        assert in_short(found) == [("news", "new", "", "We open in Perth")]
    assert in_short(changes(then, now, since=SPOKEN)) == [("news", "new", "", "We open in Perth")]


def test_news_without_a_date_needs_a_second_look() -> None:
    then, now = a_look(MAY), a_look(news=(("We open in Perth", None),))

    assert changes(then, now, since=SPOKEN).lines == ()
    assert in_short(confirmed(then, now)) == [("news", "new", "", "We open in Perth")]


def test_events_are_new_moved_called_off_or_gone() -> None:
    def day(month: int, number: int) -> datetime:
        return datetime(2026, month, number)  # noqa: DTZ001 -- an all-day event is naive

    then = a_look(
        MAY,
        events=(
            ("Open day", day(5, 20)),
            ("Azure evening", day(12, 3)),
            ("Winter school", day(12, 5)),
            ("Wine and wires", day(12, 8)),
        ),
    )
    now = a_look(
        events=(
            ("Open day", day(11, 30)),
            ("Azure evening", day(12, 10)),
            ("Winter school", day(12, 5)),
        ),
        cancelled=("Winter school",),
    )

    once = changes(then, now, since=SPOKEN)
    assert in_short(once) == [
        ("event", "new", "last on Wed 20 May 2026", "Open day"),
        ("event", "now", "Thu 3 Dec 2026", "Thu 10 Dec 2026"),
        ("event", "gone", "Winter school", "called off"),
    ]
    assert ("event", "gone", "Wine and wires", "") in in_short(confirmed(then, now))


def test_questions_differ_and_name_what_they_are_about() -> None:
    then = a_look(MAY, offerings=("Payroll",), offices=("12 Queen Street, Sydney",))
    now = a_look(
        offerings=("Payroll", "Audits", "Travel desk"),
        offices=("12 Queen Street, Sydney", "40 Hay Street, Perth"),
        news=(("We hired a choir", date(2026, 11, 3)),),
        jobs=("Azure Engineer", "Azure Architect"),
        events=(("Open day", datetime(2026, 11, 30, tzinfo=UTC)),),
    )

    lines = confirmed(then, now).lines

    assert len({line.question for line in lines}) == len(lines) == MOST_LINES
    for line in lines:
        assert line.question.endswith("?")
        assert (line.title or line.new) in line.question


def test_the_looks_to_compare() -> None:
    looks = [a_look(TODAY - timedelta(days=days)) for days in (1, 8, 90, 200)]
    now = a_look()

    chosen = pick([now, *looks], now, spoken=MAY)

    assert chosen.then is looks[3]
    assert chosen.before_now is looks[0]
    assert set(map(id, chosen.others)) == {id(looks[1]), id(looks[2])}
    assert pick([now], now, spoken=MAY).then is None
    this_morning = a_look(TODAY - timedelta(hours=1))
    assert pick([this_morning], now, spoken=MAY).then is None
    assert pick([this_morning], now, spoken=TODAY - timedelta(hours=2)).then is this_morning


# --- laws ------------------------------------------------------------------------------------

_WORDS = st.sampled_from(
    ("ledger", "payroll", "audit", "travel", "training", "wiring", "coffee", "harbour", "timber")
)
_TEXTS = st.lists(
    st.lists(_WORDS, min_size=1, max_size=3, unique=True).map(" ".join), max_size=6, unique=True
)
_LOOKS = st.builds(
    lambda offerings, jobs, offices, names, news: a_look(
        offerings=offerings,
        jobs=jobs,
        offices=offices,
        people=[(name.title(), "") for name in names],
        news=[(title, SPOKEN + timedelta(days=20 + place)) for place, title in enumerate(news)],
    ),
    _TEXTS,
    _TEXTS,
    _TEXTS,
    _TEXTS,
    _TEXTS,
)
_FEW = settings(max_examples=60, deadline=None)


@_FEW
@given(_LOOKS)
def test_a_site_against_itself_has_no_change_but_its_dated_news(look: SiteFacts) -> None:
    found = confirmed(replace(look, read_at=MAY), look)

    assert {line.kind for line in found.lines} <= {ChangeKind.NEWS}
    assert found.unconfirmed == 0


@_FEW
@given(_LOOKS, _LOOKS, st.randoms(use_true_random=False))
def test_the_order_of_facts_says_nothing(one: SiteFacts, other: SiteFacts, random: object) -> None:
    def shuffled(look: SiteFacts) -> SiteFacts:
        fields = {}
        for name in ("offerings", "jobs", "offices", "people", "news"):
            items = list(getattr(look, name))
            random.shuffle(items)  # type: ignore[attr-defined]
            fields[name] = tuple(items)
        return replace(look, **fields)

    then = replace(one, read_at=MAY)

    assert confirmed(then, other) == confirmed(shuffled(then), shuffled(other))


@_FEW
@given(_LOOKS, _LOOKS)
def test_what_is_new_one_way_is_gone_the_other_way(one: SiteFacts, other: SiteFacts) -> None:
    def undated(then: SiteFacts, now: SiteFacts) -> tuple[SiteChange, ...]:
        old = replace(then, read_at=MAY, news=())
        new = replace(now, news=())
        before = replace(new, read_at=YESTERDAY, fetched=tuple(YESTERDAY for _ in new.pages))
        return compare(old, new, before_now=before, since=SPOKEN, others=()).changes

    there, back = undated(one, other), undated(other, one)

    assert _words(there, Turn.NEW) == _words(back, Turn.GONE)
    assert _words(there, Turn.GONE) == _words(back, Turn.NEW)
    assert len(there) == len(back)


def _words(found: tuple[SiteChange, ...], turn: Turn) -> set[tuple[ChangeKind, str]]:
    return {
        (each.kind, each.new if turn is Turn.NEW else each.old)
        for each in found
        if each.turn is turn
    }


@_FEW
@given(_LOOKS, _LOOKS)
def test_there_are_at_most_five_lines_each_with_a_question_and_a_link(
    one: SiteFacts, other: SiteFacts
) -> None:
    found = confirmed(replace(one, read_at=MAY), other)

    assert len(found.lines) <= MOST_LINES
    assert found.more == 0 or len(found.lines) == MOST_LINES
    assert all(line.question and line.url and (line.old or line.new) for line in found.lines)
