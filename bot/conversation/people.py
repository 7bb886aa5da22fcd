"""Who is in, and what each one is. An admin decides it; each change is an act, said to whom it concerns, and undone as usual."""

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta

from bot.cards import Reply
from bot.commands.people import Make
from bot.conversation import covering, roles
from bot.conversation.called import called, candidates, which
from bot.conversation.exchange import Exchange
from bot.conversation.leading import greet_leaders
from bot.model import Cover, Identity, Member, Role, is_former
from bot.reading.spreadsheets.team import NOBODY
from bot.views import own
from bot.views import people as views
from bot.views.asking import note
from bot.views.refusals import not_renewed
from bot.views.spans import part_from
from bot.views.touching import settled
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


def make(exchange: Exchange, command: Make) -> Reply:
    """What a member is: a rep with a manager, a manager, an admin. The last admin stays one."""
    members = exchange.store.members.all()
    if exchange.member.role is not Role.admin:
        exchange.refuse()
        return note(views.only_an_admin([m.name for m in members if m.role is Role.admin]))
    who = called(command.who, members)
    if who is None and command.who.strip().lower() in exchange.store.awaited.emails():
        return note(views.awaited_admin(command.who.strip().lower()))
    if who is None:
        return which(exchange, command.who, candidates(command.who, members), lambda id_: _typed(command, who=str(id_)))
    managers = [member for member in members if member.id != who.id and member.may_lead]
    if command.role is None:
        return Reply(views.making(who), views.make_form(who, managers))
    manager = called(command.manager, managers) if command.manager else None
    if manager is None and len(several := candidates(command.manager, managers)) > 1:
        return which(exchange, command.manager, several, lambda id_: _typed(command, who=str(who.id), manager=str(id_)))
    if command.manager and manager is None and not _is_nobody(command):
        named = ", ".join(member.name for member in managers)
        meant = called(command.manager, members)  # a mention is their number here
        return note(
            f"{meant.name if meant else f'“{command.manager[:40]}”'} leads nobody yet. "
            + (f"Managers: {named}." if named else "Make somebody a manager first.")
        )
    becomes = replace(who, role=command.role, manager_id=_leader_of(who, command, members, manager))
    after = [becomes if m.id == who.id else m for m in members]
    wrong = roles.without_admin(members, after, exchange.store.identities.there()) or roles.in_a_circle(after, [who.id])
    return note(wrong) if wrong else _decide(exchange, who, becomes, members)


def _typed(command: Make, *, who: str, manager: str = "") -> str:
    """The same with numbers, where a name is several people's."""
    leader = manager or command.manager
    return f"make {who}{f' {command.role}' if command.role else ''}{f' of {leader}' if leader else ''}"


def _is_nobody(command: Make) -> bool:
    return command.manager.casefold() in NOBODY


def _leader_of(who: Member, command: Make, members: Sequence[Member], named: Member | None) -> int | None:
    """Who led them before goes on, unless somebody is named or that one leads nobody any more: whoever is made a manager
    would otherwise be lost to those above without a word."""
    before = next((member for member in members if member.id == who.manager_id), None)
    if command.role is Role.inactive:
        return who.manager_id
    if named or _is_nobody(command):
        return named.id if named else None
    return before.id if before and before.may_lead else None


def _decide(exchange: Exchange, who: Member, becomes: Member, members: Sequence[Member]) -> Reply:
    by_id = {member.id: member for member in members}
    manager, before = by_id.get(becomes.manager_id or 0), by_id.get(who.manager_id or 0)
    said = views.is_now(who, becomes.role, manager)
    if (who.role, who.manager_id) == (becomes.role, becomes.manager_id):
        return note(f"{said} already.")
    act_id = exchange.act(said)
    ended = become(exchange, act_id, members, [becomes])
    led = [member for member in members if member.manager_id == who.id and not is_former(member.name)]
    left = led if becomes.role is Role.rep else []
    names = [(by_id[one.by_id].first_name, by_id[one.member_id].first_name) for one in ended]
    told = f"{views.led_by_nobody_now(who, before if not manager else None, left)}{views.covers_no_more(names)}"
    return settled(f"{said}.{told}", act_id)


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
