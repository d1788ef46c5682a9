"""A letter service over the fakes, and the letter's screen in an app of its own."""

from __future__ import annotations

import inspect
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from msgspec.structs import replace as written_as
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Static

from followup_tui.desk import Desk
from followup_tui.domain.client import Client
from followup_tui.domain.letter import Left, Letter, LetterKind, LetterState, Way
from followup_tui.domain.letters.mail import CannotLeave, NeedsPassword
from followup_tui.domain.letters.templates import BLANK
from followup_tui.domain.letters.view import LetterCase, LetterView, WayOut, check_letter
from followup_tui.domain.personal import Fact
from followup_tui.domain.promise import Promise
from followup_tui.domain.record import utc
from followup_tui.tui.app import FollowupApp
from followup_tui.tui.messages import LetterWanted
from followup_tui.tui.screens.letter import LetterScreen
from tests.builders import NOW
from tests.fakes import a_story_desk
from tests.story import NORTHWIND, fixed_id
from tests.tui.waiting import until

FACTS = (
    Fact("moved to Azure in May", "said", source="call with Jane Li", when=date(2026, 5, 11)),
    Fact("likes the reports", "liked", source="call with Jane Li", when=date(2026, 5, 11)),
    Fact("fewer calls from the shops since the portal", "said", source="call with Jane Li",
         when=date(2026, 5, 11)),
    Fact("training for the new planners", "interest", source="call with Jane Li"),
)  # fmt: skip
SUBJECT = "As per our conversation: the portal"
BODY = """Hello Jane,

as per our conversation, thank you for your time on Thursday.

- You like the reports.
- You wanted to know more about the training for the new planners.

1. I send you the pricing link by Friday 20 November.

Shall we speak again on Thursday 26 November at 10:00?

Kim Doe
"""


