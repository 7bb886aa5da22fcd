"""Several acts, or the last one on a deal, are named before they are taken back: nothing is changed before the press."""

from datetime import time

from bot.cards import Button, Buttons, Card, Reply, Text
from bot.commands.own import Undo
from bot.commands.undoing import ALL
from bot.conversation import drafting, undoing
from bot.conversation.exchange import Exchange
from bot.conversation.plain.last import named_in
from bot.views.asking import note
from bot.views.naming import counted
from bot.worktime import instant


def take_back(exchange: Exchange, command: Undo) -> Reply:
    """What is meant is shown first, unless it is the last thing done."""
    shown = _several(exchange, command.newest) if command.newest else _last_there(exchange, command.about)
    return shown or undoing.undo(exchange, command)


def _several(exchange: Exchange, newest: int) -> Reply | None:
    """All of today's, or the newest few whenever they were done; one alone goes as the last one does."""
    since = instant(exchange.today, time.min, exchange.member.zone) if newest == ALL else None
    done = exchange.store.acts.newest_of(exchange.member.id, newest, since)
    acts = [act for act in done if undoing.may_undo(exchange, act)]
    if len(acts) <= 1:
        return None
    every = {2: "both"}.get(len(acts), f"all {counted(len(acts))}")
    lines = [Text(f"{_capital(undoing.when_done(exchange, act.at))}: {act.summary}") for act in acts]
    yes = Button(f"Yes, take {every} back", f"undo {' '.join(str(act.id) for act in acts)}", primary=True)
    return Reply(Card(f"Take {every} back?", (*lines, *_waiting(exchange), Buttons((yes,)))))


def _waiting(exchange: Exchange) -> tuple[Text, ...]:
    """A line that waits for its press was never logged."""
    waits = drafting.asked_last(exchange)
    said = f"“{drafting.said_of(waits)}” was never logged: it still waits for your press, in drafts." if waits else ""
    return (Text(said),) if said else ()


def _last_there(exchange: Exchange, about: str) -> Reply | None:
    """ "Undo Acme" is the last thing done there, which may not be the last thing done."""
    deal = named_in(exchange, about)[0] if about else None
    if deal is None:
        return None
    there = exchange.store.acts.last_on([deal.id], exchange.member.id).get(deal.id)
    last = exchange.store.acts.last_of(exchange.member.id)
    if there is None or (last and last.id == there.id):
        return None if there else note(f"You did nothing on {deal.label} that stands.")
    when = undoing.when_done(exchange, there.at)
    back = Button("Take that back", f"undo {there.id}", about=there.summary)
    return note(f"The last thing you did on {deal.label} was {when}: {there.summary}.", back)


def _capital(told: str) -> str:
    return f"{told[:1].upper()}{told[1:]}"
