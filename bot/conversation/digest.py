"""The morning: one decision per member and local date, sent or skipped with a reason (README, promise 2)."""

import json
from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.conversation.exchange import Exchange
from bot.conversation.followups import DIGEST_KEY, items_of
from bot.model import Member
from bot.playbook.agenda import Due, agenda
from bot.store import Store
from bot.views.followups import followups_card
from bot.wire import as_json
from bot.worktime import instant, is_too_late, is_working_day, next_digest_at, today_for

KIND = "digest"
_LONGEST_OUTAGE = timedelta(days=31)  # days before that are not decided one by one


def decide_digests(store: Store, members: Sequence[Member], now: datetime) -> int:
    """Decides the digest of each member whose hour has come and puts it in the outbox; returns how many were sent.

    One query finds what is due for all of them and a few read the histories, however many members there are.
    """
    latest = max(today_for(member, now) for member in members)
    ids = store.deals.due([member.id for member in members], latest)
    histories = store.history.many(ids)
    by_owner = defaultdict(list)
    for history in histories.values():
        by_owner[history.deal.owner_id].append(history)
    sent = 0
    for member in members:
        exchange = Exchange(store, member, now)
        lines = agenda(by_owner[member.id], exchange.policy, exchange.today)
        sent += _decide(exchange, lines)
        # From the instant just decided, not from now: each missed working day gets its own decision (README, promise 2).
        since = max(member.next_digest_at or now, now - _LONGEST_OUTAGE)
        store.members.schedule(member.id, next_digest_at(member, since))
    return sent


def _decide(exchange: Exchange, lines: Sequence[Due]) -> bool:
    member, now, today = exchange.member, exchange.now, exchange.today
    due_at = member.next_digest_at or now
    skipped = _reason_to_skip(exchange, lines, due_at)
    remark = "" if skipped else _late_remark(exchange, due_at)
    day = today_for(member, due_at) if skipped == "late" else today
    digest_id = exchange.store.digests.decide(
        member.id, day, due_at, "skipped" if skipped else "sent", skipped, items_of(lines, remark), now
    )
    if digest_id is None or skipped:
        return False
    card = followups_card(lines, exchange.policy, today, key=f"{DIGEST_KEY}{digest_id}", remark=remark)
    exchange.store.outbox.put(member.id, KIND, f"{DIGEST_KEY}{digest_id}", json.dumps(as_json(card)), now)
    return True


def _reason_to_skip(exchange: Exchange, lines: Sequence[Due], due_at: datetime) -> str:
    """Why nothing is sent; empty when it is."""
    if is_too_late(due_at, exchange.now, exchange.member):
        return "late"
    if not is_working_day(exchange.today, exchange.member):
        return "free day"
    return "" if lines else "nothing due"


def _late_remark(exchange: Exchange, due_at: datetime) -> str:
    minutes = (exchange.now - due_at).total_seconds() / 60
    usual = instant(exchange.today, exchange.member.digest_at, exchange.member.zone)
    if minutes < 15 or usual > exchange.now:  # noqa: PLR2004 - within a quarter of an hour nobody asks why
        return ""
    return f"Later than {exchange.member.digest_at:%H:%M} today: the bot was not running at that time."
