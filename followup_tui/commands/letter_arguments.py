"""The arguments of `followup letter`."""

from __future__ import annotations

from followup_tui.commands.arguments import CLIENT, Command

KINDS = {
    "suggestions": "suggestions",
    "follow-up": "as per our conversation",
    "not-reached": "could not reach you",
    "reference": "reference",
    "testimonial": "testimonial",
    "review": "review",
    "coffee": "coffee invitation",
    "coffee-thanks": "coffee thanks",
    "good-to-meet": "good to meet you",
    "promised": "here is what I promised",
    "introduction": "thanks for the introduction",
}
"""What a kind is called on the command line, and what it is (`domain.letter.LetterKind`)."""


def letter(command: Command) -> None:
    """Add the command for letters."""
    it = command("letter", "a letter to a client: written, checked, and let out as a draft")
    it.add_argument("client", metavar="CLIENT", help=CLIENT)
    it.add_argument(
        "--kind",
        choices=tuple(KINDS),
        default="",
        help="which letter; without it the one that is called for",
    )
    it.add_argument("--template", metavar="NAME", default="", help="which template of that kind")
    it.add_argument("--person", metavar="NAME", default="", help="to whom at the client")
    it.add_argument(
        "--text", metavar="FILE", default="", help="its text from a file, - for the standard input"
    )
    it.add_argument("--id", default="", help="that letter, by the start of its id")
    it.add_argument("--project", metavar="TITLE", default="", help="about that project of theirs")
    it.add_argument(
        "--course", metavar="COURSE", default="", help="about the coffee of that course"
    )
    it.add_argument("--to", metavar="ADDRESS", default=None, help="the address it goes to")
    it.add_argument(
        "--cc", metavar="ADDRESS", action="append", default=[],
        help="who reads it too; may be given again",
    )  # fmt: skip
    it.add_argument(
        "--attach", metavar="FILE", action="append", default=[],
        help="a file that goes along; may be given again, an empty one takes them all off",
    )  # fmt: skip
    it.add_argument("--subject", metavar="TEXT", default="", help="its subject")
    what = it.add_mutually_exclusive_group()
    what.add_argument("--show", action="store_true", help="print it (what is done without these)")
    what.add_argument("--check", action="store_true", help="say whether it is plainly for them")
    what.add_argument("--list", action="store_true", help="print their letters, and the templates")
    what.add_argument("--save", action="store_true", help="keep it as a draft of the desk")
    what.add_argument("--discard", action="store_true", help="throw it away, unless it left")
    what.add_argument(
        "--by-hand", action="store_true",
        help="print it, and write down that it left: you copy it from here",
    )  # fmt: skip
    what.add_argument("--out", metavar="FILE", default="", help="write it to a new .eml file")
    what.add_argument("--mailto", action="store_true", help="hand it to the mail program")
    what.add_argument("--drafts", action="store_true", help="put it into the mailbox's drafts")
    it.add_argument(
        "--anyway", action="store_true",
        help="let it out, or with --save hold it to be ready, although the check holds it back",
    )  # fmt: skip
    it.add_argument(
        "--keeps", metavar="ID", action="append", default=[],
        help="the promises that it keeps by leaving, of those it seems to; “none” keeps none",
    )  # fmt: skip
    it.add_argument(
        "--remember", action="store_true",
        help="with --drafts: keep the password that is asked for in this system's keyring",
    )  # fmt: skip
