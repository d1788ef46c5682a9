"""The arguments of what leaves the desk, of searching, and of help about the program itself."""

from __future__ import annotations

import argparse

from followup_tui.commands.arguments import CLIENT, Command

KINDS = ("json", "csv", "vcard", "markdown", "ical", "html")
_ALSO_CALLED = {"vcf": "vcard", "vcards": "vcard", "md": "markdown", "ics": "ical",
                "calendar": "ical", "brief": "html"}  # fmt: skip
"""What people call the kinds besides: by the end of the file's name, or by what it is."""


def fill(command: Command) -> None:
    """Add the commands."""
    _export(command)
    _search(command)
    _settings(command)
    _completion(command)
    _help(command)


def _kind(word: str) -> str:
    """Return the kind of export that somebody means."""
    return _ALSO_CALLED.get(word.lower(), word.lower())


def _export(command: Command) -> None:
    export = command("export", "Write everything, or one client, to files of other programs.")
    export.add_argument(
        "kind", metavar="KIND", choices=KINDS, type=_kind,
        help="json (everything, and it comes back), csv, vcard, markdown (a file a client), "
        "ical (what is due and agreed), html (a brief to print)",
    )  # fmt: skip
    export.add_argument(
        "path", metavar="PATH",
        help="a file, a folder for csv and markdown, or - for the standard output",
    )  # fmt: skip
    export.add_argument(
        "client", metavar="CLIENT", nargs="?", default="", help=f"{CLIENT}; else everything"
    )
    others = export.add_mutually_exclusive_group()
    others.add_argument(
        "--force", action="store_true", help="replace files that an export did not write, too"
    )
    others.add_argument(
        "--keep", action="store_true", help="leave such files as they are, and write the others"
    )


def _search(command: Command) -> None:
    search = command("search", "Search everything: clients, notes, promises, letters, courses …")
    search.add_argument(
        "words", metavar="WORDS", nargs="+",
        help="all of them must stand there, or begin a word; misspelt ones are forgiven",
    )  # fmt: skip
    search.add_argument(
        "--limit", type=int, default=10, metavar="N", help="hits of a kind at most (10)"
    )


def _settings(command: Command) -> None:
    settings = command("settings", "Show the settings, or change one; comments of the file stay.")
    settings.add_argument(
        "key", metavar="SETTING", nargs="?", default="", help="which one, like me.name (all)"
    )
    settings.add_argument(
        "value", metavar="VALUE", nargs="*",
        help="what it is from now on; of those that hold several, all of them",
    )  # fmt: skip
    settings.add_argument(
        "--add", action="append", default=[], metavar="VALUE",
        help="one more, where there may be several; may be given again",
    )  # fmt: skip
    settings.add_argument(
        "--remove", action="append", default=[], metavar="VALUE",
        help="not that one any more, or the one of that name; may be given again",
    )  # fmt: skip
    settings.add_argument("--default", action="store_true", help="what it is by itself")


def _completion(command: Command) -> None:
    completion = command("completion", "Print what makes a shell complete our command lines.")
    completion.add_argument(
        "what", metavar="SHELL", choices=("bash", "zsh", "fish", "words"),
        help='bash, zsh or fish, like: eval "$(followup completion bash)"',
    )  # fmt: skip
    completion.add_argument("words", nargs="*", help=argparse.SUPPRESS)


def _help(command: Command) -> None:
    about = command("help", "Say more about a topic: signs, dates, keys, letters, files …")
    about.add_argument(
        "topic",
        metavar="TOPIC",
        nargs="*",
        help="or a command; without one, what there is",
    )
