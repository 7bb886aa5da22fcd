"""Whose public holidays apply to whom. Each member says it of themselves in their settings, an admin of anybody here."""

from bot.cards import Reply
from bot.commands.people import Holidays
from bot.conversation.called import called, candidates, which
from bot.conversation.exchange import Exchange
from bot.conversation.leaving import reschedule
from bot.model import Member, Role
from bot.reading.calendar.zonenames import zone as zone_called
from bot.views import holidays as views
from bot.views.asking import note
from bot.views.own import WRONG
from bot.views.people import only_an_admin
from bot.views.touching import settled
from bot.worktime import country_called

_NONE = "NONE"


def holidays(exchange: Exchange, command: Holidays) -> Reply:
    """Without a country they are shown: to an admin everybody's, to others their own."""
    members = exchange.store.members.all()
    is_admin = exchange.member.role is Role.admin
    if not command.who:
        return Reply(views.everybodys(present(members))) if is_admin else note(views.own(exchange.member.country))
    if not is_admin:
        exchange.refuse()
        return note(only_an_admin([member.name for member in members if member.role is Role.admin]))
    country = "" if command.country.upper() == _NONE else country_called(command.country)
    if country is None:
        return note(WRONG["country"])
    several = candidates(command.who, members)
    if len(several) > 1:
        return which(exchange, command.who, several, lambda id_: f"holidays {id_}: {command.country}")
    whose, said = _meant(command.who, members)
    if not whose:
        return note(views.nobody(command.who))
    changed = [member for member in whose if member.country != country]
    return _change(exchange, changed, country, said) if changed else note(views.ALREADY)


def present(members: tuple[Member, ...]) -> list[Member]:
    return [member for member in members if member.role is not Role.inactive]


def _meant(who: str, members: tuple[Member, ...]) -> tuple[list[Member], str]:
    """A member; else everybody of a zone, by its name or a city in it. And how they are called in a sentence."""
    member = called(who, members)
    if member:
        return [member], member.name
    zone = zone_called(who)
    return [member for member in present(members) if zone and member.zone == zone], views.of_zone(zone or who)


def _change(exchange: Exchange, changed: list[Member], country: str, said: str) -> Reply:
    told = views.are_now(said, country)
    act_id = exchange.act(f"for {told}")
    exchange.store.members.change_many(act_id, {member.id: {"country": country} for member in changed})
    for member in changed:
        reschedule(exchange, member.id)
    return settled(f"For {told}", act_id, then=views.ON_THOSE_DAYS if country else "")
