"""Whoever leads somebody for the first time hears of it: whom, and what comes of it for them. Once, and by one query for all.

A team is set up line by line: the message waits a little, and names all who came under them meanwhile.
"""

import json
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import timedelta

from bot.conversation.exchange import Exchange
from bot.model import Member, Role
from bot.views.alike import short_names
from bot.views.new_leader import new_leader_card
from bot.wire import as_json

KIND = "leads"
WAITS = timedelta(minutes=5)


def greet_leaders(exchange: Exchange, before: Sequence[Member], changed: Mapping[int, Member]) -> None:
    """New managers, and those who lead somebody from now on. Who has not come yet is greeted when they do; whoever decided
    it knows it."""
    new = {one.id for one in changed.values()} | {one.manager_id for one in changed.values() if one.manager_id}
    _tell(exchange, {member.id: member for member in before} | dict(changed), new | _waiting(exchange, before, changed))


def retell_leaders(exchange: Exchange, before: Sequence[Member], after: Sequence[Member]) -> None:
    """What still waits says how it is now that something was taken back."""
    now = {member.id: member for member in after}
    changed = {one.id: now[one.id] for one in before if one.id in now and _place(one) != _place(now[one.id])}
    _tell(exchange, now, _waiting(exchange, before, changed))


def _place(member: Member) -> tuple[Role, int | None]:
    return member.role, member.manager_id


def _waiting(exchange: Exchange, before: Sequence[Member], changed: Mapping[int, Member]) -> set[int]:
    """Those whose message had not gone, and is no longer true as it stands: it is called back."""
    were = [one for one in before if one.id in changed]
    touched = {*changed, *(one.manager_id for one in (*were, *changed.values()))}
    return {id_ for id_ in touched if id_ and exchange.store.outbox.recall(id_, f"{KIND}:{id_}")}


def _tell(exchange: Exchange, members: Mapping[int, Member], whom: Collection[int]) -> None:
    led: dict[int, list[Member]] = defaultdict(list)
    for member in members.values():
        if member.manager_id and member.role is not Role.inactive:
            led[member.manager_id].append(member)
    told = {id_ for id_ in whom if id_ in members and members[id_].role is Role.manager} - {exchange.member.id}
    if not told:
        return
    there, names = exchange.store.identities.there(), short_names(members.values())
    for id_ in sorted(told & there):
        theirs = sorted(names[one.id] for one in led[id_])
        key = f"{KIND}:{id_}" if theirs else f"{KIND}:{id_}:nobody"
        if not exchange.store.outbox.holds(id_, key):
            card = json.dumps(as_json(new_leader_card(theirs)))
            exchange.store.outbox.put(id_, KIND, key, card, exchange.now, exchange.now + WAITS)
