"""What is read out at the end of a course: the template, filled with what is known of it."""

from __future__ import annotations

from collections.abc import Sequence

from followup_tui.domain.course import Course, Draw
from followup_tui.domain.courses.announcement import (
    Words,
    day_words,
    people_words,
    render,
    words_of,
)
from followup_tui.domain.courses.coffees import coffee_day
from followup_tui.services.courses.days_off import days_off
from followup_tui.settings.model import Settings


def announced(course: Course, draws: Sequence[Draw], source: str, settings: Settings) -> str:
    """Return the announcement of a course out of the template `source`.

    The day is that of the draw, where it was drawn already. Raises
    `domain.courses.announcement.AnnouncementProblem`.
    """
    off = days_off(settings, course.last_day)
    day = draws[-1].coffee_day if draws else coffee_day(course.last_day, days_off=off)
    words = Words(
        title=course.title,
        topic=course.subject,
        speaker=course.speaker,
        host=course.host,
        number=words_of(course.coffees),
        people=people_words(course.coffees),
        day=day_words(day),
        place=course.coffee_place,
        company=settings.me.company,
    )
    return render(source, words)
