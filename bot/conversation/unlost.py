"""A form that was sent and came to nothing, since what it is about has changed meanwhile: what was typed in it is kept (C16)."""

from dataclasses import replace

from bot.cards import Button, Buttons, Card, Line, Message, Reply, Text, plain_text
from bot.commands import Command
from bot.commands.handing import GiveBook
from bot.commands.own import Settings
from bot.commands.people import Holidays, Make
from bot.commands.policy import TryFigures
from bot.commands.several import MoveDay
from bot.conversation import drafting
from bot.conversation.exchange import Exchange
from bot.views.drafting import KEPT, what_to_do

_CHOSEN = (Settings, TryFigures, Make, Holidays, GiveBook, MoveDay)  # forms in which nothing is put in one's own words
_NO_WORDS = frozenset(
    {"deal", "until", "day", "go", "keep", "later"}
)  # fields of the others that are chosen, or filled before


def unlost(exchange: Exchange, message: Message, command: Command, reply: Reply) -> Reply:
    """The reply, with a way on for what was typed: over the draft that it is already, or a new one."""
    did = bool(exchange.acts or exchange.undone)
    typed = [] if did or reply.form or isinstance(command, _CHOSEN) else _typed(message)
    if not typed or all(value in _shown(reply.card) for value in typed):
        return reply
    if not exchange.kept:
        drafting.keep(exchange, {"text": message.text, "fields": dict(message.fields or ())})
    draft_id = exchange.kept[-1]
    if f"resume {draft_id}" in _shown(reply.card):
        return reply
    ways = what_to_do(draft_id, drafting.elsewhere(exchange))
    return replace(reply, card=replace(reply.card, blocks=(*reply.card.blocks, Text(KEPT), Buttons(ways))))


def _typed(message: Message) -> list[str]:
    return [value.strip() for name, value in message.fields or () if value.strip() and name not in _NO_WORDS]


def _shown(card: Card) -> str:
    """What stands there, and what its buttons would do."""
    rows = [block.buttons for block in card.blocks if isinstance(block, Buttons | Line)]
    buttons: list[Button] = [button for row in rows for button in row]
    return "\n".join([plain_text(card), *(button.command for button in buttons)])
