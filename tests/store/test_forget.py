"""Forgetting: after it nothing of the client is in the folder, and everything of others is."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace

from followup_tui.domain.change import Change, StoreProblem
from followup_tui.domain.client import Client, Competitor, Origin, OriginKind, Person
from followup_tui.domain.course import Attendee, Course, Draw, Pick
from followup_tui.domain.interaction import Interaction, NoteLine
from followup_tui.domain.letter import Letter, LetterKind
from followup_tui.domain.page import PageFacts
from followup_tui.domain.promise import Promise, Referral
from followup_tui.domain.websites.site import SiteFacts
from followup_tui.store import archive, backup, erasing, erasing_records, files
from followup_tui.store import forget as forgetting
from followup_tui.store.backup import FORGETTING, back_up
from followup_tui.store.drafts import FileDrafts
from followup_tui.store.everything import in_all
from followup_tui.store.forget import Forgotten, carry_on, forget, pending, survey, traces_of
from followup_tui.store.records import FILE, TinyRecords
from followup_tui.store.traces import FORGOTTEN
from followup_tui.web.site_snapshots import SiteSnapshots
from followup_tui.web.snapshots import Snapshots
from tests.builders import NOW, TODAY, ZONE, a_client, a_promise, an_interaction, days
from tests.store.care import compact, grep
from tests.store.conftest import Opener

OURS = "https://ourselves.example/events"
JANE = a_client(
    "Northwind Traders",
    people=(
        Person(name="Jane Li", phones=("+61 2 5550 0142",), emails=("jane.li@northwind.example",)),
        Person(name="Zoë Ünal", emails=("zoe@northwind.example",)),
    ),
    website="https://northwind.example/",
    competitors=(
        Competitor(name="Fabrikam", website="https://fabrikam.example/"),
        Competitor(name="Shared", website="https://shared.example/"),
    ),
)
BEFORE = replace(
    JANE,
    name="Northwind Pty",
    people=(
        Person(name="Old Tom", phones=("+61 2 5550 0999",), emails=("tom@northwind.example",)),
    ),
)
OTHER = a_client(
    "Tailspin Toys",
    people=(Person(name="Omar Haddad", phones=("+1 206 555 0117",)),),
    competitors=(Competitor(name="Shared", website="https://shared.example/"),),
    origin=Origin(kind=OriginKind.REFERRAL, detail="named by Jane Li", introduced_by=JANE.id),
)
NAMES = ("Northwind Traders", "Northwind Pty", "Jane Li", "Zoë Ünal", "Old Tom")
ADDRESSES = ("jane.li@northwind.example", "zoe@northwind.example", "tom@northwind.example")
NUMBERS = ("5550 0142", "55500142", "5550 0999")
WORDS = (*NAMES, *ADDRESSES, *NUMBERS, JANE.id)


def course() -> Course:
    return Course(
        id="0course", created=NOW, title="Azure", first_day=TODAY, last_day=TODAY,
        attendees=(
            Attendee(name="Jane Li", email="jane.li@northwind.example", client_id=JANE.id),
            Attendee(name="Omar Haddad", client_id=OTHER.id),
        ),
    )  # fmt: skip


def records(opened: Opener) -> None:
    """Write a history of both, in several changes."""
    store = opened()
    spoken = an_interaction(
        JANE, person="Jane Li", notes=(NoteLine(at=NOW, text="call +61 2 5550 0142 again"),)
    )
    store.commit(Change(by="add Northwind Pty", put=(BEFORE,)))
    store.commit(Change(by="import of 2 clients", put=(BEFORE, OTHER)))
    store.commit(Change(by="edit Northwind Traders", put=(JANE,)))
    store.commit(
        Change(
            by="wrap-up: Jane Li, reached",
            put=(
                spoken,
                a_promise(JANE, "send Jane Li the link", interaction_id=spoken.id),
                Letter(
                    id="0letter", created=NOW, client_id=JANE.id, kind=LetterKind.FOLLOW_UP,
                    to="jane.li@northwind.example", body="Dear Jane Li",
                ),
                Referral(
                    id="0r1", created=NOW, client_id=JANE.id, name="Omar Haddad", became=OTHER.id
                ),
            ),
        )
    )  # fmt: skip
    store.commit(
        Change(
            by="test",
            put=(
                course(),
                Draw(
                    id="0draw", created=NOW, course_id="0course", seed=1, coffee_day=TODAY,
                    pool=("Jane Li", "Omar Haddad"),
                    picks=(Pick(client_id=JANE.id, name="Jane Li"),),
                ),
                Referral(
                    id="0r2", created=NOW, client_id=OTHER.id, name="Jane Li",
                    detail="jane.li@northwind.example", became=JANE.id,
                ),
                a_promise(OTHER, "send the offer", id="0promise"),
            ),
        )
    )  # fmt: skip


def mention(opened: Opener) -> None:
    """Write about others what names them."""
    note = an_interaction(
        OTHER, id="0note", notes=(NoteLine(at=NOW, text="knows Jane Li, 02 5550 0142"),)
    )
    opened().commit(Change(by="note on Tailspin Toys", put=(note,)))


@pytest.fixture
def desk(home: Path, opened: Opener) -> Path:
    """A home folder in which Northwind Traders have left traces everywhere."""
    records(opened)
    back_up(home, now=NOW - days(3), kind="daily")
    compact(home)
    back_up(home, now=NOW - days(2), kind="daily")
    opened().commit(Change(by="edit Tailspin Toys", put=(replace(OTHER, about="toys"),)))
    drafts = FileDrafts(home / "drafts")
    drafts.save(f"note-{JANE.id}", b"she said")
    drafts.save("call-x", b'{"client_id":"%b"}' % JANE.id.encode())
    drafts.save(f"note-{OTHER.id}", b"he said")
    pages = Snapshots(home / "pages")
    for url, title in (
        ("https://northwind.example/", "Fine food"),
        ("https://northwind.example/news", "News"),
        ("https://fabrikam.example/", "Fabrikam"),
        ("https://shared.example/", "Shared"),
        (OURS, "Our events"),
        ("https://group.example/", "Talk by Jane Li"),
    ):
        pages.save(url, PageFacts(url=url, read_at=NOW, title=title), NOW)
    sites(home)
    (home / "damaged").mkdir()
    (home / "damaged" / "records.jsonl").write_bytes(b'{"a":"Jane Li"}\n{"a":"Omar"}\n')
    (home / "damaged" / "desk.journal-1").write_bytes(b'1234 {"by":"edit Northwind Tra')
    (home / "cache").mkdir()
    (home / "cache" / "call-list").write_bytes(b"Northwind Traders")
    (home / ".desk.json.1.tmp").write_bytes(b"Jane Li")
    (home / "backups" / ".a.zip.1.tmp").write_bytes(b"Jane Li")
    return home


def sites(home: Path) -> None:
    """Keep dated looks at sites: theirs, their competitor's, one of another, one naming them."""
    kept = SiteSnapshots(home / "pages" / "sites")
    for url, title in (
        ("https://northwind.example/", "Fine food"),
        ("https://www.northwind.example/", "Fine food, seen later"),
        ("https://careers.northwind.example/", "Positions"),
        ("https://fabrikam.example/", "Fabrikam"),
        ("https://shared.example/", "Shared"),
        ("https://group.example/", "Talk by Jane Li"),
    ):
        later = days(1 if "www" in url else 0)
        kept.save(SiteFacts(url=url, read_at=NOW + later, title=title))
    damaged = home / "pages" / "sites" / "some" / "20261101T090000000000Z.damaged"
    damaged.parent.mkdir()
    damaged.write_bytes(b'{"url":"https://northwind.example/","facts":')
    (damaged.parent / ".writing-x").write_bytes(b"Jane Li")


