"""A form that was closed: what had been typed in it by then. Pure; None where Slack sends no values or nothing was typed.

Slack tells of it since every form asks for that, and the view it sends holds both what the form was opened with (in its
fields) and what stands in it now (in its state).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from adapters.slack.inbound import Payload, Place, Said, from_submission
from adapters.slack.modal import filled, name_of
from bot.cards import Field, FieldKind, Form

_KINDS = {"static_select": FieldKind.choice, "external_select": FieldKind.deal, "checkboxes": FieldKind.several}
_KEY = "closed:"


@dataclass(frozen=True)
class Closed:
    """`form` holds what was typed; `key` is that of the closing itself, `form.key` that of the form."""

    place: Place
    form: Form
    key: str

    @property
    def said(self) -> Said:
        return Said(self.place, self.form.command, self.key, {one.name: one.value for one in self.form.fields})


def from_closing(body: Payload) -> Closed | None:
    view = body["view"]
    if not (view.get("state") or {}).get("values"):
        return None
    said = from_submission(body)
    opened = _form(view)
    typed = replace(opened, fields=tuple(replace(f, value=(said.fields or {}).get(f.name, "")) for f in opened.fields))
    changed = any(
        now.value.strip() and now.value != then.value for now, then in zip(typed.fields, opened.fields, strict=True)
    )
    return Closed(said.place, typed, f"{_KEY}{view['id']}") if changed else None


def _form(view: Mapping[str, Any]) -> Form:
    """The form as it was opened."""
    command, key, _ = filled({}, view["private_metadata"])
    inputs = [block for block in view.get("blocks", ()) if block["type"] == "input"]
    fields = tuple(_field(list(group)) for _, group in groupby(inputs, key=lambda block: name_of(block["block_id"])))
    return Form(command, _words(view.get("title")), fields, _words(view.get("submit")) or Form.submit, key)


def _field(blocks: list[Mapping[str, Any]]) -> Field:
    """Tick boxes come in groups."""
    first, element = blocks[0], blocks[0]["element"]
    typed = FieldKind.paragraph if element.get("multiline") else FieldKind.line
    return Field(
        name_of(first["block_id"]), _words(first["label"]), _KINDS.get(element["type"], typed),
        ",".join(value for block in blocks for value in _initial(block["element"]) if value), _words(element.get("placeholder")),
        required=not first.get("optional"),
        options=tuple((o["value"], _words(o["text"])) for block in blocks for o in block["element"].get("options", ())),
    )  # fmt: skip


def _initial(element: Mapping[str, Any]) -> Iterator[str]:
    yield str(element.get("initial_value") or "")
    chosen = element.get("initial_option")
    for option in [*([chosen] if chosen else []), *(element.get("initial_options") or ())]:
        yield str(option["value"])


def _words(given: Mapping[str, Any] | None) -> str:
    return str((given or {}).get("text", ""))
