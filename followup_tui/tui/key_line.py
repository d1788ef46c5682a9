"""The line of keys at the foot of a screen: what can be pressed here, each with a word or two.

Textual's own footer is a widget for each key, made anew whenever the focus moves: a third of what
the desk had to do for a key press. This one is a single widget, and draws only what has changed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import ActiveBinding
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget

from followup_tui.tui.present.fitting_keys import STAYS, fitting

_EDGE = "▏"
"""Stands between the keys of this place and the key of the palette, on the right."""


@dataclass(frozen=True, slots=True)
class ShownKey:
    """One key of the line."""

    key: str
    """By Textual's name, to be pressed at a click."""
    shown: str
    words: str
    enabled: bool
    help: str
    stays: bool
    """Whether it is shown also where others have no room: it leads to all of them."""

    @property
    def parts(self) -> tuple[str, str]:
        """The key and its words, with the blanks around them."""
        return f" {self.shown} ", f"{self.words} "

    @property
    def width(self) -> int:
        """The cells that it takes."""
        return cell_len("".join(self.parts))


class PaletteKey(ShownKey):
    """The key of the palette, which stands closer."""

    __slots__ = ()

    @property
    def parts(self) -> tuple[str, str]:
        """The key and its words, with the blank between them."""
        return self.shown, f" {self.words}"


