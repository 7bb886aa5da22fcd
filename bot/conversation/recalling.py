"""One fact of a deal, asked for plainly: the answer stands alone, and the rest is one press away."""

from bot.cards import Button, Buttons, Card, Quote, Reply
from bot.commands.deals import Recall, Where
from bot.conversation import planning, where
from bot.conversation.exchange import Exchange
from bot.conversation.finding import meant
from bot.days import written
from bot.model import History, Touch, first_name
from bot.playbook.needs import last_need
from bot.playbook.results import last_conversation, last_said, last_talk
from bot.views.asking import note
from bot.views.naming import OPEN_DEAL, note_line


def recall(exchange: Exchange, command: Recall) -> Reply:
    """Whom the name leaves open is asked as for "where are we"."""
    match, asks = meant(exchange, command.who), Where(command.who, question=command.question)
    if not match.sure:
        return where.where(exchange, asks)
    history = exchange.history(match.ids[0])
    if command.needs:
        return _their_needs(exchange, history, command.who) or where.where(exchange, asks)
    return _their_words(exchange, history) if command.words else _last_talk(exchange, history)


def _their_words(exchange: Exchange, history: History) -> Reply:
    said, label, today = last_said(history), history.deal.label, exchange.today
    if said:
        return Reply(Card("", (_quoted(said, history, exchange), Buttons(_ways_on(history)))))
    spoke = last_conversation(history)
    how = "they were in touch" if spoke and spoke.inbound else "you spoke"
    since = f" since {how} on {written(spoke.on, today)}" if spoke else ""
    return note(f"{label}: nothing of theirs is on record{since}.", *_ways_on(history))


def _their_needs(exchange: Exchange, history: History, who: str) -> Reply | None:
    """None where nobody told any, or a rep of that name may be meant."""
    told = None if planning.called(exchange, who) else last_need(history)
    if told is None:
        return None
    if told.said:
        return Reply(Card("", (_quoted(told, history, exchange), Buttons(_ways_on(history)))))
    return note(f"{history.deal.label}. {note_line(history, told, exchange.today)}", *_ways_on(history))


def _quoted(told: Touch, history: History, exchange: Exchange) -> Quote:
    by = f"{first_name(told.contact) or 'They'}, {history.deal.label}, {written(told.on, exchange.today)}"
    return Quote(told.said, by=by)


def _last_talk(exchange: Exchange, history: History) -> Reply:
    """What they wrote or sent is a sign of life, and no talk: it is told beside it."""
    spoke, label, today = last_talk(history), history.deal.label, exchange.today
    there = last_conversation(history)
    wrote = f" They were in touch {written(there.on, today)}." if there and there is not spoke and there.inbound else ""
    if spoke is None:
        return note(f"Never, as far as is on record: no conversation with {label}.{wrote}", *_ways_on(history))
    days = (today - spoke.on).days
    ago = {0: "today", 1: "yesterday"}.get(days, f"{days} days ago")
    who = first_name(spoke.contact)
    with_whom = f"{who} at {label}" if who else label
    colleague = history.colleagues.get(spoke.member_id)
    said = f"{written(spoke.on, today)}, {ago}: {colleague or 'you'} spoke with {with_whom}.{wrote}"
    return note(said, *_ways_on(history))


def _ways_on(history: History) -> tuple[Button, ...]:
    return Button(OPEN_DEAL, f"where {history.deal.id}"), Button("Log a call", f"log {history.deal.id}")
