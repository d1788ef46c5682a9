"""The arguments of `followup project` and `followup quiet`, and nothing else."""

from __future__ import annotations

from followup_tui.commands.arguments import CLIENT, Command

_YES_NO = ("yes", "no", "unknown")


def project(command: Command) -> None:
    """Add `followup project ACTION CLIENT [WHAT …]`."""
    asked = command(
        "project", "Projects of a client: list, add, change or end one, mark its closing steps."
    )
    asked.add_argument(
        "action", metavar="ACTION", choices=("list", "add", "edit", "end", "step", "booking"),
        help="list, add, edit, end, step or booking",
    )  # fmt: skip
    asked.add_argument("client", metavar="CLIENT", help=CLIENT)
    asked.add_argument(
        "what", metavar="WHAT", nargs="*",
        help="add, edit, end: its title. step: reference, testimonial, review or booking, then "
        "asked, given, declined or not-asked. booking: confirm, let-go, or the day to move it to",
    )  # fmt: skip
    asked.add_argument(
        "--project", default="", metavar="TITLE",
        help="step, booking: of which project (the only one, the booking that comes first)",
    )  # fmt: skip
    asked.add_argument("--title", default="", help="edit: what it is called from now on")
    asked.add_argument(
        "--with", dest="technologies", action="append", default=[], metavar="TECHNOLOGY",
        help="what it was made with; may be given again",
    )  # fmt: skip
    asked.add_argument("--started", default=None, metavar="DAY", help="when it began")
    asked.add_argument(
        "--on", default="", metavar="DAY",
        help="end, step: the day on which it was (today). edit: the day on which it ended",
    )  # fmt: skip
    asked.add_argument("--success", choices=_YES_NO, default="", help="whether they call it one")
    asked.add_argument(
        "--more-work", choices=_YES_NO, default="", help="whether more work is likely"
    )
    asked.add_argument(
        "--booking", default="", metavar="DAY",
        help="end: pencil in a booking; “proposed” takes a day about a month ahead",
    )  # fmt: skip
    asked.add_argument("--about", default=None, help="what it was about")
    asked.add_argument("--note", default=None, help="step: what was said")
    asked.add_argument(
        "--ics", default="", metavar="FILE", help="also write the booking's calendar file there"
    )


def quiet(command: Command) -> None:
    """Add `followup quiet CLIENT [FROM] [UNTIL]`."""
    asked = command("quiet", "Leave a client in peace for some days, a holiday or a release.")
    asked.add_argument("client", metavar="CLIENT", help=CLIENT)
    asked.add_argument(
        "first", metavar="FROM", nargs="?", default="", help="the first day, like 1 Aug or today"
    )
    asked.add_argument(
        "last", metavar="UNTIL", nargs="?", default="", help="the last day of it, like 31 Aug"
    )
    asked.add_argument("--why", default="", help="what for, like “summer holiday”")
    asked.add_argument(
        "--end", default="", metavar="DAY",
        help="take back the quiet days in which that day is; “all” takes all of them back",
    )  # fmt: skip
