"""The arguments of `followup note`, `log` and `mend`: what is written of conversations."""

from __future__ import annotations

import argparse

from followup_tui.commands.arguments import CLIENT, Command

OUTCOMES = (
    "reached", "no-answer", "voicemail", "busy", "wrong-number", "call-back", "wrong-moment",
)  # fmt: skip


def note(command: Command) -> None:
    """Add `followup note CLIENT TEXT`."""
    note = command("note", "Write a note about a client; signs work here too.")
    note.add_argument("client", metavar="CLIENT", help=CLIENT)
    note.add_argument(
        "text", metavar="TEXT", nargs="+",
        help='what to note, or - to read it from the standard input; "! send the link by fri" '
        "is a promise, + liked, - disliked, @ referral, > next step, ? question, * interest",
    )  # fmt: skip


def log(command: Command) -> None:
    """Add `followup log CLIENT --outcome O`."""
    log = command("log", "Write down a conversation that was held, or a try in vain.")
    log.add_argument("client", metavar="CLIENT", help=CLIENT)
    log.add_argument(
        "--outcome", required=True,
        choices=OUTCOMES,
        help="how it ended",
    )  # fmt: skip
    log.add_argument(
        "--at", default="", metavar="WHEN",
        help="when it began: 10:30, yesterday 16:00 or 2026-11-19T10:30 (now)",
    )  # fmt: skip
    log.add_argument("--person", default="", metavar="NAME", help="with whom (the first person)")
    log.add_argument(
        "--note", action="append", default=[], metavar="LINE",
        help="a line of notes, signs and all; may be given again; - reads the standard input",
    )  # fmt: skip
    log.add_argument(
        "--call-back", default="", metavar="WHEN",
        help="with call-back: the hour in their time, like “thu 10:00”",
    )  # fmt: skip
    log.add_argument(
        "--again", default="", metavar="DAY",
        help="the next contact; “cadence” sets none of its own (as proposed)",
    )  # fmt: skip
    log.add_argument(
        "--number", default="", help="with wrong-number: which one (the one that is dialled first)"
    )
    log.add_argument("--right", default="", metavar="NUMBER", help="the right number, if known")
    _of_the_script(log)
    _of_the_wrap_up(log)


def _of_the_script(log: argparse.ArgumentParser) -> None:
    log.add_argument(
        "--kind", choices=("call", "coffee", "meeting"), default="",
        help="how it was held (as its playbook has it)",
    )  # fmt: skip
    log.add_argument(
        "--playbook", default="", metavar="KEY",
        help="by which playbook (that of the most pressing reason): see followup help playbooks",
    )  # fmt: skip
    log.add_argument(
        "--answer", action="append", default=[], metavar="QUESTION=TEXT",
        help="what they said to a question of the playbook, by its key; may be given again",
    )  # fmt: skip
    log.add_argument(
        "--offer", action="append", default=[], metavar="WHAT=STATE",
        help="what came of a thing of the library: offered, taken, declined or planned; may be "
        "given again",
    )  # fmt: skip


def _of_the_wrap_up(log: argparse.ArgumentParser) -> None:
    log.add_argument("--until", default="", metavar="WHEN", help="when it ended, like 10:50")
    log.add_argument("--summary", default="", metavar="TEXT", help="all of it in a sentence")
    log.add_argument(
        "--answered", action="append", default=[], metavar="WORDS",
        help="an open question of before that was answered, by some of its words",
    )  # fmt: skip
    log.add_argument(
        "--dropped", action="append", default=[], metavar="WORDS",
        help="an open question of before that is of no matter any more",
    )  # fmt: skip
    log.add_argument(
        "--apart", action="append", default=[], metavar="NAME",
        help="somebody whom the notes name with @ and who is not the client they are taken for",
    )  # fmt: skip


def mend(command: Command) -> None:
    """Add `followup mend CLIENT`."""
    asked = command(
        "mend", "Mend what was written of a conversation, or remove it; earlier words are kept."
    )
    asked.add_argument("client", metavar="CLIENT", help=CLIENT)
    asked.add_argument(
        "--talk", default="", metavar="ID",
        help="which conversation or note, by the start of its id (the newest); without any other "
        "option, those there are are listed",
    )  # fmt: skip
    asked.add_argument(
        "--line", nargs=2, action="append", default=[], metavar=("N", "TEXT"),
        help="the words of line N of the notes; empty words take it away; may be given again",
    )  # fmt: skip
    asked.add_argument(
        "--add", action="append", default=[], metavar="TEXT",
        help="one more line of notes; may be given again",
    )  # fmt: skip
    asked.add_argument(
        "--note", action="append", default=[], metavar="LINE",
        help="all of the notes, in place of those there are; may be given again; - reads the "
        "standard input",
    )  # fmt: skip
    asked.add_argument("--outcome", choices=OUTCOMES, default="", help="how it ended")
    asked.add_argument("--person", default=None, metavar="NAME", help="with whom it was")
    asked.add_argument(
        "--at", default="", metavar="WHEN",
        help="when it began: 10:30 of that day, yesterday 16:00 or 2026-11-19T10:30",
    )  # fmt: skip
    asked.add_argument(
        "--too", action="store_true",
        help="also change the promises, and what is remembered of them, that the lines have led to",
    )  # fmt: skip
    asked.add_argument("--alone", action="store_true", help="change the notes alone")
    asked.add_argument("--remove", action="store_true", help="take the whole of it away")
