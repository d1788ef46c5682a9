"""The words with which headers name their columns, in the languages that programs speak.

The words are compared as `columns.key_of` writes a header: folded, without digits and signs, with
e-mail as one word. English first, then German, French, Spanish, Italian, Portuguese, Dutch.
"""

from __future__ import annotations

from followup_tui.domain.importing.fields import Field
from followup_tui.domain.importing.word_lists import words_of

_WORDS = {
    Field.NAME: "names|your full name|person name|jmeno a prijmeni|imie i nazwisko|"
    "user name original name|"
    "name|full name|display name|contact|contact name|person|contact person|attendee|"
    "attendee name|participant|fullname|your name|complete name|guest name|member name|"
    "ansprechpartner|ansprechpartnerin|kontakt|kontaktperson|anzeigename|vollstandiger name|"
    "teilnehmer|nom|nom complet|nom affiche|contact principal|nombre|nombre completo|contacto|"
    "nombre para mostrar|nome|nome completo|contatto|nome visualizzato|contato|"
    "nome de exibicao|naam|volledige naam|weergavenaam|contactpersoon|kunde name|namn|navn",
    Field.FIRST: "first names|given names|vornamen|prenoms|nombres|jmeno|"
    "first name|given name|firstname|forename|first|fname|givenname|attendee first "
    "name|"
    "participant first name|vorname|rufname|prenom|nombre de pila|primer nombre|"
    "primeiro nome|voornaam|fornamn|fornavn|imie|nome proprio",
    Field.MIDDLE: "middle|mellannamn|mellemnavn|"
    "middle name|additional name|middlename|middle initial|weitere vornamen|"
    "zweiter vorname|deuxieme prenom|autres prenoms|segundo nombre|secondo nome|nome do meio|"
    "segundo nome|tweede voornaam|tussenvoegsel",
    Field.LAST: "efternavn|prijmeni|last names|surnames|"
    "last name|family name|lastname|surname|last|lname|familyname|attendee last name|"
    "attendee surname|participant last name|nachname|familienname|zuname|nom de famille|apellido|"
    "apellidos|cognome|sobrenome|apelido|achternaam|familienaam|efternamn|etternavn|nazwisko",
    Field.COMPANY: "companies|institution|institution name|affiliation|university|agency|"
    "agency name|"
    "school name|university name|store name|shop name|restaurant name|hotel name|"
    "practice name|supplier|supplier name|vendor name|partner name|related company|"
    "parent id name|default address company|employer name|organizations|"
    "what company do you work for|what company are you from|which company do you work for|"
    "which company are you with|where do you work|name der organisation|spolecnost|nazwa firmy|"
    "institucion|"
    "company|company name|organization|organisation|organization name|account|"
    "organisation name|account name|employer|business|business name|client|client name|customer|"
    "customer name|company organization|company organisation|organization company|companyname|"
    "associated company|primary company|primary associated company|current company|workplace|"
    "company account|firm|firma|unternehmen|firmenname|organisationsname|arbeitgeber|kunde|"
    "kundenname|betrieb|societe|entreprise|nom de l entreprise|nom de la societe|raison sociale|"
    "organisme|employeur|empresa|compania|organizacion|sociedad|nombre de la empresa|societa|"
    "azienda|"
    "organizzazione|ragione sociale|ditta|organizacao|nome da empresa|bedrijf|bedrijfsnaam|"
    "organisatie|"
    "foretag|virksomhed|firmanavn",
    Field.ROLE: "job position|job title company|stanowisko|pozice|your role|professional title|"
    "work title|puesto de trabajo|"
    "job title|position|role|organization title|organisation title|function|jobtitle|"
    "occupation|designation|current position|headline|job role|job|profession|beruf|funktion|"
    "berufsbezeichnung|stellung|jobtitel|arbeitstitel|stelle|fonction|poste|intitule du poste|"
    "cargo|"
    "puesto|posicion|profesion|posizione|mansione|qualifica|ruolo|professione|funcao|functie|"
    "befattning|stilling|profissao",
    Field.TITLE: "title|titel|titre|titulo|titolo",
    Field.TAGS: "contact tag|contact tags|person tags|category id name|category id|stitky|tagi|"
    "labels|label|group membership|tags|tag|categories|category|keywords|kategorien|"
    "kategorie|groups|group|gruppen|gruppenmitgliedschaft|stichworter|stichworte|schlagworte|"
    "categorie|etiquettes|libelles|groupes|mots cles|categorias|categoria|etiquetas|grupos|"
    "palabras clave|gruppi|etichette|marcadores|labels tags|categorieen|person labels|lists",
    Field.NOTES: "background|internal notes|biography|about me|poznamky|poznamka|uwagi|notatki|"
    "noter|notater|"
    "notes|note|comments|comment|remarks|remark|about|description|bio|notizen|notiz|"
    "bemerkungen|bemerkung|anmerkungen|anmerkung|kommentar|kommentare|beschreibung|remarques|"
    "remarque|commentaire|commentaires|notas|nota|comentarios|observaciones|descripcion|commenti|"
    "osservazioni|observacoes|anotacoes|notities|opmerkingen|opmerking|anteckningar|"
    "additional information|intro",
    Field.DO_NOT_CALL: "do not call|donotcall|no calls|nicht anrufen|do not contact|keine anrufe|"
    "telefonsperre|ne pas appeler|no llamar",
    Field.PROFILE: "twitter|twitter url|twitter handle|facebook|facebook url|instagram|"
    "instagram url|"
    "github|github url|profiles|person twitter url|person facebook url|"
    "company linkedin url|company facebook url|company twitter url|social profile|"
    "social profiles|"
    "linkedin|linkedin url|linkedin profile|linkedin profile url|linkedin bio|xing|"
    "profile|profile url|public profile url|url of member profile|person linkedin url|"
    "linkedin member url|xing profil|profil linkedin|person linkedin|linkedin profil",
    Field.WEBSITE: "home page|sites|url|company url|personal website|personal web page",
    Field.KEEP: "date of birth|dob|born|born on|geb datum|geboren|geboren am|geboortedatum|"
    "data de nascimento|fodselsdato|fodelsedag|data urodzenia|datum narozeni|skype|"
    "skype id|skype name|messenger id|instant message handles|im|salesperson|"
    "assigned to|assigned user name|last interaction|last contacted date|"
    "relationship strength|how we met|where we met|pronouns|time zone|timezone|"
    "preferred language|languages|nationality|seniority|departments|"
    "last contact|last contacted|department|nickname|birthday|birth date|birthdate|"
    "connected on|lead status|"
    "lifecycle stage|lead source|source|owner|contact owner|account owner|industry|abteilung|"
    "spitzname|geburtstag|geburtsdatum|service|surnom|anniversaire|date de naissance|departamento|"
    "apodo|cumpleanos|fecha de nacimiento|reparto|soprannome|compleanno|data di nascita|"
    "organization department|organisation department|afdeling|bijnaam|verjaardag|aniversario|"
    "company owner|status|stage|segment|branche|referred by|introduced by|met at|hobby|hobbys|"
    "interests|language|sprache|spouse|partner|children|kinder|assistants name|managers name|"
    "assistant name|relationship|rating|birth day|vernetzt am|anniversary",
    Field.ADDRESS: "state id name|country id name|miasto|mesto|ulica|postnr|"
    "plz ort|strasse nr|address line|address|street|city|state|zip|postal code|"
    "country|zip code|postcode|region|"
    "province|county|mailing street|mailing city|mailing state|mailing state province|"
    "mailing zip postal code|mailing postal code|mailing country|mailing address|business street|"
    "business city|business state|business postal code|business country|business country region|"
    "work address|work city|work state|work zipcode|work country|address formatted|street address|"
    "location|country region|state region|city town|company address|adresse|strasse|ort|plz|land|"
    "stadt|anschrift|postleitzahl|kanton|bundesland|strasse geschaftlich|ort geschaftlich|"
    "postleitzahl geschaftlich|region geschaftlich|land region geschaftlich|rue|ville|code "
    "postal|pays|"
    "rue bureau|ville bureau|code postal bureau|pays region bureau|calle|ciudad|codigo postal|pais|"
    "provincia|direccion|calle del trabajo|ciudad de trabajo|via|citta|cap|paese|indirizzo|rua|"
    "cidade|"
    "cep|endereco|straat|plaats|stad|woonplaats|account street|billing street|billing city|"
    "billing state|billing postal code|billing country|organization address|postal address|"
    "billing state province|billing zip postal code|headquarters",
    Field.PROJECT: "deal name|opportunity name|opportunity|"
    "project|project name|project title|projekt|projektname|projekttitel|projet|"
    "nom du projet|titre du projet|proyecto|nombre del proyecto|progetto|projeto|engagement|"
    "assignment|project description short|auftrag|mandat|mission|deal title|matter|job name",
    Field.TECHNOLOGIES: "technologies|technology|tech stack|stack|tools|tech|technologien|"
    "technologie|"
    "technik|tecnologias|tecnologie|technieken|skills used|platform",
    Field.STARTED: "start|start date|started|begin|begin date|from|date started|project start|"
    "beginn|startdatum|projektbeginn|von|anfang|debut|date de debut|inicio|fecha de inicio|inizio|"
    "data inizio|data de inicio|begindatum|actual start|kick off|kickoff",
    Field.ENDED: "close date|closed date|"
    "end|end date|ended|finished|completed|completed on|completion date|date "
    "completed|"
    "date ended|to|until|project end|ende|enddatum|projektende|bis|abschluss|abgeschlossen|fin|"
    "date de fin|fecha de fin|fine|data fine|data de fim|einddatum|delivered|go live|actual end|"
    "finish date|closed|won time",
    Field.SUCCESS: "deal stage|stage name|deal status|"
    "success|successful|was a success|succeeded|erfolg|erfolgreich|succes|exito|"
    "successo|happy|sucesso|satisfied",
    Field.DATE: "date|day|when|datum|tag|wann|fecha|data|activity date|call date|date time|"
    "datetime|"
    "timestamp|due date|interaction date|contact date|contacted on|zeitpunkt|jour|"
    "datum zeit|activity datetime|meeting date|date and time|at|created at|logged at|date du "
    "contact",
    Field.TIME: "time|hour|uhrzeit|zeit|heure|hora|ora|tijd|start time|call time|due time",
    Field.KIND: "type|kind|activity type|interaction|interaction type|channel|art|typ|kanal|"
    "contact type|call type|medium|method|kontaktart|canal|tipo|soort|communication type|aktivitat",
    Field.OUTCOME: "outcome|result|call result|call outcome|disposition|ergebnis|resultat|"
    "resultado|"
    "esito|uitkomst|call disposition|reached",
    Field.NOTHING: "external id|uuid|guid|customer id|created at|updated at|modified at|created by|"
    "modified by|created time|modified time|date created|date modified|"
    "salutation name|titulation|"
    "salutation|anrede|prefix|name prefix|name suffix|suffix|initials|file as|photo|"
    "gender|geschlecht|initialen|phonetic first name|phonetic middle name|phonetic last name|"
    "short name|maiden name|yomi name|given name yomi|additional name yomi|family name yomi|"
    "civilite|tratamiento|aanhef|record id|id|contact id|person id|create date|created|"
    "last modified date|last activity date|email type|phone type|phone label|email label|website "
    "label|"
    "website type|address label|address type|relation label|event label|custom field label|"
    "organization type|screen name|mailing list|suffixe|sufijo|pref|last updated|avatar|image|"
    "picture|"
    "honorific|fax|business fax|home fax|other fax|pager|work fax|fax number|pager number",
}


