"""One fact of a deal, asked for plainly: the answer stands alone, and the rest is one press away."""

from bot.cards import Button, Buttons, Card, Quote, Reply
from bot.commands.deals import Recall, Where
from bot.conversation import where
from bot.conversation.exchange import Exchange
from bot.conversation.finding import meant
from bot.days import written
from bot.model import History, first_name
from bot.playbook.results import last_conversation, last_said, last_talk
from bot.views.asking import note
from bot.views.naming import OPEN_DEAL


def recall(exchange: Exchange, command: Recall) -> Reply:
    """Whom the name leaves open is asked as for "where are we"."""
    match = meant(exchange, command.who)
    if not match.sure:
        return where.where(exchange, Where(command.who))
    history = exchange.history(match.ids[0])
    return _their_words(exchange, history) if command.words else _last_talk(exchange, history)


def _their_words(exchange: Exchange, history: History) -> Reply:
    said, label, today = last_said(history), history.deal.label, exchange.today
    if said:
        quote = Quote(said.said, by=f"{first_name(said.contact) or 'They'}, {label}, {written(said.on, today)}")
        return Reply(Card("", (quote, Buttons(_ways_on(history)))))
    spoke = last_conversation(history)
    how = "they were in touch" if spoke and spoke.inbound else "you spoke"
    since = f" since {how} on {written(spoke.on, today)}" if spoke else ""
    return note(f"{label}: nothing of theirs is on record{since}.", *_ways_on(history))


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
