"""What holds whenever roles change, by a word or by an undo: an admin does it, one admin stays, and who leads may lead."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from typing import Any

from bot.conversation.exchange import Exchange
from bot.model import Member, Role
from bot.store import Store
from bot.views import people as views

_OF_AN_ADMIN = {"role", "manager_id"}
_OF_THEIR_OWN = {"country"}  # which an admin decides for others too


def why_not_back(exchange: Exchange, act_id: int) -> str:
    """Why the member may not take back an act that changed roles, and what to do instead; empty when they may."""
    became = exchange.store.members.without(act_id)
    changed = {id_: fields for id_, fields in became.items() if _OF_AN_ADMIN & {*fields}}
    of_others = {id_ for id_, fields in became.items() if _OF_THEIR_OWN & {*fields} and id_ != exchange.member.id}
    if not (changed or of_others):
        return ""
    before = exchange.store.members.all()
    if exchange.member.role is not Role.admin:
        exchange.refuse("act", act_id)
        return views.only_an_admin([member.name for member in before if member.role is Role.admin])
    after = [_became(member, changed.get(member.id, {})) for member in before]
    there = exchange.store.identities.there()
    return (
        without_admin(before, after, there)
        or _led_by_a_rep(after, changed.keys())
        or in_a_circle(after, changed.keys())
    )


def without_admin(before: Sequence[Member], after: Sequence[Member], there: Collection[int]) -> str:
    """What to do first, when nobody would be an admin any more who is there: one who is only awaited may never come."""
    admins = [member.name for member in before if member.role is Role.admin and member.id in there]
    if not admins or any(member.role is Role.admin and member.id in there for member in after):
        return ""
    return f"{admins[0]} is the only admin who is here. Make somebody else an admin first: make Tom an admin"


def in_a_circle(after: Sequence[Member], changed: Iterable[int]) -> str:
    """What to do first, when somebody would lead whoever leads them."""
    by_id = {member.id: member for member in after}
    for id_ in changed:
        seen, leader = {id_}, by_id.get(by_id[id_].manager_id or 0) if id_ in by_id else None
        while leader and leader.id not in seen:
            seen.add(leader.id)
            leader = by_id.get(leader.manager_id or 0)
        if leader and leader.id == id_:
            who, above = by_id[id_].name, by_id[by_id[id_].manager_id or 0].name
            return f"{above} is in {who}'s own team: nobody leads whoever leads them. First: make {above} a manager of nobody"
    return ""


def _led_by_a_rep(after: Sequence[Member], changed: Any) -> str:
    """What to do first, when the undo would put somebody under a rep."""
    by_id = {member.id: member for member in after}
    for member in after:
        leader = by_id.get(member.manager_id or 0)
        if leader and leader.role is Role.rep and {member.id, leader.id} & {*changed}:
            return (
                f"{member.name} would be led by {leader.name}, a rep. First make {leader.name} a manager, or say who"
                f" leads {member.name}: make {member.name} a rep of …"
            )
    return ""


def _became(member: Member, settings: dict[str, Any]) -> Member:
    role = Role(settings.get("role", member.role))
    return replace(member, role=role, manager_id=settings.get("manager_id", member.manager_id))


def end_sessions(store: Store, member_ids: Collection[int]) -> None:
    """Of those who are no admins (any more) no link and no session stays: it would be good again if they were made one."""
    for id_ in member_ids:
        member = store.members.one(id_)
        if member is None or member.role is not Role.admin:
            store.links.drop(id_)
