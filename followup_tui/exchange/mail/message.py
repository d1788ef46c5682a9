"""A mail as the bytes of a message (RFC 5322, MIME): text, HTML and the files that go along.

The body parts are `email.message.EmailMessage`'s; the header fields are written by `headers`.
"""

from __future__ import annotations

import re
from email.message import EmailMessage
from email.policy import SMTP

from followup_tui.domain.letters.mail import Address, CannotLeave, Mail, MailFile
from followup_tui.domain.letters.markup import as_html, as_plain_text
from followup_tui.domain.text import clean_line, shorten
from followup_tui.exchange.mail import headers

_POLICY = SMTP.clone(cte_type="7bit")  # seven bits come through any server and any file
_MEDIA_TYPE = re.compile(r"[a-z0-9][a-z0-9!#$&^_.+-]*/[a-z0-9][a-z0-9!#$&^_.+-]*", re.IGNORECASE)
_ANYTHING = "application/octet-stream"
_NAME_LIMIT = 80  # characters of a file's name: three bytes each, and most disks take 255
_FRAME = """\
<!DOCTYPE html>
<html>
<head><meta charset="utf-8"></head>
<body>
{}</body>
</html>
"""


def message(mail: Mail, *, unsent: bool) -> bytes:
    """Return the mail as a message with CRLF line ends.

    `unsent` marks a file that a mail program shall open as a draft to edit (``X-Unsent``). Raises
    `CannotLeave` where an address is none, or somebody who is named in CC has none.
    """
    fields = [headers.addresses("From", [mail.sender])] if mail.sender.email else []
    fields += [
        headers.addresses(name, those)
        for name, those in (("To", _reachable(mail.to)), ("Cc", _in_copy(mail.cc)))
        if those
    ]
    fields += [
        headers.unstructured("Subject", mail.subject),
        headers.date(mail.date),
        headers.message_id(mail.message_id),
    ]
    if unsent:
        fields.insert(0, "X-Unsent: 1\r\n")
    return "".join(fields).encode("ascii") + _body(mail).as_bytes()


def _reachable(those: tuple[Address, ...]) -> list[Address]:
    """Return those with an address: an unsent draft may well have nobody to go to yet."""
    return [each for each in those if each.email.strip()]


def _in_copy(those: tuple[Address, ...]) -> list[Address]:
    for each in those:
        if each.name.strip() and not each.email.strip():
            raise CannotLeave(
                f"No mail address is known of {shorten(clean_line(each.name), 80)}, who is in CC: "
                "write it into the letter, or take them out."
            )
    return _reachable(those)


def _body(mail: Mail) -> EmailMessage:
    """Return the parts of the message, with no header fields but those of MIME."""
    whole = EmailMessage(policy=_POLICY)
    whole.set_content(as_plain_text(mail.body) + "\n")
    whole.add_alternative(_FRAME.format(as_html(mail.body)), subtype="html")
    for file in mail.attachments:
        _attach(whole, file)
    return whole


def _attach(whole: EmailMessage, file: MailFile) -> None:
    media_type = file.media_type.lower() if _MEDIA_TYPE.fullmatch(file.media_type) else _ANYTHING
    maintype, _, subtype = media_type.partition("/")
    if maintype in {"multipart", "message"}:  # such a part would have to be read to be written
        maintype, _, subtype = _ANYTHING.partition("/")
    whole.add_attachment(
        file.content, maintype=maintype, subtype=subtype, filename=file_name(file.name)
    )
    if maintype == "text":
        # No method beside it: a calendar file with one is an invitation, which answers somebody.
        list(whole.iter_attachments())[-1].set_param("charset", "utf-8")


def file_name(name: str, *, limit: int = _NAME_LIMIT) -> str:
    """Return a name for a file: without folders, and without what is not for names."""
    last = re.split(r"[/\\]", clean_line(name))[-1]
    kept = "".join("_" if char in '<>:"|?*' else char for char in last).strip(". ")
    stem, dot, ending = kept.rpartition(".")
    if len(kept) > limit and 0 < len(ending) < 10 < limit and dot:
        kept = f"{stem[: limit - len(ending) - 1].rstrip()}.{ending}"
    return kept[:limit].rstrip() or "letter"
