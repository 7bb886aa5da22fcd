"""One person in two places: a code from the one, typed in the other, makes them one member.

It joins only what is on another platform or in another workspace than where its owner is already: nobody is twice in one, so
whoever types it there has it from somewhere else. What it will do is said first, and done by a second press; wherever the
owner was before they are told, and can say that it was not them (parting.py).
"""

import secrets
from dataclasses import dataclass
from datetime import date, timedelta

from bot.cards import Reply
from bot.commands.people import Link
from bot.conversation import parting
from bot.conversation.exchange import Exchange
from bot.model import TRIAL_PAGE, Address, Member, Reach, Role
from bot.store import JOINED, Store
from bot.views import linking as views
from bot.views.asking import note

_CODE_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"  # none that is taken for another
_CODE_LENGTH = 8
_CODE_LASTS = timedelta(minutes=15)
_MISSES = 5  # of one member within that time
# It says no more of a code of another organisation than of one that nobody has.
_USED_UP = (
    "That code does not work here. It may be used up, older than 15 minutes or mistyped: type link in the other place for a new"
    " one. It joins only places of one company; whoever runs the bot knows which are."
)
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
        links.forget(exchange.now)
        links.put(code, exchange.member.id, exchange.now + _CODE_LASTS)
        exchange.store.audit.tell("link", exchange.now, member_id=exchange.member.id)
        return Reply(views.link_card(code, int(_CODE_LASTS.total_seconds() // 60)))
    if links.misses(exchange.member.id, exchange.now) >= _MISSES:
        exchange.refuse()
        return note(views.TOO_MANY_CODES)
    stays = exchange.store.members.one(links.whose(command.code, exchange.now) or 0)
    if stays is None:
        links.missed(exchange.member.id, exchange.now + _CODE_LASTS)
        return note(_USED_UP)
    if stays.id == exchange.member.id or exchange.address is None:
        return note("You are here already. Type the code on the other platform.")
    if _places(exchange.store, exchange.member, exchange.address) & _places(exchange.store, stays):
        links.take(command.code, exchange.now)  # whoever has it has it from somewhere else: it is good no longer
        exchange.refuse("member", stays.id)
        return note(views.IN_ONE_PLACE)
    joining = of_both(exchange.store, exchange.member, stays)
    gained = joining.role if joining.role is not stays.role else None
    along = views.comes_along(len(joining.deals), [member.name for member in joining.led], gained)
    if not command.sure:
        return Reply(views.will_join(stays.name, along, command.code))
    if links.take(command.code, exchange.now) is None:  # somebody else was faster
        return note(_USED_UP)
    before, came = (exchange.store.identities.of(one.id) for one in (stays, joining.goes))
    act_id = exchange.act(JOINED)
    become_one(exchange.store, joining, act_id, exchange.today)
    parting.tell(exchange, act_id, (joining.goes, stays), before, came)
    return note(views.joined(stays.name, along))


def _places(store: Store, member: Member, here: Address | None = None) -> set[tuple[str, str]]:
    """The platforms and workspaces on which they are; on the trial page everybody is, so it counts where it is `here`."""
    known = [one.address for one in store.identities.of(member.id) if one.reach is not Reach.gone]
    if here is None:
        return {address.place for address in known}
    return {here.place, *(address.place for address in known if address.platform != TRIAL_PAGE)}


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
