"""Ways to reach somebody, as a page gives them: e-mail addresses, phone numbers, profiles."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate, groupby
from urllib.parse import unquote

from followup_tui.domain.page import Contact
from followup_tui.domain.text import clean_line, fold
from followup_tui.web import emails
from followup_tui.web.dom import attribute, line, text_of
from followup_tui.web.figures import hold_figures
from followup_tui.web.marked import ORGANISATIONS, of_kind
from followup_tui.web.profiles import profile_of
from followup_tui.web.sheet import Sheet
from followup_tui.web.tag import Tag

MOST_CONTACTS = 60
_MANY_DIGITS = re.compile(r"\d(?:[\s()./+\u00a0\u2011\u2013-]{0,3}\d){6}")
_USUAL_WORDS = """email,e-mail,mail,email us,e-mail us,mail us,contact,contact us,call,call us,
call now,kontakt,telefon,phone,write to us,write us,send,here,hier,tel,send email,send an email,
send us an email,e-mail schreiben,jetzt anrufen,anrufen,appelez-nous,llamar,chiama,bel ons,ring,
mobile,mobil,get in touch,e-mail senden,nous ecrire"""
_USUAL = frozenset(word.strip() for word in _USUAL_WORDS.split(","))


def find_contacts(sheet: Sheet) -> tuple[Contact, ...]:
    """Return the e-mail addresses, phone numbers and profiles on the page, each once."""
    found: dict[tuple[str, str], Contact] = {}
    for contact, method, words in (*_linked(sheet), *_written(sheet), *_marked(sheet)):
        key = (contact.kind, _key(contact))
        old = found.get(key)
        if old is None or (contact.name and not old.name):
            source = sheet.source(method, words or contact.value)
            found[key] = Contact(
                kind=contact.kind,
                value=contact.value if old is None else old.value,
                name=contact.name,
                source=source,
            )
        if len(found) >= MOST_CONTACTS:
            break
    return tuple(found.values())


def _key(contact: Contact) -> str:
    """Return what makes two ways of writing a contact the same."""
    if contact.kind == "phone":
        return re.sub(r"\D", "", contact.value).lstrip("0")[-9:]
    plain = fold(contact.value).rstrip("/")
    return re.sub(r"^https?://(?:www\.|[a-z]{2}\.)?", "", plain)


_Found = tuple[Contact, str, str]


def _region(sheet: Sheet) -> str:
    from followup_tui.web import phones  # noqa: PLC0415 -- 80 ms: only for pages with numbers

    country = next(
        (
            address.text("addressCountry")
            for one in of_kind(sheet.marked, ORGANISATIONS)
            for address in one.inside("address")
        ),
        "",
    )
    return phones.region_of(sheet.page.url, sheet.language, country)


def _linked(sheet: Sheet) -> Iterator[_Found]:
    """Give what the page links to: mailto, tel, profiles, protected addresses."""
    protected = "data-cfemail" in sheet.page.attributes
    for tag in sheet.page.all("a", "span") if protected else sheet.page.all("a"):
        if "data-cfemail" in tag.attrs:
            email = emails.protected(attribute(tag, "data-cfemail"))
            if email:
                yield Contact(kind="email", value=clean_line(email)), "protected", ""
        written = tag.attrs.get("href") if tag.name == "a" else None
        if not isinstance(written, str) or (written[:1] in "/#?." and "#" not in written[1:]):
            continue  # a page of their own; the address of a hidden one stands behind a #
        address = attribute(tag, "href")
        scheme, _, rest = address.partition(":")
        scheme = scheme.strip().lower()
        if scheme == "mailto":
            yield from _mails(tag, rest)
        elif scheme in {"tel", "callto"}:
            yield from _phone(sheet, tag, rest)
        elif "cdn-cgi/l/email-protection#" in address:
            email = emails.protected(address.partition("#")[2])
            if email:
                yield Contact(kind="email", value=clean_line(email)), "protected", ""
        elif scheme in {"http", "https"} and (profile := profile_of(address)):
            words = text_of(tag, 80) or attribute(tag, "aria-label") or attribute(tag, "title")
            yield Contact(kind="profile", value=profile, name=line(words, 80)), "link", words


def _mails(tag: Tag, rest: str) -> Iterator[_Found]:
    listed = unquote(rest.partition("?")[0]).replace(";", ",").split(",")
    words = text_of(tag, 120)
    for part in listed:
        email = clean_line(part)
        if emails.is_email(email) and not emails.is_filling(email):
            yield Contact(kind="email", value=email, name=_name(words, email)), "mailto", words


def _phone(sheet: Sheet, tag: Tag, rest: str) -> Iterator[_Found]:
    from followup_tui.web import phones  # noqa: PLC0415 -- 80 ms: only for pages with numbers

    number = clean_line(unquote(rest).partition(";")[0]).removeprefix("//")
    words = text_of(tag, 120)
    if not 5 <= len(re.sub(r"\D", "", number)) <= 17 or phones.is_filling(number):
        return
    value = phones.normal(number, _region(sheet), sure=True) or number
    same = re.sub(r"\D", "", words)[-5:] == re.sub(r"\D", "", number)[-5:]
    around = f"{tag.parent.get_text(' ')[:80] if tag.parent is not None else ''}"
    if re.search(r"\bfax\b", f"{words} {around}", re.IGNORECASE) and "tel" not in around.lower():
        return
    yield (
        Contact(kind="phone", value=value, name="" if same else _name(words, number)),
        "tel",
        words,
    )


def _written(sheet: Sheet) -> Iterator[_Found]:
    """Give what stands in the text of the page, its footer included."""
    blocks = sheet.outline.blocks
    numbered = _numbered(sheet)
    mails = emails.may_be_written_in(sheet.text)
    region: str | None = None
    for place in range(len(blocks)) if mails else sorted(numbered):
        text = blocks[place].text
        for email in emails.written_in(text) if mails else ():
            yield Contact(kind="email", value=email), "text", text
        if place not in numbered or len(text) > 2000 or not _MANY_DIGITS.search(text):
            continue
        from followup_tui.web import phones  # noqa: PLC0415 -- 80 ms: only for pages with numbers

        region = _region(sheet) if region is None else region
        label = blocks[place - 1].text if place else ""
        if len(text) <= 40 and phones.LABEL.match(label):
            text = f"{label.strip(' .:')}: {text}"
        for number in phones.written_in(text, region):
            yield Contact(kind="phone", value=number), "text", text


def _numbered(sheet: Sheet) -> set[int]:
    """Return which blocks may hold a number to call.

    What reaches over several blocks marks all of them: each holds a figure, or is but a sign that
    stands between figures.
    """
    texts = [block.text for block in sheet.outline.blocks]
    numbered = hold_figures(texts)
    found: set[int] = set()
    for may, run in groupby(
        range(len(texts)), lambda place: numbered[place] or len(texts[place]) < 2
    ):
        if not may:
            continue
        places = list(run)
        ends = list(accumulate(len(texts[place]) + 1 for place in places))
        for number in _MANY_DIGITS.finditer("\n".join(texts[place] for place in places)):
            first, last = bisect_right(ends, number.start()), bisect_right(ends, number.end() - 1)
            found.update(places[first : last + 1])
    return found


def _marked(sheet: Sheet) -> Iterator[_Found]:
    """Give what the page marks up as the company's own."""
    for one in of_kind(sheet.marked, ORGANISATIONS):
        email = one.text("email").removeprefix("mailto:")
        if emails.is_email(email) and not emails.is_filling(email):
            yield Contact(kind="email", value=email), one.method, email
        phone = one.text("telephone").removeprefix("tel:")
        if 6 <= len(re.sub(r"\D", "", phone)) <= 15:
            from followup_tui.web import phones  # noqa: PLC0415 -- as above

            value = phones.normal(phone, _region(sheet), sure=True)
            if value:
                yield Contact(kind="phone", value=value), one.method, phone
        for same in one.all("sameAs"):
            profile = profile_of(clean_line(same)) if isinstance(same, str) else ""
            if profile:
                yield Contact(kind="profile", value=profile), one.method, profile


def _name(words: str, value: str) -> str:
    """Return whose contact it is where the link says so, rather than the contact again."""
    if "@" in words or re.search(r"\d{4}", words.replace(" ", "")):
        return ""
    plain = fold(words).strip(" :.!>»→")
    return "" if plain in _USUAL or plain == fold(value) or len(words) > 60 else words
