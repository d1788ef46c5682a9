"""Telling a name, a company and what else is said apart, in a line that names somebody."""

from __future__ import annotations

import re
from dataclasses import dataclass

from followup_tui.domain.text import fold


def _set(words: str) -> frozenset[str]:
    return frozenset(fold(words).split())


_LEAD_IN = re.compile(
    r"(?:(?:please\s+)?(?:ask|call|contact|talk\s+to|speak\s+(?:to|with)|write\s+(?:to)?|mail|meet|try|see|"
    r"intro(?:duction)?(?:\s+to)?|introduces?\s+(?:us\s+)?(?:to)?|refers?\s+(?:us\s+)?to|knows?|"
    r"get\s+in\s+touch\s+with|reach\s+out\s+to|colleague|contact)\b\s*:?\s*)+",
    re.IGNORECASE,
)
_OF_THEIRS = re.compile(
    r"(?:(?:her|his|their|my|our|the|a|an|ihr|sein|son|sa|su|\w+'s)\s+(?:\w+\s+){0,2}?)"
    r"(?P<what>boss|colleague|friend|brother|sister|husband|wife|manager|partner|supplier|neighbou?r|"
    r"kollege|kollegin|chef|coll[eè]gue|amie?|jefe|colega)\s*[,:]?\s+",
    re.IGNORECASE,
)
_AT = re.compile(
    r"\s+(?:at|from|bei|chez|@|aus|(?:who\s+)?works\s+(?:at|for)|en(?=\s+[A-ZÁÉÍÓÚ]))\s+(?=\S)"
    r"|\s+(?:at|from|bei|chez)$|(?<=\w)\s*在\s*",
    re.IGNORECASE,
)
_OF = re.compile(r"\s+(?:of|von(?:\s+der)?|de|du|del|de\s+la|da|di)\s+(?=\S)", re.IGNORECASE)
_FORMS = re.compile(
    r"(?<!\w)(?:AG|GmbH|SA|S\.A\.|SARL|S[àa]rl|SL|S\.L\.|SAS|Ltd|Inc|LLC|PLC|Pty|BV|B\.V\.|NV|AB|ApS|"
    r"Oy|SpA|KG|Group|Corp(?:oration)?|Company|Co|& Co|Bank|University|Universit[äa]t|Firma)(?!\w)"
)
_FIRM = re.compile(r"^(?:der\s+)?(?:Firma|company|the\s+company)\s+", re.IGNORECASE)
_PARTICLES = _set(
    "van der den de la le du da dos das do di del della von zu zum zur ten ter te vom und y e i al "
    "el bin ben ibn bint abu af av op san santa st mac mc d l o t in dalla degli los las the"
)
_NO_LEADING_PARTICLES = _set("the in und e i do")
_VERBS = _set(
    "who which needs wants is has looks looking does knows works could might may about re for "
    "since because they he she in"
)
_TITLE = re.compile(
    r"(?:dr|prof|mr|mrs|ms|mx|miss|sir|dame|herr|frau|mme|mlle|sr|sra|don|doña|ing|dipl|lic|rev)\.?",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r"(?<!\w)(?:C[A-Z]O|VP|CISO|HR|PA|head|manager|director|lead(?:er)?|chief|president|founder|owner|"
    r"partner|engineer|developer|architect|consultant|analyst|assistant|officer|buyer|procurement|"
    r"purchasing|sales|marketing|finance|professor|teacher|IT|ops|operations|product|project|team|"
    r"leiter(?:in)?|chefin?|gesch[äa]ftsf[üu]hrer(?:in)?|directeur|directrice|responsable|jefe|jefa|"
    r"directora?|gerente|ingenier[oa])(?!\w)",
    re.IGNORECASE,
)
_AND = re.compile(r"^(?:and|&|und|et|y)\s+[^\W\d_]", re.IGNORECASE)
_SEPARATORS = re.compile(r"\s*[,;|]\s*|\s+[-\N{EN DASH}\N{EM DASH}/]\s+|\s*[:]\s+")
_EDGES = " ,;:|/.-\N{EN DASH}\N{EM DASH}"
_LONGEST_NAME = 8  # words: what is longer is a sentence


@dataclass(frozen=True, slots=True)
class Named:
    """Whom a line names, its addresses and numbers apart."""

    name: str = ""
    company: str = ""
    details: tuple[str, ...] = ()
    """What else stands in the line, part by part."""

    @property
    def names_more(self) -> bool:
        """Whether somebody else is named, too: “Omar and Lena”."""
        return any(_AND.match(detail) for detail in self.details)


def person_in(text: str) -> Named:
    """Return the name, the company and the rest of a line without addresses and numbers."""
    text, bracketed = _take_brackets(text)
    text = text.strip(_EDGES + "<>")
    lead = _LEAD_IN.match(text)
    if lead is not None and lead.end() < len(text):
        text = text[lead.end() :]
    details: list[str] = []
    theirs = _OF_THEIRS.match(text)
    if theirs is not None and theirs.end() < len(text):
        details.append(theirs[0].strip(" ,:"))
        text = text[theirs.end() :]
    parts = [part for part in _SEPARATORS.split(text) if part.strip(_EDGES)]
    head, *others = parts or [""]
    name, company, rest = _head(head.strip(_EDGES))
    details += [rest] if rest else []
    for part in [*bracketed, *others]:
        company, detail = _sorted_in(part.strip(_EDGES + "<>"), company)
        details += [detail] if detail else []
    return Named(name, company, tuple(details))


