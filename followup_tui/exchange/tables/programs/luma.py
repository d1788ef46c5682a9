"""Luma: the guests of an event, with the answers to the host's questions.

Who asked to come and was not let in stays in the list.
"""

from __future__ import annotations

from followup_tui.domain.text import clean_line, fold
from followup_tui.exchange.tables.dialect import Cells, Dialect, marks, meaning

_NOT_COMING = {
    "declined": "they do not come",
    "invited": "they were invited and did not answer",
    "pending approval": "they were not let in yet",
    "waitlist": "they are on the waiting list",
    "rejected": "they were not let in",
}


def _left_out(cells: Cells) -> str:
    return _NOT_COMING.get(fold(clean_line(cells.get("approval status", ""))).replace("_", " "), "")


LUMA = Dialect(
    key="luma",
    name="Luma",
    marks=marks(
        "name|email|approval status|qr code url",
        "name|email|approval status|ticket name",
        "name|email|approval status|checked in at",
    ),
    own=meaning(
        name="name",
        keep="ticket name|approval status",
        nothing="api id|guest id|created at|checked in at|custom source|utm source|qr code url|"
        "amount|amount tax|amount discount|currency|coupon code|eth address|solana address|"
        "ticket type id|survey response rating|survey response feedback|has joined event",
    ),
    left_out=_left_out,
    keeps_unknown=True,
)
