"""HubSpot: contacts and companies as its lists export them."""

from __future__ import annotations

from followup_tui.exchange.tables.dialect import Dialect, marks, meaning

HUBSPOT = Dialect(
    key="hubspot",
    name="HubSpot",
    marks=marks(
        "record id|first name|last name",
        "record id contact|first name",
        "contact id|first name|lifecycle stage",
        "record id|company name",
        "record id company|company name",
        "first name|last name|lead status|contact owner",
        "vorname|nachname|kontaktzustandiger",
    ),
    never=frozenset({"email address work", "account name", "date created"}),
    own=meaning(
        company="associated company|company name|primary company|associated company primary|"
        "associated company names",
        website="website url|company domain name|website",
        keep="lead status|lifecycle stage|contact owner|company owner|industry|original source|"
        "persona|hubspot team|time zone",
        nothing="record id|record id contact|record id company|contact id|company id|associated "
        "company id|"
        "primary associated company id|associated company ids|associated contact ids|"
        "marketing contact status|create date|last activity date|last modified date|"
        "became a lead date|number of times contacted|email domain|first conversion|"
        "recent conversion|unsubscribed from all email|last contacted|last engagement date|"
        "number of associated contacts|number of associated deals|number of employees|"
        "annual revenue|associated deal ids|associated deal|email hard bounce reason|"
        "currently in sequence|original source drill down|membership notes|"
        "create date gmt|last activity date gmt",
        notes="associated note|notes|message|about us|description",
        profile="linkedin url|linkedin bio|linkedin company page|linkedin profile url",
        role="job title",
    ),
)
