"""Who owes what: every open promise on the member's own deals, the earliest day first."""

from bot.cards import Reply
from bot.commands.deals import Where
from bot.commands.lists import OwedBy
from bot.conversation import planning, where
from bot.conversation.exchange import Exchange
from bot.conversation.finding import meant
from bot.model import Commitment, CommitmentState, History, Side, first_name
from bot.views.owing import owed_card

_OURS, _THEIRS = {Side.ours}, {Side.theirs}
_SIDES = {OwedBy.us: _OURS, OwedBy.late_us: _OURS, OwedBy.them: _THEIRS, OwedBy.late_them: _THEIRS}


def owed_by(exchange: Exchange, who: str, by: OwedBy, question: str = "") -> Reply:
    """What a rep owes, for whoever leads them; of anybody at a customer's, where they stand with us.

    Of somebody on several deals it is what is open on any of them."""
    found = [] if by is OwedBy.us else planning.called(exchange, who)
    reps = [member for member in found if member.id != exchange.member.id]
    if (
        who.casefold() in {exchange.member.name.casefold(), exchange.member.first_name.casefold()}
        and not meant(exchange, who).ids
    ):
        return owed(exchange, OwedBy.us)
    if len(reps) != 1:
        return _of_several(exchange, who, by) or where.where(exchange, Where(who, question=question))
    rep = reps[0]
    promises = [
        promise
        for promise in exchange.store.promises.open_of([rep.id])
        if promise.side is Side.ours and (not by.is_late or _has_passed(exchange, promise))
    ]
    histories = exchange.store.history.many({promise.deal_id for promise in promises})
    pairs = [_as_on_record(histories[p.deal_id], p) for p in promises]
    return Reply(owed_card(by, pairs, exchange.today, {rep.id: rep.first_name}, of=rep.first_name))


def _of_several(exchange: Exchange, who: str, by: OwedBy) -> Reply | None:
    ids = meant(exchange, who)
    histories = {} if ids.sure else exchange.store.history.many(ids.ids)
    open_there = [
        (history, promise)
        for history in histories.values()
        for promise in history.commitments
        if promise.state is CommitmentState.open
        and promise.side in _SIDES.get(by, set(Side))
        and (not by.is_late or _has_passed(exchange, promise))
    ]
    return Reply(owed_card(by, open_there, exchange.today, {})) if open_there else None


def owed(exchange: Exchange, by: OwedBy, first: int = 1) -> Reply:
    """A leader who asks what is late, or who owes what, asks about the team as well."""
    owners = exchange.owners if by.is_late or by is OwedBy.both else frozenset({exchange.member.id})
    sides = _SIDES.get(by, set(Side))
    promises = [
        promise
        for promise in exchange.store.promises.open_of(owners)
        if promise.side in sides and (not by.is_late or _has_passed(exchange, promise))
    ]
    found = exchange.store.history.many({promise.deal_id for promise in promises})
    histories = {id_: exchange.as_read(history) for id_, history in found.items()}
    others = {id_: first_name(exchange.names.get(id_, "")) for id_ in owners - {exchange.member.id}}
    pairs = [_as_on_record(histories[p.deal_id], p) for p in promises]
    return Reply(owed_card(by, pairs, exchange.today, others, first=first))


def _as_on_record(history: History, promise: Commitment) -> tuple[History, Commitment]:
    """As the deal's history tells it, in which a name that was wrong is put right."""
    return history, next((one for one in history.commitments if one.id == promise.id), promise)


def _has_passed(exchange: Exchange, promise: Commitment) -> bool:
    return promise.due_on is not None and promise.due_on < exchange.today
