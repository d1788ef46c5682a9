"""A value of an object that is found when it is first asked for, and kept."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, Self, TypeVar, overload

Value = TypeVar("Value")


class once(Generic[Value]):  # noqa: N801 -- used as a decorator, like `functools.cached_property`
    """As `functools.cached_property`, which takes a lock each time until Python 3.12.

    A page is read by one thread, and has hundreds of blocks of which something is asked.
    """

    def __init__(self, find: Callable[[Any], Value]) -> None:
        self._find = find
        self._name = ""
        self.__doc__ = find.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    @overload
    def __get__(self, holder: None, owner: type) -> Self: ...

    @overload
    def __get__(self, holder: object, owner: type) -> Value: ...

    def __get__(self, holder: object | None, owner: type) -> Self | Value:
        """Find the value and put it in the place of this, which is asked no more."""
        if holder is None:
            return self
        value = holder.__dict__[self._name] = self._find(holder)
        return value
