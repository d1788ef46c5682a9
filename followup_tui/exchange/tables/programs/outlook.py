"""Outlook: of the desktop (English, German, French, Spanish, Italian) and of the web.

Its “Title” is “Mr.”, its “Account” is no company, and an assistant's number is not the contact's.
"""

from __future__ import annotations

from followup_tui.exchange.tables.dialect import Dialect, marks, meaning

OUTLOOK = Dialect(
    key="outlook",
    name="Outlook",
    marks=marks(
        "first name|last name|email address|business phone",
        "first name|last name|email address|mobile phone|web page",
        "first name|last name|email address|email display name",
        "vorname|nachname|email adresse|telefon geschaftlich",
        "vorname|nachname|email angezeigter name",
        "prenom|nom|adresse de messagerie",
        "nombre|apellidos|direccion de correo electronico",
        "nome|cognome|indirizzo posta elettronica",
        "given name|surname|emailaddress",
    ),
    own=meaning(
        nothing="account|assistants phone|assistants name|assistant|assistentin|billing "
        "information|"
        "callback|directory server|government id number|initials|internet free busy|isdn|keywords|"
        "mileage|office location|organizational id number|priority|private|sensitivity|telex|user|"
        "business address po box|home address po box|other address po box|company yomi|given yomi|"
        "surname yomi|imaddress|schools|location|language|gender|ruckmeldung|telefon assistent|"
        "name assistent|abrechnungsinformation|benutzer|buro|geschlecht|internet frei gebucht|"
        "konto|"
        "organisations nr|postfach|prioritat|privat|regierungs nr|reisekilometer|sprache|"
        "vertraulichkeit|verzeichnisserver|weiteres postfach|stichworter|initialen|suffix|"
        "telefon fur horbehinderte|email display name|email type|email typ|email angezeigter name|"
        "name des der vorgesetzten|suffixe|initiales|compte|confidentialite|priorite|sexe|"
        "tty tdd phone|importance|nom complet de l adresse de messagerie|"
        "type de messagerie|prive|anrede|rappel|devolucion de llamada|richiamata automatica|"
        "localizador|tipo de correo electronico|nombre de pantalla de correo electronico|"
        "tipo posta elettronica|nome visualizzato posta elettronica|iniciales|iniziali|bureau|"
        "emplacement|critere de diffusion|langue|lingua|idioma|kilometrage|kilometraje|"
        "informations facturation|facturacion|utilisateur|usuario|utente|titolo straniero|sufijo|"
        "nom de l assistant e|nombre del ayudante|nome assistente|sesso|genero|prioridad|"
        "confidencialidad|riservatezza|disponibilite internet|serveur d annuaire",
        email="email address|email adresse|adresse de messagerie|direccion de correo electronico|"
        "indirizzo posta elettronica|emailaddress",
        phone="business phone|home phone|mobile phone|other phone|primary phone|car phone|"
        "company main phone|radio phone|telefon geschaftlich|telefon privat|telefon firma|"
        "mobiltelefon|weiteres telefon|haupttelefon|autotelefon|telephone bureau|"
        "telephone domicile|tel mobile|telefono del trabajo|particular|telefono movil|ufficio|"
        "abitazione|cellulare",
        website="web page|webseite|page web|pagina web|personal web page",
        notes="notes|notizen",
        tags="categories|kategorien|categorie|categories",
        company="company|firma|societe|organizacion|societa",
        keep="department|abteilung|hobby|spouse|partner|children|kinder|birthday|geburtstag|"
        "anniversary|jahrestag|referred by|nickname|managers name|profession|beruf|empfohlen von|"
        "conjoint e|enfants|responsable|recommande par|anniversaire de mariage ou fete|passe temps|"
        "conyuge|hijos|nombre del jefe|nombre del director|aficiones|coniuge|figli|nome manager",
        address="business street|business city|business state|business postal code|"
        "business country|business country region|strasse geschaftlich|ort geschaftlich|"
        "postleitzahl geschaftlich|region geschaftlich|land region geschaftlich|bundesland "
        "kanton geschaftlich",
        role="job title|position|titre du poste|titre professionnel|puesto|posizione",
    ),
)
