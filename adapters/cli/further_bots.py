"""TEAMS_FURTHER_BOTS: a bot of its own for each further tenant. A mistake names its entry, and repeats no value (a secret may be one)."""

import json
import re
from collections.abc import Iterator, Sequence
from typing import Any

from adapters.teams.settings import BY_SECRET, TeamsSettings, missing, twice

_OF_A_BOT = ("tenant_id", "app_id", "app_password", "app_type")
_LIST_OF_BOTS = f"TEAMS_FURTHER_BOTS has to be a JSON list of objects with {', '.join(_OF_A_BOT)}, each a text"
_A_NAME = re.compile(r"[A-Za-z_]{1,20}")


def further(text: str) -> list[dict[str, Any]]:
    """What differs from the first bot, of each further one. Raises ValueError."""
    try:
        told = json.loads(text or "[]")
    except json.JSONDecodeError as error:
        raise ValueError(f"{_LIST_OF_BOTS}; it is no JSON from character {error.pos + 1} on") from None
    if not isinstance(told, list):
        wrong = [f"{_LIST_OF_BOTS}; it has no [ ] around it"]
    else:
        wrong = [f"TEAMS_FURTHER_BOTS, entry {at}: {what}" for at, one in enumerate(told, 1) for what in _mistakes(one)]
    if wrong:
        raise ValueError("\n".join(wrong))
    return [{**dict.fromkeys(_OF_A_BOT, ""), "app_type": BY_SECRET, "allowed_tenants": (), **one} for one in told]


def _mistakes(told: object) -> Iterator[str]:
    """What is wrong with the entry of a bot; no value is repeated, and of what is no name nothing at all."""
    if not isinstance(told, dict):
        yield f"it has to be an object {{ }} with {', '.join(_OF_A_BOT)}"
        return
    for name, value in told.items():
        if name not in _OF_A_BOT:
            called = f"“{name}”" if _A_NAME.fullmatch(name) else "one of its names"
            yield f"{called} is not known; known are {', '.join(_OF_A_BOT)}"
        elif not isinstance(value, str):
            yield f"{name} has to be a text in quotation marks"


def missing_for_bots(bots: Sequence[TeamsSettings]) -> str:
    """What they still need, in one sentence; empty when all can start."""
    for number, bot in enumerate(bots):
        lacking = missing(bot)
        if lacking:
            return f"TEAMS_FURTHER_BOTS, entry {number}: {_in_an_entry(lacking)}" if number else lacking
    return twice(bots)


def _in_an_entry(sentence: str) -> str:
    """The settings' names as they stand in the list."""
    for name in _OF_A_BOT:
        sentence = sentence.replace(f"TEAMS_{name.upper()}", name)
    return sentence.replace("Teams needs", "it needs")
