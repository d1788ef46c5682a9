"""How much is read from the corpus, and how much of it is right: `make score`.

    python -m tests.web.score                        the score by kind of fact, and by family
    python -m tests.web.score --show events          each miss and each wrong one of a kind
    python -m tests.web.score --show all --case NAME what is wrong with one document
    python -m tests.web.score --page NAME            the document itself, to look at

A third of the documents is held aside, chosen by their names: their score is printed, but what
was missed in them is only shown with `--aside`. Tune a reader by the open ones, so that the score
of the others says what pages that nobody has seen will give.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from followup_tui.web.page import read_page
from tests.web.corpus import families
from tests.web.corpus.case import NOW, Case
from tests.web.judging import KINDS, judge
from tests.web.verdict import Verdict


@dataclass(slots=True)
class Tally:
    """How many facts were found, missed and wrong."""

    found: int = 0
    missed: int = 0
    wrong: int = 0

    def add(self, other: Verdict | Tally) -> None:
        if isinstance(other, Verdict):
            self.found += other.found
            self.missed += len(other.missed)
            self.wrong += len(other.wrong)
        else:
            self.found += other.found
            self.missed += other.missed
            self.wrong += other.wrong

    @property
    def precision(self) -> float:
        return self.found / (self.found + self.wrong) if self.found + self.wrong else 1.0

    @property
    def recall(self) -> float:
        return self.found / (self.found + self.missed) if self.found + self.missed else 1.0

    def __str__(self) -> str:
        rates = f"{self.precision:9.1%} {self.recall:7.1%}"
        return f"{self.found:5} {self.missed:6} {self.wrong:5}  {rates}"


@dataclass(frozen=True, slots=True)
class Judged:
    """One case with its verdicts."""

    case: Case
    family: str
    verdicts: tuple[Verdict, ...]
    seconds: float
    """Of the processor, for reading it."""


def run(only: str = "", family: str = "") -> list[Judged]:
    """Read and judge the cases, all of them or those whose name or family is given."""
    read_page(b"<html><p>warm</p>", url="https://example.com/", now=NOW)
    judged: list[Judged] = []
    for name, case in _cases(only, family):
        begun = time.process_time()
        facts = read_page(case.content, url=case.url, now=case.now, content_type=case.content_type)
        taken = time.process_time() - begun
        judged.append(Judged(case, name, tuple(judge(case, facts)), taken))
    return judged


def tallies(judged: Iterable[Judged], *, by: str = "kind") -> dict[str, Tally]:
    """Add the verdicts up by ``kind``, or the events alone by ``family``."""
    sums: dict[str, Tally] = defaultdict(Tally)
    for one in judged:
        for verdict in one.verdicts:
            if by == "kind":
                sums[verdict.kind].add(verdict)
            elif verdict.kind == "events":
                sums[one.family].add(verdict)
    return sums


def _cases(only: str, family: str) -> Iterator[tuple[str, Case]]:
    for name, cases in families().items():
        for case in cases:
            if (not only or case.name == only) and (not family or name == family):
                yield name, case


def _table(title: str, rows: dict[str, Tally], order: Sequence[str]) -> None:
    print(f"\n{title:<22}{'found':>5} {'missed':>6} {'wrong':>5}  {'precision':>9} {'recall':>7}")
    for name in order:
        if name in rows:
            print(f"  {name:<20}{rows[name]}")


def _show(judged: Iterable[Judged], kinds: Sequence[str]) -> None:
    for one in judged:
        for verdict in one.verdicts:
            if kinds != ["all"] and verdict.kind not in kinds:
                continue
            where = f"{one.case.name} (tests/web/corpus/{one.family}.py) {verdict.kind}"
            for words in verdict.missed:
                print(f"{where} missed: {words}")
            for words in verdict.wrong:
                print(f"{where} WRONG: {words}")


def _report(judged: Sequence[Judged], *, show_families: bool) -> None:
    for part, aside in (("open", False), ("held aside", True)):
        some = [one for one in judged if one.case.aside is aside]
        _table(f"{part}: {len(some)} documents", tallies(some), KINDS)
    if show_families:
        rows = tallies(judged, by="family")
        _table("events by family", rows, sorted(rows))
    size = sum(len(one.case.content) for one in judged)
    seconds = sum(one.seconds for one in judged)
    print(f"\n{len(judged)} documents, {size / 1e6:.1f} MB, read in {seconds:.1f} s")
    slow = sorted(judged, key=lambda one: -one.seconds)[:3]
    print("slowest: " + ", ".join(f"{one.case.name} {one.seconds * 1000:.0f} ms" for one in slow))


def main(argv: Sequence[str] | None = None) -> int:
    """Print the score."""
    parser = argparse.ArgumentParser(prog="tests.web.score", description=__doc__.splitlines()[0])
    parser.add_argument("--show", action="append", default=[], choices=[*KINDS, "all"])
    parser.add_argument("--aside", action="store_true", help="show also what is held aside")
    parser.add_argument("--case", default="", help="one document, by its name")
    parser.add_argument("--family", default="", help="one module of tests/web/corpus")
    parser.add_argument("--page", default="", help="print a document")
    asked = parser.parse_args(argv)
    if asked.page:
        for _, case in _cases(asked.page, ""):
            sys.stdout.buffer.write(case.content)
        return 0
    judged = run(asked.case, asked.family)
    if asked.show:
        _show((one for one in judged if asked.aside or not one.case.aside), asked.show)
    _report(judged, show_families=not asked.show)
    return 0


if __name__ == "__main__":
    sys.exit(main())
