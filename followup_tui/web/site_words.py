"""The words by which sites call their telling pages, in the languages we meet.

They are what stands on links and in addresses: menu words, not names of anybody's site.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from followup_tui.domain.text import fold
from followup_tui.domain.websites.site import PageRole

_CERTAIN = {
    PageRole.ABOUT: """
        about | about us | about the company | about our company | who we are | our story
        our company | company | the company | company profile | at a glance
        über uns | wir über uns | unternehmen | das unternehmen | wer wir sind | das sind wir
        firma | unsere firma | firmenprofil | unternehmensprofil
        à propos | à propos de nous | qui sommes nous | qui nous sommes | notre entreprise
        l'entreprise | entreprise | la société | notre société | notre histoire
        sobre nosotros | quiénes somos | nosotros | la empresa | empresa | nuestra empresa
        acerca de | acerca de nosotros | conócenos
        chi siamo | azienda | l'azienda | la nostra azienda | su di noi | la società
        over ons | wie zijn wij | wie we zijn | wie wij zijn | het bedrijf | ons bedrijf
        sobre nós | sobre | quem somos | a empresa | a nossa empresa
        om os | om virksomheden | hvem er vi | om oss | om företaget | vilka vi är | hvem vi er
        o nas | o firmie | kim jesteśmy | nasza firma | o nás | o společnosti | kdo jsme
        tietoa meistä | meistä | yritys
    """,
    PageRole.SERVICES: """
        services | our services | what we do | solutions | our solutions | products
        products and services | services and solutions | solutions and services | our work
        our offering | offerings | capabilities | our expertise | what we offer | our products
        leistungen | unsere leistungen | dienstleistungen | lösungen | unsere lösungen | produkte
        unsere produkte | was wir tun | was wir bieten | was wir machen | leistungsspektrum
        produkte und leistungen | produkte und dienstleistungen | unser angebot | angebot
        nos services | prestations | nos prestations | nos solutions | notre offre | nos offres
        nos métiers | produits | nos produits | nos expertises | ce que nous faisons
        servicios | nuestros servicios | soluciones | productos | qué hacemos | lo que hacemos
        servizi | i nostri servizi | soluzioni | prodotti | cosa facciamo | i nostri prodotti
        diensten | onze diensten | dienstverlening | oplossingen | producten | wat we doen
        wat wij doen | ons aanbod | aanbod
        serviços | nossos serviços | os nossos serviços | soluções | produtos | o que fazemos
        ydelser | vores ydelser | løsninger | produkter | det gør vi | hvad vi gør | tjänster
        våra tjänster | lösningar | vad vi gör | tjenester | våre tjenester | hva vi gjør
        usługi | nasze usługi | oferta | nasza oferta | rozwiązania | produkty | co robimy
        služby | naše služby | řešení | palvelut | palvelumme | ratkaisut
    """,
    PageRole.NEWS: """
        news | our news | latest news | all news | company news | newsroom | news room
        news and press | press | press releases | pressroom | press room | media | media centre
        media center | in the news | announcements | news and insights | news and media
        aktuelles | neuigkeiten | neues | presse | pressemitteilungen | pressemeldungen
        nachrichten | meldungen | presse und medien | news und presse | presse und aktuelles
        actualités | nos actualités | actualité | actus | nos actus | espace presse | communiqués
        communiqués de presse
        noticias | actualidad | novedades | prensa | sala de prensa | notas de prensa
        notizie | novità | le novità | stampa | comunicati stampa | rassegna stampa | ultime notizie
        nieuws | actueel | laatste nieuws | pers | persberichten | in het nieuws
        notícias | novidades | imprensa | sala de imprensa
        nyheder | aktuelt | pressemeddelelser | nyheter | aktuellt | pressmeddelanden | pressrum
        pressemeldinger | aktualności | nowości | wiadomości | dla mediów | biuro prasowe
        novinky | aktuality | tiskové zprávy | uutiset | ajankohtaista | tiedotteet
    """,
    PageRole.EVENTS: """
        events | our events | upcoming events | all events | event calendar | events calendar
        calendar of events | calendar | what's on | news and events | events and news
        events and webinars | webinars and events | events and training | workshops and events
        trade shows | webinars
        veranstaltungen | unsere veranstaltungen | termine | alle termine | unsere termine
        veranstaltungskalender | veranstaltungen und termine | events und termine | messen
        messetermine | kurstermine | kalender | termine und veranstaltungen | messen und events
        événements | nos événements | évènements | nos évènements | agenda | notre agenda
        calendrier | manifestations
        eventos | nuestros eventos | próximos eventos | calendario | calendario de eventos
        eventi | i nostri eventi | prossimi eventi | appuntamenti | calendario eventi
        evenementen | onze evenementen | bijeenkomsten | activiteiten | beurzen
        nossos eventos | próximos eventos | calendário
        arrangementer | begivenheder | kommende arrangementer | evenemang | kalendarium | det sker
        wydarzenia | nadchodzące wydarzenia | kalendarz | kalendarz wydarzeń
        akce | události | kalendář akcí | tapahtumat | tapahtumakalenteri
    """,
    PageRole.CAREERS: """
        careers | career | jobs | our jobs | open positions | current openings | job openings
        vacancies | current vacancies | join us | join our team | work with us | we're hiring
        we are hiring | work for us | working with us | careers and jobs | jobs and careers
        karriere | stellen | offene stellen | stellenangebote | stellenanzeigen | stellenmarkt
        jobs und karriere | karriere und jobs | offene positionen | jobangebote | arbeiten bei uns
        carrières | carrière | emplois | offres d'emploi | nos offres d'emploi | recrutement
        nous rejoindre | rejoignez nous | on recrute | nous recrutons
        empleo | trabaja con nosotros | únete | únete a nosotros | ofertas de empleo | vacantes
        lavora con noi | carriere | carriera | posizioni aperte | offerte di lavoro
        vacatures | onze vacatures | werken bij | werken bij ons | kom bij ons werken
        carreiras | trabalhe conosco | trabalhe connosco | vagas | recrutamento | junte se a nós
        ledige stillinger | job og karriere | karriär | lediga jobb | lediga tjänster
        jobba hos oss | jobba med oss | arbeta hos oss
        kariera | praca | oferty pracy | dołącz do nas | pracuj z nami
        kariéra | volná místa | volné pozice | avoimet työpaikat | töihin meille
    """,
}
_LIKELY = {
    PageRole.ABOUT: """
        team | our team | meet the team | the team | people | our people | leadership | management
        profile | mission | history | unser team | das team | geschichte | über mich | profil
        équipe | notre équipe | histoire | equipo | nuestro equipo | il team | la squadra | storia
        ons team | equipa | nossa equipe | vores team | vårt team | zespół | nasz zespół | about me
    """,
    PageRole.SERVICES: """
        consulting | expertise | portfolio | offer | industries | platform | beratung | kompetenzen
        angebote | portfolio | prestation | métiers | offre | savoir faire | consultoría
        competenze | consulenza | expertises | competenties | competências | kompetencer
        kompetenser | erbjudanden | sortiment | sortiment und leistungen
    """,
    PageRole.NEWS: """
        blog | our blog | the blog | insights | articles | stories | updates | magazine | journal
        magazin | medien | blogue | artikel | artículos | articoli | artigos | blogg | artykuły
        media and press | resources | nouvelles
    """,
    PageRole.EVENTS: """
        event | training | trainings | training courses | courses | course dates | workshops
        seminars | conferences | conference | meetups | schedule | dates | academy | exhibitions
        fairs | classes | webinar | seminare | kurse | schulungen | workshop | webinare | akademie
        weiterbildung | fortbildung | seminartermine | kursprogramm | programm | ateliers
        formations | séminaires | webinaires | salons | cursos | talleres | jornadas | seminarios
        ferias | corsi | seminari | fiere | cursussen | trainingen | opleidingen | formações
        feiras | workshops e formações | kurser | utbildningar | mässor | messer | kurs
        szkolenia | kursy | targi | konferencje | warsztaty | školení | kurzy | koulutukset
    """,
    PageRole.CAREERS: """
        job | hiring | opportunities | vacancy | recruitment | working here | life at | ausbildung
        bewerbung | bewerben | jobbörse | emploi | talento | empleos | opportunità | emprego
        jobb | stillinger | ura | rekry | prace
    """,
}
_SUBSCRIBE = """
    rss | rss feed | atom | feed | feeds | rss feeds | news feed | subscribe via rss
    ical | ics | icalendar | subscribe to calendar | add to calendar | kalender abonnieren
    calendar feed | kalender als ics | flux rss | canal rss
