"""Opening the screen that a message asks for.

The stack of screens is always the desk (or the welcome, while there are no clients), then at most
one of call, wrap-up and clients, then letters, forms and dialogs. Screens are imported when they
are first needed, so that the first paint does not wait for those that are not seen.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual.screen import Screen

from followup_tui.desk import Desk
from followup_tui.domain.client import Client
from followup_tui.services.gather import NoSuchClient
from followup_tui.services.ports import StoreProblem
from followup_tui.tui import elsewhere, interruptions
from followup_tui.tui.keys_in_turn import KeysInTurn
from followup_tui.tui.messages import (
    CallWanted,
    ClientFormWanted,
    ClientPageWanted,
    ClientsWanted,
    ConversationEnded,
    CourseReviewWanted,
    CoursesWanted,
    CourseWanted,
    DeskWanted,
    HistoryWanted,
    ImportWanted,
    LetterWanted,
    LibraryWanted,
    ProjectsWanted,
    SearchWanted,
    WrapUpResumed,
    WrapUpWanted,
)
from followup_tui.tui.toast import toast

if TYPE_CHECKING:
    from followup_tui.tui.at_the_hour import AtTheHour
    from followup_tui.tui.dialogs.importing.dialog import Imported
    from followup_tui.tui.screens.desk import DeskScreen

# ruff: noqa: PLC0415 - screens are imported when they are first needed, see above


class OpensScreens(KeysInTurn, inherit_bindings=False):
    """An app that goes from screen to screen: each message that wants one is answered here."""

    DESK_MODE = "desk"
    """The mode in which the desk is shown where the welcome came first."""

    desk: Desk
    hours: AtTheHour | None
    """Tells of call-backs at their hour, once the first paint is done."""

    def _key(self, action_id: str) -> str:
        """Return the key of an action, in words."""
        raise NotImplementedError

    def _new_desk_screen(self) -> DeskScreen:
        """Return a desk to be shown."""
        raise NotImplementedError

    # From screen to screen

    async def _put(self, screen: Screen[None]) -> None:
        """Show `screen` above the desk, in place of what stands there, once that is kept."""
        await elsewhere.when_kept(self, self.desk, partial(self._replace_by, screen))

    async def _replace_by(self, screen: Screen[None]) -> None:
        while len(self.screen_stack) > 2:
            await self.pop_screen()
        if len(self.screen_stack) == 2:
            await self.switch_screen(screen)
        else:
            await self.push_screen(screen)

    async def _to_desk(self, client_id: str | None, *, past: bool = False) -> None:
        """Go down to the desk, at a client where one is named; with `past` at who comes next."""
        from followup_tui.tui.present.call_list import next_on_list
        from followup_tui.tui.screens.desk import DeskScreen

        while len(self.screen_stack) > 1:
            await self.pop_screen()
        if not isinstance(self.screen, DeskScreen):
            await self.switch_mode(self.DESK_MODE)
        if isinstance(self.screen, DeskScreen):
            following = next_on_list(self.screen.queue, client_id or "") if past else None
            await self.screen.reload(following or client_id)

    async def on_call_wanted(self, message: CallWanted) -> None:
        """Open the call, or the wrap-up to which an interrupted one had come."""
        from followup_tui.tui.screens.call import CallScreen

        if self.hours is not None:
            self.hours.saw(message.client_id)
        if isinstance(self.screen, CallScreen) and self.screen.client_id == message.client_id:
            return  # the key was pressed twice
        calls = await interruptions.interrupted(self.desk, self)
        if any(call.wrapping_up and call.client_id == message.client_id for call in calls):
            await self.on_wrap_up_resumed(WrapUpResumed(message.client_id))
        else:
            await self._put(
                CallScreen(
                    self.desk, message.client_id, trigger=message.trigger, person=message.person
                )
            )

    async def on_wrap_up_wanted(self, message: WrapUpWanted) -> None:
        """Put the wrap-up in the place of its call."""
        from followup_tui.tui.screens.wrap_up import WrapUpScreen

        await self._put(
            WrapUpScreen(
                self.desk,
                call=message.call,
                outcome=message.outcome,
                call_back_at=message.call_back_at,
            )
        )

    async def on_wrap_up_resumed(self, message: WrapUpResumed) -> None:
        """Open the wrap-up that was interrupted."""
        from followup_tui.tui.screens.wrap_up import WrapUpScreen

        await self._put(WrapUpScreen(self.desk, client_id=message.client_id))

    async def on_conversation_ended(self, message: ConversationEnded) -> None:
        """Go back to the desk, and say how it ended: saved, the next one is at hand.

        Where a letter follows, it stands above the desk: once it has left or was put aside, the
        next one is at hand all the same.
        """
        letter = await self._letter_after(message.interaction_id)
        await self._to_desk(message.client_id, past=message.saved)
        if letter is not None:
            from followup_tui.tui.screens.letter import LetterScreen

            await self.push_screen(LetterScreen(self.desk, letter, asked_for=False))
        if message.words:
            toast(self, message.words)

    async def _letter_after(self, interaction_id: str) -> LetterWanted | None:
        """Return what is to be written after a conversation; what is wrong with it is told."""
        if not interaction_id:
            return None
        try:
            written = await self.desk.letters.after(interaction_id)
        except (StoreProblem, NoSuchClient) as problem:
            toast(self, f"The letter could not be begun: {problem}", severity="error")
            return None
        if written is None:
            return None
        kind, view = written
        return LetterWanted(view.client.id, kind, view=view)

    async def on_client_form_wanted(self, message: ClientFormWanted) -> None:
        """Open the form above whatever is shown."""
        from followup_tui.tui.screens.client_form import ClientFormScreen

        if not isinstance(self.screen, ClientFormScreen):
            await self.push_screen(ClientFormScreen(self.desk, message.client_id), self._form_done)

    async def _form_done(self, saved: Client | None) -> None:
        """Show the client that was saved, where the user comes back to."""
        if saved is None:
            return
        toast(self, f"{saved.name} is saved.")
        if len(self.screen_stack) == 1:
            await self._to_desk(saved.id)

    async def on_import_wanted(self, _: ImportWanted) -> None:
        """Ask for a file of contacts, above whatever is shown."""
        from followup_tui.tui.dialogs.importing.dialog import ImportDialog

        if not isinstance(self.screen, ImportDialog):
            await self.push_screen(ImportDialog(self.desk), self._import_done)

    async def _import_done(self, imported: Imported | None) -> None:
        """Show the desk with those who came, and say how it is taken back."""
        from followup_tui.tui.present import import_plan

        if imported is not None:
            await self._to_desk(None)
            toast(self, import_plan.done(imported.plan, imported.new, self._key("app.undo")))

    async def on_clients_wanted(self, _: ClientsWanted) -> None:
        """Show all clients."""
        from followup_tui.tui.screens.clients import ClientsScreen

        if not isinstance(self.screen, ClientsScreen):
            await self._put(ClientsScreen(self.desk))

    async def on_library_wanted(self, message: LibraryWanted) -> None:
        """Show all that can be given."""
        from followup_tui.tui.screens.library import LibraryScreen

        if message.value_add_id or not isinstance(self.screen, LibraryScreen):
            await self._put(LibraryScreen(self.desk, value_add_id=message.value_add_id))

    def on_search_wanted(self, _: SearchWanted) -> None:
        """Search everywhere."""
        from followup_tui.tui import searching

        searching.ask(self, self.desk)

    async def on_courses_wanted(self, _: CoursesWanted) -> None:
        """Show all courses."""
        from followup_tui.tui.screens.courses.courses import CoursesScreen

        if not isinstance(self.screen, CoursesScreen):
            await self._put(CoursesScreen(self.desk))

    async def on_course_wanted(self, message: CourseWanted) -> None:
        """Show one course, above whatever is shown."""
        from followup_tui.tui.screens.courses.course import CourseScreen

        if not isinstance(self.screen, CourseScreen):  # else the key was pressed twice
            await self.push_screen(CourseScreen(self.desk, message.course_id))

    async def on_course_review_wanted(self, message: CourseReviewWanted) -> None:
        """Show what was found about a course, above whatever is shown."""
        from followup_tui.tui.screens.courses.review import ReviewScreen

        if not isinstance(self.screen, ReviewScreen):  # else the key was pressed twice
            await self.push_screen(ReviewScreen(self.desk, message.course_id))

    async def on_history_wanted(self, message: HistoryWanted) -> None:
        """Show what was changed, above whatever is shown."""
        from followup_tui.tui.screens.history import HistoryScreen

        if not isinstance(self.screen, HistoryScreen):
            await self.push_screen(HistoryScreen(self.desk, message.client_id, message.name))

    async def on_client_page_wanted(self, message: ClientPageWanted) -> None:
        """Show all that happened with a client, above whatever is shown: a call goes on below."""
        from followup_tui.tui.screens.client_page import ClientPageScreen

        on_it = isinstance(self.screen, ClientPageScreen) and self.screen.whose == message.client_id
        if message.entry or not on_it:  # else the key was pressed twice
            page = ClientPageScreen(self.desk, message.client_id, entry=message.entry)
            await self.push_screen(page)

    async def on_letter_wanted(self, message: LetterWanted) -> None:
        """Open the letter above whatever is shown, or go back to it where it is open below.

        Another letter takes the place of the one at hand, which is kept.
        """
        from followup_tui.tui.screens.letter import LetterScreen

        open_already = [
            screen
            for screen in self.screen_stack
            if isinstance(screen, LetterScreen) and screen.is_about(message)
        ]
        wanted = open_already[0] if open_already else LetterScreen(self.desk, message)
        if self.screen is wanted:
            return  # the key was pressed twice
        if open_already:
            await elsewhere.when_kept(self, self.desk, partial(self._down_to, wanted))
        elif isinstance(self.screen, LetterScreen):
            await elsewhere.when_kept(self, self.desk, partial(self._replace_top_by, wanted))
        else:
            await self.push_screen(wanted)

    async def _down_to(self, screen: Screen[None]) -> None:
        while self.screen is not screen:
            await self.pop_screen()

    async def _replace_top_by(self, screen: Screen[None]) -> None:
        await self.switch_screen(screen)

    async def on_projects_wanted(self, message: ProjectsWanted) -> None:
        """Show the projects of a client above whatever is shown."""
        from followup_tui.tui.screens.projects import ProjectsScreen

        if not isinstance(self.screen, ProjectsScreen):  # else the key was pressed twice
            await self.push_screen(
                ProjectsScreen(self.desk, message.client_id, ending=message.ending)
            )

    async def on_desk_wanted(self, message: DeskWanted) -> None:
        """Go back to the desk; what was being typed elsewhere is kept."""
        await elsewhere.when_kept(self, self.desk, partial(self._to_desk, message.client_id))
