"""A call and its wrap-up outlive the program: killed at some forty points of one conversation.

Each point does something, waits until the draft holds it, types on, and kills the program in its
terminal with SIGKILL at once. The next point takes the conversation up again: it must stand where
it was, with all that was kept. What was typed last, less than a second before, may be there or not.
"""

from __future__ import annotations

import signal
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import msgspec
import pytest

from followup_tui.desk import open_desk
from followup_tui.domain.client import Client
from followup_tui.domain.interaction import Interaction, InteractionKind, Outcome
from followup_tui.domain.promise import Owner, Promise, PromiseState
from followup_tui.domain.value_add import OfferState
from followup_tui.services.call_drafts import CallDraft, Stage, WrapUpFields
from followup_tui.settings.paths import data_folder
from tests.terminal.conftest import Start
from tests.terminal.screen import Terminal

pytestmark = pytest.mark.terminal

SIZE = (140, 62)  # all of a wrap-up is on the screen, so that it can be clicked
LATER = " and so on"
"""What is typed right before the end."""
_A_SECOND = 3.0
"""A second, and what it takes to read a screen; `Terminal.waited` is what a busy machine adds."""

SCRIPT = """
[[questions]]
key = "how"
ask = "How is it going with the portal?"

[[questions]]
key = "success"
ask = "Was it a success?"
answer = "yes/no"
branches = { yes = "mark", no = "why-not" }

[[questions]]
key = "why-not"
ask = "What stood in the way?"
answer = "choice"
choices = ["technical", "business need"]

[[questions]]
key = "mark"
ask = "Which mark does it deserve?"
answer = "rating"

[[questions]]
key = "others"
ask = "Whom else should we know?"

[[questions]]
key = "again"
ask = "When may I call again?"
answer = "date"
then = "end"

[wrap_up]
next_step = "call"
try_again = 2
attempts = 3
"""
"""Questions of all types, in the place of those that ship."""


@dataclass(frozen=True, slots=True)
class Point:
    """One place at which the program is killed."""

    name: str
    do: Callable[[Terminal], None]
    kept: Callable[[CallDraft], bool]
    """Whether the draft holds what was done."""
    back: tuple[str, ...]
    """What stands on the screen when the conversation is taken up again."""
    stays: bool = True
    """Whether it holds to the end, too."""
    more: str = LATER
    """What is typed right before the end; nothing where that would press something."""


def sample_desk(home: Path, start: Start) -> None:
    """Make the sample desk, with a script of every type of answer; no site is looked at."""
    with start("due", "--demo") as command:
        assert command.end() == 0
    with (home / "settings.toml").open("a", encoding="utf-8") as settings:
        settings.write("\n[web]\nmetered = true\n")
    shipped = (data_folder() / "playbooks" / "keep-in-touch.toml").read_text(encoding="utf-8")
    (home / "playbooks").mkdir()
    mine = shipped[: shipped.index("[[questions]]")] + SCRIPT
    (home / "playbooks" / "keep-in-touch.toml").write_text(mine, encoding="utf-8")


def drafts(home: Path) -> list[CallDraft]:
    files = (home / "drafts").glob("call-*.draft")
    return [msgspec.json.decode(file.read_bytes(), type=CallDraft) for file in files]


# What is done at a point


def writes(line: str, back: str = "") -> Point:
    """Write a line into the notes."""

    def do(desk: Terminal) -> None:
        desk.press("ctrl+end")
        desk.type(f"\r{line}")
        desk.wait_for(line)

    def kept(draft: CallDraft) -> bool:
        return any(text.startswith(line) for text in texts(draft))

    return Point(f"note {line}", do, kept, (line, back))


def answers(text: str, then: str, answer: str = "") -> Point:
    """Answer the question at hand from the notes, and see what comes after it.

    `answer` is how the draft has it, where that is another way than it was typed.
    """

    def do(desk: Terminal) -> None:
        desk.press("ctrl+end")
        desk.type(f"\r= {text}")
        desk.wait_for(f"= {text}")
        desk.press("pagedown")
        desk.wait_for(then)

    def kept(draft: CallDraft) -> bool:
        return any((asked.answer or "").startswith(answer or text) for asked in draft.path)

    return Point(f"answer {text}", do, kept, (then,))


def texts(draft: CallDraft) -> list[str]:
    return [line.text for line in draft.notes]


def presses(
    name: str,
    keys: str,
    shows: str,
    kept: Callable[[CallDraft], bool],
    *back: str,
    sees: str = "Script",
    stays: bool = True,
) -> Point:
    """Press `keys` (names, with blanks between) once `sees` is there, and see what they do."""

    def do(desk: Terminal) -> None:
        desk.wait_for(sees)
        for key in keys.split():
            desk.press(key)
            desk.wait_for(_THERE.get(key, ""))
        desk.wait_for(shows)

    return Point(name, do, kept, (*back, shows), stays, more="")


