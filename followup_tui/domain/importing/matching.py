"""Who a row is, among everybody who is there: for sure, or likely."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from followup_tui.domain.client import Person
from followup_tui.domain.importing.companies import Likeness
from followup_tui.domain.importing.known import MOST, KnownPeople
from followup_tui.domain.importing.mail import is_for_all
from followup_tui.domain.importing.names import may_be_one, name_words, names_are_one
from followup_tui.domain.importing.phones import phone_key
from followup_tui.domain.importing.plan import Contact
from followup_tui.domain.importing.reaching import is_nameless
from followup_tui.domain.importing.who import KnownClient, KnownPerson, Match, profiles_in
from followup_tui.domain.text import fold


def _one_by_mail(email: str, name: str, known: str) -> bool:
    """Say whether two names with one address are of one person, who alone reads it.

    `known` may be empty: then nothing contradicts it.
    """
    if not known:
        return not is_for_all(email)
    if is_for_all(email):
        return names_are_one(name, known)[0] is Likeness.SAME
    return may_be_one(name, known)


class Matching:
    """Finds who a contact is."""

    def __init__(self, known: KnownPeople, region: str) -> None:
        self._known = known
        self._region = region

    def match(self, contact: Contact) -> Match | None:
        """Return who `contact` is, or may be; None: nobody who is there."""
        person = contact.person
        if person is None:
            client = self._known.company(contact)
            return Match(None, client, "the same company") if client else None
        if contact.called_by is not None:
            return self._by_way(contact, person)
        return (
            self._by_profile(contact, person)
            or self._by_email(person)
            or self._by_phone(person)
            or self._by_name(contact, person)
        )

    def _by_way(self, contact: Contact, person: Person) -> Match | None:
        """Return who has the address or the number of somebody without a name: they are it."""
        ways = (
            ("the same e-mail", [e for each in person.emails for e in self._with_mail(each)]),
            (
                "the same phone number",
                [e for each in person.phones for e in self._with_phone(each)],
            ),
        )
        for by, found in ways:
            if found:
                sure = len({each.client.key for each in found}) == 1
                return Match(found[0], found[0].client, by, sure=sure)
        if is_nameless(person.name):
            return None
        alike = self._by_name(contact, person)
        if alike is None:
            return None
        by = f"{alike.by}, but it was made of {contact.called_by}"
        return replace(alike, by=by, sure=False)

    def _with_mail(self, email: str) -> Sequence[KnownPerson]:
        return self._known.emails.all(fold(email), MOST)

    def _with_phone(self, phone: str) -> Sequence[KnownPerson]:
        key = phone_key(phone, self._region)
        return self._known.phones.all(key, MOST) if key else ()

    def _by_profile(self, contact: Contact, person: Person) -> Match | None:
        for profile in profiles_in(contact.about):
            known = self._known.profiles.first(profile)
            if known is not None and may_be_one(person.name, known.name):
                return Match(known, known.client, "the same profile")
        return None

    def _by_email(self, person: Person) -> Match | None:
        unsure: Match | None = None
        for email in map(fold, person.emails):
            for known in self._with_mail(email):
                if _one_by_mail(email, person.name, self._known.name_of(known)):
                    return Match(known, known.client, "the same e-mail")
                if not is_for_all(email):
                    by = "the same e-mail, but another name"
                    unsure = unsure or Match(known, known.client, by, sure=False)
        return unsure

    def _by_phone(self, person: Person) -> Match | None:
        for phone in person.phones:
            for known in self._with_phone(phone):
                name = self._known.name_of(known)
                if not name or may_be_one(person.name, name):
                    return Match(known, known.client, "the same phone number")
        return None

    def _by_name(self, contact: Contact, person: Person) -> Match | None:
        """Return somebody of that name, or one like it, at that company, or one like it."""
        if not contact.company:
            return self._alone(person)
        client = self._known.company(contact)
        if client is not None:
            found = self.at_company(client, person)
            if found is not None:
                return found
        return next(self._at_alike(contact, person), None)

    def _at_alike(self, contact: Contact, person: Person) -> Iterator[Match]:
        for alike in self._known.alike(contact):
            found = self.at_company(alike, person)
            if found is not None:
                by = f"{found.by} at a company called nearly the same"
                yield Match(found.person, alike, by, sure=False)

    def _alone(self, person: Person) -> Match | None:
        """Return who a person without a company is, or may be, by the name alone."""
        words = name_words(person.name)
        known = self._known.names.first(words)
        if known is None:
            return None
        if known.client.is_lone:
            return Match(known, known.client, "the same name")
        if len(words) < 2 or self._known.differ(person, known):
            return None
        return Match(known, known.client, "the same name, without a company", sure=False)

    def at_company(self, client: KnownClient, person: Person) -> Match | None:
        """Return who of a client a person is, or may be."""
        unsure: Match | None = None
        seen: set[int] = set()
        for word in dict.fromkeys(name_words(person.name)):
            for known in self._known.at(client, word):
                if known.key in seen:
                    continue
                seen.add(known.key)
                likeness, why = names_are_one(person.name, known.name)
                if likeness is Likeness.SAME:
                    return Match(known, client, "the same name")
                if likeness is Likeness.ALIKE and not self._known.differ(person, known):
                    unsure = unsure or Match(known, client, why, sure=False)
        return unsure

    def namesake(self, contact: Contact) -> KnownPerson | None:
        """Return somebody of the same name elsewhere."""
        return self._known.names.first(name_words(contact.person.name)) if contact.person else None

    def proposed(self, contact: Contact) -> Iterator[Match]:
        """Yield whom `contact` may be, the likeliest first; the same client once."""
        seen: set[int] = set()
        for match in self._candidates(contact):
            if match.client.key not in seen:
                seen.add(match.client.key)
                yield match

    def _candidates(self, contact: Contact) -> Iterator[Match]:
        if match := self.match(contact):
            yield match
        if client := self._known.company(contact) or self._known.company_by_mail(contact):
            yield Match(None, client, "the same company", sure=False)
        if contact.person is not None:
            yield from self._at_alike(contact, contact.person)
        for client in self._known.alike(contact):
            yield Match(None, client, "called nearly the same", sure=False)
        words = name_words(contact.person.name) if contact.person else ()
        for known in self._known.names.all(words, MOST) if words else ():
            yield Match(known, known.client, "the same name", sure=False)
