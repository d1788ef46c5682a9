"""LinkedIn: Connections.csv, which begins with notes before its header."""

from __future__ import annotations

from followup_tui.exchange.tables.dialect import Dialect, marks, meaning

LINKEDIN = Dialect(
    key="linkedin",
    name="LinkedIn",
    marks=marks(
        "first name|last name|connected on",
        "first name|last name|email address|company|position",
        "vorname|nachname|vernetzt am",
        "prenom|relation depuis",
        "apellidos|fecha de conexion",
        "vorname|nachname|verbunden am",
        "prenom|connecte le",
        "apellidos|conectado el",
    ),
    own=meaning(
        profile="url|profile url|linkedin url|profil url",
        keep="connected on|vernetzt am|relation depuis|fecha de conexion|"
        "data della connessione|conectado em|verbunden am|connecte le|conectado el|collegato il",
        role="position|poste|cargo|posizione|titel|title",
    ),
)
