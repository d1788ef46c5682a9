"""`followup due`: who is to be called, and why."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from io import StringIO

from followup_tui.commands import answers, shapes
from followup_tui.commands.paper import Paper
from followup_tui.commands.run import Run, json_text
from followup_tui.desk import Desk
from followup_tui.domain.client import Client
from followup_tui.domain.queue import Band, CallList, Held, QueueEntry
from followup_tui.domain.words import count

_SIGNS = {Band.URGENT: "!", Band.LATE: "●", Band.DUE: "○", Band.SOON: "·"}


def run(asked: Run) -> int:
    """Print the call list of this moment."""
    every, width = bool(asked.given.all), None if asked.json else asked.paper.width
    question = answers.Question(asked.home, asked.json, every, width)
    files = answers.files_of(question)  # before they are read
    with asked.desk() as desk:
        text = _answer(desk, question)
        sys.stdout.write(text)
        _keep(desk, question, text, files)
    return 0


def answer_again(desk: Desk) -> None:
    """Work out what was asked before a change, for when it is asked again: a prompt asks often.

    Raises `StoreProblem`.
    """
    for question in answers.asked_before(desk.home):
        files = answers.files_of(question)  # before they are read
        _keep(desk, question, _answer(desk, question), files)


def _answer(desk: Desk, question: answers.Question) -> str:
    calls = desk.call_list.now_listed()
    if question.json:
        return json_text(_as_json(desk, calls, every=question.every)) + "\n"
    return _as_text(desk, calls, every=question.every, width=question.width)


def _keep(desk: Desk, question: answers.Question, text: str, files: str) -> None:
    """Keep the list, and what was said of it."""
    desk.call_list.keep_now()
    if not (desk.demo or desk.problems) and answers.is_utf8(sys.stdout):
        made, zone = desk.call_list.last_made, desk.settings.me.zone
        answers.keep(desk.cache, question, text, files=files, made=made, zone=zone)


def _as_json(desk: Desk, calls: CallList, *, every: bool) -> dict[str, object]:
    """Return the list with the keys of docs/cli.md; who is not due today only with `every`."""
    value: dict[str, object] = {
        "now": shapes.when(calls.now),
        "home": str(desk.home),
        "counts": {
            "today": len(calls.today),
            "beyond": len(calls.beyond),
            "coming": len(calls.coming),
            "held": len(calls.held),
            "promises": calls.promises,
        },
        "problems": list(desk.problems),
        "today": _entries(calls.today),
    }
    if every:
        value["beyond"] = _entries(calls.beyond)
        value["coming"] = _entries(calls.coming)
        value["held"] = [shapes.held(each) for each in calls.held]
    return value


def _entries(rows: Sequence[QueueEntry]) -> list[shapes.Shape]:
    return [shapes.entry(row) for row in rows]


def _as_text(desk: Desk, calls: CallList, *, every: bool, width: int | None) -> str:
    """Return the list for a reader."""
    stream = StringIO()
    paper = Paper(stream, width)
    day = f"{calls.now:%a} {calls.now.day} {calls.now:%b}"
    paper.line(f"{day} · {len(calls.today)} due · {count(calls.promises, 'promise')}")
    for problem in desk.problems:
        paper.line(f"! {problem}", hang=2)
    if not calls.today:
        paper.head(_nobody(desk, calls))
    _section(paper, "", calls.today)
    if every:
        _section(paper, "Over the day's capacity", calls.beyond)
        _section(paper, "Coming", calls.coming)
        _held(paper, calls.held)
    elif left := _left_out(calls):
        paper.head(left)
    return stream.getvalue()


def _nobody(desk: Desk, calls: CallList) -> str:
    """Return what to say when the list is empty."""
    if calls.coming:
        first = min(calls.coming, key=lambda entry: entry.reason.due)
        return f"Nobody is due today. The next is {first.name}, on {first.reason.due:%a %d %b}."
    if not desk.records.any(Client):
        return (
            "There are no clients yet: add one with `followup add NAME`, or look at the sample "
            "desk with `followup due --demo`."
        )
    return "Nobody is due today, nor in the days ahead."


def _left_out(calls: CallList) -> str:
    """Return how many are not shown, or nothing."""
    parts = [
        f"{len(rows)} {words}"
        for rows, words in (
            (calls.beyond, "over the day's capacity"),
            (calls.coming, "coming"),
            (calls.held, "left alone for now"),
        )
        if rows
    ]
    return f"{' · '.join(parts)}: see them with --all" if parts else ""


def _who(entry: QueueEntry) -> str:
    return f"{entry.person} · {entry.name}" if entry.person else entry.name


def _section(paper: Paper, title: str, entries: Sequence[QueueEntry]) -> None:
    """Write rows: who, the number, and every reason."""
    if not entries:
        return
    if title:
        paper.head(title)
    else:
        paper.line()
    for entry in entries:
        paper.ends(f"{_SIGNS[entry.reason.band]} {_who(entry)}", entry.phone)
        for reason in entry.reasons:
            paper.line(reason.text, indent=4, hang=6)


def _held(paper: Paper, held: Sequence[Held]) -> None:
    """Write who is left alone, and why."""
    if not held:
        return
    paper.head("Left alone for now")
    for each in held:
        paper.line(f"- {_who(each.entry)}")
        paper.line(each.words, indent=4, hang=6)
