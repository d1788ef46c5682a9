"""Everybody who is there, on the desk and in the rows so far, by all that they can be known by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from followup_tui.domain.client import Client, Person
from followup_tui.domain.importing.beyond import lines_of
from followup_tui.domain.importing.companies import Likeness, companies_are_one, company_key
from followup_tui.domain.importing.mail import company_domain, host_of, is_for_all
from followup_tui.domain.importing.names import name_words
from followup_tui.domain.importing.phones import phone_key
from followup_tui.domain.importing.plan import Contact
from followup_tui.domain.importing.turns import Told, Turns
from followup_tui.domain.importing.who import KnownClient, KnownPerson, Match, profiles_in
from followup_tui.domain.text import fold

MOST = 24
"""Candidates that one name is compared with: so that a file of one company stays linear."""
_BLOCK = 4  # letters by which companies that may be one are found


class KnownPeople:
    """Keeps who is there, and what each row adds to it: a row knows of those before it."""

    def __init__(self, region: str, turns: Turns) -> None:
        """Numbers without a country code belong to `region`; `turns` says whose turn it is."""
        self._region = region
        self.emails: Told[str, KnownPerson] = Told(turns)
        self.phones: Told[str, KnownPerson] = Told(turns)
        self.profiles: Told[str, KnownPerson] = Told(turns)
        self.names: Told[tuple[str, ...], KnownPerson] = Told(turns)
        self._at: Told[tuple[int, str], KnownPerson] = Told(turns)
        self._exactly: Told[str, KnownClient] = Told(turns)
        self._companies: Told[str, KnownClient] = Told(turns)
        self._near: Told[str, str] = Told(turns)
        self._domains: Told[str, KnownClient] = Told(turns)
        # What is known of a client or a person, by its key
        self._own_domains: Told[tuple[int, str], bool] = Told(turns)
        self._websites: Told[int, str] = Told(turns)
        self._tags: Told[tuple[int, str], bool] = Told(turns)
        self._notes: Told[int, str] = Told(turns)
        self._wishes: Told[int, bool] = Told(turns)
        self._emails_of: Told[int, str] = Told(turns)
        self._phones_of: Told[int, str] = Told(turns)
        self._roles: Told[int, str] = Told(turns)
        self._names_of: Told[int, str] = Told(turns)
        self._desk: dict[str, KnownClient] = {}
        self._compared: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {}
        """By key of a company: those it was compared with, and those of them that are alike."""
        self._next = -1  # key of somebody on the desk

    # Who is there

    def add_desk(self, clients: Iterable[Client]) -> None:
        """Take in the clients of the desk."""
        for client in clients:
            lone = len(client.people) == 1 and fold(client.people[0].name) == fold(client.name)
            known = KnownClient(self._key(), client.name, client.id, is_lone=lone)
            self._desk[client.id] = known
            self.add_client(
                known,
                Contact(
                    company=client.name,
                    website=client.website,
                    tags=client.tags,
                    about=client.about,
                    do_not_call=client.do_not_call is not None,
                ),
            )
            for person in client.people:
                someone = KnownPerson(self._key(), known, person.name)
                self.add_person(someone, person, about=client.about if lone else "")
            self._by_profiles_of(known, client)

    def _key(self) -> int:
        self._next -= 1
        return self._next

    def _by_profiles_of(self, known: KnownClient, client: Client) -> None:
        """Find whose profiles stand among the notes of a company: its lines begin with the name."""
        names = {fold(person.name): person.name for person in client.people}
        for line in client.about.split("\n") if "com/" in client.about else ():
            who = names.get(fold(line.partition(": ")[0]))
            whose = who or (client.people[0].name if len(client.people) == 1 else "")
            person = self._called(known, whose) if whose else None
            if person is not None:
                for profile in profiles_in(line):
                    self.profiles.say(profile, person)

    def _called(self, client: KnownClient, name: str) -> KnownPerson | None:
        words = name_words(name)
        there = self._at.all((client.key, words[-1])) if words else ()
        return next((person for person in there if name_words(person.name) == words), None)

    def on_the_desk(self, client_id: str) -> KnownClient | None:
        """Return a client of the desk by its id; None: it is not there."""
        return self._desk.get(client_id)

    def add_client(self, client: KnownClient, contact: Contact) -> None:
        """Take in a client with what is said of it; who came first stays the one that is named."""
        self._exactly.say(fold(client.name), client)
        self._take_in(client, contact, (contact.about,) if contact.about else ())
        if client.is_lone:
            return
        key = company_key(client.name)
        if self._companies.first(key) is None:
            self._companies.say(key, client)
            if len(self._near.all(key[:_BLOCK], MOST)) < MOST:
                self._near.say(key[:_BLOCK], key)
        if host := host_of(contact.website):
            self._by_domain(host, client)

    def _by_domain(self, domain: str, client: KnownClient) -> None:
        if client.is_lone or not domain or self._own_domains.first((client.key, domain)):
            return
        self._own_domains.say((client.key, domain), True)
        self._domains.say(domain, client)

    def add_person(self, known: KnownPerson, person: Person, *, about: str = "") -> None:
        """Take in somebody of a client, with what is said of them."""
        words = name_words(person.name)
        self.names.say(words, known)
        for word in dict.fromkeys(words):
            if len(self._at.all((known.client.key, word), MOST)) < MOST:
                self._at.say((known.client.key, word), known)
        self._learn(known, person, about, emails=(), phones=())

    def _learn(
        self,
        known: KnownPerson,
        person: Person,
        about: str,
        *,
        emails: Sequence[str],
        phones: Sequence[str],
    ) -> None:
        """Take in by what else somebody can be known, beside these addresses and numbers."""
        domains = set()
        for email in dict.fromkeys(map(fold, person.emails)):
            if email not in emails:
                self._emails_of.say(known.key, email)
                self.emails.say(email, known)
                domains.add(company_domain(email))
        for domain in sorted(domains):
            self._by_domain(domain, known.client)
        for phone in person.phones:
            key = phone_key(phone, self._region)
            if (key or fold(phone)) not in phones:
                self._phones_of.say(known.key, key or fold(phone))
                if key:
                    self.phones.say(key, known)
        for profile in profiles_in(about):
            self.profiles.say(profile, known)
        if person.role and not self._roles.first(known.key):
            self._roles.say(known.key, person.role)

    # Which client

    def company(self, contact: Contact) -> KnownClient | None:
        """Return the client that is the company of `contact`."""
        if not contact.company:
            return None
        return self._exactly.first(fold(contact.company)) or self._companies.first(
            company_key(contact.company)
        )

    def company_by_mail(self, contact: Contact) -> KnownClient | None:
        """Return the company whose own domain the address is of, for who names none."""
        if contact.company or contact.person is None:
            return None
        for email in contact.person.emails:
            if domain := company_domain(email):
                clients = self._domains.all(domain, 2)
                return clients[0] if len(clients) == 1 else None  # of two it tells nothing
        return None

    def alike(self, contact: Contact) -> Iterator[KnownClient]:
        """Yield the clients that may be the company of `contact`, being called nearly the same."""
        if contact.company:
            for key in self._alike_keys(company_key(contact.company)):
                client = self._companies.first(key)
                if client is not None:
                    yield client

    def _alike_keys(self, key: str) -> Sequence[str]:
        """Return the companies of the same block that are nearly alike, by their keys."""
        block = self._near.all(key[:_BLOCK], MOST)
        before, alike = self._compared.get(key, ((), ()))
        if block[: len(before)] != list(before):
            before, alike = (), ()
        if len(before) < len(block):
            more = block[len(before) :]
            found = (each for each in more if companies_are_one(key, each) is Likeness.ALIKE)
            alike = (*alike, *found)
            self._compared[key] = tuple(block), alike
        return alike

    # Who is at one

    def at(self, client: KnownClient, word: str) -> Sequence[KnownPerson]:
        """Return who at `client` has a name with that word, the first of them."""
        return self._at.all((client.key, word), MOST)

    def differ(self, person: Person, known: KnownPerson) -> bool:
        """Say whether each has an own address at the same domain: then they are colleagues."""
        mine = {fold(email) for email in person.emails if not is_for_all(email)}
        if not mine:
            return False
        theirs = {each for each in self._emails_of.all(known.key) if not is_for_all(each)}
        domains = {email.rpartition("@")[2] for email in theirs}
        return any(email.rpartition("@")[2] in domains for email in mine - theirs)

    def name_of(self, known: KnownPerson) -> str:
        """Return the name of somebody, which a row may have brought; empty: no name is known."""
        if not known.is_nameless:
            return known.name
        return self._names_of.first(known.key) or ""

    # What a row adds

    def added(self, contact: Contact, match: Match) -> tuple[str, ...]:
        """Return in words what `contact` has that is not known of who it is."""
        known, client, person = match.person, match.client, contact.person
        parts: list[tuple[int, str, str]] = []
        if known is not None and person is not None:
            emails = {fold(email) for email in person.emails}.difference(
                self._emails_of.all(known.key)
            )
            numbers = {
                phone_key(each, self._region) or fold(each) for each in person.phones
            }.difference(self._phones_of.all(known.key))
            parts.append((len(emails), "an e-mail", "e-mails"))
            parts.append((len(numbers), "a phone number", "phone numbers"))
            role = person.role and not self._roles.first(known.key)
            parts.append((bool(role), "what they do", ""))
            name = not contact.called_by and not self.name_of(known)
            parts.append((name, "a name", ""))
        website = contact.website and not self._websites.first(client.key)
        parts.append((bool(website), "a website", ""))
        parts.append((len(self._new_tags(client, contact)), "a tag", "tags"))
        parts.append((bool(self._new_lines(contact, match)), "notes", ""))
        wish = contact.do_not_call and not self._wishes.first(client.key)
        parts.append((wish, "the wish not to be called", ""))
        return tuple(
            f"{number} {many}" if number > 1 and many else one
            for number, one, many in parts
            if number
        )

    def _new_tags(self, client: KnownClient, contact: Contact) -> list[str]:
        tags = dict.fromkeys(contact.tags)
        return [tag for tag in tags if not self._tags.first((client.key, tag))]

    def _new_lines(self, contact: Contact, match: Match) -> tuple[str, ...]:
        client = match.client
        lines = lines_of(
            contact,
            client=client.name,
            website=(self._websites.first(client.key) or "") if contact.website else "",
            role=self._role(match) if contact.person and contact.person.role else "",
        )
        if not lines:
            return ()
        notes = "\n".join(self._notes.all(client.key))
        return tuple(line for line in lines if line not in notes)

    def _role(self, match: Match) -> str:
        return (self._roles.first(match.person.key) or "") if match.person else ""

    def take_in(self, contact: Contact, match: Match) -> None:
        """Remember what a row adds to who it is of."""
        self._take_in(match.client, contact, self._new_lines(contact, match))
        if match.person is not None and contact.person is not None:
            key = match.person.key
            if not contact.called_by and not self.name_of(match.person):
                self._names_of.say(key, contact.person.name)
            emails, phones = self._emails_of.all(key), self._phones_of.all(key)
            self._learn(match.person, contact.person, contact.about, emails=emails, phones=phones)

    def _take_in(self, client: KnownClient, contact: Contact, lines: Iterable[str]) -> None:
        for line in lines:
            self._notes.say(client.key, line)
        if contact.website and not self._websites.first(client.key):
            self._websites.say(client.key, contact.website)
        for tag in self._new_tags(client, contact):
            self._tags.say((client.key, tag), True)
        if contact.do_not_call and not self._wishes.first(client.key):
            self._wishes.say(client.key, True)
