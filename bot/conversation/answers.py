"""Short answers to the question that is open: a day where days are offered, a deal where several are; what each presses."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from bot.cards import Button, Buttons, Card, Line, Reply, Text
from bot.reading.dates import read_date
from bot.reading.names import key

_DATED = re.compile(r"^(?P<before>.+ )\d{4}-\d\d-\d\d(?P<hour> \d\d?:\d\d)?$")
_OF_A_DEAL = re.compile(r"^resume \d+ \d+$")
_SEVERAL = 2
_LONGEST = 6  # words of an answer
_LEADING = re.compile(r"^(?:(?:on|by|for|at|maybe|let['’]?s\s+say|say|we\s+speak)\b[\s,]*)+", re.IGNORECASE)
_HOUR = re.compile(r"^(?:at\s+)?\d{1,2}(?:[:.]\d\d)?\s*(?:am|pm|h)?$", re.IGNORECASE)
_NONE = re.compile(r"^(?:none|nothing)(?:\s+(?:was\s+)?agreed)?[\s.!]*$", re.IGNORECASE)
# A month or a quarter alone is no day, and may be somebody's name: "April", "May", "Jan".
_NO_DAY = re.compile(
    r"^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?|q[1-4]|[1-4]q|(?:first|second|third|fourth|1st|2nd|3rd|4th)\s+quarter|quarter\s+[1-4])[\s.!]*$",
    re.IGNORECASE,
)
_QUESTION = re.compile(r"\?(?:\s|$)")
_NTH = ("first", "second", "third", "fourth", "fifth", "sixth")
_ORDINAL = re.compile(
    rf"^(?:the\s+)?(?:(?P<word>{'|'.join(_NTH)}|last)|(?P<number>[1-6])(?:st|nd|rd|th))(?:\s+one)?[\s.!]*$",
    re.IGNORECASE,
)


def offered(card: Card) -> dict[str, Any]:
    """What the buttons of a card leave open to be typed: `day` a command without its day, `none` that there is none, `one` of
    these deals, by their names."""
    lines = [block for block in card.blocks if isinstance(block, Line)]
    buttons = [button for block in card.blocks if isinstance(block, Buttons) for button in block.buttons]
    told = [button for line in lines for button in line.buttons if button.label == "This one"]
    named = [button for button in buttons if _OF_A_DEAL.match(button.command)]
    if told or len(named) >= _SEVERAL:
        return {"one": [[button.about or button.label, button.command] for button in told or named]}
    return _day_of(buttons) if not lines else {}


def asks(reply: Reply) -> bool:
    """Whether a form is to be filled in, or a question stands there."""
    texts = [reply.card.title, *(block.text for block in reply.card.blocks if isinstance(block, Text))]
    return bool(reply.form) or any(map(_QUESTION.search, texts))


def _day_of(buttons: Sequence[Button]) -> dict[str, Any]:
    """Several days to choose from, or one beside "None agreed"."""
    none = next((button.command for button in buttons if button.label == "None agreed"), "")
    dated = [found for button in buttons if (found := _DATED.match(button.command))]
    most = Counter(found["before"] for found in dated).most_common(1)
    if not most or most[0][1] + bool(none) < _SEVERAL:
        return {}
    hours = {found["hour"] or "" for found in dated if found["before"] == most[0][0]}
    return {"day": most[0][0], "hour": hours.pop() if len(hours) == 1 else "", "none": none}


def pressed(asked: Mapping[str, Any], text: str, today: date, *, day_first: bool) -> str:
    """The command that a short answer is; empty where it answers something else."""
    typed = " ".join(text.split())
    if not typed or len(typed.split()) > _LONGEST:
        return ""
    if "day" in asked:
        if asked["none"] and _NONE.match(typed):
            return str(asked["none"])
        return _on_day(asked, typed, today, day_first=day_first)
    return _one_of(asked["one"], typed) if "one" in asked else ""


def is_nth(text: str) -> bool:
    """ "The second", "the last one"."""
    return _ORDINAL.match(" ".join(text.split())) is not None


def _on_day(asked: Mapping[str, Any], typed: str, today: date, *, day_first: bool) -> str:
    if _NO_DAY.match(typed):
        return ""
    bare = _LEADING.sub("", typed).rstrip(" .!")
    read = read_date(bare, today, day_first=day_first)
    if read is None or read.start or not (read.on or read.choices or read.problem):
        return ""
    behind = bare[read.end :].strip(" ,")
    if behind and not _HOUR.match(behind):
        return ""
    return f"{asked['day']}{bare}{'' if read.at or behind else asked['hour']}"


def _one_of(ones: Sequence[Sequence[str]], typed: str) -> str:
    nth = _ORDINAL.match(typed)
    if nth:
        number = int(nth["number"]) if nth["number"] else [*_NTH, "last"].index(nth["word"].lower()) + 1
        number = len(ones) if nth["word"] and nth["word"].lower() == "last" else number
        return ones[number - 1][1] if number <= len(ones) else ""
    said = key(typed)
    same = [command for label, command in ones if key(label) == said]
    words = {*said.split()}
    like = same or [command for label, command in ones if words and words <= {*key(label).split()}]
    return like[0] if len(like) == 1 else ""
