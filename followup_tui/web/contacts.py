"""Links and ways to reach somebody, as a page gives them."""

from __future__ import annotations

import re
from urllib.parse import unquote

from followup_tui.domain.page import Contact
from followup_tui.domain.text import clean_line, fold
from followup_tui.web.dom import Page, attribute, text_of

MOST_CONTACTS = 60

_EMAIL = re.compile(r"[\w.+'-]{1,64}@(?:[\w-]{1,63}\.){1,8}\w{2,24}$")
_PROFILE = re.compile(
    r"^https?://(?:[a-z]{2,3}\.)?(?:linkedin\.com/(?:in|company)|xing\.com/(?:profile|pages)|"
    r"github\.com|(?:twitter|x)\.com|facebook\.com|instagram\.com|youtube\.com/@)/?[^/?#]{2,}",
    re.IGNORECASE,
)
_SHARING = re.compile(r"share|sharer|intent/|dialog/", re.IGNORECASE)


def _name(words: str, value: str) -> str:
    """Return whose contact it is where the link says so, rather than the contact again."""
    if "@" in words or re.search(r"\d{4}", words.replace(" ", "")):
        return ""
    usual = {"email", "e-mail", "mail", "email us", "contact", "contact us", "call", "call us"}
    usual |= {
        "kontakt",
        "telefon",
        "phone",
        "write to us",
        "send",
        "here",
        "hier",
        "tel",
        "mail us",
    }
    plain = fold(words).strip(" :.!")
    return "" if plain in usual or plain == fold(value) else words


def _of_address(address: str, words: str) -> list[Contact]:
    scheme, _, rest = address.partition(":")
    scheme = scheme.strip().lower()
    if scheme == "mailto":
        listed = unquote(rest.partition("?")[0]).replace(";", ",").split(",")
        emails = [clean_line(part) for part in listed]
        return [
            Contact(kind="email", value=email, name=_name(words, email))
            for email in emails
            if _EMAIL.fullmatch(email)
        ]
    if scheme in {"tel", "callto"}:
        number = clean_line(unquote(rest).partition(";")[0]).removeprefix("//")
        shown = words if re.sub(r"\D", "", words) and len(words) < 40 else number
        if 5 <= len(re.sub(r"\D", "", number)) <= 17:
            same = re.sub(r"\D", "", shown)[-5:] == re.sub(r"\D", "", number)[-5:]
            return [Contact(kind="phone", value=number, name="" if same else _name(words, number))]
    return []


def find_contacts(page: Page) -> tuple[Contact, ...]:
    """Return the e-mail addresses, phone numbers and profiles that the page links to."""
    found: dict[tuple[str, str], Contact] = {}
    for tag in page.all("a"):
        address = attribute(tag, "href")
        words = text_of(tag, 120)
        contacts = _of_address(address, words)
        if _PROFILE.match(address) and not _SHARING.search(address):
            contacts = [Contact(kind="profile", value=address, name=_name(words, address))]
        for contact in contacts:
            key = (contact.kind, fold(contact.value).replace(" ", ""))
            if key not in found or (contact.name and not found[key].name):
                found[key] = contact
        if len(found) >= MOST_CONTACTS:
            break
    return tuple(found.values())
