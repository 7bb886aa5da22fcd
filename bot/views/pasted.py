"""Several calls pasted at once: one read-back, each line with its own way back (voice.md 1.7)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.cards import Block, Button, Buttons, Card, Facts, Line, Quote, Text
from bot.views.naming import counted


@dataclass(frozen=True)
class Pasted:
    """A line, what one call alone would have answered, and its act when it was logged."""

    line: str
    answer: Card
    act_id: int | None


def pasted_card(pasted: Sequence[Pasted]) -> Card:
    logged = [one for one in pasted if one.act_id]
    asked = [one for one in pasted if not one.act_id]
    blocks: list[Block] = [_logged(one) for one in logged]
    if asked:
        blocks.append(Text("These I could not place alone:"))
        blocks += [_asked(one) for one in asked]
    if len(logged) > 1:
        numbers = " ".join(str(one.act_id) for one in logged)
        every = {2: "both"}.get(len(logged), f"all {counted(len(logged))}")
        blocks.append(Buttons((Button(f"Undo {every}", f"undo {numbers}"),)))
    title = (
        f"{counted(len(logged)).capitalize()} of {counted(len(pasted))} logged"
        if asked
        else f"All {counted(len(logged))} logged"
    )
    return Card(title, tuple(blocks))


def _logged(one: Pasted) -> Line:
    told = "; ".join(_told(one.answer))
    undo = Button("Undo", f"undo {one.act_id}", about=one.line[:60])
    questions = tuple(b for block in one.answer.blocks if isinstance(block, Buttons) for b in block.buttons)
    return Line(
        f"{one.answer.title.removeprefix('Logged: ')}{f': {told}' if told else ''}",
        buttons=(undo,), more=tuple(b for b in questions if b.label != "Undo"), settled=True,
    )  # fmt: skip


def _told(answer: Card) -> Iterator[str]:
    for block in answer.blocks:
        if isinstance(block, Quote):
            yield f"“{block.text}”"
        elif isinstance(block, Facts):
            yield from (f"{name.lower()}: {value}" for name, value in block.pairs)


def _asked(one: Pasted) -> Line:
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
