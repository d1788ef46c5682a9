"""The sentences for what goes wrong when a page is fetched.

Imported only when something is fetched: httpcore is slow to import.
"""

from __future__ import annotations

import ssl
from datetime import datetime

import httpcore

from followup_tui.web import guard as guarding

_STATUS = {
    401: "it asks for a password",
    403: "it does not let us read this page",
    404: "there is no such page, it may be gone",
    410: "the page is gone",
    429: "it is asked too often, try again later",
    451: "it may not be shown for legal reasons",
    503: "it is overloaded or being repaired",
}


def status_words(host: str, status: int) -> str:
    """Return what an answer without a page means."""
    if status in _STATUS:
        return f"{host} answers with {status}: {_STATUS[status]}"
    if status >= 500:
        return f"{host} answers with {status}: something is broken there"
    return f"{host} answers with {status}: it does not give the page"


def rest_words(host: str, until: datetime, now: datetime) -> str:
    """Return why a host is left alone, and until when."""
    day = "" if until.date() == now.date() else f"{until.day} {until:%B}, "
    return f"{host} wants to be left alone until {day}{until:%H:%M}: it is not asked before"


def proxy_words(host: str, status: str) -> str:
    """Return why the proxy does not let us through to `host`; `status` is its answer."""
    if status.startswith("407"):
        return (
            "The proxy wants a name and a password: write them into web.proxy, "
            "like http://name:password@proxy.example.com:3128"
        )
    return f"The proxy does not connect us to {host}: it answers with {status.strip()}"


def _causes(error: BaseException) -> list[BaseException]:
    """Return `error` and what it came from, outermost first."""
    chain: list[BaseException] = []
    current: BaseException | None = error
    while current is not None and current not in chain:
        chain.append(current)
        current = current.__cause__ or current.__context__
    return chain


def connect_words(host: str, error: BaseException) -> str:
    """Return why no connection came about, looking behind httpcore's error."""
    for cause in _causes(error):
        if isinstance(cause, ssl.SSLCertVerificationError):
            return f"{host} has a certificate that cannot be trusted ({cause.verify_message})"
        if isinstance(cause, ssl.SSLError):
            reason = (cause.reason or "no reason given").lower().replace("_", " ")
            return f"{host} does not speak HTTPS properly ({reason})"
        if isinstance(cause, ConnectionRefusedError):
            return f"{host} refuses the connection: no web server answers there"
        if isinstance(cause, OSError) and cause.errno in guarding.UNREACHABLE:
            return f"{host} cannot be reached: is there a network connection?"
    return f"{host} cannot be connected to: the connection breaks off at once"


def break_words(host: str, error: Exception, *, answering: bool) -> str:
    """Return what a connection that came about did wrong; `answering`: headers had come."""
    if answering:
        return f"{host} broke off in the middle of the page"
    if isinstance(error, httpcore.RemoteProtocolError) and "disconnected" not in str(error):
        return f"{host} does not answer as a web server does"
    return f"{host} closed the connection without an answer"