def forgotten(home: Path, *, everywhere: bool = False) -> Forgotten:
    traces = traces_of(home, JANE.id, JANE.name)
    return forget(home, traces, everywhere=everywhere, shared=(OURS,))


def whole_of_others(home: Path) -> None:
    """Check that everything of others is there, in the desk and in each backup."""
    store = TinyRecords(home, zone=ZONE)
    assert store.problems() == ()
    (other,) = store.all(Client)
    assert (other.id, other.about) == (OTHER.id, "toys")
    assert [promise.text for promise in store.of_client(Promise, OTHER.id)] == ["send the offer"]
    assert store.history(limit=1)[0].by == "edit Tailspin Toys"
    for kept in backup.backups(home):
        with archive.Archive.open(kept.path) as opened:
            opened.verify()
        with forgetting.unpacked(home, kept.path) as folder:
            assert OTHER.id in in_all(folder / FILE).tables["clients"]


# Everything goes


def test_nothing_is_found_afterwards(desk: Path) -> None:
    assert {name.split(":")[0].split("/")[0] for name in grep(desk, *WORDS)} == {
        "desk.json", "history", "drafts", "pages", "damaged", "cache", "backups",
        ".desk.json.1.tmp", "desk.journal",
    }  # fmt: skip
    done = forgotten(desk)
    assert grep(desk, *WORDS) == []
    assert done.left == []
    assert done.backups == 2
    assert not (desk / FORGETTING).exists()
    whole_of_others(desk)


