"""Forms as Slack's modals, written and read back: a field's name is its block's id, the form's command and key travel
in private_metadata, which the member's own app can read: ids only."""

import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

from adapters.cutting import cut, cut_to_words, length, one_line
from adapters.slack.escaping import Json, plain
from adapters.slack.fitting import Room, fitted
from adapters.slack.parts import parts
from adapters.slack.pressing import keyed
from adapters.slack.render import modal_title
from bot.cards import Card, Field, FieldKind, Form, Text, Tone, beside
from bot.hygiene import clean
from bot.views.forms import LONGER, MOST_BOXES, deal_chosen, going_on, new_name, new_name_cut

CALLBACK = "form"
FIELD = "field"  # the action_id of every field; buttons of a note have others
_FIELDS = 50
_NOTE = Room(40, 6_000)
_LONGEST_METADATA = 3_000
_LONGEST_INPUT = 3_000
_LONGEST_SUBMIT = 24
_LONGEST_PLACEHOLDER = 150
_LONGEST_LABEL = 2_000
_OPTIONS = 100
_LONGEST_OPTION = 75
_LONGEST_VALUE = 150  # of an option
_LONGEST_NAME = 120  # of a new deal
_BOXES = 10  # in one group of tick boxes
_GROUP = ":"  # between a field's name and the number of a further group of its boxes


def modal(form: Form, *, token: str = "", note: Card | None = None) -> Json:
    """The form in a window; `token` is its key when the form has none, `note` stands above the fields."""
    shown = form.fields[:_FIELDS]
    title = modal_title(form.title)
    above = _above(form.title if title["text"] != form.title else "", beside(form, note or Card()))
    drawn = fitted(parts(above), _NOTE) if above.title or above.blocks else []
    return {
        "type": "modal",
        "callback_id": CALLBACK,
        "title": title,
        "submit": plain(form.submit, _LONGEST_SUBMIT),
        "notify_on_close": True,  # what was typed by then is kept (closing)
        "private_metadata": _metadata(form.command, form.key or token),
        "blocks": [
            *keyed(drawn, above.key, {field.name for field in shown}),
            *chain.from_iterable(map(_inputs, shown)),
        ],
    }


def _above(title: str, said: Card) -> Card:
    """What stands above the fields: a title too long for the window's frame, and the note."""
    heading = (Text(said.title, Tone.strong),) if title and said.title else ()
    return Card(title or said.title, (*heading, *said.blocks), said.key)


def errors(form: Form) -> dict[str, str]:
    """`{field: what is wrong}` for `response_action: errors`."""
    return {field.name: one_line(field.error, _LONGEST_LABEL) for field in form.fields if field.error}


def filled(view_state: Mapping[str, Any], private_metadata: str) -> tuple[str, str, tuple[tuple[str, str], ...]]:
    """(command, key, fields) of a submitted view's `state` and `private_metadata`; what was left empty is ""."""
    held = json.loads(private_metadata)
    values = view_state.get("values") or {}
    fields: dict[str, str] = {}
    for block, actions in values.items():
        if FIELD in actions:
            name, value = name_of(block), _value(actions[FIELD])
            fields[name] = ",".join(filter(None, (fields.get(name, ""), value)))
    return held["command"], held["key"], tuple(fields.items())


def name_of(block_id: str) -> str:
    """The field of a block."""
    return block_id.split(_GROUP, maxsplit=1)[0]


def options(names: Sequence[tuple[str, str]], typed: str = "") -> Json:
    """(value, label) pairs for a deal's field, the best first, then what was `typed`, as a new name.

    A value of more than 150 characters cannot be offered: give the deal's number."""
    return {"options": _options([*names[: _OPTIONS - 1], *_new(clean(typed).strip())])}


def _new(typed: str) -> tuple[tuple[str, str], ...]:
    if length(typed) <= _LONGEST_VALUE:
        return ((typed, new_name(typed)),) if typed else ()
    short = cut_to_words(typed, _LONGEST_NAME).rstrip("…")
    return ((short, new_name_cut(short)),)


