"""Whoever is joined by a code is told of it wherever they were before, and can say there that it was not them.

Then the account that came is on its own again, with what was its own, and has nothing of theirs. The button that says so
is good once, for thirty days; nobody who came by that code gets it.
"""

import json
import secrets
from datetime import timedelta

from bot.cards import Reply
from bot.commands.people import Part
from bot.conversation.exchange import Exchange
from bot.conversation.mornings import plan_anew
from bot.model import Address, Identity, Member, Reach
from bot.store import Letter, Purpose
from bot.views import people as views
from bot.views.asking import note
from bot.wire import as_json

KIND = "joined"
_LASTS = timedelta(days=30)
_SHOWN = 8  # acts


def tell(
    exchange: Exchange, act_id: int, goes: Member, before: tuple[Identity, ...], came: tuple[Identity, ...]
) -> None:
    """`before`: where the one who stays was already; `came`: where who goes was."""
    links, now = exchange.store.links, exchange.now
    secret = secrets.token_hex(16)
    for one in came:
        links.put(_code(act_id, secret, one.address), goes.id, now + _LASTS, Purpose.parting)
    card = json.dumps(as_json(views.was_joined(goes.name, came, before, f"link cut {act_id} {secret}")))
    letters = [
        Letter(one.member_id, one.address, f"{KIND}:{act_id}", card, now)
        for one in before
        if one.reach is not Reach.gone
    ]
    exchange.store.outbox.put_many(KIND, letters, now)


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
        store.one_person.part(goes_id, owner.id, [place for place, id_ in came.items() if id_ == goes_id])
        plan_anew(store, goes_id, exchange.now)
        store.audit.tell("link cut", exchange.now, member_id=owner.id, what="member", which=str(goes_id))
    since = [one for one in store.acts.between(owner.id, act.at, exchange.now, _SHOWN + 1) if one.id != act.id]
    name = exchange.names.get(next(iter(came.values())), "")
    return Reply(views.parted(name, tuple(came), since[-_SHOWN:], exchange.zone, exchange.today))


def _code(act_id: int, secret: str, place: Address) -> str:
    """Of each account that came one: who holds it knows which they are."""
    return f"{act_id} {secret} {place.platform} {place.workspace} {place.user}"
