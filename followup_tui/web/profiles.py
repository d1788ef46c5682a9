"""Profiles of a company in the places where people meet: its own pages, not buttons to share."""

from __future__ import annotations

import re
from urllib.parse import urlsplit, urlunsplit

_NAME = r"/?@?[\w.%À-ž-]{2,80}"
_PATHS: dict[str, str] = {
    "linkedin.com": rf"/(?:in|company|school|showcase){_NAME}(?:/about|/[a-z]{{2}})?",
    "xing.com": rf"/(?:profile|pages|companies|company){_NAME}",
    "github.com": _NAME,
    "gitlab.com": _NAME,
    "twitter.com": r"/(?:#!/)?@?\w{2,30}",
    "x.com": r"/@?\w{2,30}",
    "facebook.com": rf"(?:/pg|/pages(?:/[\w.%-]+)?|/groups|/people(?:/[\w.%-]+)?)?{_NAME}",
    "fb.com": _NAME,
    "instagram.com": r"/[\w.]{2,40}",
    "youtube.com": r"/(?:@|c/|channel/|user/)[\w.%-]{2,80}",
    "tiktok.com": r"/@[\w.]{2,40}",
    "pinterest.com": r"/\w{2,40}",
    "vimeo.com": r"/[a-z]\w{2,40}",
    "threads.net": r"/@[\w.]{2,40}",
    "threads.com": r"/@[\w.]{2,40}",
    "bsky.app": r"/profile/[\w.:-]{3,80}",
    "medium.com": r"/@?[\w.-]{2,60}",
    "t.me": r"/\w{4,40}",
    "kununu.com": r"/[a-z]{2}/[\w.-]{2,80}",
    "meetup.com": r"/[\w-]{3,80}",
    "behance.net": r"/\w{2,40}",
    "dribbble.com": r"/\w{2,40}",
}
_PATTERNS = {host: re.compile(rf"^{path}/?$", re.IGNORECASE) for host, path in _PATHS.items()}
_NO_PROFILE = re.compile(
    r"/(?:share\w*(?:\.php)?|intent|dialog|plugins|home|hashtag|search|login|signup|p|reel|status|"
    r"watch|embed|tr|policies|privacy|legal|help|about|explore|settings|features|pricing|"
    r"shareArticle|cws|sharing|pin|terms|wordpress|wix|squarespace|shopify|jimdo|topics|pages|groups)"
    r"(?:/|$|\?)",
    re.IGNORECASE,
)
_HERE = re.compile(r"^(?:www|m|mobile|[a-z]{2}|[a-z]{2}-[a-z]{2})\.")


def profile_of(address: str) -> str:
    """Return a link's address if it is somebody's profile, bare; else nothing."""
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").lower()
    except ValueError:
        return ""
    bare = _HERE.sub("", host)
    if parts.path == "/profile.php":  # its name is a number
        number = re.match(r"(?:.*&)?(id=\d{5,20})(?:&|$)", parts.query)
        known = number is not None and bare in {"facebook.com", "fb.com"}
        return f"{_bare(address)}?{number[1]}" if known and number is not None else ""
    pattern = _PATTERNS.get(bare)
    path = parts.path.rstrip("/")
    if pattern is None or parts.scheme not in {"http", "https"} or not pattern.match(path):
        return "" if not _is_fediverse(parts.path, bare) else _bare(address)
    if _NO_PROFILE.search(f"{path}/") and not re.match(r"/(?:pages|groups)/.", path):
        return ""
    return _bare(address)


def _is_fediverse(path: str, host: str) -> bool:
    """Say whether an address is a profile on a Mastodon server, by its form."""
    return (
        bool(re.fullmatch(r"/@\w{2,40}/?", path))
        and host not in _PATTERNS
        and ("mastodon" in host or "social" in host or host.startswith(("mstdn", "fosstodon")))
    )


def _bare(address: str) -> str:
    parts = urlsplit(address)
    return urlunsplit((parts.scheme, parts.netloc, parts.path, "", ""))
