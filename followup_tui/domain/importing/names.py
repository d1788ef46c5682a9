"""Whether two names are of one person: as they are written, shortened, or turned about."""

from __future__ import annotations

import re
from functools import lru_cache

from followup_tui.domain.importing.companies import COMPANY_WORDS, Likeness, loose
from followup_tui.domain.importing.word_lists import words_of
from followup_tui.domain.likeness import likeness
from followup_tui.domain.text import fold

_TITLES = words_of(
    """
    dr prof mr mrs ms mx miss sir dame herr frau mme mlle m dipl ing lic mag phd mba msc bsc md
    cpa pmp esq jr sr ii iii iv ba ma llm csm cfa mph pe rn acca aca fca
    """
)
_WORD = re.compile(r"[^\W_]+", re.UNICODE)
_PARTICLES = words_of(
    "van von der den de del della di da do dos das du le la el al bin ibn ben zu zur zum ter ten "
    "af av st mac mc 't op"
)
"""What begins a family name of several words."""
_NO_COMPANIES = words_of(
    """
    department team office manager director engineer consultant developer head chief officer ceo cto
    cfo coo cio vp president founder owner sales marketing lead senior junior analyst architect
    assistant designer professor lecturer student retired floor room building street road mobile
    mobil cell handy work home private privat phone tel fax external extern intern guest host me
    organizer organiser she he they ms mr
    """
)
"""What stands beside the name of a person and is of no company: jobs, places, kinds of numbers."""
_NO_GIVEN_NAMES = (
    COMPANY_WORDS
    | _NO_COMPANIES
    | words_of(
        """
        and und et y & group partners partner associates holding holdings consulting solutions
        services law bank university school institute
        """
    )
)
"""What stands beside a comma in the names of companies, and of jobs, and in no name of a person."""
_AT = re.compile(
    r"(?P<name>[^()@]+?)\s*(?:\((?P<within>[^()]+)\)|(?:\bat|\bbei|\bchez|@)\s+(?P<at>.+))"
)
PART = r"[^\W\d_](?:[^\W\d_]|['\N{RIGHT SINGLE QUOTATION MARK}.-])*"
"""A word of a name, as a regular expression: ``O'Hara``, ``M.``, ``Anne-Marie``."""
_PART = re.compile(PART)
_MOST_WORDS = 3
_LONGEST = 300  # characters of a name with a company beside it
_NEAR = 92.0
"""Likeness (`domain.likeness`) from which two names are one, mistyped."""
_SHORTEST = 9  # letters of a name in which a mistyped one is told from another name
_SHORT = """
    robert bob rob bobby bert; william bill will willy billy liam; richard rick dick rich ricky;
    james jim jimmy jamie; john jack johnny jon; jonathan jon jonny;
    michael mike mick micky michi; thomas tom tommy; david dave davy; daniel dan danny;
    joseph joe joey sepp; edward ed eddie ted ned; charles charlie chuck chas; anthony tony;
    antonio toni tony; anton toni; andrew andy drew; andreas andi andy;
    alexander alex sandy xander sascha; alexandra alex sandra sandy;
    elizabeth liz beth lizzy betty eliza lisa; elisabeth lisa sissi elise lisbeth;
    katherine kate kathy katie kat; catherine cathy kate cat katie;
    katharina kathi katja kathrin; margaret maggie meg peggy; margarete greta gretel;
    patricia pat patty tricia trish; patrick pat paddy; jennifer jen jenny; jessica jess jessie;
    christopher chris kit; christine chris tina; christina chris tina; christian chris;
    christoph chris stoffel; nicholas nick nicky; nikolaus klaus niko nick; samuel sam sammy;
    samantha sam; benjamin ben benny; matthew matt; matthias matt hias; gregory greg;
    stephen steve; steven steve; stefan steff; stephanie steff steph; timothy tim; peter pete;
    philip phil; philipp phil; ronald ron ronny; donald don donny; kenneth ken kenny;
    lawrence larry; leonard leo len; leonardo leo; frederick fred freddy; friedrich fritz fred;
    francis frank; francisco paco pancho; franz franzl; johannes hannes hans jo;
    josef sepp jupp; jose pepe; maximilian max; sebastian seb basti; susan sue susie;
    susanne susi; barbara barb babs; deborah deb debbie; rebecca becky; victoria vicky;
    valerie val; theodore ted theo; gerald gerry jerry; gerhard gerd; jeffrey jeff;
    geoffrey geoff; abigail abby; amanda mandy; angela angie; gabriel gabe; gabriele gabi;
    giovanni gianni; giuseppe beppe; heinrich heinz heiner; wilhelm willi willy;
    walter walt wally; ulrich uli; ulrike uli; wolfgang wolf; zachary zach; nathan nate;
    nathaniel nate; raymond ray; russell russ; vincent vince; manuel manu; manuela manu;
    mohammed mo mohamed muhammad; judith judy; pamela pam; cynthia cindy; dorothy dot dottie;
    florian flo; ferdinand ferdi; dominik domi; dominic dom
"""
"""First names with their short forms, each group between semicolons."""
_GROUPS: dict[str, set[int]] = {}
for _number, _names in enumerate(_SHORT.split(";")):
    for _name in _names.split():
        _GROUPS.setdefault(_name, set()).add(_number)


