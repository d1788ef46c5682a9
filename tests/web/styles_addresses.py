"""Invented pages with addresses as the posts of many countries write them."""

from __future__ import annotations

from tests.web.styles import Style, style

STYLES: tuple[tuple[str, Style], ...] = (
    (
        "offices",
        style(
            "addr-de",
            "<h1>Kontakt</h1><p>Nordwind GmbH<br>Hafenstraße 12<br>20457 Hamburg</p>",
            "Hafenstraße 12",
            url="https://nordwind.example/kontakt",
            lang="de",
            title="Northwind",
        ),
    ),
    (
        "offices",
        style(
            "addr-fr",
            "<h1>Nous trouver</h1><p>14 rue des Carmes<br>44000 Nantes</p>",
            "14 rue des Carmes",
            url="https://fournil.example/contact",
            lang="fr",
            title="Northwind",
        ),
    ),
    (
        "offices",
        style(
            "addr-us",
            "<h1>Contact</h1><p>Northwind Inc.<br>480 Harbor Blvd, Suite 5<br>Portland,"
            " OR 97209</p>",
            "480 Harbor Blvd",
            url="https://nw.example/contact",
            lang="en-US",
            title="Northwind",
        ),
    ),
    (
        "offices",
        style(
            "addr-nl",
            "<h1>Contact</h1><p>Keizersgracht 310<br>1016 EX Amsterdam</p>",
            "Keizersgracht 310",
            url="https://kelder.example/contact",
            lang="nl",
            title="Northwind",
        ),
    ),
    (
        "offices",
        style(
            "addr-it",
            "<h1>Contatti</h1><p>Via dei Mille 24<br>10123 Torino (TO)</p>",
            "Via dei Mille 24",
            url="https://cantina.example/contatti",
            lang="it",
            title="Northwind",
        ),
    ),
    (
        "offices",
        style(
            "addr-es",
            "<h1>Contacto</h1><p>Calle Mayor 8, 2º<br>28013 Madrid</p>",
            "Calle Mayor 8",
            url="https://mercado.example/contacto",
            lang="es",
            title="Northwind",
        ),
    ),
    (
        "offices",
        style(
            "addr-se",
            "<h1>Kontakt</h1><p>Storgatan 5<br>411 24 Göteborg</p>",
            "Storgatan 5",
            url="https://bageri.example/kontakt",
            lang="sv",
            title="Northwind",
        ),
    ),
    (
        "offices",
        style(
            "addr-uk",
            "<h1>Find us</h1><p>Unit 4, Mill Yard<br>Dock Street<br>Hull HU1 2AB</p>",
            "Mill Yard",
            url="https://x.example/contact",
            title="Northwind",
        ),
    ),
    (
        "offices",
        style(
            "addr-ie",
            "<h1>Contact</h1><p>22 Quay Lane, Galway, H91 X2YK, Ireland</p>",
            "22 Quay Lane",
            url="https://x.example/contact",
            title="Northwind",
        ),
    ),
    (
        "offices",
        style(
            "addr-ch",
            "<h1>Kontakt</h1><p>Seeweg 3<br>8002 Zürich</p>",
            "Seeweg 3",
            url="https://see.example/kontakt",
            lang="de-CH",
            title="Northwind",
        ),
    ),
    (
        "offices",
        style(
            "addr-pl",
            "<h1>Kontakt</h1><p>ul. Długa 17<br>80-831 Gdańsk</p>",
            "Długa 17",
            url="https://port.example/kontakt",
            lang="pl",
            title="Northwind",
        ),
    ),
    (
        "offices",
        style(
            "addr-ca",
            "<h1>Contact</h1><p>77 Wharf Street<br>Halifax, NS B3J 1S9</p>",
            "77 Wharf Street",
            url="https://wharf.example/contact",
            lang="en-CA",
            title="Northwind",
        ),
    ),
)
