"""What is on a list on a day, and what is still owed: one rule for the lists and for whatever counts them.

A won deal still owes what we promised; nobody is chased for what they did.
"""

from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, or_, select

from bot.model import OPEN_STATES, DealState, Side
from bot.store.room import Room
from bot.store.tables import commitments, deals

IS_OPEN = deals.c.state.in_(sorted(OPEN_STATES))
_IS_WON = deals.c.state == DealState.won.value
STILL_OWED = or_(
    IS_OPEN, _IS_WON & (commitments.c.side == Side.ours.value)
)  # of a promise that is joined with its deal


def ours_by(room: Room, today: date) -> Select[Any]:
    """The deals on which a promise of ours is due."""
    return select(commitments.c.deal_id).where(
        room.mine(commitments), commitments.c.state == "open", commitments.c.side == Side.ours.value,
        commitments.c.due_on <= today,
    )  # fmt: skip


def on_list(room: Room, today: date) -> ColumnElement[bool]:
    """Open deals whose touch is due, those that sleep until a day that has come, and those on which a promise of ours is
    due, which a won deal may also be."""
    has_come, owed = deals.c.next_touch_on <= today, deals.c.id.in_(ours_by(room, today))
    sleeps = deals.c.state == DealState.nurture.value
    return or_(IS_OPEN & or_(has_come, owed), sleeps & has_come, _IS_WON & owed)
