"""Back after days off: one card that spreads what fell due, accepted in one press."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from bot.cards import Reply
from bot.conversation.exchange import Exchange
from bot.conversation.followups import due_lines, unmuted
from bot.model import DecisionKind
from bot.playbook.agenda import Due, Group, planned
from bot.playbook.catching_up import LONG_LEAVE, Spread, is_fixed, spread
from bot.views.catching_up import CATCH_UP_KEY, accepted_line, accepted_text, fits, stays
from bot.views.followups import followups_card
from bot.worktime import days_off_before, next_working_day

_DAYS = 20  # working days over which it is spread at most; what is left then stays on today's list
_AHEAD = timedelta(days=60)


def is_back(exchange: Exchange) -> bool:
    """Whether today is the first working day after a leave of several."""
    return days_off_before(exchange.today, exchange.member) >= LONG_LEAVE


def plan(exchange: Exchange, lines: Sequence[Due]) -> Spread:
    """What stays today and what goes where, beside what those days hold already."""
    ids = exchange.store.deals.due([exchange.member.id], exchange.today + _AHEAD)
    here = {due.history.deal.id for due in lines}
    others = (history for id_, history in exchange.store.history.many(ids).items() if id_ not in here)
    last = exchange.today + _AHEAD
    taken = Counter(item.on for h in others for item in planned(h, exchange.policy, exchange.today, last))
    due = [line for line in lines if line.group is not Group.closing]
    return spread(due, _days(exchange), taken, exchange.policy.digest_lines)


def catch_up(exchange: Exchange) -> Reply:
    """Puts off what can wait, all by one act; the answer is what is left for today."""
    made = plan(exchange, _lines(exchange))
    if not made.moved:
        return _nothing_moves(exchange, made)
    text = accepted_text(made, exchange.today)
    act_id = exchange.act(text)
    rows = [
        {"deal_id": due.history.deal.id, "on": exchange.today, "kind": DecisionKind.later.value, "until_on": day,
         "reason": due.standing.why}
        for day, dues in made.later.items() for due in dues
    ]  # fmt: skip
    exchange.store.history.add_decisions(act_id, exchange.member.id, rows)
    exchange.store.refresh([due.history.deal.id for dues in made.later.values() for due in dues], exchange.today)
    card = followups_card(_lines(exchange), exchange.policy, exchange.today, compact=exchange.member.compact)
    pressed = exchange.pressed_on if exchange.pressed_on.startswith(CATCH_UP_KEY) else ""
    return Reply(replace(card, blocks=(accepted_line(text, act_id), *card.blocks)), replaces=pressed)


def _nothing_moves(exchange: Exchange, made: Spread) -> Reply:
    if len(made.today) <= exchange.policy.digest_lines:
        return fits(len(made.today))
    to = next(_days(exchange))
    return stays(len(made.today), to, exchange.today, all_fixed=all(map(is_fixed, made.today)))


def _lines(exchange: Exchange) -> tuple[Due, ...]:
    """What is due, without what the member has paused: that waits for the end of the pause, not for a day."""
    return unmuted(due_lines(exchange), exchange.member, exchange.today)


def _days(exchange: Exchange) -> Iterator[date]:
    day = exchange.today
    for _ in range(_DAYS):
        day = next_working_day(day, exchange.member)
        yield day
