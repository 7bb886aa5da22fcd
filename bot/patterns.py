"""Regular expressions that are compiled when they are first used.

The bot has some seven hundred. Compiling them all took a second of each start, and a process that reads no text needs few.
"""

import re
from typing import TYPE_CHECKING, Any, cast

from typing_extensions import override

_OF_A_PATTERN = (
    "search",
    "match",
    "fullmatch",
    "finditer",
    "findall",
    "split",
    "sub",
    "subn",
    "flags",
    "groups",
    "groupindex",
)


def regex(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """As `re.compile`, only later; what is wrong with it shows then, so a test compiles all that modules hold."""
    return cast("re.Pattern[str]", WhenUsed(pattern, flags))


class _Used:
    """Holds what a compiled pattern has. Apart, since the mere presence of `__getattr__` slows each look-up."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern, self._given = pattern, flags

    @override
    def __repr__(self) -> str:
        return f"regex({self.pattern!r})"


class WhenUsed(_Used):
    """Stands for a pattern until the first use."""

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            if name not in _OF_A_PATTERN:
                raise AttributeError(name)
            compiled = re.compile(self.pattern, self._given)
            for each in _OF_A_PATTERN:
                setattr(self, each, getattr(compiled, each))
            self.__class__ = _Used
            return getattr(compiled, name)
