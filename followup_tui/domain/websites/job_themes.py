"""Open positions by what they are about: three of them for Azure say more than three titles."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from followup_tui.domain.text import fold, shorten
from followup_tui.domain.websites.topics import words_of
from followup_tui.domain.words import count

_SHOWN = 3  # titles that a theme names

_USUAL = frozenset(
    fold(
        # what half of all positions are called, in the words of a few languages
        "administrator advisor allround analyst apprentice architect assistant associate berater"
        " beraterin chef chief consultant coordinator developer director engineer entwickler"
        " entwicklerin executive expert fachkraft full fulltime graduate head hybrid ingenieur"
        " ingenieurin intern internship junior lead leader leiter leiterin manager"
        " managerin medior mid mitarbeiterin officer operator part parttime permanent praktikum"
        " principal professional programmer referent referentin remote representative sales senior"
        " software specialist spezialist staff student supervisor technician techniker teilzeit"
        " trainee vollzeit volunteer werkstudent zeit consultante conseiller développeur"
        " développeuse ingénieur responsable stage desarrollador ingeniero jefe onsite fte"
    ).split()
)


@dataclass(frozen=True, slots=True)
class Theme:
    """Positions that have a word in common."""

    word: str
    """The word as their titles write it; empty for those that have none in common."""
    titles: tuple[str, ...]

    def short(self) -> str:
        """Return ``3 positions for Azure``, or the title of a single one."""
        if len(self.titles) == 1:
            return self.titles[0]
        about = f" for {self.word}" if self.word else ""
        return f"{count(len(self.titles), 'position')}{about}"

    def words(self) -> str:
        """Return ``3 positions for Azure: Azure Architect; …``, or the title of a single one."""
        if len(self.titles) == 1:
            return self.titles[0]
        shown = "; ".join(self.titles[:_SHOWN])
        rest = len(self.titles) - _SHOWN
        more = f"; and {rest} more" if rest > 0 else ""
        return f"{self.short()}: {shorten(shown, 160)}{more}"


def themes(titles: Iterable[str]) -> tuple[Theme, ...]:
    """Return the positions grouped by their commonest words, the largest group first.

    Each position is in one group; those that share no word with another are in a last group.
    """
    left = sorted(set(titles))
    found: list[Theme] = []
    while (word := _commonest(left)) is not None:
        group = [title for title in left if word in _telling(title)]
        found.append(Theme(_as_written(word, group), tuple(group)))
        left = [title for title in left if title not in group]
    if left:
        found.append(Theme("", tuple(left)))
    return tuple(found)


def positions_for(word: str, titles: Iterable[str]) -> int:
    """Return how many positions are about `word`."""
    wanted = fold(word)
    return sum(wanted in _telling(title) for title in titles)


def _telling(title: str) -> list[str]:
    return [word for word in words_of(title) if word not in _USUAL]


def _commonest(titles: Sequence[str]) -> str | None:
    """Return the word that most titles have, if two have any; where several do, the first one."""
    counts = Counter(word for title in titles for word in dict.fromkeys(_telling(title)))
    most = max(counts.values(), default=0)
    if most < 2:
        return None
    return min(word for word, number in counts.items() if number == most)


def _as_written(word: str, titles: Iterable[str]) -> str:
    """Return a folded word as most of the titles write it."""
    spellings: defaultdict[str, int] = defaultdict(int)
    for title in titles:
        for written in title.replace("/", " ").split():
            if fold(written).strip(".,:;()[]-\u2013") == word:
                spellings[written.strip(",:;()[]-\u2013")] += 1
    return min(spellings, key=lambda each: (-spellings[each], each), default=word)
