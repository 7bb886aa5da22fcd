"""Several calls pasted at once: one read-back, each line with its own way back (voice.md 1.7)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.cards import Block, Button, Buttons, Card, Facts, Line, Quote, Text
from bot.views.logged import NOTED, READ_ON
from bot.views.naming import counted


@dataclass(frozen=True)
class Logged:
    """`answer` is what this call alone would have got."""

    line: str
    answer: Card
    act_id: int


@dataclass(frozen=True)
class Repeated:
    """Logged already, `at` the member's wall time, on that `day` if not today; `again` logs it once more, if it fits a button."""

    line: str
    at: datetime
    again: str
    day: str = ""


@dataclass(frozen=True)
class Asked:
    """Not logged: `answer` is the question."""

    line: str
    answer: Card


Pasted = Logged | Repeated | Asked


def pasted_card(pasted: Sequence[Pasted]) -> Card:
    logged = [one for one in pasted if isinstance(one, Logged)]
    repeated = [one for one in pasted if isinstance(one, Repeated)]
    asked = [one for one in pasted if isinstance(one, Asked)]
    blocks: list[Block] = [_logged(one) for one in logged]
    if repeated:
        today = "" if any(one.day for one in repeated) else " today"
        blocks += [Text(f"Logged already{today}, and not logged twice:"), *map(_repeated, repeated)]
    if asked:
        blocks += [Text("These I could not place alone:"), *map(_asked, asked)]
    if len(logged) > 1:
        numbers = " ".join(str(one.act_id) for one in logged)
        every = {2: "both"}.get(len(logged), f"all {counted(len(logged))}")
        blocks.append(Buttons((Button(f"Undo {every}", f"undo {numbers}"),)))
    return Card(_title(len(logged), len(asked), len(pasted)), tuple(blocks))


def _title(logged: int, asked: int, pasted: int) -> str:
    if logged == pasted:
        return {1: "That one is logged", 2: "Both logged"}.get(logged, f"All {counted(logged)} logged")
    if not logged:
        return f"{counted(pasted).capitalize()} lines, none logged yet" if asked else "Nothing new to log"
    return f"{counted(logged).capitalize()} of {counted(pasted)} logged"


def _logged(one: Logged) -> Line:
    told = "; ".join(_told(one.answer))
    facts = f". {told[:1].upper()}{told[1:]}" if told else ""
    undo = Button("Undo", f"undo {one.act_id}", about=one.line[:60])
    questions = tuple(b for block in one.answer.blocks if isinstance(block, Buttons) for b in block.buttons)
    if not one.answer.title:  # done, and no call: the answer's own line says what
        return next(block for block in one.answer.blocks if isinstance(block, Line))
    return Line(
        f"{one.answer.title.removeprefix('Logged: ')}{facts}",
        buttons=(undo,), more=tuple(b for b in questions if b.label != "Undo"), settled=True,
    )  # fmt: skip


def _repeated(one: Repeated) -> Line:
    again = (Button("It was another one", one.again, about=one.line[:60]),) if one.again else ()
    day = f"{one.day} " if one.day else ""
    return Line(f"“{one.line}”, {day}at {one.at:%H:%M}", buttons=again)


def _told(answer: Card) -> Iterator[str]:
    for block in answer.blocks:
        if isinstance(block, Quote):
            yield f"“{block.text}”"
        elif isinstance(block, Facts):
            yield from (f"{name.lower()}{'' if name in READ_ON else ':'} {value}" for name, value in block.pairs)
        elif isinstance(block, Text) and block.text.startswith(NOTED):
            yield f"{block.text[:1].lower()}{block.text[1:]}"


def _asked(one: Asked) -> Line:
    """The question that this line alone would have got; a line with a name only opens the form."""
    buttons = [
        *(_choice(line) for line in one.answer.blocks if isinstance(line, Line)),
        *(button for block in one.answer.blocks if isinstance(block, Buttons) for button in block.buttons),
    ]
    return Line(
        f"“{one.line}”: {one.answer.title or 'what happened?'}",
        buttons=tuple(buttons) or (Button("Log it", f"log {one.line}"),),
    )


def _choice(line: Line) -> Button:
    """A choice among deals as one button that names the deal."""
    return Button(line.text.partition(" (")[0][:60], line.buttons[0].command, about=line.text)
