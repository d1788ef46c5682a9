"""Lines as they are typed while talking, and what each must be understood as.

It is Thursday 19 November 2026, 14:02 in Sydney, where the user is; the client is in Zurich, where
it is 04:02 of the same day. Jane Li and Omar Haddad are known there. A line that is understood
otherwise than it should be stands here all the same, with `fails` saying why.
"""

from __future__ import annotations

from dataclasses import dataclass

US, THEM = "us", "them"


@dataclass(frozen=True)
class Row:
    line: str
    kind: str
    """“promise”, “referral”, “step”, “nothing”, or what words are: “liked”, “open question” …"""
    expected: tuple[object, ...] = ()
    doubt: str = ""
    """A part of the sentence of what is in doubt; empty: nothing is."""
    fails: str = ""


def promise(line: str, text: str, due: str, by: str = US, doubt: str = "", fails: str = "") -> Row:
    """`due` is the day of the month in November, or month-day of 2026, or a whole date."""
    return Row(line, "promise", (text, _day(due), by), doubt, fails)


def person(
    line: str,
    name: str,
    company: str = "",
    *,
    mail: str = "",
    phone: str = "",
    detail: str = "",
    doubt: str = "",
    fails: str = "",
) -> Row:
    return Row(line, "referral", (name, company, mail, phone, detail), doubt, fails)


def step(
    line: str,
    kind: str,
    at: str,
    text: str = "",
    *,
    agreed: bool = True,
    doubt: str = "",
    fails: str = "",
) -> Row:
    """`at` is “11-26 10:00” in Zurich, “11-26” for a whole day, or empty."""
    return Row(line, "step", (kind, at, text, agreed), doubt, fails)


def words(line: str, kind: str, text: str) -> Row:
    return Row(line, kind, (text,))


def note(line: str, fails: str = "") -> Row:
    return Row(line, "nothing", fails=fails)


def _day(due: str) -> str:
    match len(due):
        case 2:
            return f"2026-11-{due}"
        case 5:
            return f"2026-{due}"
        case _:
            return due


MONDAY = "23"  # two working days on: the day of a promise that names none