def _either(words: str) -> frozenset[str]:
    return frozenset(words.split("|"))


BY_WORDS = {word: field for field, words in _WORDS.items() for word in words.split("|")}
"""What stands under a header, by its key."""

SUBJECT = _either(
    "subject|topic|summary|title|subjekt|betreff|thema|objet|asunto|oggetto|assunto|what|was|"
    "note|notes|notizen|body|text|content|inhalt|comments|description|discussion|details|"
    "what was said|about|full comments|activity|betrifft|sujet"
)
"""Headers of what a conversation was about: of a table of conversations alone."""

WHO = _either(
    "who|with|whom|with whom|participant|participants|related to|wer|wen|mit wem|mit|avec|avec qui|"
    "con|quien|attendees|contacted|spoke to|gesprachspartner|person met|deal contact person"
)
"""Headers of whom a conversation was with: of a table of conversations alone."""

PHONE = words_of(
    """
    phone phones mobile cell cellphone telephone tel telefon mobiltelefon handy mobil telephones
    mobilephone homephone otherphone workphone telefonnummer rufnummer festnetz telefono
    telefonos movil cellulare telefone celular telemovel telefoon mobiel portable natel
    haupttelefon autotelefon whatsapp telefoni telefonnr handynummer mobilnummer phonenumber gsm
    telefoonnummer landline direct durchwahl tlf tlfnr mobilnr telefonu komorka mobilni
    radiotelefono centralita
    """
)
EMAIL = words_of(
    """
    email emails mail emailadresse mailadresse emailaddress mails courriel correo messagerie
    mailadres emailadres epost emailaddresses posta electronique
    """
)
WEB = words_of(
    """
    website websites web homepage url webseite webpage site domain internetseite webadresse domein
    internet webblog sitio website2
    """
)
ADDRESS = words_of(
    """
    address addresses street streets city town zip zipcode postal postcode plz state province county
    country region adresse adressen adresa adres strasse hausnr hausnummer stadt land bundesland
    kanton postleitzahl postfach rue ville pays calle ciudad direccion indirizzo citta straat plaats
    postnummer poststed gade vej rua cidade estado cep bairro endereco plaats woonplaats werkadres
    ort via dep
    huisadres poblacion provincia prov paese pais cap localita codigo
    """
)
"""Words of which one at least stands over a part of a postal address, with others or `PLACES`."""
PLACES = words_of(
    """
    home work office business private privat privee private personal mailing billing shipping other
    primary alternate alternative secondary second default postal main company account person
    contact organization organisation current permanent code name line of residence res full abbr
    formatted geschaftlich dienstlich firma weitere weiterer weiteres po box and or und do da de del
    du des comercial residencial trabajo trabalho casa particular bureau domicile negocios ufficio
    abitazione altro altra otra otro autre o e r s uff ab domicilio residencia weiteres boite
    postale casella apartado
    """
)
"""Words that say of an address which one it is, or which part."""
HOMES = words_of(
    """
    home private privat privee personal residence residencial residencia huisadres domicile
    domicilio casa particular abitazione ab
    """
)
COMPANIES = words_of("company account organization organisation firma")
OTHER_PLACES = words_of(
    """
    other alternate alternative secondary second weitere weiterer weiteres altro altra otra otro
    autre
    """
)
PERSONS = words_of(
    """
    ticket attendee guest participant member contact lead person registrant delegate student
    candidate scholar speaker volunteer donor prospect applicant subscriber respondent visitor
    employee your client customer passenger player user invitee recipient billing
    """
)
"""Whom a header can be of: what follows is read by itself."""
THINGS = words_of("ticket user")
"""Whose “name” is not that of a person."""
NO_PROFILE = words_of("id image picture photo headline followers connections date member group")
BY_PLACE = _either(
    "home|work|office|other|primary|main|direct|personal|private|business|buro|privat|geschaftlich|"
    "dienstlich|casa|trabajo|oficina|ufficio|bureau|domicile|thuis|werk|arbeit|zuhause|prive|job"
)
"""Headers that name a place alone: their values tell whether it is a number or an address."""
OF_COMPANIES = _either(
    "number of employees|no of employees|employees|annual revenue|industry|billing city|"
    "billing street|billing country|vat|vat number|vat id|tax id|ticker symbol|parent account|"
    "company domain name|sic code|naics code"
)
"""Headers that stand beside “Name” where that is a company's."""
OF_DEALS = _either("stage name|deal stage|close date|amount|probability|pipeline|deal name")
"""Headers of what may be sold: “Name” beside them is that of a deal."""
NOBODY = words_of(
    """
    date time day created updated modified added id number code status type url link price amount
    total currency event order ticket count rating score email phone latitude longitude lat lon
    """
)
"""A column with one of these stands for nobody, whatever its values look like."""
FAX = words_of(
    "fax telefax faks telecopie telecopieur pager telex faxnummer faxnr radiomessagerie rnis rdsi"
)
"""What nobody can be called by."""

OF_SOMETHING_ELSE = words_of(
    """
    type label display opt optout status consent fax telefax faks pager photo yomi phonetic typ
    anzeigename angezeigter telecopie telecopieur assistant assistants assistent assistentin
    manager managers owner buyer purchaser count total id time date bounced bounce verified
    subscribed preferred optedout opted out valid hash format nom nombre name complet completo
    mostrar visualizzato asistente ayudante assistante assistente rsvp source quality visits view
    views last hoerbehinderte
    horbehinderte tty tdd telex isdn verifizierung notification notifications profile image sent
    opened clicked unsubscribed list paid payer opens open clicks bounces confidence marketing
    accepts newsletter verification domain asst qr unique logo avatar tracking
    """
)
"""A column with one of these says something about a number or an address, and is none."""
