"""From the raw words of a row to a row of the plan: cleaned, and nothing of it dropped in silence.

All readers end here, so that a card and a line of a table become the same.
"""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from followup_tui.domain.client import Person
from followup_tui.domain.importing.plan import Contact, Fate, PlannedRow
from followup_tui.domain.importing.reaching import (
    CalledBy,
    called,
    is_nameless,
    nobody_reads,
)
from followup_tui.domain.record import Invalid, check_web_address
from followup_tui.domain.text import clean_line, clean_text, fold, shorten

_NAME_ROOM = 120  # characters of a row that a list has use for
_NO_COMPANY = {
    # What people write on LinkedIn where a company would stand: two of them are not one client.
    "-", "n/a", "none", "self-employed", "self employed", "selfemployed", "freelance",
    "freelancer", "independent", "independent consultant", "consultant", "retired", "student",
    "confidential", "stealth", "stealth startup", "stealth mode", "selbstandig", "freiberuflich",
    "freiberufler", "independant", "private", "privat", "unemployed", "home", "various", "me",
    "stealth mode startup", "myself", "own company", "looking for work", "open to work",
    "selbststandig", "autonomo", "libero professionista", "zelfstandig", "freelance consultant",
}  # fmt: skip
_NO_NAME = {"n/a", "na", "none", "null", "nan", "-", "--", ".", "?", "??", "unknown", "no name",
            "not available", "unbekannt", "inconnu", "desconocido"}  # fmt: skip
"""What people write where a name would stand."""
_PROFILE = re.compile(
    r"^(?:https?://)?(?:[\w-]+\.)*(?:linkedin|facebook|xing|meetup|twitter|instagram|github)\.com/"
    r"|^(?:https?://)?(?:www\.)?(?:x|fb)\.com/",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"[;\r\n]|\s:::\s")
