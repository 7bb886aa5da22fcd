"""The same words about one deal, a few minutes apart, are one call, however either came: that they are logged is said, not done twice.

The very same line is known by its meaning (bot.conversation.repeats). Here it was typed in another way, or came back from a question.
"""

from datetime import timedelta

from bot.cards import Reply
from bot.conversation import drafting
from bot.conversation.exchange import Exchange
from bot.conversation.recording import record
from bot.conversation.repeats import once_more
from bot.model import Deal, History, Touch
from bot.reading.line.callreading import CallReading
from bot.views.asking import done_already

_SOON = timedelta(minutes=10)


def record_once(exchange: Exchange, deal: Deal, reading: CallReading, text: str) -> Reply:
    """Stores the call, unless it was logged just now; `text` is what can be logged once more all the same."""
    return _logged_just_now(exchange, deal, reading, text) or record(exchange, deal, reading)


def _logged_just_now(exchange: Exchange, deal: Deal, reading: CallReading, text: str) -> Reply | None:
    """None for anything new, and for a try alone, which may be made again at once."""
    if exchange.insists or not (reading.said or reading.note or reading.promises):
        return None
    history = exchange.history(deal.id)
    last = max(history.touches, key=lambda touch: touch.act_id, default=None)
    if last is None or not (_tells_the_same(exchange, last, reading) and _are_on_record(history, reading)):
        return None
    act = exchange.store.acts.one(last.act_id)
    if not (act and act.member_id == exchange.member.id and act.at >= exchange.now - _SOON):
        return None
    line = exchange.line or f"logcall {text}"
    again = once_more(line) or f"again resume {drafting.keep(exchange, {'line': text})}"
    return done_already(act.summary, act.at.astimezone(exchange.zone), act.id, again)


def _tells_the_same(exchange: Exchange, last: Touch, reading: CallReading) -> bool:
    """The same words of somebody else are another call; "Dana" is Dana Reyes."""
    on = reading.called_on or exchange.told_on
    if (last.on, last.outcome, last.said, last.note) != (on, reading.outcome, reading.said, reading.note):
        return False
    before, now = last.contact.casefold(), reading.contact.casefold()
    return not (before and now) or before.startswith(now) or now.startswith(before)


def _are_on_record(history: History, reading: CallReading) -> bool:
    """Whether what is promised stands there already, for the same day."""
    there = {(promise.side, promise.text.casefold(), promise.due_on) for promise in history.commitments}
    return {(one.side, one.text.casefold(), one.due.on if one.due else None) for one in reading.promises} <= there
