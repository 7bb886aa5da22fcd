"""`followups NAME`: a colleague's list of today, for whoever sees their deals. Never a guess between two.

Whoever may not see it reads the same as for a name that nobody has.
"""

import re
from collections.abc import Collection
from dataclasses import replace

from bot.cards import Reply
from bot.conversation import followups, planning
from bot.conversation.called import candidates
from bot.conversation.exchange import Exchange
from bot.model import History, Member, first_name
from bot.playbook.agenda import Due, agenda, closing
from bot.views.overview import seen_by_names
from bot.views.rep_list import RepList, no_list_of, rep_list, whose_list
from bot.worktime import closes_week

_LIST = re.compile(r"(?:\s+(?:list|today|due|deals))+$", re.IGNORECASE)
_FOR, _OF = re.compile(r"^(?:for|of)\s+", re.IGNORECASE), re.compile(r"(?<=s)['’]$|['’]s$", re.IGNORECASE)


def list_of(exchange: Exchange, whose: str) -> Reply:
    named = _OF.sub("", _LIST.sub("", _FOR.sub("", whose.strip())))
    found = candidates(named, planning.seen(exchange))
    if not found:
        if named.lstrip("#").isdecimal():
            exchange.refuse("member", named.lstrip("#"))
        return no_list_of(named)
    if len(found) > 1:
        return whose_list(named, found)
    if found[0].id == exchange.member.id:
        return followups.followups(exchange)
    exchange.store.audit.looked_at("member", found[0].id)
    seen = seen_by_names(exchange.who_sees(found[0].id))
    return Reply(rep_list(_list(exchange, found[0]), exchange.today, seen))


def _list(exchange: Exchange, rep: Member) -> RepList:
    """As bot.conversation.followups puts it together for the rep: their own, what they cover, what is to be closed."""
    own = histories_due(exchange, [rep.id])
    running = exchange.store.covers.running([rep.id], exchange.now).get(rep.id, ())
    covered = {cover.member_id for cover in running} - {rep.id}
    theirs = agenda(histories_due(exchange, covered & exchange.owners), exchange.policy, exchange.today)
    due = (*agenda(own, exchange.policy, exchange.today), *(_marked(exchange, one) for one in theirs))
    to_close = closing(own, exchange.policy, exchange.today) if closes_week(exchange.today, rep) else ()
    unseen = bool(covered - exchange.owners)
    return RepList(rep, exchange.member, due, to_close, exchange.policy.closing_lines, covers_unseen=unseen)


def histories_due(exchange: Exchange, owners: Collection[int]) -> list[History]:
    """Of what may be on their lists, as the reader reads it."""
    if not owners:
        return []
    ids = exchange.store.deals.due(sorted(owners), exchange.today)
    return [exchange.as_read(found) for found in exchange.store.history.many(ids).values()]


def _marked(exchange: Exchange, due: Due) -> Due:
    return replace(due, of=first_name(exchange.names.get(due.history.deal.owner_id, ""), "a colleague"))
