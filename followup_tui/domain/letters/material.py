"""What a template may name: plain values, each there or plainly missing.

Nothing here is an empty text. What may be missing is None, and a template that names it without
asking (`{% if project %}`) is an error when it is loaded; what may be several is a row, perhaps
empty. So no letter can come out with a hole in it. Every text is clean and one line long, save the
signature. `docs/letters.md` lists these names for whoever writes a template.
"""

from __future__ import annotations

from dataclasses import dataclass

from followup_tui.domain.letters.spoken_days import Day, Moment


@dataclass(frozen=True, slots=True)
class Me:
    """Who writes."""

    name: str | None = None
    email: str | None = None
    company: str | None = None


@dataclass(frozen=True, slots=True)
class Someone:
    """Whom it is to, or the account manager."""

    name: str
    first: str
    """How they are greeted: “Jane”, “Dr Okafor”."""
    role: str | None = None
    email: str | None = None

    def __str__(self) -> str:
        return self.name


@dataclass(frozen=True, slots=True)
class TheClient:
    """The client."""

    name: str
    website: str | None = None
    interests: tuple[str, ...] = ()
    likes: tuple[str, ...] = ()
    """What they said they liked, as it is said to them: “the stock reports”."""
    about_a_person: bool = False
    """Whether the client is the person, and no company."""

    def __str__(self) -> str:
        return self.name


@dataclass(frozen=True, slots=True)
class TheProject:
    """The project that the letter is about, else the last one."""

    title: str
    technologies: tuple[str, ...] = ()
    ended: Day | None = None
    """None while the work is under way."""
    since: str | None = None
    """How long ago it ended: “ten months”; None while it is under way or in its first week."""
    under_way: bool = False
    success: bool = False
    """Whether they call it one."""
    failed: bool = False
    """Whether they call it none."""
    told: tuple[str, ...] = ()
    """What they liked, as it goes on behind “when we spoke about it, …”: “you liked the calm way
    the go-live was run”."""
    praise: tuple[str, ...] = ()
    """The same as sentences that they could write themselves."""
    asked: Day | None = None
    """When this was asked for before."""
    agreed: bool = False
    """Whether they just said that they would."""
    given: bool = False
    """Whether it is there: the yes to a reference, the words for the website."""

    def __str__(self) -> str:
        return self.title


@dataclass(frozen=True, slots=True)
class TheEncounter:
    """Where they were met."""

    day: Day
    where: str | None = None
    """With its preposition: “at DevMeetup”, “in the queue for the coffee”."""
    talked: str | None = None
    """What was talked about: “customs papers: nine forms a container, typed by hand”."""
    in_common: str | None = None
    learned: str | None = None
    promised: str | None = None
    warmth: str = "open"
    """``prospect``, ``open`` or ``card only``."""


@dataclass(frozen=True, slots=True)
class TheCourse:
    """The course whose attendee they were."""

    title: str
    ended: Day
    topic: str | None = None
    host: str | None = None
    """Who has the coffee."""
    host_is_me: bool = False
    place: str | None = None
    coffee_day: Day | None = None

    def __str__(self) -> str:
        return self.title


@dataclass(frozen=True, slots=True)
class TheTalk:
    """A conversation: the one that is followed up, or the last one."""

    day: Day
    when: str
    """Seen from today: “yesterday”, “in May”."""
    what: str
    """``call``, ``coffee`` or ``meeting``."""
    lines: tuple[str, ...] = ()
    """Some of what was said, as sentences to them: what they liked first."""
    liked: tuple[str, ...] = ()
    """Without the words that say so: “the stock reports”."""
    bothered: tuple[str, ...] = ()
    interests: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    then: str = "when we spoke"
    """When that was, as a sentence begins with it: “when we spoke in May”, “at the course”."""
    told: str | None = None
    """The one thing that is best recalled, as a clause: “you liked the reports”."""
    recalled: str | None = None
    """Both as a sentence: “When we spoke in May, you liked the reports.”"""


