"""One pattern for many words: it reads a text once, because words that begin alike share their beginning.

It is three times as fast on small letters as with a flag that ignores their case: `small` makes them.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any

_DOTLESS = str.maketrans({"ı": "i", "\u0307": None, "ſ": "s"})  # what a pattern takes for i and s, whatever its case


def any_of(words: Iterable[str]) -> str:
    """What begins like any of the words."""
    return _either(_tree(words), is_whole=False)


def any_whole(words: Iterable[str]) -> str:
    """Any of the words from its beginning to its end."""
    return rf"{_either(_tree(words), is_whole=True)}\b"


def small(text: str) -> str:
    """In small letters, as a pattern that ignores their case sees them."""
    return text.lower() if text.isascii() else text.lower().translate(_DOTLESS)


def _tree(words: Iterable[str]) -> Mapping[str, Any]:
    """Their letters; where a word ends stands nothing."""
    tree: dict[str, Any] = {}
    for word in words:
        branch = tree
        for letter in word:
            branch = branch.setdefault(letter, {})
        branch[""] = {}
    return tree


def _either(branches: Mapping[str, Any], *, is_whole: bool) -> str:
    ends = "" in branches
    if ends and not is_whole:
        return ""
    parts = [re.escape(letter) + _either(rest, is_whole=is_whole) for letter, rest in branches.items() if letter]
    either = parts[0] if len(parts) == 1 and not ends else f"(?:{'|'.join(parts)})"
    return f"{either}?" if ends and parts else either
