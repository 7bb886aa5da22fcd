"""Adaptive Cards as Teams takes them (1.5), as rules: what Teams would refuse, cut off or format is told before it is sent.

`problems(attachment)` is empty when all is well. `presses(content)` is all that somebody can press or pick there.
"""

import json
import re
from collections.abc import Iterator
from itertools import product
from typing import Any

Json = dict[str, Any]
LARGEST = 26_000  # bytes of UTF-16
ACTIONS = 6
_ESCAPED = re.compile(r"\\.")
_MARKS = re.compile(r"[*_~`\[\]<>&]|^\s*(?:[#+\-=|:]|\d{1,9}[.)](?=\s|$))", re.MULTILINE)
_EVERY = {"type", "spacing", "separator"}
ELEMENTS = {
    "TextBlock": {"text", "style", "weight", "size", "wrap"},
    "RichTextBlock": {"inlines"},
    "TextRun": {"text", "weight", "size", "color", "italic", "isSubtle", "fontType"},
    "Container": {"items", "style", "selectAction"},
    "ColumnSet": {"columns"},
    "Column": {"items", "width", "verticalContentAlignment"},
    "ActionSet": {"actions"},
    "Input.Text": {"id", "label", "isRequired", "errorMessage", "placeholder", "value", "isMultiline", "maxLength"},
    "Input.ChoiceSet": {"id", "label", "isRequired", "errorMessage", "placeholder", "value", "style", "choices", "choices.data", "wrap", "isMultiSelect"},
    "Chart.HorizontalBar": {"data", "displayMode", "fallback"},
    "Action.Execute": {"title", "verb", "data", "associatedInputs", "fallback", "tooltip", "style"},
    "Action.OpenUrl": {"title", "url"},
    "Action.Submit": {"title", "data", "associatedInputs", "tooltip", "style"},
}  # fmt: skip


def problems(attachment: Json) -> list[str]:
    content = attachment["content"]
    units = len(json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode("utf-16-le", "surrogatepass"))
    return [
        *(["no Adaptive Card"] if "adaptive" not in attachment["contentType"] else []),
        *([f"version {content['version']}"] if content["version"] != "1.5" else []),
        *([f"{units} bytes"] if units > LARGEST else []),
        *(["an empty body"] if not content["body"] else []),
        *(["no fallbackText"] if not content["fallbackText"].strip() else []),
        *(["a tag outside"] if set("<>") & set(content["fallbackText"]) else []),
        *_together(content),
        *(told for at, element in _elements(content["body"]) for told in _one(at, element)),
    ]


def presses(content: Json) -> list[Json]:
    """The data of each button, with every choice of the pickers that it sends along."""
    inputs = {one["id"]: one for _, one in _elements(content["body"]) if one["type"].startswith("Input.")}
    pickers = {name: one for name, one in inputs.items() if not name.startswith("field_")}
    found = []
    for button in buttons(content):
        if button["data"]["kind"] != "choose":
            found.append(button["data"])
            continue
        values = [[(name, choice["value"]) for choice in one["choices"]] for name, one in pickers.items()]
        found += [{**button["data"], **dict(chosen)} for chosen in product(*values)]
    return found


def buttons(content: Json) -> list[Json]:
    """Those that send something; a link opens a page."""
    return [e for _, e in _elements(content["body"]) if e["type"].startswith("Action.") and "url" not in e]


def texts(content: Json) -> list[str]:
    """Every text that is read, paragraph by paragraph."""
    told = []
    for _, element in _elements(content["body"]):
        match element:
            case {"type": "TextBlock", "text": text}:
                told.append(text)
            case {"type": "RichTextBlock", "inlines": inlines}:
                told.append("".join(run["text"] for run in inlines))
            case {"title": title}:
                told.append(title)
            case {"label": label}:
                told += [label, element.get("value", ""), *(choice["title"] for choice in element.get("choices", ()))]
    return told


def plain(thing: Any) -> Any:
    """The card as Microsoft's schema of 1.5 knows it: without what came later, or is only Teams' own."""
    if isinstance(thing, list):
        return [plain(one) for one in thing]
    if not isinstance(thing, dict):
        return thing
    if str(thing.get("type", "")).startswith("Chart."):
        return plain(thing["fallback"])  # charts came to Teams after 1.5
    kept = {name: plain(value) for name, value in thing.items() if name not in {"msteams", "choices.data"}}
    return {**kept, "style": "compact"} if kept.get("style") == "filtered" else kept


