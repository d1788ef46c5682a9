"""The user's own keys: taken where they can be, refused in words where not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup_tui.tui import keymap
from followup_tui.tui.actions import ACTIONS
from followup_tui.tui.keymap import key_words, read


def test_a_key_is_changed() -> None:
    found = read({"desk.call": "f5, ctrl+l"})
    assert found.problems == ()
    assert found.keys(ACTIONS["desk.call"]) == ("f5", "ctrl+l")
    assert found.for_textual() == {"desk.call": "f5,ctrl+l"}
    assert found.keys(ACTIONS["desk.note"]) == ("n",)


def test_signs_are_taken_as_they_are_typed() -> None:
    assert read({"desk.filter": "?, +"}).changed == {}  # ? is the help's
    assert read({"desk.filter": "="}).changed == {"desk.filter": ("equals_sign",)}
    assert read({"desk.filter": ";"}).changed == {"desk.filter": ("semicolon",)}
    assert read({"app.settings": ","}).changed == {"app.settings": ("comma",)}


def test_two_actions_may_change_places() -> None:
    found = read({"desk.call": "n", "desk.note": "c"})
    assert found.problems == ()
    assert found.changed == {"desk.call": ("n",), "desk.note": ("c",)}


def test_a_pane_may_take_a_key_over_from_its_screen() -> None:
    assert read({"side.choose": "enter"}).problems == ()


@pytest.mark.parametrize(
    ("action_id", "keys", "words"),
    [
        ("desk.opne", "x", "there is no such action; did you mean desk.open?"),
        ("zzz", "x", "there is no such action."),
        ("desk.call", "", "no key is named, so it stays c"),
        ("desk.call", "foo", "“foo” is no key"),
        ("desk.call", "ctl+x", "“ctl+x” is no key"),
        ("desk.call", "n", "n is the key of desk.note already, so it stays c"),
        ("desk.call", "f1", "F1 is the key of app.help already"),
        ("app.quit", "q", "a letter alone would be taken away from what is typed"),
    ],
)
def test_what_cannot_be_is_refused_in_words(action_id: str, keys: str, words: str) -> None:
    found = read({action_id: keys})
    assert found.changed == {}
    (problem,) = found.problems
    assert problem.startswith(f"settings.toml, keys.{action_id}: ")
    assert words in problem


def test_one_refusal_does_not_take_the_others_along() -> None:
    found = read({"desk.call": "n", "desk.draft": "f5", "nonsense": "x"})
    assert found.changed == {"desk.draft": ("f5",)}
    assert len(found.problems) == 2


@given(
    st.dictionaries(
        st.sampled_from(sorted(ACTIONS)) | st.text(max_size=12),
        st.lists(
            st.sampled_from(["a", "n", "f5", "ctrl+x", "enter", "?", "escape", " ", ""])
            | st.text(max_size=5),
            max_size=3,
        ).map(",".join),
        max_size=6,
    )
)
def test_whatever_is_set_the_keys_in_force_do_not_clash(settings: dict[str, str]) -> None:
    found = read(settings)
    for one in found.changed:
        for other in ACTIONS.values():
            if other.id != one and keymap.meet(ACTIONS[one].place, other.place):
                assert not set(found.changed[one]) & set(found.keys(other))
    assert len(found.problems) + len(found.changed) == len(settings)


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("ctrl+p", "Ctrl+P"),
        ("f1", "F1"),
        ("question_mark", "?"),
        ("slash", "/"),
        ("plus", "+"),
        ("enter", "Enter"),
        ("space", "Space"),
        ("shift+tab", "Shift+Tab"),
        ("pagedown", "Page Down"),
        ("c", "c"),
        ("escape", "Esc"),
    ],
)
def test_keys_are_said_as_people_say_them(key: str, words: str) -> None:
    assert key_words(key) == words