def _take_brackets(text: str) -> tuple[str, list[str]]:
    """Return a line without what stands in brackets, and that, part by part."""
    found: list[str] = []
    for match in re.finditer(r"[(\[]([^()\[\]]*)[)\]]", text):
        found += [part.strip() for part in _SEPARATORS.split(match[1]) if part.strip(_EDGES)]
    return re.sub(r"\s*[(\[][^()\[\]]*[)\]]", " ", text), found


def _head(text: str) -> tuple[str, str, str]:
    """Return name, company and rest of the first part: “Omar Haddad at Tailspin in Perth”."""
    at = _AT.search(text)
    if at is not None and not _is_occasion(text[at.end() :]):
        before, after = text[: at.start()], _FIRM.sub("", text[at.end() :])
        company, rest = _company(after)
        name, more = _name(before.strip())
        return name, company, " ".join(part for part in (more, rest) if part)
    of = _OF.search(text)
    if of is not None and _is_company_after(text, of):
        name, more = _name(text[: of.start()])
        company, rest = _company(_FIRM.sub("", text[of.end() :]))
        return name, company, " ".join(part for part in (more, rest) if part)
    name, rest = _name(text)
    return name, "", rest


def _is_occasion(text: str) -> bool:
    """Say whether what follows “at” is no company: “the fair”, “the Azure course”."""
    words = text.split()
    return bool(words) and words[0] in {"the", "a", "an", "our", "their"} and words[-1].islower()


def _is_company_after(text: str, of: re.Match[str]) -> bool:
    """Say whether a company follows “of”: always in English, seldom elsewhere."""
    if of[0].strip().lower() == "of":
        return True
    after = text[of.end() :]
    return bool(_FORMS.search(after) or _FIRM.match(after))


def _company(text: str) -> tuple[str, str]:
    """Return the company at the beginning of a text, and what follows it in lower case."""
    words = text.split()
    if not words or words[0].islower():
        end = next((i for i, word in enumerate(words) if fold(word) in _VERBS), len(words))
        return " ".join(words[:end]).strip(_EDGES), " ".join(words[end:])
    end = 1
    while end < len(words) and not _ends_company(words, end):
        end += 1
    return " ".join(words[:end]).strip(_EDGES), " ".join(words[end:])


def _ends_company(words: list[str], index: int) -> bool:
    """Say whether a company's name ends before the word at `index`: “Bank of Perth in Sydney”."""
    word = fold(words[index])
    if not words[index][0].islower():
        return False
    follows = index + 1 < len(words) and not words[index + 1][0].islower()
    return not follows or word == "in" or word not in _PARTICLES | {"and", "of", "for"}


def _name(text: str) -> tuple[str, str]:
    """Return the name at the beginning of a text, and the rest.

    A name is words with a capital (or of a script that has none), titles and the particles
    between them. Where nothing has a capital, it was typed in haste: then up to the first verb.
    """
    words = text.split()
    if not any(_is_name_word(word) for word in words):
        end = next((i for i, word in enumerate(words) if fold(word) in _VERBS), len(words))
        end = end if end <= _LONGEST_NAME else 0
        return " ".join(words[:end]), " ".join(words[end:])
    first = next(i for i, word in enumerate(words) if _is_name_word(word))
    while first and fold(words[first - 1]) in _PARTICLES - _NO_LEADING_PARTICLES:
        first -= 1
    end = first
    while end < len(words) and end - first < _LONGEST_NAME and _goes_on(words, end):
        end += 1
    rest = " ".join([*(word for word in words[:first] if word != "the"), *words[end:]])
    return " ".join(words[first:end]).strip(_EDGES.replace(".", "")), rest


def _goes_on(words: list[str], index: int) -> bool:
    """Say whether the word at `index` belongs to a name; particles do when a name word follows."""
    word = words[index]
    if _is_name_word(word) or _TITLE.fullmatch(word):
        return True
    after = index + 1
    while after < len(words) and fold(words[after]).strip("'") in _PARTICLES:
        after += 1
    follows = after < len(words) and _is_name_word(words[after])
    return follows and fold(word).strip("'") in _PARTICLES - {"the", "in", "und"}


def _is_name_word(word: str) -> bool:
    """Say whether a word may be of a name: capitals, scripts without them, “al-Hassan”, “d'Arc”."""
    letters = [char for char in word if char.isalpha()]
    if not letters or any(char.isdigit() for char in word):
        return False
    last = re.split(r"[-'\N{RIGHT SINGLE QUOTATION MARK}]", word)[-1]
    return not letters[0].islower() or (word[0].isalpha() and last[:1].isupper())


def _sorted_in(part: str, company: str) -> tuple[str, str]:
    """Return the company and the detail with another part of the line taken in.

    The first part that begins like a name, and tells no role, is the company.
    """
    if not part:
        return company, ""
    at = _AT.search(f" {part}")
    if at is not None and not company and not _is_occasion(f" {part}"[at.end() :]):
        named, rest = _company(_FIRM.sub("", f" {part}"[at.end() :]))
        role = f" {part}"[: at.start()].strip()
        return named, " ".join(word for word in (role, rest) if word)
    if company or _ROLE.search(part) or part[0].islower() or _AND.match(part):
        return company, part
    if _OF_THEIRS.fullmatch(f"{part} "):  # “Jane's colleague”
        return company, part
    if len(part.split()) > 5 and not _FORMS.search(part):
        return company, part
    return part, ""


def is_role(text: str) -> bool:
    """Say whether a text is a role and no name: “CTO”, “Head of IT”."""
    return bool(_ROLE.match(text)) and len(text.split()) <= 3 and not _TITLE.match(text)
