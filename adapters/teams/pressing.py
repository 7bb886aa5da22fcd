"""What a button, a picker or a form carries on Teams' wire, written and read back.

What comes back is under the pressing person's control: a command is no more than what they could type.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from adapters.cutting import length
from adapters.teams.escaping import Json, labelled
from bot.cards import Button
from bot.views.shortened import CHOOSE_FIRST, NOT_FOR_THIS_ONE

LONGEST_COMMAND = 500  # characters; a longer one is shown, to be typed
_LONGEST_LABEL = 40
FIELD = "field_"  # before the name of a form's field
NEW = "_new"  # after it: what was typed because no choice fitted
CHOSEN, WHICH, WHAT = "chosen", "which", "what"  # the pickers of a card
_KEY, _OLD_KEY = "card", "key"  # Microsoft's renderer has a "key" of its own, and breaks on ours


@dataclass(frozen=True)
class Pressed:
    """`command` is empty when nothing can be done by it; `problem` is then what to tell whoever pressed."""

    command: str
    key: str = ""  # of a button: its card's key; of a form: its one-time key
    fields: dict[str, str] | None = None  # of a form
    token: str = ""  # what the card or form was marked with when it was drawn
    problem: str = ""
    among: str = ""  # the group in which it was asked


@dataclass(frozen=True)
class Mark:
    """What everything that can be pressed on one card brings back."""

    key: str = ""
    token: str = ""
    in_dialog: bool = False  # where Teams takes Action.Submit only
    among: str = ""  # the group that only hears that there is an answer

    @property
    def data(self) -> Json:
        told = {_KEY: self.key} if self.key else {}
        if self.token:
            told["token"] = self.token
        return {**told, "among": self.among} if self.among else told


def is_pressable(button: Button) -> bool:
    return 2 * len(button.command) <= LONGEST_COMMAND or length(button.command) <= LONGEST_COMMAND


def press(button: Button, mark: Mark) -> Json:
    about = button.about and labelled(f"{button.label}: {button.about}", _LONGEST_LABEL * 2)
    return {
        **_action(button.label, {"kind": "press", "command": button.command}, mark, "none"),
        **({"tooltip": about} if button.about else {}),
        **styled(primary=button.primary),
    }


def tap(button: Button, mark: Mark) -> Json:
    """The same for a line that is pressed itself, in half the room: a plain submit, which every client knows."""
    submitted: Json = press(button, mark)["fallback"]
    return submitted


def styled(*, primary: bool) -> Json:
    return {"style": "positive"} if primary else {}


def choose(label: str, mark: Mark, **data: Any) -> Json:
    """Does what the pickers above it say."""
    return _action(label, {"kind": "choose", **data}, mark, "auto")


def submit(label: str, command: str, names: Sequence[str], mark: Mark) -> Json:
    """The fields are named, because clients leave out the empty ones. A long command ends in a name, which they hold too."""
    data = {"kind": "form", "command": command[:LONGEST_COMMAND], "names": [*names]}
    return {**_action(label, data, mark, "auto"), "style": "positive"}


def table(labels: Mapping[str, Mapping[int, str]]) -> Json:
    """The commands by label and line, as patterns: a long list of lines has to be short.

    Most labels share what stands between ("later 7 tomorrow", "let go 7"), which is written once."""
    between: list[dict[str, str]] = []
    rows: dict[str, list[str | int]] = {}
    for label, commands in labels.items():
        begins, ends, middles = _pattern([*map(str, commands)], [*commands.values()])
        if middles not in between:
            between.append(middles)
        rows[label] = [begins, ends, between.index(middles)]
    return {"rows": rows, "between": between}


def _pattern(lines: Sequence[str], commands: Sequence[str]) -> tuple[str, str, dict[str, str]]:
    """How the commands begin and end, in whole words, and what stands between for each line."""
    begins = _alike(commands)
    middles = [command[len(begins) :] for command in commands]
    ends = _alike([one[::-1] for one in middles])[::-1] if " " in middles[0] else ""
    if ends:
        middles = [one[: -len(ends)] for one in middles]
    return begins, ends, dict(zip(lines, middles, strict=True))


def _alike(texts: Sequence[str]) -> str:
    """With which words they all begin, each left with one of its own: what the first and the last by letter have in common."""
    alike = ""
    for one, other in zip(min(texts).split(" ")[:-1], max(texts).split(" ")[:-1], strict=False):
        if one != other:
            break
        alike += f"{one} "
    return alike


def pressed(data: Mapping[str, Any]) -> Pressed:
    """The data of an Action.Execute, or the value of a submitted card or dialog. Total: anything may come."""
    key = _text(data, _KEY) or _text(data, _OLD_KEY)  # a card from before stays pressable
    token = _text(data, "token")
    match data.get("kind"):
        case "form":
            return Pressed(_text(data, "command"), key, _fields(data), token)
        case "choose":
            command = _text(data, CHOSEN) or _looked_up(data)
            problem = "" if command else NOT_FOR_THIS_ONE if _what(data) else CHOOSE_FIRST
            return Pressed(command, key, token=token, problem=problem, among=_text(data, "among"))
        case _:
            return Pressed(_text(data, "command"), key, token=token, among=_text(data, "among"))


def _fields(data: Mapping[str, Any]) -> dict[str, str]:
    """What was left empty is ""; what was typed beside a choice counts instead of it."""
    names = [name for name in _list(data.get("names")) if isinstance(name, str)]
    return {name: _text(data, f"{FIELD}{name}{NEW}").strip() or _text(data, f"{FIELD}{name}") for name in names}


def _looked_up(data: Mapping[str, Any]) -> str:
    rows, between = data.get("rows"), data.get("between")
    row = rows.get(_what(data)) if isinstance(rows, Mapping) else None
    match row, between:
        case [str(begins), str(ends), int(number)], [*maps] if 0 <= number < len(maps):
            middles = maps[number]
            middle = middles.get(_text(data, WHICH)) if isinstance(middles, Mapping) else None
            return f"{begins}{middle}{ends}" if isinstance(middle, str) else ""
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
    title = labelled(label, _LONGEST_LABEL)
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
