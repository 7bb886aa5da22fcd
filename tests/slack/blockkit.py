"""Block Kit's structure and limits (slack.md section 9) as tables: what Slack would refuse, told before it is sent.

`message(payload)` and `view(view)` return a list of problems, each with its place; an empty list is a pass. A field
whose name ends in "?" may be missing; a field that no table names is a problem.
"""

import json
import math
from collections.abc import Callable, Iterator
from typing import Any

Rule = Callable[[Any, str], Iterator[str]]


def string(least: int, most: int) -> Rule:
    def check(value: Any, at: str) -> Iterator[str]:
        if not isinstance(value, str):
            yield f"{at}: no text"
        elif not least <= len(value.encode("utf-16-le")) // 2 <= most:
            yield f"{at}: {len(value)} characters, {least} to {most} allowed"

    return check


def one_of(*allowed: str) -> Rule:
    def check(value: Any, at: str) -> Iterator[str]:
        if value not in allowed:
            yield f"{at}: {value!r} is none of {allowed}"

    return check


def number(least: int, most: int) -> Rule:
    def check(value: Any, at: str) -> Iterator[str]:
        if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
            yield f"{at}: {value!r}, {least} to {most} allowed"

    return check


def amount(value: Any, at: str) -> Iterator[str]:
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        yield f"{at}: {value!r} is no number"


def several(least: int, most: int, rule: Rule) -> Rule:
    def check(value: Any, at: str) -> Iterator[str]:
        if not isinstance(value, list):
            yield f"{at}: no list"
            return
        if not least <= len(value) <= most:
            yield f"{at}: {len(value)} of them, {least} to {most} allowed"
        for index, one in enumerate(value):
            yield from rule(one, f"{at}[{index}]")

    return check


def fields(**rules: Rule) -> Rule:
    """An object of exactly these fields; `maybe_x` may be missing."""
    known = {name.removeprefix("maybe_"): (rule, name.startswith("maybe_")) for name, rule in rules.items()}

    def check(value: Any, at: str) -> Iterator[str]:
        if not isinstance(value, dict):
            yield f"{at}: no object"
            return
        yield from (f"{at}.{name}: unknown" for name in value if name not in known)
        for name, (rule, optional) in known.items():
            if name in value:
                yield from rule(value[name], f"{at}.{name}")
            elif not optional:
                yield f"{at}.{name}: missing"

    return check


def by_type(**shapes: dict[str, Rule]) -> Rule:
    """An object whose `type` decides about its fields."""
    rules = {kind: fields(type=one_of(kind), **shape) for kind, shape in shapes.items()}

    def check(value: Any, at: str) -> Iterator[str]:
        kind = value.get("type") if isinstance(value, dict) else None
        if kind not in rules:
            yield f"{at}: type {kind!r} is not allowed here"
        else:
            yield from rules[kind](value, f"{at}:{kind}")

    return check


ID = string(1, 255)


def yes_or_no(value: Any, at: str) -> Iterator[str]:
    if not isinstance(value, bool):
        yield f"{at}: {value!r} is neither true nor false"


def plain(most: int) -> Rule:
    return by_type(plain_text={"text": string(1, most), "maybe_emoji": yes_or_no})


def text(most: int) -> Rule:
    return by_type(
        plain_text={"text": string(1, most), "maybe_emoji": yes_or_no},
        mrkdwn={"text": string(1, most), "maybe_verbatim": yes_or_no},
    )


OPTION = fields(text=plain(75), value=string(1, 150), maybe_description=plain(75))
BUTTON = {
    "text": plain(75), "action_id": ID, "maybe_value": string(1, 2000), "maybe_url": string(1, 3000),
    "maybe_style": one_of("primary", "danger"), "maybe_accessibility_label": string(1, 75),
}  # fmt: skip
OVERFLOW = {"options": several(1, 5, OPTION), "action_id": ID}
SELECT = {
    "options": several(1, 100, OPTION), "action_id": ID, "maybe_placeholder": plain(150), "maybe_initial_option": OPTION,
}  # fmt: skip
PRESSED = {"button": BUTTON, "overflow": OVERFLOW, "static_select": SELECT}
FILLED = {
    "static_select": SELECT,
    "checkboxes": {"options": several(1, 10, OPTION), "action_id": ID, "maybe_initial_options": several(1, 10, OPTION)},
    "external_select": {
        "action_id": ID, "maybe_placeholder": plain(150), "maybe_initial_option": OPTION, "maybe_min_query_length": number(0, 100),
    },
    "plain_text_input": {
        "action_id": ID, "maybe_placeholder": plain(150), "maybe_initial_value": string(1, 3000), "maybe_multiline": yes_or_no,
        "maybe_max_length": number(1, 3000), "maybe_min_length": number(0, 3000),
    },
}  # fmt: skip
STYLE = fields(maybe_bold=yes_or_no, maybe_italic=yes_or_no, maybe_strike=yes_or_no, maybe_code=yes_or_no)
WORDS = several(
    1,
    10_000,
    by_type(
        text={"text": string(1, 12_000), "maybe_style": STYLE},
        link={"url": string(1, 3_000), "maybe_text": string(1, 12_000), "maybe_style": STYLE},
    ),
)
RICH = by_type(
    rich_text_section={"elements": WORDS},
    rich_text_quote={"elements": WORDS},
    rich_text_preformatted={"elements": WORDS},
    rich_text_list={
        "style": one_of("bullet", "ordered"),
        "elements": several(1, 1_000, by_type(rich_text_section={"elements": WORDS})),
    },
)
SHOWN: dict[str, dict[str, Rule]] = {
    "header": {"text": plain(150)},
    "divider": {},
    "section": {"text": text(3000), "maybe_accessory": by_type(**PRESSED)},
    "context": {"elements": several(1, 10, text(3000))},
    "actions": {"elements": several(1, 25, by_type(**PRESSED))},
    "rich_text": {"elements": several(1, 1_000, RICH)},
}
POINT = fields(label=string(1, 20), value=amount)
CHART = {
    "title": string(1, 50),
    "chart": by_type(bar={
        "series": several(1, 6, fields(name=string(1, 20), data=several(1, 20, POINT))),
        "axis_config": fields(categories=several(1, 20, string(1, 20)), maybe_x_label=string(1, 50), maybe_y_label=string(1, 50)),
    }),
}  # fmt: skip
LASTING: dict[str, dict[str, Rule]] = {**SHOWN, "data_visualization": CHART}  # in messages and on Home, in no modal
MOST_CHARTS = 2  # a message
INPUT = {
    "label": plain(2000), "element": by_type(**FILLED), "maybe_hint": plain(2000), "maybe_optional": yes_or_no,
    "maybe_dispatch_action": yes_or_no,
}  # fmt: skip


