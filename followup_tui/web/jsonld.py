"""JSON-LD as sites write it: loaded tolerantly, gone through node by node.

What its nodes say of events is read in `schema_events`.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from functools import lru_cache

from followup_tui.domain.text import clean_line
from followup_tui.web.dom import Page, absolute, attribute

Json = dict[str, "Json"] | list["Json"] | str | int | float | bool | None
Node = dict[str, Json]

_MOST_NODES = 20_000
_MOST_TRIES = 200  # places at which a sound object is looked for in a broken script
_WRAPPING = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/|/\*[^*]{0,500}\*/)\s*"
)
_CLOSING = re.compile(r"(?:-->|(?://|/\*)?\s*\]\]>\s*(?:\*/)?|;)\s*$")
_COMMA_BEFORE_END = re.compile(r",(\s*[}\]])")
_COMMA_MISSING = re.compile(r'([}\]"])(\s*\n\s*)(?=["{])')
_COMMENT = re.compile(
    r'("(?:[^"\\]|\\.){0,20000}")|/\*[\s\S]{0,2000}?\*/|(?:(?<=[\s,{}\[\]])|^)//[^\n"]{0,500}(?=\n)'
)
_BAD_ESCAPE = re.compile(r'\\(?!["\\/bfnrt]|u[0-9a-fA-F]{4})')
_PREFIX = re.compile(r'"(?:schema:|https?://schema\.org/)([A-Za-z]{2,40})"(\s*:)')
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,400}>|<!--.{0,200}?-->")
_NEWS_TYPES = {"NewsArticle", "BlogPosting", "Article", "TechArticle", "Report"}


def _without_comments(text: str) -> str:
    return _COMMENT.sub(lambda found: found[1] or " ", text)


def _mended(text: str) -> Iterator[str]:
    """Give a script's text as it stands, then with what sites commonly get wrong put right."""
    yield text
    mended = _BAD_ESCAPE.sub(r"\\\\", _COMMA_BEFORE_END.sub(r"\1", _without_comments(text)))
    yield mended
    yield _COMMA_BEFORE_END.sub(r"\1", html.unescape(mended))
    yield _COMMA_MISSING.sub(r"\1,\2", mended)


@lru_cache(maxsize=32)
def load(script: str) -> tuple[Json, ...]:
    """Return the values in a script's text: one as it should be, or several in a row.

    What cannot be mended gives the objects in it that are sound by themselves. Nobody may change
    what comes back: it is given to every reader of the page.
    """
    text = _WRAPPING.sub("", script.strip().lstrip("\ufeff"))
    text = _PREFIX.sub(r'"\1"\2', _CLOSING.sub("", text).strip())
    for attempt in _mended(text):
        found = _all_values(attempt)
        if found:
            return found
    return tuple(_sound_objects(text))


def _all_values(text: str) -> tuple[Json, ...]:
    """Return every value of a text, or nothing where something else stands in it."""
    decoder = json.JSONDecoder(strict=False)
    place, found = 0, list[Json]()
    try:
        while place < len(text):
            value, place = decoder.raw_decode(text, place)
            found.append(value)
            place += len(text[place:]) - len(text[place:].lstrip(" \t\r\n;,"))
    except (ValueError, RecursionError):
        return ()
    return tuple(found)


def _sound_objects(text: str) -> Iterator[Json]:
    """Give the typed objects that are sound by themselves in a text that as a whole is not."""
    decoder = json.JSONDecoder(strict=False)
    text = _COMMA_BEFORE_END.sub(r"\1", text)
    place = text.find("{")
    for _ in range(_MOST_TRIES):
        if place < 0:
            return
        try:
            value, end = decoder.raw_decode(text, place)
        except (ValueError, RecursionError):
            end = place + 1  # this one is broken; one within it may be sound
        else:
            if isinstance(value, dict) and "@type" in value:
                yield value
        place = text.find("{", end)


def scripts(page: Page) -> Iterator[tuple[Json, ...]]:
    """Give what each JSON-LD script of a page holds."""
    for script in page.all("script"):
        if "ld+json" in attribute(script, "type").lower():
            yield load(script.get_text())


def nodes(page: Page) -> Iterator[Node]:
    """Give every object of every JSON-LD script, outer ones first, however deep they stand."""
    count = 0
    for values in scripts(page):
        todo: list[Json] = list(values)[::-1]
        while todo and count < _MOST_NODES:
            value = todo.pop()
            count += 1
            if isinstance(value, dict):
                yield value
                todo.extend(reversed(list(value.values())))
            elif isinstance(value, list):
                todo.extend(reversed(value))


def types(node: Node) -> set[str]:
    """Return the types of a node without their vocabulary's address."""
    kinds = node.get("@type", node.get("type"))
    listed = kinds if isinstance(kinds, list) else [kinds]
    return {re.split(r"[/#:]", kind)[-1] for kind in listed if isinstance(kind, str)}


def _first(value: Json) -> Json:
    """Return what stands for a list or an object: the first, its value, its name."""
    if isinstance(value, list):
        return value[0] if value else None
    if isinstance(value, dict):
        for name in ("@value", "name", "@id"):
            if value.get(name):
                return value[name]
        if value and all(isinstance(said, str) and len(key) <= 5 for key, said in value.items()):
            return next(iter(value.values()))  # one text in several languages
    return None


def text(value: Json) -> str:
    """Return the text of a value: itself, its ``@value`` or ``name``, the first of a list."""
    for _ in range(5):  # a list of objects of lists … of nothing
        if not isinstance(value, list | dict):
            break
        value = _first(value)
    if isinstance(value, str):
        plain = html.unescape(_TAG.sub(" ", value)) if "<" in value or "&" in value else value
        if "&" in plain or "<" in plain:  # escaped twice: once by the editor, once by the template
            plain = _TAG.sub(" ", html.unescape(plain))
        return clean_line(plain)
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else ""


def find_news(page: Page) -> Iterator[tuple[str, str, str]]:
    """Give (headline, date as written, address) of the articles in a page's JSON-LD."""
    for node in nodes(page):
        if types(node) & _NEWS_TYPES:
            headline = text(node.get("headline")) or text(node.get("name"))
            address = text(node.get("url")) or text(node.get("mainEntityOfPage"))
            if headline:
                yield headline, text(node.get("datePublished")), absolute(address, page.base)