class KeyLine(Widget, can_focus=False):
    """Shows the keys of its screen, as far as there is room; a click presses one."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES = {
        "key-line--key",
        "key-line--words",
        "key-line--hover",
        "key-line--edge",
        "key-line--notice",
    }
    DEFAULT_CSS = """
    KeyLine {
        dock: bottom;
        height: 1;
        color: $footer-foreground;
        background: $footer-background;

        & > .key-line--key {
            color: $footer-key-foreground;
            background: $footer-key-background;
            text-style: bold;
        }
        & > .key-line--words {
            color: $footer-description-foreground;
            background: $footer-description-background;
        }
        & > .key-line--hover {
            background: $block-hover-background;
        }
        & > .key-line--edge {
            color: $foreground 20%;
        }
        & > .key-line--notice {
            color: $text-warning;
            background: $warning-muted;
            text-style: bold;
        }
    }
    """

    notice: reactive[str] = reactive("")
    """Something that has come up and can wait a little; it is shown on the right."""

    class NoticeClicked(Message):
        """The user wants to go where the notice leads."""

    def __init__(self, *, palette: bool = True) -> None:
        """With `palette` the key of the palette is shown on the right."""
        super().__init__()
        self._palette_wanted = palette
        self._keys: tuple[ShownKey, ...] = ()
        self._palette: PaletteKey | None = None
        self._hovered: ShownKey | None = None
        self._is_asked = False

    def on_mount(self) -> None:
        """Follow what can be pressed."""
        self.screen.bindings_updated_signal.subscribe(self, self._bindings_changed)

    def on_unmount(self) -> None:
        """Follow it no more."""
        self.screen.bindings_updated_signal.unsubscribe(self)

    @property
    def keys(self) -> tuple[ShownKey, ...]:
        """The keys of the line, from left to right, without that of the palette."""
        return self._keys

    def _bindings_changed(self, screen: Screen[object]) -> None:
        """Read the keys once the screen has come to rest, however often they change before."""
        if screen.app.app_focus and not self._is_asked:
            self._is_asked = True
            self.call_after_refresh(self._read)

    def _read(self) -> None:
        self._is_asked = False
        if not self.is_attached or not self.screen.is_current:
            return  # below a dialog the keys stay as they were: they come back with the screen
        keys, palette = tuple(self._read_keys()), self._read_palette()
        if (keys, palette) != (self._keys, self._palette):
            self._keys, self._palette = keys, palette
            self._hover(None)
            self.refresh()

    def _read_keys(self) -> Iterator[ShownKey]:
        """Yield the keys to be shown: of several for the same action, the first one."""
        seen: set[str] = set()
        for active in self.screen.active_bindings.values():
            if active.binding.show and active.binding.action not in seen:
                seen.add(active.binding.action)
                yield ShownKey(*self._told(active))

    def _read_palette(self) -> PaletteKey | None:
        active = self.screen.active_bindings.get(self.app.COMMAND_PALETTE_BINDING)
        if active is None or not self._palette_wanted:
            return None
        return PaletteKey(*self._told(active))

    def _told(self, active: ActiveBinding) -> tuple[str, str, str, bool, str, bool]:
        binding = active.binding
        words = binding.description
        shown = self.app.get_key_display(binding)
        stays = binding.action.rpartition(".")[2] == STAYS
        return binding.key, shown, words, active.enabled, active.tooltip or words, stays

    @property
    def _room(self) -> int:
        """The cells that the keys of this place may take."""
        right = sum(segment.cell_length for segment in self._drawn_right())
        return max(self.size.width - right, 0)

    def _fitting(self, room: int) -> tuple[ShownKey, ...]:
        """Return the keys that are shown: each whole, the first ones and the one of help."""
        return tuple(fitting([(key, key.width, key.stays) for key in self._keys], room))

    def render_line(self, y: int) -> Strip:
        """Draw the keys, and the palette's over them on the right."""
        base = self.rich_style
        width = self.size.width
        if y or not width:
            return Strip.blank(width, base)
        right, room = [*self._drawn_right()], self._room
        shown = self._fitting(room)
        left = Strip([segment for key in shown for segment in self._drawn(key)])
        return Strip([*left.adjust_cell_length(room, base), *right]).crop(0, width)

    def _drawn_right(self) -> Iterator[Segment]:
        if self.notice:
            yield Segment(f" {self.notice} ", self._part("notice"))
        elif self._palette is not None:
            yield from self._drawn_palette(self._palette)

    def _drawn(self, shown: ShownKey) -> Iterator[Segment]:
        over = Style(dim=True) if not shown.enabled else Style.null()
        if shown is self._hovered:
            over += Style(bgcolor=self._part("hover").bgcolor)
        key, words = shown.parts
        yield Segment(key, self._part("key") + over)
        yield Segment(words, self._part("words") + over)

    def _drawn_palette(self, palette: PaletteKey) -> Iterator[Segment]:
        yield Segment(_EDGE, self._part("edge"))
        yield from self._drawn(palette)
        yield Segment(" ", self.rich_style)

    def _part(self, name: str) -> Style:
        return self.get_component_rich_style(f"key-line--{name}")

    # The mouse

    def _at(self, x: int) -> ShownKey | None:
        """Return the key that stands in a column."""
        if self._is_notice(x):
            return None
        if (
            not self.notice
            and self._palette is not None
            and x > (edge := self.size.width - self._palette.width - 2)
        ):
            return self._palette if x > edge else None
        shown = self._fitting(self._room)
        ends = accumulate(key.width for key in shown)
        return next((key for key, end in zip(shown, ends, strict=True) if x < end), None)

    def _is_notice(self, x: int) -> bool:
        return bool(self.notice) and x >= self.size.width - cell_len(self.notice) - 2

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Mark the key under the mouse, and have its help shown."""
        self._hover(self._at(event.x))

    def on_leave(self) -> None:
        """Mark none."""
        self._hover(None)

    def _hover(self, shown: ShownKey | None) -> None:
        if shown is not self._hovered:
            self._hovered = shown
            self.tooltip = None if shown is None else Content(shown.help)
            self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Press the key that was clicked, or go where the notice leads."""
        if self._is_notice(event.x):
            self.post_message(self.NoticeClicked())
            return
        if (shown := self._at(event.x)) is None:
            return
        if shown.enabled:
            self.app.simulate_key(shown.key)
        else:
            self.app.bell()
