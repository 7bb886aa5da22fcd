"""What a button, a picker or a form carries on Teams' wire, written and read back.

What comes back is under the pressing person's control: a command is no more than what they could type.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from adapters.cutting import length, one_line
from adapters.teams.escaping import Json, shown
from bot.cards import Button
from bot.views.shortened import CHOOSE_FIRST, NOT_FOR_THIS_ONE

LONGEST_COMMAND = 500  # characters; a longer one is shown, to be typed
_LONGEST_LABEL = 80
FIELD = "field_"  # before the name of a form's field
NEW = "_new"  # after it: what was typed because no choice fitted
CHOSEN, WHICH, WHAT = "chosen", "which", "what"  # the pickers of a card
Row = tuple[str, str, dict[str, str]]  # how a command begins and ends, and what stands between for each line


@dataclass(frozen=True)
class Pressed:
    """`command` is empty when nothing can be done by it; `problem` is then what to tell whoever pressed."""

    command: str
    key: str = ""  # of a button: its card's key; of a form: its one-time key
    fields: dict[str, str] | None = None  # of a form
    token: str = ""  # what the card or form was marked with when it was drawn
    problem: str = ""


@dataclass(frozen=True)
class Mark:
    """What everything that can be pressed on one card brings back."""

    key: str = ""
    token: str = ""
    in_dialog: bool = False  # where Teams takes Action.Submit only

    @property
    def data(self) -> Json:
        return {name: value for name, value in (("key", self.key), ("token", self.token)) if value}


def is_pressable(button: Button) -> bool:
    return length(button.command) <= LONGEST_COMMAND


def press(button: Button, mark: Mark) -> Json:
    about = shown(one_line(f"{button.label}: {button.about}", _LONGEST_LABEL * 2), _LONGEST_LABEL * 2)
    return {
        **_action(button.label, {"kind": "press", "command": button.command}, mark, "none"),
        **({"tooltip": about} if button.about else {}),
        **({"style": "positive"} if button.primary else {}),
    }


def choose(label: str, mark: Mark, **data: Any) -> Json:
    """Does what the pickers above it say."""
    return _action(label, {"kind": "choose", **data}, mark, "auto")


def submit(label: str, command: str, names: Sequence[str], mark: Mark) -> Json:
    """The fields are named, because clients leave out the empty ones."""
    return {
        **_action(label, {"kind": "form", "command": command, "names": [*names]}, mark, "auto"),
        "style": "positive",
    }


def row(commands: Mapping[int, str]) -> Row:
    """The commands of several lines, as one pattern: a long list of them has to be short."""
    begins = _shared_beginning(list(commands.values()))
    rests = {line: command[len(begins) :] for line, command in commands.items()}
    ends = _shared_beginning([rest[::-1] for rest in rests.values()])[::-1] if len(rests) > 1 else ""
    return begins, ends, {str(line): rest[: len(rest) - len(ends)] for line, rest in rests.items()}


def _shared_beginning(texts: Sequence[str]) -> str:
    first, last = min(texts), max(texts)  # all others stand between them, and begin with what both begin with
    return first[: next((at for at, (a, b) in enumerate(zip(first, last, strict=False)) if a != b), len(first))]


def pressed(data: Mapping[str, Any]) -> Pressed:
    """The data of an Action.Execute, or the value of a submitted card or dialog. Total: anything may come."""
    key, token = _text(data, "key"), _text(data, "token")
    match data.get("kind"):
        case "form":
            return Pressed(_text(data, "command"), key, _fields(data), token)
        case "choose":
            command = _text(data, CHOSEN) or _looked_up(data)
            problem = "" if command else NOT_FOR_THIS_ONE if _what(data) else CHOOSE_FIRST
            return Pressed(command, key, token=token, problem=problem)
        case _:
            return Pressed(_text(data, "command"), key, token=token)


def _fields(data: Mapping[str, Any]) -> dict[str, str]:
    """What was left empty is ""; what was typed beside a choice counts instead of it."""
    names = [name for name in _list(data.get("names")) if isinstance(name, str)]
    return {name: _text(data, f"{FIELD}{name}{NEW}").strip() or _text(data, f"{FIELD}{name}") for name in names}


def _looked_up(data: Mapping[str, Any]) -> str:
    table, line = data.get("table"), _text(data, WHICH)
    found = table.get(_what(data)) if isinstance(table, Mapping) else None
    match found:
        case [str(begins), str(ends), {**between}] if isinstance(between.get(line), str):
            return f"{begins}{between[line]}{ends}"
        case _:
            return ""


def _what(data: Mapping[str, Any]) -> str:
    """A button of its own says itself what to do."""
    return _text(data, "only") or _text(data, WHAT)


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _text(data: Mapping[str, Any], name: str) -> str:
    value = data.get(name)
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return str(value)


def _action(label: str, data: Json, mark: Mark, inputs: str) -> Json:
    carried = {**data, **mark.data}
    title = shown(one_line(label, _LONGEST_LABEL), _LONGEST_LABEL)
    simple = {"type": "Action.Submit", "title": title, "data": carried, "associatedInputs": inputs}
    if mark.in_dialog:
        return simple
    return {
        "type": "Action.Execute",
        "title": title,
        "verb": data["kind"],
        "data": carried,
        "associatedInputs": inputs,
        "fallback": simple,
    }
