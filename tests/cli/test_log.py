"""`followup log`: all that the screens of a call and its wrap-up write down, from the shell."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest

from followup_tui.desk import open_desk
from followup_tui.domain.change import Change
from followup_tui.domain.client import Client
from followup_tui.domain.interaction import NoteLine
from tests.builders import NOW, a_client, a_value_add
from tests.cli.conftest import Followup

REACHED = ("log", "quill", "--outcome", "reached")


def test_a_coffee_with_its_answers_hours_and_sentence(home: Path, followup: Followup) -> None:
    talk = followup(
        *REACHED, "--kind", "coffee", "--playbook", "retro-coffee", "--answer", "rating=4",
        "--answer", "stuck=the bill", "--at", "10:00", "--until", "10:25", "--summary", "all well",
        "--json",
    ).json["interaction"]  # fmt: skip
    assert (talk["kind"], talk["playbook"], talk["summary"]) == (
        "coffee", "retro-coffee", "all well",
    )  # fmt: skip
    assert {a["question"]: a["text"] for a in talk["answers"]} == {
        "stuck": "the bill", "rating": "4",
    }  # fmt: skip
    assert talk["until"] == "2026-11-18T23:25:00+00:00"
    shown = followup("show", "quill", "--json").json
    assert shown["client"]["open_questions"] == ["the bill"], "its answer is a note with a sign"


def test_what_was_left_open_is_answered_or_dropped(home: Path, followup: Followup) -> None:
    for question in ("? who signs", "? which budget", "? when is the fair"):
        followup("note", "quill", question)
    assert "open questions  who signs; which budget;" in followup("show", "quill").out
    followup(*REACHED, "--answered", "signs", "--dropped", "BUDGET")
    client = followup("show", "quill", "--json").json["client"]
    assert client["open_questions"] == ["when is the fair"]


def test_what_came_of_what_was_offered(home: Path, followup: Followup) -> None:
    for title in ("Keeping costs down", "Backups", "Logs"):
        followup("library", "add", title)
    followup("offer", "quill", "Logs", "--as", "planned")
    followup(*REACHED, "--offer", "keeping=taken", "--offer", "Backups=declined")
    offers = followup("show", "quill", "--json").json["offers"]
    assert {each["value_add"]["title"]: each["state"] for each in offers} == {
        "Keeping costs down": "taken", "Backups": "declined", "Logs": "planned",
    }  # fmt: skip


def test_the_next_contact_may_have_no_day_of_its_own(home: Path, followup: Followup) -> None:
    value = followup(*REACHED, "--again", "cadence", "--json").json
    assert value["next"]["day"] is None
    assert followup("show", "quill", "--json").json["client"]["call_again"] is None


def test_somebody_who_was_named_is_no_client_they_are_taken_for(
    home: Path, followup: Followup
) -> None:
    line = "@ Jane Li of Northwind Traders"
    followup(*REACHED, "--note", line, "--apart", "jane")
    assert followup("show", "Jane", "--json").status == 1, "there are two of that name now"
    followup("undo")
    followup(*REACHED, "--note", line)
    assert followup("show", "Jane", "--json").json["client"]["name"] == "Northwind Traders"


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (("--playbook", "nope"), 1, "No playbook is “nope”: there are "),
        (("--answer", "nope=1"), 1, "does not come to: nope. What it asks here: "),
        (("--playbook", "retro-coffee", "--answer", "rating=9"), 1, "rating"),
        (("--answer", "nonsense"), 2, "write QUESTION=TEXT"),
        (("--offer", "Backups"), 2, "write WHAT=STATE"),
        (("--offer", "Backups=eaten"), 2, "STATE is planned, offered, taken, declined"),
        (("--offer", "Nothing=taken"), 1, "Nothing in the library is called “Nothing”"),
        (("--answered", "who"), 1, "none of the questions that are open: none"),
        (("--apart", "Jane"), 1, "The notes do not name “Jane”"),
        (("--at", "10:00", "--until", "09:00"), 1, "is before it began"),
    ],
)
def test_what_cannot_be_written_down_is_said(
    home: Path, followup: Followup, words: tuple[str, ...], status: int, said: str
) -> None:
    wrong = followup(*REACHED, *words)
    assert (wrong.status, wrong.out) == (status, "")
    assert said in wrong.err
    assert len(followup("mend", "quill", "--json").json["interactions"]) == 1, "nothing was written"


def test_a_call_that_the_desk_keeps_is_told(home: Path, followup: Followup) -> None:
    async def left_open() -> None:
        desk = open_desk(home, now=lambda: NOW)
        client = next(each for each in desk.records.all(Client) if each.name.startswith("Northw"))
        call = await desk.call.begin(client.id)
        await desk.call.keep(replace(call, notes=(NoteLine(at=NOW, text="hello"),)))
        await desk.close()

    asyncio.run(left_open())
    said = followup("note", "Northwind", "moved to Azure")
    assert said.out.endswith(
        "The call with Northwind Traders, begun Thu 14:02, is not wrapped up in the desk yet: this "
        "stands beside it, not among its notes.\n"
    )
    assert "take it up" in followup("log", "Northwind", "--outcome", "no-answer").err
    assert "wrapped up" not in followup("note", "Quill", "moved").out


def test_a_coffee_is_not_busy(home: Path, followup: Followup) -> None:
    wrong = followup("log", "quill", "--outcome", "busy", "--kind", "coffee")
    assert wrong.status == 1
    assert "A coffee does not end so" in wrong.err


def test_the_checklist_is_ticked_and_value_adds_are_chosen(home: Path, followup: Followup) -> None:
    client = a_client("Vale Ltd", interests=("Azure",))
    put = (client, a_value_add("Azure bills", topics=("Azure",)))
    open_desk(home, now=lambda: NOW).records.commit(Change(by="test", put=put))
    first = followup("prep", "vale", "--json").json
    item = first["items"][0]
    value = followup("prep", "vale", "--tick", item["key"], "--choose", "azure", "--json").json
    assert value["done"] == 1
    assert value["items"][0]["ticked"]
    assert value["suggestions"][0]["chosen"]
    back = ("prep", "vale", "--untick", item["label"], "--leave-out", "Azure bills")
    value = followup(*back, "--json").json
    assert (value["done"], value["suggestions"][0]["chosen"]) == (0, False)
    wrong = followup("prep", "vale", "--tick", "nope")
    assert wrong.status == 1
    assert "“nope” is not on the checklist: there are " in wrong.err
    assert followup("prep", "vale", "--choose", "nope").status == 1
    assert followup("prep", "vale", "--refresh", "--choose", "azure").status == 2
