"""What stands beside the lines of a list: what is new, how the week went, and why the list comes late. Lines, never messages."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime

from bot.conversation.batches import Batch, ends_first_week, was_silent
from bot.conversation.exchange import Exchange
from bot.conversation.mornings import Tick
from bot.model import Left, first_name
from bot.store import HandedOver
from bot.views.helping import answered_with, taken_up
from bot.views.news import first_week, folded, handed_over, late, moved, sign_of_life
from bot.worktime import roll, today_for


def news(exchange: Exchange, batch: Batch) -> list[str]:
    """Deals handed over, the first week's answers, help that was taken up, how the week went, a sign of life."""
    return [*_of_colleagues(exchange, batch), *_of_the_week(exchange, batch), *_sign_of_life(exchange, batch)]


def _of_colleagues(exchange: Exchange, batch: Batch) -> Iterator[str]:
    member = exchange.member
    yield from batch.covers.get(member.id, ())
    new = given(exchange, batch)
    if new:
        givers = sorted({first_name(one.giver, "somebody") for one in new})
        reasons = [one.giver.partition(" because ")[2] for one in new]
        yield handed_over([one.label for one in new], givers, list(filter(None, reasons)))
    answered = batch.answered.get(member.id)
    if answered and answered.in_their_words and ends_first_week(member, exchange.today, batch.began.get(member.id)):
        yield first_week(answered.in_their_words, answered.open)
    last_sent = batch.last_sent.get(member.id)
    taken = [one for one in batch.taken.get(member.id, ()) if last_sent is None or one.at > last_sent]
    yield from (answered_with(first_name(one.by, "somebody"), one.label, one.answer) for one in taken if one.answer)
    silently = [one for one in taken if not one.answer]
    if silently:
        yield taken_up(_once(one.label for one in silently), _once(first_name(one.by, "somebody") for one in silently))


def _of_the_week(exchange: Exchange, batch: Batch) -> Iterator[str]:
    id_ = exchange.member.id
    if batch.due[id_]:  # on a clear day where the work went helps nobody
        yield from (told[id_] for told in (batch.their_days, batch.spread) if id_ in told)
    yield from batch.released.get(id_, ())
    if id_ in batch.closed:
        yield batch.closed[id_]


def _sign_of_life(exchange: Exchange, batch: Batch) -> Iterator[str]:
    """After a silent week."""
    member, last_sent = exchange.member, batch.last_sent.get(exchange.member.id)
    answered = batch.answered.get(member.id)
    silent = was_silent(member, exchange.today, last_sent, exchange.now)
    if silent and answered and not batch.due[member.id]:
        on = answered.next_touch_on
        yield sign_of_life(on and roll(on, member), exchange.today)


def given(exchange: Exchange, batch: Batch) -> list[HandedOver]:
    """What came from colleagues since the last list."""
    last_sent = batch.last_sent.get(exchange.member.id)
    return [new for new in batch.handed_over.get(exchange.member.id, ()) if last_sent is None or new.at > last_sent]


def who_left(exchange: Exchange, batch: Batch) -> list[Left]:
    """Who has left since the last list: asked once, in the first one after it."""
    last = batch.last_sent.get(exchange.member.id)
    return [one for one in batch.others.left.get(exchange.member.id, ()) if last is None or one.gone_at > last]


def late_remark(exchange: Exchange, due_at: datetime, tick: Tick) -> str:
    minutes = (exchange.now - due_at).total_seconds() / 60
    if minutes < 15 or tick.was_leapt(due_at):  # noqa: PLR2004 - within a quarter of an hour nobody asks why
        return ""
    return late(exchange.member.digest_at) if tick.was_missed(due_at) else moved(exchange.member.digest_at)


def missed_remark(exchange: Exchange, batch: Batch) -> str:
    """Mornings without a list since the last one, that were our fault: what they would have held is in this one."""
    last = batch.last_sent.get(exchange.member.id)
    since = today_for(exchange.member, last) if last else date.min
    return folded([day for day in batch.missed.get(exchange.member.id, ()) if day > since], exchange.today)


def _once(names: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(names))
