"""Importing a table of contacts, whole, against csv.DictReader and phonenumbers alone.

Whole is what the desk does before it writes: the file is recognised and decoded, each row cleaned
and made a contact, compared with everybody before it, and the clients are made.
"""

from __future__ import annotations

import csv
import gc
import io
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from time import process_time

import phonenumbers

from benchmarks.desks import Desks
from benchmarks.figures import Figure, NotMeasured, side_by_side
from followup_tui.domain.importing.companies import company_key
from followup_tui.domain.importing.mail import company_domain
from followup_tui.domain.importing.making import clients_of
from followup_tui.domain.importing.names import name_words
from followup_tui.domain.importing.phones import phone_key
from followup_tui.domain.importing.plan import Reading
from followup_tui.domain.importing.settling import marked
from followup_tui.exchange.contacts import read_file

ROWS = 50_000
FEW = 5_000
MUST = 8.0
"""Of two readings of the same table: ours also cleans, compares and makes clients."""
MUST_GROW = 1.4
"""How much dearer a row may be among ten times as many: memory is slower when there is more."""
NOW = datetime(2026, 11, 19, 12, 0, tzinfo=UTC)
_FIRST = ("Ann", "Bob", "Cy", "Dee", "Eve", "Fay", "Gus", "Hal", "Ida", "Jan", "Kim", "Lee")
_LETTERS = "abdefghiklmnoprstuvw"


def table(rows: int) -> str:
    """Return a table of invented contacts, five of each company, the same for the same number."""
    random = Random(rows)

    def word(length: int) -> str:
        return "".join(random.choices(_LETTERS, k=length)).title()

    companies = [f"{word(7)} {word(5)}" for _ in range(max(rows // 5, 1))]
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(["First Name", "Last Name", "Email", "Phone", "Company", "Job title", "Notes"])
    for number in range(rows):
        first, last, company = random.choice(_FIRST), word(6), random.choice(companies)
        domain = company.replace(" ", "").lower()
        writer.writerow(
            [first, last, f"{first}.{last}{number}@{domain}.example".lower(),
             f"+1 206 {random.randint(200, 999)} {random.randint(0, 9999):04}", company, "CTO",
             "met in May"]
        )  # fmt: skip
    return out.getvalue()


def imported(path: Path) -> int:
    """Import a table up to what would be written; return for how many of its rows."""
    plan = marked(read_file(path, Reading(region="US")), (), region="US")
    clients_of(plan, (), now=NOW, region="US")
    return len(plan.rows)


def yardstick(path: Path) -> int:
    """Read a table with csv.DictReader, and its numbers with phonenumbers; return the rows."""
    rows = 0
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            phonenumbers.parse(row["Phone"], "US")
            rows += 1
    return rows


def _seconds(work: Callable[[], object]) -> float:
    """Return the processor's seconds for `work`, begun with nothing remembered of earlier work."""
    for remembered in (phone_key, company_key, company_domain, name_words):
        remembered.cache_clear()
    gc.collect()
    begin = process_time()
    work()
    return process_time() - begin


def figures(desks: Desks) -> list[Figure]:
    """Return how much dearer an import is, and whether a row costs the same among many."""
    rounds = desks.rounds(3)
    many, few = (ROWS, FEW) if rounds > 1 else (ROWS // 5, FEW // 5)
    folder = desks.folder / "importing"
    folder.mkdir(parents=True, exist_ok=True)
    large, small = folder / "large.csv", folder / "small.csv"
    large.write_text(table(many), encoding="utf-8")
    small.write_text(table(few), encoding="utf-8")
    if imported(small) != few or yardstick(small) != few:
        raise NotMeasured("not every row was read")
    ours, bare = side_by_side(
        lambda: _seconds(lambda: imported(large)),
        lambda: _seconds(lambda: yardstick(large)),
        rounds=rounds,
        warm_up=0,
    )
    little, _ = side_by_side(
        lambda: _seconds(lambda: imported(small)), lambda: 0.0, rounds=3, warm_up=0
    )
    grow = (ours / many) / (little / few)
    return [
        Figure(
            "importing contacts",
            ours / bare,
            MUST,
            f"{many / ours:,.0f} rows a second against {many / bare:,.0f} with csv.DictReader "
            f"and phonenumbers alone, {many:,} rows",
        ),
        Figure(
            "importing ten times as many",
            grow,
            MUST_GROW,
            f"{ours / many * 1e6:,.0f} us a row of {many:,} against {little / few * 1e6:,.0f} us "
            f"of {few:,}",
        ),
    ]
