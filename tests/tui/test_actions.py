"""The table of actions: no two in each other's way, and each can be run where it says."""

from __future__ import annotations

from itertools import combinations

import pytest
from textual.app import App
from textual.dom import DOMNode
from textual.keys import key_to_character

from followup_tui.tui.actions import ACTIONS, Action, Place, at, bindings
from followup_tui.tui.app import FollowupApp
from followup_tui.tui.dialogs.confirm import ConfirmDialog
from followup_tui.tui.keymap import meet
from followup_tui.tui.panes.offers import OffersPane
from followup_tui.tui.panes.preparation import PreparationPane
from followup_tui.tui.panes.side import SidePane
from followup_tui.tui.panes.virtual_list import VirtualList
from followup_tui.tui.screens.call import CallScreen
from followup_tui.tui.screens.client_form import ClientFormScreen
from followup_tui.tui.screens.client_page import ClientPageScreen
from followup_tui.tui.screens.clients import ClientsScreen
from followup_tui.tui.screens.courses.course import CourseScreen
from followup_tui.tui.screens.courses.courses import CoursesScreen
from followup_tui.tui.screens.courses.review import ReviewScreen
from followup_tui.tui.screens.desk import DeskScreen
from followup_tui.tui.screens.help import HelpScreen
from followup_tui.tui.screens.history import HistoryScreen
from followup_tui.tui.screens.letter import LetterScreen
from followup_tui.tui.screens.library import LibraryScreen
from followup_tui.tui.screens.projects import ProjectsScreen
from followup_tui.tui.screens.settings import SettingsScreen
from followup_tui.tui.screens.welcome import WelcomeScreen
from followup_tui.tui.screens.wrap_up import WrapUpScreen

_RUN_BY: dict[Place, type[DOMNode]] = {
    Place.APP: FollowupApp,
    Place.DESK: DeskScreen,
    Place.PREPARATION: PreparationPane,
    Place.SIDE: SidePane,
    Place.CALL: CallScreen,
    Place.OFFERS: OffersPane,
    Place.WRAP_UP: WrapUpScreen,
    Place.LETTER: LetterScreen,
    Place.CLIENTS: ClientsScreen,
    Place.CLIENT_FORM: ClientFormScreen,
    Place.LIBRARY: LibraryScreen,
    Place.COURSES: CoursesScreen,
    Place.COURSE: CourseScreen,
    Place.REVIEW: ReviewScreen,
    Place.HISTORY: HistoryScreen,
    Place.PROJECTS: ProjectsScreen,
    Place.CLIENT_PAGE: ClientPageScreen,
    Place.WELCOME: WelcomeScreen,
    Place.SETTINGS: SettingsScreen,
    Place.LIST: VirtualList,
    Place.DIALOG: ConfirmDialog,
}


def test_no_key_does_two_things_in_one_place() -> None:
    clashes = [
        (one.id, other.id, sorted(set(one.keys) & set(other.keys)))
        for one, other in combinations(ACTIONS.values(), 2)
        if meet(one.place, other.place) and set(one.keys) & set(other.keys)
    ]
    assert clashes == []


@pytest.mark.parametrize("action", ACTIONS.values(), ids=lambda action: action.id)
def test_an_action_is_told_in_words(action: Action) -> None:
    assert action.label
    assert action.help.endswith(".")
    assert action.keys
    assert len(set(action.keys)) == len(action.keys)
    assert action.id.startswith(f"{action.place.name.lower()}.")


def test_no_letter_is_taken_from_what_is_typed() -> None:
    greedy = [
        action.id
        for action in ACTIONS.values()
        if action.priority and any(key_to_character(key) for key in action.keys)
    ]
    assert greedy == []


@pytest.mark.parametrize("action", ACTIONS.values(), ids=lambda action: action.id)
def test_an_action_can_be_run_in_its_place(action: Action) -> None:
    assert callable(getattr(_RUN_BY[action.place], f"action_{action.name}", None))


@pytest.mark.parametrize("place", _RUN_BY, ids=lambda place: place.name)
def test_a_place_binds_its_actions(place: Place) -> None:
    bound = {
        getattr(binding, "id", None)
        for base in _RUN_BY[place].__mro__
        for binding in vars(base).get("BINDINGS", ())
    }
    assert {action.id for action in at(place)} <= bound


def test_no_action_hides_one_of_textual() -> None:
    # An action of Textual's own nodes that ours would replace without wanting to.
    meant = {"help", "quit", "back"}  # `back` of the app pops a screen: ours does as much, kindly
    for place, node in _RUN_BY.items():
        base = App if place is Place.APP else DOMNode
        hidden = {a.name for a in at(place) if hasattr(base, f"action_{a.name}")} - meant
        assert hidden == set(), node


def test_the_help_closes_as_a_dialog_does() -> None:
    assert all(hasattr(HelpScreen, f"action_{action.name}") for action in at(Place.DIALOG))


def test_bindings_carry_the_ids_that_settings_name() -> None:
    for place in Place:
        assert [getattr(binding, "id", "") for binding in bindings(place)] == [
            action.id for action in at(place)
        ]
