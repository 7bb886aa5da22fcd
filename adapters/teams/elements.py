"""The few elements of Adaptive Cards 1.5 that our cards are made of, as plain dicts."""

from collections.abc import Sequence
from operator import itemgetter
from typing import Any

from adapters.teams.escaping import Json, heading, shown

LONGEST_TEXT = 3_000
_TEXT = itemgetter("text")


def run(text: str, longest: int = LONGEST_TEXT, **style: Any) -> Json:
    return {"type": "TextRun", "text": shown(text, longest), **style}


def words(*runs: Json, **style: Any) -> list[Json]:
    """One paragraph; nothing when it says nothing."""
    for one in runs:
        if (text := one["text"]) and not text.isspace():
            return [{"type": "RichTextBlock", "inlines": [*filter(_TEXT, runs)], **style}]
    return []


def title(text: str, longest: int, **style: Any) -> list[Json]:
    """What a screen reader announces as a heading."""
    said = heading(text, longest)
    return (
        [{"type": "TextBlock", "text": said, "style": "heading", "weight": "Bolder", "wrap": True, **style}]
        if said
        else []
    )


def box(items: Sequence[Json], **style: Any) -> list[Json]:
    return [{"type": "Container", "items": [*items], **style}] if items else []


def actions(pressable: Sequence[Json], **style: Any) -> list[Json]:
    return [{"type": "ActionSet", "actions": [*pressable], **style}] if pressable else []


def picker(name: str, label: str, choices: Sequence[tuple[str, str]], **more: Any) -> Json:
    """(value, title) pairs; titles that are the same are numbered."""
    seen: dict[str, int] = {}
    offered = []
    for value, title in choices:
        again = seen[title] = seen.get(title, 0) + 1
        offered.append({"title": f"{title} ({again})" if again > 1 else title, "value": value})
    return {
        "type": "Input.ChoiceSet",
        "id": name,
        "label": label,
        "style": "compact",
        "choices": offered,
        "wrap": True,
        **more,
    }


def attached(content: Json) -> Json:
    return {"contentType": "application/vnd.microsoft.card.adaptive", "content": content}
