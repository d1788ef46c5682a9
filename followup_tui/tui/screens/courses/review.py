"""The review of a course: what they found, what to improve, and out of the desk as Markdown."""

from __future__ import annotations

import asyncio
from functools import partial
from pathlib import Path

from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from followup_tui.desk import Desk
from followup_tui.domain.courses.review import Review
from followup_tui.domain.courses.review_markdown import markdown
from followup_tui.services.ports import StoreProblem
from followup_tui.tui.actions import Place, bindings
from followup_tui.tui.anew import begin
from followup_tui.tui.key_line import KeyLine
from followup_tui.tui.present.courses import reviewed as present
from followup_tui.tui.screens.courses.watched import WALK, WatchedScreen
from followup_tui.tui.toast import toast


class ReviewScreen(WatchedScreen):
    """What the coffees after a course have shown."""

    CSS_PATH = "review.tcss"
    AUTO_FOCUS = "#review-conclusions"
    BINDINGS = [*bindings(Place.REVIEW), *WALK]

    def __init__(self, desk: Desk, course_id: str) -> None:
        super().__init__(desk)
        self._course_id = course_id
        self._review: Review | None = None
        self._names = True
        """Whether who said what is shown: here it is the host's own desk."""

    def compose(self) -> ComposeResult:
        """Yield the head, what follows, and the questions."""
        yield Static("Review", id="title", markup=False)
        with Horizontal(id="review-body"):
            with VerticalScroll(id="review-conclusions") as box:
                box.border_title = Content("What follows")
                yield Static("", id="review-follows", markup=False)
            with VerticalScroll(id="review-questions") as box:
                box.border_title = Content("Question by question")
                yield Static("", id="review-answers", markup=False)
        yield Static("", id="review-empty", markup=False)
        yield KeyLine()

    async def load(self) -> None:
        """Read the review, and show it."""
        self._review = await self.desk.reviews.review(self._course_id)
        self.show_known()

    def show_known(self) -> None:
        """Show the review as it was read last."""
        if (review := self._review) is None:
            return
        self.query_one("#title", Static).update(present.head(review))
        follows = present.conclusions(
            review, names=self._names, width=self._width("#review-conclusions")
        )
        self.query_one("#review-follows", Static).update(follows)
        answers = present.questions(
            review, names=self._names, width=self._width("#review-questions")
        )
        self.query_one("#review-answers", Static).update(answers)
        self.query_one("#review-body").display = bool(review.held)
        empty = self.query_one("#review-empty", Static)
        empty.display = not review.held
        empty.update(Content(present.nothing(review)))

    def _width(self, box: str) -> int:
        """Return the cells of a line in a box, also where it comes to have a scroll bar."""
        found = self.query_one(box)
        bar = 0 if found.show_vertical_scrollbar else found.styles.scrollbar_size_vertical
        return max(found.scrollable_content_region.width - bar, 0)

    def on_resize(self) -> None:
        """Break the lines for the new width."""
        self.call_after_refresh(self.show_known)

    # What is done

    def action_names(self) -> None:
        """Show or hide who said what."""
        self._names = not self._names
        if self._review is not None:
            self.show_known()
            toast(self, f"Who said what is {'shown' if self._names else 'left out'} here.")

    def action_copy(self) -> None:
        """Copy it as Markdown, without names."""
        if self._review is not None:
            self.app.copy_to_clipboard(markdown(self._review))
            toast(self, "Copied as Markdown without names, if your terminal allows that.")

    def action_markdown(self) -> None:
        """Save it as Markdown for the trainer."""
        from followup_tui.tui.dialogs.courses.handing_on import HandOnDialog  # noqa: PLC0415

        if self._review is None:
            return
        course = self._review.course
        words = "".join(c if c.isalnum() else " " for c in course.title.lower()).split()
        path = Path.home() / f"{'-'.join(['review', *words])[:60]}-{course.last_day}.md"
        self.app.push_screen(HandOnDialog(path), self._hand_on)

    def _hand_on(self, asked: tuple[Path, bool] | None) -> None:
        if asked is not None and self._review is not None:
            work = partial(self._write, self._review, *asked)
            begin(self, work, name="write a review", group="write")

    async def _write(self, review: Review, path: Path, names: bool) -> None:
        text = markdown(review, names=names).rstrip("\n")
        try:
            await asyncio.to_thread(self.desk.save_elsewhere, path, text)
        except StoreProblem as problem:
            toast(self, str(problem), severity="error")
            return
        toast(self, f"Written to {path}, {'with' if names else 'without'} names.")

    def action_back(self) -> None:
        """Go back to where you were."""
        self.dismiss(None)
