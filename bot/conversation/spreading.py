"""Once a week, on a member's first working day: where their four weeks of work went, and who has waited (H14-H16)."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta

from bot.model import Member, Policy
from bot.playbook.effort import WINDOW_DAYS, Effort, Whale, minutes_of, whale
from bot.store import Store, Worked
from bot.views.effort import whale_line
from bot.worktime import begins_week, today_for

_A_COLLEAGUES = "a deal that is with a colleague now"


def spread_news(store: Store, members: Iterable[Member], now: datetime) -> Mapping[int, str]:
    """By member: the line about work that went to a few deals; nobody for whom it is spread, or for whom the week runs."""
    beginning = {member.id: member for member in members if begins_week(today_for(member, now), member)}
    if not beginning:
        return {}
    policy = store.organisation.policy
    today = min(today_for(member, now) for member in beginning.values())
    lately = store.work.lately(list(beginning), today - timedelta(days=WINDOW_DAYS))
    found = {id_: large for id_, tries in lately.items() if (large := _whale(tries, policy))}
    waiting = store.work.waiting(list(found), today - timedelta(days=policy.max_gap), today) if found else {}
    lines = {}
    for id_, large in found.items():
        named = _named(large, lately[id_], store.members.visible_owners(beginning[id_]))
        others = [label for label in waiting.get(id_, ()) if label not in named]
        lines[id_] = whale_line(large, named, others, policy)
    return lines


def _whale(tries: Sequence[Worked], policy: Policy) -> Whale | None:
    minutes: dict[int, list[int]] = defaultdict(list)
    for one in tries:
        minutes[one.deal_id].append(minutes_of(one.outcome, policy))
    return whale({deal_id: Effort(len(each), sum(each)) for deal_id, each in minutes.items()}, policy)


def _named(large: Whale, tries: Sequence[Worked], owners: frozenset[int]) -> list[str]:
    """What the deals are called; a deal that was given away may be called otherwise since, which is theirs to know."""
    labels = {one.deal_id: one.label if one.owner_id in owners else _A_COLLEAGUES for one in tries}
    return [labels[deal_id] for deal_id in large.deal_ids]
