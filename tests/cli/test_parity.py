"""Everything that the desk can record can be recorded from the command line.

Each action of the desk is here, with the form of the command line that records the same, or among
those that record nothing. An action that is added has to be put into one of the two.
"""

from __future__ import annotations

import re
from pathlib import Path

from followup_tui.commands.arguments import parser
from followup_tui.commands.completing import commands_of
from followup_tui.tui.actions import ACTIONS

RECORDS = {
    "app.undo": "undo",
    "app.redo": "undo",
    "app.settings": "settings",
    "app.next_theme": "settings",
    "desk.call": "log --kind --playbook --answer --until --summary",
    "desk.tried": "log --call-back --number --right",
    "desk.note": "note",
    "desk.draft": "letter",
    "desk.write": "letter --kind --template --person",
    "desk.letters": "letter --id",
    "desk.snooze": "snooze --end",
    "desk.do_not_call": "edit --do-not-call --why",
    "desk.edit_client": "edit --person --rename --drop-person --ideal --late --competitor",
    "desk.add_client": "add",
    "desk.import": "import --map --row --unsure --a-day --replace",
    "desk.keep_promise": "promise --kept",
    "desk.break_promise": "promise --broken",
    "desk.thank": "thank",
    "desk.end_project": "project --on --success --more-work --booking",
    "desk.met": "met --join --anyway --warmth --promised",
    "preparation.tick": "prep --tick --untick",
    "side.choose": "prep --choose --leave-out",
    "call.reached": "log",
    "call.no_answer": "log",
    "call.voicemail": "log",
    "call.busy": "log",
    "call.wrong_number": "edit --wrong --right",
    "call.call_back": "log --call-back",
    "call.wrong_moment": "log",
    "call.next_question": "log --answer",
    "call.correct": "log --note",
    "call.editor": "log --note",
    "call.kind": "log --kind",
    "call.playbook": "log --playbook",
    "offers.tick": "log --offer",
    "offers.offered": "offer --as",
    "offers.taken": "offer --as",
    "offers.declined": "offer --as",
    "offers.unspoken": "offer --as",
    "wrap_up.confirm": "log --again --answered --dropped --apart --summary --person",
    "letter.leave": "letter --out --mailto --drafts --by-hand --keeps --remember",
    "letter.ready": "letter --save --anyway",
    "letter.template": "letter --template",
    "letter.attach": "letter --attach",
    "letter.fact": "letter --text",
    "letter.editor": "letter --text --subject --to --cc",
    "letter.back": "letter --save",
    "letter.discard": "letter --discard",
    "welcome.add": "add",
    "welcome.import": "import",
    "clients.edit": "edit",
    "clients.add": "add",
    "clients.merge": "merge --take",
    "library.edit": "library --title --url --about --topic --starts --where --kind",
    "library.add": "library",
    "library.retire": "library",
    "library.refresh": "library",
    "courses.add": "course",
    "courses.edit": "course --title --first --last --topic --speaker --host --coffees --place",
    "courses.remove": "course",
    "course.draw": "course --number --seed --again",
    "course.invite": "course",
    "course.coffee": "log --kind --playbook",
    "course.settle": "course --as --because",
    "course.replace": "course --as --because",
    "course.import": "course",
    "course.add": "course --email --phone --company",
    "course.open": "course --name",
    "course.came": "course --as",
    "course.opt_out": "course --as",
    "course.link": "course --to",
    "course.remove": "course",
    "course.edit": "course --about",
    "client_form.save": "edit",
    "client_form.add_person": "edit --person --role --phone --email",
    "client_page.mend": "mend --line --add --note --outcome --person --at --too --alone",
    "client_page.remove": "mend --remove",
    "client_page.keep": "promise --kept",
    "client_page.break_promise": "promise --broken",
    "client_page.note": "note",
    "client_page.write": "letter",
    "client_page.call": "log",
    "client_page.edit_client": "edit",
    "projects.open": "project --title --with --started --about --note --on",
    "projects.end": "project",
    "projects.add": "project",
    "projects.asked": "project",
    "projects.given": "project",
    "projects.declined": "project",
    "projects.not_asked": "project",
    "projects.write": "letter --project",
    "projects.confirm": "project --project",
    "projects.move": "project",
    "projects.let_go": "project",
    "settings.save": "settings --add --remove --default",
}
"""Action -> a command, and the options of it that the action needs."""
FILES = {
    "desk.export": "export",
    "wrap_up.calendar": "next --ics",
    "projects.calendar": "project --ics",
    "review.markdown": "course --markdown --out --names",
    "courses.announce": "course --out",
    "course.announce": "course --out",
}
"""Action -> what writes the same file."""
NOTHING = {
    "app.help", "app.palette", "app.quit", "app.leave", "app.take_up", "app.search",
    "app.client_page", "app.due_call", "app.save_elsewhere", "desk.open", "desk.heads_up",
    "desk.value_adds", "desk.search", "desk.filter", "desk.refresh", "desk.prepare_day",
    "desk.all", "desk.clients", "desk.library", "desk.courses", "desk.history",
    "desk.all_history", "desk.projects", "desk.next_pane", "desk.previous_pane", "desk.back",
    "preparation.evidence", "call.previous_question", "call.script", "call.offers", "call.other",
    "call.dial", "call.other_number", "call.heads_up", "call.pause", "offers.back",
    "wrap_up.back", "letter.check", "letter.preview", "letter.next_fact", "welcome.sample",
    "clients.open", "clients.history", "clients.filter", "clients.back", "library.filter",
    "library.gone", "library.back", "courses.open", "courses.review", "courses.back",
    "course.review", "course.repeat", "course.back", "review.copy", "review.names",
    "review.back", "client_form.cancel", "projects.back", "settings.cancel", "dialog.cancel",
}  # fmt: skip
"""Actions that show, go somewhere or copy: nothing of theirs is kept as a record."""
NOTHING_AT = ("history.", "client_page.", "list.")
"""Places of which all the other actions only show."""


def test_every_action_of_the_desk_has_its_form_or_records_nothing() -> None:
    told = RECORDS.keys() | FILES.keys() | NOTHING
    others = {each for each in ACTIONS if each not in told and not each.startswith(NOTHING_AT)}
    assert others == set(), "does it record something? then say by which command"
    assert told <= ACTIONS.keys(), "there is no such action any more"


def options() -> dict[str, set[str]]:
    """Return the options of each command."""
    return {
        name: {flag for each in command._actions for flag in each.option_strings}
        for name, command in commands_of(parser()).items()
    }


def test_every_form_is_there() -> None:
    known = options()
    for form in (*RECORDS.values(), *FILES.values()):
        command, *wanted = form.split()
        assert set(wanted) <= known[command], form


def test_every_option_is_told_of_in_the_docs() -> None:
    docs = (Path(__file__).parents[2] / "docs" / "cli.md").read_text(encoding="utf-8")
    told = set(re.findall(r"--[a-z-]+", docs))
    for command, flags in options().items():
        left = {flag for flag in flags if flag.startswith("--")} - told
        assert not left, f"docs/cli.md does not tell of {command} {left}"
