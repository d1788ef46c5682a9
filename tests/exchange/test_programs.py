"""The tables of other programs, each as that program writes it: who it is, and what is kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from followup_tui.domain.client import Person
from followup_tui.domain.importing.plan import Contact, Fate, ImportPlan
from followup_tui.exchange.contacts import read_contacts


def read(folder: Path, content: str) -> ImportPlan:
    path = folder / "export"
    path.write_text(content, encoding="utf-8")
    return read_contacts(path)


def contact(plan: ImportPlan, row: int = 0) -> Contact:
    found = plan.rows[row].contact
    assert found is not None, plan.rows[row]
    return found


def person(plan: ImportPlan, row: int = 0) -> Person:
    found = contact(plan, row).person
    assert found is not None
    return found


def assert_is_priya(plan: ImportPlan, program: str) -> None:
    """Check what all the exports below say of one person."""
    found = person(plan)
    assert plan.program_name == program
    assert (found.name, contact(plan).company) == ("Priya Nair", "Wide World Importers")
    assert found.emails[0] == "priya@wideworld.example"
    assert found.phones[0] == "+61 2 5550 0142"
    assert not any("0199" in phone for phone in found.phones), "that is a fax, or somebody else's"


EXPORTS = {
    "Google Contacts": """Name,Given Name,Additional Name,Family Name,Yomi Name,Name Prefix\
,Initials,Nickname,Birthday,Location,Billing Information,Occupation,Notes,Language,Photo,\
Group Membership,\
E-mail 1 - Type,E-mail 1 - Value,E-mail 2 - Type,E-mail 2 - Value,Phone 1 - Type,Phone 1 - Value,\
Phone 2 - Type,Phone 2 - Value,Organization 1 - Type,Organization 1 - Name,\
Organization 1 - Yomi Name,Organization 1 - Title,Website 1 - Type,Website 1 - Value
Priya Nair,Priya,,Nair,,,,Pri,,,,,met at a fair,,,* myContacts ::: Clients,* Work,\
priya@wideworld.example ::: priya@home.example,,,Work Fax,+61 2 5550 0199,Mobile,+61 2 5550 0142,,\
Wide World Importers,,Head of IT,Profile,https://wideworld.example
""",
    "Outlook": """First Name,Middle Name,Last Name,Title,Suffix,Nickname,Given Yomi,Surname Yomi,\
E-mail Address,E-mail 2 Address,Home Phone,Business Phone,Mobile Phone,Business Fax,IMAddress,\
Job Title,Department,Company,Office Location,Manager's Name,Assistant's Name,Assistant's Phone,\
Company Yomi,Business Street,Business City,Business Country/Region,Personal Web Page,Web Page,Notes
Priya,,Nair,Ms.,,,,,priya@wideworld.example,,,+61 2 5550 0142,,+61 2 5550 0199,,Head of IT,\
Operations,Wide World Importers,4th floor,,Tom,+61 2 5550 0199,,1 George St,Sydney,Australia,,\
https://wideworld.example,met at a fair
""",
    "Thunderbird": """First Name,Last Name,Display Name,Nickname,Primary Email,Secondary Email,\
Screen Name,Work Phone,Home Phone,Fax Number,Pager Number,Mobile Number,Home Address,Home City,\
Work Address,Work City,Job Title,Department,Organization,Web Page 1,Birth Year,Custom 1,Notes
Priya,Nair,Priya Nair,,priya@wideworld.example,,,+61 2 5550 0142,,+61 2 5550 0199,,,,,1 George St,\
Sydney,Head of IT,,Wide World Importers,https://wideworld.example,,,met at a fair
""",
    "HubSpot": """"Record ID - Contact","First Name","Last Name","Email","Phone Number",\
"Contact owner","Primary Associated Company ID","Associated Company","Lead Status","Create Date",\
"Last Activity Date","Marketing contact status","Job Title","Website URL","Associated Note"
"101","Priya","Nair","priya@wideworld.example","+61 2 5550 0142","Ulla Berg","9",\
"Wide World Importers","Open","2024-03-12 10:00","","Marketing contact","Head of IT",\
"wideworld.example","met at a fair"
""",
    "Pipedrive": """Person - Name,Person - Label,Person - Organization,Person - Email - Work,\
Person - Email - Home,Person - Phone - Work,Person - Phone - Mobile,Person - Open deals,\
Person - Next activity date,Person - Owner,Person - ID,Person - Job title,Person - Notes,\
Organization - Website
Priya Nair,Hot lead,Wide World Importers,"priya@wideworld.example, p@home.example",,\
"+61 2 5550 0142, +61 2 5550 0143",,1,2024-05-01,Ulla Berg,77,Head of IT,met at a fair,\
wideworld.example
""",
    "Salesforce": """"Id","IsDeleted","AccountId","LastName","FirstName","Salutation","Name",\