@lru_cache(maxsize=65_536)
def name_words(name: str) -> tuple[str, ...]:
    """Return the words of a name as they are compared, the first name first.

    ``Dr. Li, Jane`` and ``Jane Li`` have the same; titles and degrees are away.
    """
    folded = fold(name)
    before, comma, after = folded.partition(",")
    words = [word for word in _WORD.findall(after if comma else "") if word not in _TITLES]
    if words:
        folded = f"{after} {before}"
    elif comma:
        folded = before  # “Ann Fox, PhD”
    every = [loose(word) for word in _WORD.findall(folded)]
    return tuple(word for word in every if word not in _TITLES) or tuple(every)


def is_family_first(name: str, *, surely: bool = False) -> bool:
    """Say whether a comma parts the family name from the given one: ``Li, Jane``.

    It does not in ``Smith, Jones and Co`` nor in ``Ann Fox, PhD``; ``Ann Fox, Berlin`` is not told
    from ``García Márquez, Gabriel`` unless other names beside it are `surely` written like that.
    """
    family, comma, given = name.partition(",")
    before, after = family.split(), given.split()
    if not comma or not 0 < len(before) <= _MOST_WORDS or not 0 < len(after) <= _MOST_WORDS:
        return False
    words = [fold(word).strip(".") for word in (*before, *after)]
    if not all(map(_PART.fullmatch, (*before, *after))) or not _NO_GIVEN_NAMES.isdisjoint(words):
        return False
    if set(words[len(before) :]) <= _TITLES:
        return False
    return surely or set(words[: len(before) - 1]) <= _PARTICLES


def turned(name: str, *, surely: bool = False) -> str:
    """Return a name with the given name first, where its comma says that it stands last."""
    if "," not in name or not is_family_first(name, surely=surely):
        return name
    family, _, given = name.partition(",")
    return f"{given.strip()} {family.strip()}"


def with_company(text: str) -> tuple[str, str]:
    """Return the name and the company of somebody whose company stands beside the name.

    ``Jane Li (Northwind)``, ``Jane Li at Northwind`` and ``Jane Li, Northwind`` have one; what else
    stands there (“Ann Fox, PhD”, “Ann Fox (mobile)”) stays with the name.
    """
    if len(text) > _LONGEST:
        return text, ""
    found = _AT.fullmatch(text)
    if found is not None:
        name, company = found["name"], found["within"] or found["at"]
    else:
        name, _, company = text.partition(",")
        if len(name.split()) < 2:
            return text, ""
    words = {fold(word).strip(".,") for word in company.replace("/", " ").split()}
    if not words or words & _NO_COMPANIES or words <= _TITLES:
        return text, ""
    return name.strip(), company.strip()


def may_be_one(one: str, other: str) -> bool:
    """Say whether two names do not contradict each other, of people who share an address.

    A family name alone is no proof: couples share a number, colleagues share a mailbox.
    """
    first, second = name_words(one), name_words(other)
    if not first or not second:
        return False
    short, long = sorted((set(first), set(second)), key=len)
    return (
        first[0] == second[0] or short <= long or names_are_one(one, other)[0] is not Likeness.OTHER
    )


def names_are_one(one: str, other: str) -> tuple[Likeness, str]:
    """Say whether two names may be of one person, and why it is thought so.

    The reason is empty where they are simply the same.
    """
    first, second = name_words(one), name_words(other)
    if not first or not second:
        return Likeness.OTHER, ""
    if first == second:
        return Likeness.SAME, ""
    if len(first) > 1 and len(second) > 1:
        if (first[0], first[-1]) == (second[0], second[-1]) and not _middles_differ(first, second):
            return Likeness.SAME, ""
        if sorted(first) == sorted(second):
            return Likeness.ALIKE, "first and last name the other way round"
        if first[-1] == second[-1] and (why := _one_first_name(first[0], second[0])):
            return Likeness.ALIKE, why
    return _nearly(" ".join(first), " ".join(second))


def _middles_differ(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Say whether both have middle names, and different ones."""
    middle, others = one[1:-1], other[1:-1]
    return bool(middle) and bool(others) and middle[0][0] != others[0][0]


def _one_first_name(one: str, other: str) -> str:
    """Return why two first names may be one; empty where nothing says so."""
    short, long = sorted((one, other), key=len)
    if len(short) == 1 and long.startswith(short):
        return f"{short.upper()}. may be {long.title()}"
    if _GROUPS.get(one, set()) & _GROUPS.get(other, set()):
        return f"{one.title()} and {other.title()} are one name"
    return ""


def _nearly(one: str, other: str) -> tuple[Likeness, str]:
    if min(len(one), len(other)) < _SHORTEST or likeness(one, other) < _NEAR:
        return Likeness.OTHER, ""
    return Likeness.ALIKE, "spelled nearly alike"
