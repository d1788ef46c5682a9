"""What waits because they were spoken to and a day was set for the next call."""

from __future__ import annotations

from datetime import date

from followup_tui.domain.due.call_list import ClientFile


def put_off(file: ClientFile, due: date) -> date:
    """Return the day from which something due on `due` is to be listed.

    What stood already when they were last spoken to waits for the day that was set then for the
    next call; what has become due since does not. (After a try in vain: `queue`, held.)
    """
    again, standing = file.client.call_again, file.standing
    last = standing.last_reached
    if again is None or last is None or standing.last_attempt or not due <= last < again:
        return due
    return again
