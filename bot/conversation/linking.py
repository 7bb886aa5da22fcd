"""One person on two platforms: a code from the one, typed on the other, makes them one member. This cannot be undone.

What the code will do is said first, and done by a second press.
"""

import secrets
from dataclasses import dataclass
from datetime import date, timedelta

from bot.cards import Reply
from bot.commands.people import Link
from bot.conversation.exchange import Exchange
from bot.model import Member, Role
from bot.store import Store
from bot.views import people as views
from bot.views.asking import note

JOINED = "joined two accounts"  # the summary of the act, by which undo knows it
_CODE_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"  # none that is taken for another
_CODE_LENGTH = 8
_CODE_LASTS = timedelta(minutes=15)
_USED_UP = "That code is used up, too old, or mistyped. Type link on the other platform for a new one."
_STRENGTH = (Role.inactive, Role.rep, Role.manager, Role.admin)


@dataclass(frozen=True)
class Joining:
    """One member goes, and the other stays with what both had."""

    goes: Member
    stays: Member
    led: tuple[Member, ...]  # whom the one who goes leads
    deals: tuple[int, ...]  # of the one who goes
    role: Role
    manager_id: int | None


def link(exchange: Exchange, command: Link) -> Reply:
    """Without a code: one to type on the other platform, for a quarter of an hour. With it: what it does, then that."""
    links = exchange.store.links
    if not command.code:
        code = "".join(secrets.choice(_CODE_LETTERS) for _ in range(_CODE_LENGTH))
        links.put(code, exchange.member.id, exchange.now + _CODE_LASTS)
        exchange.store.audit.tell("link", exchange.now, member_id=exchange.member.id)
        return Reply(views.link_card(code, int(_CODE_LASTS.total_seconds() // 60)))
    stays = exchange.store.members.one(links.whose(command.code, exchange.now) or 0)
    if stays is None:
        return note(_USED_UP)
    if stays.id == exchange.member.id or exchange.address is None:
        return note("You are here already. Type the code on the other platform.")
    joining = of_both(exchange.store, exchange.member, stays)
    gained = joining.role if joining.role is not stays.role else None
    along = views.comes_along(len(joining.deals), [member.name for member in joining.led], gained)
    if not command.sure:
        return Reply(views.will_join(stays.name, along, command.code))
    if links.take(command.code, exchange.now) is None:  # somebody else was faster
        return note(_USED_UP)
    become_one(exchange.store, joining, exchange.act(JOINED), exchange.today)
    return note(views.joined(stays.name, along))


def of_both(store: Store, goes: Member, stays: Member) -> Joining:
    """The stronger role, the managers and the reps of both; nobody leads themselves."""
    led = tuple(m for m in store.members.all() if m.manager_id == goes.id and m.id != stays.id)
    manager_id = next(
        (id_ for id_ in (stays.manager_id, goes.manager_id) if id_ not in {None, stays.id, goes.id}), None
    )
    deals = tuple(deal.id for deal in store.deals.named(frozenset({goes.id})))
    return Joining(goes, stays, led, deals, max(goes.role, stays.role, key=_STRENGTH.index), manager_id)


def become_one(store: Store, joining: Joining, act_id: int, today: date) -> None:
    """Wherever the one who goes was, the other is from now on, with their deals."""
    goes, stays = joining.goes, joining.stays
    store.deals.change_many(act_id, {deal: {"owner_id": stays.id} for deal in joining.deals})
    store.refresh(joining.deals, today)
    becomes: dict[int, dict[str, object]] = {
        stays.id: {"role": joining.role.value, "manager_id": joining.manager_id},
        goes.id: {"role": Role.rep.value, "manager_id": None},
        **{member.id: {"manager_id": stays.id} for member in joining.led},
    }
    store.members.change_many(act_id, becomes)
    store.links.drop(goes.id)
    store.one_person.join(goes.id, stays.id)