@dataclass
class FakeLetters:
    """What the letter's screen asks of the service, in memory; `wrong` fails what it names."""

    desk: Desk
    client: Client = NORTHWIND
    subject: str = SUBJECT
    body: str = BODY
    wrong: dict[str, Exception] = field(default_factory=dict)
    """By method (or way out), what it raises."""
    typed: list[Letter] = field(default_factory=list)
    """What was kept while it was typed."""
    records: dict[str, Letter] = field(default_factory=dict)
    ways: tuple[WayOut, ...] = (
        WayOut(Way.FILE),
        WayOut(Way.MAILTO, note="The files stay behind."),
        WayOut(Way.CLIPBOARD, note="The text alone is copied."),
        WayOut(Way.DRAFTS, available=False, why_not="Name your mailbox under [mail] first."),
    )
    passwords: list[tuple[str, bool]] = field(default_factory=list)
    keeps: tuple[Promise, ...] = ()
    kept: tuple[str, ...] = ()
    """The promises that it kept when it left."""
    begun: list[dict[str, Any]] = field(default_factory=list)

    def _fail(self, what: str) -> None:
        if what in self.wrong:
            raise self.wrong[what]

    def _view(self, letter: Letter, **fields: Any) -> LetterView:
        person = next((p for p in self.client.people if letter.to in p.emails), None)
        name = person.name if person else ""
        return LetterView(
            letter=written_as(letter, person=name),
            client=self.client,
            to_name=name,
            addresses=("jane.li@northwind.example", "ops@northwind.example"),
            template="usual",
            templates=("usual", "short", BLANK),
            case=LetterCase(
                facts=FACTS,
                to=(name,) if name else (),
                about=self.client.name,
                known_names=("Kim Doe", "Ulla Berg", self.client.name),
                today=NOW.date(),
            ),
            why="after your call of Thu 19 Nov",
            attachments=("next-step.ics", *(Path(each).name for each in letter.attachments)),
            ways=self.ways,
            keeps=self.keeps,
            **fields,
        )

    async def begin(self, client_id: str, kind: LetterKind, **about: Any) -> LetterView:
        self._fail("begin")
        self.begun.append({"kind": kind, **about})
        template = str(about.get("template", ""))
        letter = Letter(
            id="",
            created=utc(NOW),
            client_id=client_id,
            kind=kind,
            to="jane.li@northwind.example",
            cc=("ulla@ourselves.example",),
            subject={"short": "In short", BLANK: ""}.get(template, self.subject),
            body={"short": "Hello Jane,\n", BLANK: ""}.get(template, self.body),
            interaction_id=about.get("interaction_id", ""),
        )
        kept = self.typed[-1] if self.typed and not about.get("anew") else None
        return self._view(kept or letter, resumed=kept is not None)

    async def open(self, letter_id: str) -> LetterView:
        return self._view(self.records[letter_id])

    async def after(self, interaction_id: str) -> tuple[LetterKind, LetterView] | None:
        self._fail("after")
        kind = LetterKind.FOLLOW_UP
        return kind, await self.begin(self.client.id, kind, interaction_id=interaction_id)

    async def under_way(self) -> tuple[Letter, ...]:
        return tuple(each for each in self.records.values() if not each.has_left)

    async def view(self, letter: Letter) -> LetterView:
        return self._view(letter)

    async def keep(self, letter: Letter) -> None:
        self._fail("keep")
        self.typed.append(letter)

    async def save(self, letter: Letter) -> LetterView:
        self._fail("save")
        ready = check_letter(letter.subject, letter.body, self._view(letter).case).ready
        state = LetterState.READY if ready or letter.overruled else LetterState.DRAFT
        letter = written_as(letter, id=letter.id or fixed_id("letter"), state=state)
        self.records[letter.id] = letter
        self.typed.clear()
        return self._view(letter)

    async def overrule(self, letter: Letter) -> LetterView:
        self._fail("overrule")
        return await self.save(written_as(letter, overruled=utc(NOW), overruled_because=("facts",)))

    async def leave(
        self, letter: Letter, way: Way, target: str = "", *, password: str = "",
        remember: bool = False, kept: Collection[str] | None = None,
    ) -> LetterView:  # fmt: skip
        self._fail(way.value)
        if way is Way.DRAFTS and not password:
            raise NeedsPassword("Which is the password of kim@ourselves.example?")
        if way is Way.DRAFTS:
            self.passwords.append((password, remember))
            if password != "right":
                raise CannotLeave("The mail server does not take this password.")
        self.kept = tuple(kept or ())
        if way is Way.FILE:
            target = target or await self.target_of(letter)
            Path(target).parent.mkdir(exist_ok=True)
            Path(target).write_text(letter.body)
        left = (*letter.left, Left(way=way, at=utc(NOW), where=target))
        letter = written_as(letter, left=left, state=LetterState.SAVED)
        self.records[letter.id] = letter
        return self._view(letter)

    async def target_of(self, letter: Letter) -> str:
        return str(self.desk.home / "letters" / "northwind.eml")

    async def discard(self, letter: Letter) -> None:
        self._fail("discard")
        self.typed.clear()
        self.records.pop(letter.id, None)

    async def of_client(self, client_id: str) -> tuple[Letter, ...]:
        return tuple(self.records.values())


def a_letter_desk(home: Path | None = None, **fields: Any) -> tuple[Desk, FakeLetters]:
    """Return the desk of the story with a letter service in memory."""
    desk = a_story_desk(home)
    letters = FakeLetters(desk, **fields)
    desk.services.__dict__["letters"] = letters  # where `cached_property` keeps what was made
    return desk, letters


class LetterHost(FollowupApp):
    """Opens with one letter above a blank screen."""

    CSS_PATH = str(Path(inspect.getfile(FollowupApp)).with_name("app.tcss"))

    def __init__(self, desk: Desk, wanted: LetterWanted | None = None, **more: Any) -> None:
        super().__init__(desk)
        self.animation_level = "none"
        self.wanted = wanted or LetterWanted(NORTHWIND.id, LetterKind.FOLLOW_UP)
        self.more = more

    def _first_screen(self) -> Screen[None]:
        return Screen()

    def on_mount(self) -> None:
        self.push_screen(LetterScreen(self.desk, self.wanted, **self.more))

    @property
    def letter_screen(self) -> LetterScreen:
        assert isinstance(self.screen, LetterScreen), self.screen
        return self.screen

    def said(self) -> list[str]:
        """Return what the toasts say, the oldest first."""
        return [str(each.message) for each in self._notifications]

    def static(self, selector: str) -> str:
        return str(self.screen.query_one(selector, Static).content)


async def ready(pilot: Pilot[Any], app: LetterHost) -> LetterScreen:
    """Wait until the letter is there, checked, and the cursor in it."""
    await until(
        pilot,
        lambda: (
            isinstance(app.screen, LetterScreen)
            and app.screen.checked is not None
            and app.focused is not None
        ),
        "the letter",
    )
    await pilot.pause()
    return app.letter_screen