PROMISES = [
    # the day at the end
    promise("! send pricing link by fri", "send pricing link", "20"),
    promise("! send pricing link by Friday", "send pricing link", "20"),
    promise("! send pricing link by fri.", "send pricing link", "20"),
    promise("! send pricing link, by fri", "send pricing link", "20"),
    promise("! send pricing link (by fri)", "send pricing link", "20"),
    promise("! call Omar tomorrow", "call Omar", "20"),
    promise("! call Omar tmr", "call Omar", "20"),
    promise("! mail offers for 3 seats by 1 Dec", "mail offers for 3 seats", "12-01"),
    promise("! mail offers for 3 seats by Dec 1st", "mail offers for 3 seats", "12-01"),
    promise("! mail offers by 1. Dezember", "mail offers", "12-01"),
    promise("! slides in 2 weeks", "slides", "12-03"),
    promise("! slides within two weeks", "slides", "12-03"),
    promise("! slides in a fortnight", "slides", "12-03"),
    promise("! slides in a couple of weeks", "slides", "12-03"),
    promise("! slides in 3 working days", "slides", "24"),
    promise("! slides within 10 business days", "slides", "12-03"),
    promise("! slides in 48 hours", "slides", "21"),
    promise("! answer next tuesday", "answer", "24"),
    promise("! answer on weds", "answer", "25"),
    promise("! answer by thu", "answer", "26"),
    promise("! answer this thu", "answer", "19"),
    promise("! answer fri week", "answer", "27"),
    promise("! answer a week on friday", "answer", "27"),
    promise("! answer next fri", "answer", "27"),
    promise("! answer mon", "answer", "23"),
    promise("! quote, 2026-12-24", "quote", "12-24"),
    promise("! quote by 24/12", "quote", "12-24"),
    promise("! quote by 24/12/2026", "quote", "12-24"),
    promise("! quote bis 24.12.", "quote", "12-24"),
    promise("! quote due 24 Dec", "quote", "12-24"),
    promise("! quote no later than Tue 24 Nov", "quote", "24"),
    promise("! quote by the 15th", "quote", "12-15"),
    promise("! quote by the 15th of next month", "quote", "12-15"),
    promise("! numbers eod", "numbers", "19"),
    promise("! numbers by EOD", "numbers", "19"),
    promise("! numbers by eod fri", "numbers", "20"),
    promise("! numbers by end of week", "numbers", "20"),
    promise("! numbers by the end of next week", "numbers", "27"),
    promise("! numbers by eow", "numbers", "20"),
    promise("! numbers by end of the month", "numbers", "30"),
    promise("! numbers by end of Feb", "numbers", "2027-02-28"),
    promise("! numbers by end of Q1", "numbers", "2027-03-31"),
    promise("! numbers by mid Jan", "numbers", "2027-01-15"),
    promise("! numbers by 29 Feb", "numbers", "2028-02-29", doubt="29 Feb 2028 is meant"),
    promise("! numbers by 3 Jan", "numbers", "2027-01-03"),
    promise("! numbers before Christmas", "numbers", "12-25"),
    promise("! numbers by new year's eve", "numbers", "12-31"),
    promise("! numbers by KW 49", "numbers", "30"),
    promise("! numbers next week", "numbers", "23"),
    promise("! numbers next month", "numbers", "12-19"),
    promise("! numbers after the weekend", "numbers", "23"),
    promise("! numbers today", "numbers", "19"),
    promise("! slides for friday", "slides", "20"),
    # an hour beside the day
    promise("! call her fri at 10", "call her at 10", "20"),
    promise("! send pricing by fri noon", "send pricing at noon", "20"),
    promise("! send pricing by fri 14:00", "send pricing at 14:00", "20"),
    # the day at the beginning and in the middle
    promise("! by fri send pricing", "send pricing", "20"),
    promise("! by Friday, send pricing", "send pricing", "20"),
    promise("! fri: send pricing", "send pricing", "20"),
    promise("! tomorrow send pricing", "send pricing", "20"),
    promise("! send it by fri to Jane", "send it to Jane", "20"),
    promise("! send tomorrow the two offers", "send the two offers", "20"),
    promise("! send the report of 1 Dec by mon", "send the report of 1 Dec", "23"),
    # no day of its own
    promise("! the pricing link", "the pricing link", MONDAY),
    promise("! look at errors on the site", "look at errors on the site", MONDAY),
    promise("! send the friday report", "send the friday report", MONDAY),
    promise("! send our report of 1 Dec", "send our report of 1 Dec", MONDAY),
    promise("! ask about the sun", "ask about the sun", MONDAY),
    promise("! set up a 2 weeks trial", "set up a 2 weeks trial", MONDAY),
    promise("! 2 weeks trial", "2 weeks trial", MONDAY),
    promise("! explain 24/7 support", "explain 24/7 support", MONDAY),
    promise("! look into Python 3.12", "look into Python 3.12", MONDAY),
    promise("! tell them how it works now", "tell them how it works now", MONDAY),
    promise("! report every fri", "report every fri", MONDAY),
    promise("! check what may be wrong", "check what may be wrong", MONDAY),
    promise("! march through the list", "march through the list", MONDAY),
    promise("! send 12 licences", "send 12 licences", MONDAY),
    promise("! by fri", "by fri", MONDAY),
    promise("! today's slides", "today's slides", MONDAY),
    # a day that cannot be
    promise("! report by 31 Feb", "report by 31 Feb", MONDAY, doubt="“31 Feb” is no day"),
    promise("! report 31 Feb", "report 31 Feb", MONDAY, doubt="due Mon 23 by default"),
    promise("! report by yesterday", "report by yesterday", MONDAY, doubt="“yesterday” has passed"),
    promise("! report by 2026-11-01", "report by 2026-11-01", MONDAY, doubt="has passed"),
    promise("! report by 3/12", "report by 3/12", MONDAY, doubt="may be two days"),
    promise("! report by Q1", "report by Q1", MONDAY, doubt="“Q1” names no day"),
    promise("! report by January", "report by January", MONDAY, doubt="names no day"),
    promise("! report by 1 Nov", "report", "2027-11-01", doubt="is over for this year"),
    promise("! report by Mon 24 Nov", "report", "24", doubt="24 Nov 2026 is a Tuesday"),
    promise("! report by 32 Dec", "report by 32 Dec", MONDAY, doubt="“32 Dec” is no day"),
    promise("! report by 2026-13-01", "report by 2026-13-01", MONDAY, doubt="is no day"),
    promise(
        "! report after Christmas",
        "report after Christmas",
        MONDAY,
        doubt="names no day",
    ),
    # whose it is
    promise("! they send the contract by fri", "send the contract", "20", THEM),
    promise("! they'll send the contract by fri", "send the contract", "20", THEM),
    promise("! They will send the contract tomorrow", "send the contract", "20", THEM),
    promise("! they promised to call back mon", "call back", "23", THEM),
    promise("! they owe us the figures", "the figures", MONDAY, THEM),
    promise("! them: figures by fri", "figures", "20", THEM),
    promise("! they: figures by fri", "figures", "20", THEM),
    promise("! we: figures by fri", "figures", "20"),
    promise("! Jane sends the contract by fri", "Jane sends the contract", "20", THEM),
    promise("! Jane Li will check by mon", "Jane Li will check", "23", THEM),
    promise("! jane'll check by mon", "jane'll check", "23", THEM),
    promise("! by fri Jane sends the contract", "Jane sends the contract", "20", THEM),
    promise("! she sends the contract by fri", "she sends the contract", "20", THEM),
    promise("! client sends figures by fri", "client sends figures", "20", THEM),
    promise("! waiting for their contract, fri", "waiting for their contract", "20", THEM),
    promise("! we send pricing by fri", "send pricing", "20"),
    promise("! I'll send pricing by fri", "send pricing", "20"),
    promise("! I’ll send pricing by fri", "send pricing", "20"),
    promise("! I promised to call Omar", "call Omar", MONDAY),
    promise("! Jane the pricing list", "Jane the pricing list", MONDAY),
    promise("! Jane needs pricing by fri", "Jane needs pricing", "20"),
    promise("! Jane's contract by fri", "Jane's contract", "20"),
    promise("! Peter sends the slides", "Peter sends the slides", MONDAY),
    promise("! themes for the workshop", "themes for the workshop", MONDAY),
    promise("! web site review", "web site review", MONDAY),
    promise("! remind Omar that Jane checks it by fri", "remind Omar that Jane checks it", "20"),
    # other languages
    promise("! Vertrag schicken bis Fr", "Vertrag schicken", "20"),
    promise("! Vertrag schicken bis Freitag", "Vertrag schicken", "20"),
    promise("! Vertrag am 3.12.", "Vertrag", "12-03"),
    promise("! Vertrag bis zum 3. Dezember", "Vertrag", "12-03"),
    promise("! Vertrag nächste Woche", "Vertrag", "23"),
    promise("! Vertrag bis nächsten Dienstag", "Vertrag", "24"),
    promise("! Vertrag übermorgen", "Vertrag", "21"),
    promise("! Vertrag in zwei Wochen", "Vertrag", "12-03"),
    promise("! Vertrag bis Ende Januar", "Vertrag", "2027-01-31"),
    promise("! sie schicken den Vertrag bis Fr", "sie schicken den Vertrag", "20", THEM),
    promise("! wir schicken die Offerte morgen", "schicken die Offerte", "20"),
    promise("! envoyer le devis d'ici vendredi", "envoyer le devis", "20"),
    promise("! envoyer le devis d’ici vendredi", "envoyer le devis", "20"),
    promise("! envoyer le devis la semaine prochaine", "envoyer le devis", "23"),
    promise("! envoyer le devis avant le 1er décembre", "envoyer le devis", "12-01"),
    promise("! ils envoient le contrat demain", "envoient le contrat", "20", THEM),
    promise("! enviar la oferta mañana", "enviar la oferta", "20"),
    promise("! enviar la oferta pasado mañana", "enviar la oferta", "21"),
    promise("! enviar la oferta antes del 6 de diciembre", "enviar la oferta", "12-06"),
    promise("! enviar la oferta el viernes que viene", "enviar la oferta", "20"),
    promise("! send the offer a do or die", "send the offer a do or die", MONDAY),
    promise("! offerte sturen voor vrijdag", "offerte sturen", "20", fails="Dutch is not read"),
]

