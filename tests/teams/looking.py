"""Reading a card as a person does: what can be pressed on it, and what pressing it sends along."""

from collections.abc import Iterator, Mapping
from itertools import product
from typing import Any

from adapters.teams.pressing import CHOSEN, WHAT, WHICH, pressed

Json = dict[str, Any]


def parts(thing: Any) -> Iterator[Json]:
    """Every element and action of a card, from the top."""
    if isinstance(thing, Mapping):
        yield dict(thing)
        for name, part in thing.items():
            if name != "fallback":
                yield from parts(part)
    elif isinstance(thing, list):
        for part in thing:
            yield from parts(part)


def actions(content: Json) -> list[Json]:
    return [part for part in parts(content) if str(part.get("type", "")).startswith("Action.")]


def inputs(content: Json) -> dict[str, Json]:
    return {part["id"]: part for part in parts(content) if str(part.get("type", "")).startswith("Input.")}


def press_of(content: Json, command: str) -> Json | None:
    """The data that pressing sends whose command that is: by its own button, or picked from the menus."""
    for action in actions(content):
        data = action.get("data") or {}
        if data.get("kind") == "press" and data.get("command") == command:
            return data
        if data.get("kind") == "choose":
            found = _picked(content, data, command)
            if found:
                return found
    return None


def _picked(content: Json, data: Json, command: str) -> Json | None:
    menus = {name: menu for name, menu in inputs(content).items() if name in {CHOSEN, WHICH, WHAT}}
    offered = [[choice["value"] for choice in menu.get("choices", ())] for menu in menus.values()]
    for values in product(*offered):
        given = {**data, **dict(zip(menus, values, strict=True))}
        if pressed(given).command == command:
            return given
    return None


def form_of(content: Json) -> Json | None:
    """What its button sends, without the fields; None when the card holds no form."""
    return next((a["data"] for a in actions(content) if (a.get("data") or {}).get("kind") == "form"), None)


def words(content: Json) -> str:
    return "\n".join(
        str(part[name])
        for part in parts(content)
        for name in ("text", "title", "label", "value")
        if isinstance(part.get(name), str)
    )
