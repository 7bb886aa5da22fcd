""" "Where were we on Acme on 1 March?": the same answer, from what was on record then (S20)."""

from dataclasses import replace
from datetime import time, timedelta

from bot.cards import Reply
from bot.conversation.exchange import Exchange
from bot.conversation.finding import deal_called, find_deal, holding, known_deals
from bot.model import first_name
from bot.playbook.snapshot import as_of, is_on_record
from bot.playbook.standing import standing
from bot.reading.days.pastday import is_month_alone, name_and_past_day
from bot.reading.names import is_named_exactly, key, words_of
from bot.views.snapshots import not_yet, then_card
from bot.views.where_facts import Owned
from bot.worktime import instant


def where_then(exchange: Exchange, asked: str) -> Reply | None:
    """None when no earlier day stands behind the name, or when all of it is a name."""
    whole = deal_called(exchange, asked)
    found = None if whole else name_and_past_day(asked, exchange.today, day_first=exchange.day_first)
    if found is None:
        return None
    who, day = found
    if is_month_alone(asked[len(who) :].strip(" ,")) and not _is_whole(exchange, who):
        return None  # "Alder March", where we know Alder Works
    deal = find_deal(exchange, who, lambda id_: f"where {id_} on {day.isoformat()}")
    if isinstance(deal, Reply):
        return deal
    history = exchange.history(deal.id)
    if not is_on_record(history, day):
        return not_yet(history, day, exchange.today)
    known = exchange.store.deal_on(deal.id, instant(day + timedelta(days=1), time.min, exchange.member.zone))
    then = as_of(replace(history, deal=known or history.deal), day)
    # Of a day before the deal was here there is a call that was told later, and nobody whose deal it was.
    owner = first_name(exchange.names.get(known.owner_id, "nobody")) if known else ""
    now = exchange.listed(then.deal, standing(then, exchange.policy, day), day)
    whose = Owned(owner, exchange.visible_to(deal))
    return Reply(then_card(then, now, whose, exchange.policy, day, exchange.today))


def _is_whole(exchange: Exchange, who: str) -> bool:
    """Whether it is the whole of a deal's or a person's name, and not a first word of one."""
    names = holding(exchange, words_of(who))
    return is_named_exactly(who, known_deals(names)) or any(key(who) in map(key, name.contacts) for name in names)
