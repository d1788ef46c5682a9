"""What stands on pages like a fact and is none: slogans, placeholders, leaderboards, labels."""

# ruff: noqa: E501 -- pages come with long lines

from __future__ import annotations

import pytest

from followup_tui.web.page import read_page
from tests.web.samples import NOW
from tests.web.test_page_told import HOME, read

TEXT = "We tend gardens on roofs, in courts and by the water, and have done so for forty years."
CARD = '<div class="card"><h3>{}</h3><p>' + TEXT + "</p></div>"


def offered(*headings: str) -> list[str]:
    cards = "".join(CARD.format(heading) for heading in headings)
    facts = read(f"<main><h1>Roof gardens</h1><p>{TEXT}</p><div class='grid'>{cards}</div></main>")
    return [said.text for said in facts.offerings]


@pytest.mark.parametrize(
    "slogan",
    [
        "Das Auftragsbuch wird leer.", "A calm, clear path to agreement.", "Was wir konkret bewirken",
        "Wie ich arbeite ↗", "Comment ça se passe", "Ce sur quoi je peux intervenir", "Unser Ansatz",
        "Onze aanpak", "Ils nous ont fait confiance", "Roof care FAQs", "2026 Meeting Schedule",
        "About the garden house", "Cast and Crew", "Event Sponsors",
    ],
)  # fmt: skip
def test_a_slogan_is_nothing_that_is_offered(slogan: str) -> None:
    assert offered("Roof planting", slogan, "Water gardens") == ["Roof planting", "Water gardens"]


def test_a_short_name_with_a_full_stop_is_offered_all_the_same() -> None:
    assert offered("Planting.", "Water gardens.", "Pruning.") == [
        "Planting.",
        "Water gardens.",
        "Pruning.",
    ]


def reached(body: str) -> list[str]:
    return [contact.value for contact in read(f"<main>{body}</main>").contacts]


def test_what_a_theme_came_with_is_nobodys_address_or_number() -> None:
    assert reached(
        "<p><a href='tel:+491234567890'>+49 1234567890</a> <a href='mailto:contact@mysite.com'>"
        "contact@mysite.com</a></p><p><a href='mailto:info@roofs.example'>Write</a></p>"
    ) == ["info@roofs.example"]


def test_a_profile_that_is_a_number_keeps_it() -> None:
    assert reached(
        "<a href='https://www.facebook.com/profile.php?id=100055501234567&amp;ref=page'>Facebook</a>"
        "<a href='https://www.facebook.com/profile.php'>Facebook</a>"
    ) == ["https://www.facebook.com/profile.php?id=100055501234567"]


def test_a_title_without_its_first_half_loses_the_dash_too() -> None:
    page = b"<html><head><title> - Garden Foundation</title></head><body><p>Works</p></body></html>"
    assert read_page(page, url=HOME, now=NOW).title == "Garden Foundation"


def test_a_degree_is_part_of_the_name_and_not_of_the_role() -> None:
    people = read(
        "<main><h2>Our team</h2><div class='team'>"
        "<div><h3>Rita Moss, M.D.</h3><p>Program Director</p></div>"
        "<div><h3>Otto Lind, PhD</h3><p>Associate Director</p></div>"
        "<div><h3>Ada Berg, MBA</h3><p>Deputy Director</p></div></div></main>"
    ).people
    assert [(one.name.split(",")[0], one.role) for one in people] == [
        ("Rita Moss", "Program Director"),
        ("Otto Lind", "Associate Director"),
        ("Ada Berg", "Deputy Director"),
    ]


def test_a_page_in_german_that_calls_itself_english_is_in_german() -> None:
    text = (
        "<p>Wir pflegen Gärten auf den Dächern der Stadt und sind für Sie da. Die Gärten werden von"
        " uns geplant, und das seit vierzig Jahren mit einer Mannschaft, die nicht wechselt.</p>"
    )
    assert read(text * 4, lang=' lang="en"').language == "de"
    assert (
        read(f"<p>{TEXT} And the garden is in our care.</p>" * 4, lang=' lang="en"').language
        == "en"
    )


def test_a_ranking_and_a_question_are_no_prices() -> None:
    rows = "".join(
        f"<tr><td>#{number}. {name}</td><td>${number}55.00</td></tr>"
        for number, name in enumerate(("Rita Moss", "Otto Lind", "Ada Berg"), start=4)
    )
    assert not read(f"<h2>Leader board</h2><table>{rows}</table>").prices


def test_an_address_is_no_summary() -> None:
    facts = read(
        "<h1>Impressum</h1><p>Northwind GmbH &amp; Co. KG Uferstr. 23 13156 Elmstadt Deutschland</p>"
    )
    assert not any("13156" in said for said in facts.summary)


def test_what_was_is_not_announced_for_next_year() -> None:
    head = (
        '<script type="application/ld+json">{"@type": "Event", "name": "Roof supper",'
        ' "startDate": "2021-12-10T14:00:00Z"}</script>'
    )
    page = "<h1>Roof supper</h1><p>Join us on 10 December at 2pm for the roof supper.</p>"
    assert not read(page, head=head, url="https://northwind.example/events/roof-supper").events


def test_a_town_beside_the_date_is_no_event_of_its_own() -> None:
    page = (
        "<h1>Winterbörse</h1><p>22. Februar 2027 | Bretnow-Hausen</p><p>Fische und Pflanzen.</p>"
        "<h2>Weitere Termine</h2><ul><li><time>22. Februar 2027</time> <a href='/termine/1'>Winterbörse"
        "</a> <span class='location'>Gemeindeamt, 01900 Bretnow-Hausen</span></li><li><time>9. April"
        " 2027</time> <a href='/termine/2'>Vereinsabend</a> <span class='location'>Landhotel, 01900"
        " Bretnow-Hausen</span></li></ul>"
    )
    found = read(page, url="https://fishes.example/termine/winterboerse/", lang=' lang="de"').events
    assert [event.title for event in found] == ["Winterbörse", "Vereinsabend"]
