"""What a manager's Monday tells beside its lists of deals: who will buy, where the work went, why they said no (voice.md 3).

Facts and names, never a rank: figures of several reps stand together.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bot.cards import Block, Facts
from bot.days import written
from bot.model import first_name
from bot.playbook.measures import share
from bot.playbook.monday import Asked, Buying, Monday, OfDeal, few
from bot.views.naming import people, shortened

_TOLD_APART = 3  # reps; of two, each reads the other's by subtracting their own
_BUYING_SHOWN = 3


@dataclass(frozen=True)
class Team:
    """The team as one member reads it: `names` are short ones, by member."""

    monday: Monday
    names: Mapping[int, str]
    today: date

    def whose(self, deal: OfDeal) -> str:
        """ "Acme (Tom)"."""
        return f"{deal.label} ({self.name(deal.owner_id)})"

    def name(self, member_id: int) -> str:
        return self.names.get(member_id, "somebody")

    def day(self, day: date) -> str:
        return written(day, self.today)


def known(pairs: Iterable[tuple[str, str]]) -> list[Block]:
    told = tuple((label, answer) for label, answer in pairs if answer)
    return [Facts(told)] if told else []


def figures(team: Team) -> Iterator[tuple[str, str]]:
    """Label and answer of what is no list of deals."""
    yield "Most of the work", in_short([*_whales(team)])
    yield "Why they said no", reasons(team.monday.reasons)
    yield "Conversations", _dated(team.monday)
    yield "Lists", "; ".join(_lists(team))


def buying(team: Team) -> Iterator[tuple[str, str]]:
    found = team.monday.buying
    shown = few(found, _BUYING_SHOWN)
    for one in shown:
        yield "They will buy", _bought(team, one)
    if len(found) > len(shown):
        left = found[len(shown) :]
        yield "They will buy", f"and {len(left)} more: {deals_of(team, left)}"


def _bought(team: Team, one: Buying) -> str:
    by = f"by {team.day(one.deal.on)}" if one.deal.on else ""
    head = ", ".join(filter(None, (team.whose(one.deal), one.worth, by)))
    said = f"“{shortened(one.deal.text, 120)}”" if one.said_on else f"they {one.deal.text}"
    who = f" ({', '.join(filter(None, (first_name(one.by), team.day(one.said_on))))})" if one.said_on else ""
    shown = few(one.before)
    before = "; ".join(f"{what}{f', {team.day(on)}' if on else ''}" for what, on in shown)
    more = f" and {len(one.before) - len(shown)} more" if len(one.before) > len(shown) else ""
    return f"{head}: {said}{who}. {f'Open before it: {before}{more}' if before else 'Nothing is open before it'}."


def in_short(told: Sequence[str]) -> str:
    return _listed(few(told), len(told), apart=True)


def _listed(told: Sequence[str], total: int, *, apart: bool) -> str:
    left = total - len(told)
    more = [f"{left} more"] if left > 0 and told else []
    if not apart:
        return people([*told, *more])
    return "; ".join([*told, *(f"and {one}" for one in more)])


def _whales(team: Team) -> Iterator[str]:
    for one in team.monday.whales:
        yield f"{round(one.whale.share * 100)}% of {team.name(one.member_id)}'s four weeks went to {people(list(one.labels))}"


def reasons(given: Sequence[tuple[str, int]]) -> str:
    """The most frequent first."""
    shown = few(given)
    named = [
        f"{'not said' if not reason else shortened(reason)}{f' ({count})' if count > 1 else ''}"
        for reason, count in shown
    ]
    left = sum(count for _, count in given[len(shown) :])
    return f"{', '.join(named)}{f', and {left} more' if left else ''}; in four weeks" if named else ""


def _dated(monday: Monday) -> str:
    """Everybody together, and from three reps on: whether one gets days is theirs to read first."""
    dated = monday.dated
    if dated.reps < _TOLD_APART:
        return ""
    percent = share(dated.dated, dated.talks)
    part = f"{dated.dated} of {dated.talks}{f' ({percent}%)' if percent is not None else ''}"
    return f"{part} ended with something of theirs by a day, everybody together"


def _lists(team: Team) -> Iterator[str]:
    gone = [team.name(id_) for id_ in team.monday.unreachable]
    if gone:
        yield f"no message reaches {_listed(few(gone), len(gone), apart=False)}"
    lost = [(id_, day) for id_, day in team.monday.undelivered if id_ not in team.monday.unreachable]
    told = [f"{team.name(id_)}'s of {team.day(day)}" for id_, day in lost]
    if told:
        yield f"did not come: {in_short(told)}"


def deals_of(team: Team, found: Iterable[Asked | Buying]) -> str:
    names = [team.whose(one.deal) for one in found]
    return _listed(few(names), len(names), apart=False)
