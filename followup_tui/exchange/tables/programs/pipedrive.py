"""Pipedrive: people, organisations and deals, whose headers say of what each column is."""

from __future__ import annotations

from followup_tui.exchange.raw_contact import RawContact
from followup_tui.exchange.tables.dialect import Cells, Dialect, marks, meaning


def _apart(contact: RawContact, _cells: Cells) -> None:
    """Take values apart that Pipedrive joins by commas."""
    contact.emails = [one for cell in contact.emails for one in cell.split(",")]
    contact.phones = [one for cell in contact.phones for one in cell.split(",")]


PIPEDRIVE = Dialect(
    key="pipedrive",
    name="Pipedrive",
    marks=marks(
        "person name|person organization",
        "person name|person id",
        "person name|person email",
        "person name|person email work",
        "person name|person phone work",
        "organization name|organization id",
        "organization name|organization people",
        "name|email work|open deals",
        "name|organization|email work",
        "deal title|deal organization",
        "deal title|deal contact person",
    ),
    own=meaning(
        name="person name|name|deal contact person",
        first="person first name",
        last="person last name",
        company="person organization|organization name|organization|deal organization",
        email="person email|person email work|person email home|person email other",
        phone="person phone|person phone work|person phone home|person phone mobile|"
        "person phone other",
        role="person job title|job title|person role",
        tags="person label|person labels|organization label|organization labels|label|labels",
        notes="person notes|organization notes|notes",
        website="organization website|organization web|organization domain|person website",
        profile="person linkedin|organization linkedin profile|person linkedin url",
        address="organization address|person postal address|person address",
        keep="person owner|organization owner|owner|person birthday|organization industry|"
        "person marketing status|person source",
        nothing="person id|organization id|id|person open deals|person won deals|person lost deals|"
        "person closed deals|open deals|closed deals|won deals|lost deals|person next activity "
        "date|"
        "person last activity date|next activity date|last activity date|person total activities|"
        "person activities to do|person done activities|person update time|person person created|"
        "person created|person visible to|visible to|person email messages count|people|"
        "organization people|organization open deals|organization closed deals|"
        "organization won deals|organization lost deals|organization next activity date|"
        "organization last activity date|organization visible to|organization created|"
        "organization organization created|organization update time|person profile picture|"
        "total activities|activities to do|done activities|update time|person instant messenger|"
        "person last email received|person last email sent|person doi status|email messages count",
        project="deal title",
        started="deal deal created|deal created",
        ended="deal deal closed on|deal won time|deal closed on",
    ),
    mend=_apart,
)
