"""The arguments of `followup import` and `followup merge`."""

from __future__ import annotations

from followup_tui.commands.arguments import CLIENT, Command

KINDS = (
    "csv", "vcard", "ical", "contacts", "projects", "interactions", "linkedin", "google", "outlook",
    "thunderbird", "hubspot", "pipedrive", "salesforce", "zoho", "eventbrite", "meetup", "luma",
    "tito",
)  # fmt: skip
"""What a file can be said to be; a test holds them against what the readers know."""


def importing(command: Command) -> None:
    """Add `followup import`."""
    given = command(
        "import",
        "Bring in contacts, past projects, conversations or events from another program's file.",
    )
    # `import` is no name for a module: this is the one that runs it.
    given.set_defaults(command="importing")
    given.add_argument(
        "file", metavar="FILE",
        help="CSV or a spreadsheet of any program, vCards or a folder of them, a calendar, an "
        "archive with one of these in it, or a desk as JSON",
    )  # fmt: skip
    given.add_argument(
        "--as", dest="kind", choices=KINDS, default=None, metavar="KIND",
        help=f"what the file is, where its content does not tell: {', '.join(KINDS)}",
    )  # fmt: skip
    given.add_argument(
        "--encoding", default="", metavar="NAME",
        help="how its letters are written, where that is guessed wrong: utf-8, cp1252, cp1250 …",
    )  # fmt: skip
    given.add_argument(
        "--dry-run", action="store_true", help="only say what would become of each row"
    )
    given.add_argument(
        "--map", dest="mapping", action="append", default=[], metavar="HEADING=WHAT",
        help='what stands in a column, like --map "Wer=name"; it is remembered. WHAT is one of '
        "those that --map \"x=?\" lists; may be given again",
    )  # fmt: skip
    given.add_argument(
        "--unsure", choices=("skip", "merge", "new"), default="skip",
        help="what becomes of rows that may be of somebody who is there already (skip)",
    )  # fmt: skip
    given.add_argument(
        "--row", dest="decisions", action="append", default=[], metavar="LINE=FATE",
        help="what becomes of the row that begins on that line: new, skip, merge or merge:CLIENT; "
        "of a folder FILE:LINE=FATE; may be given again",
    )  # fmt: skip
    given.add_argument(
        "--a-day", type=int, default=0, metavar="N",
        help="how many of the new clients have their first call a day (half of your capacity)",
    )  # fmt: skip
    given.add_argument(
        "--replace", action="store_true",
        help="of a whole desk that was exported as JSON: take its records where they differ",
    )  # fmt: skip


def merging(command: Command) -> None:
    """Add `followup merge`."""
    given = command("merge", "Make one client of two; nothing of either is lost.")
    given.set_defaults(command="merging")
    given.add_argument("keep", metavar="CLIENT", help=f"who stays: {CLIENT}")
    given.add_argument("absorbed", metavar="OTHER", help=f"who goes into it: {CLIENT}")
    given.add_argument(
        "--take", action="append", default=[], metavar="FIELD",
        help="a field of which the other's word is taken, like website; may be given again",
    )  # fmt: skip
    given.add_argument(
        "--dry-run", action="store_true", help="only show the two side by side, and what comes out"
    )
