"""What holds for every client at one moment, worked out once for a whole list."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from followup_tui.domain.due.call_list import Band, QueueRules
from followup_tui.domain.playbook import Playbook, Trigger

_DAY = 86_400  # seconds


@dataclass(frozen=True, slots=True)
class Ways:
    """The moment, the user's rules and the playbooks."""

    rules: QueueRules
    now: datetime
    today: date
    zone: tzinfo
    horizon: date
    """The last day that “coming” reaches."""
    by_trigger: Mapping[Trigger, Playbook]
    begins: datetime
    """The first moment of the day, in UTC."""
    ends: datetime
    """The first moment of the next one, in UTC."""
    clocks_change: bool
    """Whether the day has an hour more or less than others, by the clocks of its zone."""

    @classmethod
    def at(cls, now: datetime, *, playbooks: Mapping[str, Playbook], rules: QueueRules) -> Ways:
        """Return the ways of the moment `now`, which carries the user's zone.

        Where two playbooks have the same trigger the one loaded last holds: the user's own.
        """
        if now.tzinfo is None:
            raise ValueError("the moment needs the user's time zone")
        begins = datetime.combine(now.date(), time.min, now.tzinfo)
        tomorrow = datetime.combine(now.date() + timedelta(days=1), time.min, now.tzinfo)
        return cls(
            rules=rules,
            now=now,
            today=now.date(),
            zone=now.tzinfo,
            horizon=now.date() + timedelta(days=rules.look_ahead),
            by_trigger={playbook.due.trigger: playbook for playbook in playbooks.values()},
            begins=begins.astimezone(UTC),
            ends=tomorrow.astimezone(UTC),
            clocks_change=begins.utcoffset() != tomorrow.utcoffset(),
        )

    def band(self, due: date, late: date) -> Band:
        """Return how pressing something is today that is due from one day, late from another."""
        if self.today < due:
            return Band.SOON
        return Band.LATE if self.today >= late else Band.DUE


def earliness(at: datetime) -> float:
    """Return the weight of what comes first that has waited longest: days, the earlier the more.

    It is the same at every hour of a day, as all weights are: a list that was made in the morning
    has its order in the evening.
    """
    return -at.timestamp() / _DAY
