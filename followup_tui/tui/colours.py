"""The colours of the two looks of the desk, by the names of their variables.

Nothing is imported: the desk's first screen is drawn in them before Textual is there.
"""

from __future__ import annotations

DARK = "followup-dark"
LIGHT = "followup-light"

DARK_MEANINGS = {
    "band-urgent": "#ff938a",
    "band-late": "#f3ad66",
    "band-due": "#8cc4ee",
    "band-soon": "#a3aebb",
    "liked": "#8ad09b",
    "disliked": "#f0a3a8",
    "promise": "#e8c871",
    "quiet": "#a3aebb",
}
LIGHT_MEANINGS = {
    "band-urgent": "#a8201a",
    "band-late": "#8a4300",
    "band-due": "#17547e",
    "band-soon": "#4f5863",
    "liked": "#1a5f33",
    "disliked": "#943344",
    "promise": "#6b4b00",
    "quiet": "#4f5863",
}

DARK_VARIABLES = {
    **DARK_MEANINGS,
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
}
LIGHT_VARIABLES = {
    **LIGHT_MEANINGS,
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
}
"""What style sheets may name, beside what Textual derives from a theme's base colours."""

DARK_GROUND, LIGHT_GROUND = "#12161b", "#f5f3ee"
"""What all stands on."""