"MailingStreet","MailingCity","MailingCountry","Phone","Fax","Email","Title","Department",\
"LeadSource","Birthdate","Description","OwnerId","HasOptedOutOfEmail","Account.Name"
"0035000001","false","0015000001","Nair","Priya","Ms.","Priya Nair","1 George St","Sydney",\
"Australia","+61 2 5550 0142","+61 2 5550 0199","priya@wideworld.example","Head of IT","","Fair",\
"","met at a fair","0055000001","false","Wide World Importers"
""",
    "Zoho CRM": """Record Id,Contact Owner Id,Contact Owner,Lead Source,First Name,Last Name,\
Account Name Id,Account Name,Email,Title,Phone,Asst Phone,Date of Birth,Email Opt Out,\
Created Time,Mailing Street,Mailing City,Description,Website,Tag
zcrm_1,zcrm_2,Ulla Berg,Fair,Priya,Nair,zcrm_3,Wide World Importers,priya@wideworld.example,\
Head of IT,+61 2 5550 0142,+61 2 5550 0199,1985-04-12,false,2024-03-12 10:00,1 George St,Sydney,\
met at a fair,wideworld.example,vip
""",
}


@pytest.mark.parametrize("program", EXPORTS)
def test_exports(tmp_path: Path, program: str) -> None:
    plan = read(tmp_path, EXPORTS[program])
    assert_is_priya(plan, program)
    assert person(plan).role == "Head of IT"
    assert "met at a fair" in contact(plan).about
    if program != "Salesforce":  # its contacts have none
        assert contact(plan).website == "https://wideworld.example"
    assert plan.not_understood == ()


def test_outlook_of_the_desktop_in_german(tmp_path: Path) -> None:
    plan = read(
        tmp_path,
        '"Anrede","Vorname","Weitere Vornamen","Nachname","Suffix","Firma","Abteilung","Position",'
        '"Straße geschäftlich","Ort geschäftlich","Fax geschäftlich","Telefon geschäftlich",'
        '"Telefon (privat)","Mobiltelefon","Telefon Assistent","E-Mail-Adresse","E-Mail-Typ",'
        '"E-Mail: Angezeigter Name","Geburtstag","Kategorien","Konto","Notizen","Webseite"\n'
        '"Frau","Priya",,"Nair",,"Wide World Importers","IT","Leiterin IT","Seeweg 1","Zürich",'
        '"+41 44 555 01 99","+61 2 5550 0142",,"+41 79 555 01 44","+41 44 555 01 99",'
        '"priya@wideworld.example","SMTP","Priya Nair (priya@wideworld.example)","0.0.00",'
        '"Kunden","","Messe","https://wideworld.example"\n',
    )
    assert_is_priya(plan, "Outlook")
    assert person(plan).phones == ("+61 2 5550 0142", "+41 79 555 01 44")
    assert (person(plan).role, contact(plan).tags) == ("Leiterin IT", ("Kunden",))
    assert plan.not_understood == ()


LOCALISED = {
    "fr": """Titre,Prénom,Nom,Société,Titre,Dép/Région (bureau),Ville (autre),Téléphone de \
l'assistant(e),Récepteur de radiomessagerie,Télécopie (bureau),Téléphone (bureau),\
Adresse de messagerie,Type de messagerie,Nom complet de l'adresse de messagerie,Conjoint(e)
Mme,Priya,Nair,Wide World Importers,Head of IT,Vaud,Nyon,+61 2 5550 0199,+61 2 5550 0199,\
+61 2 5550 0199,+61 2 5550 0142,priya@wideworld.example,SMTP,Priya Nair,Sam
Conjoint(e): Sam
Address: Vaud
Other address: Nyon""",
    "es": """Nombre,Apellidos,Organización,Puesto,Provincia o estado de trabajo,País o región del \
domicilio,Teléfono del ayudante,Número de centralita de la organización,Dirección de correo \
electrónico,Tipo de correo electrónico,Hijos
Priya,Nair,Wide World Importers,Head of IT,Jaén,España,+61 2 5550 0199,+61 2 5550 0142,\
priya@wideworld.example,SMTP,Sam
Hijos: Sam
Address: Jaén
Home address: España""",
    "it": """Nome,Cognome,Società,Posizione,Via (uff.),Città (ab.),Ufficio,Telefono assistente,\