_ALSO_BETWEEN = re.compile(r"\s*,\s*|\s+/\s+|\s+(?:or|oder|ou)\s+")
_FEWEST = 3  # digits of anything that is dialled: an extension
_OWN_NUMBER = 7  # digits of a number that can stand by itself
_BLANKS = re.compile(r"[;,\s]+")
_IN_ANGLES = re.compile(r"<([^<>\s@]+@[^<>\s@]+)>")
_NAMED = re.compile(r"(?:^|[,;\n])[^,;<>@\n]*<([^<>\s@]+@[^<>\s@]+)>")
_MAILBOX = re.compile(r"\s*[\"']?([^\"'<>@\s][^\"<>@]{0,100}?)[\"']?\s*<[^<>\s@]+@[^<>\s@]+>")
_SCHEME = re.compile(r"^[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_NUMBER = re.compile(r"\s*\+?[\d\s()/.-]{7,24}\s*")
_DECIMAL = re.compile(r"^(\+?\d{6,})\.0+$")  # what a spreadsheet makes of a number
_ROUNDED = re.compile(r"\+?\d(?:[.,]\d+)?E\+?\d+", re.IGNORECASE)
_NO_PHONE = re.compile(
    r"(?:19|20)\d\d[-/.]\d\d?[-/.]\d\d?|\d\d?[/.]\d\d?[/.](?:19|20)\d\d"  # days
    r"|-?\d{1,3}\.\d{4,}"  # degrees
    r"|(?=.*\d{3})\d{1,3}(?:\.\d{1,3}){3}"  # addresses of machines
)
_MARKED = re.compile(r"</(?:p|div|span|ul|ol|li|b|i|u|em|strong|a|table)>|<br\s*/?>", re.IGNORECASE)
_LINE_ENDS = re.compile(r"<br\s*/?>|</(?:p|div|li|tr|h\d)>", re.IGNORECASE)
_ANY_MARK = re.compile(r"</?[a-z][^<>]*>", re.IGNORECASE)
_NOTHING = {"-", "--", "n/a", "none", "null", "nan", "0", "unknown", "."}
_QUOTES = ("'", '"')
_ASTRAY = " \t,;"
"""What stands around a name and is none of it."""
_ADDRESS = re.compile(
    r"[^\s<>()\[\]{},;:|\"'@]+@[^\s<>()\[\]{},;:|\"'@]+\.[^\s<>()\[\]{},;:|\"'@.]+"
)
_BRACKETS = re.compile(r"[<>()\[\]{}\"]|\bmailto:", re.IGNORECASE)
_AROUND = " \t<>\"'()[],;:."


@dataclass(slots=True)
class RawContact:
    """The words of one row, as they stand in the file."""

    name: str = ""
    company: str = ""
    role: str = ""
    emails: list[str] = field(default_factory=list)
    phones: list[str] = field(default_factory=list)
    websites: list[str] = field(default_factory=list)
    profiles: list[str] = field(default_factory=list)
    """Addresses of pages about the person."""
    tags: list[str] = field(default_factory=list)
    about: list[str] = field(default_factory=list)
    kept: list[tuple[str, str]] = field(default_factory=list)
    """What is kept among the notes with a word before it: ``("Birthday", "12 March")``."""
    do_not_call: bool = False


def planned(raw: RawContact, *, line: int, lines: int, text: str) -> PlannedRow:
    """Return the row that `raw` makes; `text` is what to show of one that says nothing.

    Whether the contact is known already is settled later (`domain.importing.settling`).
    """
    try:
        contact = contact_of(raw)
    except Invalid as problem:
        words = f"its {problem.field.removesuffix('s')} {problem.message}"
        return left_out(words, line=line, lines=lines, text=raw.name or raw.company or text)
    if contact is None:
        reason = (
            "nobody reads what is written to it"
            if any(map(nobody_reads, raw.emails))
            else "no name, company, e-mail address or phone number stands in it"
        )
        text = next(iter([*raw.emails, *raw.phones]), text)
        return left_out(reason, line=line, lines=lines, text=text)
    person = contact.person.name if contact.person else ""
    name = ", ".join(dict.fromkeys(filter(None, (person, contact.company))))
    reason = f"a new client{contact.how_called}"
    return PlannedRow(line, lines, shorten(name, _NAME_ROOM), Fate.NEW, reason, content=contact)


def left_out(reason: str, *, line: int, lines: int, text: str) -> PlannedRow:
    """Return a row from which nothing can be made, and why."""
    shown = shorten(clean_line(text[: _NAME_ROOM * 4]), _NAME_ROOM)
    return PlannedRow(line, lines, shown or "(nothing)", Fate.SKIP, reason)


def contact_of(raw: RawContact) -> Contact | None:
    """Return the contact that `raw` says; None where it names nobody. Raises `Invalid`."""
    name, company, role = (
        clean_line(text).strip(_ASTRAY) for text in (raw.name, raw.company, raw.role)
    )
    if name[:1] in _QUOTES and name[:1] == name[-1:]:
        name = name.strip(name[0]).strip()  # as Outlook shows some
    if name.lower() in _NO_NAME:
        name = ""
    about = [clean_text(_unmarked(text)) for text in raw.about]
    about += [f"{clean_line(label)}: {clean_text(value)}" for label, value in raw.kept]
    if fold(company) in _NO_COMPANY and name:
        about.append(f"Company: {company}")
        company = ""
    name, written = _without_addresses(name)
    addresses, numbers = _ways(raw)
    emails = _emails([*addresses, *written], about)
    phones = _phones(numbers, about)
    name = name or ("" if company else _named_beside(raw.emails))
    by = None
    if is_nameless(name) or not (name or company):
        if "@" not in name and name and not any(_digits(name) == _digits(each) for each in phones):
            phones = (*phones, name)
        name, by = _called(emails, phones)
    if not (name or company):
        return None
    person = None
    if name or emails or phones or role:
        # A number without a name is that of the company: nobody else can be asked for.
        person = Person(name=name or company, role=role, phones=phones, emails=emails)
    return Contact(
        company=company,
        person=person,
        website=_website(raw.websites, raw.profiles, about),
        tags=tuple(dict.fromkeys(filter(None, map(clean_line, raw.tags)))),
        about="\n".join(filter(None, about)),
        do_not_call=raw.do_not_call,
        called_by=by,
    )


def _called(emails: Sequence[str], phones: Sequence[str]) -> tuple[str, CalledBy | None]:
    """Return what somebody without a name is called, and by what; nothing: nobody is reached."""
    if email := next((each for each in emails if not nobody_reads(each)), ""):
        return called(email), CalledBy.EMAIL
    return (phones[0], CalledBy.PHONE) if phones else ("", None)


def _digits(text: str) -> str:
    return "".join(filter(str.isdecimal, text))


def _ways(raw: RawContact) -> tuple[list[str], list[str]]:
    """Return the addresses and the numbers, whichever column people have written them into."""
    numbers = [each for each in raw.emails if _NUMBER.fullmatch(each)]
    addresses = [each for each in raw.phones if "@" in each and not _SCHEME.match(each)]
    if not numbers and not addresses:
        return raw.emails, raw.phones
    return (
        [*(each for each in raw.emails if each not in numbers), *addresses],
        [*(each for each in raw.phones if each not in addresses), *numbers],
    )


def _without_addresses(name: str) -> tuple[str, list[str]]:
    """Return a name, and the addresses that people write beside it: ``Jane Li <jane@…>``.

    Where nothing else says who it is, the address stays the name.
    """
    if "@" not in name:
        return name, []
    found = _ADDRESS.findall(name)
    left = " ".join(_BRACKETS.sub(" ", _ADDRESS.sub(" ", name)).split()).strip(f"{_ASTRAY}-|/:")
    return (left if any(char.isalpha() for char in left) else name), found


def _phones(found: list[str], about: list[str]) -> tuple[str, ...]:
    """Return the numbers; what can be none is put down in words."""
    phones: dict[str, str] = {}
    for cell in found:
        for number in _numbers(cell):
            if _ROUNDED.fullmatch(number):
                about.append(f"Phone, rounded by a spreadsheet: {number}")
            elif len(_digits(number)) >= _FEWEST and can_be_called(number):
                phones.setdefault(_dialled(number), number)
            elif number and number.lower() not in _NOTHING:
                about.append(f"Phone as it was imported: {number}")
    return tuple(phones.values())


def _dialled(number: str) -> str:
    """Return what tells a number from others: its digits, and a plus before them."""
    digits = _digits(number)
    return f"+{digits}" if number.startswith("+") else digits


def _named_beside(emails: list[str]) -> str:
    """Return whom an address is of by the words before it: ``Jane Li <jane@x.example>``."""
    found = next(filter(None, map(_MAILBOX.match, emails)), None)
    return clean_line(found[1]).strip(_ASTRAY) if found else ""


def _unmarked(text: str) -> str:
    """Return a note without the marks of HTML, in which many programs keep notes."""
    if "<" not in text or not _MARKED.search(text):
        return text
    lines = _ANY_MARK.sub("", _LINE_ENDS.sub("\n", text))
    return "\n".join(filter(None, map(str.strip, html.unescape(lines).splitlines())))


def can_be_called(text: str) -> bool:
    """Say whether a number is none of a day, of a place on a map or of a machine."""
    return not _NO_PHONE.fullmatch(text.strip())


def _numbers(cell: str) -> list[str]:
    """Return the numbers of a cell: people write several into one."""
    numbers: list[str] = []
    for part in _BETWEEN.split(cell):
        line = _DECIMAL.sub(r"\1", clean_line(part).removeprefix("'"))
        line = line[2:] if line[:2].lower() == "p:" else line  # how Facebook's leads begin
        several = _ALSO_BETWEEN.split(line)
        apart = all(sum(map(str.isdecimal, each)) >= _OWN_NUMBER for each in several)
        numbers += several if apart else [line]
    return [number for number in numbers if number]


def _emails(found: list[str], about: list[str]) -> tuple[str, ...]:
    """Return the addresses; what can be none is put down in words."""
    emails: dict[str, str] = {}
    several = [each for cell in found for each in _addresses(cell)]
    for email in filter(None, map(clean_line, several)):
        trimmed = email.strip(_AROUND)
        trimmed = trimmed[7:] if trimmed[:7].lower() == "mailto:" else trimmed
        before, _, after = trimmed.partition("@")
        if before and after and "@" not in after and " " not in trimmed:
            emails.setdefault(fold(trimmed), trimmed)
        elif email.lower() not in _NOTHING:
            about.append(f"E-mail as it was imported: {email}")
    return tuple(emails.values())


def _addresses(cell: str) -> list[str]:
    """Return the addresses of a cell: people write several into one, with names around them."""
    if cell.count("@") == 1 and "<" not in cell:
        line = cell.strip()
        # “jane@x.example (work)”: what stands beside an address is not one.
        return [part for part in _BLANKS.split(line) if "@" in part] if " (" in line else [cell]
    angled = _IN_ANGLES.findall(cell)
    if angled and len(angled) == cell.count("@"):
        return [str(each) for each in angled]
    return _BLANKS.split(_NAMED.sub(r",\1", cell)) if cell.count("@") > 1 else [cell]


def _website(found: list[str], profiles: list[str], about: list[str]) -> str:
    """Return the first address of a website; profiles and others are put down in words."""
    website = ""
    own = set(profiles)
    for address in dict.fromkeys(filter(None, map(clean_line, (*found, *profiles)))):
        whole = address if _SCHEME.match(address) else f"https://{address}"
        if (
            website or address in own or _PROFILE.match(address) or "." not in address
            or not _is_address(whole)
        ):  # fmt: skip
            if address.lower() not in _NOTHING:
                about.append(f"Web: {address}")
        else:
            website = whole
    return website


def _is_address(address: str) -> bool:
    try:
        check_web_address("website", address)
    except Invalid:
        return False
    return True
