"""The arguments of `followup met`."""

from __future__ import annotations

from followup_tui.commands.arguments import Command


def met(command: Command) -> None:
    """Add `met`."""
    found = command("met", "Write down somebody you met, while you still remember.")
    found.add_argument("name", metavar="NAME", help="who")
    found.add_argument("--at", default="", metavar="PLACE", help="where you met")
    found.add_argument("--when", default="", metavar="DAY", help="like yesterday or tue (today)")
    found.add_argument("--talked", default="", metavar="TEXT", help="what you talked about")
    found.add_argument("--common", default="", metavar="TEXT", help="what you have in common")
    found.add_argument("--learned", default="", metavar="TEXT", help="what was new to you")
    found.add_argument(
        "--promised", action="append", default=[], metavar="TEXT",
        help='an idea, a contact, a resource, like "the slides by fri"; may be given again',
    )  # fmt: skip
    found.add_argument(
        "--warmth", choices=("prospect", "open", "card"), default="open",
        help="how warm it is: a meeting, a coffee or a call is proposed (open)",
    )  # fmt: skip
    found.add_argument("--company", default="", metavar="NAME", help="where they work")
    for option, words in (("--email", "an address"), ("--phone", "a number")):
        found.add_argument(
            option, action="append", default=[], help=f"{words} of theirs; may be given again"
        )
    found.add_argument(
        "--join", default="", metavar="CLIENT", help="the client whom they belong to"
    )
    found.add_argument(
        "--anyway", action="store_true", help="a new client, even if there is one who is alike"
    )
    found.add_argument(
        "--ics", default="", metavar="FILE", help="also write the proposed times to a calendar file"
    )