PEOPLE = [
    person(
        "@ Omar at Tailspin, omar@tailspin.example",
        "Omar",
        "Tailspin",
        mail="omar@tailspin.example",
    ),
    person("@ Omar Haddad at Tailspin Toys", "Omar Haddad", "Tailspin Toys"),
    person("@ Omar Haddad from Tailspin", "Omar Haddad", "Tailspin"),
    person("@ Omar Haddad, Tailspin", "Omar Haddad", "Tailspin"),
    person("@ Omar Haddad (Tailspin)", "Omar Haddad", "Tailspin"),
    person("@ Omar Haddad - Tailspin", "Omar Haddad", "Tailspin"),
    person("@ Omar Haddad – Tailspin", "Omar Haddad", "Tailspin"),
    person("@ Omar Haddad / Tailspin", "Omar Haddad", "Tailspin"),
    person("@ Omar Haddad @ Tailspin", "Omar Haddad", "Tailspin"),
    person("@ Omar Haddad who works at Tailspin", "Omar Haddad", "Tailspin"),
    person("@ omar@tailspin.example", "Omar", mail="omar@tailspin.example"),
    person("@ ana.sousa@fabrikam.example", "Ana Sousa", mail="ana.sousa@fabrikam.example"),
    person("@ Omar <omar@tailspin.example>", "Omar", mail="omar@tailspin.example"),
    person(
        "@ Omar Haddad, mail: omar@tailspin.example", "Omar Haddad", mail="omar@tailspin.example"
    ),
    person(
        "@ Omar Haddad omar+it@tailspin.example.", "Omar Haddad", mail="omar+it@tailspin.example"
    ),
    person("@ Omar, omar@@tailspin", "Omar", detail="omar@@tailspin"),
    person(
        "@ Dr. Ana Sousa-Lima (CTO, Fabrikam) +1 555 0100",
        "Dr. Ana Sousa-Lima",
        "Fabrikam",
        phone="+1 555 0100",
        detail="CTO",
    ),
    person("@ Ana, CTO at Fabrikam", "Ana", "Fabrikam", detail="CTO"),
    person("@ Ana, CTO, Fabrikam", "Ana", "Fabrikam", detail="CTO"),
    person("@ Ana Sousa, head of IT at Fabrikam", "Ana Sousa", "Fabrikam", detail="head of IT"),
    person("@ Lena 02 5550 0142", "Lena", phone="02 5550 0142"),
    person("@ Lena (02) 5550 0142", "Lena", phone="(02) 5550 0142"),
    person("@ Lena, tel. +41 44 555 01 00", "Lena", phone="+41 44 555 01 00"),
    person(
        "@ Lena at Contoso, 0412 555 014, lena@contoso.example",
        "Lena",
        "Contoso",
        mail="lena@contoso.example",
        phone="0412 555 014",
    ),
    person("@ Lena at Contoso, 30 people", "Lena", "Contoso", detail="30 people"),
    # names of many places
    person("@ 李雷 at 北京科技", "李雷", "北京科技"),
    person("@ 李雷 在 北京科技", "李雷", "北京科技"),
    person("@ 田中 花子 at Contoso", "田中 花子", "Contoso"),
    person("@ Иван Петров, Contoso", "Иван Петров", "Contoso"),
    person("@ محمد الحسن at Fabrikam", "محمد الحسن", "Fabrikam"),
    person("@ Jan van der Berg from Tailspin", "Jan van der Berg", "Tailspin"),
    person(
        "@ Ludwig van Beek: needs help with Azure",
        "Ludwig van Beek",
        detail="needs help with Azure",
    ),
    person("@ Sean O'Neill, Tailspin", "Sean O'Neill", "Tailspin"),
    person("@ Sean O’Neill at Tailspin", "Sean O’Neill", "Tailspin"),
    person("@ Nguyễn Văn An at Wide World", "Nguyễn Văn An", "Wide World"),
    person("@ Karim al-Hassan (Contoso)", "Karim al-Hassan", "Contoso"),
    person("@ Abdul Rahman bin Yusof at Contoso", "Abdul Rahman bin Yusof", "Contoso"),
    person(
        "@ Petra Müller-Lüdenscheidt bei Fabrikam AG", "Petra Müller-Lüdenscheidt", "Fabrikam AG"
    ),
    person("@ Luc Martin chez Tailspin SA", "Luc Martin", "Tailspin SA"),
    person("@ Luc Martin de Tailspin SA", "Luc Martin", "Tailspin SA"),
    person("@ María de la Cruz", "María de la Cruz"),
    person("@ María José de la Cruz en Contoso", "María José de la Cruz", "Contoso"),
    person("@ Anna von Trapp", "Anna von Trapp"),
    person("@ Peter von der Firma Contoso", "Peter", "Contoso"),
    person("@ Jean-Luc d'Arc chez Contoso", "Jean-Luc d'Arc", "Contoso"),
    person("@ Þórdís Kolbrún at Contoso", "Þórdís Kolbrún", "Contoso"),
    person("@ Søren Ångström-Øst, Contoso ApS", "Søren Ångström-Øst", "Contoso ApS"),
    person("@ João da Silva e Souza at Fabrikam", "João da Silva e Souza", "Fabrikam"),
    person("@ J. R. Haddad at Tailspin", "J. R. Haddad", "Tailspin"),
    person("@ Mr. Haddad at Tailspin", "Mr. Haddad", "Tailspin"),
    person("@ Frau Keller bei Contoso", "Frau Keller", "Contoso"),
    # sentences around them
    person("@ omar at tailspin", "omar", "tailspin"),
    person("@ talk to omar about azure", "omar", detail="about azure"),
    person("@ talk to Omar Haddad at Tailspin", "Omar Haddad", "Tailspin"),
    person("@ her boss Omar Haddad at Tailspin", "Omar Haddad", "Tailspin", detail="her boss"),
    person(
        "@ Omar at Tailspin, they look for a developer",
        "Omar",
        "Tailspin",
        detail="they look for a developer",
    ),
    person("@ Omar - Tailspin - they need Azure", "Omar", "Tailspin", detail="they need Azure"),
    person(
        "@ Omar Haddad at Bank of Perth in Sydney",
        "Omar Haddad",
        "Bank of Perth",
        detail="in Sydney",
    ),
    person("@ Omar Haddad at Smith and Sons", "Omar Haddad", "Smith and Sons"),
    person("@ Omar of Tailspin", "Omar", "Tailspin"),
    person("@ Omar Haddad met at the fair", "Omar Haddad", detail="met at the fair"),
    person("@ Lena (from the Azure course)", "Lena", detail="from the Azure course"),
    person("@ Omar Haddad at the Bank of Perth", "Omar Haddad", "the Bank of Perth"),
    person("@ Jane's colleague Omar", "Omar", detail="Jane's colleague"),
    person(
        "@ Omar and Lena at Tailspin",
        "Omar",
        "Tailspin",
        detail="and Lena",
        doubt="one person a line",
    ),
    person("@ the CTO of Fabrikam", "CTO", "Fabrikam", doubt="No name is understood"),
    person(
        "@ Omar de Tailspin",
        "Omar",
        "Tailspin",
        fails="“de” may as well be a name's own (Omar de Vries)",
    ),
    person("@ OMAR HADDAD AT TAILSPIN", "OMAR HADDAD", "TAILSPIN"),
]

