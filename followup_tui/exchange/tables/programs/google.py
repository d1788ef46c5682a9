"""Google Contacts: the header of before 2023 (“Given Name”), and the one since (“First Name”)."""

from __future__ import annotations

from followup_tui.exchange.tables.dialect import Dialect, marks, meaning

GOOGLE = Dialect(
    key="google",
    name="Google Contacts",
    marks=marks(
        "given name|family name|group membership",
        "first name|last name|file as|labels",
        "first name|last name|organization name|labels",
        "name|given name|family name|yomi name",
        "first name|last name|phonetic first name|organization name",
    ),
    own=meaning(
        keep="organization department|nickname|birthday|relation|event|custom field|occupation|"
        "hobby|im",
        address="address formatted",
        tags="labels|group membership",
        nothing="yomi name|organization yomi name|organization symbol|organization location|"
        "organization job description|location|billing information|directory server|mileage|"
        "sensitivity|priority|subject|language|address street|address city|address po box|"
        "address region|address postal code|address country|address extended address|im service|"
        "im type|relation type|event type|custom field type|photo|gender|initials|short name|"
        "maiden name|file as",
    ),
)
