"""A small desk with every reason to call somebody, for tests of screens and of flows.

It is the day of `tests.builders.NOW`: Thursday 19 November 2026, 14:02 in Sydney. Every id is
fixed, so that what is drawn of it is the same each time.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time

from followup_tui.domain.client import (
    AccountManager,
    Client,
    Competitor,
    DoNotCall,
    Origin,
    OriginKind,
    Person,
)
from followup_tui.domain.course import Attendee, Course, Draw, Pick
from followup_tui.domain.encounter import Encounter, Warmth
from followup_tui.domain.interaction import Answer, NoteLine, Outcome
from followup_tui.domain.page import Contact, Event, HealthNote, NewsItem, PageFacts, Source
from followup_tui.domain.promise import StepKind
from followup_tui.domain.record import Record
from followup_tui.domain.value_add import Offer, OfferState, ValueAddKind
from followup_tui.settings.model import Day, Me, Settings, Sources, Web
from tests.builders import (
    NOW,
    TODAY,
    ZONE,
    a_client,
    a_project,
    a_promise,
    a_step,
    a_value_add,
    an_encounter,
    an_interaction,
    days,
)

ULLA = AccountManager(name="Ulla Berg", email="ulla@ourselves.example")


def fixed_id(name: str) -> str:
    """Return an id of 26 characters that says what it is the id of."""
    return (name.lower().replace(" ", "") + "0" * 26)[:26]


def at(day: date, clock: str) -> datetime:
    """Return the moment of that day and hour (``10:00``) in the user's zone."""
    return datetime.combine(day, time.fromisoformat(clock), tzinfo=ZONE)


def _client(name: str, person: Person, **fields: object) -> Client:
    return a_client(name, id=fixed_id(name), people=(person,), **fields)


NORTHWIND = _client(
    "Northwind Traders",
    Person(
        name="Jane Li",
        role="IT Manager",
        phones=("+61 2 5550 0142",),
        emails=("jane.li@northwind.example",),
    ),
    website="https://northwind.example/",
    competitors=(Competitor(name="Fabrikam", website="https://fabrikam.example/"),),
    interests=("Azure", "costs"),
    likes=("the monthly reports",),
    tags=("retail",),
    account_manager=ULLA,
    zone="Australia/Sydney",
    about="Two shops in Newtown, a warehouse in Parramatta.",
)
TAILSPIN = _client(
    "Tailspin Toys",
    Person(name="Omar Haddad", role="Developer", phones=("+1 206 555 0117",)),
    zone="America/Los_Angeles",
    interests=("Azure", "testing"),
    created=NOW - days(20),
    origin=Origin(kind=OriginKind.COURSE, detail="Azure course"),
)
WIDE_WORLD = _client(
    "Wide World Importers",
    Person(name="Priya Nair", role="Founder", emails=("priya@wideworld.example",)),
    website="https://wideworld.example/",
)
CONTOSO = _client(
    "Contoso Clinics",
    Person(name="Sam Okafor", role="Head of Operations", phones=("+44 20 7946 0155",)),
    zone="Europe/London",
)
ADVENTURE = _client(
    "Adventure Works",
    Person(name="Lena Vogt", role="CTO", phones=("+41 44 555 01 90",)),
    zone="Europe/Zurich",
)
LITWARE = _client(
    "Litware",
    Person(name="Inês Duarte", role="Product Owner", emails=("ines@litware.example",)),
)
FOURTH = _client("Fourth Coffee", Person(name="Tom Brandt", phones=("+1 312 555 0199",)))
PROSEWARE = _client(
    "Proseware", Person(name="Mei Tanaka", role="Editor"), snoozed_until=TODAY + days(6)
)
LUCERNE = _client(
    "Lucerne Publishing",
    Person(name="Paul Frei"),
    do_not_call=DoNotCall(since=TODAY - days(40), why="asked to be written to instead"),
)
WOODGROVE = _client("Woodgrove Bank", Person(name="Ada Quist", role="Branch Manager"))

