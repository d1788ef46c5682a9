"""Meetup: who comes to an event, or the members of a group. Tabs, and no e-mail at all.

Its “Title” is a post in the group (“Organizer”), not a job.
"""

from __future__ import annotations

from followup_tui.domain.text import clean_line, fold
from followup_tui.exchange.tables.dialect import Cells, Dialect, marks, meaning

_NOT_COMING = {"no": "they do not come", "not going": "they do not come"}
_CANCELLED = "they cancelled"


def _left_out(cells: Cells) -> str:
    answer = fold(clean_line(cells.get("rsvp", cells.get("rsvp status", ""))))
    if answer in _NOT_COMING:
        return _NOT_COMING[answer]
    return _CANCELLED if answer.startswith("cancel") else ""


MEETUP = Dialect(
    key="meetup",
    name="Meetup",
    marks=marks(
        "name|user id|rsvp",
        "name|member id|rsvp",
        "name|rsvp|url of member profile",
        "name|member id|url of member profile",
        "name|user id|url of member profile",
        "name|user id|joined group on",
        "name|member id|joined group on",
        "member name|rsvp",
        "name|rsvp|rsvped on",
        "name|rsvp|guests",
    ),
    own=meaning(
        profile="url of member profile|profile url of member|profile url|member profile",
        keep="title|rsvp|intro|rsvp status|pro questions|location",
        nothing="user id|member id|event host|guests|rsvped on|joined group on|"
        "last visited group on|last attended|total rsvps|rsvped yes|rsvped maybe|rsvped no|"
        "meetups attended|no shows|photo|assistant organizer|mailing list|member status|"
        "attendance|payment status|pay status|member dues|organizer|checked in|host|how found",
        name="name|member name",
    ),
    left_out=_left_out,
    keeps_unknown=True,
)
