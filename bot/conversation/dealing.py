"""A deal's own facts: its name, value, contact and owner. None of these is contact: no clock moves (features 6)."""

import re

from bot.cards import Card, Form, Reply, Text
from bot.commands.deals import Give, Rename, Value
from bot.conversation.between import colleagues, receivers, why_not_between
from bot.conversation.called import candidates, which
from bot.conversation.creating import LONGEST_NAME, block_again
from bot.conversation.exchange import Exchange
from bot.conversation.finding import find_deal, name_at_start
from bot.model import Deal, DecisionKind, Member, first_name
from bot.reading.words.money import money
from bot.views import deals as views
from bot.views.asking import note
from bot.views.covering import covering_gives_nothing
from bot.views.touching import settled


def show(exchange: Exchange, who: str) -> Reply:
    """What is known of the deal, for its owner or for the manager, with what can be changed."""
    deal = find_deal(exchange, who, lambda id_: f"deal {id_}")
    if isinstance(deal, Reply):
        return deal
    history = exchange.history(deal.id)
    owner = exchange.names.get(deal.owner_id, "nobody")
    return Reply(
        views.deal_card(
            history, exchange.standing(history), owner, exchange.names, exchange.today,
            own=deal.owner_id == exchange.member.id,
        )
    )  # fmt: skip


def rename(exchange: Exchange, command: Rename) -> Reply:
    deal = find_deal(exchange, command.who, lambda id_: f"deal rename {id_} {command.name}".strip())
    if isinstance(deal, Reply):
        return deal
    if not command.name:
        return _ask(
            views.one_field(
                f"deal rename {deal.id}",
                f"A new name for {deal.label}",
                "Company, and what it is about",
                deal.full_label,
                f"deal rename {deal.label} to Acme Ltd, 60 seats",
            )
        )
    company, _, title = (part.strip() for part in command.name.partition(","))
    if not company or len(command.name) > LONGEST_NAME:
        return note(f"A deal needs a name of up to {LONGEST_NAME} characters: deal rename Acme to Acme Ltd, 60 seats")
    if (company, title) == (deal.company, deal.title):
        return note(f"It is called {deal.full_label} already.")
    act_id = exchange.act(f"renamed {deal.full_label} to {command.name}")
    exchange.store.deals.change(act_id, deal.id, company=company, title=title)
    block_again(exchange, {deal.id: company})
    exchange.refresh(deal.id)
    return settled(f"{deal.full_label} is now {command.name}", act_id, then="The old name is still found.")


def give(exchange: Exchange, command: Give) -> Reply:
    """Hands the deal over with everything: promises, words, history. The other sees it in their next list."""
    because = f" because {command.why}" if command.why else ""
    deal = find_deal(
        exchange, _without_owner(exchange, command.who), lambda id_: f"deal give {id_} {command.to}{because}".strip()
    )
    if isinstance(deal, Reply):
        return deal
    everybody = exchange.store.members.all()
    owner = next((m for m in everybody if m.id == deal.owner_id), exchange.member)
    if owner.id not in exchange.led:
        return note(covering_gives_nothing(owner))
    found = receivers(exchange, command.to, owner, everybody)
    if not found and candidates(command.to, [owner]):
        whose = "yours" if owner.id == exchange.member.id else f"{owner.first_name}'s"
        return note(f"{deal.label} is {whose} already.")
    if not found:
        return views.give_to_whom(deal, colleagues(exchange, owner), command.to, because)
    if len(found) > 1:
        return which(exchange, command.to, found, lambda id_: f"deal give {deal.id} {id_}{because}")
    refused = why_not_between(exchange, owner, found[0], everybody)
    return note(refused) if refused else _given(exchange, deal, owner, found[0], because)


def _without_owner(exchange: Exchange, who: str) -> str:
    """ "Omar's Kent deal" is Kent, where Omar is one of ours."""
    owner, _, deal = who.partition("'s ") if "'s " in who else who.partition("’s ")
    ours = {word.casefold() for name in exchange.members_in(owner).values() for word in (name, first_name(name))}
    return re.sub(r"\s+(?:deal|account)$", "", deal) if deal and owner.casefold() in ours else who


def _given(exchange: Exchange, deal: Deal, owner: Member, to: Member, because: str) -> Reply:
    act_id = exchange.act(f"gave {deal.label} to {to.name}{because}")
    exchange.store.deals.change(act_id, deal.id, owner_id=to.id)
    exchange.store.history.add_decision(
        act_id, deal.id, exchange.member.id, exchange.today, DecisionKind.handed_over, reason=f"{owner.name}{because}"
    )
    exchange.store.refresh([deal.id], exchange.today)
    sees = "" if to.id in exchange.owners else " You do not see it any more; undo takes it back."
    return settled(
        f"{deal.label} is {to.first_name}'s now, with both sides' promises", act_id,
        then=f"{to.first_name} reads it in the next list.{sees}",
    )  # fmt: skip


def value(exchange: Exchange, command: Value) -> Reply:
    named = name_at_start(exchange, command.who) if not command.amount else ""
    if named:  # "Acme twelve": what follows the name is meant as the amount
        command = Value(named, command.who[len(named) :].strip(" :,"))
    deal = find_deal(exchange, command.who, lambda id_: f"deal value {id_} {command.amount}".strip())
    if isinstance(deal, Reply):
        return deal
    if not command.amount:
        example = "12,000 EUR"
        title, typed = f"What is {deal.label} worth?", f"deal value {deal.label} {example}"
        return _ask(views.one_field(f"deal value {deal.id}", title, example, views.worth(deal), typed))
    amount, currency = money(command.amount)
    if not amount:
        return note(f"I can't read “{command.amount[:40]}” as an amount. Try: deal value {deal.label} 12,000 EUR")
    act_id = exchange.act(f"{deal.label}: value {command.amount}")
    exchange.store.deals.change(act_id, deal.id, value=amount, currency=currency or deal.currency)
    history, _ = exchange.refresh(deal.id)
    return settled(f"{deal.label}: worth {views.worth(history.deal)}", act_id)


def who_can_see(exchange: Exchange, who: str) -> Reply:
    deal = find_deal(exchange, who, lambda id_: f"who can see {id_}")
    if isinstance(deal, Reply):
        return deal
    owner = exchange.store.members.one(deal.owner_id)
    covering = [first_name(exchange.names.get(id_, "")) for id_ in exchange.covering(deal.owner_id)]
    return note(views.seen_by(deal, owner, exchange.store.members.seeing(deal.owner_id), covering))


def _ask(form: Form) -> Reply:
    return Reply(Card("", (Text("It is changed when you save it."),)), form)
