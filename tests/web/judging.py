"""Comparing what was read from a document with what stands on it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from followup_tui.domain.page import PageFacts
from tests.web.corpus.case import Case
from tests.web.judging_events import judge_events
from tests.web.verdict import Verdict, alike, plain

KINDS = (
    "title",
    "what they do",
    "offerings",
    "main text",
    "language",
    "news",
    "news dates",
    "events",
    "event times",
    "event ends",
    "event places",
    "event zones",
    "event online",
    "event status",
    "event links",
    "contacts",
    "people",
    "roles",
    "jobs",
    "prices",
    "offices",
    "shell",
)

_ACADEMIC = re.compile(r"^(?:(?:dr|prof|professor|dipl|ing|mag|med)\s+)+")
_NO_DIGIT = re.compile(r"[^\d]")


def judge(case: Case, facts: PageFacts) -> Iterator[Verdict]:
    """Yield a verdict for each kind of fact that the case judges."""
    yield from _title(case, facts)
    yield from _says(case, facts)
    yield from _offers(case, facts)
    yield from _text(case, facts)
    if case.language is not None:
        yield _one("language", case.language, facts.language, facts.language[:2] == case.language)
    yield from _news(case, facts)
    yield from judge_events(case, facts)
    yield from _contacts(case, facts)
    yield from _people(case, facts)
    yield from _pieces("jobs", case.jobs, [said.text for said in facts.jobs])
    yield from _prices(case, facts)
    yield from _pieces("offices", case.offices, [said.text for said in facts.offices])
    if case.shell or facts.shell:
        yield _one("shell", "a shell" if case.shell else "", facts.shell, case.shell is facts.shell)


def _one(kind: str, wanted: str, got: object, right: bool) -> Verdict:
    if right:
        return Verdict(kind, 1)
    missed = (f"{wanted!r}",) if wanted else ()
    return Verdict(kind, 0, missed, (f"{got!r}",) if got else ())


def _title(case: Case, facts: PageFacts) -> Iterator[Verdict]:
    if case.title is not None:
        right = plain(facts.title) in {plain(title) for title in case.title}
        yield _one("title", case.title[0], facts.title, right)


def _says(case: Case, facts: PageFacts) -> Iterator[Verdict]:
    if case.says is None and not case.says_not:
        return
    said = plain(" ".join((facts.description, *facts.summary)))
    if said == plain(facts.title):
        said = ""  # the title once more says nothing, and claims nothing
    bad = [p for p in case.says_not if plain(p) in f"{said} {plain(facts.tagline)}"]
    if case.says is None:
        yield Verdict("what they do", 0, (), tuple(map(repr, bad)))
    elif any(plain(piece) in said for piece in case.says):
        yield Verdict("what they do", 1, (), tuple(map(repr, bad)))
    else:
        missed = (repr(case.says[0]),) if case.says else ()
        said_instead = [f"{facts.description!r} {facts.summary!r}"] if said else []
        yield Verdict("what they do", 0, missed, tuple(map(repr, bad)) or tuple(said_instead))


def _offers(case: Case, facts: PageFacts) -> Iterator[Verdict]:
    if case.offers is None:
        return
    got = [said.text for said in facts.offerings]
    right = [want for want in case.offers if any(alike(want, text) for text in got)]
    allowed = (*case.offers, *case.offers_too)
    wrong = [repr(text) for text in got if not any(alike(want, text) for want in allowed)]
    enough = min(3, len(case.offers))
    missed = [repr(want) for want in case.offers if want not in right][: enough - len(right)]
    yield Verdict(
        "offerings", min(len(right), enough), tuple(missed if len(right) < enough else ()),
        tuple(wrong),
    )  # fmt: skip


def _text(case: Case, facts: PageFacts) -> Iterator[Verdict]:
    if not case.text_has and not case.text_lacks:
        return
    text = plain(facts.main_text)
    has = [piece for piece in case.text_has if plain(piece) in text]
    missed = tuple(repr(piece) for piece in case.text_has if piece not in has)
    wrong = tuple(repr(piece) for piece in case.text_lacks if plain(piece) in text)
    yield Verdict("main text", len(has), missed, wrong)


def _news(case: Case, facts: PageFacts) -> Iterator[Verdict]:
    if case.news is None:
        return
    got = [(item.title, item.date.isoformat() if item.date else "") for item in facts.news]
    found, missed, dates_found, dates_missed, dates_wrong = 0, [], 0, [], []
    for title, day in case.news:
        same = next((item for item in got if alike(title, item[0])), None)
        if same is None:
            missed.append(f"{title!r} {day}")
            continue
        got.remove(same)
        found += 1
        if same[1] == day:
            dates_found += bool(day)
        else:
            dates_missed += [f"{title!r} {day}"] if day else []
            dates_wrong += [f"{title!r} {same[1]}"] if same[1] else []
    wrong = [f"{t!r} {d}" for t, d in got if not any(alike(want, t) for want in case.news_too)]
    yield Verdict("news", found, tuple(missed), tuple(wrong))
    yield Verdict("news dates", dates_found, tuple(dates_missed), tuple(dates_wrong))


def _contacts(case: Case, facts: PageFacts) -> Iterator[Verdict]:
    if case.contacts is not None:
        got = {_way(contact.value) for contact in facts.contacts}
        wanted = {_way(value) for value in case.contacts}
        yield Verdict(
            "contacts",
            len(got & wanted),
            tuple(sorted(wanted - got)),
            tuple(sorted(got - wanted - {_way(value) for value in case.contacts_too})),
        )


def _way(value: str) -> str:
    """Return a phone as its digits, an address as it is compared."""
    if "/" in value:
        return re.sub(r"^https?://(www\.)?", "", value.lower()).rstrip("/")
    if "@" in value:
        return value.lower()
    return "+" + _NO_DIGIT.sub("", value)


def _people(case: Case, facts: PageFacts) -> Iterator[Verdict]:
    if case.people is None:
        return
    got = {_name(named.name): named.role for named in facts.people}
    found, missed, roles_found, roles_missed, roles_wrong = 0, [], 0, [], []
    for name, role in case.people:
        if _name(name) not in got:
            missed.append(repr(name))
            continue
        found += 1
        there = got.pop(_name(name))
        if role and (plain(role) in plain(there) or plain(there) in plain(role)) and there:
            roles_found += 1
        elif role:
            roles_missed.append(f"{name}: {role!r}")
            roles_wrong += [f"{name}: {there!r}"] if there else []
    wrong = tuple(n for n in got if not any(_name(one) == n for one in case.people_too))
    yield Verdict("people", found, tuple(missed), wrong)
    yield Verdict("roles", roles_found, tuple(roles_missed), tuple(roles_wrong))


def _name(name: str) -> str:
    """Return a name as it is compared: without the titles before it."""
    return _ACADEMIC.sub("", plain(name))


def _pieces(kind: str, wanted: Iterable[str] | None, got: Sequence[str]) -> Iterator[Verdict]:
    """Judge short texts of which each has to hold a wanted piece, and each piece to be held."""
    if wanted is None:
        return
    pieces, rest, missed = list(wanted), list(got), []
    for piece in pieces:
        there = [text for text in rest if plain(piece) in plain(text)]
        if there:
            rest.remove(there[0])
        else:
            missed.append(repr(piece))
    wrong = [repr(t) for t in rest if not any(plain(piece) in plain(t) for piece in pieces)]
    yield Verdict(kind, len(pieces) - len(missed), tuple(missed), tuple(wrong))


def _prices(case: Case, facts: PageFacts) -> Iterator[Verdict]:
    if case.prices is None:
        return
    rest = [said.text for said in facts.prices]
    missed = []
    for label, amount in case.prices:
        same = next((t for t in rest if plain(label) in plain(t) and amount in t), None)
        if same is None:
            missed.append(f"{label!r} {amount}")
        else:
            rest.remove(same)
    wrong = tuple(map(repr, rest))
    yield Verdict("prices", len(case.prices) - len(missed), tuple(missed), wrong)
