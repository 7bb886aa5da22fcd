"""Between members: who may hand deals over, or let somebody cover, for whom. Decided here, once."""

from collections.abc import Callable, Sequence

from bot.cards import Reply
from bot.conversation.called import as_said, which
from bot.conversation.exchange import Exchange
from bot.model import Member, Reach, Role
from bot.views.naming import people


def all_called(exchange: Exchange, name: str, members: Sequence[Member]) -> list[Member]:
    """Whoever may be meant by what was typed: "Tom", "Tom's", "toms", "me", a number."""
    if name.casefold() in {"me", "", "i", "myself"}:
        return [next((m for m in members if m.id == exchange.member.id), exchange.member)]
    return as_said(name, members)


def not_one_called(exchange: Exchange, name: str, command: Callable[[int], str]) -> Reply | None:
    """The answer to a name that nobody here has, or several; `command` makes the line for the one who is meant."""
    found = all_called(exchange, name, exchange.store.members.all())
    return None if len(found) == 1 else which(exchange, name, found, command)


def whom(exchange: Exchange, name: str, members: Sequence[Member]) -> Member | None:
    """The one of them; None where nobody is, or several are."""
    found = all_called(exchange, name, members)
    return found[0] if len(found) == 1 else None


def receivers(exchange: Exchange, name: str, owner: Member, members: Sequence[Member]) -> list[Member]:
    """Whoever may be meant by a name that is to get something of `owner`'s; somebody who is here no more only where nobody else is."""
    found = all_called(exchange, name, [m for m in members if m.id != owner.id]) if name else []
    return [one for one in found if one.role is not Role.inactive] or found


def colleagues(exchange: Exchange, owner: Member) -> list[Member]:
    """To whom the member may hand what `owner` has, and who is still there."""
    members = exchange.store.members.all()
    gone = gone_members(exchange)
    return [
        one
        for one in members
        if one.id not in {owner.id, *gone}
        and one.role is not Role.inactive
        and not why_not_between(exchange, owner, one, members)
    ]


def is_reached(exchange: Exchange, member: Member) -> bool:
    """Whether they are on any platform: else nothing that is due comes to them."""
    return any(place.reach is not Reach.gone for place in exchange.store.identities.of(member.id))


def gone_members(exchange: Exchange) -> frozenset[int]:
    """Those who are on no platform any more."""
    places = exchange.store.identities.all()
    here = {place.member_id for place in places if place.reach is not Reach.gone}
    return frozenset(place.member_id for place in places if place.member_id not in here)


def why_not_between(exchange: Exchange, owner: Member, to: Member, members: Sequence[Member]) -> str:
    """Why the member may not give `owner`'s deals to `to`, and who may; empty when they may.

    Who leads both may, and an admin; of one's own to a colleague of the same team.
    """
    if to.role is Role.inactive:
        return f"{to.first_name} is not active here any more, so nothing goes there."
    if exchange.member.role is Role.admin and to.id == exchange.member.id and owner.id not in exchange.led:
        return _not_to_an_admin(owner, to, members)
    if exchange.member.role is Role.admin or {owner.id, to.id} <= exchange.led:
        return ""
    if owner.id == exchange.member.id and same_team(owner, to, members):
        return ""
    first = "you" if owner.id == exchange.member.id else owner.first_name
    return f"{to.first_name} is not in one team with {first}. {_who_can(owner, to, members)}"


def _not_to_an_admin(owner: Member, to: Member, members: Sequence[Member]) -> str:
    """Whoever is here no more gives nothing away."""
    leader = leads_both(owner, to, members)
    if owner.role is not Role.inactive:
        by = f"{owner.first_name}, or by who leads you both"
    elif leader:
        by = leader.name
    else:
        other = f"Name somebody else: give {owner.first_name}'s deals to …"
        return f"Being an admin shows you no deal, and nobody leads both you and {owner.first_name}. {other}"
    return f"Being an admin shows you no deal, so {owner.first_name}'s go to you by {by}."


def same_team(one: Member, other: Member, members: Sequence[Member]) -> bool:
    """Led by the same, or the one by the other. Where nobody leads anybody, everybody is one team."""
    if other.id == one.manager_id or one.id == other.manager_id:
        return True
    leaders = {member.manager_id for member in members}
    if one.manager_id != other.manager_id:
        return False
    return one.manager_id is not None or not {one.id, other.id} & leaders


def leads_both(one: Member, other: Member, members: Sequence[Member]) -> Member | None:
    """Who leads them both, or the one of them who leads the other."""
    above = {one.manager_id, one.id} & {other.manager_id, other.id}
    return next((m for m in members if m.id in above and m.may_lead), None)


def _who_can(owner: Member, to: Member, members: Sequence[Member]) -> str:
    leader = leads_both(owner, to, members)
    if leader:
        return f"{leader.name} can do that."
    admins = [member.name for member in members if member.role is Role.admin]
    if not admins:
        return "Somebody who leads you both can do that, or an admin."
    named = people(admins).replace(" and ", " or ")
    return f"{named} can, with all of {owner.first_name}'s deals: give {owner.first_name}'s deals to {to.first_name}"
