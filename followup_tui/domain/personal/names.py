"""Whom a letter greets, and whose names it holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from followup_tui.domain.personal.text import LetterText, Span, Word, greets
from followup_tui.domain.personal.words import PersonalWords, parts, root_of, word_set
from followup_tui.domain.stop_words import STOP
from followup_tui.domain.text import fold

_OPENING_WORDS = 8  # in which a letter without a greeting may name whom it is for
_SHORTEST_NAME = 3
_BETWEEN = word_set("and und et my mein meine mon ma van von de der den la le du di da to")
_THANKS = word_set("thanks thank cheers congratulations congrats danke merci gluckwunsch")
_AFTER_THANKS = word_set("you again so much a lot very for all nochmals vielmals")
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ø": "oe", "å": "aa"})


@dataclass(frozen=True, slots=True)
class Greeting:
    """How a letter greets."""

    right: bool
    words: str = ""
    """The name or what stands for it, as it is written; empty where there is none."""
    span: Span = (0, 0)


def forms_of(names: Iterable[str], words: PersonalWords) -> frozenset[str]:
    """Return the folded words by which people of these names may be called."""
    found: set[str] = set()
    for name in names:
        for part in (*parts(name), *parts(name.lower().translate(_UMLAUTS))):
            if (len(part) > 1 or not part.isascii()) and part not in words.titles:
                found |= {part, *words.short_names.get(part, ())}
    return frozenset(found)


def greeting_of(  # noqa: PLR0911  (one line a way of greeting)
    letter: LetterText, people: Sequence[str], words: PersonalWords
) -> Greeting:
    """Return how a letter greets; right where it names one of `people`.

    Without `people` any name is right, and nobody's (“Hi there”) is wrong.
    """
    names = forms_of(people, words)
    given_names = forms_of((name.split()[0] for name in people if name.split()), words)
    opening = [word for word in letter.words if word.start < letter.opening[1]]
    greeted = [word for word in letter.words if word.sentence == -1]
    if not greeted:
        return _named_in_passing(letter, opening, names)
    folded = [word.folded for word in greeted]
    rest = [
        word
        for word in greeted[greets(folded, words) :]
        if word.folded not in words.titles and word.folded not in _BETWEEN
    ]
    if not rest:
        return Greeting(False, span=(greeted[0].start, greeted[-1].end))
    first = rest[0]
    span = (first.start, first.end)
    if first.folded in names or (len(first.folded) == 1 and _spelled(rest, names)):
        return Greeting(True, first.text, span)
    if names and any(_holds(first, name) for name in names):
        return Greeting(True, first.text, span)
    given = " ".join(word.text for word in rest[:2] if word is first or word.capital)
    if not names and first.folded not in words.nobody and first.folded not in STOP:
        return Greeting(first.folded not in words.everyday or first.capital, given, span)
    for word in rest[1:4]:
        if word.folded in given_names or (word.folded in names and not _is_other(rest, names)):
            return Greeting(True, word.text, (word.start, word.end))
    return Greeting(False, given, span)


def _spelled(rest: Sequence[Word], names: frozenset[str]) -> bool:
    """Say whether a name behind an initial is one of `names`: “J. Li”."""
    return any(word.folded in names for word in rest[1:3])


def _holds(word: Word, name: str) -> bool:
    """Say whether a word in a script without blanks holds a name: 李さん."""
    return not name.isascii() and not word.folded.isascii() and name in word.folded


def _is_other(rest: Sequence[Word], names: frozenset[str]) -> bool:
    """Say whether the greeting begins with a name that is none of `names`."""
    return rest[0].capital and rest[0].folded not in STOP and rest[0].folded not in names


def _named_in_passing(
    letter: LetterText, opening: Sequence[Word], names: frozenset[str]
) -> Greeting:
    """Return the name with which a letter without a greeting begins: “Thanks Jane, …”."""
    for word in opening[:_OPENING_WORDS]:
        if word.folded in names:
            return Greeting(True, word.text, (word.start, word.end))
    if not names and opening and opening[0].capital and opening[0].folded not in STOP:
        stop = letter.text[opening[0].end : opening[0].end + 3].lstrip()[:1]
        if stop and stop in ",-\u2013\u2014:":
            return Greeting(True, opening[0].text, (opening[0].start, opening[0].end))
    return Greeting(False, span=letter.opening)


def strangers(
    letter: LetterText,
    others: Iterable[str],
    fine: frozenset[str],
    words: PersonalWords,
) -> tuple[Span, ...]:
    """Return where names of somebody else stand above the signature.

    `others` are names of other clients and their people; a word in `fine` (folded) is nobody
    else's. A name in one word must be written with a capital, and be no word of every day.
    """
    text = list(letter.above_signature())
    found: set[Span] = set()
    for name in others:
        name_parts = parts(name)
        if name_parts and not set(name_parts) <= fine:
            found |= set(_mentions(text, name_parts, fine, words))
    found |= set(_thanked(text, fine, letter, words))
    return tuple(sorted(found))


def _mentions(
    text: Sequence[Word], name: Sequence[str], fine: frozenset[str], words: PersonalWords
) -> Iterator[Span]:
    first, last, length = name[0], name[-1], len(name)
    for number, word in enumerate(text):
        if word.folded == first:
            following = [each.folded for each in text[number : number + length]]
            capital = any(each.capital for each in text[number : number + length])
            if length > 1 and following == list(name) and capital:
                yield word.start, text[number + length - 1].end
            elif _is_name(word, fine, words):
                yield word.start, word.end
        elif (
            word.folded == last
            and number
            and text[number - 1].folded in words.titles
            and _is_name(word, fine, words)
        ):
            yield word.start, word.end


def _is_name(word: Word, fine: frozenset[str], words: PersonalWords) -> bool:
    common = word.folded in STOP or any(
        each in known
        for each in (word.folded, root_of(word.folded))
        for known in (words.everyday, words.trade, words.time, words.closings)
    )
    return (
        word.capital and word.folded not in fine and len(word.folded) >= _SHORTEST_NAME
    ) and not common


def _thanked(
    text: Sequence[Word], fine: frozenset[str], letter: LetterText, words: PersonalWords
) -> Iterator[Span]:
    """Yield names that are thanked or congratulated: “Thanks again, Peter, for …”."""
    if not fine:
        return
    for number, word in enumerate(text):
        if word.folded not in _THANKS:
            continue
        for later in text[number + 1 : number + 4]:
            if later.folded in _AFTER_THANKS and not later.capital:
                continue
            behind = letter.text[later.end : later.end + 1]
            unlike_word = not words.families.get(root_of(later.folded))
            named = _is_name(later, fine, words) and not later.first and later.text[1:].islower()
            if named and unlike_word and behind in {",", ".", "!", "\n"}:
                yield later.start, later.end
            break


def names_in(texts: Iterable[str]) -> frozenset[str]:
    """Return the folded words of texts that are written like names."""
    return frozenset(
        fold(word)
        for text in texts
        for word in text.replace("/", " ").replace("(", " ").split()
        if word[:1].isupper()
        for word in parts(word)
    )
