"""Who is in, and who leads whom; what follows from a change of it: each is an act, said to whom it concerns."""

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import timedelta

from bot.cards import Reply
from bot.conversation import covering, roles
from bot.conversation.exchange import Exchange
from bot.conversation.leading import greet_leaders
from bot.model import Cover, Identity, Member, Role
from bot.views import own
from bot.views import people as views
from bot.views.refusals import not_renewed
from bot.views.spans import part_from
from bot.views.tree import led_by, tree_card
from bot.wire import as_json

WELCOME = "welcome"
_LOOKED_BACK = timedelta(days=7)


def people(exchange: Exchange, first: int = 1) -> Reply:
    members = exchange.store.members.all()
    where: dict[int, list[Identity]] = defaultdict(list)
    for identity in exchange.store.identities.all():
        where[identity.member_id].append(identity)
    is_admin = exchange.member.role is Role.admin
    awaited = exchange.store.awaited.emails() if is_admin else ()
    ended = exchange.store.unrenewed.all() if is_admin else ()
    to_install = [not_renewed(one.platform, one.name or one.workspace, one.why) for one in ended]
    card = views.people_card(
        members, where, awaited, _lists_lost(exchange), to_install, today=exchange.today, may_change=is_admin
    )
    return Reply(part_from(first, card))


def _lists_lost(exchange: Exchange) -> dict[int, views.NotCome]:
    """By member, the last list where it did not come and nothing has arrived since."""
    return {
        one.member_id: views.NotCome(one.at.astimezone(exchange.zone).date(), one.platform, one.why)
        for one in exchange.store.outbox.lists_lost(exchange.now - _LOOKED_BACK)
    }


def team(exchange: Exchange, first: int = 1) -> Reply:
    """Who leads whom: an admin sees everybody and changes it, who leads their own part, a rep who leads them."""
    members = exchange.store.members.all()
    if exchange.member.role is Role.admin:
        return Reply(part_from(first, tree_card(members, {member.id for member in members}, may_change=True)))
    if exchange.member.may_lead and exchange.led != {exchange.member.id}:
        return Reply(part_from(first, tree_card(members, exchange.led, may_change=False)))
    return Reply(led_by(exchange.store.members.seeing(exchange.member.id)))


def become(
    exchange: Exchange,
    act_id: int,
    before: Sequence[Member],
    after: Sequence[Member],
    countries: Mapping[int, str] | None = None,
) -> tuple[Cover, ...]:
    """These members are so from now on; whoever a new rep led is led by nobody, and each new rep hears who sees what.

    `countries`: by member, where it was said. Returns the covers that ended, because they would cross teams now."""
    changed = {member.id: member for member in after}
    becomes: dict[int, dict[str, object]] = {
        rep.id: {"manager_id": None}
        for rep in before
        if rep.manager_id in changed and changed[rep.manager_id].role is Role.rep
    }
    becomes |= {m.id: {"role": m.role.value, "manager_id": m.manager_id} for m in after}
    becomes |= {id_: {**becomes[id_], "country": country} for id_, country in (countries or {}).items()}
    exchange.store.members.change_many(act_id, becomes)
    roles.end_sessions(exchange.store, [m.id for m in before if m.id in changed and m.role is Role.admin])
    exchange.store.outbox.stop([m.id for m in after if m.role is Role.inactive], "inactive")
    by_id = {member.id: member for member in before}
    for member in after:
        if member.role is Role.rep and member.id != exchange.member.id:
            welcome(exchange, member.id, by_id.get(member.manager_id or 0))
    greet_leaders(exchange, before, changed)
    moved = [m.id for m in after if m.id in by_id and by_id[m.id].manager_id != m.manager_id]
    return covering.end_across_teams(exchange, moved)


def welcome(exchange: Exchange, member_id: int, manager: Member | None) -> None:
    """The first direct message of a rep: five lines, one example, and who sees what."""
    member = exchange.store.members.one(member_id)
    if member is None:
        return
    leads = manager.first_name if manager else ""
    is_known = exchange.store.outbox.has_any(member_id, WELCOME)  # one hello is enough
    card = own.led_by_card(leads) if is_known else own.welcome_card(member, leads, has_deals=False)
    key = f"{WELCOME}:{member_id}:{manager.id if manager else 0}"
    if not exchange.store.outbox.holds(member_id, key):  # they were told that already
        exchange.store.outbox.put(member_id, WELCOME, key, json.dumps(as_json(card)), exchange.now)