STEPS = [
    step("> coffee thu 10:00", "coffee", "11-26 10:00"),
    step("> coffee Thu, 10:00", "coffee", "11-26 10:00"),
    step("> coffee on thursday at 10", "coffee", "11-26 10:00"),
    step("> coffee thu 10.30", "coffee", "11-26 10:30"),
    step("> thu 10:00 coffee", "coffee", "11-26 10:00"),
    step("> 10:00 thu coffee", "coffee", "11-26 10:00"),
    step("> next tue 3pm", "call", "11-24 15:00"),
    step("> call next tue at 3 pm", "call", "11-24 15:00"),
    step("> call in 2 weeks at 9", "call", "12-03 09:00"),
    step("> call tomorrow noon", "call", "11-20 12:00"),
    step("> 25 Nov 14:30", "call", "11-25 14:30"),
    step("> 24/11 10h", "call", "11-24 10:00"),
    step("> call 24.11. 10:00", "call", "11-24 10:00"),
    step("> call 2026-12-01 09:30", "call", "12-01 09:30"),
    step("> call at 9", "call", "11-19 09:00"),
    step("> call today 15h", "call", "11-19 15:00"),
    step("> call in 2 hours", "call", "11-19 06:02"),
    step("> call back in 20 min", "call back", "11-19 04:22"),
    step("> call back fri 9:15", "call back", "11-20 09:15"),
    step("> callback fri 9:15am", "call back", "11-20 09:15"),
    step("> ring back mon half past nine", "call back", "11-23 09:30", "ring back"),
    step("> meeting mon half past ten", "meeting", "11-23 10:30"),
    step("> meeting mon quarter to ten", "meeting", "11-23 09:45"),
    step("> meet Jane mon 10:00", "meeting", "11-23 10:00", "Jane"),
    step("> meeting with Jane and Omar mon 10:00", "meeting", "11-23 10:00", "with Jane and Omar"),
    step("> workshop 1 Dec 9:00-12:00 in Zurich", "meeting", "12-01 09:00", "workshop in Zurich"),
    step("> lunch fri", "meeting", "11-20", "lunch"),
    step("> lunch fri between 12 and 1", "meeting", "11-20 12:00", "lunch"),
    step("> visit next week", "meeting", "11-23", "visit"),
    step("> demo wed 10-11am", "meeting", "11-25 10:00", "demo"),
    step("> coffee thu 10:00 30 min", "coffee", "11-26 10:00", "30 min"),
    step("> call thu 10:00 for 1h", "call", "11-26 10:00", "for 1h"),
    step("> coffee thu 10:00, 2h", "coffee", "11-26 10:00", "2h"),
    step("> coffee 45 min thu 10am", "coffee", "11-26 10:00", "45 min"),
    step("> coffee 3 Dec", "coffee", "12-03"),
    step("> coffee in 2 weeks", "coffee", "12-03"),
    step("> coffee early next week", "coffee", "11-23"),
    step("> coffee tomorrow morning", "coffee", "11-20", "morning"),
    step("> booking 1 Mar", "booking", "2027-03-01"),
    step("> pencil in 14 Dec", "booking", "12-14", agreed=False),
    step(
        "> pencilled 14-15 Dec workshop",
        "booking",
        "12-15",
        "pencilled 14- workshop",
        agreed=False,
        fails="a range of days is not read",
    ),
    step("> maybe coffee thu 10:00", "coffee", "11-26 10:00", agreed=False),
    step("> coffee thu 10:00?", "coffee", "11-26 10:00", agreed=False),
    step("> perhaps a call next tue", "call", "11-24", agreed=False),
    step("> propose meeting 25 Nov 14:30", "meeting", "11-25 14:30", agreed=False),
    step("> coffee thu 10:00 tbc", "coffee", "11-26 10:00", agreed=False),
    step("> vielleicht Kaffee Do 10 Uhr", "coffee", "11-26 10:00", agreed=False),
    step("> call tue 9-9:30", "call", "11-24 09:00"),
    step("> coffee thurs 26th at 10", "coffee", "11-26 10:00"),
    step(
        "> coffee tomorrow or friday week",
        "coffee",
        "11-27",
        "tomorrow or",
        doubt="“tomorrow” is left aside",
    ),
    step("> coffee tomorrow or mon", "coffee", "11-20", "or mon", doubt="“mon” is left aside"),
    # whose hour
    step("> call thu 10:00 their time", "call", "11-26 10:00"),
    step("> call thu 20:00 our time", "call", "11-26 10:00"),
    step("> call thu 20:00 my time", "call", "11-26 10:00"),
    step("> call thu 09:00 UTC", "call", "11-26 10:00"),
    step("> call thu 10:00 EST", "call", "11-26 10:00", doubt="“EST” is not read"),
    # what cannot be
    step("> call", "call", "", doubt="No day is understood"),
    step("> coffee some time with Omar", "coffee", "", "with Omar", doubt="names no day"),
    step("> after Christmas", "call", "", doubt="“after Christmas” names no day"),
    step("> coffee in January", "coffee", "", doubt="names no day"),
    step("> coffee 31 Feb 10:00", "coffee", "", doubt="“31 Feb” is no day"),
    step("> coffee thu 25:00", "coffee", "11-26", "25:00", doubt="“25:00” is no hour"),
    step("> coffee 3/12 10:00", "coffee", "", doubt="may be two days"),
    step("> coffee yesterday 10:00", "coffee", "", doubt="has passed"),
    step("> coffee today 3:00", "coffee", "", doubt="has passed"),
    step("> coffee thu 10", "coffee", "11-26", "10", doubt="write 10:00"),
    step("> coffee 2027-03-28 02:30", "coffee", "2027-03-28 03:30", doubt="clocks skip 02:30"),
    step("> coffee 2027-10-31 02:30", "coffee", "2027-10-31 02:30", doubt="comes twice"),
    # other languages
    step("> Kaffee Do 10 Uhr", "coffee", "11-26 10:00"),
    step("> Kaffee Donnerstag um 10", "coffee", "11-26 10:00"),
    step("> Treffen nächste Woche", "meeting", "11-23", "Treffen"),
    step("> Termin am 3.12. um 14:30", "meeting", "12-03 14:30", "Termin"),
    step("> Rückruf morgen 9:00", "call back", "11-20 09:00", "Rückruf"),
    step("> rdv jeudi à 10h30", "meeting", "11-26 10:30", "rdv"),
    step("> café demain à 10h", "coffee", "11-20 10:00", "café"),
    step("> reunión el jueves a las 10", "meeting", "11-26 10:00", "reunión"),
    step("> llamada mañana a las 10", "call", "11-20 10:00", "llamada"),
    step("> dinner 1 Jan 19:00", "meeting", "2027-01-01 19:00", "dinner"),
]

