"""What is found once is kept."""

from __future__ import annotations

from followup_tui.web.once import once


class _Asked:
    def __init__(self) -> None:
        self.times = 0

    @once
    def answer(self) -> int:
        """How often it was looked for."""
        self.times += 1
        return self.times


def test_it_is_found_when_it_is_first_asked_for_and_then_kept() -> None:
    one, other = _Asked(), _Asked()
    assert one.times == 0
    assert (one.answer, one.answer, one.times) == (1, 1, 1)
    assert other.times == 0
    assert other.answer == 1


def test_asked_of_the_class_it_tells_of_itself() -> None:
    assert _Asked.answer.__doc__ == "How often it was looked for."