@dataclass(frozen=True, slots=True)
class Gift:
    """A value-add that goes with the letter."""

    title: str
    line: str
    """All of it in one line: title, day, why and link."""
    url: str | None = None
    why: str | None = None
    """“because of Azure and costs”."""
    when: Moment | None = None
    where: str | None = None

    def __str__(self) -> str:
        return self.line


@dataclass(frozen=True, slots=True)
class Task:
    """Something that was promised, or asked; numbers go on from ours to theirs to questions."""

    number: int
    line: str
    """“Send you the pricing link, by Friday 20 November”."""
    text: str
    promised: str = "it"
    """How it goes on behind “I promised”: “you the pricing link”, “to send you the list”."""
    due: Day | None = None
    """None where it is past."""
    made: str | None = None
    """When it was promised: “yesterday”, “in May”."""

    def __str__(self) -> str:
        return self.line


@dataclass(frozen=True, slots=True)
class Step:
    """An agreed next step: a call, a coffee, a meeting, a pencilled booking."""

    kind: str
    a_kind: str
    """With its article: “a call”."""
    at: Moment
    text: str | None = None
    attached: bool = False
    """Whether its calendar file goes along."""


@dataclass(frozen=True, slots=True)
class Consultation:
    """The free consultation that they wished for."""

    day: Day | None = None
    """The day that they named for it."""
    about: str | None = None
    """What it is to put right."""


@dataclass(frozen=True, slots=True)
class Introduction:
    """Somebody whom they named, for which thanks are owed."""

    name: str
    line: str
    """“Grace Mbeki of Lighthouse Learning”."""
    spoken: bool = False
    """Whether we have spoken to them since."""
    became: str | None = None
    """The client they became, where its name is not theirs."""
    when: str | None = None
    """When they were named: “in May”."""

    def __str__(self) -> str:
        return self.name


@dataclass(frozen=True, slots=True)
class LetterMaterial:
    """All that a template may name."""

    hello: str
    """“Hello Jane,”, or “Hello,” where nobody is known."""
    today: Day
    client: TheClient
    me: Me = Me()
    signature: str | None = None
    """The user's, of several lines perhaps; else their name."""
    person: Someone | None = None
    manager: Someone | None = None
    """The account manager, unless that is the user."""
    project: TheProject | None = None
    encounter: TheEncounter | None = None
    course: TheCourse | None = None
    talk: TheTalk | None = None
    """The conversation that is followed up."""
    last_talk: TheTalk | None = None
    """The last time they were reached, before today's conversation if there is one."""
    memories: tuple[str, ...] = ()
    """What is recalled of the last talks, up to two sentences: “When we spoke in May, you liked the
    reports.”, “What bothered you: the bill.”"""
    tries: tuple[Day, ...] = ()
    """The days on which they could not be reached since."""
    tried: str | None = None
    """Those in words: “on Tuesday 10 November and today”."""
    gifts: tuple[Gift, ...] = ()
    """What was chosen for them; after a conversation what they were offered or took."""
    events: tuple[str, ...] = ()
    """What is coming up, each in one line."""
    carried: tuple[str, ...] = ()
    """What the user had written into the suggestions in words of their own, by paragraph."""
    news: str | None = None
    """A sentence about what is new on their website."""
    ours: tuple[Task, ...] = ()
    """What we owe them."""
    theirs: tuple[Task, ...] = ()
    questions: tuple[Task, ...] = ()
    steps: tuple[Step, ...] = ()
    """What is agreed to come next, the next one first."""
    slots: tuple[Moment, ...] = ()
    """Two times to choose from, in their hours: those that were proposed already, if there are
    any; none where a step is agreed."""
    slots_attached: bool = False
    """Whether their calendar entries go along."""
    slots_words: str | None = None
    """“Thursday 26 November at 10:00 or Monday 30 November at 14:00 your time”."""
    call_again: Day | None = None
    """The day of the next call."""
    consultation: Consultation | None = None
    introduction: Introduction | None = None
    programme: str | None = None
    """The partner programme that mails clients for their approval of a reference."""
    review_link: str | None = None
