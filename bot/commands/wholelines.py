"""Lines that are understood whole: every pattern of a table at one look, since most lines are none of them."""

import re
from collections.abc import Iterator, Sequence
from typing import Generic, TypeVar

T = TypeVar("T")
_NAMED = re.compile(r"\(\?P<(\w+)>")
_TWO_LETTERS_SMALL = "İ"  # the only letter that is two when it is small


class WholeLines(Generic[T]):
    """Patterns in small letters, each with what its lines mean; before them all may stand `so`, behind them `end`.

    A group may stand in each of several ways to say a thing: its second is `who2`, and so on.
    """

    def __init__(self, so: str, rows: Sequence[tuple[str, T]], end: str) -> None:
        self._rows = tuple((re.compile(f"{so}(?:{_apart(row)}){end}", re.IGNORECASE), meant) for row, meant in rows)
        every = "|".join(_NAMED.sub("(?:", row) for row, _ in rows)
        self._any = re.compile(f"{so}(?:{every}){end}")  # small letters both: ten times as fast as without their case

    def __iter__(self) -> Iterator[tuple[re.Pattern[str], T]]:
        return iter(self._rows)

    def matches(self, line: str) -> Iterator[tuple[re.Match[str], T]]:
        """Of the rows that the line is, in their order."""
        if self._any.match(line.replace(_TWO_LETTERS_SMALL, "i").lower()) is None:
            return
        for pattern, meant in self._rows:
            if found := pattern.match(line):
                yield found, meant

    def meant(self, line: str) -> T | None:
        """By the first that it is."""
        return next((meant for _, meant in self.matches(line)), None)


def _apart(pattern: str) -> str:
    seen: dict[str, int] = {}

    def numbered(found: re.Match[str]) -> str:
        name = found[1]
        seen[name] = seen.get(name, 0) + 1
        return f"(?P<{name}{seen[name] if seen[name] > 1 else ''}>"

    return _NAMED.sub(numbered, pattern)
