"""Once a week, on a member's first working day: where four weeks of work went, and who has waited (H14-H16)."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta

from bot.model import Member, Policy
from bot.playbook.effort import WINDOW_DAYS, Effort, minutes_of, whale
from bot.store import Store, Worked
from bot.views.effort import whale_line
from bot.worktime import today_for


def spread_news(store: Store, members: Iterable[Member], now: datetime) -> Mapping[int, str]:
    """By member: the line about work that went to a few deals; nobody for whom it is spread, or for whom the week runs."""
    beginning = [member for member in members if _begins_week(member, now)]
    if not beginning:
        return {}
    ids, policy = [member.id for member in beginning], store.organisation.policy
    today = min(today_for(member, now) for member in beginning)
    lately = store.work.lately(ids, today - timedelta(days=WINDOW_DAYS))
    waiting = store.work.waiting(ids, today - timedelta(days=policy.max_gap), today)
    lines = {member_id: _line(tries, waiting.get(member_id, []), policy) for member_id, tries in lately.items()}
    return {member_id: line for member_id, line in lines.items() if line}


def _begins_week(member: Member, now: datetime) -> bool:
    return today_for(member, now).weekday() == min(member.working_days, default=0)


def _line(tries: Sequence[Worked], waiting: Sequence[str], policy: Policy) -> str:
    minutes: dict[int, list[int]] = defaultdict(list)
    for one in tries:
        minutes[one.deal_id].append(minutes_of(one.outcome, policy))
    found = whale({deal_id: Effort(len(each), sum(each)) for deal_id, each in minutes.items()}, policy)
    if found is None:
        return ""
    labels = {one.deal_id: one.label for one in tries}
    named = [labels[deal_id] for deal_id in found.deal_ids]
    return whale_line(found, named, [label for label in waiting if label not in named], policy)
