"""Letters: begun, kept while typed, overruled, let out, and what that settles."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from followup_tui.domain.client import Client
from followup_tui.domain.course import Draw
from followup_tui.domain.encounter import Encounter
from followup_tui.domain.interaction import Interaction, Outcome
from followup_tui.domain.letter import Letter, LetterKind, LetterState, Way
from followup_tui.domain.letters.mail import CannotLeave, NeedsPassword
from followup_tui.domain.letters.templates import BLANK
from followup_tui.domain.letters.view import check_letter
from followup_tui.domain.preparation import Preparation
from followup_tui.domain.project import ClosingKind, Project, StepState
from followup_tui.domain.promise import Promise, PromiseState, Referral, StepKind
from followup_tui.domain.record import new_id
from followup_tui.domain.value_add import Offer, OfferState
from followup_tui.services.letters.letting_out import NoSuchLetter
from followup_tui.services.letters.on_the_way import OnTheWay
from followup_tui.services.ports import Change, StoreProblem
from followup_tui.settings.model import Mail as MailSettings
from tests.builders import NOW, TODAY, a_project, a_promise, a_step, days
from tests.fakes import FakeClock, MemoryDrafts, MemoryRecords, a_desk
from tests.services.letters.outlets import FakeOutlets
from tests.story import (
    ADVENTURE,
    NORTHWIND,
    TAILSPIN,
    TALK,
    ULLA,
    WIDE_WORLD,
    story,
    story_settings,
)


class Room:
    """A desk over the story whose letters leave into a list."""

    def __init__(self, tmp_path, *extra, mailbox=False):
        self.home = tmp_path
        self.clock = FakeClock()
        self.records = MemoryRecords([*story(), *extra], clock=self.clock)
        self.drafts = MemoryDrafts()
        self.outlets = FakeOutlets()
        self.settings = story_settings()
        if mailbox:
            mail = MailSettings(imap_host="imap.example.com", imap_user="kim")
            self.settings = replace(self.settings, mail=mail)
        self.open()

    def open(self):
        """Open the desk (again): what was typed is in the drafts alone."""
        self.desk = a_desk(
            self.home, records=self.records, drafts=self.drafts, now=self.clock,
            settings=self.settings, outlets=self.outlets,
        )  # fmt: skip
        self.letters = self.desk.letters

    async def talked(self, client=NORTHWIND, outcome=Outcome.REACHED, *, notes="", **answers):
        """Hold a conversation and wrap it up; return the interaction."""
        call = await self.desk.call.begin(client.id)
        while call.at_hand is not None:
            key = call.at_hand.question.key.replace("-", "_")
            call = self.desk.call.answer(call, answers.pop(key, None))
        assert not answers, f"never asked: {answers}"
        call = self.desk.call.write(call, notes)
        self.clock.forward(minutes=10)
        view = await self.desk.wrap_up.begin(call, outcome)
        await self.desk.wrap_up.confirm(view)
        return max(self.records.of_client(Interaction, client.id), key=lambda each: each.at)

    def kept(self, client=NORTHWIND):
        return list(self.records.of_client(Letter, client.id))


@pytest.fixture
def room(tmp_path):
    return Room(tmp_path)


# Beginning


async def test_a_new_letter_is_no_record_and_greets_whom_it_is_to(room):
    view = await room.letters.begin(NORTHWIND.id, LetterKind.SUGGESTIONS)
    assert (view.letter.id, view.letter.to, view.to_name) == (
        "", "jane.li@northwind.example", "Jane Li",
    )  # fmt: skip
    assert view.letter.cc == (ULLA.email,)
    assert view.letter.body.startswith("Hello Jane,")
    assert (view.template, view.templates) == ("Suggestions", ("Suggestions", BLANK))
    assert [way.way for way in view.ways] == list(Way)
    assert not view.ways[-1].available
    assert "[mail]" in view.ways[-1].why_not
    assert not room.kept()
    assert not room.drafts.keys()


async def test_every_kind_can_be_begun_for_everybody(room):
    for client in room.records.all(Client):
        for kind in LetterKind:
            view = await room.letters.begin(client.id, kind)
            assert view.letter.subject
            assert view.letter.body.startswith("Hello")


async def test_blank_is_a_template_too(room):
    view = await room.letters.begin(NORTHWIND.id, LetterKind.REFERENCE, template=BLANK)
    assert (view.letter.subject, view.problem) == ("", "")
    assert view.letter.body.startswith("Hello Jane,\n")


async def test_a_template_that_cannot_be_used_is_told_and_the_shipped_one_stays(room):
    folder = room.home / "letters" / "templates"
    folder.mkdir(parents=True)
    (folder / "mine.md").write_text(
        "kind: reference\nname: Reference\nsubject: x\n---\n{{ nobody_knows }}\n"
    )
    (folder / "short.md").write_text(
        "kind: reference\nname: Short\nsubject: {{ client }}\n---\n{{ hello }}\n\nIn short.\n"
    )
    view = await room.letters.begin(NORTHWIND.id, LetterKind.REFERENCE)
    assert "reference" in view.letter.subject
    assert "templates/mine.md, line 5: there is no “nobody_knows”" in view.problem
    assert view.templates == ("Reference", "Short", BLANK)
    short = await room.letters.begin(NORTHWIND.id, LetterKind.REFERENCE, template="Short")
    assert short.letter.body == "Hello Jane,\n\nIn short."


async def test_nobody_and_no_address_are_told(room, tmp_path):
    view = await room.letters.begin(ADVENTURE.id, LetterKind.SUGGESTIONS)
    assert "No mail address of Lena Vogt is known" in view.problem
    assert view.letter.to == ""


# Kept while typed


async def test_what_is_typed_survives_and_is_taken_up_again(room):
    view = await room.letters.begin(NORTHWIND.id, LetterKind.SUGGESTIONS)
    typed = replace(view.letter, body="Hello Jane,\n\nhalf a sent")
    await room.letters.keep(typed)
    room.open()
    (under_way,) = await room.letters.under_way()
    assert under_way.body == typed.body
    again = await room.letters.begin(NORTHWIND.id, LetterKind.SUGGESTIONS)
    assert (again.letter.body, again.resumed) == (typed.body, True)
    anew = await room.letters.begin(NORTHWIND.id, LetterKind.SUGGESTIONS, anew=True)
    assert anew.letter.body != typed.body


async def test_what_was_typed_after_saving_is_the_letter_when_it_is_opened(room):
    view = await room.letters.begin(NORTHWIND.id, LetterKind.SUGGESTIONS)
    saved = await room.letters.save(view.letter)
    assert not room.drafts.keys()
    await room.letters.keep(replace(saved.letter, subject="typed since"))
    opened = await room.letters.open(saved.letter.id)
    assert (opened.letter.subject, opened.resumed) == ("typed since", True)
    assert [each.subject for each in await room.letters.under_way()] == ["typed since"]


async def test_a_late_keystroke_brings_no_letter_back(room):
    view = await room.letters.begin(NORTHWIND.id, LetterKind.SUGGESTIONS)
    await room.letters.keep(view.letter)
    await room.letters.discard(view.letter)
    await room.letters.keep(view.letter)
    assert not room.drafts.keys()
    assert not await room.letters.under_way()
    begun = await room.letters.begin(NORTHWIND.id, LetterKind.SUGGESTIONS)
    await room.letters.keep(begun.letter)
    assert room.drafts.keys()


async def test_a_draft_that_cannot_be_read_is_set_aside_and_told(room):
    view = await room.letters.begin(NORTHWIND.id, LetterKind.SUGGESTIONS)
    await room.letters.keep(view.letter)
    (key,) = room.drafts.keys()
    room.drafts.save(key, b"{")
    with pytest.raises(StoreProblem, match="set aside"):
        await room.letters.begin(NORTHWIND.id, LetterKind.SUGGESTIONS)
    assert room.drafts.keys("damaged-")
    assert (await room.letters.begin(NORTHWIND.id, LetterKind.SUGGESTIONS)).letter.body


# Saving, and the check


async def test_saving_asks_the_check_and_overruling_is_recorded(room):
    view = await room.letters.begin(NORTHWIND.id, LetterKind.SUGGESTIONS)
    assert check_letter(view.letter.subject, view.letter.body, view.case).ready
    ready = await room.letters.save(view.letter)
    assert ready.letter.state is LetterState.READY
    poor = replace(ready.letter, body="Hello Jane,\n\nhow are you?\n\nKim")
    draft = await room.letters.save(poor)
    assert draft.letter.state is LetterState.DRAFT
    overruled = await room.letters.overrule(draft.letter)
    assert overruled.letter.state is LetterState.READY
    assert set(overruled.letter.overruled_because) == {"facts", "step"}
    worse = replace(overruled.letter, body="Hello Peter,\n\nhow are you?\n\nKim")
    again = await room.letters.save(worse)
    assert (again.letter.state, again.letter.overruled) == (LetterState.DRAFT, None)
    assert len(room.kept()) == 1


async def test_the_letter_of_the_checklist_belongs_to_the_preparation(room):
    view = await room.letters.begin(NORTHWIND.id, LetterKind.SUGGESTIONS)
    await room.letters.save(replace(view.letter, subject="Mine"))
    prepared = await room.desk.preparation.view(NORTHWIND.id)
    assert prepared.letter is not None
    assert prepared.letter.subject == "Mine"
    (preparation,) = room.records.of_client(Preparation, NORTHWIND.id)
    assert prepared.letter.preparation_id == preparation.id


async def test_names_and_facts_of_others_are_known_to_the_check(room):
    view = await room.letters.begin(NORTHWIND.id, LetterKind.SUGGESTIONS)
    body = view.letter.body.replace("Best regards", "Omar Haddad says hello.\n\nBest regards")
    found = check_letter(view.letter.subject, body, view.case)
    assert [each.key for each in found.open_reasons] == ["names"]


async def test_a_letter_over_again_is_known(room):
    view = await room.letters.begin(NORTHWIND.id, LetterKind.SUGGESTIONS)
    await room.letters.leave(view.letter, Way.CLIPBOARD)
    again = await room.letters.begin(NORTHWIND.id, LetterKind.SUGGESTIONS, anew=True)
    found = check_letter(again.letter.subject, again.letter.body, again.case)
    assert [each.key for each in found.open_reasons] == ["earlier"]


# After a conversation


async def test_the_suggestions_are_turned_into_the_follow_up(room):
    prepared = await room.desk.preparation.choose(NORTHWIND.id, TALK.id, chosen=True)
    view = await room.letters.begin(NORTHWIND.id, LetterKind.SUGGESTIONS)
    assert TALK.title in view.letter.body
    own = "Your colleague Tobias rebuilt the loading ramp, and that reminded me of our sketches."
    body = view.letter.body.replace("Best regards", f"{own}\n\nBest regards")
    suggested = (await room.letters.save(replace(view.letter, body=body))).letter
    assert prepared.playbook.key == "keep-in-touch"
    talk = await room.talked(notes="+ likes the new labels\n! send the plan by fri")
    kind, follow_up = await room.letters.after(talk.id)
    assert kind is LetterKind.FOLLOW_UP
    assert follow_up.letter.id == suggested.id, "the one is turned into the other"
    for words in ("You like the new labels.", "1. Send the plan", TALK.title, own):
        assert words in follow_up.letter.body
    assert follow_up.letter.body.count(own) == 1
    assert "Shall we talk about it" not in follow_up.letter.body
    assert follow_up.why.startswith("after your call of Thu 19 Nov")
    saved = await room.letters.save(follow_up.letter)
    assert [each.kind for each in room.kept()] == [LetterKind.FOLLOW_UP]
    assert saved.letter.cc == (ULLA.email,)


async def test_a_follow_up_that_was_typed_is_taken_up_before_it_is_saved(room):
    view = await room.letters.begin(NORTHWIND.id, LetterKind.SUGGESTIONS)
    await room.letters.save(view.letter)
    talk = await room.talked(notes="+ likes the new labels")
    _, begun = await room.letters.after(talk.id)
    await room.letters.keep(replace(begun.letter, subject="half typed"))
    room.open()
    _, again = await room.letters.after(talk.id)
    assert (again.letter.subject, again.letter.kind, again.resumed) == (
        "half typed", LetterKind.FOLLOW_UP, True,
    )  # fmt: skip


async def test_a_missing_cc_is_told_where_a_consultation_was_wanted(tmp_path):
    nobody = replace(NORTHWIND, account_manager=None)
    room = Room(tmp_path)
    room.records.commit(Change(by="test", put=(nobody,)))
    talk = await room.talked(
        success="no", why_not="technical", technical="slow", put_right="yes",
        consultation_when="2026-11-26",
    )  # fmt: skip
    _, view = await room.letters.after(talk.id)
    assert "no account manager is named: nobody is in CC" in view.problem


async def test_who_was_not_reached_is_written_to_after_the_third_try(room):
    for number in range(3):
        talk = await room.talked(outcome=Outcome.NO_ANSWER)
        found = await room.letters.after(talk.id)
        assert (found is None) is (number < 2)
        room.clock.forward(days=3)
    kind, view = found
    assert kind is LetterKind.NOT_REACHED
    assert "I rang on Thursday 19 November" in view.letter.body
    await room.letters.leave(view.letter, Way.CLIPBOARD)
    assert await room.letters.after(talk.id) is None


async def test_there_is_no_letter_after_what_has_no_playbook(room):
    assert await room.letters.after("nobody") is None


# Leaving


async def test_a_file_has_its_addresses_its_calendar_and_its_place(tmp_path):
    step = a_step(NORTHWIND, kind=StepKind.MEETING, at=NOW + days(6), agreed=True)
    room = Room(tmp_path, step)
    talk = await room.talked(notes="+ likes the labels")
    _, view = await room.letters.after(talk.id)
    assert view.attachments == ("meeting.ics",)
    note = tmp_path / "sketch.txt"
    note.write_text("a sketch")
    letter = replace(view.letter, attachments=(str(note),))
    proposed = await room.letters.target_of(letter)
    assert proposed.endswith("letters/2026-11-19-northwind-traders-as-per-our-conversation.eml")
    left = await room.letters.leave(letter, Way.FILE)
    ((way, mail),) = room.outlets.mails
    assert way == "file"
    assert [(a.name, a.email) for a in (*mail.to, *mail.cc)] == [
        ("Jane Li", "jane.li@northwind.example"),
        ("Ulla Berg", ULLA.email),
    ]
    assert [file.name for file in mail.attachments] == ["meeting.ics", "sketch.txt"]
    assert b"BEGIN:VCALENDAR" in mail.attachments[0].content
    assert mail.message_id.startswith(f"<{left.letter.id}@")
    (record,) = left.letter.left
    assert (record.way, record.where) == (Way.FILE, proposed)
    assert left.letter.state is LetterState.SAVED
    assert not room.drafts.keys()
    room.settings = replace(room.settings, mail=MailSettings(eml_folder="~nobody-is-called-so/x"))
    room.open()
    with pytest.raises(StoreProblem, match="names nobody's folder"):
        await room.letters.target_of(letter)


async def test_a_file_whose_record_was_cut_off_is_written_down_at_the_next_start(room):
    open_promise = a_promise(NORTHWIND, text="send the pricing link")
    room.records.commit(Change(by="promise", put=(open_promise,)))
    view = await room.letters.begin(NORTHWIND.id, LetterKind.SUGGESTIONS)
    commit, room.records.commit = room.records.commit, _killed
    with pytest.raises(Killed):
        await room.letters.leave(view.letter, Way.FILE, kept=[open_promise.id])
    room.records.commit = commit
    room.open()  # the program was killed between the file and its record
    assert await room.letters.record_left() == ()  # it may be another program's
    assert len(room.drafts.keys("leaving-")) == 1
    room.clock.forward(minutes=1)
    (late,) = await room.letters.record_left()
    assert (late.client, Path(late.where).name) == (
        NORTHWIND.name, "2026-11-19-northwind-traders-suggestions.eml",
    )  # fmt: skip
    (letter,) = room.kept()
    (left,) = letter.left
    assert (left.way, left.where) == (Way.FILE, late.where)
    assert room.records.get(Promise, open_promise.id).state is PromiseState.KEPT
    assert not room.drafts.keys()
    assert await room.letters.record_left() == ()


@pytest.mark.parametrize("stands", ["nothing", "another", "recorded"])
async def test_what_did_not_leave_or_is_recorded_is_not_written_down_late(room, stands):
    view = await room.letters.begin(NORTHWIND.id, LetterKind.SUGGESTIONS)
    left = await room.letters.leave(view.letter, Way.FILE)
    where = Path(left.letter.left[0].where)
    if stands == "nothing":
        where.unlink()
    if stands == "another":
        where.write_text("Message-ID: <another@example.com>")
    before = replace(left.letter, left=() if stands == "another" else left.letter.left)
    OnTheWay(room.drafts, room.clock).begin(before, str(where), None)
    room.drafts.save("leaving-damaged", b"{")
    room.clock.forward(minutes=1)
    assert await room.letters.record_left() == ()
    assert not room.drafts.keys()
    assert len(room.kept()[0].left) == 1


class Killed(Exception):
    pass


def _killed(_):
    raise Killed


async def test_what_cannot_leave_is_told_and_the_letter_is_kept(room):
    view = await room.letters.begin(NORTHWIND.id, LetterKind.SUGGESTIONS)
    typed = replace(view.letter, subject="Typed last")
    room.outlets.problem = "The disk is full: choose another place."
    with pytest.raises(CannotLeave, match="disk is full"):
        await room.letters.leave(typed, Way.FILE)
    assert not room.kept()
    room.open()
    again = await room.letters.begin(NORTHWIND.id, LetterKind.SUGGESTIONS)
    assert (again.letter.subject, again.resumed) == ("Typed last", True)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"to": "jane at northwind"}, "“jane at northwind” is no mail address"),
        ({"cc": ("@",)}, "“@” is no mail address"),
        ({"attachments": ("/nowhere/x.pdf",)}, "cannot be read"),
    ],
)
async def test_what_is_wrong_with_a_letter_is_told_before_it_leaves(room, changes, words):
    view = await room.letters.begin(NORTHWIND.id, LetterKind.SUGGESTIONS)
    with pytest.raises(CannotLeave, match=words):
        await room.letters.leave(replace(view.letter, **changes), Way.FILE)
    assert not room.outlets.mails


async def test_the_mailbox_asks_for_its_password_once(tmp_path):
    room = Room(tmp_path, mailbox=True)
    view = await room.letters.begin(NORTHWIND.id, LetterKind.SUGGESTIONS)
    with pytest.raises(NeedsPassword):
        await room.letters.leave(view.letter, Way.DRAFTS)
    left = await room.letters.leave(view.letter, Way.DRAFTS, password="s3", remember=True)
    assert left.letter.left[0].where == "Entwürfe"
    assert room.outlets.mails[0][0] == "drafts kim s3"
    again = await room.letters.leave(left.letter, Way.DRAFTS)
    assert len(again.letter.left) == 2
    assert len({mail.message_id for _, mail in room.outlets.mails}) == 1


async def test_without_a_mailbox_the_settings_are_pointed_at(room):
    view = await room.letters.begin(NORTHWIND.id, LetterKind.SUGGESTIONS)
    with pytest.raises(CannotLeave, match=r"\[mail\]"):
        await room.letters.leave(view.letter, Way.DRAFTS)


# What leaving settles, in one change


async def test_asking_for_a_testimonial_marks_the_step_and_one_undo_takes_it_back(tmp_path):
    project = a_project(NORTHWIND, ended=TODAY - days(3))
    room = Room(tmp_path, project)
    view = await room.letters.begin(NORTHWIND.id, LetterKind.TESTIMONIAL, project_id=project.id)
    await room.letters.leave(view.letter, Way.CLIPBOARD)
    step = room.records.get(Project, project.id).step(ClosingKind.TESTIMONIAL)
    assert (step.state, step.asked) == (StepState.ASKED, (TODAY,))
    room.records.undo()
    assert room.records.get(Project, project.id) == project
    assert not room.kept()


async def test_thanks_are_given_by_the_letter(tmp_path):
    named = Referral(id=new_id(NOW), created=NOW, client_id=NORTHWIND.id, name="Grace Mbeki")
    room = Room(tmp_path, named)
    view = await room.letters.begin(NORTHWIND.id, LetterKind.INTRODUCTION)
    assert "Grace Mbeki" in view.letter.subject
    await room.letters.leave(view.letter, Way.MAILTO)
    assert room.records.get(Referral, named.id).thanked == TODAY


async def test_a_first_mail_follows_a_meeting_up(room):
    (met,) = room.records.of_client(Encounter, WIDE_WORLD.id)
    view = await room.letters.begin(WIDE_WORLD.id, LetterKind.GOOD_TO_MEET)
    assert view.letter.encounter_id == met.id
    await room.letters.leave(view.letter, Way.CLIPBOARD)
    assert room.records.get(Encounter, met.id).followed_up == TODAY


async def test_an_invitation_is_recorded_at_the_draw(room):
    view = await room.letters.begin(TAILSPIN.id, LetterKind.COFFEE)
    assert view.letter.course_id
    await room.letters.leave(view.letter, Way.CLIPBOARD)
    picks = [pick for draw in room.records.all(Draw) for pick in draw.picks]
    assert [pick.invited for pick in picks if pick.client_id == TAILSPIN.id] == [TODAY]


async def test_value_adds_that_the_letter_names_are_offered(room):
    await room.desk.preparation.choose(NORTHWIND.id, TALK.id, chosen=True)
    view = await room.letters.begin(NORTHWIND.id, LetterKind.SUGGESTIONS)
    await room.letters.leave(view.letter, Way.CLIPBOARD)
    states = {o.value_add_id: o.state for o in room.records.of_client(Offer, NORTHWIND.id)}
    assert states[TALK.id] is OfferState.OFFERED


async def test_the_promise_that_a_letter_keeps_is_proposed_and_kept(tmp_path):
    promise = a_promise(NORTHWIND, "the handbook for the label printer", due=TODAY + days(3))
    room = Room(tmp_path, promise)
    view = await room.letters.begin(NORTHWIND.id, LetterKind.PROMISED)
    assert promise in view.keeps
    await room.letters.leave(view.letter, Way.CLIPBOARD, kept=())
    assert room.records.get(Promise, promise.id).state is PromiseState.OPEN
    again = await room.letters.begin(NORTHWIND.id, LetterKind.PROMISED, anew=True)
    await room.letters.leave(again.letter, Way.CLIPBOARD)
    assert room.records.get(Promise, promise.id).state is PromiseState.KEPT


async def test_letting_out_what_the_check_holds_back_overrules_it(room):
    view = await room.letters.begin(NORTHWIND.id, LetterKind.SUGGESTIONS)
    poor = replace(view.letter, body="Hello Jane,\n\nhow are you?\n\nKim")
    left = await room.letters.leave(poor, Way.CLIPBOARD)
    assert set(left.letter.overruled_because) == {"facts", "step"}


# Put away


async def test_a_letter_that_left_is_kept_when_it_is_put_away(room):
    view = await room.letters.begin(NORTHWIND.id, LetterKind.SUGGESTIONS)
    left = await room.letters.leave(view.letter, Way.CLIPBOARD)
    await room.letters.keep(replace(left.letter, subject="again"))
    await room.letters.discard(left.letter)
    assert room.kept() == [left.letter]
    saved = await room.letters.save(replace(view.letter, id=""))
    await room.letters.discard(saved.letter)
    assert room.kept() == [left.letter]
    with pytest.raises(NoSuchLetter):
        await room.letters.open(saved.letter.id)
    assert await room.letters.of_client(NORTHWIND.id) == (left.letter,)
