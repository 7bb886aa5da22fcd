""" "Call Erik Tue 10:00 about the price", "need to mail Karin the specs Fri": what only we mean to do stands on its day, and nothing is
logged as talked. A talk is a next step as we plan it, a deed a promise of ours.
"""

import re
from dataclasses import replace

from bot.cards import Reply
from bot.commands.calls import Next
from bot.commands.deals import Later
from bot.conversation.exchange import Exchange
from bot.conversation.plain.doings import not_today
from bot.conversation.plain.last import named_in
from bot.conversation.plain.reminding import put_deed
from bot.conversation.setting_days import later, next_step
from bot.model import Deal, first_name
from bot.phrases import with_names
from bot.playbook.holds import OUR_PLAN
from bot.reading.plain.ourplans import OurPlan, our_plans

_LONGEST = 20  # words
_THEM = frozenset({"her", "him", "them"})
_LEFT = re.compile(r"^(?:to|for|with|at|from|w/)\b\s*|\s*\b(?:to|for|with|at|from)$", re.IGNORECASE)


def intended(exchange: Exchange, line: str) -> Reply | None:
    """None unless the whole line is what we mean to do with one deal that it names."""
    plans = our_plans(line) if "\n" not in line and len(line.split()) <= _LONGEST else ()
    deal, name = named_in(exchange, line) if plans else (None, "")
    if deal is None or deal.owner_id != exchange.member.id:
        return None
    replies = [_put(exchange, deal, name, plan) for plan in plans]
    blocks = tuple(block for reply in replies for block in reply.card.blocks)
    return replace(replies[0], card=replace(replies[0].card, blocks=blocks))


def _put(exchange: Exchange, deal: Deal, name: str, plan: OurPlan) -> Reply:
    if not plan.talk:
        told = " ".join(filter(None, (plan.verb, plan.what, plan.about)))
        names = {first_name(one) for one in exchange.people_of(deal)}
        return put_deed(exchange, deal, with_names(told, sorted(names)), not_today(exchange, plan.when))
    if not plan.when:
        return later(exchange, Later(str(deal.id), ""))
    topic = " ".join(filter(None, (_without(plan.what, name), plan.about)))
    kind = "" if plan.talk == "call" else f"{plan.talk} "
    about = f": {topic}" if topic and topic.casefold() not in _THEM else ""
    return next_step(exchange, Next(str(deal.id), f"{kind}{not_today(exchange, plan.when)}", f"{OUR_PLAN}{about}"))


def _without(what: str, name: str) -> str:
    """What is left beside whom it is about."""
    before, _, after = what.partition(name) if name in what else ("", "", what)
    return " ".join(" ".join(_LEFT.sub("", part.strip(" ,")) for part in (before, after)).split())
