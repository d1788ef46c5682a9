"""What goes wrong between us and a mail server, as sentences that say what to do."""

from __future__ import annotations

import imaplib
import socket
import ssl

from followup_tui.domain.letters.mail import CannotLeave
from followup_tui.domain.letters.mailbox import ImapAccount
from followup_tui.domain.text import clean_line, shorten

ODD = (
    imaplib.IMAP4.error,
    OSError,
    # What `imaplib` stumbles over where a server says what is no IMAP.
    ValueError,
    TypeError,
    AttributeError,
    LookupError,
)
"""What a line to a mail server may raise."""
_SAID = 120  # characters of what a server said that fit into a sentence


_LATER = "try again in a while, or save the letter as an .eml file."
_SETTINGS = "under [mail] in the settings"


def refusal(problem: Exception, account: ImapAccount) -> CannotLeave:
    """Return what went wrong, in words; `problem` is one of `ODD`."""
    host, port, why = account.host, account.port, said(_why(problem))
    match problem:
        case ssl.SSLCertVerificationError():
            words = (
                f"The certificate of {host} is not to be trusted{why}: nothing was told to it. "
                f"Where it is your company's own, name its authority as imap_ca_file {_SETTINGS}."
            )
        case ssl.SSLError():
            words = (
                f"No secure connection to {host} on port {port} comes about. See imap_security and "
                f'imap_port {_SETTINGS}: "tls" is usually on 993, "starttls" on 143.'
            )
        case TimeoutError():
            words = (
                f"{host} does not answer: see that you are online, and imap_host and imap_port "
                f"{_SETTINGS}; then try again."
            )
        case socket.gaierror():
            words = (
                f"No server called {host} is found: see that you are online, and imap_host "
                f"{_SETTINGS}."
            )
        case OSError():
            words = (
                f"{host} cannot be reached on port {port}{why}: see imap_host and imap_port "
                f"{_SETTINGS}; then try again."
            )
        case imaplib.IMAP4.abort():
            words = f"{host} broke the connection off: {_LATER}"
        case imaplib.IMAP4.error():
            words = f"{host} refuses{why}: {_LATER}"
        case _:
            words = (
                f"What {host} answers on port {port} is not IMAP: see imap_host and imap_port "
                f"{_SETTINGS}."
            )
    return CannotLeave(words)


def said(words: object) -> str:
    """Return what a server said, in brackets, or nothing where it said nothing."""
    if isinstance(words, bytes):
        words = words.decode("utf-8", "replace")
    cleaned = shorten(clean_line(str(words or "")), _SAID)
    return f" (“{cleaned}”)" if cleaned else ""


def _why(problem: Exception) -> object:
    if isinstance(problem, ssl.SSLCertVerificationError):
        return problem.verify_message
    if isinstance(problem, OSError):
        return problem.strerror
    return problem.args[0] if problem.args else ""
