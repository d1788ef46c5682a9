"""What was noted, in words that can be said to the person it was noted of.

A note is written about somebody: “likes the reports, she sends the list”. In a letter to them it
reads “you like the reports, you send the list”. Only what is sure is turned: a note that names
somebody else keeps its pronouns, and a word whose part in the sentence is not plain stays.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from followup_tui.domain.letters.wording import BETWEEN, first_name, is_title, word_set
from followup_tui.domain.text import clean_line, fold, shorten

LONGEST = 220
"""Characters of a note that a letter takes over."""

_WORD = re.compile(r"[^\W\d_]+")
_IRREGULAR = {
    "is": "are", "was": "were", "has": "have", "does": "do", "goes": "go", "isn't": "aren't",
    "wasn't": "weren't", "hasn't": "haven't", "doesn't": "don't", "dies": "die", "lies": "lie",
    "ties": "tie",
}  # fmt: skip
_NO_VERBS = word_set(
    "as us this always perhaps yes thus its less unless across towards besides afterwards"
)
_LEADING = word_set(
    "wants likes loves needs has is uses thinks looks hopes says knows prefers works runs sends"
    " gives takes goes comes sees plans wonders worries hates dislikes expects finds feels keeps"
    " builds buys sells moves opens hires writes reads was wishes doesn't isn't hasn't wasn't can't"
    " won't"
)
"""Verbs with which a note begins whose subject is the client."""
_MODAL = word_set("will would")
_SUBJECTS = word_set("he she they we i you your our their his her these those there")
_LEADING_PAST = word_set(
    "moved hired bought opened launched switched migrated counted lost merged relocated"
)
_SAYS = re.compile(
    r"^(?:says?|said|thinks?)\s*[:,]?\s+(?:that\s+)?(?=he\b|she\b|they\b|it\b)", re.IGNORECASE
)
_TO_SELF = re.compile(
    r"\s*(?:;\s*(?:call|ask|offer|check|remember|mention|remind|do not|don't|ring|wait)\b"
    r"|,\s*leave (?:him|her|them) alone\b).*$",
    re.IGNORECASE,
)
"""What the writer of a note tells themselves at its end."""
_OBJECT_BEHIND = word_set(
    "a an the in to with about on of for by and or at again that this it when what how whether if"
    " some any more as from into first soon later"
)
"""Words before which “her” is somebody and not something of hers."""
_TURNED = {"him": "you", "himself": "yourself", "herself": "yourself", "his": "your",
           "hers": "yours", "he's": "you are", "she's": "you are"}  # fmt: skip
_HE = word_set("he she")
_CURLY = "\u2019"
_AROUND = " \t,.:;!?()“”\"'"
"""What may stand around a word."""


def to_them(words: str, *, person: str = "", others: Collection[str] = ()) -> str:
    """Return what was noted of `person` as it is said to them; without a full stop at its end.

    `others` are the names of the other people of the client.
    """
    line = _TO_SELF.sub("", clean_line(words)).rstrip(" .;,")
    line = shorten(line, LONGEST).replace(_CURLY, "'")
    if _names_another(line, others):
        return line
    line = _SAYS.sub("", line)
    line = _without_name(line, person)
    line = _pronouns(_led(line))
    return _AND_ALSO.sub(_also, line) if line.startswith("you ") else line


def _names_another(line: str, others: Collection[str]) -> bool:
    said = {fold(word) for word in _WORD.findall(line) if word[:1].isupper()}
    return any(fold(part) in said for name in others for part in name.split() if len(part) > 1)


def _without_name(line: str, person: str) -> str:
    """Return the line with the person's own name as “you”."""
    names = [name for name in dict.fromkeys((person, first_name(person), *person.split()[:1]))
             if len(name) > 1 and not is_title(name)]  # fmt: skip
    for name in names:
        line = re.sub(rf"\b{re.escape(name)}'s\b", "your", line)
        line = re.sub(
            rf"\b{re.escape(name)}\s+((?:(?:{'|'.join(sorted(BETWEEN))})\s+)?)([\w']+)",
            lambda found: f"you {found[1]}{_base(found[2])}",
            line,
        )
        line = re.sub(rf"\b{re.escape(name)}\b", "you", line)
    return line


def _led(line: str) -> str:
    """Return a line that begins with a verb of theirs, or with “they”, with “you” before it."""
    first, _, rest = line.partition(" ")
    word = fold(first)
    if word in {"they", "they're"} and rest:
        return f"you are {rest}" if word != "they" else f"you {rest}"
    if word in BETWEEN and rest:
        second, _, behind = rest.partition(" ")
        if fold(second) in _LEADING:
            return f"you {first} {_base(second)} {behind}".rstrip()
    if word in _MODAL and rest and fold(rest.split()[0]) not in _OBJECT_BEHIND | _SUBJECTS:
        return f"you {word} {rest}"
    if word in _LEADING:
        return f"you {_base(word)} {rest}".rstrip()
    if word in _LEADING_PAST:
        return f"you {first.lower()} {rest}".rstrip()
    return line


_AND_ALSO = re.compile(
    r"(,| and| but| then) (wants|likes|loves|needs|knows|hopes|thinks|prefers|asks|sends|sees)\b"
)
"""What they do besides, behind “you like it”: “, wants to see more”."""


def _also(found: re.Match[str]) -> str:
    return f"{found[1]} {_base(found[2])}"


def _base(verb: str) -> str:
    """Return a verb as it stands behind “you”."""
    word = verb.lower()
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word in _NO_VERBS or not word.endswith("s") or word.endswith(("ss", "us")) or len(word) < 4:
        return verb
    if word.endswith("ies"):
        return f"{verb[:-3]}y"
    if word.endswith(("ches", "shes", "sses", "xes", "zes", "oes")):
        return verb[:-2]
    return verb[:-1]


def _pronouns(line: str) -> str:
    words = re.split(r"(\s+)", line)
    spoken: list[str] = []
    after_he = False
    for index, word in enumerate(words):
        bare = word.strip(_AROUND)
        low = bare.lower()
        if after_he and low and low not in BETWEEN:
            turned, after_he = _base(bare), False
        elif low in _HE:
            turned, after_he = "you", True
        elif low == "her":
            turned = "you" if _is_object(words, index) else "your"
        else:
            turned = _TURNED.get(low, bare)
        spoken.append(word.replace(bare, turned) if bare else word)
    return "".join(spoken)


def _is_object(words: Sequence[str], index: int) -> bool:
    """Say whether the “her” at `index` is somebody: “send her the link”, not “her brother”."""
    if words[index][-1:] in ",.:;!?)":
        return True
    behind = next((word for word in words[index + 1 :] if word.strip()), "")
    return not behind or fold(behind.strip(",.:;!?()“”")) in _OBJECT_BEHIND
