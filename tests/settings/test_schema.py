"""The settings as a form, and writing them with what the user wrote around them kept."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup_tui.domain.record import Invalid
from followup_tui.settings import writing
from followup_tui.settings.load import FILE, read_settings
from followup_tui.settings.model import Settings, SettingsProblem
from followup_tui.settings.schema import Kind, changes, sections, texts
from followup_tui.settings.words import SETTINGS
from followup_tui.store.files import write_whole


def put(path: Path, content: bytes) -> None:
    write_whole(path, (content,))


WRITTEN = """\
# mine, and nobody else's
theme = "followup-light"   # at night the other one

account_managers = [ { name = "Ulla Berg", email = "ulla@example.com" } ]

[me]
name = "Robin Vale"  # as on the door
# my number stands in the signature

[cadence_by_tag.key-account]
ideal = 60
late = 90
"""


def test_every_setting_is_asked_for_once_and_has_its_words() -> None:
    asked = [setting.key for section in sections() for setting in section.settings]
    assert sorted(asked) == sorted(set(asked)) == sorted(SETTINGS)
    assert set(asked) == set(texts(Settings()))


def test_what_stands_in_the_fields_is_no_change() -> None:
    settings = read_settings(WRITTEN, file=FILE)
    assert changes(texts(settings), settings) == {}
    assert changes({}, settings) == {}


@pytest.mark.parametrize(
    ("key", "typed", "written"),
    [
        ("me.name", "Ada Vale", 'name = "Ada Vale"  # as on the door'),
        ("me.signature", "Ada\nOurselves", 'signature = """Ada\nOurselves"""'),
        ("day.capacity", "20", "[day]\ncapacity = 20"),
        ("web.prefetch", "no", "[web]\nprefetch = false"),
        ("calling.dial", "open", '[calling]\ndial = "open"'),
        ("sources.articles", "https://a.example/feed", 'articles = ["https://a.example/feed"]'),
        ("calling.subdivisions", "AU = NSW\nDE = BY", 'subdivisions = {AU = "NSW", DE = "BY"}'),
        ("cadence", "100, 120", "cadence = {ideal = 100, late = 120}"),
        ("cadence_by_tag", "vip = 30, 40", "vip = {ideal = 30, late = 40}"),
        ("cadence_by_tag", "key-account = 60, 91", "ideal = 60\nlate = 91"),
        ("account_managers", "Sam Whitlock", 'account_managers = [{name = "Sam Whitlock"}]'),
        ("theme", "followup-dark", "# mine, and nobody else's\n\naccount_managers"),
        ("keys", "desk.call = c,f2\ndesk.note = =", 'keys = {"desk.call" = "c,f2"'),
    ],
)
def test_a_change_is_written_and_the_rest_stays(key: str, typed: str, written: str) -> None:
    before = read_settings(WRITTEN, file=FILE)
    text = writing.changed(WRITTEN, changes({key: typed}, before), file=FILE)
    assert written in text
    assert "# my number stands in the signature" in text
    after = read_settings(text, file=FILE)
    assert texts(after) == {**texts(before), key: typed}


@pytest.mark.parametrize(
    ("key", "typed", "says"),
    [
        ("day.capacity", "many", "whole number"),
        ("day.capacity", "٣", "whole number"),
        ("cadence", "100", "two numbers"),
        ("keys", "desk.call", "no pair"),
        ("account_managers", "Ulla <nowhere>", "a name and an address"),
    ],
)
def test_what_cannot_be_read_names_its_field(key: str, typed: str, says: str) -> None:
    with pytest.raises(Invalid, match=says) as raised:
        changes({key: typed}, Settings())
    assert raised.value.field == key


@pytest.mark.parametrize(
    ("key", "typed"),
    [("me.zone", "Mars/Base"), ("day.capacity", "0"), ("cadence", "90, 60"),
     ("web.proxy", "what"), ("calling.command", "phone")],
)  # fmt: skip
def test_what_may_not_be_is_not_written(tmp_path: Path, key: str, typed: str) -> None:
    found = changes({key: typed}, Settings())
    with pytest.raises(SettingsProblem, match=rf"settings.toml: {key}"):
        writing.write(tmp_path, found, before="", put=put)
    assert not (tmp_path / FILE).exists()


def test_the_file_is_whole_and_private(tmp_path: Path) -> None:
    after = writing.write(tmp_path, {"me.name": "Robin"}, before="", put=put)
    assert after.me.name == "Robin"
    assert stat.S_IMODE((tmp_path / FILE).stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.iterdir()] == [FILE]


def test_what_was_changed_elsewhere_meanwhile_is_not_written_over(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text('theme = "nord"\n', encoding="utf-8")
    with pytest.raises(SettingsProblem, match="changed elsewhere"):
        writing.write(tmp_path, {"me.name": "Robin"}, before="", put=put)
    assert writing.text_of(tmp_path) == 'theme = "nord"\n'


_LINE = st.text(st.characters(exclude_categories=["C", "Z"]), max_size=20)
_TYPED = st.fixed_dictionaries(
    {},
    optional={
        setting.key: _LINE
        for section in sections()
        for setting in section.settings
        if setting.kind in {Kind.TEXT, Kind.LINES, Kind.PAIRS, Kind.PEOPLE, Kind.CADENCES}
    },
)


@given(_TYPED)
def test_whatever_is_typed_is_written_as_it_is_or_refused_in_words(typed: dict[str, str]) -> None:
    before = read_settings(WRITTEN, file=FILE)
    try:
        text = writing.changed(WRITTEN, changes(typed, before), file=FILE)
    except (Invalid, SettingsProblem):
        return  # what it says is tested above
    assert changes(typed, read_settings(text, file=FILE)) == {}
