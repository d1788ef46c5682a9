"""Both looks can be read, and every theme knows what our colours mean."""

from __future__ import annotations

import pytest
from textual.color import Color
from textual.theme import Theme

from followup_tui.tui import theme as looks

_TEXTS = (
    *looks.MEANINGS,
    "text",
    "text-muted",
    "text-disabled",  # placeholders are drawn in it, and are to be read
    "text-primary",
    "text-accent",
    "text-error",
    "text-warning",
    "text-success",
    "foreground",
    "link-color",
)
_PAIRS = (
    ("block-cursor-foreground", "block-cursor-background"),
    ("block-cursor-blurred-foreground", "block-cursor-blurred-background"),
    ("footer-key-foreground", "footer-background"),
    ("footer-description-foreground", "footer-background"),
    ("input-cursor-foreground", "input-cursor-background"),
    ("link-color-hover", "link-background-hover"),
    ("button-color-foreground", "primary"),
    ("button-color-foreground", "error"),
    ("button-color-foreground", "success"),
    ("button-color-foreground", "warning"),
)


def contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG 2.2: (lighter + 0.05) / (darker + 0.05)."""

    def luminance(colour: Color) -> float:
        def linear(channel: int) -> float:
            part = channel / 255
            return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

        red, green, blue = (linear(channel) for channel in colour.rgb)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    light, dark = sorted((luminance(Color.parse(one)), luminance(Color.parse(other))), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", looks.THEMES, ids=lambda theme: theme.name)
def test_text_can_be_read_on_every_background(theme: Theme) -> None:
    colours = {**theme.to_color_system().generate(), **theme.variables}
    pairs = [(text, ground) for text in _TEXTS for ground in looks.BACKGROUNDS] + list(_PAIRS)
    too_faint = {
        f"{text} on {ground}": round(contrast(colours[text], colours[ground]), 2)
        for text, ground in pairs
        if contrast(colours[text], colours[ground]) < 4.5
    }
    assert too_faint == {}


@pytest.mark.parametrize("theme", looks.THEMES, ids=lambda theme: theme.name)
def test_the_edge_of_the_focus_can_be_seen(theme: Theme) -> None:
    # WCAG 2.2, 1.4.11: parts of the interface need 3 to 1.
    colours = {**theme.to_color_system().generate(), **theme.variables}
    assert contrast(colours["border"], colours["background"]) >= 3
    assert contrast(colours["border"], colours["surface"]) >= 3


def test_the_contrast_is_computed_as_the_rule_says() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_dark_and_light_take_turns() -> None:
    assert looks.other(looks.DARK, dark=True) == looks.LIGHT
    assert looks.other(looks.LIGHT, dark=False) == looks.DARK
    assert looks.other("nord", dark=True) == looks.LIGHT


def test_meanings_are_the_same_for_both() -> None:
    assert set(looks.meanings(dark=True)) == set(looks.meanings(dark=False)) == set(looks.MEANINGS)
    assert set(looks.meanings(dark=True, ansi=True)) == set(looks.MEANINGS)


def test_an_unknown_theme_is_told_and_ours_is_used() -> None:
    assert looks.chosen("nord", ["nord", looks.DARK]) == ("nord", "")
    name, problem = looks.chosen("nrod", ["nord", looks.DARK])
    assert name == looks.DARK
    assert problem.startswith("settings.toml, theme: there is no “nrod”")
