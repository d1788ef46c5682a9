"""Thunderbird: the address book as CSV or tab-separated, in English, German and French."""

from __future__ import annotations

from followup_tui.exchange.cards.days import in_words
from followup_tui.exchange.raw_contact import RawContact
from followup_tui.exchange.tables.columns import key_of
from followup_tui.exchange.tables.dialect import Cells, Dialect, marks, meaning

_BIRTH = (
    ("birth year", "birth month", "birth day"),
    ("geburtsjahr", "geburtsmonat", "geburtstag"),
)


def _birthday(contact: RawContact, cells: Cells) -> None:
    """Put a birthday together, whose year, month and day stand in a column each."""
    for parts in _BIRTH:
        year, month, day = (cells.get(part, "").strip() for part in parts)
        if month.isdecimal() and day.isdecimal():
            contact.kept = [each for each in contact.kept if key_of(each[0]) not in parts]
            year = f"{int(year):04}-" if year.isdecimal() else "--"
            contact.kept.append(("Birthday", in_words(f"{year}{int(month):02}-{int(day):02}")))


THUNDERBIRD = Dialect(
    key="thunderbird",
    name="Thunderbird",
    marks=marks(
        "display name|primary email|secondary email",
        "display name|primary email|screen name",
        "anzeigename|primare email adresse",
        "nom a afficher|adresse electronique principale",
        "nom affiche|premiere adresse electronique",
        "nom a afficher|premiere adresse electronique",
    ),
    own=meaning(
        email="primary email|secondary email|primare email adresse|sekundare email adresse|"
        "zusatzliche email adresse|premiere adresse electronique|seconde adresse electronique|"
        "adresse electronique principale|adresse electronique secondaire",
        phone="work phone|home phone|mobile number|tel dienstlich|tel privat|mobil tel nr|"
        "mobiltel nr|tel professionnel|tel personnel|portable",
        name="display name|anzeigename|nom a afficher|nom affiche",
        nothing="screen name|messenger name|pager number|fax number|fax nummer|pager nummer|pseudo",
        address="work address|work city|work state|work zipcode|work zip code|work country|"
        "dienstlich adresse|dienstlich ort|dienstlich stadt|dienstlich bundesland|dienstlich plz|"
        "dienstlich land",
        keep="department|abteilung|nickname|spitzname|birth year|birth month|birth day|"
        "geburtsjahr|geburtsmonat|geburtstag|custom|benutzerdef|benutzerdefiniert",
        company="organization|organisation|societe",
        role="job title|arbeitstitel|fonction|titel",
        website="web page|webseite|site web",
    ),
    mend=_birthday,
)
