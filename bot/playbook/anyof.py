"""One pattern for many words: it reads a text once, because words that begin alike share their beginning."""

import re
from collections.abc import Iterable, Mapping
from typing import Any


def any_of(words: Iterable[str]) -> str:
    """The pattern of any of the words, as a tree of their letters; a word that begins with another adds nothing."""
    tree: dict[str, Any] = {}
    for word in words:
        branch = tree
        for letter in word:
            branch = branch.setdefault(letter, {})
        branch[""] = {}
    return _either(tree)


def _either(branches: Mapping[str, Any]) -> str:
    if "" in branches:
        return ""
    parts = [re.escape(letter) + _either(rest) for letter, rest in branches.items()]
    return parts[0] if len(parts) == 1 else f"(?:{'|'.join(parts)})"
