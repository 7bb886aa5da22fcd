""" "new …": a name makes a deal; a name with a sentence behind it makes one and keeps the sentence; news is asked about first."""

from bot.cards import Button, Card, Reply
from bot.commands.deals import NewDeal
from bot.conversation import drafting
from bot.conversation.creating import ANOTHER, LONGEST_NAME, new_deal, those_of
from bot.conversation.exchange import Exchange
from bot.conversation.finding import ask_which, meant, named_in
from bot.conversation.logs.lines import told_of
from bot.conversation.logs.whose import who_and_rest
from bot.reading.people.newdeals import is_name, is_news, name_and_told
from bot.views.asking import log_it, note, there_already
from bot.views.naming import shortened
from bot.views.would_keep import would_keep


def new(exchange: Exchange, command: NewDeal) -> Reply:
    is_named = bool(command.contact) and not is_news(command.name.split())
    if is_named or not command.told or is_name(command.told):
        return new_deal(exchange, command.name, command.contact)
    name, told = name_and_told(command.told)
    if not command.is_sure:
        return _is_it_one(exchange, command.told)
    return _with_what_is_told(exchange, name, told) if told else new_deal(exchange, command.name)


def _is_it_one(exchange: Exchange, told: str) -> Reply:
    """It may be news of a deal that is there: the line waits, and nothing is made of it yet."""
    typed, about = f"new {told}", named_in(exchange, told)
    deal = exchange.deal(about.ids[0]) if about.sure and not about.is_mistyped else None
    who, rest = who_and_rest(exchange, told)
    news = rest if deal and rest and meant(exchange, who).ids == (deal.id,) else typed  # its heading tells nothing
    draft = drafting.keep(exchange, {"line": f"{deal.id}: {news}" if deal else typed, "typed": typed})
    name = shortened(name_and_told(told)[0], 30)
    make = (
        Button(f"A new deal: {name}", f"resume {draft} {drafting.AS}new deal {told}")
        if len(told) <= LONGEST_NAME
        else None
    )
    log = Button(f"Log it with {deal.label}", f"resume {draft} {deal.id}", primary=True) if deal else None
    buttons = (button for button in (log, make, Button("Drop it", f"resume {draft} drop")) if button)
    return note(f"Is “{shortened(told)}” a new deal? Nothing is made or logged yet.", *buttons)


def _with_what_is_told(exchange: Exchange, name: str, told: str) -> Reply:
    """The deal is made, and what was told beside its name waits for one press; both wait where there is one already."""
    there = those_of(exchange, name)
    if there:
        draft = drafting.keep(exchange, {"line": f"{name}: {told}", "typed": told})
        new = f"resume {draft} {ANOTHER.strip()}"
        if len(there) > 1:
            return ask_which(exchange, name, [one.id for one in there], lambda id_: f"resume {draft} {id_}", new)
        return there_already(there[0].full_label, f"resume {draft} {there[0].id}", new)
    reply = new_deal(exchange, name)
    if not exchange.acts:
        return reply  # it cannot be called so
    history = exchange.history(next(iter(exchange.store.acts.deals_of(exchange.acts[-1]))))
    deal, line = history.deal, f"{history.deal.id}: {told}"
    draft = drafting.keep(exchange, {"line": line, "typed": told})
    keeps = would_keep(told_of(exchange, deal, line), exchange.today)
    asked = log_it(name, f"resume {draft} {deal.id}", f"resume {draft} drop", keeps)
    return Reply(Card("", (reply.card.blocks[0], *asked.card.blocks)))
