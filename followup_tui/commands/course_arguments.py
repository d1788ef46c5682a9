"""The arguments of `followup course`, and nothing else."""

from __future__ import annotations

import argparse

from followup_tui.commands.arguments import Command

ACTIONS = (
    "list", "show", "add", "edit", "remove", "import", "attendee", "attend", "correct", "take-off",
    "link", "unlink", "announce", "draw", "replace", "invite", "settle", "reopen", "review",
)  # fmt: skip


def course(command: Command) -> None:
    """Add `followup course ACTION [COURSE] [WHAT …]`."""
    asked = command("course", "Courses: who attended, who is drawn for a coffee, what they found.")
    asked.add_argument(
        "action", metavar="ACTION", nargs="?", default="list", choices=ACTIONS,
        help=f"{', '.join(ACTIONS[:-1])} or {ACTIONS[-1]} (list)",
    )  # fmt: skip
    asked.add_argument(
        "course", metavar="COURSE", nargs="?", default="",
        help="its title, the start or a part of one, an id, or “last”; to add: its title",
    )  # fmt: skip
    asked.add_argument(
        "what", metavar="WHAT", nargs="*",
        help="import: the file. attendee: a new one's name. attend: the names, or - for the "
        "standard input. correct, take-off, link, unlink: somebody on it. replace, invite, settle, "
        "reopen: who was drawn",
    )  # fmt: skip
    _of_the_course(asked)
    _of_somebody(asked)
    _of_the_draw(asked)
    asked.add_argument("--names", action="store_true", help="review: say who said what")
    asked.add_argument(
        "--markdown", action="store_true", help="review: as Markdown for the trainer"
    )
    asked.add_argument(
        "--out", default="", metavar="FILE", help="announce, review: write it to a new file"
    )


def _of_the_course(asked: argparse.ArgumentParser) -> None:
    asked.add_argument("--title", default="", help="edit: what it is called from now on")
    asked.add_argument("--first", default="", metavar="DAY", help="its first day (the last one)")
    asked.add_argument("--last", default="", metavar="DAY", help="its last day (today)")
    asked.add_argument("--topic", default=None, help="what it teaches, in a word or two")
    asked.add_argument("--speaker", default=None, help="who teaches it")
    asked.add_argument(
        "--host", default=None,
        help="who has the coffees: the speaker, or a developer who can give real advice",
    )  # fmt: skip
    asked.add_argument(
        "--coffees", type=int, default=None, metavar="N", help="how many are drawn (5)"
    )
    asked.add_argument("--place", default=None, help="where the coffees are: “at the Blue Cup”")
    asked.add_argument("--about", default=None, help="what is worth remembering of it")


def _of_somebody(asked: argparse.ArgumentParser) -> None:
    asked.add_argument("--name", default="", help="correct: what they are called")
    for option, words in (
        ("--email", "their address"), ("--phone", "their number"), ("--company", "where they work")
    ):  # fmt: skip
        asked.add_argument(option, default=None, help=f"attendee, correct: {words}")
    asked.add_argument(
        "--to", default="", metavar="CLIENT", help="link: the client to whom they belong"
    )
    asked.add_argument(
        "--as", dest="state", default="",
        choices=("", "attended", "absent", "refunded", "opted-out", "had", "declined", "missed"),
        help="attend, attendee, correct: attended, absent, refunded or opted-out. settle, "
        "replace: the coffee was had, declined, or missed",
    )  # fmt: skip
    asked.add_argument("--because", default="", metavar="TEXT", help="settle, replace: why")
    asked.add_argument(
        "--dry-run", action="store_true", help="import, draw: only say what would come of it"
    )


def _of_the_draw(asked: argparse.ArgumentParser) -> None:
    asked.add_argument(
        "--number", type=int, default=0, metavar="N", help="draw: how many (as the course has it)"
    )
    asked.add_argument(
        "--seed", type=int, default=None, metavar="N", help="draw: the seed (a fresh one)"
    )
    asked.add_argument(
        "--again", action="store_true", help="draw: some more, of those who were not drawn yet"
    )
    asked.add_argument(
        "--repeat", action="store_true", help="draw: show how the draw comes out of its seed"
    )
