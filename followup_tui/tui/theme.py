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

DARK = "followup-dark"
LIGHT = "followup-light"

_DARK_MEANINGS = {
    "band-urgent": "#ff938a",
    "band-late": "#f3ad66",
    "band-due": "#8cc4ee",
    "band-soon": "#a3aebb",
    "liked": "#8ad09b",
    "disliked": "#f0a3a8",
    "promise": "#e8c871",
    "quiet": "#a3aebb",
}
_LIGHT_MEANINGS = {
    "band-urgent": "#a8201a",
    "band-late": "#8a4300",
    "band-due": "#17547e",
    "band-soon": "#4f5863",
    "liked": "#1a5f33",
    "disliked": "#943344",
    "promise": "#6b4b00",
    "quiet": "#4f5863",
}

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

MEANINGS: tuple[str, ...] = tuple(_DARK_MEANINGS)
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
    background="#12161b",
    surface="#171c23",
    panel="#1f262f",
    variables={
        **_DARK_MEANINGS,
        "text": "#dde3ea",
        "text-muted": "#a3aebb",
        "text-disabled": "#95a1ae",
        "text-primary": "#9cc6ea",
        "text-accent": "#e3bb78",
        "text-error": "#ff938a",
        "text-warning": "#f3ad66",
        "text-success": "#8ad09b",
        "foreground-muted": "#a3aebb",
        "border": "#7fb2dc",
        "border-blurred": "#3a4552",
        "block-cursor-background": "#27394b",
        "block-cursor-foreground": "#f2f6fa",
        "block-cursor-text-style": "bold",
        "block-cursor-blurred-background": "#1f2933",
        "block-cursor-blurred-foreground": "#dde3ea",
        "block-hover-background": "#1e2630",
        "button-foreground": "#dde3ea",
        "button-color-foreground": "#12161b",
        "button-focus-text-style": "bold",
        "footer-background": "#171c23",
        "footer-key-foreground": "#e3bb78",
        "footer-description-foreground": "#a3aebb",
        "input-selection-background": "#7fb2dc 35%",
        "input-cursor-background": "#dde3ea",
        "input-cursor-foreground": "#12161b",
        "scrollbar": "#37424f",
        "scrollbar-hover": "#4a5868",
        "scrollbar-active": "#7fb2dc",
        "scrollbar-background": "#171c23",
        "scrollbar-background-hover": "#171c23",
        "scrollbar-background-active": "#171c23",
        "scrollbar-corner-color": "#171c23",
        "link-color": "#9cc6ea",
        "link-background-hover": "#27394b",
        "link-color-hover": "#f2f6fa",
    },
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
    background="#f5f3ee",
    surface="#fbfaf7",
    panel="#e9e6df",
    variables={
        **_LIGHT_MEANINGS,
        "text": "#21262c",
        "text-muted": "#4f5863",
        "text-disabled": "#59616b",
        "text-primary": "#17547e",
        "text-accent": "#7a4a00",
        "text-error": "#a8201a",
        "text-warning": "#8a4300",
        "text-success": "#1a5f33",
        "foreground-muted": "#4f5863",
        "border": "#17547e",
        "border-blurred": "#c3beb3",
        "block-cursor-background": "#d3e2ee",
        "block-cursor-foreground": "#0f1b26",
        "block-cursor-text-style": "bold",
        "block-cursor-blurred-background": "#e4e7e8",
        "block-cursor-blurred-foreground": "#21262c",
        "block-hover-background": "#e6eaec",
        "button-foreground": "#21262c",
        "button-color-foreground": "#fbfaf7",
        "button-focus-text-style": "bold",
        "footer-background": "#e9e6df",
        "footer-key-foreground": "#7a4a00",
        "footer-description-foreground": "#4f5863",
        "input-selection-background": "#17547e 25%",
        "input-cursor-background": "#21262c",
        "input-cursor-foreground": "#fbfaf7",
        "scrollbar": "#c3beb3",
        "scrollbar-hover": "#a9a397",
        "scrollbar-active": "#17547e",
        "scrollbar-background": "#efece5",
        "scrollbar-background-hover": "#efece5",
        "scrollbar-background-active": "#efece5",
        "scrollbar-corner-color": "#efece5",
        "link-color": "#17547e",
        "link-background-hover": "#d3e2ee",
        "link-color-hover": "#0f1b26",
    },
)

THEMES: tuple[Theme, ...] = (_FOLLOWUP_DARK, _FOLLOWUP_LIGHT)


def meanings(*, dark: bool, ansi: bool = False) -> dict[str, str]:
    """Return the colours of `MEANINGS` for a theme that does not bring its own.

    With `ansi` they are the terminal's own.
    """
    if ansi:
        return dict(_ANSI_MEANINGS)
    return dict(_DARK_MEANINGS if dark else _LIGHT_MEANINGS)


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
