"""Putting a mail into the drafts folder of a mailbox (IMAP, RFC 3501), once.

Nothing is sent and nothing is deleted: what is there already stays as it is.
"""

from __future__ import annotations

import imaplib
import ssl
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from followup_tui.domain.letters.mail import CannotLeave, Mail, NeedsPassword
from followup_tui.domain.letters.mailbox import ImapAccount, Security
from followup_tui.exchange.mail.folders import Folder, drafts_of, read_listed
from followup_tui.exchange.mail.gist import gist_of
from followup_tui.exchange.mail.headers import known_by
from followup_tui.exchange.mail.line import Line
from followup_tui.exchange.mail.message import message
from followup_tui.exchange.mail.refusals import ODD, refusal, said

SECONDS = 60.0
"""For the whole of it; a large letter gets more."""
_SLOWEST = 50_000  # bytes a second of the slowest line over which a large letter still gets away
_LOOKED_AT = 4_000_000  # bytes of a draft that is there already


class _BrokenOff(Exception):
    """The connection ended while the mail was on its way: it may have arrived."""


def put_into_drafts(
    mail: Mail,
    account: ImapAccount,
    password: str,
    *,
    ca_file: str = "",
    seconds: float = SECONDS,
) -> str:
    """Put `mail` into the drafts folder of `account`, and return the folder's name. Blocks.

    It is looked for first, by its message id, and again after a connection that broke off: it is
    never there twice. `ca_file` holds certificates that are trusted beside the system's. Raises
    `NeedsPassword` where the login is refused, else `CannotLeave`.
    """
    if not password:
        raise NeedsPassword(f"The password of {account.user} at {account.host} is not known.")
    content = message(mail, unsent=False)
    errand = _Errand(known_by(mail.message_id), content, account, password, _trusted(ca_file))
    until = time.monotonic() + seconds + len(content) / _SLOWEST
    try:
        return errand.run(until)
    except _BrokenOff:
        pass  # once more: what arrived is found
    try:
        return errand.run(until, again=True)
    except _BrokenOff:
        raise CannotLeave(
            f"The connection to {account.host} broke off while the letter was on its way: it may "
            "have arrived. Try again: it is looked for first, and never put there twice."
        ) from None


def _trusted(ca_file: str) -> ssl.SSLContext:
    tls = ssl.create_default_context()
    if ca_file:
        try:
            tls.load_verify_locations(ca_file)
        except OSError as problem:  # what is no certificate, too
            raise CannotLeave(
                f"{ca_file} holds no certificates that can be read: see imap_ca_file under [mail] "
                "in the settings."
            ) from problem
    return tls


