"""Who is in, and what each one is. An admin decides it; each change is an act, said to whom it concerns, and undone as usual."""

import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from bot.cards import Reply
from bot.commands.people import Make
from bot.conversation import roles
from bot.conversation.exchange import Exchange
from bot.conversation.imports import member_called
from bot.model import Identity, Member, Role
from bot.views import own
from bot.views import people as views
from bot.views.asking import note
from bot.views.touching import settled
from bot.wire import as_json

WELCOME = "welcome"


def people(exchange: Exchange) -> Reply:
    members = exchange.store.members.all()
    where: dict[int, list[Identity]] = defaultdict(list)
    for identity in exchange.store.identities.all():
        where[identity.member_id].append(identity)
    return Reply(views.people_card(members, where, may_change=exchange.member.role is Role.admin))


def make(exchange: Exchange, command: Make) -> Reply:
    """What a member is: a rep with a manager, a manager, an admin. The last admin stays one."""
    members = exchange.store.members.all()
    if exchange.member.role is not Role.admin:
        return note(views.only_an_admin([m.name for m in members if m.role is Role.admin]))
    who = called(command.who, members)
    if who is None:
        return note(f"Nobody here is called “{command.who[:40]}”. Type people to see who is in.")
    managers = [member for member in members if member.id != who.id and member.may_lead]
    if command.role is None:
        return Reply(views.making(who), views.make_form(who, managers))
    left = roles.without_admin(members, [replace(m, role=command.role) if m.id == who.id else m for m in members])
    if left:
        return note(left)
    manager = called(command.manager, managers) if command.manager else None
    if command.manager and manager is None:
        named = ", ".join(member.name for member in managers)
        return note(
            f"“{command.manager[:40]}” leads nobody yet. "
            + (f"Managers: {named}." if named else "Make somebody a manager first.")
        )
    return _decide(exchange, who, command.role, manager)


def _decide(exchange: Exchange, who: Member, role: Role, manager: Member | None) -> Reply:
    said = views.is_now(who, role, manager)
    if (who.role, who.manager_id) == (role, manager.id if manager else None):
        return note(f"{said} already.")
    act_id = exchange.act(said)
    members = exchange.store.members
    becomes: dict[int, dict[str, object]] = {
        who.id: {"role": role.value, "manager_id": manager.id if manager else None}
    }
    if role is Role.rep:  # who leads nobody any more
        becomes |= {rep.id: {"manager_id": None} for rep in members.all() if rep.manager_id == who.id}
    members.change_many(act_id, becomes)
    if role is Role.rep and who.id != exchange.member.id:
        welcome(exchange, who.id, manager)
    return settled(f"{said}.", act_id)


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


def called(wanted: str, members: Sequence[Member]) -> Member | None:
    """A member by number, e-mail, name, or by a first name that only one has."""
    exact = member_called(wanted.lstrip("@#"), members)
    first = [member for member in members if member.first_name.casefold() == wanted.casefold().lstrip("@")]
    return exact or (first[0] if len(first) == 1 else None)
