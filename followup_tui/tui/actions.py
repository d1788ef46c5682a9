"""Every action of the desk, once: its id, keys, words and place.

Bindings, the footer, the palette and the help of `?` all follow from this table, and the user's
settings change keys by the ids that stand here. A screen asks `bindings(place)`; the method that
an action runs is `action_<the part after the dot>` of the screen or widget of its place.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.binding import BindingType


class Place(StrEnum):
    """Where an action can be used: a screen, or a pane that has the focus."""

    APP = "everywhere"
    DESK = "desk"
    PREPARATION = "preparation"
    SIDE = "notes and value-adds"
    CALL = "call"
    OFFERS = "what can be offered in a call"
    WRAP_UP = "wrap-up"
    LETTER = "letter"
    CLIENTS = "clients"
    CLIENT_FORM = "client form"
    LIBRARY = "library"
    COURSES = "courses"
    COURSE = "course"
    REVIEW = "review of a course"
    HISTORY = "history"
    CLIENT_PAGE = "client page"
    PROJECTS = "projects"
    WELCOME = "welcome"
    SETTINGS = "settings"
    LIST = "any list"
    DIALOG = "dialog"


@dataclass(frozen=True, slots=True)
class Action:
    """Something the user can do."""

    id: str
    """``place.name``: stable, since settings name it."""
    keys: tuple[str, ...]
    """Textual's key names; the first one is shown."""
    label: str
    """A word or two for the footer."""
    help: str
    """A sentence for the help and the palette."""
    place: Place
    footer: bool = True
    """Whether the footer shows it."""
    priority: bool = False
    """Whether it comes before what the focused widget does with the key."""
    palette: bool = True
    """Whether the palette offers it."""

    @property
    def name(self) -> str:
        """The Textual action that it runs; its method is `action_<name>`."""
        return self.id.partition(".")[2]


