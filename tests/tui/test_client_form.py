"""The client form: problems at their fields, nothing typed lost, and leaving it."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from textual.pilot import Pilot
from textual.widgets import Button, Input, Static, TextArea

from followup_tui.desk import Desk
from followup_tui.domain.client import Client, Person
from followup_tui.domain.client_form import ClientFields, PersonFields
from followup_tui.services.ports import Change
from followup_tui.tui.app import FollowupApp
from followup_tui.tui.dialogs.confirm import ConfirmDialog
from followup_tui.tui.messages import ClientFormWanted
from followup_tui.tui.panes.form_field import FormField
from followup_tui.tui.panes.person_fields import PersonBlock
from followup_tui.tui.present import client_form as form
from followup_tui.tui.screens.client_form import ClientFormScreen
from followup_tui.tui.screens.desk import DeskScreen
from tests.builders import NOW, a_client
from tests.fakes import MemoryDrafts, MemoryRecords, a_desk
from tests.story import NORTHWIND, story
from tests.tui.waiting import until


class Trial:
    """A desk, its app, and the form opened on it."""

    def __init__(self, *records: Client, client_id: str | None = None) -> None:
        self.records = MemoryRecords([*story(), *records])
        self.drafts = MemoryDrafts()
        self.desk: Desk = a_desk(records=self.records, drafts=self.drafts)
        self.client_id = client_id
        self.anew()

    def anew(self) -> None:
        """Start the program again over the same desk."""
        self.app = FollowupApp(self.desk)
        self.app.animation_level = "none"

    async def open(self, pilot: Pilot[Any]) -> ClientFormScreen:
        self.pilot = pilot
        await until(pilot, lambda: isinstance(self.app.screen, DeskScreen))
        self.app.post_message(ClientFormWanted(self.client_id))
        await until(pilot, lambda: isinstance(self.app.screen, ClientFormScreen))
        screen = self.app.screen
        assert isinstance(screen, ClientFormScreen)
        await until(pilot, lambda: isinstance(self.app.focused, Input), "the form is filled")
        self.screen = screen
        return screen

    def field(self, key: str, person: int | None = None) -> FormField:
        if person is not None:
            return list(self.screen.query(PersonBlock))[person].field(key)
        return self.screen.query_one(f"#form-box > .field-{key}", FormField)

    def type(self, key: str, text: str, person: int | None = None) -> None:
        field = self.field(key, person)
        if areas := list(field.query(TextArea)):
            areas[0].text = text
        else:
            field.query_one(Input).value = text

    def said(self, key: str, person: int | None = None) -> str:
        return str(self.field(key, person).query_one(".field-words", Static).render())

    def told(self) -> str:
        return str(self.screen.query_one("#form-problem", Static).render())

    async def save(self) -> None:
        await self.pilot.press("ctrl+s")

    async def closed(self) -> None:
        await until(self.pilot, lambda: isinstance(self.app.screen, DeskScreen), "it is closed")

    def saved(self, name: str) -> Client:
        (client,) = [each for each in self.records.all(Client) if each.name == name]
        return client


SIZE = (120, 45)


async def test_a_client_is_added_with_everything() -> None:
    trial = Trial()
    async with trial.app.run_test(size=SIZE) as pilot:
        await trial.open(pilot)
        trial.type("name", "Wingtip Toys")
        trial.type("name", "Ann Fox", person=0)
        trial.type("phones", "+1 206 555 0142, +1 206 555 0143", person=0)
        trial.type("emails", "ann@wingtip.example", person=0)
        trial.type("website", "www.wingtip.example")
        trial.type("competitors", "Fabrikam https://fabrikam.example\nContoso")
        trial.type("interests", "Azure, costs")
        trial.type("zone", "Europe/Zurich")
        trial.type("account_manager", "Ulla Berg")
        trial.type("cadence_ideal", "30")
        trial.type("cadence_late", "60")
        trial.type("about", "Likes tea.\nNever on Mondays.")
        await trial.save()
        await trial.closed()
    client = trial.saved("Wingtip Toys")
    assert client.people == (
        Person(
            name="Ann Fox",
            phones=("+1 206 555 0142", "+1 206 555 0143"),
            emails=("ann@wingtip.example",),
        ),
    )
    assert client.website == "https://www.wingtip.example"
    assert [each.name for each in client.competitors] == ["Fabrikam", "Contoso"]
    assert client.interests == ("Azure", "costs")
    assert client.about == "Likes tea.\nNever on Mondays."
    assert client.cadence is not None
    assert (client.cadence.ideal, client.cadence.late) == (30, 60)
    assert trial.drafts.kept == {}


async def test_each_problem_stands_at_its_field_and_the_first_gets_the_focus() -> None:
    trial = Trial()
    async with trial.app.run_test(size=SIZE) as pilot:
        await trial.open(pilot)
        trial.type("name", "Wingtip")
        trial.type("name", "Ann", person=0)
        trial.type("emails", "ann@@x", person=0)
        trial.type("website", "not a web address")
        trial.type("zone", "Mars/Base")
        trial.type("cadence_ideal", "soon")
        await trial.save()
        await until(pilot, lambda: "need mending" in trial.told())
        assert "is no e-mail address" in trial.said("emails", person=0)
        assert "web address" in trial.said("website")
        assert "Mars/Base" in trial.said("zone")
        assert "number of days" in trial.said("cadence_ideal")
        assert trial.field("name").has_class("-wrong") is False
        assert trial.app.focused in trial.field("emails", person=0).query(Input)
        # What is mended is no longer wrong, before it is saved again.
        trial.type("emails", "ann@wingtip.example", person=0)
        await until(pilot, lambda: not trial.field("emails", person=0).has_class("-wrong"))
        assert trial.field("website").has_class("-wrong")


async def test_a_problem_of_the_second_person_is_shown_there() -> None:
    trial = Trial(client_id=NORTHWIND.id)
    async with trial.app.run_test(size=SIZE) as pilot:
        await trial.open(pilot)
        await pilot.press("ctrl+n")
        await until(pilot, lambda: len(trial.screen.query(PersonBlock)) == 2)
        await pilot.press("f3")  # one that stays empty, and is nobody
        await until(pilot, lambda: len(trial.screen.query(PersonBlock)) == 3)
        trial.type("role", "Boss", person=2)
        await trial.save()
        await until(pilot, lambda: trial.field("name", person=2).has_class("-wrong"))
        assert not trial.field("name", person=1).has_class("-wrong")
        assert trial.app.focused in trial.field("name", person=2).query(Input)


async def test_people_are_added_and_removed_by_mouse() -> None:
    trial = Trial(client_id=NORTHWIND.id)
    async with trial.app.run_test(size=SIZE) as pilot:
        await trial.open(pilot)
        await pilot.click("#form-add-person")
        await until(pilot, lambda: len(trial.screen.query(PersonBlock)) == 2)
        trial.type("name", "Second", person=1)
        first = next(iter(trial.screen.query(PersonBlock)))
        await pilot.click(first.query_one(Button))
        await until(pilot, lambda: len(trial.screen.query(PersonBlock)) == 1)
        assert "primary contact" in str(trial.screen.query_one(PersonBlock).border_title)
        await trial.save()
        await trial.closed()
    assert [person.name for person in trial.saved("Northwind Traders").people] == ["Second"]


async def test_what_the_form_does_not_show_is_kept_as_it_is_now() -> None:
    trial = Trial(client_id=NORTHWIND.id)
    async with trial.app.run_test(size=SIZE) as pilot:
        await trial.open(pilot)
        import msgspec  # noqa: PLC0415

        meanwhile = msgspec.structs.replace(NORTHWIND, likes=("the new reports",))
        trial.records.commit(Change(by="a call", put=(meanwhile,)))
        trial.type("about", "Changed.")
        await trial.save()
        await trial.closed()
    client = trial.saved("Northwind Traders")
    assert client.likes == ("the new reports",)
    assert client.about == "Changed."
    assert client.id == NORTHWIND.id
    assert client.origin == NORTHWIND.origin


async def test_what_is_typed_is_kept_within_a_second_and_found_again() -> None:
    trial = Trial()
    async with trial.app.run_test(size=SIZE) as pilot:
        await trial.open(pilot)
        trial.type("name", "Half ty")
        trial.type("name", "Ann", person=0)
        await until(pilot, lambda: "form-new" in trial.drafts.kept, "it is kept")
    trial.anew()
    async with trial.app.run_test(size=SIZE) as pilot:
        await trial.open(pilot)
        assert trial.field("name").value == "Half ty"
        assert trial.field("name", person=0).value == "Ann"
        assert "Taken up again" in trial.told()
        await trial.save()
        await trial.closed()
    assert trial.saved("Half ty").people[0].name == "Ann"
    assert trial.drafts.kept == {}


async def test_quitting_keeps_the_last_letter() -> None:
    trial = Trial(client_id=NORTHWIND.id)
    async with trial.app.run_test(size=SIZE) as pilot:
        await trial.open(pilot)
        await pilot.press("q", "z", "ctrl+q")
    kept = json.loads(trial.drafts.kept[f"form-{NORTHWIND.id}"])
    assert kept["fields"]["name"] == "Northwind Tradersqz"


async def test_a_draft_that_cannot_be_read_is_told() -> None:
    trial = Trial()
    trial.drafts.save("form-new", b'{"at": 3}')
    async with trial.app.run_test(size=SIZE) as pilot:
        await trial.open(pilot)
        await until(pilot, lambda: "could not be read" in trial.told())


async def test_leaving_without_a_change_asks_nothing() -> None:
    trial = Trial(client_id=NORTHWIND.id)
    async with trial.app.run_test(size=SIZE) as pilot:
        await trial.open(pilot)
        await pilot.press("escape")
        await trial.closed()
    assert trial.drafts.kept == {}


async def test_leaving_with_a_change_asks_first() -> None:
    trial = Trial(client_id=NORTHWIND.id)

    async def leave(answer: str) -> None:
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(trial.app.screen, ConfirmDialog), "it asks")
        await (pilot.click(f"#confirm-{answer}") if answer else pilot.press("escape"))

    async with trial.app.run_test(size=SIZE) as pilot:
        await trial.open(pilot)
        await pilot.press("x")
        for answer in ("stay", ""):
            await leave(answer)
            await until(pilot, lambda: trial.app.screen is trial.screen, "it stays")
            assert trial.field("name").value == "Northwind Tradersx"
        await leave("leave")
        await trial.closed()
        assert trial.drafts.kept == {}
    assert "Northwind Tradersx" not in {client.name for client in trial.records.all(Client)}


async def test_what_was_changed_can_be_saved_on_leaving() -> None:
    trial = Trial(client_id=NORTHWIND.id)
    async with trial.app.run_test(size=SIZE) as pilot:
        await trial.open(pilot)
        await pilot.press("x", "escape")
        await until(pilot, lambda: isinstance(trial.app.screen, ConfirmDialog))
        await pilot.click("#confirm-save")
        await trial.closed()
        assert trial.drafts.kept == {}
    assert "Northwind Tradersx" in {client.name for client in trial.records.all(Client)}


async def test_the_dialog_is_answered_by_keys() -> None:
    trial = Trial(client_id=NORTHWIND.id)
    async with trial.app.run_test(size=SIZE) as pilot:
        await trial.open(pilot)
        await pilot.press("x", "escape")
        await until(pilot, lambda: isinstance(trial.app.screen, ConfirmDialog))
        await pilot.press("right", "right", "enter")
        await trial.closed()
    assert "Northwind Traders" in {client.name for client in trial.records.all(Client)}


async def test_a_store_that_fails_loses_nothing() -> None:
    trial = Trial(client_id=NORTHWIND.id)
    async with trial.app.run_test(size=SIZE) as pilot:
        await trial.open(pilot)
        trial.records.broken = "The disk is full: make room, then save again."
        await pilot.press("x", "ctrl+s")
        await until(pilot, lambda: "The disk is full" in trial.told())
        assert trial.app.screen is trial.screen
        trial.records.broken = ""
        await trial.save()
        await trial.closed()
    trial.saved("Northwind Tradersx")


async def test_drafts_that_fail_are_told_and_what_is_typed_is_written_once() -> None:
    trial = Trial()
    async with trial.app.run_test(size=SIZE) as pilot:
        await trial.open(pilot)
        trial.drafts.broken = "The disk is full."
        await pilot.press("a")
        await until(pilot, lambda: "The disk is full. What you type stays here;" in trial.told())
        await pilot.press("b")
        assert trial.field("name").value == "ab"
        await trial.save()
        await until(pilot, lambda: "Nothing is lost" in trial.told())
        trial.drafts.broken = ""
        await trial.save()  # of which only the draft is still to be dropped
        await trial.closed()
    trial.saved("ab")


async def test_a_client_that_is_gone_is_told() -> None:
    trial = Trial(client_id="0" * 26)
    async with trial.app.run_test(size=SIZE) as pilot:
        trial.pilot = pilot
        await until(pilot, lambda: isinstance(trial.app.screen, DeskScreen))
        trial.app.post_message(ClientFormWanted(trial.client_id))
        await until(pilot, lambda: isinstance(trial.app.screen, ClientFormScreen))
        line = trial.app.screen.query_one("#form-problem", Static)
        await until(pilot, lambda: "not there any more" in str(line.render()))
        await pilot.press("ctrl+s", "ctrl+n", "escape")
        await trial.closed()


async def test_the_time_zone_helps() -> None:
    trial = Trial()
    async with trial.app.run_test(size=SIZE) as pilot:
        await trial.open(pilot)
        trial.type("zone", "zuri")
        await until(pilot, lambda: "Europe/Zurich" in trial.said("zone"))
        trial.type("zone", "Europe/Zurich")
        await until(pilot, lambda: trial.said("zone") == "there it is Thu 04:02")
        trial.type("zone", "")
        await until(pilot, lambda: "the same as yours" in trial.said("zone"))


async def test_hostile_text_is_shown_and_saved_plainly() -> None:
    name = "[red]ACME[/] 😀 שלום " + "x" * 300
    hostile = a_client(name, people=(Person(name="[/foo]"),))
    trial = Trial(hostile, client_id=hostile.id)
    async with trial.app.run_test(size=SIZE) as pilot:
        await trial.open(pilot)
        assert trial.field("name").value == name
        trial.type("about", "\x1b[31mred\x1b[0m \u202eevil")
        await trial.save()
        await trial.closed()
    assert trial.saved(name).about == "red evil"


async def test_enter_goes_on_to_the_next_field() -> None:
    trial = Trial()
    async with trial.app.run_test(size=SIZE) as pilot:
        await trial.open(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: trial.app.focused in trial.field("name", person=0).query(Input))


async def test_it_can_be_typed_in_at_any_size() -> None:
    trial = Trial(client_id=NORTHWIND.id)
    typed = "Northwind Traders"
    async with trial.app.run_test(size=SIZE) as pilot:
        await trial.open(pilot)
        name = trial.field("name")
        for size in ((20, 5), (40, 12), (1, 1)):
            name.query_one(Input).focus()
            await pilot.resize_terminal(*size)
            await pilot.press("end", "x", "tab", "tab", "ctrl+n", "y")
            typed += "x"
            await until(pilot, lambda words=typed: name.value == words, f"typed at {size}")
        await pilot.resize_terminal(*SIZE)
        await until(pilot, lambda: name.value == typed)


_words = st.text(max_size=20)


@given(
    st.builds(
        ClientFields,
        name=_words,
        about=_words,
        people=st.lists(st.builds(PersonFields, name=_words, phones=_words), max_size=3).map(tuple),
    )
)
def test_a_form_that_is_kept_is_found_as_it_was(fields: ClientFields) -> None:
    kept = form.KeptForm(NOW, fields)
    assert form.decode(form.encode(kept)) == kept


@given(st.binary(max_size=60))
def test_a_draft_of_another_kind_never_breaks_the_form(content: bytes) -> None:
    kept = form.decode(content)
    assert kept is None or isinstance(kept.fields, ClientFields)


async def test_what_was_written_elsewhere_meanwhile_stays_where_nothing_was_typed() -> None:
    trial = Trial(client_id=NORTHWIND.id)
    async with trial.app.run_test(size=SIZE) as pilot:
        await trial.open(pilot)
        before = trial.records.get(Client, NORTHWIND.id)
        assert before is not None
        elsewhere = replace(before, interests=(*before.interests, "training"))
        trial.records.commit(Change(by="elsewhere", put=(elsewhere,)))
        await pilot.press("end", "x")
        await trial.save()
        await trial.closed()
    after = trial.records.get(Client, NORTHWIND.id)
    assert after is not None
    assert after.name == f"{before.name}x"
    assert after.interests == elsewhere.interests