Indirizzo posta elettronica,Tipo posta elettronica
Priya,Nair,Wide World Importers,Head of IT,Via Roma 1,Como,+61 2 5550 0142,+61 2 5550 0199,\
priya@wideworld.example,SMTP
Address: Via Roma 1
Home address: Como""",
    "de": """Anrede,Vorname,Nachname,Firma,Position,Ort privat,Weiterer Ort,Weiteres/r Bundesland/\
Kanton,Telefon Assistent,Telefon geschäftlich,E-Mail-Adresse,Empfohlen von
Frau,Priya,Nair,Wide World Importers,Head of IT,Köln,Ulm,Bayern,+61 2 5550 0199,\
+61 2 5550 0142,priya@wideworld.example,Omar
Empfohlen von: Omar
Home address: Köln
Other address: Ulm, Bayern""",
}
"""What Outlook writes in other languages: a header, a row, and what of it stands in the notes."""


@pytest.mark.parametrize("language", LOCALISED)
def test_outlook_in_other_languages(tmp_path: Path, language: str) -> None:
    header, row, *about = LOCALISED[language].split("\n")
    plan = read(tmp_path, f"{header}\n{row}\n")
    assert_is_priya(plan, "Outlook")
    assert person(plan).role == "Head of IT"
    assert contact(plan).about.split("\n") == about


@pytest.mark.parametrize(
    "header",
    ["Vorname,Nachname,URL,E-Mail-Adresse,Unternehmen,Position,Verbunden am",
     "Prénom,Nom,URL,Adresse e-mail,Entreprise,Poste,Connecté le",
     "Nombre,Apellidos,URL,Dirección de correo electrónico,Empresa,Cargo,Conectado el"],
)  # fmt: skip
def test_linkedin_in_other_languages(tmp_path: Path, header: str) -> None:
    row = "Priya,Nair,https://www.linkedin.com/in/priya,priya@x.example,Wide World,CTO,12 Mar 2024"
    plan = read(tmp_path, f"{header}\n{row}\n")
    assert plan.program == "linkedin"
    assert contact(plan).about.endswith("12 Mar 2024\nWeb: https://www.linkedin.com/in/priya")


def test_questions_that_ask_for_what_is_known(tmp_path: Path) -> None:
    header = (
        "Name,Email,Which company are you with?,What is your job title?,Please enter your phone"
    )
    plan = read(tmp_path, f"{header}\nPriya Nair,p@x.example,Wide World,CTO,+61 2 5550 0142\n")
    assert contact(plan).company == "Wide World"
    assert (person(plan).role, person(plan).phones) == ("CTO", ("+61 2 5550 0142",))


def test_a_report_of_salesforce_with_its_foot(tmp_path: Path) -> None:
    plan = read(
        tmp_path,
        '"First Name","Last Name","Account Name","Title","Phone","Email","Contact Owner",'
        '"Do Not Call"\n'
        '"Priya","Nair","Wide World Importers","Head of IT","+61 2 5550 0142",'
        '"priya@wideworld.example","Ulla Berg","1"\n'
        "\n\n"
        '"Clients of the south"\n'
        '"Copyright (c) 2000-2024 salesforce.com, inc. All rights reserved."\n'
        '"Confidential Information - Do Not Distribute"\n'
        '"Generated By:  Ulla Berg  12/03/2024 10:15"\n',
    )
    assert_is_priya(plan, "Salesforce")
    assert contact(plan).do_not_call
    assert "Contact Owner: Ulla Berg" in contact(plan).about
    assert [row.fate for row in plan.rows[2:]] == [Fate.SKIP] * 3
    assert "foot of the report" in plan.rows[2].reason


EVENTBRITE = """Order #,Order Date,First Name,Last Name,Email,Quantity,Ticket Type,Attendee #,\
Group,Order Type,Currency,Total Paid,Fees Paid,Attendee Status,Home Address 1,Cell Phone,Job Title,\
Company,Buyer First Name,Buyer Last Name,Buyer Email,What do you hope to learn?
1001,2024-03-01 10:00,Priya,Nair,priya@wideworld.example,1,Early bird,11,,Free,USD,0,0,Attending,,\
+61 2 5550 0142,Head of IT,Wide World Importers,Priya,Nair,priya@wideworld.example,Costs of Azure
1001,2024-03-01 10:00,Omar,Haddad,priya@wideworld.example,1,Early bird,12,,Free,USD,0,0,Checked In\
,,,,Wide World Importers,Priya,Nair,priya@wideworld.example,
1001,2024-03-01 10:00,Priya,Nair,priya@wideworld.example,1,Early bird,13,,Free,USD,0,0,Attending,,,\
,,Priya,Nair,priya@wideworld.example,
1002,2024-03-02 10:00,Tom,Hart,tom@tailspin.example,1,Regular,14,,PayPal,USD,50,2,Refunded,,,,\
Tailspin,Tom,Hart,tom@tailspin.example,
1003,2024-03-02 10:00,,,,1,Regular,15,,PayPal,USD,50,2,Attending,,,,,Ann,Fox,ann@fox.example,
"""


def test_attendees_of_eventbrite(tmp_path: Path) -> None:
    plan = read(tmp_path, EVENTBRITE)
    assert_is_priya(plan, "Eventbrite")
    assert "What do you hope to learn?: Costs of Azure" in contact(plan).about
    assert "Ticket Type: Early bird" in contact(plan).about
    assert person(plan, 1).emails == (), "the address is that of the buyer"
    assert "Ticket bought by Priya Nair (priya@wideworld.example)" in contact(plan, 1).about
    assert [row.fate for row in plan.rows] == [
        Fate.NEW, Fate.MERGE, Fate.SKIP, Fate.SKIP, Fate.NEW,
    ]  # fmt: skip
    assert "stands in line 2 already" in plan.rows[2].reason
    assert plan.rows[3].reason == "their ticket was refunded"
    assert person(plan, 4).name == "Ann Fox"


def test_guests_of_luma(tmp_path: Path) -> None:
    plan = read(
        tmp_path,
        "api_id,name,first_name,last_name,email,phone_number,created_at,approval_status,"
        "qr_code_url,amount,ticket_name,What company do you work for?,Why do you come?\n"
        "g1,Jane Li,Jane,Li,jane@x.example,+12065550142,2026-05-01T10:00:00Z,approved,"
        "https://luma.example/x,0,Standard,Contoso,costs\n"
        "g2,Bob Ray,Bob,Ray,bob@x.example,,2026-05-01T10:00:00Z,declined,,0,Standard,,\n"
        "g3,Cy Fox,Cy,Fox,cy@x.example,,2026-05-01T10:00:00Z,pending_approval,,0,Standard,,\n",
    )
    assert plan.program == "luma"
    assert (contact(plan).company, contact(plan).website) == ("Contoso", "")
    assert "Why do you come?: costs" in contact(plan).about
    assert [row.reason for row in plan.rows[1:]] == [
        "they do not come",
        "they were not let in yet",
    ]


def test_tickets_of_tito(tmp_path: Path) -> None:
    plan = read(
        tmp_path,
        "Ticket Created Date,Ticket,Ticket Full Name,Ticket First Name,Ticket Last Name,"
        "Ticket Email,Ticket Company Name,Ticket Phone Number,Void Status,Ticket Reference,Tags,"
        "Unique Ticket URL,Order Reference,Order Name,Order Email\n"
        "2026-05-01,Regular,Jane Li,Jane,Li,jane@x.example,Contoso,+1 206 555 0142,,A-1,speaker,"
        "https://tito.example/a,A,Bob Ray,bob@y.example\n"
        "2026-05-01,Regular,Cy Fox,Cy,Fox,cy@x.example,,,void,A-2,,,A,Bob Ray,bob@y.example\n"
        "2026-05-01,Regular,,,,,,,,A-3,,,A,Bob Ray,bob@y.example\n",
    )
    assert plan.program == "tito"
    assert (person(plan).emails, contact(plan).website) == (("jane@x.example",), "")
    assert "Ticket bought by Bob Ray (bob@y.example)" in contact(plan).about
    assert plan.rows[1].reason == "their ticket was cancelled"
    assert person(plan, 2).emails == ("bob@y.example",)


def test_a_birthday_in_three_columns(tmp_path: Path) -> None:
    plan = read(
        tmp_path,
        "Display Name,Primary Email,Secondary Email,Birth Year,Birth Month,Birth Day,Home City\n"
        "Jane Li,jane@x.example,,1970,11,5,Manly\nBob Ray,bob@x.example,,,2,9,\n",
    )
    assert contact(plan).about.splitlines() == ["Home address: Manly", "Birthday: 5 November 1970"]
    assert contact(plan, 1).about == "Birthday: 9 February"


@pytest.mark.parametrize(
    "header",
    [
        "firstName,lastName,accountName,title,emailAddress,phoneNumber,addressStreet",
        "Record ID,First Name,Last Name,Organization,Email Address Work,Date Created",
    ],
)
def test_programs_that_only_look_like_others(tmp_path: Path, header: str) -> None:
    assert read(tmp_path, f"{header}\nJane,Li,Contoso,a,jane@x.example,b,c\n").program == "table"


def test_attendees_of_meetup(tmp_path: Path) -> None:
    plan = read(
        tmp_path,
        "Name\tUser ID\tTitle\tEvent Host\tRSVP\tGuests\tRSVPed on\tJoined Group on\t"
        "URL of Member Profile\n"
        "Priya Nair\tuser 1234\tOrganizer\tYes\tYes\t0\tMarch 1, 2024 9:12 AM\t2022-05-01\t"
        "https://www.meetup.com/members/1234/\n"
        "Tom H.\tuser 77\t\t\tNo\t0\tMarch 2, 2024 9:12 AM\t2022-05-01\t"
        "https://www.meetup.com/members/77/\n",
    )
    assert plan.program_name == "Meetup"
    assert person(plan) == Person(name="Priya Nair")
    assert "Web: https://www.meetup.com/members/1234/" in contact(plan).about
    assert plan.rows[1].reason == "they do not come"


@pytest.mark.parametrize(
    ("header", "row", "name"),
    [
        ("Name;Vorname;Firma;E-Mail", "Nair;Priya;Wide World;p@ww.example", "Priya Nair"),
        ("Nom,Prénom,Société,Courriel", "Nair,Priya,Wide World,p@ww.example", "Priya Nair"),
        ("Nome,Cognome,Azienda,E-mail", "Priya,Nair,Wide World,p@ww.example", "Priya Nair"),
        ("Nombre,Apellidos,Empresa,Correo", "Priya,Nair,Wide World,p@ww.example", "Priya Nair"),
        ("Voornaam,Achternaam,Bedrijf,E-mail", "Priya,Nair,Wide World,p@ww.example", "Priya Nair"),
        ("Contact,Client,E-mail address", "Priya Nair,Wide World,p@ww.example", "Priya Nair"),
        ("firstName,lastName,companyName,emailAddress", "Priya,Nair,Wide World,p@ww.example",
         "Priya Nair"),
        ("first_name,last_name,company,email_1", "Priya,Nair,Wide World,p@ww.example",
         "Priya Nair"),
        ("sep=;\nName;Company;Email", "Priya Nair;Wide World;p@ww.example", "Priya Nair"),
        ("My clients in 2024\n\nName,Company,Email", "Priya Nair,Wide World,p@ww.example",
         "Priya Nair"),
        ("Name,Company,Email,Email", "Priya Nair,Wide World,,p@ww.example", "Priya Nair"),
        ("Name,,Company,Email", "Priya Nair,x,Wide World,p@ww.example", "Priya Nair"),
    ],
)  # fmt: skip
def test_tables_that_somebody_made(tmp_path: Path, header: str, row: str, name: str) -> None:
    plan = read(tmp_path, f"{header}\n{row}\n")
    assert (person(plan).name, person(plan).emails) == (name, ("p@ww.example",))
    assert contact(plan).company == "Wide World"
    assert len(plan.rows) == 1


def test_a_table_without_a_header_is_told_by_its_values(tmp_path: Path) -> None:
    plan = read(
        tmp_path,
        "Priya Nair,Wide World,p@ww.example,+61 2 5550 0142\n"
        "Tom Hart,Tailspin Toys 2,t@ts.example,+61 2 5550 0143\n",
    )
    assert [row.name for row in plan.rows] == [
        "Priya Nair, Wide World",
        "Tom Hart, Tailspin Toys 2",
    ]
    assert person(plan).phones == ("+61 2 5550 0142",)
    assert "There is no header" in plan.notes[0]


def test_cells_that_spreadsheets_were_kept_from_running(tmp_path: Path) -> None:
    plan = read(
        tmp_path,
        'Name,Phone,Notes\nPriya Nair,\'+61 2 5550 0142,\'=1+1\nTom Hart,"=""0255500143""",-\n',
    )
    assert person(plan).phones == ("+61 2 5550 0142",)
    assert contact(plan).about == "=1+1"
    assert person(plan, 1).phones == ("0255500143",)


def test_a_number_that_a_spreadsheet_rounded_is_kept_in_words(tmp_path: Path) -> None:
    plan = read(tmp_path, "Name,Phone\nPriya Nair,6.12555E+10\nTom Hart,n/a\n")
    assert person(plan).phones == ()
    assert contact(plan).about == "Phone, rounded by a spreadsheet: 6.12555E+10"
    assert contact(plan, 1).about == ""