def test_it_says_what_it_took(desk: Path) -> None:
    traces = traces_of(desk, JANE.id, JANE.name)
    would = survey(desk, traces, everywhere=False, shared=(OURS,))
    done = forgotten(desk)
    for found in (would, done):
        assert dict(found.said.records) == {
            "clients": 1, "interactions": 1, "promises": 1, "letters": 1, "referrals": 1,
        }  # fmt: skip
        assert dict(found.said.others) == {
            "clients": 1, "courses": 1, "draws": 1, "referrals": 1,
        }  # fmt: skip
        assert (found.said.drafts, found.said.pages, found.backups) == (2, 11, 2)
        assert found.said.mentions == {}
        assert found.said.changes > 0


def test_looking_first_changes_nothing(desk: Path) -> None:
    before = {path: path.read_bytes() for path in desk.rglob("*") if path.is_file()}
    survey(desk, traces_of(desk, JANE.id, JANE.name), everywhere=True, shared=())
    assert before == {path: path.read_bytes() for path in desk.rglob("*") if path.is_file()}


def test_what_belongs_to_others_stays(desk: Path, opened: Opener) -> None:
    forgotten(desk)
    store = opened()
    other = store.get(Client, OTHER.id)
    assert other is not None
    assert other.origin == Origin(kind=OriginKind.REFERRAL)
    (attended,) = store.all(Course)
    assert attended.attendees == (
        Attendee(name=FORGOTTEN),
        Attendee(name="Omar Haddad", client_id=OTHER.id),
    )
    (named,) = store.all(Referral)
    assert (named.name, named.detail, named.became) == (FORGOTTEN, "", "")
    pages = Snapshots(desk / "pages")
    assert pages.load("https://shared.example/") is not None
    assert pages.load(OURS) is not None
    assert pages.load("https://northwind.example/news") is None
    looks = SiteSnapshots(desk / "pages" / "sites")
    assert looks.last("https://shared.example/") is not None
    assert looks.history("https://northwind.example/") == ()
    assert len(list((desk / "pages" / "sites").iterdir())) == 1
    assert FileDrafts(desk / "drafts").keys() == (f"note-{OTHER.id}",)
    assert (desk / "damaged" / "records.jsonl").read_bytes() == b'{"a":"Omar"}\n'


def test_doing_it_twice_is_no_harm(desk: Path) -> None:
    forgotten(desk)
    before = in_all(desk / FILE).tables
    forgotten(desk)
    assert in_all(desk / FILE).tables == before
    whole_of_others(desk)


def test_who_was_removed_before_can_be_forgotten_too(desk: Path, opened: Opener) -> None:
    store = opened()
    store.commit(Change(by="test", drop=(JANE,)))
    assert forgetting.versions(desk, "Northwind Traders") == [(JANE.id, "Northwind Traders")]
    forgotten(desk)
    assert grep(desk, *WORDS) == []


# Mentions by others


def test_a_mention_is_told_and_left_alone(desk: Path, opened: Opener) -> None:
    mention(opened)
    done = forgotten(desk)
    assert done.said.mentions == {("interactions", "0note"): "knows Jane Li, 02 5550 0142"}
    note = opened().get(Interaction, "0note")
    assert note is not None
    assert "Jane Li" in note.notes[0].text


def test_everywhere_takes_mentions_too(desk: Path, opened: Opener) -> None:
    mention(opened)
    back_up(desk, now=NOW)
    done = forgotten(desk, everywhere=True)
    assert done.backups == 3
    assert grep(desk, *WORDS) == []
    note = opened().get(Interaction, "0note")
    assert note is not None
    assert note.notes[0].text == f"knows {FORGOTTEN}, {FORGOTTEN}"


