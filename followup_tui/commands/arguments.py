"""The arguments of the command line, and nothing else: importing this costs only argparse."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import NoReturn, cast

from followup_tui import __version__
from followup_tui.commands.problems import WrongUsage

_ABOUT = "Whom to call next, why, and what was said. Without a command, the desk opens."


class _Parser(argparse.ArgumentParser):
    """A parser whose errors are one sentence."""

    def _check_value(self, action: argparse.Action, value: object) -> None:
        """Refuse what is none of the choices; say which comes near rather than name them all."""
        choices = [str(each) for each in action.choices or () if each]
        if action.choices is not None and value not in action.choices:
            from followup_tui.domain.nearest import did_you_mean  # noqa: PLC0415 - seldom

            near = did_you_mean(str(value), choices) or f"; say {_listed(choices)}"
            raise argparse.ArgumentError(action, f"there is no “{value}”{near}")

    def error(self, message: str) -> NoReturn:
        stop = "" if message.endswith("?") else ";"
        raise WrongUsage(f"{message}{stop} `{self.prog} --help` says how it goes")


def _listed(choices: Sequence[str]) -> str:
    return f"{', '.join(choices[:-1])} or {choices[-1]}" if len(choices) > 1 else "".join(choices)


def _common(*, top: bool) -> _Parser:
    """Return the options that may stand before or after the command.

    After it, they have no default, so that what stood before it is not undone.
    """

    def default(value: object) -> object:
        return value if top else argparse.SUPPRESS

    common = _Parser(add_help=False)
    group = common.add_argument_group("everywhere")
    group.add_argument("--home", metavar="DIR", default=default(""), help="the folder of the desk")
    group.add_argument(
        "--demo", action="store_true", default=default(False),
        help="a sample desk, kept apart, with web sites of its own",
    )  # fmt: skip
    group.add_argument(
        "--json", action="store_true", default=default(False),
        help="print JSON; its keys are in docs/cli.md",
    )  # fmt: skip
    return common


_FILLS = {
    "due": "arguments._due",
    "show": "arguments._show",
    "prep": "arguments._prep",
    "offer": "arguments._offer",
    "note": "talk_arguments.note",
    "promise": "arguments._promise",
    "next": "arguments._next",
    "log": "talk_arguments.log",
    "mend": "talk_arguments.mend",
    "letter": "letter_arguments.letter",
    "project": "project_arguments.project",
    "quiet": "project_arguments.quiet",
    "course": "course_arguments.course",
    "add": "arguments._add",
    "edit": "edit_arguments.edit",
    "snooze": "edit_arguments.snooze",
    "thank": "edit_arguments.thank",
    "met": "met_arguments.met",
    "library": "arguments._library",
    "import": "import_arguments.importing",
    "merge": "import_arguments.merging",
    "page": "arguments._page",
    "history": "arguments._history",
    "undo": "arguments._undo",
    **dict.fromkeys(("backup", "restore", "doctor", "forget"), "arguments._care"),
    **dict.fromkeys(("export", "search", "settings", "completion", "help"), "arguments_out.fill"),
}
"""Command -> the function of this folder that adds its arguments, in the order of the help."""


def parser(argv: Sequence[str] = ()) -> argparse.ArgumentParser:
    """Return the parser of the whole command line, or that of `argv`, a command with its words.

    Where `argv` begins with a command only that one's arguments are there: making those of all
    takes as long as many a command.
    """
    top = _Parser(
        prog="followup", description=_ABOUT, parents=[_common(top=True)], allow_abbrev=False
    )
    top.add_argument("--version", action="version", version=f"followup {__version__}")
    top.set_defaults(command="")
    commands: argparse._SubParsersAction[_Parser] = top.add_subparsers(
        dest="command", metavar="COMMAND", parser_class=_Parser
    )
    common = _common(top=False)

    def command(name: str, words: str) -> argparse.ArgumentParser:
        return commands.add_parser(
            name, help=words, description=words, parents=[common], allow_abbrev=False
        )

    asked = argv[0] if argv else ""
    for fill in (_FILLS[asked],) if asked in _FILLS else dict.fromkeys(_FILLS.values()):
        module, _, name = fill.partition(".")
        found = getattr(import_module(f"followup_tui.commands.{module}"), name)
        cast("Callable[[Command], None]", found)(command)
    return top


Command = Callable[[str, str], argparse.ArgumentParser]
"""Adds a command of a name, with a sentence about it."""
CLIENT = "a name, the start of one, a person's name, or an id"


def _due(command: Command) -> None:
    due = command("due", "Say who is to be called today, and why.")
    due.add_argument("--all", action="store_true", help="also who comes later or is left alone")


def _show(command: Command) -> None:
    show = command("show", "Show all that is known of a client, and what happened with them.")
    show.add_argument("client", metavar="CLIENT", help=CLIENT)
    show.add_argument("--all", action="store_true", help="the whole timeline, however long")


def _prep(command: Command) -> None:
    prep = command("prep", "Prepare a call: what to know, to offer and to ask.")
    prep.add_argument("client", metavar="CLIENT", help=CLIENT)
    prep.add_argument("--refresh", action="store_true", help="fetch fresh copies of all pages")
    for option, metavar, words in (
        ("--tick", "ITEM", "tick an item of the checklist, by its key: you have seen it"),
        ("--untick", "ITEM", "take the tick back"),
        ("--choose", "WHAT", "choose a value-add that fits them for the call"),
        ("--leave-out", "WHAT", "do not offer it in this call after all"),
    ):
        prep.add_argument(
            option, action="append", default=[], metavar=metavar,
            help=f"{words}; may be given again",
        )  # fmt: skip


def _offer(command: Command) -> None:
    offer = command("offer", "Say what fits a client, or that something was offered to them.")
    offer.add_argument("client", metavar="CLIENT", help=CLIENT)
    offer.add_argument(
        "what", metavar="WHAT", nargs="?", default="",
        help="a title of the library, the start or a part of one, or an id",
    )  # fmt: skip
    offer.add_argument(
        "--as", dest="state", choices=("planned", "offered", "taken", "declined"),
        default="offered", help="how far it came (offered)",
    )  # fmt: skip


def _library(command: Command) -> None:
    library = command("library", "What can be given: list it, fill it from its sources, add to it.")
    library.add_argument(
        "action", metavar="ACTION", nargs="?", default="list",
        choices=("list", "refresh", "add", "edit", "retire", "bring-back"),
        help="list, refresh, add, edit, retire or bring-back (list)",
    )  # fmt: skip
    library.add_argument(
        "what", metavar="WHAT", nargs="?", default="",
        help="to add: a title, or the address of an article; else what is meant: a title or an id",
    )  # fmt: skip
    library.add_argument("--all", action="store_true", help="also what is over or retired")
    library.add_argument(
        "--kind", default="",
        choices=("", "article", "talk", "event", "invitation", "consultation", "tip"),
        help="article, talk, event, invitation, consultation or tip (article)",
    )  # fmt: skip
    library.add_argument("--title", default="", help="what it is called")
    library.add_argument("--url", default=None, help="where it stands")
    library.add_argument("--about", default=None, help="a sentence or two")
    library.add_argument(
        "--topic", action="append", default=[], help="what it is about; may be given again"
    )
    library.add_argument(
        "--starts", default=None, metavar="WHEN", help="like 2026-12-01T07:30, “1 dec 7:30” or fri"
    )
    library.add_argument("--where", default=None, help="where it takes place")


def _promise(command: Command) -> None:
    promise = command("promise", "Write down a promise, ours or theirs, or settle one.")
    promise.add_argument("client", metavar="CLIENT", nargs="?", default="", help=CLIENT)
    promise.add_argument(
        "text", metavar="TEXT", nargs="*",
        help='what is promised; a day may stand in it, like "send the link by fri"',
    )  # fmt: skip
    promise.add_argument(
        "--by", choices=("us", "them"), default="", help="who owes it (as the text says, or us)"
    )
    promise.add_argument("--due", default="", metavar="DAY", help="like fri or 2026-12-01")
    promise.add_argument("--kept", default="", metavar="ID", help="that promise was kept")
    promise.add_argument("--broken", default="", metavar="ID", help="that promise was broken")


def _next(command: Command) -> None:
    step = command("next", "Write down the next call, coffee, meeting or booking.")
    step.add_argument("client", metavar="CLIENT", help=CLIENT)
    step.add_argument(
        "kind", metavar="KIND", choices=("call", "call-back", "coffee", "meeting", "booking"),
        help="call, call-back, coffee, meeting or booking",
    )  # fmt: skip
    step.add_argument(
        "when", metavar="WHEN", nargs="+", help="in their time: thu 10:00, 1 Dec 14:30, in 2 weeks"
    )
    step.add_argument("--agreed", action="store_true", help="both sides said yes; else proposed")
    step.add_argument("--about", default="", metavar="TEXT", help="about what, or where")
    step.add_argument("--ics", default="", metavar="FILE", help="also write a calendar file there")


def _add(command: Command) -> None:
    add = command("add", "Add a client.")
    add.add_argument("name", metavar="NAME", help="the company, or the lone person")
    add.add_argument("--person", default="", metavar="NAME", help="whom to talk to")
    add.add_argument("--role", default="", help="what that person does")
    for option, words in (
        ("--phone", "a number of that person; may be given again"),
        ("--email", "an address of that person; may be given again"),
        ("--tag", "a tag; may be given again"),
        ("--interest", "what they care about; may be given again"),
        ("--competitor", '"NAME https://…"; may be given again'),
    ):
        add.add_argument(option, action="append", default=[], help=words)
    add.add_argument("--website", default="", metavar="URL", help="their website")
    add.add_argument("--zone", default="", help="their time zone, like Europe/Zurich")
    add.add_argument("--manager", default="", metavar="NAME", help="their account manager")
    add.add_argument("--about", default="", help="what else is worth remembering")
    add.add_argument("--anyway", action="store_true", help="even if there is one of that name")


def _page(command: Command) -> None:
    page = command("page", "Say what is read from pages, feeds and calendars.")
    page.add_argument(
        "source", metavar="SOURCE", nargs="+", help="a web address, a saved file, or - for input"
    )
    page.add_argument("--url", default="", help="the address that a saved file came from")


def _history(command: Command) -> None:
    history = command("history", "Say what was changed, when and by what; the newest first.")
    history.add_argument(
        "client", metavar="CLIENT", nargs="?", default="", help=f"{CLIENT}; else everybody"
    )
    history.add_argument(
        "--limit", type=int, default=20, metavar="N", help="how many changes at most (20)"
    )
    history.add_argument(
        "--details", action="store_true", help="also what stood there before, and what since"
    )


def _undo(command: Command) -> None:
    undo = command("undo", "Take back the last change, or the last N, or one by its id.")
    undo.add_argument(
        "what", metavar="N|ID", nargs="?", default="1",
        help="how many of the last changes (1), or the id of one as `followup history` shows it; "
        "taking back what took something back does that again",
    )  # fmt: skip


def _care(command: Command) -> None:
    backup = command("backup", "Keep everything that was written in one dated file.")
    backup.add_argument(
        "path", metavar="PATH", nargs="?", default="",
        help="a folder or a new file for it; else the desk's own folder of backups",
    )  # fmt: skip
    restore = command("restore", "Bring back a backup; without a name, list those there are.")
    restore.add_argument(
        "backup", metavar="BACKUP", nargs="?", default="",
        help="its name, the start of one (a day: the last one of it), or the path of a file",
    )  # fmt: skip
    restore.add_argument(
        "--settings", action="store_true",
        help="take its settings and playbooks in place of those there are, too",
    )  # fmt: skip
    doctor = command("doctor", "Check the desk's files, the settings and the terminal.")
    doctor.add_argument(
        "--repair", action="store_true",
        help="mend what can be mended; what was damaged is kept aside",
    )  # fmt: skip
    forget = command("forget", "Forget a client: every trace, from history and backups too.")
    forget.add_argument("client", metavar="CLIENT", help=CLIENT)
    forget.add_argument("--yes", action="store_true", help="do not ask")
    forget.add_argument(
        "--everywhere", action="store_true",
        help="take their name, addresses and numbers out of what was written about others, too",
    )  # fmt: skip
