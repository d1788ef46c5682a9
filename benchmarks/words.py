"""The words from which large desks are invented."""

from __future__ import annotations

STEMS = (
    "Northwind", "Tailspin", "Fabrikam", "Blue Yonder", "Alpine", "Harbour", "Lakeside", "Cedar",
    "Marigold", "Redstone", "Silverline", "Oakridge", "Polar", "Sundial", "Juniper", "Kestrel",
)  # fmt: skip
TAILS = (
    "Traders", "Toys", "Airlines", "Logistics", "Dental", "Foods", "Books", "Energy", "Textiles",
    "Clinics", "Insurance", "Farms", "Labs", "Engineering", "Hotels", "Freight",
)  # fmt: skip
FIRST = (
    "Jane", "Omar", "Priya", "Søren", "Zoë", "Wei", "Fatima", "João", "Anna", "Kofi", "Mia",
    "Tomás", "Aiko", "Noah", "Leila", "Ivan",
)  # fmt: skip
LAST = (
    "Li", "Haddad", "Nair", "Berg", "Müller", "Okafor", "Silva", "Novák", "Tanaka", "Smith",
    "Dubois", "Rossi", "Kowalska", "Ng", "O'Brien", "Eriksen",
)  # fmt: skip
TOPICS = (
    "Azure", "costs", "reporting", "React", "SharePoint", "security", "accessibility", "testing",
    "Power BI", "mobile apps", "search", "data quality", "hiring", "Kubernetes",
)  # fmt: skip
PRODUCTS = (
    "Booking portal", "Stock ledger", "Pricing page", "Customer portal", "Field app", "Intranet",
    "Data warehouse", "Invoice robot", "Learning site", "Dispatch board",
)  # fmt: skip
PLACES = (
    "DevMeetup",
    "the .NET user group",
    "a breakfast session",
    "Data Day",
    "a friend's launch",
)
CITIES = (
    "Australia/Sydney", "Europe/Zurich", "America/New_York", "Asia/Singapore", "Europe/London", "",
)  # fmt: skip
NOTES = (
    "moved to Azure in May and the bills went up",
    "the reports come out on Monday morning before anybody asks for them",
    "their new head of operations starts in spring, wants to meet us",
    "the search on the website finds nothing with an accent",
    "two people of the team left, short of developers until summer",
    "thinking about a mobile app for the drivers",
    "the board was happy with the booking portal, said so in the annual report",
    "invoices are still typed by hand, about forty a day",
    "asked how others keep their cloud costs down",
    "daughter plays in the same football club as ours",
    "want training for five people, not before the release",
    "the old supplier raised its prices again, contract ends in June",
    "would rather have a coffee than a call next time",
    "accessibility audit is due, nobody knows who does it",
)
