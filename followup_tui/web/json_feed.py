"""JSON Feed (jsonfeed.org, version 1 and 1.1): its items, and what extensions say of events."""

from __future__ import annotations

import json
from datetime import datetime

from followup_tui.domain.page import PageFacts
from followup_tui.web.feed_items import (
    FIELDS,
    MOST_ITEMS,
    MOST_TOPICS,
    FeedItem,
    feed_facts,
    item_of,
)
from followup_tui.web.jsonld import Json, Node, text

_PUBLISHED = ("date_published", "date_modified")


def read_json_feed(written: str, *, url: str, now: datetime) -> PageFacts:
    """Return what a JSON Feed says; where it cannot be read as one, a problem."""
    try:
        feed: Json = json.loads(written.lstrip("\ufeff \t\r\n"), strict=False)
    except (ValueError, RecursionError):
        feed = None
    if not isinstance(feed, dict):
        return PageFacts(url=url, read_at=now, problem="The feed is damaged and cannot be read.")
    listed = feed.get("items")
    entries = listed[:MOST_ITEMS] if isinstance(listed, list) else []
    items = [_item(entry, url) for entry in entries if isinstance(entry, dict)]
    head = {name: text(feed.get(name)) for name in ("title", "description", "language")}
    return feed_facts(items, url=url, now=now, head=head)


def _item(entry: Node, base: str) -> FeedItem:
    published = next((said for name in _PUBLISHED if (said := text(entry.get(name)))), "")
    link = text(entry.get("url")) or text(entry.get("external_url"))
    title = text(entry.get("title"))
    tags = entry.get("tags")
    return item_of(
        title,
        link,
        base,
        published=published,
        event=_event(entry),
        about=text(entry.get("summary")) or text(entry.get("content_text")),
        topics=[text(tag) for tag in tags[:MOST_TOPICS]] if isinstance(tags, list) else (),
    )


def _event(entry: Node) -> dict[str, str]:
    """Return what extensions (their names begin with ``_``) say of an event."""
    found: dict[str, str] = {}
    for name, value in entry.items():
        if name.startswith("_") and isinstance(value, dict):
            for key, said in value.items():
                if key.lower() in FIELDS:
                    found.setdefault(key.lower(), text(said))
    return found
