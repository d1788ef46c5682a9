"""What a row says of somebody who is there, and has no place of its own beside what is known."""

from __future__ import annotations

from followup_tui.domain.importing.companies import company_key
from followup_tui.domain.importing.plan import Contact
from followup_tui.domain.text import fold


def lines_of(contact: Contact, *, client: str, website: str, role: str) -> tuple[str, ...]:
    """Return the lines for the notes: those of the row, and what contradicts what is known.

    `client` is what the client is called, `website` theirs, `role` that of the person; empty where
    it is not known. Another company, website or role is not dropped because there is one.
    """
    lines = [line for line in contact.about.split("\n") if line]
    if contact.company and company_key(contact.company) != company_key(client):
        lines.append(f"Company: {contact.company}")
    if contact.website and website and fold(contact.website) != fold(website):
        lines.append(f"Web: {contact.website}")
    person = contact.person
    if person is not None and role and person.role and fold(person.role) != fold(role):
        lines.append(f"Role: {person.role}")
    return tuple(lines)
