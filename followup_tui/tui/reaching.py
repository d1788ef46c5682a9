"""Before a call: dialling a number, and a line to send beforehand, from wherever that is asked."""

from __future__ import annotations

from textual.dom import DOMNode

from followup_tui.desk import Desk
from followup_tui.domain.client import Client
from followup_tui.services.clients import NoSuchClient
from followup_tui.services.ports import StoreProblem
from followup_tui.tui.toast import toast


async def dial(node: DOMNode, desk: Desk, client: Client, number: str) -> None:
    """Dial a number as the settings say, and tell what came of it."""
    done = await desk.dialling.dial(client, number)
    if done.copy:
        node.app.copy_to_clipboard(done.copy)
    toast(node, done.words, severity="warning" if done.failed else "information")


async def copy_heads_up(node: DOMNode, desk: Desk, client_id: str, person: str = "") -> None:
    """Put a line to send before calling on the clipboard, and show it."""
    try:
        line = await desk.dialling.heads_up(client_id, person)
    except (StoreProblem, NoSuchClient) as problem:
        toast(node, str(problem), severity="error")
        return
    node.app.copy_to_clipboard(line)
    toast(node, line, title="On the clipboard, to be sent", timeout=12)