_TABLE: tuple[Action, ...] = (
    Action("app.help", ("f1", "question_mark"), "help", "Show the keys of this place.", Place.APP),
    Action("app.palette", ("ctrl+p",), "palette", "Find any action by its name.", Place.APP,
           footer=False, priority=True, palette=False),
    Action("app.quit", ("ctrl+q",), "quit", "Close the desk; what is typed is kept.",
           Place.APP, footer=False, priority=True),
    # No priority here: a q in a note is a letter.
    Action("app.leave", ("q",), "quit", "Close the desk; what is typed is kept.", Place.APP,
           footer=False, palette=False),
    Action("app.take_up", ("t",), "take up", "Take up a call that was interrupted.", Place.APP,
           footer=False),
    Action("app.search", ("ctrl+f", "ctrl+underscore"), "search everywhere",
           "Search everything: clients, people, notes, promises, letters and more.", Place.APP,
           footer=False, priority=True),
    Action("app.client_page", ("p", "ctrl+o"), "their page",
           "See all that happened with the client at hand, above what you are doing.", Place.APP),
    Action("app.due_call", ("alt+g", "ctrl+b"), "call-back",
           "Go to the call-back whose hour has come.", Place.APP, footer=False, priority=True),
    Action("app.undo", ("u",), "undo",
           "Take back the last change; in the history, the one under the cursor.", Place.APP,
           footer=False),
    Action("app.redo", ("U", "ctrl+y"), "redo", "Do again what was taken back last.", Place.APP,
           footer=False),
    Action("app.save_elsewhere", ("f12", "alt+s"), "save elsewhere",
           "Save what is typed here to another file, or copy it.", Place.APP,
           footer=False, priority=True),
    Action("app.next_theme", ("f9",), "theme", "Change between dark and light.", Place.APP,
           footer=False),
    # The desk
    Action("desk.open", ("enter",), "open", "Prepare the client under the cursor.", Place.DESK),
    Action("desk.call", ("c",), "call", "Start the call with this client.", Place.DESK),
    Action("desk.tried", ("o",), "tried",
           "Write down how a call ended that reached nobody, or agree on a call-back.", Place.DESK),
    Action("desk.heads_up", ("m",), "line to send",
           "Copy a line to send this client before you call.", Place.DESK, footer=False),
    Action("desk.note", ("n",), "note", "Write a note about this client.", Place.DESK),
    Action("desk.value_adds", ("v",), "value-adds", "Go to what can be given.", Place.DESK),
    Action("desk.draft", ("d",), "letter", "Write the letter of the item at hand.", Place.DESK),
    Action("desk.write", ("w",), "write", "Write any letter to this client.", Place.DESK,
           footer=False),
    Action("desk.letters", ("W",), "letters under way",
           "Go on with a letter that did not leave yet.", Place.DESK, footer=False),
    Action("desk.snooze", ("s",), "snooze", "Take this client off the list for some days.",
           Place.DESK),
    Action("desk.do_not_call", ("x",), "do not call",
           "Mark that this client does not want to be called, or take the mark back.", Place.DESK,
           footer=False),
    Action("desk.search", ("slash",), "search",
           "Search everything: clients, people, notes, promises, letters and more.", Place.DESK,
           palette=False),
    Action("desk.filter", ("f",), "filter", "Filter the call list as you type.", Place.DESK,
           footer=False),
    Action("desk.refresh", ("r",), "fetch again", "Fetch the preparation's sources again.",
           Place.DESK, footer=False),
    Action("desk.prepare_day", ("P",), "prepare the day",
           "Prepare all clients of the day now, or stop preparing them.", Place.DESK,
           footer=False),
    Action("desk.all", ("a",), "all/today", "Show who comes later and who is held back, too.",
           Place.DESK, footer=False),
    Action("desk.edit_client", ("e",), "edit", "Edit this client and its people.", Place.DESK,
           footer=False),
    Action("desk.add_client", ("plus", "ctrl+n"), "add", "Add a client.", Place.DESK,
           footer=False),
    Action("desk.import", ("i",), "import", "Import contacts from a file.", Place.DESK,
           footer=False),
    Action("desk.export", ("I",), "export", "Write everything, or this client, to files.",
           Place.DESK, footer=False),
    Action("desk.clients", ("l",), "clients", "See all clients.", Place.DESK, footer=False),
    Action("desk.library", ("L",), "library", "See all that can be given.", Place.DESK,
           footer=False),
    Action("desk.courses", ("C",), "courses",
           "See the courses, who is drawn for a coffee, and what they found.", Place.DESK,
           footer=False),
    Action("desk.history", ("h",), "history", "See what was changed for this client.", Place.DESK,
           footer=False),
    Action("desk.all_history", ("H",), "all history", "See what was changed for everybody.",
           Place.DESK, footer=False),
    Action("desk.keep_promise", ("k",), "promise kept",
           "Mark the promise that put this client on the list as kept.", Place.DESK,
           footer=False),
    Action("desk.break_promise", ("K",), "promise broken",
           "Mark the promise that put this client on the list as broken.", Place.DESK,
           footer=False),
    Action("desk.thank", ("T",), "thanked",
           "Mark that this client was thanked for whom they introduced.", Place.DESK,
           footer=False),
    Action("desk.projects", ("j",), "projects",
           "See this client's projects: what was asked for, and what is pencilled in.",
           Place.DESK, footer=False),
    Action("desk.end_project", ("J",), "end a project", "End a project of this client.",
           Place.DESK, footer=False),
    Action("desk.next_pane", ("tab", "right_square_bracket"), "next pane",
           "Go to the next pane.", Place.DESK, footer=False),
    Action("desk.previous_pane", ("shift+tab", "left_square_bracket"), "pane before",
           "Go to the pane before.", Place.DESK, footer=False),
    Action("desk.back", ("escape",), "back", "Go back to the call list.", Place.DESK,
           footer=False),
    Action("desk.met", ("N",), "met somebody",
           "Write down somebody you met: due the next day, with a step to propose.", Place.DESK,
           footer=False),
    # The preparation pane
    Action("preparation.tick", ("space",), "tick", "Tick the item: you have seen it.",
           Place.PREPARATION),
    Action("preparation.evidence", ("enter",), "evidence", "Open or close the item's evidence.",
           Place.PREPARATION),
    # Notes and value-adds
    Action("side.choose", ("space",), "choose", "Choose this value-add for the call.", Place.SIDE),
    # The call. Its outcomes stand in a bar of their own, so the footer leaves them out.
    Action("call.reached", ("f2", "alt+r"), "reached", "They were reached: wrap up.", Place.CALL,
           priority=True, footer=False),
    Action("call.no_answer", ("f3", "alt+n"), "no answer", "Nobody answered.", Place.CALL,
           priority=True, footer=False),
    Action("call.voicemail", ("f4", "alt+v"), "voicemail", "It went to the voicemail.",
           Place.CALL, priority=True, footer=False),
    # Not alt+b: a terminal sends it as ESC b, which Textual reads as ctrl+left (iTerm's keys).
    Action("call.busy", ("f5", "alt+u"), "busy", "The line was busy.", Place.CALL, priority=True,
           footer=False),
    Action("call.wrong_number", ("f6", "alt+w"), "wrong no.", "The number is wrong.", Place.CALL,
           priority=True, footer=False),
    Action("call.call_back", ("f7", "alt+c"), "call back", "They named an hour for another call.",
           Place.CALL, priority=True, footer=False),
    Action("call.wrong_moment", ("f8", "alt+m"), "wrong moment", "It was the wrong moment.",
           Place.CALL, priority=True, footer=False),
    Action("call.next_question", ("pagedown", "ctrl+down"), "next",
           "Answer with what stands there, or skip, and go to the next question.", Place.CALL,
           priority=True),
    Action("call.previous_question", ("pageup", "ctrl+up"), "back",
           "Go back a question.", Place.CALL, priority=True),
    Action("call.script", ("ctrl+g", "alt+q"), "question",
           "Go to the question at hand, and back to the notes.", Place.CALL, priority=True),
    Action("call.offers", ("ctrl+l", "alt+o"), "offers",
           "Go to what can be offered, and back to the notes.", Place.CALL, priority=True),
    Action("call.correct", ("ctrl+e", "alt+e"), "correct line",
           "Correct what was understood of this line of the notes.", Place.CALL, priority=True),
    Action("call.editor", ("f11", "alt+x"), "editor",
           "Edit the notes in your own editor ($VISUAL, $EDITOR).", Place.CALL, priority=True,
           footer=False),
    Action("call.other", ("ctrl+t", "alt+t"), "other call",
           "Change to another call under way, or begin one; this one waits.", Place.CALL,
           priority=True),
    Action("call.kind", ("ctrl+n", "alt+k"), "call/coffee/meeting",
           "Hold it as a call, a coffee or a meeting.", Place.CALL, priority=True, footer=False),
    Action("call.playbook", ("ctrl+r", "alt+p"), "playbook",
           "Choose by which playbook it is held; what was answered is kept.", Place.CALL,
           priority=True, footer=False),
    Action("call.dial", ("f10", "alt+d"), "dial", "Dial the number, as the settings say.",
           Place.CALL, priority=True),
    Action("call.other_number", ("alt+a", "shift+f10"), "another number",
           "Make the next number of this client the one to dial.", Place.CALL, priority=True,
           footer=False),
    Action("call.heads_up", ("alt+h", "shift+f9"), "line to send",
           "Copy a line to send them before you call.", Place.CALL, priority=True, footer=False),
    Action("call.pause", ("escape",), "pause", "Back to the desk; the call can be taken up again.",
           Place.CALL),
    Action("offers.tick", ("space", "enter"), "tick",
           "Say what came of this: offered, taken, declined, or not spoken of.", Place.OFFERS),
    Action("offers.offered", ("o",), "offered", "It was offered.", Place.OFFERS, footer=False),
    Action("offers.taken", ("y",), "taken", "They took it.", Place.OFFERS, footer=False),
    Action("offers.declined", ("n",), "declined", "They declined it.", Place.OFFERS,
           footer=False),
    Action("offers.unspoken", ("backspace", "delete"), "not spoken of", "It was not spoken of.",
           Place.OFFERS, footer=False),
    Action("offers.back", ("escape",), "notes", "Back to the notes.", Place.OFFERS),
    # The wrap-up
    Action("wrap_up.confirm", ("ctrl+s", "f2"), "save", "Save the conversation and what it left.",
           Place.WRAP_UP, priority=True),
    Action("wrap_up.calendar", ("f6", "alt+i"), "calendar file",
           "Write the next steps that are ticked to a calendar file.", Place.WRAP_UP,
           priority=True),
    Action("wrap_up.back", ("escape",), "back to the call", "Go back to the call.",
           Place.WRAP_UP),
    # The letter
    Action("letter.leave", ("ctrl+s", "f2"), "let out",
           "Choose how it leaves: a file, your mail program, the clipboard, your drafts folder.",
           Place.LETTER, priority=True),
    Action("letter.ready", ("f3", "alt+r"), "ready",
           "Hold it to be ready; where the check does not, you are asked once.", Place.LETTER,
           priority=True),
    Action("letter.check", ("f4", "alt+c"), "check",
           "Go to the check and to what could still be used, and back to the text.",
           Place.LETTER, priority=True),
    Action("letter.fact", ("f5", "alt+i"), "fact",
           "Put the fact at hand into the text, where the cursor is.", Place.LETTER,
           priority=True),
    Action("letter.preview", ("f10", "alt+p"), "preview",
           "See it as it will be read, or go on writing.", Place.LETTER, priority=True),
    Action("letter.back", ("escape",), "later",
           "Put it aside: it is kept, and can be taken up again.", Place.LETTER),
    Action("letter.template", ("f8", "alt+t"), "template",
           "Begin anew from another template, or with a blank page.", Place.LETTER,
           priority=True, footer=False),
    Action("letter.next_fact", ("alt+n", "f6"), "next fact",
           "Take the next recorded fact to hand.", Place.LETTER, priority=True, footer=False),
    Action("letter.attach", ("alt+a", "f7"), "files",
           "Choose the files that go along.", Place.LETTER, priority=True, footer=False),
    Action("letter.editor", ("f11", "alt+x"), "editor",
           "Edit the text in your own editor ($VISUAL, $EDITOR).", Place.LETTER, priority=True,
           footer=False),
    Action("letter.discard", ("ctrl+r", "alt+d"), "throw away",
           "Throw this letter away, once asked.", Place.LETTER, priority=True, footer=False),
    # The welcome
    Action("welcome.sample", ("1",), "sample desk", "Look at the sample desk.", Place.WELCOME),
    Action("welcome.import", ("2",), "import", "Import contacts from a file.", Place.WELCOME),
    Action("welcome.add", ("3", "plus", "ctrl+n"), "add a client", "Add your first client.",
           Place.WELCOME),
    # Clients and forms
    Action("clients.open", ("enter",), "open", "Open this client on the desk.", Place.CLIENTS),
    Action("clients.edit", ("e",), "edit", "Edit this client.", Place.CLIENTS),
    Action("clients.add", ("plus", "ctrl+n"), "add", "Add a client.", Place.CLIENTS),
    Action("clients.history", ("h",), "history", "See what was changed for this client.",
           Place.CLIENTS),
    Action("clients.merge", ("m",), "merge", "Make one client of this one and another.",
           Place.CLIENTS, footer=False),
    Action("clients.filter", ("slash",), "search", "Filter as you type.", Place.CLIENTS),
    Action("clients.back", ("escape",), "back", "Back to the desk.", Place.CLIENTS),
    # The library
    Action("library.edit", ("enter", "e"), "edit", "Edit what is under the cursor.",
           Place.LIBRARY),
    Action("library.add", ("plus", "ctrl+n"), "add", "Add something to give.", Place.LIBRARY),
    Action("library.retire", ("x",), "retire",
           "Offer this no longer, or again; it stays in the history.", Place.LIBRARY),
    Action("library.refresh", ("r",), "look again", "Look at all sources now.", Place.LIBRARY),
    Action("library.filter", ("slash",), "search", "Filter as you type.", Place.LIBRARY),
    Action("library.gone", ("a",), "all/current", "List what is over or retired, too.",
           Place.LIBRARY, footer=False),
    Action("library.back", ("escape",), "back", "Back to the desk.", Place.LIBRARY),
    # Courses
    Action("courses.open", ("enter",), "open", "Open this course: its people and its draw.",
           Place.COURSES),
    Action("courses.add", ("plus", "ctrl+n"), "add", "Add a course.", Place.COURSES),
    Action("courses.edit", ("e",), "edit", "Edit this course.", Place.COURSES),
    Action("courses.announce", ("a",), "announcement",
           "Show what to read out at the end of this course.", Place.COURSES),
    Action("courses.review", ("r",), "review", "See what was found about this course.",
           Place.COURSES),
    Action("courses.remove", ("delete",), "remove",
           "Remove this course, unless somebody was drawn from it.", Place.COURSES, footer=False),
    Action("courses.back", ("escape",), "back", "Back to the desk.", Place.COURSES),
    Action("course.draw", ("d",), "draw", "Draw who is asked to a coffee.", Place.COURSE),
    Action("course.invite", ("w",), "invite", "Write the invitation to the coffee.",
           Place.COURSE),
    Action("course.coffee", ("c",), "coffee", "Hold the coffee: script, notes and answers.",
           Place.COURSE),
    Action("course.settle", ("s",), "settle",
           "Say what became of the coffee: asked, had, declined, or not to be had.", Place.COURSE),
    Action("course.replace", ("x",), "replace",
           "Let the next of the draw stand in for this one.", Place.COURSE),
    Action("course.import", ("i",), "import", "Bring the attendees in from a file.",
           Place.COURSE),
    Action("course.add", ("plus", "ctrl+n"), "add", "Add somebody who attended.", Place.COURSE,
           footer=False),
    Action("course.open", ("enter",), "edit", "Edit this attendee.", Place.COURSE, footer=False),
    Action("course.came", ("space",), "came/absent",
           "Mark that this one attended, or did not.", Place.COURSE, footer=False),
    Action("course.opt_out", ("o",), "opted out",
           "Mark that this one does not want to be drawn, or take the mark back.", Place.COURSE,
           footer=False),
    Action("course.link", ("l",), "link",
           "Link this one to a client, or take the link away.", Place.COURSE, footer=False),
    Action("course.remove", ("delete",), "take off", "Take this one off the course.",
           Place.COURSE, footer=False),
    Action("course.edit", ("e",), "edit course", "Edit this course.", Place.COURSE,
           footer=False),
    Action("course.announce", ("a",), "announcement",
           "Show what to read out at the end of this course.", Place.COURSE),
    Action("course.review", ("r",), "review", "See what was found about this course.",
           Place.COURSE),
    Action("course.repeat", ("g",), "how drawn",
           "Show how the draw comes out of its seed, and who was left out and why.",
           Place.COURSE, footer=False),
    Action("course.back", ("escape",), "back", "Back to where you were.", Place.COURSE),
    Action("review.markdown", ("s",), "save Markdown",
           "Save it as Markdown for the trainer; names are left out unless they are shown.",
           Place.REVIEW),
    Action("review.copy", ("y",), "copy", "Copy it as Markdown.", Place.REVIEW),
    Action("review.names", ("n",), "names", "Show or hide who said what.", Place.REVIEW),
    Action("review.back", ("escape",), "back", "Back to where you were.", Place.REVIEW),
    Action("client_form.save", ("ctrl+s", "f2"), "save", "Save this client.", Place.CLIENT_FORM,
           priority=True),
    Action("client_form.add_person", ("ctrl+n", "f3"), "add person", "Add a person.",
           Place.CLIENT_FORM, priority=True),
    Action("client_form.cancel", ("escape",), "cancel", "Close without saving.",
           Place.CLIENT_FORM),
    Action("history.open", ("enter", "space"), "details", "Open or close what a change did.",
           Place.HISTORY),
    Action("history.everybody", ("a",), "all/this client",
           "Show what was changed for everybody, or for this client alone.", Place.HISTORY),
    Action("history.desk", ("o",), "client", "Go to the client on the desk.", Place.HISTORY),
    Action("history.back", ("escape",), "back", "Back to where you were.", Place.HISTORY),
    # The page of a client
    Action("client_page.open", ("enter",), "open",
           "Open what is under the cursor: the conversation, the letter, the client.",
           Place.CLIENT_PAGE),
    Action("client_page.unfold", ("space",), "unfold",
           "Show all of what is under the cursor, or its first line alone.", Place.CLIENT_PAGE),
    Action("client_page.filter", ("slash",), "search", "Search the timeline as you type.",
           Place.CLIENT_PAGE),
    Action("client_page.next_kind", ("f", "right"), "filter",
           "Show one kind of things alone, then the next kind.", Place.CLIENT_PAGE),
    Action("client_page.previous_kind", ("F", "left"), "filter back",
           "Show the kind of things before.", Place.CLIENT_PAGE, footer=False),
    Action("client_page.all_kinds", ("0",), "everything", "Show things of every kind.",
           Place.CLIENT_PAGE, footer=False),
    Action("client_page.next_match", ("m", "f3"), "next match",
           "Go to the next thing in which the words searched for stand.", Place.CLIENT_PAGE,
           footer=False),
    Action("client_page.previous_match", ("M", "shift+f3"), "match before",
           "Go to the match before.", Place.CLIENT_PAGE, footer=False),
    Action("client_page.go_to", ("g",), "go to",
           "Go to a month or a year: “may 2025”, “2024”.", Place.CLIENT_PAGE, footer=False),
    Action("client_page.older_month", ("greater_than_sign", "right_square_bracket"),
           "month before", "Go to the month before that of the cursor.", Place.CLIENT_PAGE,
           footer=False),
    Action("client_page.newer_month", ("less_than_sign", "left_square_bracket"), "month after",
           "Go to the month after that of the cursor.", Place.CLIENT_PAGE, footer=False),
    Action("client_page.mend", ("e",), "mend",
           "Mend what was written of the conversation under the cursor.", Place.CLIENT_PAGE),
    Action("client_page.earlier", ("v",), "earlier words",
           "Show the words that stood there before they were mended.", Place.CLIENT_PAGE,
           footer=False),
    Action("client_page.remove", ("delete", "D"), "remove",
           "Remove the conversation under the cursor.", Place.CLIENT_PAGE, footer=False),
    Action("client_page.keep", ("k",), "kept",
           "Mark the promise under the cursor as kept, or the thanks as given.",
           Place.CLIENT_PAGE),
    Action("client_page.break_promise", ("b",), "broken",
           "Mark the promise under the cursor as broken.", Place.CLIENT_PAGE),
    Action("client_page.note", ("n",), "note", "Write a note about this client.",
           Place.CLIENT_PAGE),
    Action("client_page.write", ("w",), "write", "Write any letter to this client.",
           Place.CLIENT_PAGE, footer=False),
    Action("client_page.call", ("c",), "call", "Start the call with this client.",
           Place.CLIENT_PAGE),
    Action("client_page.edit_client", ("E",), "edit client",
           "Edit this client and its people.", Place.CLIENT_PAGE, footer=False),
    Action("client_page.history", ("h",), "history", "See what was changed for this client.",
           Place.CLIENT_PAGE, footer=False),
    Action("client_page.projects", ("j",), "projects",
           "See this client's projects: what was asked for, and what is pencilled in.",
           Place.CLIENT_PAGE, footer=False),
    Action("client_page.essentials", ("i",), "essentials",
           "Show or hide the people, numbers and what is owed.", Place.CLIENT_PAGE, footer=False),
    Action("client_page.back", ("escape",), "back",
           "End the search or the filter; then go back to where you were.", Place.CLIENT_PAGE),
    # The projects of a client
    Action("projects.open", ("enter",), "open",
           "Change the project, or say the day and more of the step, under the cursor.",
           Place.PROJECTS),
    Action("projects.end", ("e",), "end", "End a project.", Place.PROJECTS),
    Action("projects.add", ("plus", "ctrl+n"), "add", "Write down work that goes on.",
           Place.PROJECTS, footer=False),
    Action("projects.asked", ("a",), "asked", "The step was asked for today.", Place.PROJECTS),
    Action("projects.given", ("y", "g"), "given", "The step was given today.", Place.PROJECTS),
    Action("projects.declined", ("n",), "declined",
           "The step was declined today: that is an answer too.", Place.PROJECTS),
    Action("projects.not_asked", ("backspace", "delete"), "not asked",
           "The step was not asked for after all.", Place.PROJECTS, footer=False),
    Action("projects.write", ("w",), "write", "Write the mail that asks for the step.",
           Place.PROJECTS),
    Action("projects.confirm", ("c",), "confirm", "The pencilled booking is confirmed.",
           Place.PROJECTS, footer=False),
    Action("projects.move", ("m",), "move", "Move the booking to another day.", Place.PROJECTS,
           footer=False),
    Action("projects.let_go", ("x",), "let go", "Let the booking go.", Place.PROJECTS,
           footer=False),
    Action("projects.calendar", ("i",), "calendar file",
           "Write the booking to a calendar file.", Place.PROJECTS, footer=False),
    Action("projects.back", ("escape",), "back", "Back to where you were.", Place.PROJECTS),
    # Settings
    Action("app.settings", ("comma",), "settings", "Change the settings.", Place.APP,
           footer=False),
    Action("settings.save", ("ctrl+s", "f2"), "save",
           "Save the settings; the desk opens anew with them.", Place.SETTINGS, priority=True),
    Action("settings.cancel", ("escape",), "cancel", "Close without saving.", Place.SETTINGS),
    # Every list
    Action("list.cursor_up", ("up",), "up", "Go up a row.", Place.LIST, footer=False,
           palette=False),
    Action("list.cursor_down", ("down",), "down", "Go down a row.", Place.LIST, footer=False,
           palette=False),
    Action("list.page_up", ("pageup",), "page up", "Go up a screenful.", Place.LIST,
           footer=False, palette=False),
    Action("list.page_down", ("pagedown",), "page down", "Go down a screenful.", Place.LIST,
           footer=False, palette=False),
    Action("list.first", ("home",), "first", "Go to the first row.", Place.LIST, footer=False,
           palette=False),
    Action("list.last", ("end",), "last", "Go to the last row.", Place.LIST, footer=False,
           palette=False),
    Action("dialog.cancel", ("escape",), "cancel", "Close this dialog.", Place.DIALOG,
           palette=False),
)  # fmt: skip

ACTIONS: dict[str, Action] = {action.id: action for action in _TABLE}


def at(place: Place) -> tuple[Action, ...]:
    """Return the actions of one place, in the order of the table."""
    return tuple(action for action in _TABLE if action.place is place)


def bindings(place: Place) -> list[BindingType]:
    """Return the bindings of one place, with ids by which settings can change their keys."""
    from textual.binding import Binding  # noqa: PLC0415 - the table is read before Textual is there

    return [
        Binding(
            ",".join(action.keys),
            action.name,
            action.label,
            show=action.footer,
            tooltip=action.help,
            priority=action.priority,
            id=action.id,
        )
        for action in at(place)
    ]
