"""Materials that nobody wrote, with which a template is tried when it is loaded."""

from __future__ import annotations

import types
import typing
from collections.abc import Collection, Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import UTC, date, datetime
from typing import Any

from followup_tui.domain.letters.material import LetterMaterial
from followup_tui.domain.letters.spoken_days import Day, Moment, day_of, moment_of

_TODAY = date(2026, 11, 19)
_NOW = datetime(2026, 11, 19, 9, tzinfo=UTC)


_READY: dict[Any, Any] = {
    Day: day_of(_TODAY, _TODAY),
    Moment: moment_of(_NOW, _NOW, UTC),
    bool: True,
    int: 1,
}


def probes(named: Collection[str]) -> Iterator[tuple[str, LetterMaterial]]:
    """Yield materials, each with when that is the case: “when there is no project”.

    First everything is there, then nothing that may be missing, then each single thing is missing
    that begins with one of the names in `named`. Both answers of each yes or no are tried.
    """
    full = everything()
    yield "when everything is known", full
    yield "when next to nothing is known", _nothing(full)
    for path, without in _each_missing(full):
        if path[0] in named:
            yield f"when there is no {_words(path)}", without


def everything() -> LetterMaterial:
    """Return a material in which everything is there."""
    made: LetterMaterial = _made(LetterMaterial, "")
    return replace(made, hello="Hello Jane,")


def _words(path: tuple[str, ...]) -> str:
    return ".".join(path)


def _made(hint: Any, name: str) -> Any:
    """Return a value of a type; a text says its own name."""
    origin = typing.get_origin(hint)
    if origin in {types.UnionType, typing.Union}:
        return _made(_inner(hint), name)
    if origin is tuple:
        return (_made(typing.get_args(hint)[0], name),) * 2
    if hint in _READY:
        return _READY[hint]
    if isinstance(hint, type) and is_dataclass(hint):
        hints = typing.get_type_hints(hint)
        return hint(**{f.name: _made(hints[f.name], f.name) for f in fields(hint)})
    return f"some {name.replace('_', ' ')}"


def _inner(hint: Any) -> Any:
    return next(each for each in typing.get_args(hint) if each is not type(None))


def _is_optional(hint: Any) -> bool:
    return type(None) in typing.get_args(hint)


def _nothing(whole: Any) -> Any:
    """Return a value without anything that may be missing."""
    hints = typing.get_type_hints(type(whole))
    less: dict[str, Any] = {}
    for field in fields(whole):
        hint, value = hints[field.name], getattr(whole, field.name)
        if _is_optional(hint):
            less[field.name] = None
        elif typing.get_origin(hint) is tuple:
            less[field.name] = ()
        elif hint is bool:
            less[field.name] = False
        elif is_dataclass(value) and not isinstance(value, Day | Moment):
            less[field.name] = _nothing(value)
    return replace(whole, **less)


def _each_missing(whole: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Yield a value with each single thing missing, and the path to that."""
    hints = typing.get_type_hints(type(whole))
    for field in fields(whole):
        here = (*path, field.name)
        hint, value = hints[field.name], getattr(whole, field.name)
        if _is_optional(hint):
            yield here, replace(whole, **{field.name: None})
        elif typing.get_origin(hint) is tuple:
            yield here, replace(whole, **{field.name: ()})
            yield here, replace(whole, **{field.name: value[:1]})
        elif hint is bool:
            yield here, replace(whole, **{field.name: False})
        inner = value[0] if isinstance(value, tuple) and value else value
        if not is_dataclass(inner) or isinstance(inner, type | Day | Moment):
            continue
        for deeper, part in _each_missing(inner, here):
            yield (
                deeper,
                replace(whole, **{field.name: (part,) if isinstance(value, tuple) else part}),
            )
