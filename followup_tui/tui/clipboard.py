"""Copying to the clipboard: by the terminal, and by the system's own program where there is one.

A terminal is asked by OSC 52, which works over ssh as well, and never tells whether it obeyed;
many are set up not to. So where this machine has a clipboard program, it is given the text too.
"""

from __future__ import annotations

import asyncio
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from typing import Any

from textual.app import App

_PATIENCE = 3.0
"""Seconds for a program that takes the text and stays behind with it, or does not."""
_WAYLAND = (("wl-copy",),)
_X11 = (("xclip", "-selection", "clipboard"), ("xsel", "--clipboard", "--input"))


def program(environment: Mapping[str, str], platform: str) -> Sequence[str]:
    """Return this system's program that takes a text to the clipboard, or nothing.

    platform: as `sys.platform`. Over ssh the clipboard of the other machine is not the user's.
    Blocks, as it looks through the folders of programs: call it in a thread.
    """
    if environment.get("SSH_CONNECTION"):
        return ()
    if platform == "darwin":
        wanted: Sequence[Sequence[str]] = (("pbcopy",),)
    elif platform == "win32":
        wanted = (("clip",),)
    else:
        wanted = (
            *(_WAYLAND if environment.get("WAYLAND_DISPLAY") else ()),
            *(_X11 if environment.get("DISPLAY") else ()),
        )
    path = environment.get("PATH", "")
    return next((argv for argv in wanted if shutil.which(argv[0], path=path)), ())


def give(argv: Sequence[str], text: str) -> bool:
    """Give a text to a clipboard program; say whether it took it. Blocks: call it in a thread."""
    try:
        ended = subprocess.run(
            argv,
            input=text.encode("utf-16le" if argv[0] == "clip" else "utf-8"),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=_PATIENCE,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False  # the terminal was asked as well, and nobody can tell what it did
    return ended.returncode == 0


async def copy(app: App[Any], text: str) -> bool:
    """Copy a text; say whether it is on the clipboard for sure."""
    app.copy_to_clipboard(text)
    return await asyncio.to_thread(_give_to_system, text)


def _give_to_system(text: str) -> bool:
    argv = program(os.environ, sys.platform)
    return bool(argv) and give(argv, text)
