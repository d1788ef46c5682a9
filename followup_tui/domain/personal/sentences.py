"""Sentences that speak of everybody, or of a trade at large: what they hold counts for less."""

from __future__ import annotations

import re
from collections import Counter, defaultdict

from followup_tui.domain.personal.text import LetterText
from followup_tui.domain.personal.words import PersonalWords, root_of, word_set

CATCHWORDS = 5
"""Words of the trade in one sentence from which it is a row of catchwords."""
_PERSONS = word_set(
    "i you your yours u ur r we our my me us he she they his her him them their it ich du sie ihr"
    " dein deine deiner dir dich ihre ihren ihrem ihrer ihnen wir mein meine uns euch euer eure er"
    " je tu vous votre vos nous notre nos j moi on il elle ils mon ma ta ton tes"
    " promised wanted asked versprochen promis"
)
ADDRESSED = _PERSONS | word_set("the this that der die das le la l")
"""A sentence with one of these may be about somebody; a row of catchwords holds none."""
TREATISE = 9
"""Words from which a sentence that names no person is held to be about their trade at large."""
_ROW = re.compile(
    # “Loggers, alarms and compressors save money”: three things or more, and then what they do
    r"(?:[^,.:;!?]{3,40},\s+)+[^,.:;!?]{3,40}\s(?:and|und|et|or|oder|ou)\s+\w+\s+\w+"
)


def general_sentences(letter: LetterText, words: PersonalWords) -> frozenset[int]:
    """Return the sentences that speak of everybody, or are a row of catchwords."""
    told: defaultdict[int, list[str]] = defaultdict(list)
    for word in letter.body():
        told[word.sentence].append(word.folded)
    found: set[int] = set()
    for sentence, folded in told.items():
        line = " ".join(folded) + " "
        trade = {root for root in map(root_of, folded) if root in words.trade}
        row = _ROW.search(letter.text[slice(*letter.sentences[sentence])]) is not None
        if (
            (row and not ADDRESSED & set(folded))
            or len(trade) >= CATCHWORDS
            or any(pattern.search(line) for pattern in words.of_everybody)
        ):
            found.add(sentence)
    return frozenset(found)


def treatises(letter: LetterText) -> frozenset[int]:
    """Return the longer sentences that name no person: they may be about a trade at large."""
    told: defaultdict[int, set[str]] = defaultdict(set)
    lengths: Counter[int] = Counter()
    for word in letter.body():
        told[word.sentence].add(word.folded)
        lengths[word.sentence] += 1
    return frozenset(
        sentence
        for sentence, folded in told.items()
        if lengths[sentence] >= TREATISE and not _PERSONS & folded
    )
