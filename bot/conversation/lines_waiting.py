"""A line that waits for its press is told in the list for five working days; from then on it is kept in `drafts`, and told no more.

A list that says the same each morning is not read any more, and nothing that was typed is lost (C15).
"""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import islice

from bot.conversation.drafting import is_line, looked_at
from bot.conversation.exchange import Exchange
from bot.model import Member
from bot.store import Draft, Store
from bot.worktime import is_working_day, today_for

_TOLD = 5  # working days behind the day on which it was typed
_LOOKED_BACK = 400  # days: more than the longest leave


def waiting(exchange: Exchange) -> int:
    """How many lines of the member's the list tells."""
    return _told(looked_at(exchange), exchange.member, exchange.today)


def waiting_of_each(store: Store, members: Sequence[Member], today: dict[int, date]) -> dict[int, int]:
    """The same of several members, by one query."""
    whose = {member.id: member for member in members}
    kept = store.drafts.open_of_each(list(whose))
    return {id_: _told(drafts, whose[id_], today[id_]) for id_, drafts in kept.items()}


def _told(drafts: Sequence[Draft], member: Member, today: date) -> int:
    since = _told_since(member, today)
    return sum(is_line(draft) and today_for(member, draft.at) >= since for draft in drafts)


def _told_since(member: Member, today: date) -> date:
    """Who was away reads after their leave what they typed before it."""
    days = (today - timedelta(days=back) for back in range(_LOOKED_BACK))
    worked = (day for day in days if is_working_day(day, member))
    return next(islice(worked, _TOLD, None), today - timedelta(days=_LOOKED_BACK))
