"""A letter as it will be read: its marks of Markdown drawn as what they mean."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Markdown, Static


class LetterPreview(VerticalScroll):
    """Shows subject and text as a mail program will; links are shown and never followed."""

    DEFAULT_CSS = """
    LetterPreview {
        border: round $border-blurred;
        border-title-color: $text-muted;
        padding: 0 1;
        &:focus { border: round $border; }
        & #preview-subject { text-style: bold; padding: 0 0 1 0; height: auto; }
        & Markdown { padding: 0; background: transparent; }
        & MarkdownBlock { link-style: underline; }
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self.border_title = Content("As it will be read")
        self._shown = ("", "")

    def compose(self) -> ComposeResult:
        """Yield the subject over the text."""
        yield Static(Content(""), id="preview-subject", markup=False)
        yield Markdown(open_links=False)

    async def show(self, subject: str, body: str) -> None:
        """Show a letter; each break of a line stays one, as in the mail."""
        if (subject, body) == self._shown:
            return
        self._shown = (subject, body)
        self.query_one("#preview-subject", Static).update(Content(subject or "(no subject)"))
        await self.query_one(Markdown).update(with_hard_breaks(body))

    @on(Markdown.LinkClicked)
    def _not_followed(self, event: Markdown.LinkClicked) -> None:
        event.stop()


def with_hard_breaks(body: str) -> str:
    """Return Markdown in which each line that is followed by another ends with a hard break."""
    lines = body.split("\n")
    return "\n".join(
        f"{line}  " if line.strip() and following.strip() else line
        for line, following in zip(lines, [*lines[1:], ""], strict=True)
    )