WORDS = [
    words("+ the reports", "liked", "the reports"),
    words("+ liked: the reports, by fri", "liked", "liked: the reports, by fri"),
    words("  +   the   reports  ", "liked", "the reports"),
    words("+\tthe reports", "liked", "the reports"),
    words("- the waiting", "disliked", "the waiting"),
    words("- 5% on costs", "disliked", "5% on costs"),
    words("* Azure", "interest", "Azure"),
    words("* C++ and @home", "interest", "C++ and @home"),
    words("? which licence", "open question", "which licence"),
    words("? can we start on 1 Dec?", "open question", "can we start on 1 Dec?"),
    words("+ 👍 the demo", "liked", "👍 the demo"),
    words("+ 报告", "liked", "报告"),
]

NOTES = [
    note(line)
    for line in (
        "moved to Azure in May",
        "",
        "   ",
        "+",
        "! ",
        "-5% on costs",
        "-10 degrees in Perth",
        "@home on fridays",
        "@omar said so",
        "@ home on fridays",
        "@ 10:00 in the office",
        "@ the office",
        "@ 3 EUR each",
        "+61 2 5550 0142",
        "+ 61 2 5550 0142",
        "*.csv files",
        "**bold**",
        "* * *",
        "- - -",
        "-- not liked that much",
        "--",
        "– a dash of another kind",
        "— and one more",
        "> 50 users",
        "> 3 sites, they say",
        "> 1.5 million EUR",
        "> 80% done",
        ">= 50 users",
        "> > quoted twice",
        "> On Tue, Jane wrote:",
        ">quoted",
        "!important",
        "!!! urgent",
        "?!",
        "? ?",
        "=> faster",
        "== heading",
        "= yes",
        "= 4",
        "# heading",
        "a + b",
        "they said: ! send it by fri",
        "mail omar@tailspin.example by fri",
        "send it by fri",
        "cost > 50 per user",
        "Q? A!",
        "...",
    )
]

ROWS = [*PROMISES, *PEOPLE, *STEPS, *WORDS, *NOTES]
