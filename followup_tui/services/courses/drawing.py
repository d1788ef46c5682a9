"""Drawing who is asked to a coffee, replacing somebody, and what becomes of each coffee.

A draw is written together with its course, so that two programs that draw at the same moment write
the same record: the second is refused, and nobody is drawn twice.
"""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Callable, Sequence
from datetime import date

from msgspec.structs import replace

from followup_tui.domain.client import Client
from followup_tui.domain.course import CoffeeEnd, Course, Draw, Pick
from followup_tui.domain.courses import coffees
from followup_tui.domain.courses.coffees import coffee_day
from followup_tui.domain.courses.drawing import WhyNot, draw, pool_of, stand_ins
from followup_tui.domain.courses.drawing import replace as with_stand_in
from followup_tui.domain.courses.view import DrawProposal, is_replaced
from followup_tui.domain.record import Clock, Invalid, Record, utc
from followup_tui.domain.text import clean_line
from followup_tui.domain.words import count
from followup_tui.services.courses.days_off import days_off
from followup_tui.services.courses.finding import draws_of, known_course, one_of
from followup_tui.services.courses.leaving_alone import leaving_alone
from followup_tui.services.courses.welcoming import welcomed
from followup_tui.services.ports import Change, Records
from followup_tui.settings.model import Settings

SEEDS = 1_000_000
"""Seeds lie below it: six digits can be read out, written down and typed again."""


def any_seed() -> int:
    """Return a seed that nobody can foresee."""
    return secrets.randbelow(SEEDS)