_THERE = {"ctrl+l": "esc notes"}
"""What shows that a key has brought the focus where it leads, for the keys after it."""


def pasted(draft: CallDraft) -> bool:
    return sum(text.startswith("pasted ") for text in texts(draft)) == PASTED


PASTED = 1_000
_LONG = "".join(f"\rpasted {n} of a long mail that somebody wrote" for n in range(PASTED))


def paste(desk: Terminal) -> None:
    desk.press("ctrl+end")
    desk.paste(_LONG)
    desk.wait_for("pasted 999")


def on_path(draft: CallDraft) -> list[str]:
    return [asked.question.key for asked in draft.path]


def offered(draft: CallDraft) -> set[OfferState]:
    return set(draft.offered.values())


CALL = (
    writes("they moved to Azure in May"),
    writes("+ likes the reports", "liked     likes the reports"),
    writes("- the search is slow", "disliked"),
    writes("! send the plan by fri", "by Fri 20 Nov · send the plan"),
    writes("! they send the contract by 3 Dec", "theirs"),
    writes("@ Ana Costa at Bluebell, ana@bluebell.example", "Ana Costa · Bluebell"),
    writes("> coffee thu 10:00", "coffee Thu 26 Nov 10:00"),
    writes("? who runs the warehouse", "question"),
    writes("* training", "interest"),
    writes("and then they sai"),
    answers("better every month", then="Was it a success?"),
    answers("no", then="What stood in the way?"),
    answers("technical", then="Which mark does it deserve?"),
    answers("4", then="Whom else should we know?"),
    presses(
        "skip", "pagedown", "When may I call again?", lambda d: "again" in on_path(d), stays=False
    ),
    presses(
        "back",
        "pageup",
        "Whom else should we know?",
        lambda d: "again" not in on_path(d),
        stays=False,
    ),
    presses(
        "skip again", "pagedown", "When may I call", lambda d: "again" in on_path(d), stays=False
    ),
    answers("2 Feb", then="That was the last question", answer="2027-02-02"),
    presses(
        "offered", "ctrl+l o", "offered", lambda d: OfferState.OFFERED in offered(d), sees="2 ○"
    ),
    presses(
        "taken", "ctrl+l down y", "taken", lambda d: OfferState.TAKEN in offered(d), sees="3 ○"
    ),
    presses("a coffee", "ctrl+n", "F2 held", lambda d: d.kind is InteractionKind.COFFEE),
    Point("50 KB pasted", paste, pasted, ("pasted 99",)),  # last: each start takes longer with it
)


# The wrap-up


def fields(field: str, text: str, typed: Callable[[WrapUpFields], str]) -> Point:
    """Click on the field that says `field`, and type `text` at its beginning."""

    def do(desk: Terminal) -> None:
        desk.click(field)
        desk.type(text)
        desk.wait_for(text)

    def kept(draft: CallDraft) -> bool:
        return typed(wrap_up(draft)).startswith(text)

    return Point(f"{text} in {field}", do, kept, (text,))


def days(field: str, text: str, kept: Callable[[WrapUpFields], bool], *back: str) -> Point:
    """Click on the day that says `field`, and type another one in its place."""

    def do(desk: Terminal) -> None:
        desk.click(field)
        desk.press("ctrl+u", "ctrl+k")
        desk.wait_until(lambda: field not in desk.text, "the field to be empty")
        desk.type(text)
        desk.wait_for(*back)

    return Point(f"{field}: {text}", do, lambda draft: kept(wrap_up(draft)), back, more="")


def clicks(words: str, after: str, kept: Callable[[WrapUpFields], bool], *back: str) -> Point:
    """Click on `words`, the first of them after `after`."""

    def do(desk: Terminal) -> None:
        desk.click(words, after=after)

    return Point(f"{words} at {after}", do, lambda draft: kept(wrap_up(draft)), back, more="")


def wrap_up(draft: CallDraft) -> WrapUpFields:
    """What the draft says of the wrap-up; of one that is not there yet nothing holds."""
    return draft.wrap_up or WrapUpFields(outcome=Outcome.BUSY, ended=draft.started)


SAID = (
    "they moved to Azure in May",
    "+ likes the reports",
    "! send the plan by fri",
    "@ Ana Costa at Bluebell, ana@bluebell.example",
    "> coffee thu 10:00",
)
WRAP_UP = (
    Point(
        "reached",
        lambda desk: desk.press("f2"),
        lambda draft: draft.stage is Stage.WRAP_UP,
        ("Wrap up", "In a sentence"),
        more="",
    ),
    days("2027-04", "in 3 weeks", lambda w: f"{w.call_again}" == "2026-12-10", "Thu 10 Dec"),
    fields("send the plan", "for the hall", lambda w: w.promises[0].text),
    days("2026-11-20", "in 2 weeks", lambda w: f"{w.promises[0].due}" == "2026-12-03", "Thu 3 Dec"),
    clicks("by them", "Promises", lambda w: w.promises[0].by is Owner.THEM, "● by them"),
    fields("Ana Costa", "Dr", lambda w: w.named[0].name),
    fields("Bluebell", "Royal", lambda w: w.named[0].company),
    clicks("[x]", "They named", lambda w: not w.named[0].keep, "Bluebell"),
    clicks("proposed", "Next step", lambda w: not w.steps[0].agreed, "● proposed"),
    fields("about what", "their new hall", lambda w: w.steps[0].text),
    clicks("kept", "Promised before", lambda w: w.earlier[0].state is PromiseState.KEPT, "● kept"),
    clicks("given", "Thanks owed", lambda w: w.thanks[0].given, "● given"),
)


