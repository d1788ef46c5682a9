"""Files as programs write them, and as they come mangled: for laws that hold of every one."""

from __future__ import annotations

from hypothesis import strategies as st

HEADERS = {
    "table": ["Name", "Company", "Email", "Phone", "Notes"],
    "linkedin": ["First Name", "Last Name", "URL", "Email Address", "Company", "Position",
                 "Connected On"],
    "google": ["First Name", "Last Name", "File As", "Labels", "E-mail 1 - Label",
               "E-mail 1 - Value", "Phone 1 - Label", "Phone 1 - Value"],
    "outlook": ["First Name", "Last Name", "Title", "E-mail Address", "Business Phone", "Company"],
    "thunderbird": ["Display Name", "Primary Email", "Secondary Email", "Work Phone",
                    "Organization"],
    "hubspot": ["Record ID", "First Name", "Last Name", "Email", "Associated Company"],
    "pipedrive": ["Person - Name", "Person - Organization", "Person - Email - Work",
                  "Person - Phone - Work"],
    "salesforce": ["Id", "IsDeleted", "LastName", "FirstName", "Account.Name", "Phone"],
    "eventbrite": ["Order #", "First Name", "Last Name", "Email", "Ticket Type", "Attendee #",
                   "Attendee Status", "Why do you come?"],
    "meetup": ["Name", "User ID", "RSVP", "URL of Member Profile"],
    "projects": ["Client", "Project", "Technologies", "Start", "End", "Success"],
    "interactions": ["Date", "Who", "Company", "Type", "Outcome", "Notes"],
}  # fmt: skip
"""The header of a table of each kind."""

CELL = st.one_of(
    st.sampled_from(
        ["", "Ann Fox", "Bob", "Tailspin GmbH", "ann@fox.example", "+1 206 555 0142", "2024-03-12",
         "12/03/2024", "Refunded", "No", "true", "=1+1", "a ::: b", "n/a", '"', "x\ny", "-", "1E+5",
         "https://www.linkedin.com/in/ann", "\x1b[31m", "\u202e"]
    ),
    st.text(
        alphabet=st.characters(blacklist_categories=("Cs",), blacklist_characters="\0"), max_size=12
    ),
)  # fmt: skip

CARD_LINES = st.lists(
    st.one_of(
        st.sampled_from(
            ["BEGIN:VCARD", "END:VCARD", "FN:Ann Fox", "N:Fox;Ann;;;", "ORG:Tailspin;Unit",
             " folded", "EMAIL:=", "", "TEL;ENCODING=QUOTED-PRINTABLE:=4", 'X;A=":;', "NOTE:\\",
             "begin:vcard", "NOTE;ENCODING=QUOTED-PRINTABLE:a=", "AGENT:", "KIND:group",
             "BDAY:--0412", "BDAY:1604-13-40", "item1.TEL;TYPE=PREF:1", "PHOTO;ENCODING=b:AAAA",
             "N;ENCODING=BASE64:!!", "ADR:;;1 St;;;;", "VERSION:2.1"]
        ),
        CELL.map(lambda text: text.replace("\n", "").replace("\r", "")),
    )
)  # fmt: skip

EVENT_LINES = st.lists(
    st.one_of(
        st.sampled_from(
            ["BEGIN:VCALENDAR", "END:VCALENDAR", "BEGIN:VEVENT", "END:VEVENT", "SUMMARY:Breakfast",
             "DTSTART:20270101T080000Z", "DTSTART;TZID=Nowhere:20270101T080000",
             "DTSTART;VALUE=DATE:20270101", "DTEND:2027", "RRULE:FREQ=DAILY",
             "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31", "RRULE:FREQ=SECONDLY", "RRULE:x",
             "UID:1", "RECURRENCE-ID:20270102T080000Z", "DURATION:P", "URL:x", "BEGIN:VTODO",
             "END:VTODO", "BEGIN:VTIMEZONE", "END:VTIMEZONE", "CATEGORIES:a,b", " folded", ""]
        ),
        CELL.map(lambda text: text.replace("\n", "").replace("\r", "")),
    )
)  # fmt: skip
