"""Once a week, on a member's first working day: how many of their conversations brought something of theirs by a day.

Theirs alone to read (feature 45): it stands in no one else's list, and a pause takes it off.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta

from bot.days import read_by
from bot.model import Member, Muted
from bot.playbook.coaching import questions_for_a_day
from bot.playbook.monday import last_monday
from bot.playbook.their_days import TheirDays, their_days
from bot.store import Store
from bot.views.news import their_days_line
from bot.worktime import begins_week, is_muted, today_for


def their_days_news(store: Store, members: Iterable[Member], worn: Iterable[str], now: datetime) -> dict[int, str]:
    """By member whose week begins and who talked with somebody in the last one; by three statements for all of them."""
    days = {member: today_for(member, now) for member in members}
    since = {
        member: last_monday(day, member)
        for member, day in days.items()
        if begins_week(day, member) and not is_muted(member, Muted.coaching, day)
    }
    if not since:
        return {}
    first = min(since.values())
    ids = [member.id for member in since]
    talks, elsewhere = store.conversations.lately(ids, first), store.conversations.elsewhere(ids, first)
    named = store.conversations.days_of_theirs(talks, first)
    question = next(iter(questions_for_a_day(tuple(worn))), "")
    lines: dict[int, str] = {}
    for member, begun in since.items():
        until = days[member] - timedelta(days=1)
        found = their_days(talks, named, elsewhere, [member.id], begun, until).get(member.id, TheirDays())
        with read_by(member.locale):
            line = their_days_line(found, begun, question, days[member]) if found.talks else ""
        if line:
            lines[member.id] = line
    return lines