"""
_LANGUAGES = """
    english | deutsch | français | español | italiano | nederlands | português | dansk | svenska
    norsk | polski | suomi | čeština | german | french | spanish | italian | dutch | englisch
    en | de | fr | es | it | nl | pt | da | sv | no | nb | pl | fi | cs | english version | uk | us
"""
_NEVER = """
    login | log in | sign in | signin | sign up | signup | register | registration | my account
    account | logout | anmelden | registrieren | mein konto | konto | connexion | inscription
    mon compte | iniciar sesión | mi cuenta | accedi | area clienti | inloggen | mijn account
    entrar | log ind | logga in | zaloguj | customer portal | kundenportal | kundenlogin
    cart | basket | checkout | wishlist | warenkorb | kasse | panier | carrito | carrello
    winkelwagen | kurv | varukorg | koszyk | merkliste
    privacy | privacy policy | cookies | cookie policy | terms | terms of use | imprint | legal
    datenschutz | impressum | agb | mentions légales | aviso legal | search | suche | sitemap
    newsletter | unsubscribe | download | downloads | wp admin | wp login | feedback | print
"""


_NOT_WORDS = re.compile(r"[^a-z0-9]+")
_FLAT = str.maketrans({"ø": "o", "ł": "l", "æ": "ae", "đ": "d"})
_SPELT_OUT = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "Ä": "ae", "Ö": "oe", "Ü": "ue"}
)


_FLAT = str.maketrans({"ø": "o", "ł": "l", "æ": "ae", "đ": "d"})
_SPELT_OUT = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "Ä": "ae", "Ö": "oe", "Ü": "ue"}
)


@lru_cache(maxsize=8_192)  # the menu of a site stands on each of its pages
def plain(words: str) -> str:
    """Return words as they are compared: folded, ``&`` read out, everything else a blank."""
    spoken = fold(words.replace("&", " and ").replace("+", " and "))
    if spoken.isascii():
        return _NOT_WORDS.sub(" ", spoken).strip()
    spoken = spoken.translate(_FLAT)
    return " ".join("".join(sign if sign.isalnum() else " " for sign in spoken).split())


def _phrases(table: str) -> Iterator[str]:
    """Give each phrase as it is compared, and as addresses spell it out (``ueber uns``)."""
    for row in table.splitlines():
        for phrase in row.split("|"):
            if phrase.strip():
                yield plain(phrase)
                yield plain(unicodedata.normalize("NFC", phrase).translate(_SPELT_OUT))


ROLE_WORDS: dict[str, dict[PageRole, float]] = {}
"""Phrase -> the roles it speaks for, each with a weight of 1 or less."""
for _weight, _tables in ((0.6, _LIKELY), (1.0, _CERTAIN)):
    for _role, _table in _tables.items():
        for _phrase in _phrases(_table):
            ROLE_WORDS.setdefault(_phrase, {})[_role] = _weight
# One line of a menu for two pages in one: it stands for both.
for _both in ("news and events", "events and news", "aktuelles und termine", "news und events"):
    ROLE_WORDS[plain(_both)] = {PageRole.NEWS: 0.9, PageRole.EVENTS: 0.9}

SUBSCRIBE_WORDS = frozenset(_phrases(_SUBSCRIBE))
LANGUAGE_WORDS = frozenset(_phrases(_LANGUAGES))
NEVER_WORDS = frozenset(_phrases(_NEVER))
LONGEST_PHRASE = max(len(phrase.split()) for phrase in ROLE_WORDS)
"""Words."""
