"""Whoever is joined by a code is told of it wherever they were, and can say there that it was not them.

Both sides are: whose code it was, and who typed it, wherever else they are. Then the account that came is on its own again,
with what was its own, and has nothing of the other's. The button that says so is good once, for thirty days; where the code
was typed nobody gets it.
"""

import json
import secrets
from collections.abc import Iterable
from datetime import datetime, timedelta

from bot.cards import Card, Reply
from bot.commands.people import Part
from bot.conversation.exchange import Exchange
from bot.conversation.mornings import plan_anew
from bot.model import Address, Identity, Member, Reach
from bot.store import Letter, Purpose
from bot.views import linking as views
from bot.views.asking import note
from bot.wire import as_json

KIND = "joined"
_LASTS = timedelta(days=30)
_SHOWN = 8  # acts
Places = tuple[Identity, ...]


def tell(exchange: Exchange, act_id: int, joining: tuple[Member, Member], before: Places, came: Places) -> None:
    """`joining`: who goes, and who stays. `before`: where the one who stays was already; `came`: where who goes was."""
    (goes, stays), links, now = joining, exchange.store.links, exchange.now
    secret = secrets.token_hex(16)
    for one in came:
        links.put(_code(act_id, secret, one.address), goes.id, now + _LASTS, Purpose.parting)
    cut = f"link cut {act_id} {secret}"
    elsewhere = [one for one in came if exchange.address is None or not _same(one.address, exchange.address)]
    letters = [
        *_letters(stays.id, act_id, before, views.was_joined(goes.name, came, before, cut), now),
        *_letters(stays.id, act_id, elsewhere, views.has_joined(stays.name, before, cut), now),
    ]
    exchange.store.outbox.put_many(KIND, letters, now)


def _letters(member_id: int, act_id: int, places: Iterable[Identity], card: Card, now: datetime) -> list[Letter]:
    told = json.dumps(as_json(card))
    reached = [one.address for one in places if one.reach is not Reach.gone]
    return [Letter(member_id, address, f"{KIND}:{act_id}", told, now) for address in reached]


def part(exchange: Exchange, command: Part) -> Reply:
    """What came by that act is on its own again; what was done since stays, and is shown."""
    store, owner = exchange.store, exchange.member
    act = store.acts.one(command.act)
    came: dict[Address, int] = {}
    for place in (one.address for one in store.identities.of(owner.id)):
        code = _code(command.act, command.code, place)
        goes_id = store.links.take(code, exchange.now, Purpose.parting)
        if goes_id is not None:
            came[place] = goes_id
    if not came or act is None:
        return note(views.PARTED_ALREADY)
    exchange.undo(act.id)
    store.members.refold(act.id)
    store.links.drop(owner.id)  # codes that were made there, and sessions on the admin page
    for goes_id in {*came.values()}:
        store.one_person.part(goes_id, [place for place, id_ in came.items() if id_ == goes_id])
        plan_anew(store, goes_id, exchange.now)
        store.audit.tell("part", exchange.now, member_id=owner.id, what="member", which=str(goes_id))
    if exchange.address and any(_same(place, exchange.address) for place in came):  # who had been made somebody else
        return note(views.THEMSELVES_AGAIN)
    since = [one for one in store.acts.between(owner.id, act.at, exchange.now, _SHOWN + 1) if one.id != act.id]
    name = exchange.names.get(next(iter(came.values())), "")
    return Reply(views.parted(name, tuple(came), since[-_SHOWN:], exchange.zone, exchange.today))


def _code(act_id: int, secret: str, place: Address) -> str:
    """Of each account that came one: who holds it knows which they are."""
    return f"{act_id} {secret} {place.platform} {place.workspace} {place.user}"


def _same(one: Address, other: Address) -> bool:
    """The same account, whatever the platform's adapter keeps of it."""
    return (one.place, one.user) == (other.place, other.user)
