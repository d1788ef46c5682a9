"""Every letter that ships, for every client of the sample desk: none of them has a hole in it."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from followup_tui.domain.client import Client
from followup_tui.domain.letter import LetterKind
from followup_tui.domain.letters.view import LetterView, check_letter
from followup_tui.domain.personal import PersonalCheck
from followup_tui.sample.opening import open_sample
from tests.builders import ZONE
from tests.domain.letters.holes import HOLE

NOW = datetime(2026, 11, 19, 9, 30, tzinfo=ZONE)
Written = dict[tuple[str, LetterKind], tuple[LetterView, PersonalCheck]]

FITTING = [
    ("Northwind Traders", LetterKind.SUGGESTIONS),
    ("Northwind Traders", LetterKind.FOLLOW_UP),
    ("Northwind Traders", LetterKind.PROMISED),
    ("Northwind Traders", LetterKind.INTRODUCTION),
    ("Kiruna Outdoor", LetterKind.SUGGESTIONS),
    ("Kiruna Outdoor", LetterKind.INTRODUCTION),
    ("Fjordline Robotics", LetterKind.NOT_REACHED),
    ("Fjordline Robotics", LetterKind.SUGGESTIONS),
    ("Quill & Ledger Accountants", LetterKind.SUGGESTIONS),
    ("Ostrava Freight", LetterKind.SUGGESTIONS),
    ("Pacific Crest Physio", LetterKind.SUGGESTIONS),
    ("Saffron Street Foods", LetterKind.SUGGESTIONS),
    ("Harbour Lane Clinics", LetterKind.REFERENCE),
    ("Harbour Lane Clinics", LetterKind.TESTIMONIAL),
    ("Brückner Maschinenbau", LetterKind.TESTIMONIAL),
    ("Papelaria Aurora", LetterKind.REVIEW),
    ("Tailspin Toys", LetterKind.COFFEE),
    ("Meridian Museum", LetterKind.COFFEE),
    ("Meridian Museum", LetterKind.COFFEE_THANKS),
    ("Wide World Importers", LetterKind.GOOD_TO_MEET),
    ("Blue Gum Vineyards", LetterKind.GOOD_TO_MEET),
    ("Kestrel Drones", LetterKind.GOOD_TO_MEET),
]
"""Letters that the playbooks call for, to clients of whom enough is known: each is ready."""


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Written]:
    """Begin every letter for every client, and check it."""
    home: Path = tmp_path_factory.mktemp("sample") / "desk"
    with open_sample(home, now=lambda: NOW, serve=False) as desk:

        async def all_of_them() -> Written:
            found: Written = {}
            for client in desk.records.all(Client):
                for kind in LetterKind:
                    view = await desk.letters.begin(client.id, kind)
                    letter = view.letter
                    found[client.name, kind] = (
                        view, check_letter(letter.subject, letter.body, view.case),
                    )  # fmt: skip
            await desk.close()
            return found

        yield asyncio.run(all_of_them())


def test_there_are_letters_for_all_of_them(written: Written) -> None:
    assert len(written) == len(LetterKind) * len({name for name, _ in written})
    assert len(written) >= 150


def test_none_has_a_hole(written: Written) -> None:
    holes = {
        key: found.group()
        for key, (view, _) in written.items()
        for text in (view.letter.subject, view.letter.body)
        if (found := HOLE.search(text)) is not None
    }
    assert not holes


@pytest.mark.parametrize("key", ["placeholders", "greeting", "names", "others", "stock", "earlier"])
def test_none_is_wrongly_about_somebody_else_or_nobody(written: Written, key: str) -> None:
    wrong = {
        where: found.reason(key).sentence
        for where, (_, found) in written.items()
        if not found.reason(key).ok
    }
    assert not wrong


def test_no_stock_phrase_ships(written: Written) -> None:
    said = {key: found.reason("stock").words for key, (_, found) in written.items()}
    assert not {key: words for key, words in said.items() if words}


@pytest.mark.parametrize(("name", "kind"), FITTING, ids=str)
def test_what_a_playbook_calls_for_is_plainly_for_them(
    written: Written, name: str, kind: LetterKind
) -> None:
    view, found = written[name, kind]
    told = [each.sentence for each in found.open_reasons]
    assert found.ready, (told, view.letter.body)
