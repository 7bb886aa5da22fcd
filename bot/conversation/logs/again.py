"""The same words about one deal, a few minutes apart, are one call, however either came: that they are logged is said, not done twice.

The very same line is known by its meaning (bot.conversation.repeats). Here it was typed in another way, or came back from a question.
"""

from datetime import date, datetime, timedelta

from bot.cards import Reply
from bot.conversation import drafting
from bot.conversation.exchange import Exchange
from bot.conversation.recording import record
from bot.conversation.repeats import once_more
from bot.conversation.which_step import step_to_keep
from bot.model import Act, Deal, History, Touch
from bot.reading.calltext import read_rest
from bot.reading.line.callreading import CallReading
from bot.views.asking import done_already

_SOON = timedelta(minutes=10)


def record_once(exchange: Exchange, deal: Deal, reading: CallReading, text: str) -> Reply:
    """Stores the call, unless it was logged just now; `text` is what can be logged once more all the same."""
    return _logged_just_now(exchange, deal, reading, text) or record(exchange, deal, reading)


def _logged_just_now(exchange: Exchange, deal: Deal, reading: CallReading, text: str) -> Reply | None:
    """None for anything new."""
    if exchange.insists:
        return None
    waited = exchange.store.drafts.one(exchange.form_draft, exchange.member.id) if exchange.form_draft else None
    act = logged_since(exchange, deal, reading, waited.at if waited else exchange.now)
    if act is None:
        return None
    line = "" if waited else exchange.line  # a press on what waited names a draft that is gone by then
    again = once_more(line or f"logcall {text}") or f"again resume {drafting.keep(exchange, {'line': text})}"
    return done_already(act.summary, act.at.astimezone(exchange.zone), act.id, again)


def logged_since(exchange: Exchange, deal: Deal, reading: CallReading, since: datetime) -> Act | None:
    """The member's own act by which the same was told, since that moment or shortly before it; None for a try alone, which may
    be made again at once, and for a step alone."""
    if not (reading.said or reading.note or reading.promises):
        return None
    history, own = exchange.history(deal.id), exchange.member.id
    told = [one for one in history.touches if one.member_id == own and _is_of_that_talk(exchange, one, reading)]
    same = [one for one in told if _noted(one) == _noted(reading) or _is_same_wish(exchange, deal, one, reading)]
    if not same or not _are_on_record(history, reading, exchange.told_on):
        return None
    act = exchange.store.acts.one(max(one.act_id for one in same))
    return act if act and act.at >= since - _SOON else None


def _is_of_that_talk(exchange: Exchange, touch: Touch, reading: CallReading) -> bool:
    """The same words of somebody else are another call; "Dana" is Dana Reyes."""
    on = reading.called_on or exchange.told_on
    if (touch.on, touch.outcome, touch.said) != (on, reading.outcome, reading.said):
        return False
    before, now = touch.contact.casefold(), reading.contact.casefold()
    return not (before and now) or before.startswith(now) or now.startswith(before)


def _noted(told: Touch | CallReading) -> str:
    """Without who it was before it: that they are known there now is no other note."""
    return told.note.removeprefix(told.contact).lstrip(" :,")


def _is_same_wish(exchange: Exchange, deal: Deal, touch: Touch, reading: CallReading) -> bool:
    """ "wants a demo on the 24th" and "asked for a demo Tue 24": a wish beside what is agreed stands in the note alone."""
    wish = _wish_alone(reading)
    if wish is None or not touch.note:
        return False
    people = exchange.people_of(deal)
    return wish == _wish_alone(read_rest("", touch.note, touch.on, day_first=exchange.day_first, people=people))


def _wish_alone(reading: CallReading) -> tuple[str, date | None, str] | None:
    """What they wish for, and when; None where the note tells more."""
    step = reading.next_step
    is_alone = step and not (step.agreed or step.is_plan or reading.promises) and reading.note == step.raw
    return (step.what, step.date.on, step.date.at) if step and is_alone else None


def _are_on_record(history: History, reading: CallReading, today: date) -> bool:
    """Whether what is promised stands there already, for the same day, and a day for the next step too, where it would be kept."""
    step = step_to_keep(history, reading, today)
    day = step.date.on if step else None
    if day and day not in {step.on for step in history.next_steps}:
        return False
    there = {(promise.side, promise.text.casefold(), promise.due_on) for promise in history.commitments}
    return {(one.side, one.text.casefold(), one.due.on if one.due else None) for one in reading.promises} <= there
