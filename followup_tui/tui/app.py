"""The app: its looks, its keys, what is done everywhere, and how it is closed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from textual.binding import Binding
from textual.command import CommandPalette, Provider
from textual.screen import ModalScreen, Screen

from followup_tui.desk import Desk
from followup_tui.domain.client import Client
from followup_tui.tui import elsewhere, interruptions, keymap, styling, theme, undoing
from followup_tui.tui.about import AboutClient
from followup_tui.tui.actions import ACTIONS, Place, bindings
from followup_tui.tui.anew import begin
from followup_tui.tui.first_sight import FirstSeen, look_again
from followup_tui.tui.keeping import KeepsTyping
from followup_tui.tui.messages import (
    CallWanted,
    ClientPageWanted,
    DemoWanted,
)
from followup_tui.tui.opening import OpensScreens
from followup_tui.tui.taking_over import taking_over
from followup_tui.tui.toast import toast

if TYPE_CHECKING:
    from followup_tui.tui.screens.desk import DeskScreen

# ruff: noqa: PLC0415 - screens are imported when they are first needed, see above

_PAINTED = 0.5  # seconds after the first refresh: by then it has been painted
DEMO, REOPEN = "demo", "reopen"
"""What `FollowupApp.run` returns when the sample desk, or this one anew, is to be opened."""


def _commands() -> type[Provider]:
    """Import what the palette offers when it is first opened."""
    from followup_tui.tui.palette import DeskCommands

    return DeskCommands


class FollowupApp(OpensScreens, inherit_bindings=False):
    """The desk on the terminal. `run` returns `DEMO`, `REOPEN` or None.

    Making one raises `StoreProblem`.
    """

    TITLE = "followup"
    CSS_PATH = "app.tcss"
    DEFAULT_MODE = "first"
    COMMANDS = {_commands}
    BINDINGS = [
        *bindings(Place.APP),
        Binding("ctrl+c", "say_how_to_quit", show=False, system=True),
    ]

    def __init__(self, desk: Desk, *, hand_over: Callable[[], bool] | None = None) -> None:
        """`hand_over` leaves the terminal to the app, and says whether its first screen stands."""
        super().__init__()
        styling.use(self)
        if hand_over is not None:
            self.driver_class = taking_over(self.driver_class, hand_over)
        desk = replace(desk, settings=keymap.with_preset(desk.settings))
        self.keys = keymap.read(desk.settings.keys)
        self.set_keymap(self.keys.for_textual())
        for look in theme.THEMES:
            self.register_theme(look)
        self.theme, problem = theme.chosen(desk.settings.theme, self.available_themes)
        self._first_theme = self.theme
        problems = (*desk.problems, *self.keys.problems, problem)
        self.desk = replace(desk, problems=tuple(filter(None, problems)))
        self.hours = None
        self.fault: Exception | None = None
        """What closed the desk against the user's will; None: nothing did."""
        self._opens_on_desk = desk.records.any(Client)
        # As modes: of a default screen Textual does not read the style sheet, and the lowest
        # screen of a stack cannot be switched for another.
        self.add_mode(self.DEFAULT_MODE, self._first_screen)
        self.add_mode(self.DESK_MODE, self._new_desk_screen)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Give the colours that mean something to themes that do not bring their own."""
        look = self.current_theme
        return theme.meanings(dark=look.dark, ansi=look.ansi)

    def _first_screen(self) -> Screen[None]:
        """Open on the desk, or on the welcome while there are no clients."""
        if self._opens_on_desk:
            return self._new_desk_screen()
        from followup_tui.tui.screens.welcome import WelcomeScreen

        return WelcomeScreen(self.desk)

    def _new_desk_screen(self) -> DeskScreen:
        from followup_tui.tui.screens.desk import DeskScreen

        return DeskScreen(self.desk)

    def on_mount(self) -> None:
        """Tell of calls that were interrupted, and make the backup, once the desk is there."""
        from followup_tui.tui import hangup

        hangup.begin(
            self._keep_typed, self._leave
        )  # at once: what is gone later has been there now
        self.call_after_refresh(self._tell_of_interrupted)
        self.call_after_refresh(self.set_timer, _PAINTED, self._look_after, name="look after")

    def _look_after(self) -> None:
        """Have the backup of the day made, beside the work."""
        from followup_tui.tui import upkeep

        upkeep.begin(self, self.desk)
        work = partial(interruptions.record_left, self.desk, self)
        begin(self, work, name="write down what left", group="left")
        self._begin_hours()

    def _begin_hours(self) -> None:
        """Tell of call-backs at their hour from now on."""
        from followup_tui.tui.at_the_hour import AtTheHour

        self.hours = AtTheHour(self, self.desk, key=self._key("app.due_call"))
        self.hours.begin()

    def _handle_exception(self, error: Exception) -> None:
        """Keep the first fault for whoever runs the desk; Textual closes it."""
        if self.fault is None:
            self.fault = error
        super()._handle_exception(error)

    def _fatal_error(self) -> None:
        """Close without Textual's pages of traceback: the fault is told in a sentence."""
        self._close_messages_no_wait()

    @property
    def _background_screens(self) -> list[Screen[Any]]:
        """The screens that are seen below the one at hand: none where it covers them.

        Textual takes the next one for seen also below an opaque screen. All that is drawn there
        (what is fetched, the list read anew) would then draw the whole screen at hand anew, and
        be done while somebody types in a call.
        """
        stack = self._screen_stack
        if stack and stack[-1].styles.background.a == 1:
            return []
        return super()._background_screens

    async def on_demo_wanted(self, _: DemoWanted) -> None:
        """Close this desk, so that the sample desk is opened."""
        await self._close(DEMO)

    # Actions

    def _key(self, action_id: str) -> str:
        """Return the key of an action, in words."""
        return keymap.key_words(self.keys.keys(ACTIONS[action_id])[0])

    async def _tell_of_interrupted(self) -> None:
        """Say what was begun and not brought to its end, and how to go on."""
        if calls := await interruptions.interrupted(self.desk, self):
            told = interruptions.words(calls, self._key("app.take_up"))
            toast(self, told, severity="warning", timeout=15)
        if left := await interruptions.left_typing(self.desk, self):
            told = interruptions.left_words(left, self._key)
            toast(self, told, severity="warning", timeout=15)

    def action_settings(self) -> None:
        """Open the settings; with others, the desk is opened anew."""
        from followup_tui.tui.screens.settings import SettingsScreen

        if not isinstance(self.screen, SettingsScreen):
            self.push_screen(SettingsScreen(self.desk), self._settings_left)

    async def _settings_left(self, saved: bool | None) -> None:
        if saved:
            await self._close(REOPEN)

    async def action_take_up(self) -> None:
        """Take up the call that was interrupted, or choose which of several."""
        calls = await interruptions.interrupted(self.desk, self)
        if not calls:
            toast(self, "No call was interrupted.")
        elif len(calls) == 1:
            await self.on_call_wanted(CallWanted(calls[0].client_id))
        else:
            from followup_tui.tui.other_call import ask

            await ask(self.screen, self.desk, then=self._call_chosen, only_begun=True)

    def _call_chosen(self, client_id: str | None) -> None:
        if client_id is not None:
            self.post_message(CallWanted(client_id))

    def on_key_line_notice_clicked(self) -> None:
        """Go where the notice leads."""
        self.action_due_call()

    def action_due_call(self) -> None:
        """Go to the call-back whose hour has come, the earliest of several."""
        due = self.hours.due() if self.hours is not None else ()
        if due:
            self.post_message(CallWanted(due[0].client_id))
        else:
            toast(self, "No call-back has come due.")

    @property
    def _below_palette(self) -> Screen[Any]:
        """The screen at hand, also while the palette asks what can be done on it."""
        above = isinstance(self.screen, CommandPalette)
        return self.screen_stack[-2 if above else -1]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let undo and redo be pressed only where records are shown."""
        if action in {"undo", "redo"}:
            return isinstance(self._below_palette, undoing.ShowsRecords)
        if action == "client_page":
            return isinstance(self._below_palette, AboutClient)
        if action == "search":
            return not isinstance(self._below_palette, ModalScreen)
        return super().check_action(action, parameters)

    def action_undo(self) -> None:
        """Take back the last change; in the history, the one under the cursor."""
        below, key = self._below_palette, self._key("app.redo")
        work = partial(undoing.take_back, self.desk, below, redo_key=key)
        begin(self, work, name="take back", group="undo")

    def action_redo(self) -> None:
        """Do again what was taken back last."""
        work = partial(undoing.do_again, self.desk, self._below_palette)
        begin(self, work, name="do again", group="undo")

    def action_client_page(self) -> None:
        """See all that happened with the client at hand."""
        screen = self._below_palette
        client_id = screen.client_id if isinstance(screen, AboutClient) else None
        if client_id:
            self.post_message(ClientPageWanted(client_id))
        else:
            toast(self, "Choose a client first.", severity="warning")

    def action_search(self) -> None:
        """Search everywhere, and go where the hit is."""
        from followup_tui.tui import searching

        searching.ask(self, self.desk)

    def action_save_elsewhere(self) -> None:
        """Save what is typed here to another file, or copy it."""
        elsewhere.show(self, self.desk)

    async def action_help(self) -> None:
        """Show the keys of this place."""
        from followup_tui.tui.screens.help import HelpScreen

        if not isinstance(self.screen, HelpScreen):
            await self.push_screen(HelpScreen(self.screen, self.keys))

    def action_palette(self) -> None:
        """Open the palette."""
        if not isinstance(self.screen, CommandPalette):
            self.push_screen(CommandPalette(placeholder="An action, or the name of a client"))

    def action_next_theme(self) -> None:
        """Change between dark and light."""
        self.theme = theme.other(self.theme, dark=self.current_theme.dark)

    async def action_quit(self) -> None:
        """Keep what is typed, and close."""
        await self._close(None)

    async def _close(self, result: str | None) -> None:
        await elsewhere.when_kept(self, self.desk, partial(self._end, result))

    async def _keep_typed(self) -> None:
        """Keep what is typed on all screens, as far as it can be kept."""
        for screen in reversed(self.screen_stack):
            if isinstance(screen, KeepsTyping):
                await screen.keep_typed()

    def _leave(self) -> None:
        self.workers.cancel_all()
        self.exit()

    async def _end(self, result: str | None) -> None:
        # A worker that goes on would look for widgets that are being taken down.
        self.workers.cancel_all()
        if (
            result is None
            and isinstance(self.screen, FirstSeen)
            and self.theme == self._first_theme
        ):
            await look_again(self, self.desk, self._new_desk_screen)
        self.exit(result)

    async def action_leave(self) -> None:
        """Close from a place where nothing is typed."""
        await self.action_quit()

    def action_say_how_to_quit(self) -> None:
        """Say which key closes, to a hand that is used to Ctrl+C."""
        toast(self, f"{self._key('app.quit')} closes the desk.")