CLIENTS = (
    NORTHWIND,
    TAILSPIN,
    WIDE_WORLD,
    CONTOSO,
    ADVENTURE,
    LITWARE,
    FOURTH,
    PROSEWARE,
    LUCERNE,
    WOODGROVE,
)

TALK = a_value_add(
    "Keeping costs down",
    id=fixed_id("va-talk"),
    url="https://ourselves.example/talks/costs",
    topics=("Azure", "costs"),
)
BREAKFAST = a_value_add(
    "Free breakfast: what changed in Azure",
    id=fixed_id("va-breakfast"),
    kind=ValueAddKind.EVENT,
    url="https://ourselves.example/breakfast",
    topics=("Azure",),
    starts=at(TODAY + days(13), "07:30"),
)
ARTICLE = a_value_add(
    "Ten tests worth having",
    id=fixed_id("va-article"),
    kind=ValueAddKind.ARTICLE,
    url="https://ourselves.example/articles/ten-tests",
    topics=("testing",),
)
CONSULTATION = a_value_add(
    "An hour with Ulla, free", id=fixed_id("va-hour"), kind=ValueAddKind.CONSULTATION
)
PAST_EVENT = a_value_add(
    "Spring user group",
    id=fixed_id("va-past"),
    kind=ValueAddKind.EVENT,
    starts=at(TODAY - days(60), "18:00"),
    topics=("Azure",),
)

LAST_CALL = TODAY - days(192)


def _people_reached() -> tuple[Record, ...]:
    """Return what was said to whom, and when."""
    return (
        an_interaction(
            NORTHWIND,
            id=fixed_id("i-northwind"),
            day=LAST_CALL,
            person="Jane Li",
            playbook="keep-in-touch",
            notes=(
                NoteLine(at=at(LAST_CALL, "10:02"), text="moved to Azure in May"),
                NoteLine(at=at(LAST_CALL, "10:03"), text="+ likes the monthly reports"),
                NoteLine(at=at(LAST_CALL, "10:06"), text="! send the pricing link"),
            ),
            answers=(Answer(question="how-is-it-going", text="well, fewer calls than before"),),
        ),
        *(
            an_interaction(client, id=fixed_id(f"i-{client.id[:9]}"), day=TODAY - days(ago))
            for client, ago in (
                (CONTOSO, 60),
                (ADVENTURE, 30),
                (LITWARE, 20),
                (FOURTH, 201),
                (PROSEWARE, 170),
                (LUCERNE, 190),
                (WOODGROVE, 12),
            )
        ),
        an_interaction(
            CONTOSO,
            id=fixed_id("i-contoso-callback"),
            day=TODAY - days(1),
            outcome=Outcome.CALL_BACK,
        ),
    )


def _work() -> tuple[Record, ...]:
    """Return the projects and the course."""
    course = Course(
        id=fixed_id("course-azure"),
        created=NOW - days(20),
        title="Azure course",
        topic="Azure",
        first_day=TODAY - days(15),
        last_day=TODAY - days(14),
        host="Rosa Lindqvist",
        attendees=(Attendee(name="Omar Haddad", client_id=TAILSPIN.id),),
    )
    return (
        a_project(
            NORTHWIND,
            "Booking portal",
            id=fixed_id("p-northwind"),
            technologies=("Azure", "Blazor"),
            started=TODAY - days(420),
            ended=TODAY - days(300),
            success=True,
            closing=(),
        ),
        a_project(
            LITWARE,
            "Stock take app",
            id=fixed_id("p-litware"),
            technologies=("Flutter",),
            started=TODAY - days(120),
            ended=TODAY - days(6),
        ),
        course,
        Draw(
            id=fixed_id("draw-azure"),
            created=NOW - days(14),
            course_id=course.id,
            seed=7,
            pool=("Omar Haddad",),
            picks=(Pick(client_id=TAILSPIN.id, name="Omar Haddad"),),
            coffee_day=TODAY,
        ),
    )


