""" "Karen Bell, not Whitaker": the call that was just logged was with somebody else there. Offered once; a press logs it so."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from bot.cards import Button, Reply
from bot.conversation import drafting
from bot.conversation.exchange import Exchange
from bot.conversation.finding import deal_called, name_at_start, named_in
from bot.conversation.logs.lines import told_of
from bot.conversation.plain.disputing import as_typed
from bot.conversation.plain.last import last_act, last_deal
from bot.conversation.recording import record
from bot.model import Deal, Touch
from bot.playbook.on_record import contact_of
from bot.playbook.results import is_same_person
from bot.reading.naming.namekeys import key
from bot.reading.people.whoitwas import WhoItWas, who_it_was
from bot.views.asking import note

_NOT_OR_WAS = frozenset({"not", "was", "meant", "mean", "it's", "that's", "it’s", "that’s", "spoke", "talked"})


def other_person(exchange: Exchange, line: str) -> Reply | None:
    """None where the line names nobody else, or another deal."""
    if _NOT_OR_WAS.isdisjoint(line.lower().split()):
        return None
    act, deal = last_act(exchange), last_deal(exchange)
    told = who_it_was(line) or (_of_its_firm(exchange, deal, line) if deal else None)
    if told is None or act is None or deal is None:
        return None
    touch = _touch(exchange, deal, act.id)
    if touch is None or not _is_of_that(exchange, deal, touch, told):
        return None
    kept = {"line": f"{deal.label}: {line}", "changes": act.id}
    yes = Button(f"Yes, with {told.who}", f"resume {drafting.keep(exchange, {**kept, 'whom': told.who})}", primary=True)
    change = Button("Change it", f"resume {drafting.keep(exchange, kept)}")
    said = f"The last thing you did: {act.summary}. Was that with {told.who}?"
    return note(said, yes, change, Button("Take it back", f"undo {act.id}"))


def _of_its_firm(exchange: Exchange, deal: Deal, line: str) -> WhoItWas | None:
    """ "rho contact is Pia, not Dana": the deal's name stands in front."""
    named = name_at_start(exchange, line)
    is_it = bool(named) and deal_called(exchange, named) == deal.id
    return who_it_was(line[len(named) :].strip(" :,")) if is_it else None


def with_other(exchange: Exchange, draft_id: int, draft: Mapping[str, Any]) -> Reply:
    """The call is taken back, and logged anew with whoever it was."""
    act, deal = last_act(exchange), last_deal(exchange)
    touch = _touch(exchange, deal, act.id) if act and deal and act.id == draft["changes"] else None
    if act is None or deal is None or touch is None:
        return note(
            "Something was done since. Take it back one by one with undo, or log the call anew: logcall Acme: …"
        )
    told = told_of(exchange, deal, as_typed(exchange.history(deal.id), act.id))
    exchange.undo(act.id)
    drafting.settle(exchange, draft_id)
    if told is None or isinstance(told, str):
        return note(f"It is taken back. Log the call anew: logcall {deal.label}: {draft['whom']}: …")
    read = replace(told, contact=draft["whom"], outcome=touch.outcome, said=touch.said, note=touch.note)
    return record(exchange, deal, read, inbound=touch.inbound)


def _touch(exchange: Exchange, deal: Deal, act_id: int) -> Touch | None:
    return next((touch for touch in exchange.history(deal.id).touches if touch.act_id == act_id), None)


def _is_of_that(exchange: Exchange, deal: Deal, touch: Touch, told: WhoItWas) -> bool:
    """Whoever it was not is who stands there; whoever it was is nobody of another deal."""
    named = touch.contact or contact_of(exchange.history(deal.id))
    same = (one for one in exchange.people_of(deal) if is_same_person(one, named))
    stands = {*key(" ".join((named, *same))).split()}
    is_wrong = not told.wrong or {*key(told.wrong).split()} <= stands
    ids = named_in(exchange, told.who).ids
    return is_wrong and not {*key(told.who).split()} <= stands and (not ids or deal.id in ids)
