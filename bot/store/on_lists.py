"""What is on a list on a day, and what is still owed: one rule for the lists and for whatever counts them.

A won deal still owes what we promised; nobody is chased for what they did.
"""

from datetime import date
from typing import Any

from sqlalchemy import BindParameter, ColumnElement, Select, or_, select

from bot.model import OPEN_STATES, DealState, Side
from bot.store.among import one_word_of
from bot.store.tables import commitments, deals

IS_OPEN = one_word_of(deals.c.state, OPEN_STATES)
_IS_WON = deals.c.state == DealState.won.value
STILL_OWED = or_(
    IS_OPEN, _IS_WON & (commitments.c.side == Side.ours.value)
)  # of a promise that is joined with its deal


Here = int | BindParameter[int]  # the organisation
Day = date | BindParameter[date]


def ours_by(here: Here, today: Day) -> Select[Any]:
    """The deals on which a promise of ours is due."""
    return select(commitments.c.deal_id).where(
        commitments.c.organisation_id == here, commitments.c.state == "open", commitments.c.side == Side.ours.value,
        commitments.c.due_on <= today,
    )  # fmt: skip


def on_list(here: Here, today: Day) -> ColumnElement[bool]:
    """Open deals whose touch is due, those that sleep until a day that has come, and those on which a promise of ours is
    due, which a won deal may also be."""
    comes_up = or_(IS_OPEN, deals.c.state == DealState.nurture.value)
    may_owe = or_(IS_OPEN, _IS_WON)
    return or_(comes_up & (deals.c.next_touch_on <= today), may_owe & deals.c.id.in_(ours_by(here, today)))
