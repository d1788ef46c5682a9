"""What a part of a page is about, by its heading, its classes or the page's address.

Words of eleven languages, compared folded (`domain.text.fold`).
"""

# ruff: noqa: E501 -- lists of words

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache

from followup_tui.domain.text import fold


class About(StrEnum):
    """What a part of a page is about."""

    SERVICES = "services"
    NEWS = "news"
    TEAM = "team"
    JOBS = "jobs"
    PRICES = "prices"
    EVENTS = "events"
    VOICES = "voices"
    """What customers say."""
    WORK = "work"
    """References, projects, case studies, customers."""
    REASONS = "reasons"
    """Why them: values, benefits, steps, figures."""
    QUESTIONS = "questions"
    PLACES = "places"
    SHOP = "shop"


_WORDS: dict[About, str] = {
    About.SERVICES: r"services?|what we (?:do|offer)|solutions?|our offer(?:ing)?s?|expertise|"
    r"capabilities|(?:our )?products?|how we (?:can )?help|areas? of (?:work|practice)|practice areas|"
    r"specialt?ies|leistung(?:en|sangebot)?|dienstleistungen|angebote?|losungen|produkte|"
    r"was wir (?:tun|machen|bieten)|unsere kompetenzen|schwerpunkte|fachgebiete|"
    r"prestations?|nos offres|nos metiers|savoir-faire|ce que nous faisons|"
    r"servicios|soluciones|que hacemos|productos|servizi|soluzioni|prodotti|cosa facciamo|"
    r"diensten|oplossingen|producten|wat (?:wij|we) doen|servicos|solucoes|o que fazemos|"
    r"ydelser|losninger|produkter|tjanster|tjenester|vad vi gor|hvad vi gor|hva vi gjor|"
    r"uslugi|oferta|co robimy|sluzby|co delame|palvelut|palvelumme|mita teemme",
    About.NEWS: r"news|newsroom|blogs?|press|press releases?|insights|updates|stories|articles?|posts?|"
    r"announcements?|journal|magazine|publications?|what.?s new|aktuell(?:es)?|neuigkeiten|neues|"
    r"nachrichten|meldungen|presse(?:mitteilung(?:en)?)?|beitrage|actualites?|actus?|communiques?|"
    r"articles|noticias|novedades|prensa|actualidad|notizie|novita|comunicati|attualita|"
    r"nieuws|actueel|berichten|novidades|imprensa|nyheder|nyheter|nytt|aktuelt|aktuellt|"
    r"aktualnosci|wiadomosci|aktuality|novinky|uutiset|ajankohtaista|tiedotteet",
    About.TEAM: r"team|organi[sz]ers?|officers|committee|trustees|crew|people|our (?:staff|experts|crew|partners and staff)|staff|leadership|management|"
    r"founders?|board(?: of directors)?|who we are|meet (?:the|our)\b.*|directors|lawyers|doctors|"
    r"instructors|trainers|faculty|ansprechpartner(?:innen)?|mitarbeiter(?:innen)?|"
    r"geschaftsfuhrung|geschaftsleitung|vorstand|kopfe|wer wir sind|equipe|direction|dirigeants|"
    r"qui sommes-nous|equipo|quienes somos|direccion|squadra|chi siamo|medewerkers|ons team|"
    r"wie (?:wij|we) zijn|equipa|quem somos|medarbejdere|medarbetare|ansatte|ledelse|personal|"
    r"zespol|nasz zespol|kierownictwo|nas tym|tym|henkilokunta|henkilosto|tiimi|yhteyshenkilot",
    About.JOBS: r"jobs?|careers?|vacanc(?:y|ies)|open (?:positions?|roles?)|current openings?|openings|"
    r"join (?:us|our team)|we.?re hiring|work (?:with|for) us|hiring|opportunities|karriere|"
    r"stellen(?:angebote|anzeigen|ausschreibungen)?|offene stellen|ausbildung|jobangebote|emplois?|"
    r"offres d.emploi|recrutement|carrieres?|postes|empleo|trabaja con nosotros|vacantes|"
    r"ofertas de (?:empleo|trabajo)|lavora con noi|posizioni aperte|vacatures|werken bij|"
    r"vagas|carreiras|trabalhe connosco|ledige stillinger|lediga (?:jobb|tjanster)|stillinger|"
    r"praca|oferty pracy|kariera|volna mista|avoimet (?:tyo)?paikat|tyopaikat|ura",
    About.PRICES: r"pric(?:es?|ing|e list)|plans?|fees|rates|packages|subscriptions?|tarif(?:e|s)?|"
    r"preise?|preisliste|honorare|pakete|prix|nos formules|abonnements?|precios|planes|tarifas|"
    r"prezzi|listino|tariffe|prijzen|tarieven|precos|planos|priser|prislista|prisliste|cennik|"
    r"ceny|cenik|hinnasto|hinnat",
    About.EVENTS: r"(?:upcoming |past |our |next )?(?:events?|workshops?|seminars?|webinars?|meet-?ups?|"
    r"courses?|conferences?|dates|diary|calendar|agenda|schedule|talks|gigs|concerts|performances)|"
    r"veranstaltung(?:en|skalender)?|termine?|seminare|schulungen|kurse|kalender|spielplan|"
    r"evenements?|agenda|formations|eventos|cursos|calendario|eventi|corsi|appuntamenti|"
    r"evenementen|agenda|cursussen|arrangementer|begivenheder|evenemang|kurser|wydarzenia|"
    r"szkolenia|akce|kurzy|tapahtumat|koulutukset|what.?s on",
    About.VOICES: r"testimonials?|reviews?|what (?:our )?(?:clients?|customers?|people|others|they)"
    r"(?: are)? say(?:ing)?|voices|kundenstimmen|referenzstimmen|bewertungen|das sagen.*|"
    r"temoignages|avis|testimonios|opiniones|resenas|testimonianze|recensioni|dicono di noi|"
    r"ervaringen|testemunhos|anmeldelser|omdomen|opinie|recenze|quotes?",
    About.WORK: r"(?:our |selected |recent |featured )?(?:work|projects?|clients?|customers?|portfolio)|"
    r"case stud(?:y|ies)|success stories|references|trusted by.*|partners|kunden|referenzen|projekte|"
    r"partner|realisations|nos clients|references clients|clientes|proyectos|casos|clienti|progetti|"
    r"klanten|projecten|referenties|projetos|kunder|cases|klienci|realizacje|zakaznici|reference|"
    r"asiakkaat|referenssit",
    About.REASONS: r"why\b.*|(?:our )?(?:values|mission|vision|approach|process|story|history|promise)|"
    r"benefits|advantages|how (?:it|we) works?|how it all works|in numbers|facts.*|figures|features|"
    r"what (?:makes|sets)\b.*|warum\b.*|werte|unsere (?:werte|mission|vision|geschichte)|vorteile|"
    r"ihre vorteile|so (?:funktioniert|arbeiten wir).*|ablauf|zahlen.*|pourquoi\b.*|nos (?:valeurs|"
    r"engagements|atouts)|avantages|notre (?:methode|histoire|demarche)|por que\b.*|valores|"
    r"ventajas|perche\b.*|valori|vantaggi|waarom\b.*|voordelen|werkwijze|vantagens|hvorfor\b.*|"
    r"varfor\b.*|dlaczego\b.*|proc\b.*|miksi\b.*|getting started|next steps|steps",
    About.QUESTIONS: r"faqs?|frequently asked.*|questions?(?: and answers| & answers)?|haufige fragen|"
    r"fragen und antworten|questions frequentes|foire aux questions|preguntas frecuentes|"
    r"domande frequenti|veelgestelde vragen|perguntas frequentes|vanliga fragor|usein kysytt.*",
    About.PLACES: r"(?:our )?(?:offices?|locations?|branches|addresses)|where to find us|find us|visit us|"
    r"standorte?|niederlassungen|so finden sie uns|adresse[ns]?|anfahrt|filialen|(?:nos )?agences|bureaux|"
    r"nous trouver|oficinas|sedes?|donde estamos|direccion|dove siamo|sedi|vestigingen|locaties|"
    r"escritorios|kontorer?|kontoret|adresser|oddzialy|pobocky|toimipisteet",
    About.SHOP: r"shop|cart|basket|add to (?:cart|basket)|best ?sellers?|warenkorb|panier|carrito|"
    r"new arrivals|woocommerce|product-?(?:grid|list|card|item)s?",
}
_STARTS = {
    about: re.compile(rf"^(?:(?:our|the|unsere?|nos|notre|nuestr[oa]s|i nostri|le nostre|onze|os|as|"
                      rf"latest|recent|current|company|more|all|neueste|letzte|dernieres?|ultim[aeo]s?|"
                      rf"laatste|siste|senaste|from the|from our|aus dem|aus unserem) )*(?:{words})\b")
    for about, words in _WORDS.items()
}  # fmt: skip
_NAMES = {
    About.SERVICES: re.compile(r"\b(?:services?|leistung(?:en)?|offerings?|solutions?|angebote?)\b"),
    About.NEWS: re.compile(r"\b(?:news|posts?|blog|article|press|story|stories|aktuelles|hentry)\b"),
    About.TEAM: re.compile(r"\b(?:team|member|people|person|staff|employee|mitarbeiter|leadership)\b"),
    About.JOBS: re.compile(r"\b(?:jobs?|careers?|vacanc(?:y|ies)|position|stellen|opening)\b"),
    About.PRICES: re.compile(r"\b(?:pricing|prices?|plans?|tarif|package)\b"),
    About.EVENTS: re.compile(r"\b(?:events?|tribe|termine?|veranstaltung(?:en)?|workshops?|vevent|"
                             r"calendar|kalender|seminars?|agenda|schedule)\b"),
    About.VOICES: re.compile(r"\b(?:testimonials?|reviews?|quotes?|blockquote|kundenstimmen)\b"),
    About.WORK: re.compile(r"\b(?:portfolio|clients?|customers?|logos?|partners?|cases?|projects?|"
                           r"references?|referenzen)\b"),
    About.REASONS: re.compile(r"\b(?:values?|benefits?|steps?|process|stats?|counters?|usps?|facts|"
                              r"features?|why)\b"),
    About.QUESTIONS: re.compile(r"\b(?:faqs?|accordion|questions?)\b"),
    About.PLACES: re.compile(r"\b(?:locations?|offices?|address(?:es)?|standorte?|branches)\b"),
    About.SHOP: re.compile(r"\b(?:woocommerce|products?|cart|shop|sku)\b"),
}  # fmt: skip
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")


@lru_cache(maxsize=1024)
def about_heading(words: str) -> frozenset[About]:
    """Return what a heading announces: a short one that begins with the words for it."""
    plain = fold(words).strip(" :.!?*»>–-#")  # noqa: RUF001 -- what stands around headings
    if not plain or len(plain.split()) > 7:
        return frozenset()
    return frozenset(about for about, pattern in _STARTS.items() if pattern.match(plain))


@lru_cache(maxsize=1024)
def about_names(names: str) -> frozenset[About]:
    """Return what classes and ids of elements say of what is in them."""
    plain = _CAMEL.sub(" ", names).replace("-", " ").replace("_", " ").lower()
    return frozenset(about for about, pattern in _NAMES.items() if pattern.search(plain))


def about_address(path: str) -> frozenset[About]:
    """Return what the path of a page's address says of it: ``/careers/`` is about jobs."""
    found: set[About] = set()
    for segment in path.strip("/").split("/")[-3:]:
        found |= about_heading(
            re.sub(r"\.\w{2,5}$", "", segment).replace("-", " ").replace("_", " ")
        )
    return frozenset(found)