def surface(most: int, **kinds: dict[str, Rule]) -> Rule:
    return several(0, most, by_type(**{kind: {"maybe_block_id": ID, **shape} for kind, shape in kinds.items()}))


MESSAGE = fields(text=string(1, 40_000), blocks=surface(50, **LASTING))
VIEW = by_type(
    home={"blocks": surface(100, **LASTING), "maybe_callback_id": ID, "maybe_private_metadata": string(0, 3000)},
    modal={
        "blocks": surface(100, **SHOWN, input=INPUT), "title": plain(24), "maybe_submit": plain(24), "maybe_close": plain(24),
        "maybe_callback_id": ID, "maybe_private_metadata": string(0, 3000), "maybe_external_id": ID,
        "maybe_notify_on_close": yes_or_no, "maybe_clear_on_close": yes_or_no,
    },
)  # fmt: skip
LARGEST_VIEW = 250_000  # bytes
LONGEST_MESSAGE = 12_000  # characters of all blocks together; Slack refuses about 13,200 (bolt-js#2509)


def message(payload: dict[str, Any]) -> list[str]:
    said = sum(len(told) for told in texts(payload["blocks"]))
    total = [f"{said} characters in all blocks"] if said > LONGEST_MESSAGE else []
    return [*MESSAGE(payload, "message"), *_ids(payload["blocks"]), *total, *_charts(payload["blocks"])]


def _charts(blocks: list[dict[str, Any]]) -> Iterator[str]:
    drawn = [block["chart"] for block in blocks if block.get("type") == "data_visualization"]
    if len(drawn) > MOST_CHARTS:
        yield f"{len(drawn)} charts in a message, {MOST_CHARTS} allowed"
    for chart in drawn:
        labels, names = chart["axis_config"]["categories"], [series["name"] for series in chart["series"]]
        points = [[point["label"] for point in series["data"]] for series in chart["series"]]
        if any(told != labels for told in points) or len(set(labels)) < len(labels) or len(set(names)) < len(names):
            yield f"a chart whose points, labels or names do not fit: {chart}"


def view(shown: dict[str, Any]) -> list[str]:
    size = len(json.dumps(shown, ensure_ascii=False).encode())
    asks = any(block["type"] == "input" for block in shown["blocks"])
    return [
        *VIEW(shown, "view"),
        *_ids(shown["blocks"]),
        *([f"view: {size} bytes"] if size > LARGEST_VIEW else []),
        *(["view: an input and no submit"] if asks and "submit" not in shown else []),
    ]


def texts(thing: Any) -> Iterator[str]:
    """Every text that is shown, in order."""
    if isinstance(thing, dict):
        if isinstance(thing.get("text"), str):
            yield thing["text"]
        thing = list(thing.values())
    if isinstance(thing, list):
        for inner in thing:
            yield from texts(inner)


def pressable(blocks: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Each button and option as Slack sends it in `actions` when it is pressed."""
    for block in blocks:
        for element in [*block.get("elements", []), *([block["accessory"]] if "accessory" in block else [])]:
            sent = {"block_id": block.get("block_id"), "action_id": element.get("action_id"), "type": element["type"]}
            if element["type"] == "button":
                yield {**sent, "value": element["value"], "text": element["text"]}
            for option in element.get("options", []):
                yield {**sent, "selected_option": option}


def _ids(blocks: list[dict[str, Any]]) -> Iterator[str]:
    yield from _doubles("block_id", [block["block_id"] for block in blocks if "block_id" in block])
    for index, block in enumerate(blocks):
        elements = block.get("elements", []) if block["type"] == "actions" else []
        yield from _doubles(f"[{index}] action_id", [element["action_id"] for element in elements])
        for element in elements:
            values = [option["value"] for option in element.get("options", [])]
            yield from _doubles(f"[{index}] option value", values)


def _doubles(what: str, ids: list[str]) -> Iterator[str]:
    yield from (f"{what} {one!r} twice" for one in sorted({one for one in ids if ids.count(one) > 1}))


def problems(payload: dict[str, Any]) -> list[str]:
    """Of a message or a view, whichever it is."""
    return view(payload) if payload.get("type") in {"modal", "home"} else message(payload)
