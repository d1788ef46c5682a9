"""What each setting is called and what it does, in words; in the order in which they are asked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

SECTIONS: Final[Mapping[str, tuple[str, ...]]] = {
    "Who you are": ("me.",),
    "A day": ("day.",),
    "Keeping in touch": ("cadence", "cadence_by_tag", "account_managers"),
    "What you look at yourself": ("sources.",),
    "Fetching and privacy": ("web.",),
    "Calling": ("calling.",),
    "Mail": ("mail.",),
    "Looks and keys": ("theme", "keys_preset", "keys"),
}
"""Title -> keys; one that ends with a dot stands for its whole table."""

SETTINGS: Final[Mapping[str, tuple[str, str]]] = {
    "me.name": ("Name", "As it stands below your letters."),
    "me.email": ("E-mail", "The address your letters come from."),
    "me.company": ("Company", "For the letters and the announcements."),
    "me.signature": ("Signature", "What stands below a letter; empty: your name."),
    "me.zone": ("Time zone", "Like Europe/Zurich; empty: the machine's own."),
    "me.region": ("Region", "Two letters: how a number without a country code is read."),
    "day.capacity": ("Clients a day", "How many the list holds, the most pressing first."),
    "day.look_ahead": ("Look ahead", "Days that “coming” reaches."),
    "day.hours": ("Your hours", "Like Mon-Fri 08:30-16:00: nothing is proposed outside."),
    "day.off": ("Days off", "When you are away: 2026-12-24 to 2027-01-03, one a line."),
    "cadence": ("Cadence", "Ideal and late days since they were reached, like 152, 183."),
    "cadence_by_tag": ("By tag", "The same for clients of a tag: key-account = 60, 90."),
    "account_managers": ("Account managers", "Who can be chosen: Ulla Berg <ulla@example.com>."),
    "sources.own_events": ("Own events", "Pages, feeds or calendars with your own events."),
    "sources.user_group": ("User group", "Where its next date and topic stand."),
    "sources.articles": ("Articles", "Feeds whose articles fill the library."),
    "web.proxy": ("Proxy", "Like http://proxy.example.com:3128; empty: none."),
    "web.prefetch": ("Prepare ahead", "Prepare the day's clients quietly in the background."),
    "web.metered": ("Each byte costs", "Fetch nothing that was not asked for."),
    "web.never": ("Never fetch", "Hosts whose pages are never fetched, one a line."),
    "calling.dial": ("Dialling", "Copy the number, open it as tel:, or start a command."),
    "calling.command": ("Command", "The program and its arguments, one a line; {number} is it."),
    "calling.hours": ("Office hours", "Of your clients, in their own time."),
    "calling.holidays": ("Public holidays", "Mind those of the client's country."),
    "calling.subdivisions": ("Part of a country", "Whose holidays count: AU = NSW."),
    "mail.imap_host": ("Mail server", "With it letters can go into its drafts folder."),
    "mail.imap_port": ("Port", "993; with starttls usually 143."),
    "mail.imap_user": ("User", "Empty: your e-mail."),
    "mail.imap_security": ("Security", "TLS from the first byte, or STARTTLS."),
    "mail.imap_ca_file": ("Authority", "A PEM file of your company's own authority."),
    "mail.drafts_folder": ("Drafts folder", "Empty: the one that the server marks."),
    "mail.eml_folder": ("Folder for .eml", "Empty: the folder “letters” of the desk."),
    "mail.partner_programme": ("Partner programme", "One that asks clients to approve."),
    "mail.review_link": ("Review link", "Where a public review can be written."),
    "theme": ("Theme", "The colours; textual-ansi takes the terminal's own."),
    "keys_preset": ("Keys", "What the keys are before your own ones."),
    "keys": ("Own keys", "An action and its keys: desk.call = c, f2. F1 shows the actions."),
}
"""Dotted key -> (label, what it does)."""