@pytest.mark.timeout(400)
def test_a_call_is_taken_up_where_it_was_at_every_point(start: Start, home: Path) -> None:
    sample_desk(home, start)
    with start("--demo", size=SIZE) as desk:
        begin_call(desk)
        goes_on(desk, home, CALL[0])
    for number, point in enumerate(CALL[1:], 1):
        with taken_up(start, "Script", *CALL[number - 1].back) as again:
            everything_is_kept(home, CALL[:number])
            goes_on(again, home, point)
    with taken_up(start, "Script", *CALL[-1].back):
        everything_is_kept(home, CALL)
    (draft,) = drafts(home)
    given = {asked.question.key: asked.answer for asked in draft.path if asked.answer}
    assert (given["success"], given["why-not"], given["mark"]) == ("no", "technical", "4")


@pytest.mark.timeout(400)
def test_a_wrap_up_is_taken_up_where_it_was_at_every_point(start: Start, home: Path) -> None:
    sample_desk(home, start)
    with start("--demo", size=SIZE) as desk:
        begin_call(desk)
        desk.type("\r".join(SAID))
        desk.wait_for(*SAID)
        goes_on(desk, home, WRAP_UP[0])
    for number, point in enumerate(WRAP_UP[1:], 1):
        with taken_up(start, "Wrap up", *WRAP_UP[number - 1].back) as again:
            everything_is_kept(home, WRAP_UP[:number])
            goes_on(again, home, point)
    with taken_up(start, "Wrap up", *WRAP_UP[-1].back) as last:
        everything_is_kept(home, WRAP_UP)
        last.press("ctrl+s")
        last.kill()  # at once, wherever the saving is
    saved_once(home, start)


def begin_call(desk: Terminal) -> None:
    desk.wait_for("Jane Li", "Prepare: Northwind Traders", "Checklist")
    desk.press("c")
    desk.wait_for("How is it going with the portal?", "F2 reached")


@contextmanager
def taken_up(start: Start, *words: str) -> Iterator[Terminal]:
    """Start the program again, and take up the conversation that was killed."""
    with start("--demo", size=SIZE) as desk:
        desk.wait_for("Jane Li", "t takes it up")
        desk.press("t")
        desk.wait_for(*words, "f1 help")
        yield desk


def goes_on(desk: Terminal, home: Path, point: Point) -> None:
    """Do what the point does; when it is kept, type on, and kill the program at once."""
    point.do(desk)
    begun, allowed = time.monotonic(), _A_SECOND + desk.waited
    desk.wait_until(
        lambda: any(point.kept(draft) for draft in drafts(home)), f"{point.name} to be kept"
    )
    assert time.monotonic() - begun < allowed, point.name
    desk.type(point.more)
    desk.kill()
    assert desk.end() == -signal.SIGKILL


def everything_is_kept(home: Path, done: Sequence[Point]) -> None:
    """See that what was done at every point until here stands: later ones took nothing of it."""
    (draft,) = drafts(home)
    for point in done:
        assert not point.stays or point.kept(draft), point.name


def saved_once(home: Path, start: Start) -> None:
    """See that Ctrl+S and a kill together leave the conversation written down, once.

    Where the kill came first the wrap-up is there still, and is saved now.
    """
    if not conversations(home):
        with taken_up(start, "Wrap up", "In a sentence") as desk:
            desk.press("ctrl+s")
            desk.wait_for("Call list")
            desk.press("ctrl+q")
            assert desk.end() == 0
    records = open_desk(home).records
    held = conversations(home)
    assert len(held) == 1
    assert [line.text for line in held[0].notes] == list(SAID)
    mine = [promise for promise in records.all(Promise) if "for the hall" in promise.text]
    assert [(f"{promise.due}", promise.by) for promise in mine] == [("2026-12-03", Owner.THEM)]
    assert not [client for client in records.all(Client) if "Bluebell" in client.name]  # dropped


def conversations(home: Path) -> list[Interaction]:
    """Return the conversations that were written down with what was said here."""
    return [
        held
        for held in open_desk(home).records.all(Interaction)
        if any(line.text == SAID[0] for line in held.notes)
    ]
