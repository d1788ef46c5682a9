"""Reviewing a course: what the coffees after it have shown, on the screen and for the trainer."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from datetime import date

from followup_tui.domain.course import Course
from followup_tui.domain.courses.review import Review, mean_rating, review
from followup_tui.domain.courses.review_markdown import markdown
from followup_tui.domain.playbook import Playbook
from followup_tui.domain.record import Clock
from followup_tui.domain.text import fold
from followup_tui.services.courses.finding import draws_of, known_course
from followup_tui.services.courses.holding import held_after
from followup_tui.services.gather import zone_of
from followup_tui.services.ports import Records

EARLIER = 3
"""Earlier courses on the same subject whose rating is told beside."""


class ReviewService:
    """What was found about courses. Every method raises `ports.StoreProblem`.

    They raise `finding.NoSuchCourse` for a course that is not there.
    """

    def __init__(self, records: Records, playbooks: Mapping[str, Playbook], clock: Clock) -> None:
        self._records = records
        self._playbooks = playbooks
        self._clock = clock

    async def review(self, course_id: str) -> Review:
        """Return what the coffees after a course have shown."""
        return await asyncio.to_thread(self._review, course_id)

    async def markdown(self, course_id: str, *, names: bool = False) -> str:
        """Return the review as Markdown for the trainer; who said what only with `names`."""
        return markdown(await self.review(course_id), names=names)

    def _review(self, course_id: str) -> Review:
        course = known_course(self._records, course_id)
        draws = draws_of(self._records, course_id)
        return review(
            course,
            held_after(course_id, draws, self._records, self._playbooks),
            draws=draws,
            earlier=self._earlier(course)[:EARLIER],
            zone=zone_of(self._clock()),
        )

    def _earlier(self, course: Course) -> list[tuple[str, date, float]]:
        """Return the ratings of courses on the same subject that were before, the newest first."""
        before = [
            each
            for each in self._records.all(Course)
            if each.last_day < course.first_day and fold(each.subject) == fold(course.subject)
        ]
        found = []
        for each in sorted(before, key=lambda one: one.last_day, reverse=True):
            draws = draws_of(self._records, each.id)
            mean = mean_rating(held_after(each.id, draws, self._records, self._playbooks))
            if mean is not None:
                found.append((each.title, each.last_day, mean))
        return found
