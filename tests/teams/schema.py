"""Microsoft's schema of Adaptive Cards 1.5 against everything that was sent, where Node and it are installed.

Asking Node takes a third of a second, so of all elements that look alike the first alone is asked about, once a run.
"""

import json
from collections.abc import Iterable
from typing import Any

from tests.teams.cards import plain
from tests.teams.judging import has, schema_problems

_SCHEMA = "adaptive-card-1.5.0.json"
_PACKAGES = ("ajv", "ajv-draft-04", "ajv-formats")
_WORDS = frozenset({"text", "title", "label", "placeholder", "errorMessage", "tooltip", "value", "id", "fallbackText"})
_known: set[str] = set()


def schema_complaints(contents: Iterable[dict[str, Any]]) -> list[str]:
    """What the schema says of elements that it has not been asked about yet."""
    new: list[dict[str, Any]] = []
    for content in contents:
        frame = {name: value for name, value in content.items() if name != "body"}
        for element in [None, *content["body"]]:
            card = {**frame, "body": [element] if element else []}
            looks = json.dumps(_looks(card), sort_keys=True)
            if looks not in _known:
                _known.add(looks)
                new.append(card)
    if not new or not has(*_PACKAGES):
        return []
    told = schema_problems(_SCHEMA, *map(plain, new))
    return [f"{problem} in {card['body']}" for card, problems in zip(new, told, strict=True) for problem in problems]


def _looks(thing: Any, name: str = "") -> Any:
    """The thing without its words: of a list each kind once, of what a button carries nothing."""
    if isinstance(thing, dict):
        return {key: _looks(value, key) for key, value in thing.items() if key not in {"data", "choices"}}
    if isinstance(thing, list):
        return sorted({json.dumps(_looks(part), sort_keys=True) for part in thing})
    return type(thing).__name__ if name in _WORDS else thing