@dataclass(frozen=True, slots=True)
class _Errand:
    """One mail on its way to one mailbox."""

    message_id: str
    content: bytes
    account: ImapAccount
    password: str
    tls: ssl.SSLContext

    def run(self, until: float, *, again: bool = False) -> str:
        """Try once, up to the moment `until` of the monotonic clock; return the folder's name.

        `again`: it may have arrived by the try before, and is put there only where it is not.
        """
        try:
            with self._connected(until) as line:
                self._log_in(line)
                folder = drafts_of(_folders(line), self.account.folder)
                there = self._is_there(line, folder)
                if there is None and again:
                    raise _BrokenOff
                if not there:
                    self._append(line, folder)
                return folder.name
        except ODD as problem:
            raise refusal(problem, self.account) from problem

    @contextmanager
    def _connected(self, until: float) -> Iterator[Line]:
        account = self.account
        at_once = account.security is Security.TLS
        seconds = max(until - time.monotonic(), 0.01)
        line = Line(account.host, account.port, tls=self.tls if at_once else None, seconds=seconds)
        try:
            if not at_once:
                self._change_to_tls(line)
            yield line
            line.say_goodbye()
        finally:
            line.shutdown()

    def _change_to_tls(self, line: Line) -> None:
        try:
            line.change_to_tls(self.tls)
        except imaplib.IMAP4.abort:
            raise
        except imaplib.IMAP4.error as problem:
            raise CannotLeave(
                f"{self.account.host} offers no secure connection on port {self.account.port} "
                '(STARTTLS): nothing was told to it. Try imap_security = "tls" with '
                "imap_port = 993 under [mail] in the settings."
            ) from problem

    def _log_in(self, line: Line) -> None:
        """Log in; raises `NeedsPassword` where the server does not accept it."""
        user, password = self.account.user, self.password
        if line.state != "NONAUTH":
            return  # a server that knows us by the way we come
        try:
            if "AUTH=PLAIN" in line.capabilities:
                told = f"\0{user}\0{password}".encode()
                line.authenticate("PLAIN", lambda _: told)
            elif "LOGINDISABLED" in line.capabilities:
                raise CannotLeave(
                    f"{self.account.host} takes no passwords, only logins that followup does not "
                    "know (OAuth): save the letter as an .eml file instead."
                )
            elif not password.isascii() or not password.isprintable():
                raise NeedsPassword(
                    f"{self.account.host} takes only passwords of plain letters, digits and signs: "
                    "make an app password there, and type that one."
                )
            else:
                line.login(_quoted(user), password)
        except imaplib.IMAP4.abort:
            raise
        except imaplib.IMAP4.error as problem:
            raise NeedsPassword(
                f"{self.account.host} does not let {user} in{said(problem)}. Type the password "
                "again; where the mailbox asks for a second factor, it wants an app password."
            ) from problem
        line.learn_capabilities()

    def _is_there(self, line: Line, folder: Folder) -> bool | None:
        """Say whether the letter is in the folder as it is now; None where the server cannot tell.

        Raises `CannotLeave` where another version of it is: it may have been edited there.
        """
        status, answer = line.select(_quoted(folder.wire), readonly=True)
        if status != "OK":
            raise CannotLeave(
                f"The folder “{folder.name}” at {self.account.host} cannot be opened"
                f"{_told(answer)}: name another drafts_folder under [mail] in the settings."
            )
        status, found = line.uid(
            "SEARCH", "UNDELETED", "HEADER", "Message-ID", _quoted(self.message_id)
        )
        if status != "OK":
            return None
        uids = [uid for uid in _words(found) if uid.isdecimal()]
        if not uids:
            return False
        _, fetched = line.uid("FETCH", uids[-1], f"(BODY.PEEK[]<0.{_LOOKED_AT}>)")
        drafts = [part[1] for part in fetched if isinstance(part, tuple)]
        if drafts and gist_of(drafts[0]) == gist_of(self.content):
            return True
        raise CannotLeave(
            f"Another version of this letter is in “{folder.name}”: delete it there in your mail "
            "program, then put this one in its place."
        )

    def _append(self, line: Line, folder: Folder) -> None:
        try:
            status, answer = line.append(_quoted(folder.wire), r"(\Draft \Seen)", "", self.content)
        except (imaplib.IMAP4.abort, OSError) as problem:
            raise _BrokenOff from problem
        if status != "OK":
            raise CannotLeave(
                f"{self.account.host} does not take the letter into “{folder.name}”"
                f"{_told(answer)}. Make room there, name another drafts_folder under [mail] in the "
                "settings, or save the letter as an .eml file."
            )


def _folders(line: Line) -> list[Folder]:
    """Return the folders of the mailbox; their marks come by themselves or when asked for."""
    _, listed = line.list('""', '"*"')
    folders = _read(listed)
    if "SPECIAL-USE" in line.capabilities and not any("\\drafts" in each.marks for each in folders):
        try:
            _, marked = line.list('(SPECIAL-USE) ""', '"*"')  # RFC 6154, section 3
        except imaplib.IMAP4.abort:
            raise
        except imaplib.IMAP4.error:
            return folders  # it says that it can and cannot: the names must do
        folders = [*_read(marked), *folders]
    return folders


def _read(listed: Sequence[object]) -> list[Folder]:
    lines = [each for each in listed if isinstance(each, bytes | tuple)]
    return [folder for each in lines if (folder := read_listed(each)) is not None]


def _words(answer: Sequence[object]) -> list[str]:
    said_first = answer[0] if answer else b""
    return said_first.decode("ascii", "replace").split() if isinstance(said_first, bytes) else []


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _told(answer: Sequence[object]) -> str:
    return said(answer[-1]) if answer else ""
