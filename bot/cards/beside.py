"""What stands beside a form says nothing twice: neither the form's own title nor a fact that is a field of it and stands in it."""

import re
from collections.abc import Iterator
from dataclasses import replace

from bot.cards.blocks import Block, Card, Facts, Field, Form

_NOTHING = "none"  # how a fact tells an empty field


def beside(form: Form, card: Card) -> Card:
    """The card as it is shown with its form."""
    title = "" if card.title == form.title else card.title
    return replace(card, title=title, blocks=tuple(_untold(form, card.blocks)))


def _untold(form: Form, blocks: tuple[Block, ...]) -> Iterator[Block]:
    asked = {(field.label, said) for field in form.fields for said in _said_in(field)}
    for block in blocks:
        if not isinstance(block, Facts):
            yield block
        elif left := tuple(pair for pair in block.pairs if (pair[0], _plainly(pair[1])) not in asked):
            yield Facts(left)


def _said_in(field: Field) -> set[str]:
    """What stands in it, as its value and as the choice that shows it."""
    return {
        _plainly(field.value or _NOTHING),
        *(_plainly(label) for value, label in field.options if value == field.value),
    }


def _plainly(text: str) -> str:
    """ "America/New_York" and "America/New York" are one."""
    return " ".join(re.findall(r"[^\W_]+", text.casefold()))
