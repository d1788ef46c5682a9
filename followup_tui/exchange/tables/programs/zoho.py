"""Zoho CRM: contacts, leads and accounts, with the numbers of everything beside the names."""

from __future__ import annotations

from followup_tui.exchange.tables.dialect import Dialect, marks, meaning

ZOHO = Dialect(
    key="zoho",
    name="Zoho CRM",
    marks=marks(
        "record id|account name|contact owner",
        "record id|account name|lead source",
        "record id|lead owner|company",
        "record id|account name|account owner",
        "contact owner id|last name",
        "lead owner id|last name",
        "account owner id|account name",
    ),
    own=meaning(
        role="title|designation",
        name="full name|lead name|contact name",
        company="account name|company",
        keep="lead source|lead status|contact owner|lead owner|account owner|department|industry|"
        "date of birth|skype id|rating|reporting to|vendor name|account type",
        nothing="record id|contact owner id|lead owner id|account owner id|account name id|"
        "vendor name id|reporting to id|parent account id|created by|created by id|modified by|"
        "modified by id|created time|modified time|last activity time|email opt out|salutation|"
        "assistant|asst phone|layout|layout id|locked|unsubscribed mode|unsubscribed time|"
        "user modified time|system modified time|user related activity time|"
        "system related activity time|change log time|is record duplicate|converted|"
        "converted account|converted contact|converted deal|employees|annual revenue|sic code|"
        "ticker symbol|record image|data source|data processing basis|first visit|"
        "most recent visit|referrer|average time spent minutes|days visited|number of chats|"
        "first page visited|visitor score|contact image|lead image",
        tags="tag|tags",
        notes="description",
    ),
)
