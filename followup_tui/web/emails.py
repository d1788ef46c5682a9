"""E-mail addresses as pages write them: plain, in words, and hidden from robots."""

from __future__ import annotations

import re
from binascii import unhexlify

_LOCAL = r"[A-Za-z0-9][\w.+'-]{0,62}"
_DOMAIN = r"(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.){1,5}[A-Za-z]{2,18}"
_WHOLE = re.compile(r"[\w.+'-]{1,64}@(?:[\w-]{1,63}\.){1,8}\w{2,24}$")
_PLAIN = re.compile(rf"(?<![\w.+/@-]){_LOCAL}@{_DOMAIN}(?![\w@-])")
_IN_WORDS = re.compile(
    r"(?<![\w.+-])(?P<local>[A-Za-z0-9][\w.+-]{0,40})"
    r"\s{0,2}(?:[\[({<]\s{0,2}(?:at|@|ät|æt|arroba|chez)\s{0,2}[\])}>]|\s(?:\(at\)|AT)\s)\s{0,2}"
    r"(?P<domain>[A-Za-z0-9-]{1,60}"
    r"(?:\s{0,2}(?:\.|[\[({<]\s{0,2}(?:dot|\.|punkt|punto|point)\s{0,2}[\])}>]|\sdot\s)\s{0,2}"
    r"[A-Za-z0-9-]{1,40}){1,4})",
    re.IGNORECASE,
)
_SPELT = re.compile(
    r"(?<![\w.+-])(?P<local>[a-z0-9][\w.+-]{1,40})\sat\s"
    r"(?P<domain>[a-z0-9-]{2,60}(?:\sdot\s[a-z0-9-]{2,40}){1,3})(?!\w)"
)
_MAY_BE_IN_WORDS = re.compile(r"[at@tä]\s?[)\]}>]| dot |arroba", re.IGNORECASE)
_DOT = re.compile(
    r"\s*(?:[\[({<]\s*(?:dot|\.|punkt|punto|point)\s*[\])}>]|\sdot\s)\s*", re.IGNORECASE
)
_FILES = re.compile(r"\.(?:png|jpe?g|gif|svg|webp|css|js|avif)$", re.IGNORECASE)
_FILLING = re.compile(
    r"^(?:you|your|yourname|your[._-]?name|your[._-]?email|name|email|e-mail|user|username|someone|"
    r"example|max\.mustermann|john\.doe|jane\.doe|test|vorname\.nachname|firstname\.lastname|"
    r"votre|tu|nombre|mail)@",
    re.IGNORECASE,
)
_FILLING_DOMAINS = re.compile(
    r"@(?:example\.(?:com|org|net)|domain\.\w+|email\.\w+|yourdomain\.\w+|company\.com|site\.com|"
    r"mysite\.com|website\.com|sentry\.\w+|wixpress\.com)$",
    re.IGNORECASE,
)


_NOBODY = re.compile(
    r"@(?:my-?site|your-?(?:site|domain|website|company|email)|example)\.(?:com?|org|net|de|fr|tld)$",
    re.IGNORECASE,
)
"""Domains that only a theme writes."""


def is_email(text: str) -> bool:
    """Say whether a text is one e-mail address by its form."""
    return len(text) <= 200 and _WHOLE.fullmatch(text) is not None and not _FILES.search(text)


def is_filling(email: str) -> bool:
    """Say whether an address only shows where one goes: ``you@example.com``."""
    filling = _FILLING.search(email) and _FILLING_DOMAINS.search(email)
    return bool(filling or _NOBODY.search(email)) or (
        email.lower().startswith(("your@", "you@your", "youremail@", "yourname@"))
    )


def written_in(text: str) -> list[str]:
    """Return the addresses that a line writes out, plainly or as ``info [at] example.com``."""
    found: list[str] = []
    if "@" in text:
        found.extend(_PLAIN.findall(text[:3000]))
    if _MAY_BE_IN_WORDS.search(text):
        for pattern in (_IN_WORDS, _SPELT):
            found.extend(
                f"{match['local']}@{_DOT.sub('.', match['domain'])}".replace(" ", "")
                for match in pattern.finditer(text[:3000])
            )
    trimmed = (email.rstrip(".-'") for email in found)
    return [email for email in dict.fromkeys(trimmed) if is_email(email) and not is_filling(email)]


def may_be_written_in(text: str) -> bool:
    """Say whether a long text may hold an address at all: cheap to ask, and errs towards yes."""
    if "@" in text:
        return True
    text = text.lower()
    if " dot " in text or "arroba" in text:
        return True
    return any(mark in text for mark in ")]}>") and _MAY_BE_IN_WORDS.search(text) is not None


def protected(code: str) -> str:
    """Return the address in a ``data-cfemail``: hexadecimal, its first byte the key of the rest."""
    try:
        key, *rest = unhexlify(code.strip()[:400])
    except ValueError:
        return ""
    email = bytes(byte ^ key for byte in rest).decode("utf-8", "replace")
    return email if is_email(email) else ""