def _elements(thing: Any, at: str = "body") -> Iterator[tuple[str, Json]]:
    """Everything with a type, but not what stands in for a button on old clients."""
    if isinstance(thing, list):
        for number, one in enumerate(thing):
            yield from _elements(one, f"{at}[{number}]")
    elif isinstance(thing, dict) and "type" in thing:
        yield at, thing
        for name in ("items", "columns", "inlines", "actions"):
            yield from _elements(thing.get(name, []), f"{at}.{name}")


def _together(content: Json) -> Iterator[str]:
    pressable = buttons(content)
    if len(pressable) > ACTIONS:
        yield f"{len(pressable)} actions"
    taps = [element["selectAction"] for _, element in _elements(content["body"]) if "selectAction" in element]
    yield from (told for tap in taps for told in _one("tapped", tap))
    ids = [element["id"] for _, element in _elements(content["body"]) if "id" in element]
    if len(ids) != len(set(ids)):
        yield f"an id twice: {ids}"


def _one(at: str, element: Json) -> Iterator[str]:
    kind = element["type"]
    unknown = set(element) - _EVERY - ELEMENTS.get(kind, set())
    if kind not in ELEMENTS or unknown:
        yield f"{at}: {kind} {unknown}"
    if kind == "TextBlock" and not (element["wrap"] and element["style"] == "heading"):
        yield f"{at}: people's words stand in TextRuns, where no Markdown is read"
    if kind == "TextBlock" and _MARKS.search(_ESCAPED.sub("x", element["text"])):
        yield f"{at}: Markdown in {element['text']!r}"
    if kind == "TextRun" and (not element["text"] or "{{" in element["text"]):
        yield f"{at}: {element['text']!r}"
    if kind.startswith("Input.") and not (element.get("label", "").strip() and element.get("errorMessage")):
        yield f"{at}: no label, or nothing to say when it is wrong"
    if kind == "Input.ChoiceSet":
        yield from _choices(at, element)
    if kind == "ActionSet" and not element["actions"]:
        yield f"{at}: empty"
    if kind.startswith("Chart."):
        yield from _chart(at, element)
    if kind.startswith("Action."):
        yield from _action(at, element)


def _choices(at: str, element: Json) -> Iterator[str]:
    values = [choice["value"] for choice in element["choices"]]
    titles = [choice["title"] for choice in element["choices"]]
    if len(titles) != len(set(titles)):
        yield f"{at}: nobody can tell apart {titles}"
    if not values or len(values) != len(set(values)) or not all(choice["title"] for choice in element["choices"]):
        yield f"{at}: {element['choices']}"
    chosen = element.get("value", values[0] if values else "")
    if not set(chosen.split(",") if element.get("isMultiSelect") else [chosen]) <= set(values):
        yield f"{at}: {element['value']} is not offered"


def _chart(at: str, chart: Json) -> Iterator[str]:
    """Who knows no charts has bars of text."""
    if chart["fallback"]["type"] != "Container" or not chart["fallback"]["items"] or not chart["data"]:
        yield f"{at}: old clients see nothing"
    yield from (told for place, one in _elements(chart["fallback"], f"{at}.fallback") for told in _one(place, one))
    if not all(point["x"].strip() and isinstance(point["y"], int | float) for point in chart["data"]):
        yield f"{at}: {chart['data']}"


def _action(at: str, action: Json) -> Iterator[str]:
    if not 0 < len(action["title"].encode("utf-16-le")) // 2 <= 40:
        yield f"{at}: {action['title']!r}"
    if action["type"] == "Action.OpenUrl":
        if not action["url"].startswith("https://"):
            yield f"{at}: {action['url']!r}"
        return
    if action["type"] == "Action.Execute":
        instead = action["fallback"]
        if instead["type"] != "Action.Submit" or instead["data"] != action["data"] or not action["verb"]:
            yield f"{at}: old clients do something else"
    picks = action["data"]["kind"] != "press"
    if action["associatedInputs"] != ("auto" if picks else "none"):
        yield f"{at}: inputs {action['associatedInputs']}"
