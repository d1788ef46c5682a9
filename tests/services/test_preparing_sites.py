"""Preparing from whole sites: what is new since the last talk, page by page, and what it gives."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from msgspec.structs import replace

from followup_tui.domain.page import Event, HealthNote, NewsItem, Said
from followup_tui.domain.value_add import OfferState, ValueAdd, ValueAddKind
from followup_tui.domain.views import ItemStatus
from followup_tui.domain.websites.site import PageRole, SiteFacts, SiteLook
from followup_tui.settings.model import Settings, Web
from tests.builders import NOW, TODAY, ZONE, a_value_add, days
from tests.fakes import FakeClock, FakePages, FakeSites, MemoryRecords, a_desk
from tests.story import LAST_CALL, NORTHWIND, TALK, story, story_pages, story_settings

SITE, RIVAL = "https://northwind.example/", "https://fabrikam.example/"
TALKED = datetime.combine(LAST_CALL, time(10), tzinfo=ZONE)
ROLES = (PageRole.HOME, PageRole.SERVICES, PageRole.NEWS)


def said(text: str) -> Said:
    return Said(text=text, url=f"{SITE}services")


def a_site(url: str = SITE, *, at: datetime = NOW, **fields: object) -> SiteFacts:
    values: dict[str, object] = {
        "title": "Northwind Traders",
        "summary": ("Fine food from small makers.",),
        "offerings": (said("Pantry goods"), said("Overnight delivery")),
        "pages": tuple(f"{url}{role}" for role in ROLES),
        "roles": ROLES,
        "fetched": (at,) * len(ROLES),
    }
    return SiteFacts(url=url, read_at=at, **{**values, **fields})


def a_look(facts: SiteFacts, *, problem: str = "") -> SiteLook:
    return SiteLook(facts.url, facts=facts, fetched_at=facts.read_at, problem=problem)


class Room:
    """A desk over the story, whose sites can be told what to show."""

    def __init__(self, *extra, settings: Settings | None = None) -> None:
        self.clock = FakeClock()
        self.pages = FakePages(*story_pages(), clock=self.clock)
        self.sites = FakeSites(self.pages, self.clock)
        self.records = MemoryRecords([*story(), *extra], clock=self.clock)
        self.desk = a_desk(
            records=self.records,
            pages=self.pages,
            sites=self.sites,
            now=self.clock,
            settings=settings or story_settings(),
        )

    async def prepared(self, *, refresh: bool = False):
        views = self.desk.preparation.prepare(NORTHWIND.id, refresh=refresh)
        return [view async for view in views][-1]


def item(view, key="website"):
    return next(each for each in view.items if each.key == key)


def labelled(prepared, label):
    return [each.text for each in prepared.evidence if each.label == label]


async def test_what_is_new_since_the_last_talk_comes_first_with_a_question():
    room = Room()
    room.sites.remember(a_site(at=TALKED))
    news = (NewsItem(title="A third shop opens", date=TODAY - days(20), url=f"{SITE}news/3"),)
    room.sites.show(SITE, a_look(a_site(news=news)))
    site = item(await room.prepared())
    assert site.headline == "A third shop opens, 30 Oct"
    first, ask = site.evidence[:2]
    assert (first.label, first.url) == ("News", f"{SITE}news/3")
    assert ask.label == "Ask"
    assert "A third shop opens" in ask.text
    assert ask.text.endswith("?")
    assert len(labelled(site, "News")) == 1, "it is not told twice"


async def test_nothing_new_says_since_when_and_when_it_was_looked_at():
    room = Room()
    room.sites.remember(a_site(at=TALKED))
    room.sites.show(SITE, a_look(a_site()))
    assert item(await room.prepared()).headline == "nothing new since 11 May, looked at 14:02"


async def test_could_not_be_reached_is_another_sentence_and_keeps_what_was_known():
    room = Room()
    kept = a_site(at=TALKED)
    room.sites.remember(kept)
    room.sites.show(SITE, a_look(kept, problem="northwind.example did not answer within 15 s."))
    site = item(await room.prepared())
    assert site.status is ItemStatus.FAILED
    assert site.headline == (
        "could not be reached at 14:02: northwind.example did not answer within…"
    )
    assert site.problem == "northwind.example did not answer within 15 s."
    assert site.fetched_at == TALKED
    assert "Fine food from small makers." in labelled(site, "")


async def test_a_first_look_says_that_there_is_nothing_to_compare_with():
    room = Room()
    room.sites.show(SITE, a_look(a_site()))
    assert item(await room.prepared()).headline.startswith("first look: nothing to compare with")


async def test_a_change_without_a_date_is_believed_once_a_second_look_agrees():
    room = Room()
    room.sites.remember(a_site(at=TALKED))
    new = (said("Pantry goods"), said("Overnight delivery"), said("Cooking courses"))
    later = a_look(a_site(at=NOW + timedelta(seconds=20), offerings=new))
    room.sites.show(SITE, a_look(a_site(offerings=new)), anew=[later])
    view = await room.prepared()
    assert [(url, anew) for url, anew, _ in room.sites.asked if url == SITE] == [
        (SITE, False),
        (SITE, True),
    ]
    assert item(view).headline == "New offering: Cooking courses"
    room.clock.forward(minutes=2)
    await room.prepared()
    assert [url for url, *_ in room.sites.asked].count(SITE) == 3, "it is not confirmed again"


async def test_where_each_byte_costs_there_is_no_second_look():
    settings = replace(story_settings(), web=Web(metered=True))
    room = Room(settings=settings)
    room.sites.remember(a_site(at=TALKED))
    room.sites.show(SITE, a_look(a_site(offerings=(said("Cooking courses"),))))
    site = item(await room.prepared())
    assert [url for url, *_ in room.sites.asked].count(SITE) == 1
    assert site.headline.startswith("nothing new since 11 May"), "it is not believed yet"


async def test_it_comes_page_by_page_over_what_is_old():
    room = Room()
    old = a_site(at=TALKED, summary=("What stood there in May.",))
    room.sites.remember(old)
    home = a_site(roles=ROLES[:1], pages=(SITE,), fetched=(NOW,), offerings=())
    room.sites.show(SITE, a_look(home), a_look(a_site()))
    seen = []
    async for view in room.desk.preparation.prepare(NORTHWIND.id):
        texts = [each.text for each in item(view).evidence]
        seen.append(("What stood there in May." in texts, bool(labelled(item(view), "Offers"))))
    assert seen[0] == (True, True), "what is known is shown at once"
    assert seen[-1] == (False, True)


async def test_half_of_a_new_look_does_not_hide_the_whole_one_of_today():
    room = Room()
    room.sites.show(SITE, a_look(a_site()))
    await room.prepared()
    home = a_site(roles=ROLES[:1], pages=(SITE,), fetched=(NOW,), offerings=())
    room.sites.show(SITE, a_look(home), a_look(a_site()))
    async for view in room.desk.preparation.prepare(NORTHWIND.id, refresh=True):
        assert labelled(item(view), "Offers") == ["Pantry goods · Overnight delivery"]


async def test_events_of_all_their_pages_count():
    room = Room()
    start = NOW + days(3)
    events = tuple(Event(title=f"Tasting {n}", start=start + days(n)) for n in range(3))
    room.sites.show(SITE, a_look(a_site(events=events)))
    assert item(await room.prepared(), "events").headline == "theirs 3 · ours 3"


async def test_a_competitor_says_what_concerns_the_client_and_is_read_in_part():
    room = Room()
    room.sites.remember(a_site(RIVAL, at=TALKED, title="Fabrikam"))
    news = (
        NewsItem(title="We plant a tree", date=TODAY - days(3)),
        NewsItem(title="Azure behind every order", date=TODAY - days(30), url=f"{RIVAL}azure"),
    )
    room.sites.show(RIVAL, a_look(a_site(RIVAL, title="Fabrikam", news=news)))
    found = item(await room.prepared(), "competitors")
    assert found.headline == "Fabrikam: news, Azure behind every order"
    first = found.evidence[0]
    assert first.text.endswith("(because: Azure)")
    assert first.url == f"{RIVAL}azure"
    assert labelled(found, "Ask") == [], "nobody asks a client about somebody else's news"
    (roles,) = [roles for url, _, roles in room.sites.asked if url == RIVAL]
    assert roles is not None
    assert PageRole.CAREERS not in roles


NOTE = HealthNote(
    key="description-missing", evidence="no meta description", say="A sentence would help."
)


async def test_what_could_be_better_is_there_to_be_given_and_kept_once_it_is_chosen():
    room = Room()
    room.sites.show(SITE, a_look(a_site(health=(NOTE,))))
    view = await room.prepared()
    assert labelled(item(view), "Could be better") == [
        "A sentence would help. (no meta description)"
    ]
    (tip,) = [s for s in view.suggestions if s.value_add.kind is ValueAddKind.WEBSITE_TIP]
    assert tip.because == "seen on their website"
    assert room.records.get(ValueAdd, tip.value_add.id) is None
    view = await room.desk.preparation.choose(NORTHWIND.id, tip.value_add.id, chosen=True)
    assert room.records.get(ValueAdd, tip.value_add.id) is not None
    assert [s.value_add.id for s in view.suggestions if s.chosen] == [tip.value_add.id]
    await room.desk.library.offer(NORTHWIND.id, tip.value_add.id, OfferState.OFFERED)
    view = await room.prepared(refresh=True)
    assert tip.value_add.id not in {s.value_add.id for s in view.suggestions}


async def test_words_of_their_site_are_reasons_too():
    extra = a_value_add("On paper", topics=("Tastings",))
    room = Room(extra)
    room.sites.show(SITE, a_look(a_site(topics=("tasting", "cellar"))))
    before = await room.desk.preparation.view(NORTHWIND.id)
    assert {s.because for s in before.suggestions if s.value_add == extra} == {""}
    after = await room.prepared()
    assert {s.because for s in after.suggestions if s.value_add == extra} == {"Tastings"}


async def test_a_site_that_cannot_be_read_is_told_by_the_quiet_preparing_too():
    room = Room()
    room.pages.fail(RIVAL, "It is closed for repairs.")
    told = await room.desk.preparation.prepare_quietly(NORTHWIND.id)
    assert told == ("It is closed for repairs.",)


async def test_the_draft_mentions_what_was_seen_and_names_nothing_twice():
    room = Room()
    news = (NewsItem(title="A third shop opens", date=TODAY - days(20)),)
    room.sites.show(SITE, a_look(a_site(news=news)))
    view = await room.prepared()
    assert view.letter is not None
    assert "I read on your website: “A third shop opens”." in view.letter.body
    assert "Keeping costs down, Wed 25 Nov" in view.letter.body
    view = await room.desk.preparation.choose(NORTHWIND.id, TALK.id, chosen=True)
    assert view.letter is not None
    assert view.letter.body.count("Keeping costs down") == 1, "the talk is of that title too"
