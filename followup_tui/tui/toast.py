"""The one way to tell the user something in passing."""

from __future__ import annotations

from time import monotonic
from typing import Any, Literal
from weakref import WeakKeyDictionary

from textual.app import App
from textual.dom import DOMNode

_told: WeakKeyDictionary[App[Any], dict[str, float]] = WeakKeyDictionary()
"""By app and text, until when (by `monotonic`) a toast of that text stands on the screen."""


def toast(
    node: DOMNode,
    text: str,
    *,
    title: str = "",
    severity: Literal["information", "warning", "error"] = "information",
    timeout: float | None = None,
) -> None:
    """Show `text` as a toast, never read as markup, whatever stands in it.

    What still stands there is not shown a second time beside itself.
    """
    app = node.app
    now, shown = monotonic(), _told.setdefault(app, {})
    if shown.get(text, 0.0) > now:
        return
    for old in [old for old, until in shown.items() if until <= now]:
        del shown[old]
    shown[text] = now + (app.NOTIFICATION_TIMEOUT if timeout is None else timeout)
    app.notify(text, title=title, severity=severity, timeout=timeout, markup=False)
