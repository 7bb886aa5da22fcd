"""Who owes what: every open promise on the member's own deals, the earliest day first; of a day, what is promised for it."""

from collections.abc import Mapping, Sequence

from bot.cards import Reply
from bot.commands.deals import Where
from bot.commands.lists import Deals, Owed, OwedBy
from bot.conversation import planning, where
from bot.conversation.exchange import Exchange
from bot.conversation.finding import meant
from bot.model import Commitment, CommitmentState, History, Side, first_name
from bot.views.owing import owed_card, owed_then_card

_OURS, _THEIRS = {Side.ours}, {Side.theirs}
_SIDES = {OwedBy.us: _OURS, OwedBy.late_us: _OURS, OwedBy.them: _THEIRS, OwedBy.late_them: _THEIRS}
_Pairs = Sequence[tuple[History, Commitment]]


def owed_by(exchange: Exchange, asked: Owed) -> Reply:
    """What a rep owes, for whoever leads them; of anybody at a customer's, where they stand with us.

    Of somebody on several deals, and of a day, it is what is open there."""
    who, by = asked.whose, asked.by
    found = [] if by is OwedBy.us else planning.called(exchange, who)
    reps = [member for member in found if member.id != exchange.member.id]
    if (
        who.casefold() in {exchange.member.name.casefold(), exchange.member.first_name.casefold()}
        and not meant(exchange, who).ids
    ):
        return owed(exchange, Owed(OwedBy.us, when=asked.when))
    if len(reps) != 1:
        return _of_deals(exchange, asked) or where.where(exchange, Where(who, question=asked.question))
    rep = reps[0]
    promises = [
        promise
        for promise in exchange.store.promises.open_of([rep.id])
        if promise.side is Side.ours and (not by.is_late or _has_passed(exchange, promise))
    ]
    histories = exchange.store.history.many({promise.deal_id for promise in promises})
    pairs = [_as_on_record(histories[p.deal_id], p) for p in promises]
    return _told(exchange, asked, pairs, {rep.id: rep.first_name}, of=rep.first_name)


def _of_deals(exchange: Exchange, asked: Owed) -> Reply | None:
    ids = meant(exchange, asked.whose)
    histories = {} if ids.sure and not asked.when else exchange.store.history.many(ids.ids)
    open_there = [
        (history, promise)
        for history in histories.values()
        for promise in history.commitments
        if promise.state is CommitmentState.open
        and promise.side in _SIDES.get(asked.by, set(Side))
        and (not asked.by.is_late or _has_passed(exchange, promise))
    ]
    return _told(exchange, asked, open_there, {}) if open_there else None


def owed(exchange: Exchange, asked: Owed) -> Reply:
    """A leader who asks what is late, who owes what, or what is for a day, asks about the team as well."""
    by = asked.by
    is_of_all = by.is_late or by is OwedBy.both or bool(asked.when)
    owners = exchange.owners if is_of_all else frozenset({exchange.member.id})
    sides = _SIDES.get(by, set(Side))
    promises = [
        promise
        for promise in exchange.store.promises.open_of(owners)
        if promise.side in sides and (not by.is_late or _has_passed(exchange, promise))
    ]
    found = exchange.store.history.many({promise.deal_id for promise in promises})
    histories = {id_: exchange.as_read(history) for id_, history in found.items()}
    others = {id_: first_name(exchange.names.get(id_, "")) for id_ in owners - {exchange.member.id}}
    return _told(exchange, asked, [_as_on_record(histories[p.deal_id], p) for p in promises], others)


def worries(exchange: Exchange) -> Reply:
    """Of a rep's own deals what is late; where nothing is, who has gone quiet."""
    late = owed(exchange, Owed(OwedBy.late))
    is_late = any(_has_passed(exchange, one) for one in exchange.store.promises.open_of({exchange.member.id}))
    return late if is_late else planning.deals(exchange, Deals(quiet=True))


def _told(exchange: Exchange, asked: Owed, pairs: _Pairs, others: Mapping[int, str], of: str = "") -> Reply:
    days = planning.days_asked(exchange, asked.when) if asked.when else None
    if days:
        return Reply(owed_then_card(asked.by, pairs, days, exchange.today, others))
    return Reply(owed_card(asked.by, pairs, exchange.today, others, of, first=asked.first))


def _as_on_record(history: History, promise: Commitment) -> tuple[History, Commitment]:
    """As the deal's history tells it, in which a name that was wrong is put right."""
    return history, next((one for one in history.commitments if one.id == promise.id), promise)


def _has_passed(exchange: Exchange, promise: Commitment) -> bool:
    return promise.due_on is not None and promise.due_on < exchange.today
