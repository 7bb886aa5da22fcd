"""Many deals at once, by tick boxes: a day's touches moved, what is to be closed let go or kept, what is due put off."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from bot.commands.handing import numbers
from bot.commands.nonsense import Nonsense
from bot.reading.typed.typeddates import starts_with_day


@dataclass(frozen=True)
class MoveDay:
    """What is due on one day goes to another. `which`: what was ticked ("t7" a touch, "p3" a promise, "s9" a step)."""

    day: str
    to: str
    which: tuple[str, ...] | None = None


@dataclass(frozen=True)
class Several:
    """What waits in the list, dealt with together; nothing ticked yet: the form."""

    filled_in: bool = False
    go: tuple[int, ...] = ()
    keep: tuple[int, ...] = ()
    why: str = ""
    until: str = ""
    later: tuple[int, ...] = ()
    day: str = ""


AboutSeveral = MoveDay | Several

_TO = re.compile(
    r"^(?:(?:everything|all|my\s+(?:touches|calls|list))\s+)?(?:(?:of|on|from|due|due\s+on)\s+)*(?P<day>.+?)\s+(?:to|onto|until|->|→)\s+(?P<to>.+)$",
    re.IGNORECASE,
)


def move(rest: str) -> MoveDay | Nonsense:
    """Of anything but a day it is said of a deal: "move Acme to Friday"."""
    found = _TO.match(rest)
    if found and starts_with_day(found["day"]) and starts_with_day(found["to"]):
        return MoveDay(found["day"].strip(), found["to"].strip(" .!"))
    return Nonsense(f"move {rest}") if rest else Nonsense("move", "move")


def move_form(rest: str, fields: Mapping[str, str]) -> MoveDay | Nonsense:
    asked = move(rest)
    if isinstance(asked, Nonsense):
        return asked
    ticked = f"{fields.get('touches', '')},{fields.get('fixed', '')}".split(",")
    return MoveDay(asked.day, asked.to, tuple(dict.fromkeys(filter(None, ticked))))


def several(rest: str) -> Several | Nonsense:
    return Nonsense(f"several {rest}") if rest.strip(" ?.!") else Several()


def several_form(fields: Mapping[str, str]) -> Several:
    word = {name: fields.get(name, "").strip() for name in ("why", "until", "day")}
    ticked = {name: numbers(fields.get(name, "")) for name in ("go", "keep", "later")}
    return Several(
        filled_in=True,
        go=ticked["go"],
        keep=ticked["keep"],
        later=ticked["later"],
        why=word["why"],
        until=word["until"],
        day=word["day"],
    )
