"""Tables of dates: what the head of each column says that its cells are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum

from followup_tui.web.plain_lines import Lines

_I = re.IGNORECASE
_LONGEST_HEAD = 40
_MOST_CELLS = 14


class Role(Enum):
    """What a column holds."""

    DATE = "date"
    TIME = "time"
    TITLE = "title"
    PLACE = "place"
    EXTRA = "extra"
    NO_EVENT = "no event"
    OTHER = "other"


_ROLES: tuple[tuple[Role, re.Pattern[str]], ...] = (
    (
        Role.NO_EVENT,
        re.compile(
            r"\b(?:term (?:ends?|expire\w*)|"
            r"due|deadline|published|posted|updated|modified|submitted|uploaded|expir\w+|"
            r"birth\w*|"
            r"released?|created|closing|f[äa]llig|frist|erscheint|ge[äa]ndert|erledigt|geburtstag|"
            r"[ée]ch[ée]ance|publi[ée]|vence|scadenza|besluit|until|bis)\b",
            _I,
        ),
    ),
    (
        Role.EXTRA,
        re.compile(
            r"^(?:price|cost|comments?|remarks?|notes?|bemerkung\w*|fees?|seats?|places|status|availab\w+|regist\w+|book\w*|tickets?|"
            r"trainer|speaker|lecturer|duration|code|"
            r"id|no\.?|nr\.?|link|papers?|documents?|minutes|agenda|preis|kosten|geb[üu]hr|"
            r"pl[äa]tze|anmeld\w+|referent\w*|dozent\w*|dauer|"
            r"leitung|buch\w*|prix|tarif|inscription|dur[ée]e|precio|plazas|duraci[óo]n|prezzo|"
            r"durata|prijs|pris|cena|hinta|language|sprache|"
            r"result|score|ergebnis)\b",
            _I,
        ),
    ),
    (
        Role.PLACE,
        re.compile(
            r"^(?:(?:principal|main|event|meeting|training) )?"
            r"(?:where|location|place|venue|city|room|address|(?:veranstaltungs)?ort|wo|stadt|"
            r"raum|standort|lieu|o[uù]|ville|"
            r"salle|lugar|d[oó]nde|ciudad|luogo|dove|sede|citt[aà]|locatie|plaats|waar|plats|"
            r"lokal|ort|sted|miejsce|"
            r"m[ií]sto|paikka|local|ground|home ?/ ?away)\b",
            _I,
        ),
    ),
    (
        Role.TITLE,
        re.compile(
            r"^(?:events?|title|topic|subject|what|theme|talk|course|class|seminar|workshop|webinar|"
            r"name|activity|activities|"
            r"details|description|programme?|meeting|performance|show|fixture|opponents?|match|"
            r"tournament|artist|"
            r"was|veranstaltung|thema|titel|bezeichnung|kurs|lehrgang|seminar|inhalt|programm|"
            r"anlass|beschreibung|gegner|"
            r"quoi|sujet|th[eè]me|intitul[ée]|titre|formation|[eé]v[eé]nement|qu[eé]|evento|"
            r"t[ií]tulo|curso|tema|actividad|"
            r"cosa|titolo|corso|argomento|wat|onderwerp|activiteit|evenement|vad|rubrik|[aä]mne|"
            r"arrangement|aktivitet|emne|"
            r"wydarzenie|temat|nazwa|akce|n[aá]zev|t[eé]ma|tapahtuma|aihe)\b",
            _I,
        ),
    ),
    (
        Role.DATE,
        re.compile(
            r"^(?:dates?|when|day|datum|tag|termine?|wann|zeitraum|date\(s\)|start(?:s| date)?|"
            r"begin\w*|quand|jour|fechas?|d[ií]a|"
            r"cu[aá]ndo|data|quando|giorno|wanneer|dag|n[aä]r|dato|kiedy|kdy|dzie[nń]|"
            r"p[aä]iv[aä]\w*|milloin|日付|日時)\b",
            _I,
        ),
    ),
    (
        Role.TIME,
        re.compile(
            r"^(?:time|hours?|(?:uhr)?zeit|von|beginn|heures?|horaires?|hora(?:rio)?|ora(?:rio)?|"
            r"tijd|tid|kl|godzina|[cč]as|aika|kello)\b",
            _I,
        ),
    ),
)


def role_of(head: str) -> Role:
    """Return what a column is for, by the words at its head."""
    words = head.strip(" :*")
    if not words or len(words) > _LONGEST_HEAD:
        return Role.OTHER
    return next((role for role, pattern in _ROLES if pattern.search(words)), Role.OTHER)


class Tables:
    """The tables of a page, as far as they have heads."""

    def __init__(self, lines: Lines) -> None:
        self._lines = lines
        self._children: dict[int, list[int]] | None = None
        self._heads: dict[int, tuple[Role, ...]] = {}
        self._placed: dict[int, dict[int, int]] = {}

    def children(self, box: int) -> Sequence[int]:
        """Return the boxes right below a box."""
        if self._children is None:
            self._children = {}
            for place, one in enumerate(self._lines.boxes):
                self._children.setdefault(one.parent, []).append(place)
        return self._children.get(box, ())

    def cells(self, row: int) -> dict[int, int]:
        """Return the cells of a row by their column, knowing which of the rows above reach in."""
        if row not in self._placed:
            self._place(self._lines.boxes[row].parent)
        return self._placed.get(row, {})

    def _place(self, parent: int) -> None:
        """Find the columns of all cells in the rows below a box."""
        reaching: dict[int, int] = {}
        for row in self.children(parent):
            if self._lines.boxes[row].tag != "tr":
                continue
            found: dict[int, int] = {}
            below = {column: rows - 1 for column, rows in reaching.items() if rows > 1}
            column = 0
            for cell in self.children(row):
                box = self._lines.boxes[cell]
                if box.tag not in {"td", "th"}:
                    continue
                while column in reaching:
                    column += 1
                found[column] = cell
                if box.spans > 1:
                    below.update(dict.fromkeys(range(column, column + box.columns), box.spans - 1))
                column += box.columns
            self._placed[row] = found
            reaching = below

    def below(self, row: int, cell: int) -> Sequence[int]:
        """Return the further rows that a cell of a row reaches over."""
        spans = self._lines.boxes[cell].spans
        if spans < 2:
            return ()
        rows = [
            one
            for one in self.children(self._lines.boxes[row].parent)
            if self._lines.boxes[one].tag == "tr"
        ]
        place = rows.index(row)
        return rows[place + 1 : place + spans]

    def heads(self, row: int) -> tuple[Role, ...]:
        """Return what the columns of a row's table are, as far as its head says."""
        if row < 0 or self._lines.boxes[row].tag != "tr":
            return ()
        table = next(
            (one for one in self._lines.around(row) if self._lines.boxes[one].tag == "table"), -1
        )
        if table < 0:
            return ()
        if table not in self._heads:
            self._heads[table] = self._head(table)
        return self._heads[table]

    def roles(self, row: int) -> dict[int, Role]:
        """Return what each cell of a row is, as far as the head of its table says."""
        heads = self.heads(row)
        if not heads:
            return {}
        cells = self.cells(row)
        return {cell: heads[column] for column, cell in cells.items() if column < len(heads)}

    def _rows(self, table: int) -> list[int]:
        rows: list[int] = []
        for part in self.children(table):
            if self._lines.boxes[part].tag == "tr":
                rows.append(part)
            elif self._lines.boxes[part].tag in {"thead", "tbody"}:
                rows.extend(
                    one for one in self.children(part) if self._lines.boxes[one].tag == "tr"
                )
            if len(rows) > 3:
                break
        return rows

    def _head(self, table: int) -> tuple[Role, ...]:
        """Return what the columns are: two of the first rows' cells have to say so."""
        for row in self._rows(table)[:2]:
            cells = self.cells(row)
            if not 2 <= len(cells) <= _MOST_CELLS:
                continue
            heads: list[Role] = [Role.OTHER] * (max(cells) + 1)
            for column, cell in cells.items():
                box = self._lines.boxes[cell]
                heads[column] = role_of(self._lines.text(box.first, box.last).replace("\n", " "))
            known = [head for head in heads if head is not Role.OTHER]
            if len(known) >= 2 or Role.NO_EVENT in known:
                return tuple(heads)
        return ()

    def cell_of(self, row: int, place: int) -> int:
        """Return the cell of a row that holds a line, or -1."""
        for cell in self.children(row):
            box = self._lines.boxes[cell]
            if box.first <= place < box.last:
                return cell
        return -1