def _metadata(command: str, key: str) -> str:
    """The command is the part that may be long; its end is a name, which the form's fields hold too."""
    held = json.dumps({"command": command, "key": key})
    return held if len(held) <= _LONGEST_METADATA else _metadata(command[: len(command) // 2], key)


def _value(given: Mapping[str, Any]) -> str:
    if "selected_options" in given:
        return ",".join(str(option["value"]) for option in given["selected_options"] or ())
    option = given.get("selected_option") or {}
    label = (option.get("text") or {}).get("text", "")
    return str(given.get("value") or deal_chosen(str(label), str(option.get("value") or "")))


def _inputs(field: Field) -> Iterator[Json]:
    """One for each field; tick boxes come in groups, and the groups after the first tell how far they go on."""
    if field.kind is not FieldKind.several or not field.options:
        yield _input(field)
        return
    boxes = _options(field.options, MOST_BOXES)
    for number, begin in enumerate(range(0, len(boxes), _BOXES)):
        group = boxes[begin : begin + _BOXES]
        ticked = [option for option in group if option["value"] in field.ticked]
        element: Json = {"type": "checkboxes", "options": group, **({"initial_options": ticked} if ticked else {})}
        if not number:
            yield _input(field, element)
        else:
            label = plain(going_on(field.label), _LONGEST_LABEL)
            yield {**_input(field, element), "block_id": f"{field.name}{_GROUP}{number}", "label": label}


def _input(field: Field, element: Json | None = None) -> Json:
    """What is wrong, or that it goes on, stands under the field, the example inside it."""
    block: Json = {
        "type": "input",
        "block_id": field.name,
        "label": plain(field.label, _LONGEST_LABEL),
        "element": {**(element or _element(field)), "action_id": FIELD},
        "optional": not field.required,
    }
    hint = field.error or (LONGER if length(field.value) > _LONGEST_INPUT else "")
    return {**block, "hint": plain(hint, _LONGEST_LABEL)} if hint else block


def _element(field: Field) -> Json:
    match field.kind:
        case FieldKind.line | FieldKind.several:
            return _typed(field, multiline=False)
        case FieldKind.paragraph:
            return _typed(field, multiline=True)
        case FieldKind.choice:
            return _choice(field)
        case FieldKind.deal:
            return _deal(field)


def _typed(field: Field, *, multiline: bool) -> Json:
    element: Json = {
        "type": "plain_text_input",
        "multiline": multiline,
        "max_length": _LONGEST_INPUT,
        **_example(field),
    }
    return {**element, "initial_value": cut(field.value, _LONGEST_INPUT)} if field.value else element


def _choice(field: Field) -> Json:
    """Without anything to choose, or with a value that none of the choices has, it is typed: nothing is lost."""
    offered = _options(field.options)
    chosen = [option for option in offered if option["value"] == field.value]
    if not offered or (field.value and not chosen):
        return _typed(field, multiline=False)
    element: Json = {"type": "static_select", "options": offered, **_example(field)}
    return {**element, "initial_option": chosen[0]} if chosen else element


def _deal(field: Field) -> Json:
    """Completed while typing; Slack asks for the options (`options`). A value too long for an option stays typed."""
    if length(field.value) > _LONGEST_VALUE:
        return _typed(field, multiline=False)
    element: Json = {"type": "external_select", "min_query_length": 0, **_example(field)}
    return {**element, "initial_option": _option(field.value, field.value)} if field.value else element


def _options(offered: Sequence[tuple[str, str]], most: int = _OPTIONS) -> list[Json]:
    fitting = {value: label for value, label in reversed(offered) if 0 < length(value) <= _LONGEST_VALUE}
    return [_option(value, label) for value, label in list(reversed(fitting.items()))[:most]]


def _option(value: str, label: str) -> Json:
    return {"text": plain(_shortened(label or value), _LONGEST_OPTION), "value": value}


def _shortened(label: str) -> str:
    """What tells a long name from another of the same beginning stands at its end, and is kept: "Acme… (Tom Becker)"."""
    head, bracket, tail = label.rpartition(" (")
    if length(label) <= _LONGEST_OPTION or not head or not 0 < length(tail) < _LONGEST_OPTION // 2:
        return label
    return f"{cut(head, _LONGEST_OPTION - length(bracket + tail))}{bracket}{tail}"


def _example(field: Field) -> Json:
    return {"placeholder": plain(field.hint, _LONGEST_PLACEHOLDER)} if field.hint else {}
