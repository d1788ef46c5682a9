"""What can stand in a column of a table that is imported."""

from __future__ import annotations

from enum import StrEnum


class Field(StrEnum):
    """What stands in a column, by the word with which somebody maps it."""

    NAME = "name"
    FIRST = "first-name"
    MIDDLE = "middle-name"
    LAST = "last-name"
    COMPANY = "company"
    ROLE = "role"
    TITLE = "title"
    """A role, or “Mr.”: which one, the values tell."""
    EMAIL = "email"
    PHONE = "phone"
    WEBSITE = "website"
    PROFILE = "profile"
    """The address of a page about the person: LinkedIn, Xing, Meetup."""
    TAGS = "tags"
    NOTES = "notes"
    KEEP = "keep"
    """Kept in the notes, with the column's name before it."""
    ADDRESS = "address"
    """A part of a postal address: the parts are kept together in the notes."""
    DO_NOT_CALL = "do-not-call"
    PROJECT = "project"
    TECHNOLOGIES = "technologies"
    STARTED = "started"
    ENDED = "ended"
    SUCCESS = "success"
    DATE = "date"
    TIME = "time"
    KIND = "kind"
    OUTCOME = "outcome"
    NOTHING = "nothing"
    """Left out on purpose: numbers, fax, pictures, what says something about another column."""


WORDS = {
    Field.NAME: "the whole name of a person",
    Field.FIRST: "the first name",
    Field.MIDDLE: "the middle name",
    Field.LAST: "the last name",
    Field.COMPANY: "the company",
    Field.ROLE: "what the person does there",
    Field.TITLE: "a job title, or Mr. and Mrs.",
    Field.EMAIL: "an e-mail address",
    Field.PHONE: "a phone number",
    Field.WEBSITE: "the company's website",
    Field.PROFILE: "a profile (LinkedIn, Xing)",
    Field.TAGS: "tags",
    Field.NOTES: "notes",
    Field.KEEP: "kept in the notes, with its heading",
    Field.ADDRESS: "a part of the postal address",
    Field.DO_NOT_CALL: "whether they must not be called",
    Field.PROJECT: "the title of a project",
    Field.TECHNOLOGIES: "the technologies of a project",
    Field.STARTED: "the day a project began",
    Field.ENDED: "the day a project ended",
    Field.SUCCESS: "whether a project was a success",
    Field.DATE: "the day of a conversation",
    Field.TIME: "the hour of a conversation",
    Field.KIND: "its kind: call, coffee, meeting, mail",
    Field.OUTCOME: "its outcome: reached, no answer, voicemail",
    Field.NOTHING: "left out",
}
"""What each is, for somebody who is to choose."""

WHO = frozenset({Field.NAME, Field.FIRST, Field.LAST, Field.COMPANY})
"""What says who a row is about."""