class DrawService:
    """Draws, and the coffees that come of them. Every method raises `ports.StoreProblem`.

    All of them raise `finding.NoSuchCourse` for a course, or somebody drawn, that is not there,
    and `domain.record.Invalid` for what cannot be.
    """

    def __init__(
        self,
        records: Records,
        settings: Settings,
        clock: Clock,
        seeds: Callable[[], int] = any_seed,
    ) -> None:
        self._records = records
        self._settings = settings
        self._clock = clock
        self._seeds = seeds

    async def proposal(
        self, course_id: str, *, number: int = 0, seed: int | None = None
    ) -> DrawProposal:
        """Return who would go into a draw and who not, with a fresh seed unless one is given."""
        return await asyncio.to_thread(self._proposal, course_id, number, seed)

    def _proposal(self, course_id: str, number: int, seed: int | None) -> DrawProposal:
        course = known_course(self._records, course_id)
        day, why_not = self._rules(course)
        pool = pool_of(course, why_not)
        before = draws_of(self._records, course_id)
        return DrawProposal(
            course=course,
            pool=tuple(each.name for each in pool.people),
            left_out=pool.left_out,
            number=number or course.coffees,
            seed=self._seeds() if seed is None else seed,
            coffee_day=day,
            drawn_before=tuple(pick.name for each in before for pick in each.picks),
        )

    async def draw(
        self, course_id: str, *, number: int = 0, seed: int | None = None, again: bool = False
    ) -> Draw:
        """Draw, and write it down as one change: who is new on the call list becomes a client.

        Without a seed it is a fresh one. `again` allows a further draw from the same course, of
        those who were not drawn before.
        """
        return await asyncio.to_thread(self._draw, course_id, number, seed, again=again)

    def _draw(self, course_id: str, number: int, seed: int | None, *, again: bool) -> Draw:
        self._records.refresh()
        course = known_course(self._records, course_id)
        if draws_of(self._records, course_id) and not again:
            raise Invalid(
                "course",
                f"“{course.title}” has had its draw: replace somebody, or draw some more (--again)",
            )
        now = self._clock()
        day, why_not = self._rules(course)
        drawn = draw(
            course,
            seed=self._seeds() if seed is None else seed,
            number=number,
            why_not=why_not,
            now=now,
        )
        if not drawn.picks:
            raise Invalid("course", "has nobody who can be drawn: see who is left out, and why")
        drawn = replace(drawn, coffee_day=day)
        course, drawn, clients = welcomed(course, drawn, self._records, now)
        self._write(f"draw: {count(len(drawn.picks), 'coffee')}", course, drawn, clients)
        return drawn

    async def stand_ins(self, draw_id: str) -> tuple[str, ...]:
        """Return who could stand in for somebody, the first of them would."""

        def found() -> tuple[str, ...]:
            drawn, course = self._known(draw_id)
            _, why_not = self._rules(course)
            return tuple(each.name for each in stand_ins(drawn, course, why_not))

        return await asyncio.to_thread(found)

    async def replace(
        self,
        course_id: str,
        name: str,
        *,
        end: CoffeeEnd = CoffeeEnd.MISSED,
        why: str = "",
    ) -> tuple[Draw, Pick]:
        """Let the next of the drawn order stand in for somebody; return the draw and who does."""

        def write() -> tuple[Draw, Pick]:
            drawn, pick = self._pick(course_id, name)
            course = known_course(self._records, course_id)
            now = self._clock()
            _, why_not = self._rules(course)
            after = with_stand_in(
                drawn,
                pick,
                course=course,
                why_not=why_not,
                end=end,
                why=clean_line(why),
                day=now.date(),
            )
            course, after, clients = welcomed(course, after, self._records, now)
            stands_in = after.picks[-1]
            by = f"draw: {stands_in.name} for {pick.name}"
            self._write(by, course, after, clients)
            return after, stands_in

        return await asyncio.to_thread(write)

    async def settle(self, course_id: str, name: str, end: CoffeeEnd, *, why: str = "") -> Draw:
        """Write down that somebody's coffee was had, declined or could not be had."""
        day, said = self._clock().date(), clean_line(why)

        def change(drawn: Draw, pick: Pick) -> Draw:
            if pick.settled:
                raise Invalid("name", f"is settled already: the coffee with {pick.name}")
            return coffees.settled(drawn, pick.client_id, end, day, person=pick.name, why=said)

        return await self._change(course_id, name, f"coffee, {end.value}", change)

    async def reopen(self, course_id: str, name: str) -> Draw:
        """Take back that somebody's coffee is settled."""

        def change(drawn: Draw, pick: Pick) -> Draw:
            return coffees.reopened(drawn, pick.client_id, person=pick.name)

        return await self._change(course_id, name, "coffee, open again", change)

    async def invite(self, course_id: str, name: str) -> Draw:
        """Write down that somebody was asked to their coffee today, however that was done."""
        day = self._clock().date()

        def change(drawn: Draw, pick: Pick) -> Draw:
            if pick.settled:
                raise Invalid("name", f"is settled already: the coffee with {pick.name}")
            return coffees.invited(drawn, pick.client_id, day, person=pick.name)

        return await self._change(course_id, name, "coffee, invited", change)

    async def _change(
        self, course_id: str, name: str, by: str, change: Callable[[Draw, Pick], Draw]
    ) -> Draw:
        def write() -> Draw:
            before, pick = self._pick(course_id, name)
            after = change(before, pick)
            if after != before:
                self._records.commit(Change(by=f"{by}: {pick.name}", put=(after,)))
            return after

        return await asyncio.to_thread(write)

    def _pick(self, course_id: str, name: str) -> tuple[Draw, Pick]:
        """Return the draw and the pick that is meant by a name; one that is open goes first."""
        found = [(drawn, p) for drawn in draws_of(self._records, course_id) for p in drawn.picks]
        standing = [each for each in found if not is_replaced(*each)]
        open_ = [each for each in standing if not each[1].settled]
        by_name = {each[1].name: each for each in (*found, *standing, *open_)}
        named = one_of(name, list(by_name), str, str, "who was drawn")
        return by_name[named]

    def _known(self, draw_id: str) -> tuple[Draw, Course]:
        drawn = self._records.get(Draw, draw_id)
        if drawn is None:
            raise Invalid("draw", "is not there any more: it was taken back elsewhere")
        return drawn, known_course(self._records, drawn.course_id)

    def _rules(self, course: Course) -> tuple[date, WhyNot]:
        """Return the day of the coffees, and what says who is to be left alone."""
        day = coffee_day(course.last_day, days_off=days_off(self._settings, course.last_day))
        return day, leaving_alone(self._records, course, now=self._clock(), day=day)

    def _write(self, by: str, course: Course, drawn: Draw, clients: Sequence[Client]) -> None:
        course = replace(course, changed=utc(self._clock()))
        put: tuple[Record, ...] = (*clients, course, drawn)
        self._records.commit(Change(by=f"{by} ({course.title})", put=put))
