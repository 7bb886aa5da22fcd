"""Cards, forms and files as plain JSON, and cards and forms back again. Loses nothing; knows no platform."""

import json
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any

from bot.cards import (
    Block,
    Button,
    Buttons,
    Card,
    Chart,
    Draft,
    Facts,
    Field,
    FieldKind,
    File,
    Form,
    Line,
    Link,
    Quote,
    Rest,
    Series,
    Table,
    Text,
    Tone,
)

BLOCKS: dict[str, type[Block]] = {
    "text": Text,
    "link": Link,
    "quote": Quote,
    "facts": Facts,
    "draft": Draft,
    "line": Line,
    "table": Table,
    "chart": Chart,
    "buttons": Buttons,
}


def as_json(thing: Card | Form | File) -> dict[str, Any]:
    """`{"title", "blocks": [{"type": "text", ...}], "key"}`, or the fields of a form or file by name."""
    plain: dict[str, Any] = _plain(thing)
    return plain


def as_text(card: Card) -> str:
    """As `as_json`, as JSON: written as it is looked at, since a morning writes thousands of buttons."""
    return _ENCODER.encode(card)


def _told(thing: Any) -> dict[str, Any]:
    kind: type = type(thing)
    shape = _shape(kind)
    if shape is None:
        raise TypeError(f"{kind.__name__} is no part of a card")
    told: dict[str, Any] = vars(thing)  # its fields in their order, and nothing else
    return shape[0] | told if shape[0] else told


_ENCODER = json.JSONEncoder(default=_told, check_circular=False)  # a card holds no card


def card_from(data: dict[str, Any]) -> Card:
    """The card that `as_json` wrote."""
    rest = data.get("rest")
    return Card(
        data["title"], tuple(_block(block) for block in data["blocks"]), data["key"], Rest(**rest) if rest else None
    )


def form_from(data: dict[str, Any]) -> Form:
    """The form that `as_json` wrote."""
    return Form(**{**data, "fields": tuple(map(_field, data["fields"]))})


def _field(data: dict[str, Any]) -> Field:
    options = tuple((value, label) for value, label in data["options"])
    return Field(**{**data, "kind": FieldKind(data["kind"]), "options": options})


def _plain(value: Any) -> Any:
    kind = type(value)
    if kind is str or kind is bool:  # most of a card
        return value
    if kind is tuple:
        return [_plain(item) for item in value]
    shape = _shape(kind)  # type: ignore[arg-type] # a class is hashable
    if shape is None:
        return value
    told, names = shape
    return told | {name: _plain(getattr(value, name)) for name in names}


@cache
def _shape(kind: type) -> tuple[dict[str, str], tuple[str, ...]] | None:
    """How a block says what it is, and its fields; None for what is plain already. Asked for each button of each list."""
    if not is_dataclass(kind):
        return None
    name = next((name for name, block in BLOCKS.items() if kind is block), "")
    return {"type": name} if name else {}, tuple(item.name for item in fields(kind))


def _block(data: dict[str, Any]) -> Block:
    kind = BLOCKS[data["type"]]
    values = {name: _value(name, value) for name, value in data.items() if name != "type"}
    return kind(**values)


def _value(name: str, value: Any) -> Any:
    match name:
        case "buttons" | "more":
            return tuple(Button(**button) for button in value)
        case "pairs" | "rows":
            return tuple(tuple(row) for row in value)
        case "columns" | "labels":
            return tuple(value)
        case "series":
            return tuple(Series(one["name"], tuple(one["values"])) for one in value)
        case "tone":
            return Tone(value)
        case _:
            return value
