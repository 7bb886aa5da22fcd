"""The elements of a rich_text block, whose texts Slack shows exactly as they are."""

from collections.abc import Iterable, Sequence

from adapters.cutting import literal
from adapters.slack.escaping import Json

LONGEST_TEXT = 3_000


def block(*elements: Json) -> Json:
    """Without the elements that say nothing, which Slack refuses."""
    return {"type": "rich_text", "elements": [element for element in elements if element["elements"]]}


def text(words: str, longest: int = LONGEST_TEXT, **style: bool) -> list[Json]:
    """Nothing for a blank text, which Slack refuses."""
    shown = literal(words, longest)
    if not shown.strip():
        return []
    return [{"type": "text", "text": shown, "style": style} if style else {"type": "text", "text": shown}]


def link(words: str, url: str) -> list[Json]:
    """The address itself where the label says nothing."""
    shown = literal(words, LONGEST_TEXT)
    return [{"type": "link", "url": url, **({"text": shown} if shown.strip() else {})}]


def section(*words: Iterable[Json]) -> Json:
    return {"type": "rich_text_section", "elements": _flat(words)}


def quote(*words: Iterable[Json]) -> Json:
    return {"type": "rich_text_quote", "elements": _flat(words)}


def to_copy(words: str, longest: int = LONGEST_TEXT) -> Json:
    return {"type": "rich_text_preformatted", "elements": text(words, longest)}


def bullet(*words: Iterable[Json]) -> Json:
    item = section(*words)
    return {"type": "rich_text_list", "style": "bullet", "elements": [item] if item["elements"] else []}


def joined(blocks: Sequence[Json]) -> Json:
    """Several rich_text blocks of one kind as one: lists become one list, sections lines of one section."""
    elements: list[Json] = []
    for element in (element for one in blocks for element in one["elements"]):
        before = elements[-1] if elements else None
        if before is None or before["type"] != element["type"] or element["type"] == "rich_text_quote":
            elements.append(element)
        else:
            between = [{"type": "text", "text": "\n"}] if element["type"] == "rich_text_section" else []
            elements[-1] = {**before, "elements": [*before["elements"], *between, *element["elements"]]}
    return block(*elements)


def _flat(words: Iterable[Iterable[Json]]) -> list[Json]:
    return [word for group in words for word in group]
