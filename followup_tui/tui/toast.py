"""The one way to tell the user something in passing."""

from __future__ import annotations

from typing import Literal

from textual.dom import DOMNode


def toast(
    node: DOMNode,
    text: str,
    *,
    title: str = "",
    severity: Literal["information", "warning", "error"] = "information",
    timeout: float | None = None,
) -> None:
    """Show `text` as a toast, never read as markup, whatever stands in it."""
    node.app.notify(text, title=title, severity=severity, timeout=timeout, markup=False)
