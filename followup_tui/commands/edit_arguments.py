"""The arguments of `followup edit`, `snooze` and `thank`, and nothing else."""

from __future__ import annotations

from followup_tui.commands.arguments import CLIENT, Command


def edit(command: Command) -> None:
    """Add `followup edit CLIENT --FIELD VALUE …`."""
    asked = command("edit", "Change a client and its people; an empty value takes it away.")
    asked.add_argument("client", metavar="CLIENT", help=CLIENT)
    for option, value, words in (
        ("--name", "NAME", "the company, or the lone person"),
        ("--website", "URL", "their website"),
        ("--zone", "ZONE", "their time zone, like Europe/Zurich"),
        ("--manager", "NAME", "their account manager"),
        ("--manager-email", "ADDRESS", "the account manager's address"),
        ("--ideal", "DAYS", "days since they were reached after which they come on the list"),
        ("--late", "DAYS", "days after which they are late"),
        ("--about", "TEXT", "what else is worth remembering"),
        ("--role", "ROLE", "what the person of --person does"),
    ):
        asked.add_argument(option, default=None, metavar=value, help=words)
    asked.add_argument(
        "--person", default="", metavar="NAME", help="whom to change, or to add where new"
    )
    asked.add_argument(
        "--rename", default="", metavar="NAME", help="what the person of --person is called"
    )
    asked.add_argument(
        "--wrong", default="", metavar="NUMBER",
        help="a number of theirs that is wrong: it is kept, and not dialled again",
    )  # fmt: skip
    asked.add_argument(
        "--right", default="", metavar="NUMBER", help="with --wrong: the one to dial instead"
    )
    for option, words in (
        ("--phone", "their numbers, in place of those known; may be given again"),
        ("--email", "their addresses, in place of those known; may be given again"),
        ("--drop-person", "somebody who is there no more; may be given again"),
        ("--tag", "the tags, in place of those known; may be given again"),
        ("--interest", "what they care about, in place of what is known; may be given again"),
        ("--competitor", '"NAME https://…", in place of those known; may be given again'),
    ):
        asked.add_argument(option, action="append", default=[], help=words)
    asked.add_argument(
        "--do-not-call", choices=("yes", "no"), default="", help="whether they want no calls"
    )
    asked.add_argument("--why", default="", help="with --do-not-call yes: what they said")


def snooze(command: Command) -> None:
    """Add `followup snooze CLIENT UNTIL`."""
    asked = command("snooze", "Take a client off the list until a day.")
    asked.add_argument("client", metavar="CLIENT", help=CLIENT)
    until = asked.add_mutually_exclusive_group(required=True)
    until.add_argument(
        "until", metavar="UNTIL", nargs="?", default="", help="a day, like “in 2 weeks” or mon"
    )
    until.add_argument("--end", action="store_true", help="let them come back now")


def thank(command: Command) -> None:
    """Add `followup thank CLIENT`."""
    asked = command("thank", "Write down that a client was thanked for whom they introduced.")
    asked.add_argument("client", metavar="CLIENT", help=CLIENT)
    asked.add_argument(
        "name", metavar="NAME", nargs="?", default="", help="for whom alone (everybody so far)"
    )
