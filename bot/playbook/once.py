"""Worked out when it is first asked for, and kept on its object from then on."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Generic, TypeVar

Made = TypeVar("Made")
Thing = TypeVar("Thing")


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


def once_of(make: Callable[[Thing], Made]) -> Callable[[Thing], Made]:
    """The same for a function of one frozen thing. A copy of the thing that differs (dataclasses.replace) knows nothing of it."""
    name = f"{make.__module__}.{make.__qualname__}"

    @wraps(make)
    def made_once(thing: Thing) -> Made:
        known = thing.__dict__
        try:
            made: Made = known[name]  # as nearly always: a list asks its lines forty times
        except KeyError:
            made = known[name] = make(thing)
        return made

    return made_once
