"""Words put for words, one rule after the other: what the one has made plain, the next may read."""

import re
from collections.abc import Callable

Plain = str | Callable[[re.Match[str]], str]


def in_turn(*rules: tuple[re.Pattern[str], Plain]) -> Callable[[str], str]:
    """Tells a clause anew by all of them; unchanged where none is found."""
    prepared = tuple((told.sub, _filled_in(plain)) for told, plain in rules)

    def plainly(clause: str) -> str:
        for put, plain in prepared:
            clause = put(plain, clause)
        return clause

    return plainly


def _filled_in(plain: Plain) -> Plain:
    """A template is taken apart only where its pattern is found: handed to `sub`, it would be each time."""
    return plain if callable(plain) or "\\" not in plain else lambda found: found.expand(plain)
