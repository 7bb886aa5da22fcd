"""A promise told again is the same promise, moved: so that "moved three times" can be seen at all (row 38)."""

import re
from collections.abc import Iterable

from bot.model import Commitment

_SAME = 0.6  # shared words of what is promised; "Ivan's night counts" and "the night counts" are one thing
_EMPTY = frozenset(
    "the a an our my your their his her to of for with in on at by over out back some these those".split()
)


def restated(text: str, still_open: Iterable[Commitment]) -> Commitment | None:
    """The open promise that `text` tells again; None when it is a new one."""
    things = _things(text)
    best = max(still_open, key=lambda promise: _overlap(things, _things(promise.text)), default=None)
    return best if best and _overlap(things, _things(best.text)) >= _SAME else None


def _things(text: str) -> frozenset[str]:
    """The words of a promise without its verb and small words."""
    words = [re.sub(r"['’]s$", "", word) for word in re.findall(r"[\w'’-]+", text.casefold())]
    return frozenset(words[1:]) - _EMPTY or frozenset(words)


def _overlap(first: frozenset[str], second: frozenset[str]) -> float:
    return len(first & second) / len(first | second) if first and second else 0.0
