"""Where a deal stood on an earlier day: the facts of that day, under a title that says so."""

from dataclasses import replace
from datetime import date

from bot.cards import Block, Button, Buttons, Card, Facts, Reply
from bot.days import written
from bot.model import History, Policy, Standing
from bot.views.asking import note
from bot.views.where import TO_QUALIFY, where_card, where_title
from bot.views.where_facts import Owned


def then_card(history: History, then: Standing, whose: Owned, policy: Policy, day: date, today: date) -> Card:
    """Nothing can be done about that day, so the only button leads back to this one."""
    card = where_card(history, then, whose, policy, day)
    shown = tuple(_then(block) for block in card.blocks if not isinstance(block, Buttons) and block != TO_QUALIFY)
    back = Buttons((Button("Where are we now?", f"where {history.deal.id}"),))
    return replace(
        card, title=f"On {written(day, today)}: {where_title(history, then, whose, day)}", blocks=(*shown, back)
    )


def _then(block: Block) -> Block:
    """What was due "today" was due that day."""
    if not isinstance(block, Facts):
        return block
    return Facts(tuple((name, value.replace("on today's list", "on that day's list")) for name, value in block.pairs))


def not_yet(history: History, day: date, today: date) -> Reply:
    deal = history.deal
    since = f" It is here since {written(deal.created_on, today)}." if deal.created_on else ""
    return note(
        f"Nothing was on record of {deal.label} on {written(day, today)}.{since}",
        Button("Where are we now?", f"where {deal.id}"),
    )
