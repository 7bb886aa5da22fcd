"""The closing day: once a week what had no answer is let go or kept, and what was closed is said without shame (H48-H52).

It is a part of the digest of a member's last working day, never a message of its own.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta

from bot.conversation.ending import named_time, sleep
from bot.conversation.exchange import Exchange
from bot.days import written
from bot.model import History, Member, Policy
from bot.playbook.agenda import Due, Group, closing
from bot.playbook.cadence import is_asked_anew
from bot.playbook.effort import effort
from bot.playbook.standing import let_go_of
from bot.store import BY_ITSELF, Store
from bot.views.effort import closed_line
from bot.views.headings import Entry, Settled
from bot.worktime import closes_week, today_for

_A_WEEK = timedelta(days=7)


def closings(
    by_owner: Mapping[int, Sequence[History]], members: Iterable[Member], policy: Policy, now: datetime
) -> dict[int, tuple[Due, ...]]:
    """By member: what waits to be let go or kept, on their closing day; nothing on any other."""
    days = {member.id: today_for(member, now) for member in members if closes_week(today_for(member, now), member)}
    return {
        member.id: closing(by_owner.get(member.id, ()), policy, days[member.id]) if member.id in days else ()
        for member in members
    }


def wake(store: Store, members: Iterable[Member], by_owner: Mapping[int, Sequence[History]], now: datetime) -> None:
    """Deals that slept until a time that has come are open from today, for every list and query."""
    for member in members:
        today = today_for(member, now)
        awake = [history.deal.id for history in by_owner.get(member.id, ()) if let_go_of(history)]
        if awake:
            store.refresh(sorted(awake), today)


def let_go_by_itself(exchange: Exchange, lines: Sequence[Due]) -> list[Entry]:
    """The lines as they are shown. Where the policy says so, what waits to be closed is let go, one act a deal."""
    if not exchange.policy.let_go_by_itself:
        return list(lines)
    most = min(exchange.policy.let_go_by_itself, exchange.policy.closing_lines)  # each is said, with its Undo
    to_close = _may_go(exchange, [due for due in lines if due.group is Group.closing])[:most]
    return [_let_go(exchange, due) if due in to_close else due for due in lines]


def _may_go(exchange: Exchange, lines: Sequence[Due]) -> list[Due]:
    """Without what was taken back before: for the same reason it goes by the rep's word only."""
    refused = exchange.store.acts.refused(due.history.deal.id for due in lines)
    return [due for due in lines if is_asked_anew(due.history, refused.get(due.history.deal.id, 0))]


def _let_go(exchange: Exchange, due: Due) -> Settled:
    deal = due.history.deal
    named = named_time(exchange, due.history)
    until = f" until {written(named.opens_on, exchange.today)}" if named else ""
    summary = f"{deal.label}: let go by itself{until}, {due.standing.why}"
    act_id = exchange.aside(BY_ITSELF).act(summary)
    sleep(exchange, act_id, deal.id, due.standing.why, named)
    return Settled(summary, Group.closing, act_id, deal.id)


def closed_news(store: Store, members: Iterable[Member], now: datetime) -> dict[int, str]:
    """By member, on their closing day: how many files were closed since the last one, and the work that was in them."""
    days = {member.id: today_for(member, now) for member in members if closes_week(today_for(member, now), member)}
    if not days:
        return {}
    found = store.work.closed(list(days), min(days.values()) - _A_WEEK, max(days.values()))
    histories = store.history.many({deal_id for ids in found.values() for deal_id in ids})
    policy = store.organisation.policy
    return {
        member_id: closed_line(len(ids), sum(effort(histories[id_].touches, policy).minutes for id_ in ids))
        for member_id, ids in found.items()
    }
