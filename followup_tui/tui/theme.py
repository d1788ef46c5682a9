"""The two looks of the desk, dark and light, and what its colours mean.

Text on any background of a look reaches a contrast of 4.5 to 1 (WCAG 2.2, success criterion
1.4.3, level AA); a test computes it. Colour is never the only sign of anything: a letter, a glyph
or a word stands beside it.

Besides Textual's own variables, style sheets may use those of `MEANINGS`: ``$band-urgent``,
``$band-late``, ``$band-due``, ``$band-soon``, ``$liked``, ``$disliked``, ``$promise``, ``$quiet``.
They are known in every theme, ours or Textual's.
"""

from __future__ import annotations

from collections.abc import Collection

from textual.theme import Theme

from followup_tui.tui import colours

DARK, LIGHT = colours.DARK, colours.LIGHT

_ANSI_MEANINGS = {
    "band-urgent": "ansi_red",
    "band-late": "ansi_yellow",
    "band-due": "ansi_blue",
    "band-soon": "ansi_bright_black",
    "liked": "ansi_green",
    "disliked": "ansi_magenta",
    "promise": "ansi_yellow",
    "quiet": "ansi_bright_black",
}
"""For themes that leave the colours to the terminal."""

MEANINGS: tuple[str, ...] = tuple(colours.DARK_MEANINGS)
"""The colours that mean something on the desk, by the names of their variables."""

BACKGROUNDS: tuple[str, ...] = ("background", "surface", "panel", "block-cursor-background")
"""What text stands on: each colour of `MEANINGS` can be read on each of these."""

_FOLLOWUP_DARK = Theme(
    name=DARK,
    dark=True,
    primary="#7fb2dc",
    secondary="#8db8ad",
    accent="#e3bb78",
    warning="#f3ad66",
    error="#ff938a",
    success="#8ad09b",
    foreground="#dde3ea",
    background=colours.DARK_GROUND,
    surface="#171c23",
    panel="#1f262f",
    variables=colours.DARK_VARIABLES,
)

_FOLLOWUP_LIGHT = Theme(
    name=LIGHT,
    dark=False,
    primary="#17547e",
    secondary="#2f5d54",
    accent="#7a4a00",
    warning="#8a4300",
    error="#a8201a",
    success="#1a5f33",
    foreground="#21262c",
    background=colours.LIGHT_GROUND,
    surface="#fbfaf7",
    panel="#e9e6df",
    variables=colours.LIGHT_VARIABLES,
)

THEMES: tuple[Theme, ...] = (_FOLLOWUP_DARK, _FOLLOWUP_LIGHT)


def meanings(*, dark: bool, ansi: bool = False) -> dict[str, str]:
    """Return the colours of `MEANINGS` for a theme that does not bring its own.

    With `ansi` they are the terminal's own.
    """
    if ansi:
        return dict(_ANSI_MEANINGS)
    return dict(colours.DARK_MEANINGS if dark else colours.LIGHT_MEANINGS)


def chosen(name: str, available: Collection[str]) -> tuple[str, str]:
    """Return the theme to use for the one that the settings name, and what is wrong, if anything.

    The second is a sentence, or empty.
    """
    if name in available:
        return name, ""
    names = ", ".join(sorted(available))
    return DARK, f"settings.toml, theme: there is no “{name}”; choose one of {names}."


def other(name: str, *, dark: bool) -> str:
    """Return the theme to change to from the one in use: dark and light take turns."""
    if name == DARK:
        return LIGHT
    if name == LIGHT:
        return DARK
    return LIGHT if dark else DARK
