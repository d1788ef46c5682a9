"""What holds for every client at one moment, worked out once for a whole list."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo

from followup_tui.domain.due.call_list import Band, QueueRules
from followup_tui.domain.playbook import Playbook, Trigger


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

    @classmethod
    def at(cls, now: datetime, *, playbooks: Mapping[str, Playbook], rules: QueueRules) -> Ways:
        """Return the ways of the moment `now`, which carries the user's zone.

        Where two playbooks have the same trigger the one loaded last holds: the user's own.
        """
        if now.tzinfo is None:
            raise ValueError("the moment needs the user's time zone")
        return cls(
            rules=rules,
            now=now,
            today=now.date(),
            zone=now.tzinfo,
            horizon=now.date() + timedelta(days=rules.look_ahead),
            by_trigger={playbook.due.trigger: playbook for playbook in playbooks.values()},
        )

    def band(self, due: date, late: date) -> Band:
        """Return how pressing something is today that is due from one day, late from another."""
        if self.today < due:
            return Band.SOON
        return Band.LATE if self.today >= late else Band.DUE
