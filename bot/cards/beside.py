"""What stands beside a form says nothing twice: neither the form's own title nor a fact that is a field of it."""

from collections.abc import Iterator
from dataclasses import replace

from bot.cards.blocks import Block, Card, Facts, Form


def beside(form: Form, card: Card) -> Card:
    """The card as it is shown with its form."""
    title = "" if card.title == form.title else card.title
    return replace(card, title=title, blocks=tuple(_untold(form, card.blocks)))


def _untold(form: Form, blocks: tuple[Block, ...]) -> Iterator[Block]:
    asked = {field.label for field in form.fields}
    for block in blocks:
        if not isinstance(block, Facts):
            yield block
        elif left := tuple(pair for pair in block.pairs if pair[0] not in asked):
            yield Facts(left)
