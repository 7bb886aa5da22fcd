"""Buttons on Slack's wire, written and read back: the value is the command, the block's id holds the card's key.

A command is never lost: one too long for a menu becomes a button, and one too long for a button is shown, to be typed.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from adapters.cutting import length, one_line
from adapters.slack.escaping import Json, plain
from adapters.wire import written
from bot.cards import Button
from bot.views.shortened import MORE

LONGEST_COMMAND = 2_000  # a button's value
_LONGEST_CHOICE = 150  # an option's value
_LONGEST_LABEL = 75
_LONGEST_BLOCK_ID = 255
_OVERFLOW = 5  # options
_SELECT = 100  # options
_ROW = 25  # elements


def rows(buttons: Sequence[Button], more: Sequence[Button] = ()) -> list[Json]:
    """Actions blocks: the buttons side by side, then `more` behind "…", or in a menu when there are over five."""
    chosen = {button.command: button for button in more if length(button.command) <= _LONGEST_CHOICE}
    beside = [*buttons, *(button for button in more if button.command not in chosen)]
    elements = [_button(button) for button in beside if is_pressable(button)]
    elements += [_menu(part) for part in _sliced(list(chosen.values()), _SELECT)]
    named = [{**element, "action_id": f"command-{number}"} for number, element in enumerate(elements)]
    return [{"type": "actions", "elements": part} for part in _sliced(named, _ROW)]


def accessory(button: Button) -> Json:
    """A single button beside a line."""
    return {**_button(button), "action_id": "command-0"}


def is_pressable(button: Button) -> bool:
    return length(button.command) <= LONGEST_COMMAND


def keyed(blocks: Iterable[Json], key: str, taken: set[str]) -> Iterator[Json]:
    """The blocks, those with buttons under an id that brings `key` back: unique among `taken`, and other when its
    buttons are other, since Slack keeps a menu's choice by id."""
    for block in blocks:
        pressed_here = block.get("elements") if block["type"] == "actions" else block.get("accessory")
        yield {**block, "block_id": _block_id(pressed_here, key, taken)} if pressed_here else block


def pressed(action: Mapping[str, Any]) -> tuple[str, str]:
    """(the command, the key of the card it stands on) of one entry of a payload's `actions`."""
    chosen = action.get("selected_option") or {}
    key = str(action.get("block_id") or "").partition(":")[2]
    return str(action.get("value") or chosen.get("value") or ""), key


def _block_id(elements: object, key: str, taken: set[str]) -> str:
    """A key that does not fit is left out: the press is then answered in a new message."""
    mark = hashlib.sha256(written(elements)).hexdigest()[:8]
    room = _LONGEST_BLOCK_ID - 16
    number = 0
    while (block_id := f"{mark}-{number}:{key if length(key) <= room else ''}") in taken:
        number += 1
    taken.add(block_id)
    return block_id


def _button(button: Button) -> Json:
    element: Json = {"type": "button", "text": plain(button.label, _LONGEST_LABEL), "value": button.command}
    if button.about:
        element["accessibility_label"] = one_line(f"{button.label}: {button.about}", _LONGEST_LABEL)
    return {**element, "style": "primary"} if button.primary else element


def _menu(buttons: Sequence[Button]) -> Json:
    options = [{"text": plain(button.label, _LONGEST_LABEL), "value": button.command} for button in buttons]
    if len(options) <= _OVERFLOW:
        return {"type": "overflow", "options": options}
    return {"type": "static_select", "placeholder": plain(MORE, _LONGEST_LABEL), "options": options}


def _sliced(things: list[Any], size: int) -> Iterator[list[Any]]:
    return (things[start : start + size] for start in range(0, len(things), size))
