"""Everybody who is there, on the desk and in the rows so far, by all that they can be known by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from followup_tui.domain.client import Client, Person
from followup_tui.domain.importing.beyond import lines_of
from followup_tui.domain.importing.companies import (
    Likeness,
    companies_are_one,
    company_key,
)
from followup_tui.domain.importing.mail import company_domain, host_of, is_for_all
from followup_tui.domain.importing.names import may_be_one, name_words, names_are_one
from followup_tui.domain.importing.phones import phone_key
from followup_tui.domain.importing.plan import Contact
from followup_tui.domain.importing.who import KnownClient, KnownPerson, Match, profiles_in
from followup_tui.domain.text import fold

_MOST = 24
"""Candidates that one name is compared with: so that a file of one company stays linear."""
_BLOCK = 4  # letters by which companies that may be one are found


def _one_by_mail(email: str, name: str, known: str) -> bool:
    """Say whether two names with one address are of one person, who alone reads it."""
    if is_for_all(email):
        return names_are_one(name, known)[0] is Likeness.SAME
    return may_be_one(name, known)


class KnownPeople:
    """Finds who a contact is among everybody who is there."""

    def __init__(self, region: str) -> None:
        self._region = region
        self._emails: dict[str, list[KnownPerson]] = {}
        self._phones: dict[str, list[KnownPerson]] = {}
        self._profiles: dict[str, KnownPerson] = {}
        self._clients: dict[str, KnownClient] = {}
        self._exactly: dict[str, KnownClient] = {}
        self._near: dict[str, list[str]] = {}
        self._domains: dict[str, KnownClient | None] = {}
        self._at: dict[tuple[int, str], list[KnownPerson]] = {}
        self._names: dict[tuple[str, ...], KnownPerson] = {}

    # Who is there

    def add_desk(self, clients: Iterable[Client]) -> None:
        """Take in the clients of the desk."""
        for client in clients:
            lone = len(client.people) == 1 and fold(client.people[0].name) == fold(client.name)
            known = KnownClient(
                client.name,
                client.id,
                website=client.website,
                tags=set(client.tags),
                about=client.about,
                do_not_call=client.do_not_call is not None,
                is_lone=lone,
            )
            self.add_client(known)
            for person in client.people:
                self.add_person(known, person, about=client.about if lone else "")
            self._by_profiles_of(known, client)

    def _by_profiles_of(self, known: KnownClient, client: Client) -> None:
        """Find whose profiles stand among the notes of a company: its lines begin with the name."""
        names = {fold(person.name): person.name for person in client.people}
        for line in client.about.split("\n") if "com/" in client.about else ():
            who = names.get(fold(line.partition(": ")[0]))
            whose = who or (client.people[0].name if len(client.people) == 1 else "")
            person = self._called(known, whose) if whose else None
            if person is not None:
                for profile in profiles_in(line):
                    self._profiles.setdefault(profile, person)

    def _called(self, client: KnownClient, name: str) -> KnownPerson | None:
        words = name_words(name)
        there = self._at.get((id(client), words[-1]), ()) if words else ()
        return next((person for person in there if name_words(person.name) == words), None)

    def add_client(self, client: KnownClient) -> None:
        """Take in a client; who came first stays the one that is named."""
        self._exactly.setdefault(fold(client.name), client)
        if client.is_lone:
            return
        key = company_key(client.name)
        if key not in self._clients:
            self._clients[key] = client
            block = self._near.setdefault(key[:_BLOCK], [])
            if len(block) < _MOST:
                block.append(key)
        if host := host_of(client.website):
            self._by_domain(host, client)

    def _by_domain(self, domain: str, client: KnownClient) -> None:
        if client.is_lone or not domain:
            return
        if self._domains.setdefault(domain, client) is not client:
            self._domains[domain] = None  # that of two companies tells nothing

    def add_person(
        self,
        client: KnownClient,
        person: Person,
        *,
        about: str = "",
        row: int = 0,
        line: int = 0,
        place: str = "",
    ) -> KnownPerson:
        """Take in somebody of a client."""
        known = KnownPerson(client, person.name, row, line, place, person.role)
        self._names.setdefault(name_words(person.name), known)
        for word in set(name_words(person.name)):
            there = self._at.setdefault((id(client), word), [])
            if len(there) < _MOST:
                there.append(known)
        self.learn(known, person, about)
        return known

    def learn(self, known: KnownPerson, person: Person, about: str) -> None:
        """Take in by what else somebody can be known."""
        for email in map(fold, person.emails):
            if email not in known.emails:
                known.emails.add(email)
                self._emails.setdefault(email, []).append(known)
                if domain := company_domain(email):
                    self._by_domain(domain, known.client)
        for phone in person.phones:
            key = phone_key(phone, self._region)
            known.phones.add(key or fold(phone))
            if key:
                self._phones.setdefault(key, []).append(known)
        for profile in profiles_in(about):
            self._profiles.setdefault(profile, known)
        known.role = known.role or person.role

    # Who somebody is

    def match(self, contact: Contact) -> Match | None:
        """Return who `contact` is, or may be; None: nobody who is there."""
        person = contact.person
        if person is None:
            client = self.company(contact)
            return Match(None, client, "the same company") if client else None
        return (
            self._by_profile(contact, person)
            or self._by_email(person)
            or self._by_phone(person)
            or self._by_name(contact, person)
        )

    def _by_profile(self, contact: Contact, person: Person) -> Match | None:
        for profile in profiles_in(contact.about):
            known = self._profiles.get(profile)
            if known is not None and may_be_one(person.name, known.name):
                return Match(known, known.client, "the same profile")
        return None

    def _by_email(self, person: Person) -> Match | None:
        unsure: Match | None = None
        for email in map(fold, person.emails):
            for known in self._emails.get(email, ())[:_MOST]:
                if _one_by_mail(email, person.name, known.name):
                    return Match(known, known.client, "the same e-mail")
                if not is_for_all(email):
                    by = "the same e-mail, but another name"
                    unsure = unsure or Match(known, known.client, by, sure=False)
        return unsure

    def _by_phone(self, person: Person) -> Match | None:
        for phone in person.phones:
            key = phone_key(phone, self._region)
            for known in self._phones.get(key, ())[:_MOST] if key else ():
                if may_be_one(person.name, known.name):
                    return Match(known, known.client, "the same phone number")
        return None

    def _by_name(self, contact: Contact, person: Person) -> Match | None:
        """Return somebody of that name, or one like it, at that company, or one like it."""
        if not contact.company:
            return self._alone(person)
        client = self.company(contact)
        if client is not None:
            found = self._at_company(client, person)
            if found is not None:
                return found
        for alike in self._alike(company_key(contact.company)):
            found = self._at_company(alike, person)
            if found is not None:
                by = f"{found.by} at a company called nearly the same"
                return Match(found.person, alike, by, sure=False)
        return None

    def _alone(self, person: Person) -> Match | None:
        """Return who a person without a company is, or may be, by the name alone."""
        words = name_words(person.name)
        known = self._names.get(words)
        if known is None:
            return None
        if known.client.is_lone:
            return Match(known, known.client, "the same name")
        if len(words) < 2 or self._differ(person, known):
            return None
        return Match(known, known.client, "the same name, without a company", sure=False)

    def _at_company(self, client: KnownClient, person: Person) -> Match | None:
        unsure: Match | None = None
        seen: set[int] = set()
        for word in set(name_words(person.name)):
            for known in self._at.get((id(client), word), ()):
                if id(known) in seen:
                    continue
                seen.add(id(known))
                likeness, why = names_are_one(person.name, known.name)
                if likeness is Likeness.SAME:
                    return Match(known, client, "the same name")
                if likeness is Likeness.ALIKE and not self._differ(person, known):
                    unsure = unsure or Match(known, client, why, sure=False)
        return unsure

    def _differ(self, person: Person, known: KnownPerson) -> bool:
        """Say whether each has an own address at the same domain: then they are colleagues."""
        mine = {fold(email) for email in person.emails if not is_for_all(email)}
        theirs = {email for email in known.emails if not is_for_all(email)}
        domains = {email.rpartition("@")[2] for email in theirs}
        return any(email.rpartition("@")[2] in domains for email in mine - theirs)

    # Which client

    def company(self, contact: Contact) -> KnownClient | None:
        """Return the client that is the company of `contact`."""
        if not contact.company:
            return None
        return self._exactly.get(fold(contact.company)) or self._clients.get(
            company_key(contact.company)
        )

    def company_by_mail(self, contact: Contact) -> KnownClient | None:
        """Return the company whose own domain the address is of, for who names none."""
        if contact.company or contact.person is None:
            return None
        for email in contact.person.emails:
            if domain := company_domain(email):
                return self._domains.get(domain)
        return None

    def alike(self, contact: Contact) -> KnownClient | None:
        """Return a client that may be the company of `contact`, being called nearly the same."""
        return next(self._alike(company_key(contact.company)), None) if contact.company else None

    def _alike(self, key: str) -> Iterator[KnownClient]:
        for other in self._near.get(key[:_BLOCK], ()):
            if companies_are_one(key, other) is Likeness.ALIKE:
                yield self._clients[other]

    def namesake(self, contact: Contact) -> KnownPerson | None:
        """Return somebody of the same name elsewhere."""
        return self._names.get(name_words(contact.person.name)) if contact.person else None

    # What a row adds

    def added(self, contact: Contact, match: Match) -> tuple[str, ...]:
        """Return in words what `contact` has that is not known of who it is."""
        known, client, person = match.person, match.client, contact.person
        parts: list[tuple[int, str, str]] = []
        if known is not None and person is not None:
            emails = {fold(email) for email in person.emails} - known.emails
            numbers = {phone_key(each, self._region) or fold(each) for each in person.phones}
            parts.append((len(emails), "an e-mail", "e-mails"))
            parts.append((len(numbers - known.phones), "a phone number", "phone numbers"))
            parts.append((bool(person.role and not known.role), "what they do", ""))
        parts.append((bool(contact.website and not client.website), "a website", ""))
        parts.append((len(set(contact.tags) - client.tags), "a tag", "tags"))
        lines = [line for line in self._lines(contact, match) if line not in client.about]
        parts.append((bool(lines), "notes", ""))
        wish = contact.do_not_call and not client.do_not_call
        parts.append((wish, "the wish not to be called", ""))
        return tuple(
            f"{number} {many}" if number > 1 and many else one
            for number, one, many in parts
            if number
        )

    def _lines(self, contact: Contact, match: Match) -> tuple[str, ...]:
        role = match.person.role if match.person else ""
        client = match.client
        return lines_of(contact, client=client.name, website=client.website, role=role)

    def take_in(self, contact: Contact, match: Match) -> None:
        """Remember what a row adds to who it is of."""
        client = match.client
        lines = (line for line in self._lines(contact, match) if line not in client.about)
        client.about = "\n".join((client.about, *lines))
        client.website = client.website or contact.website
        client.tags |= set(contact.tags)
        client.do_not_call = client.do_not_call or contact.do_not_call
        if match.person is not None and contact.person is not None:
            self.learn(match.person, contact.person, contact.about)
