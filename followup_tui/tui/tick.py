"""A tick: something that is so, or not; told by its sign, and not by a colour alone."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Checkbox


class Tick(Checkbox):
    """A `Checkbox` that is drawn as the ticks of a checklist are: ``[x]`` or ``[ ]``.

    Textual's own has its X in both states, which only a colour tells apart.
    """

    DEFAULT_CSS = """
    Tick, Tick:focus, Tick.-on:focus {
        & > .toggle--button { color: $text-muted; background: transparent; }
    }
    Tick.-on, Tick.-on:focus {
        & > .toggle--button { color: $text-success; background: transparent; text-style: bold; }
    }
    """

    @property
    def _button(self) -> Content:  # the one place in which Textual draws it
        style = self.get_visual_style("toggle--button")
        return Content.assemble(("[x]" if self.value else "[ ]", style))
