"""Who is in, and what each one is. An admin decides it; each change is an act, said to whom it concerns, and undone as usual."""

import json
import secrets
from collections.abc import Sequence
from datetime import timedelta

from bot.cards import Reply
from bot.commands.people import Link, Make
from bot.conversation.exchange import Exchange
from bot.conversation.imports import member_called
from bot.model import Member, Role
from bot.views import own
from bot.views import people as views
from bot.views.asking import note
from bot.views.touching import settled
from bot.wire import as_json

WELCOME = "welcome"
_CODE_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"  # none that is taken for another
_CODE_LENGTH = 8
_CODE_LASTS = timedelta(minutes=15)


def people(exchange: Exchange) -> Reply:
    members = exchange.store.members.all()
    where = {member.id: [i for i in exchange.store.identities.all() if i.member_id == member.id] for member in members}
    return Reply(views.people_card(members, where, may_change=exchange.member.role is Role.admin))


def make(exchange: Exchange, command: Make) -> Reply:
    """What a member is: a rep with a manager, a manager, an admin. The last admin stays one."""
    members = exchange.store.members.all()
    if exchange.member.role is not Role.admin:
        return views.only_an_admin([m.name for m in members if m.role is Role.admin])
    who = called(command.who, members)
    if who is None:
        return note(f"Nobody here is called “{command.who[:40]}”. Type people to see who is in.")
    managers = [member for member in members if member.id != who.id and member.role is Role.manager]
    if command.role is None:
        return Reply(views.making(who), views.make_form(who, managers))
    if who.role is Role.admin and command.role is not Role.admin and _is_last_admin(who, members):
        return note(f"{who.name} is the only admin. Make somebody else an admin first: make Tom an admin")
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
    members.change(act_id, who.id, role=role.value, manager_id=manager.id if manager else None)
    if role is not Role.manager:  # who leads nobody any more
        for rep in members.all():
            if rep.manager_id == who.id:
                members.change(act_id, rep.id, manager_id=None)
    if role is Role.rep and who.id != exchange.member.id:
        welcome(exchange, who.id, manager)
    return settled(f"{said}.", act_id)


def welcome(exchange: Exchange, member_id: int, manager: Member | None) -> None:
    """The first direct message of a rep: five lines, one example, and who sees what."""
    member = exchange.store.members.one(member_id)
    if member is None:
        return
    card = own.welcome_card(member, manager.first_name if manager else "", has_deals=False)
    key = f"{WELCOME}:{member_id}:{manager.id if manager else 0}"
    exchange.store.outbox.put(member_id, WELCOME, key, json.dumps(as_json(card)), exchange.now)


def link(exchange: Exchange, command: Link) -> Reply:
    """Without a code: one to type on the other platform, for a quarter of an hour. With it: the two become one."""
    if not command.code:
        code = "".join(secrets.choice(_CODE_LETTERS) for _ in range(_CODE_LENGTH))
        exchange.store.links.put(code, exchange.member.id, exchange.now + _CODE_LASTS)
        return Reply(views.link_card(code, int(_CODE_LASTS.total_seconds() // 60)))
    member_id = exchange.store.links.take(command.code, exchange.now)
    if member_id is None:
        return note("That code is used up, too old, or mistyped. Type link on the other platform for a new one.")
    if member_id == exchange.member.id or exchange.address is None:
        return note("You are here already. Type the code on the other platform.")
    return _become_one(exchange, member_id)


def _become_one(exchange: Exchange, member_id: int) -> Reply:
    """This place belongs to the member of the code from now on, and so do the deals that were made here."""
    act_id = exchange.act("joined two accounts")
    deals = exchange.store.deals.named(frozenset({exchange.member.id}))
    exchange.store.deals.change_many(act_id, {deal.id: {"owner_id": member_id} for deal in deals})
    exchange.store.refresh([deal.id for deal in deals], exchange.today)
    if exchange.address:
        exchange.store.identities.move(exchange.address, member_id)
    name = exchange.names.get(member_id, "")
    return note(views.joined(name, len(deals)))


def called(wanted: str, members: Sequence[Member]) -> Member | None:
    """A member by number, e-mail, name, or by a first name that only one has."""
    exact = member_called(wanted.lstrip("@#"), members)
    first = [member for member in members if member.first_name.casefold() == wanted.casefold().lstrip("@")]
    return exact or (first[0] if len(first) == 1 else None)


def _is_last_admin(who: Member, members: Sequence[Member]) -> bool:
    return not any(member.role is Role.admin and member.id != who.id for member in members)
