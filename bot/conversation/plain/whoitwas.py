""" "Karen Bell, not Whitaker": the call that was just logged was with somebody else there. Offered once; a press logs it so."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from bot.cards import Button, Reply
from bot.conversation import drafting
from bot.conversation.apart import told_apart
from bot.conversation.exchange import Exchange
from bot.conversation.finding import deal_called, name_at_start, named_in
from bot.conversation.logs.lines import told_of
from bot.conversation.plain.disputing import as_typed
from bot.conversation.plain.last import last_act, last_deal
from bot.conversation.recording import record
from bot.model import Act, Deal, Touch
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
    other = _other_deal(exchange, deal, told) if touch else None
    if other:
        return _there(exchange, line, act, deal, other)
    if touch is None or not _is_of_that(exchange, deal, touch, told):
        return None
    kept = {"line": f"{deal.label}: {line}", "changes": act.id}
    yes = Button(f"Yes, with {told.who}", f"resume {drafting.keep(exchange, {**kept, 'whom': told.who})}", primary=True)
    change = Button("Change it", f"resume {drafting.keep(exchange, kept)}")
    said = f"The last thing you did: {act.summary}. Was that with {told.who}?"
    return note(said, yes, change, Button("Take it back", f"undo {act.id}"))


def _other_deal(exchange: Exchange, deal: Deal, told: WhoItWas) -> Deal | None:
    """ "not lysaker, it's fjordkraft": another deal of theirs, where the one it was not is the one that was logged."""
    meant, wrong = (named_in(exchange, name) if name else None for name in (told.who, told.wrong))
    other = exchange.deal(meant.ids[0]) if meant and meant.sure and not meant.is_mistyped else None
    is_that = not told.wrong or (wrong is not None and deal.id in wrong.ids)
    return other if other and other.id != deal.id and is_that else None


def offered_there(exchange: Exchange, other: Deal) -> Reply | None:
    """The call that was just logged, for another deal of the same company; None where that was no call with them."""
    act, deal = last_act(exchange), last_deal(exchange)
    is_beside = deal is not None and deal.id != other.id and key(deal.company) == key(other.company)
    if act is None or deal is None or not is_beside or _touch(exchange, deal, act.id) is None:
        return None
    return _there(exchange, as_typed(exchange.history(deal.id), act.id), act, deal, other)


def _there(exchange: Exchange, line: str, act: Act, deal: Deal, other: Deal) -> Reply:
    deal, other = told_apart(exchange, deal), told_apart(exchange, other)
    kept = {"line": f"{deal.label}: {line}", "changes": act.id, "there": other.id, "whom": ""}
    yes = Button(f"Yes, {other.label}", f"resume {drafting.keep(exchange, kept)}", primary=True)
    return note(
        f"The last thing you did: {act.summary}. Was that {other.label}?", yes, Button("Take it back", f"undo {act.id}")
    )


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
    history = exchange.history(deal.id)
    typed = as_typed(history, act.id)
    there = exchange.deal(draft["there"]) if draft.get("there") else None
    if there:
        return _moved_there(exchange, draft_id, there, act.id, touch, typed.removeprefix(f"{history.deal.label}: "))
    told = told_of(exchange, deal, typed)
    exchange.undo(act.id)
    drafting.settle(exchange, draft_id)
    if told is None or isinstance(told, str):
        return note(f"It is taken back. Log the call anew: logcall {deal.label}: {draft['whom']}: …")
    read = replace(told, contact=draft["whom"], outcome=touch.outcome, said=touch.said, note=touch.note)
    return record(exchange, deal, read, inbound=touch.inbound)


def _moved_there(exchange: Exchange, draft_id: int, there: Deal, act_id: int, touch: Touch, typed: str) -> Reply:
    """The same call on the record of the other deal; whom it was with there, only its own record says."""
    exchange.undo(act_id)
    drafting.settle(exchange, draft_id)
    told = told_of(exchange, there, f"{there.id}: {typed}")
    if told is None or isinstance(told, str):
        return note(f"It is taken back. Log the call anew: logcall {there.label}: …")
    named = told.contact if any(is_same_person(told.contact, one) for one in exchange.people_of(there)) else ""
    read = replace(told, contact=named, outcome=touch.outcome, said=touch.said, note=touch.note)
    return record(exchange, there, read, inbound=touch.inbound)


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
