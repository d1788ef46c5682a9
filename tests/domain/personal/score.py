"""How the personal check judges the letters in tests/domain/personal/letters: `make score-letters`.

    python -m tests.domain.personal.score            what is caught and what is wrongly stopped
    python -m tests.domain.personal.score --show     each letter that is judged wrongly
    python -m tests.domain.personal.score --show --aside   of those kept aside, too

A third of the letters is kept aside, or of a lot that says so one in as many as it says, chosen by
their words. Tune the check by the open ones, so
that the figures of the others say what letters that nobody has seen will give.
"""

from __future__ import annotations

import argparse
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from time import perf_counter
from zlib import crc32

from followup_tui.domain.personal import Fact, PersonalCheck, check

TODAY = date(2026, 11, 19)
SENDERS = ("Tom Reiter", "Ulla Berg")
_FOLDER = Path(__file__).parent / "letters"


@dataclass(frozen=True, slots=True)
class Desk:
    """One client of the corpus."""

    name: str
    people: tuple[str, ...]
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Case:
    """A letter, and how it should be judged."""

    name: str
    text: str
    client: Desk
    ready: bool
    why: tuple[str, ...]
    """Keys of reasons that must not be well."""
    earlier: tuple[str, ...]
    aside_one_in: int = 3

    @property
    def aside(self) -> bool:
        return self.aside_one_in > 0 and crc32(self.text.encode()) % self.aside_one_in == 0


@cache
def corpus() -> tuple[tuple[Case, ...], tuple[Desk, ...]]:
    """Return all letters and all clients."""
    cases: list[Case] = []
    desks: list[Desk] = []
    for path in sorted(_FOLDER.glob("*.toml")):
        tree = tomllib.loads(path.read_text(encoding="utf-8"))
        here = [
            Desk(
                each["name"],
                tuple(each["people"]),
                tuple(Fact(text, kind, about=each["name"]) for text, kind in each["facts"]),
            )
            for each in tree["client"]
        ]
        desks += here
        by_person = {person: desk for desk in here for person in desk.people}
        for number, each in enumerate(tree["letter"], 1):
            client = by_person.get(each["for"]) or next(
                desk for desk in here for person in desk.people if each["for"] in person
            )
            cases.append(
                Case(
                    f"{path.stem} {number}",
                    each["text"].strip("\n"),
                    client,
                    each["want"] == "ready",
                    tuple(each.get("why", "").split()),
                    tuple(each.get("earlier", ())),
                    tree.get("aside_one_in", 3),
                )
            )
    return tuple(cases), tuple(desks)


def judge(case: Case) -> PersonalCheck:
    """Return the check of a letter, with all other clients of the corpus as the others."""
    desks = [desk for desk in corpus()[1] if desk is not case.client]
    return check(
        case.text,
        case.client.facts,
        to=case.client.people,
        others=[fact for desk in desks for fact in desk.facts],
        other_names=[name for desk in desks for name in (desk.name, *desk.people)],
        known_names=(case.client.name, *SENDERS),
        earlier=case.earlier,
        today=TODAY,
    )


def wrong(case: Case) -> Iterator[str]:
    """Yield what is wrong with the judgement of a letter."""
    found = judge(case)
    if case.ready:
        for reason in found.open_reasons:
            yield f"stopped for {reason.key}: {reason.sentence}"
        return
    if found.ready:
        yield "let through"
    for key in case.why:
        if found.reason(key).ok:
            yield f"{key} is taken as well: {found.reason(key).sentence}"


def _figures(cases: Iterable[Case]) -> str:
    tally: defaultdict[str, int] = defaultdict(int)
    for case in cases:
        found = judge(case)
        tally["ready" if case.ready else "not"] += 1
        if case.ready:
            tally["stopped"] += not found.ready
        else:
            tally["caught"] += not found.ready
            tally["rightly"] += not any(wrong(case))
    return (
        f"caught {tally['caught']} of {tally['not']} ({tally['rightly']} for the right reason),"
        f" wrongly stopped {tally['stopped']} of {tally['ready']}"
    )


def main() -> None:
    """Print the figures."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    asked.add_argument("--show", action="store_true", help="each letter that is judged wrongly")
    asked.add_argument("--aside", action="store_true", help="with --show: those kept aside, too")
    told = asked.parse_args()
    cases, _ = corpus()
    for case in cases:
        if told.show and (told.aside or not case.aside) and (flaws := list(wrong(case))):
            print(f"{case.name} (to {case.client.people[0]}):", *flaws, sep="\n    ")
            uses = [(use.fact.text, use.words) for use in judge(case).used]
            print("    used:", *uses, sep="\n      ")
    begun = perf_counter()
    print("open :", _figures(case for case in cases if not case.aside))
    print("aside:", _figures(case for case in cases if case.aside))
    print(f"{(perf_counter() - begun) * 1000 / len(cases) / 2:.1f} ms a letter")


if __name__ == "__main__":
    main()