def test_the_users_own_files_are_told_and_never_changed(desk: Path) -> None:
    (desk / "settings.toml").write_text('# for Jane Li\n[me]\nname = "R"\n', encoding="utf-8")
    done = forgotten(desk, everywhere=True)
    assert ("settings.toml", "") in done.said.mentions
    assert "Jane Li" in (desk / "settings.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize("everywhere", [False, True])
def test_a_draft_about_another_keeps_the_rest_of_its_words(desk: Path, everywhere: bool) -> None:
    drafts = FileDrafts(desk / "drafts")
    drafts.save(f"note-{OTHER.id}", b"ask jane li again")
    done = forgotten(desk, everywhere=everywhere)
    assert done.said.mentions == {("drafts", f"note-{OTHER.id}.draft"): "ask jane li again"}
    name = FORGOTTEN if everywhere else "jane li"
    assert drafts.load(f"note-{OTHER.id}") == f"ask {name} again".encode()


def test_archives_under_other_names_and_damaged_ones(desk: Path) -> None:
    backup.backups(desk)[0].path.rename(desk / "backups" / "my own.zip")
    (desk / "damaged" / "2026-01-01-000000-daily.zip").write_bytes(b"who knows")
    done = forgotten(desk)
    assert done.backups == 2
    assert done.left == []
    assert grep(desk, *WORDS) == []
    assert not list((desk / "damaged").glob("*.zip"))


# Others who are at work


def test_a_desk_that_is_open_shows_it(desk: Path, opened: Opener) -> None:
    store = opened()
    assert store.get(Client, JANE.id) is not None
    forgotten(desk)
    assert store.refresh()
    assert store.get(Client, JANE.id) is None
    store.commit(Change(by="edit Tailspin Toys", put=(replace(OTHER, about="toys"),)))
    assert grep(desk, *NAMES[:2], *ADDRESSES) == []
    assert opened().get(Client, JANE.id) is None


def test_a_backup_under_way_is_given_up(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write = archive.write_archive

    def while_it_is_forgotten(*args: object, **named: object) -> object:
        monkeypatch.undo()
        forgotten(desk)
        return write(*args, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(backup, "write_archive", while_it_is_forgotten)
    with pytest.raises(StoreProblem, match="given up"):
        back_up(desk, now=NOW)
    assert grep(desk, *WORDS) == []


def test_a_backup_that_cannot_be_read_is_told(desk: Path) -> None:
    first = backup.backups(desk)[0].path
    first.write_bytes(b"PK no zip")
    done = forgotten(desk)
    assert len(done.left) == 1
    assert first.name in done.left[0]


# Stopped half way


def _steps() -> Iterator[tuple[object, str]]:
    yield erasing, "write_whole"
    yield erasing_records, "write_whole"
    yield erasing_records, "write"
    yield erasing_records, "begin"
    yield forgetting, "remove_left_behind"
    yield archive, "write_archive"
    yield files, "sync_folder"


class Stopped(BaseException):
    """The machine stops: nothing may catch it."""


@pytest.mark.parametrize(("where", "what"), _steps())
@pytest.mark.parametrize("after", [False, True])
def test_what_was_stopped_at_any_step_is_carried_on(
    desk: Path, tmp_path: Path, where: object, what: str, after: bool
) -> None:
    real: Callable[..., object] = getattr(where, what)
    for number in range(40):
        home = tmp_path / str(number)
        shutil.copytree(desk, home)
        traces = traces_of(home, JANE.id, JANE.name)
        calls = 0

        def stops(*args: object, _at: int = number, **named: object) -> object:
            nonlocal calls
            calls += 1
            if calls <= _at:
                return real(*args, **named)
            if after:
                real(*args, **named)
            raise Stopped

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(where, what, stops)
            try:
                forget(home, traces, everywhere=False, shared=(OURS,))
            except Stopped:
                pass
            else:
                assert number
                return  # it was not called that often
        assert pending(home) is not None
        opens_whole(home)
        done = carry_on(home, (OURS,))
        assert done is not None
        assert done.left == []
        assert grep(home, *WORDS) == []
        whole_of_others(home)
        shutil.rmtree(home)
    pytest.fail("it never came to its end")


def opens_whole(home: Path) -> None:
    """Check that the desk opens and has everything of others, whatever was stopped."""
    store = TinyRecords(home, zone=ZONE)
    assert store.problems() == ()
    other = store.get(Client, OTHER.id)
    assert other is not None
    assert other.about == "toys"


def test_the_intent_says_what_it_needs(desk: Path) -> None:
    assert pending(desk) is None
    assert carry_on(desk, ()) is None
    (desk / FORGETTING).write_bytes(b"{")
    with pytest.raises(StoreProblem, match="forget the client anew"):
        pending(desk)


def test_an_intent_is_private_and_no_part_of_backups(desk: Path) -> None:
    intent = msgspec.json.encode({"client_id": "0x"})
    files.write_whole(desk / FORGETTING, (intent,))
    assert FORGETTING not in backup.taken(desk)
