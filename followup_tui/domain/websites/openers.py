"""Questions with which a change on their website opens a call."""

from __future__ import annotations

from datetime import date

from followup_tui.domain.text import shorten
from followup_tui.domain.websites.site_changes import ChangeKind, SiteChange, Turn
from followup_tui.domain.words import day_words

_LONGEST = 90  # characters of the site's words that somebody can say in one breath

_OPENERS: dict[tuple[ChangeKind, Turn], tuple[str, ...]] = {
    (ChangeKind.NEWS, Turn.NEW): (
        "I read your news{day}, “{new}”: how did that come about?",
        "You wrote about “{new}”{day}: what has come of it since?",
    ),
    (ChangeKind.EVENT, Turn.NEW): (
        "You announce “{new}”{day}: whom would you like to see there?",
        "I saw that “{new}” is coming up{day}: is there anything we could add to it?",
    ),
    (ChangeKind.EVENT, Turn.OTHER): (
        "“{title}” has another date, {new} instead of {old}: does that suit you better?",
    ),
    (ChangeKind.EVENT, Turn.GONE): (
        "“{old}” is no longer announced: is it called off, or only put off?",
    ),
    (ChangeKind.PEOPLE, Turn.NEW): (
        "I see {new} on your site now: what is the first thing on their desk?",
        "{new} is new among your people, it seems: what brought them to you?",
    ),
    (ChangeKind.PEOPLE, Turn.GONE): (
        "I no longer find {old} on your site: who has taken over their work?",
    ),
    (ChangeKind.PEOPLE, Turn.OTHER): (
        "I see that {title} is {new} now: what does that change for you?",
        "{title} is {new} now, it seems: how is that going?",
    ),
    (ChangeKind.PEOPLE, Turn.FOLLOWED): (
        "I see that {new} is {title} now, where {old} was: what will change with that?",
    ),
    (ChangeKind.OFFERING, Turn.NEW): (
        "Your site now offers “{new}”: what made your clients ask for it?",
        "“{new}” is new on your site: how is it going so far?",
    ),
    (ChangeKind.OFFERING, Turn.GONE): (
        "I no longer find “{old}” on your site: have you given it up, or merged it with another?",
    ),
    (ChangeKind.OFFERING, Turn.OTHER): (
        "What you called “{old}” is now “{new}”: has more changed than the name?",
    ),
    (ChangeKind.JOBS, Turn.NEW): (
        "You are looking for people ({title}): is there a project behind it, or are you growing?",
        "I saw your open positions ({title}): what is waiting until you find somebody?",
    ),
    (ChangeKind.JOBS, Turn.GONE): (
        "You no longer look for people ({title}): have you found them, or did the plan change?",
    ),
    (ChangeKind.OFFICE, Turn.NEW): ("You have another address now, {new}: what takes you there?",),
    (ChangeKind.OFFICE, Turn.GONE): ("I no longer find {old} on your site: have you closed it?",),
    (ChangeKind.OFFICE, Turn.OTHER): (
        "You have moved, I see, to {new}: how do you like it there?",
    ),
    (ChangeKind.PRICE, Turn.NEW): (
        "Your site names a price now, “{new}”: how do people take to it?",
    ),
    (ChangeKind.PRICE, Turn.GONE): (
        "“{old}” no longer stands on your site: do you agree on prices case by case now?",
    ),
    (ChangeKind.PRICE, Turn.OTHER): (
        "Your price is now “{new}”, it was “{old}”: how have your clients taken it?",
    ),
    (ChangeKind.TAGLINE, Turn.OTHER): (
        "Your site opens with “{new}” now: what is behind the new words?",
    ),
}

_NAMED_PRICE = "“{title}” is {new} now, it was {old}: how have your clients taken it?"


def question(change: SiteChange, *, variant: int = 0, today: date) -> str:
    """Return a sentence that opens a call with `change`, in another wording for each `variant`."""
    forms = _OPENERS[change.kind, change.turn]
    if change.kind is ChangeKind.PRICE and change.title:
        forms = (_NAMED_PRICE,)
    return forms[variant % len(forms)].format(
        old=_spoken(change.old),
        new=_spoken(change.new),
        title=_spoken(change.title),
        day=_on(change, today),
    )


def _spoken(words: str) -> str:
    return shorten(words, _LONGEST).rstrip(".")


def _on(change: SiteChange, today: date) -> str:
    if change.day is None:
        return ""
    words = day_words(change.day, today)
    plain = words in {"today", "yesterday", "tomorrow"} or words.startswith("last ")
    return f" {words}" if plain else f" {'of' if change.day < today else 'on'} {words}"
