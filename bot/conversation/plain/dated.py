"""What has a day that may have been read wrongly: a promise, the next step, a later day. Each with the command that puts it right."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from bot.conversation.exchange import Exchange
from bot.days import written
from bot.model import Act, Commitment, CommitmentState, DecisionKind, History, Side
from bot.views.naming import promise_line

_MOST_ACTS = 40
_COMMANDS = {DecisionKind.later: "later {id}", DecisionKind.absent: "{id} is back"}


@dataclass(frozen=True)
class Dated:
    """`command` puts another day on it."""

    text: str
    command: str
    on: date | None = None
    side: Side | None = None
    who: str = ""  # of theirs: who promised it
    hour: str = ""  # of a step


def dated_by(exchange: Exchange, act: Act) -> list[Dated]:
    """What one act put a day on."""
    return _dated(exchange, exchange.store.acts.deals_of(act.id), {act.id})


def dated_today(exchange: Exchange, deals: Sequence[int] = ()) -> list[Dated]:
    """What the member put a day on today; of these deals, where some are given."""
    start = datetime.combine(exchange.today, datetime.min.time(), exchange.zone)
    made = exchange.store.acts.between(exchange.member.id, start, start + timedelta(days=1), _MOST_ACTS)
    ids = set(deals) or exchange.store.acts.deals_of(*(act.id for act in made))
    return _dated(exchange, ids, {act.id for act in made})


def dated_of(exchange: Exchange, deals: Sequence[int]) -> list[Dated]:
    """The open promises of these deals that have a day, whenever they were made: another day for an old one is a move (row 38)."""
    dated = (one for one in _dated(exchange, deals, None) if one.side and one.on)
    return [replace(one, command=one.command.replace("promise corrected", "promise moved")) for one in dated]


def _dated(exchange: Exchange, deals: Iterable[int], acts: set[int] | None) -> list[Dated]:
    found: list[Dated] = []
    for history in exchange.store.history.many(sorted(deals)).values():
        if history.deal.owner_id in exchange.owners:
            found += [*_promises(exchange, history, acts), *_days(exchange, history, acts or set())]
    return found


def _promises(exchange: Exchange, history: History, acts: set[int] | None) -> list[Dated]:
    """Made or moved by one of the acts, and still open; one without a day is given its first."""
    return [
        Dated(
            f"{history.deal.label}: {'you' if promise.side is Side.ours else 'they'} promised to {promise_line(promise, exchange.today)}",
            f"promise {'corrected' if promise.due_on else 'by'} {promise.id}",
            promise.due_on,
            promise.side,
            promise.contact if promise.side is Side.theirs else "",
        )
        for promise in put_down_by(history, acts)
    ]


def put_down_by(history: History, acts: set[int] | None) -> list[Commitment]:
    """The open promises that one of the acts made or moved; all that are open for None."""
    return [
        promise
        for promise in history.commitments
        if promise.state is CommitmentState.open
        and (acts is None or acts & {promise.act_id, *(turn.act_id for turn in promise.turns)})
    ]


def _days(exchange: Exchange, history: History, acts: set[int]) -> list[Dated]:
    """The next step, a later day, or the day on which they are back."""
    label, id_ = history.deal.label, history.deal.id
    steps = [
        Dated(
            f"{label}: {step.what} on {written(step.on, exchange.today)}",
            f"next {id_} {step.what}",
            step.on,
            hour=step.hour,
        )
        for step in history.next_steps
        if step.act_id in acts
    ]
    return steps[-1:] + [
        Dated(
            f"{label}: {decision.kind.value}, {written(decision.until_on, exchange.today)}",
            _COMMANDS[decision.kind].format(id=id_),
            decision.until_on,
        )
        for decision in history.decisions
        if decision.act_id in acts and decision.kind in _COMMANDS and decision.until_on
    ]
