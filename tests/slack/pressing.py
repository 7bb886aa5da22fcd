"""A user's hand: finds what is pressed by the words on it, and fills fields as Slack's client does."""

from collections.abc import Iterator
from typing import Any

from tests.slack.model import Json


class NotThereError(AssertionError):
    """Nobody can press or fill in what is not shown; the message says what is."""


def action_on(blocks: list[Json], wanted: str, ts: str) -> Json:
    """The action of pressing what bears that label, action_id or value; an overflow's option by its label or value."""
    seen: list[str] = []
    for block, element in _elements(blocks):
        base = {"type": element["type"], "action_id": element["action_id"], "block_id": block["block_id"]}
        for option in _options(element):
            seen.append(option["text"]["text"])
            if wanted in {option["text"]["text"], option.get("value")}:
                return _chosen(base, element, option) | {"action_ts": ts}
        label = element.get("text", {}).get("text", "") if element["type"] == "button" else ""
        seen.append(label or element["action_id"])
        if wanted in {label, element["action_id"], element.get("value")}:
            kept = {key: element[key] for key in ("text", "value", "style", "url") if key in element}
            return base | kept | {"action_ts": ts}
    raise NotThereError(f"no {wanted!r} to press; there is {seen}")


def state_of(view: Json, values: dict[str, Any]) -> Json:
    """`view.state` after these fields were filled in; the others keep what they began with or what stands in them."""
    inputs = {block["block_id"]: block["element"] for block in view["blocks"] if block["type"] == "input"}
    unknown = values.keys() - inputs.keys()
    if unknown:
        raise NotThereError(f"no field {sorted(unknown)}; there is {sorted(inputs)}")
    known = view["state"]["values"]
    filled: Json = {}
    for block_id, element in inputs.items():
        kept = known.get(block_id, {}).get(element["action_id"])
        value = _entered(element, values[block_id]) if block_id in values else kept or _initial(element)
        filled[block_id] = {element["action_id"]: value}
    return {"values": filled}


def missing_fields(view: Json, state: Json) -> list[str]:
    """Required fields that are empty: the client does not send the form."""
    found = []
    for block in view["blocks"]:
        if block["type"] == "input" and not block.get("optional"):
            entered = state["values"][block["block_id"]][block["element"]["action_id"]]
            if not [value for key, value in entered.items() if key != "type" and value]:
                found.append(block["block_id"])
    return found


_FIELD = {
    "plain_text_input": "value", "number_input": "value", "email_text_input": "value", "url_text_input": "value",
    "datepicker": "selected_date", "timepicker": "selected_time", "datetimepicker": "selected_date_time",
    "static_select": "selected_option", "external_select": "selected_option", "radio_buttons": "selected_option",
    "checkboxes": "selected_options", "multi_static_select": "selected_options", "users_select": "selected_user",
    "multi_external_select": "selected_options", "conversations_select": "selected_conversation",
}  # fmt: skip


def _entered(element: Json, value: Any) -> Json:
    field = _FIELD[element["type"]]
    match field:
        case "selected_option":
            value = _option(element, value) if value else None
        case "selected_options":
            value = [_option(element, one) for one in value]
    return {"type": element["type"], field: value}


def _initial(element: Json) -> Json:
    field = _FIELD[element["type"]]
    initial = element.get("initial_value" if field == "value" else field.replace("selected", "initial"))
    return {"type": element["type"], field: initial if initial is not None or field != "selected_options" else []}


def _option(element: Json, value: Any) -> Json:
    """An option of the list by label or value; of a typeahead, the option itself as it was offered."""
    if isinstance(value, dict):
        return value
    options = list(_options(element))
    for option in options:
        if value in {option["text"]["text"], option["value"]}:
            return option
    raise NotThereError(f"no option {value!r}; there is {[option['text']['text'] for option in options]}")


def _elements(blocks: list[Json]) -> Iterator[tuple[Json, Json]]:
    for block in blocks:
        for element in [*block.get("elements", []), block.get("accessory"), block.get("element")]:
            if isinstance(element, dict) and "action_id" in element:
                yield block, element


def _options(element: Json) -> Iterator[Json]:
    yield from element.get("options", [])
    for group in element.get("option_groups", []):
        yield from group["options"]


def _chosen(base: Json, element: Json, option: Json) -> Json:
    if element["type"] in {"checkboxes", "multi_static_select"}:
        return base | {"selected_options": [option]}
    return base | {"selected_option": option}
