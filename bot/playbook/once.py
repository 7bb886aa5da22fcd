"""Worked out when it is first asked for, and kept on its object from then on."""

from collections.abc import Callable
from typing import Any, Generic, TypeVar

Made = TypeVar("Made")


class once(Generic[Made]):  # noqa: N801 - it is written as a decorator
    """As functools.cached_property, without its lock, which costs half as much again as a fact and is gone in Python 3.12."""

    def __init__(self, make: Callable[[Any], Made]) -> None:
        self._make = make

    def __set_name__(self, kind: type, name: str) -> None:
        self._name = name

    def __get__(self, thing: Any, kind: type) -> Made:
        made = self._make(thing)
        thing.__dict__[self._name] = made  # it is found before this is asked again
        return made