def _agreed() -> tuple[Record, ...]:
    """Return what was promised, agreed and offered."""
    met: Encounter = an_encounter(
        WIDE_WORLD,
        id=fixed_id("e-wideworld"),
        talked_about="moving their orders out of spreadsheets",
        in_common="both learned on a Commodore",
        learned="customs forms are a day's work each week",
        warmth=Warmth.PROSPECT,
    )
    return (
        met,
        a_promise(NORTHWIND, "send the pricing link", id=fixed_id("pr-northwind")),
        a_step(
            CONTOSO,
            id=fixed_id("s-contoso"),
            at=at(TODAY, "15:00"),
            agreed=True,
            text="after the ward round",
        ),
        a_step(
            ADVENTURE,
            id=fixed_id("s-adventure"),
            kind=StepKind.MEETING,
            at=at(TODAY, "16:30"),
            agreed=True,
            text="look at the release plan",
        ),
        Offer(
            id=fixed_id("o-northwind"),
            created=NOW - days(192),
            client_id=NORTHWIND.id,
            value_add_id=CONSULTATION.id,
            state=OfferState.OFFERED,
            at=NOW - days(192),
        ),
    )


def story() -> tuple[Record, ...]:
    """Return all records of the story."""
    value_adds = (TALK, BREAKFAST, ARTICLE, CONSULTATION, PAST_EVENT)
    return (*CLIENTS, *value_adds, *_people_reached(), *_work(), *_agreed())


def story_settings() -> Settings:
    """Return settings that name who we are and where our events stand."""
    return Settings(
        me=Me(name="Rosa Lindqvist", email="rosa@ourselves.example", zone="Australia/Sydney"),
        day=Day(capacity=12),
        sources=Sources(
            own_events=("https://ourselves.example/events",),
            user_group=("https://usergroup.example/",),
        ),
        account_managers=(ULLA,),
        web=Web(prefetch=False),  # a test that wants it says so: nothing moves by itself
    )


def _event(title: str, day: date, url: str) -> Event:
    return Event(
        title=title,
        start=at(day, "18:00"),
        url=url,
        sources=(Source(url=url, method="json-ld", words=title, read_at=NOW.astimezone(UTC)),),
    )


def story_pages() -> tuple[PageFacts, ...]:
    """Return what the web sites of the story say, for `fakes.FakePages`."""
    own, group = "https://ourselves.example/events", "https://usergroup.example/"
    return (
        PageFacts(
            url="https://northwind.example/",
            read_at=NOW,
            title="Northwind Traders",
            description="Fine food from small makers, delivered in Sydney.",
            summary=("Fine food from small makers, delivered in Sydney.", "Two shops in Newtown."),
            headings=("Our makers", "Delivery", "Tastings"),
            news=(NewsItem(title="A third shop opens", date=TODAY - days(20)),),
            events=(
                _event("Cheese tasting", TODAY + days(8), "https://northwind.example/"),
                _event("Open cellar", TODAY + days(22), "https://northwind.example/"),
            ),
            contacts=(Contact(kind="email", value="hello@northwind.example"),),
            health=(HealthNote(key="copyright", evidence="© 2019", say="The year is an old one."),),
        ),
        PageFacts(
            url="https://fabrikam.example/",
            read_at=NOW,
            title="Fabrikam: new pricing",
            description="Food by subscription.",
            headings=("New pricing",),
        ),
        PageFacts(
            url=own,
            read_at=NOW,
            title="Our events",
            events=(
                _event("Breakfast: what changed in Azure", TODAY + days(13), own),
                _event("Testing workshop", TODAY + days(27), own),
                _event("Open office", TODAY + days(34), own),
            ),
        ),
        PageFacts(
            url=group,
            read_at=NOW,
            title="Sydney user group",
            events=(_event("Keeping costs down", TODAY + days(6), group),),
        ),
    )
