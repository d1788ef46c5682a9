"""What `--json` prints: the keys of docs/cli.md, which stay as they are from one version on.

Keys are always there; what is not known is null, an empty string or an empty list. Days are
``YYYY-MM-DD``, moments ISO 8601 with their offset, in UTC as they are stored.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:  # each command has those at hand that it shows
    from datetime import date, datetime

    from followup_tui.domain.client import Client, Person
    from followup_tui.domain.due.call_list import Held, QueueEntry, Reason
    from followup_tui.domain.encounter import Encounter
    from followup_tui.domain.interaction import Interaction, NoteLine
    from followup_tui.domain.letter import Letter
    from followup_tui.domain.project import Project
    from followup_tui.domain.promise import NextStep, Promise
    from followup_tui.domain.value_add import Offer, ValueAdd
    from followup_tui.domain.views import (
        ClientPage,
        Evidence,
        PreparationView,
        PreparedItem,
        Suggestion,
    )

Shape = dict[str, object]


def when(moment: date | datetime | None) -> str | None:
    """Return a day or a moment in ISO 8601, or None."""
    return None if moment is None else moment.isoformat()


def reason(value: Reason) -> Shape:
    """Return why a client is on the list."""
    return {
        "kind": value.kind.name.lower().replace("_", " "),
        "text": value.text,
        "due": when(value.due),
        "at": when(value.at),
        "band": value.band.value,
        "playbook": value.playbook,
        "record_id": value.record_id,
    }


def entry(value: QueueEntry) -> Shape:
    """Return a row of the call list, with the number to call."""
    return {
        "client_id": value.client_id,
        "client": value.name,
        "person": value.person,
        "phone": value.phone,
        "reasons": [reason(each) for each in value.reasons],
    }


def held(value: Held) -> Shape:
    """Return a client who is left alone, and why."""
    return {
        **entry(value.entry),
        "held": {"why": value.why.value, "until": when(value.until), "words": value.words},
    }


def person(value: Person) -> Shape:
    """Return somebody at a client."""
    return {
        "name": value.name,
        "role": value.role,
        "phones": list(value.phones),
        "emails": list(value.emails),
        "wrong_phones": list(value.wrong_phones),
    }


def client(value: Client) -> Shape:
    """Return a client."""
    manager, wish, cadence = value.account_manager, value.do_not_call, value.cadence
    return {
        "id": value.id,
        "name": value.name,
        "people": [person(each) for each in value.people],
        "website": value.website,
        "competitors": [{"name": c.name, "website": c.website} for c in value.competitors],
        "interests": list(value.interests),
        "likes": list(value.likes),
        "dislikes": list(value.dislikes),
        "open_questions": list(value.open_questions),
        "tags": list(value.tags),
        "account_manager": (
            {"name": manager.name, "email": manager.email} if manager is not None else None
        ),
        "zone": value.zone,
        "cadence": {"ideal": cadence.ideal, "late": cadence.late} if cadence is not None else None,
        "origin": {
            "kind": value.origin.kind.value,
            "detail": value.origin.detail,
            "introduced_by": value.origin.introduced_by,
        },
        "call_again": when(value.call_again),
        "snoozed_until": when(value.snoozed_until),
        "do_not_call": ({"since": when(wish.since), "why": wish.why} if wish is not None else None),
        "quiet": [
            {"first": when(q.first), "last": when(q.last), "why": q.why} for q in value.quiet
        ],
        "about": value.about,
        "created": when(value.created),
        "changed": when(value.changed),
    }


def note_line(value: NoteLine) -> Shape:
    """Return a line of notes, with what its sign makes it."""
    from followup_tui.domain.notes.capture import kind_of  # noqa: PLC0415 - only where notes are shown

    return {"at": when(value.at), "text": value.text, "kind": kind_of(value.text).value}


def interaction(value: Interaction) -> Shape:
    """Return something that happened."""
    return {
        "id": value.id,
        "kind": value.kind.value,
        "at": when(value.at),
        "until": when(value.until),
        "person": value.person,
        "outcome": value.outcome.value,
        "playbook": value.playbook,
        "notes": [note_line(line) for line in value.notes],
        "answers": [{"question": a.question, "text": a.text} for a in value.answers],
        "summary": value.summary,
    }


def project(value: Project) -> Shape:
    """Return work done for a client, with its closing steps."""
    return {
        "id": value.id,
        "title": value.title,
        "technologies": list(value.technologies),
        "started": when(value.started),
        "ended": when(value.ended),
        "success": value.success,
        "more_work": value.more_work,
        "about": value.about,
        "closing": [
            {
                "kind": step.kind.value,
                "state": step.state.value,
                "asked": [when(day) for day in step.asked],
                "settled": when(step.settled),
                "note": step.note,
            }
            for step in value.closing
        ],
    }


def encounter(value: Encounter) -> Shape:
    """Return where somebody was met."""
    return {
        "id": value.id,
        "person": value.person,
        "day": when(value.day),
        "where": value.where,
        "talked_about": value.talked_about,
        "in_common": value.in_common,
        "learned": value.learned,
        "promised": value.promised,
        "warmth": value.warmth.value,
        "followed_up": when(value.followed_up),
        "proposed": [when(at) for at in value.proposed],
        "fitting": {
            "value_add_id": value.fitting.value_add_id,
            "title": value.fitting.title,
            "because": value.fitting.because,
            "at": when(value.fitting.at),
        }
        if value.fitting
        else None,
    }


def promise(value: Promise) -> Shape:
    """Return something owed."""
    return {
        "id": value.id,
        "text": value.text,
        "due": when(value.due),
        "by": value.by.value,
        "state": value.state.value,
        "settled": when(value.settled),
    }


def next_step(value: NextStep) -> Shape:
    """Return what is to come."""
    return {
        "id": value.id,
        "kind": value.kind.value,
        "at": when(value.at),
        "all_day": value.all_day,
        "agreed": value.agreed,
        "text": value.text,
        "done": when(value.done),
        "confirmed": when(value.confirmed),
        "project_id": value.project_id,
    }


def value_add(value: ValueAdd) -> Shape:
    """Return a thing worth giving."""
    return {
        "id": value.id,
        "kind": value.kind.value,
        "title": value.title,
        "url": value.url,
        "starts": when(value.starts),
        "topics": list(value.topics),
    }


def offer(value: Offer, thing: ValueAdd) -> Shape:
    """Return that a value-add was planned for, or given to, a client."""
    return {
        "state": value.state.value,
        "at": when(value.at),
        "because": value.because,
        "value_add": value_add(thing),
    }


def suggestion(value: Suggestion) -> Shape:
    """Return a value-add that fits, and why."""
    return {
        "value_add": value_add(value.value_add),
        "because": value.because,
        "chosen": value.chosen,
    }


def letter(value: Letter | None) -> Shape | None:
    """Return a draft mail, or None. An empty id: it is no record yet."""
    if value is None:
        return None
    return {
        "id": value.id,
        "kind": value.kind.value,
        "to": value.to,
        "cc": list(value.cc),
        "subject": value.subject,
        "body": value.body,
        "state": value.state.value,
        "left": [
            {"way": left.way.value, "at": when(left.at), "where": left.where} for left in value.left
        ],
        "overruled": when(value.overruled),
        "overruled_because": list(value.overruled_because),
    }


def client_page(value: ClientPage) -> Shape:
    """Return all that is known of a client."""
    standing = value.standing
    return {
        "client": client(value.client),
        "introduced_by": value.introduced_by,
        "reasons": [reason(each) for each in value.reasons],
        "standing": {
            "last_reached": when(standing.last_reached),
            "last_attempt": when(standing.last_attempt),
            "unanswered": standing.unanswered,
            "reached": standing.reached,
        },
        "projects": [project(each) for each in value.projects],
        "encounters": [encounter(each) for each in value.encounters],
        "courses": list(value.courses),
        "interactions": [interaction(each) for each in value.interactions],
        "promises": [promise(each) for each in value.promises],
        "next_steps": [next_step(each) for each in value.next_steps],
        "offers": [offer(each, thing) for each, thing in value.offers],
        "letters": [letter(each) for each in value.letters],
    }


def evidence(value: Evidence) -> Shape:
    """Return one thing that was found."""
    return {
        "label": value.label,
        "text": value.text,
        "url": value.url,
        "how": value.how,
        "at": when(value.at),
    }


def prepared(value: PreparedItem) -> Shape:
    """Return an item of the checklist with what was found for it."""
    return {
        "key": value.key,
        "label": value.label,
        "status": value.status.value,
        "headline": value.headline,
        "problem": value.problem,
        "fetched_at": when(value.fetched_at),
        "ticked": when(value.ticked),
        "evidence": [evidence(each) for each in value.evidence],
    }


def preparation(value: PreparationView) -> Shape:
    """Return a brief."""
    return {
        "client": client(value.client),
        "playbook": value.playbook.key,
        "why": value.why,
        "done": value.done,
        "items": [prepared(item) for item in value.items],
        "suggestions": [suggestion(each) for each in value.suggestions],
        "letter": letter(value.letter),
        "questions": [
            {"key": q.key, "ask": q.ask, "answer": q.answer.value, "choices": list(q.choices)}
            for q in value.playbook.questions
        ],
    }
