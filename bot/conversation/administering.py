"""The admin page: the link to it, what each of its parts shows, and what may be done there.

It shows settings, never a deal, and changes them by the commands that can be typed: nothing is decided here.
"""

import secrets
from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.cards import Card, Form, Reply
from bot.commands import AboutPolicy, Command, command_from, house, own, people
from bot.commands.policy import TryFigures
from bot.conversation import people as members
from bot.conversation import policy as figures
from bot.conversation import shelving
from bot.conversation.exchange import Exchange
from bot.conversation.holidays import present
from bot.model import PAGE, Identity, Member, Role
from bot.store import Purpose, Store
from bot.views import administering as views
from bot.views import holidays as of_holidays
from bot.views import house as of_the_house
from bot.views.administering import Part
from bot.views.asking import note
from bot.views.people import only_an_admin

_LINK_LASTS = timedelta(minutes=10)
_SESSION_LASTS = timedelta(hours=8)
_BYTES = 32
_LOOKED_BACK, _MOST_LOST = timedelta(days=30), 50
# What changes settings, or shows them; whatever names a deal is said to the bot.
_ALLOWED = (
    AboutPolicy, house.Shelf, house.PutOnShelf, house.TakeFromShelf, house.Ban, house.Allow, house.OwnOpener,
    house.DropOpener, house.Sells, people.People, people.Team, people.Make, people.Holidays, people.Undelivered,
)  # fmt: skip


@dataclass(frozen=True)
class Shown:
    """A part of the page as it stands."""

    cards: tuple[Card, ...]
    forms: tuple[Form, ...] = ()


def link(exchange: Exchange) -> Reply:
    """For an admin: good once, for ten minutes, in their organisation."""
    if exchange.member.role is not Role.admin:
        return _refused(exchange)
    if not exchange.admin_at:
        return note(views.NOT_SERVED)
    token = secrets.token_hex(_BYTES)
    exchange.store.links.forget(exchange.now)
    exchange.store.links.put(token, exchange.member.id, exchange.now + _LINK_LASTS, Purpose.signing_in)
    exchange.store.audit.tell("admin page", exchange.now, member_id=exchange.member.id)
    url = f"{exchange.admin_at}/in/{exchange.store.organisation_id}-{token}"
    return Reply(views.link_card(url, int(_LINK_LASTS.total_seconds() // 60)))


def _refused(exchange: Exchange) -> Reply:
    exchange.refuse()
    return note(only_an_admin([m.name for m in exchange.store.members.all() if m.role is Role.admin]))


def undelivered(exchange: Exchange) -> Reply:
    if exchange.member.role is not Role.admin:
        return _refused(exchange)
    lost = exchange.store.outbox.lost(exchange.now - _LOOKED_BACK, _MOST_LOST)
    told = [
        views.Undelivered(
            exchange.names.get(one.member_id) or "Somebody", one.kind, one.platform,
            one.at.astimezone(exchange.zone).date(), one.unknown, one.why,
        )
        for one in lost
    ]  # fmt: skip
    unreached = views.unreached(exchange.store.members.all(), _places(exchange.store))
    return Reply(views.undelivered_card(told, unreached, _LOOKED_BACK.days, exchange.today))


def shown(exchange: Exchange, part: Part) -> Shown:
    match part:
        case Part.figures:
            form = figures.try_out(exchange, TryFigures()).form
            return Shown((figures.changed_so_far(exchange),), (form,) if form else ())
        case Part.shelf:
            return Shown((shelving.shelf(exchange).card,), (views.shelf_form(),))
        case Part.words:
            here = exchange.store.house.all()  # what lists proposed this week is of the deals: it stays in the chat
            card = of_the_house.wall_card(here, exchange.names, exchange.today, leads=True)
            return Shown((card,), (views.ban_form(), views.opener_form(), views.sells_form(here.sells)))
        case Part.holidays:
            here_now = present(exchange.store.members.all())
            return Shown((of_holidays.everybodys(here_now),), (views.holidays_form(here_now),))
        case Part.people:
            return Shown((members.people(exchange).card, members.team(exchange).card))
        case Part.messages:
            return Shown((undelivered(exchange).card,))


def is_done_here(store: Store, command: Command) -> bool:
    """Whether the page takes it: a setting, or taking one back. An act that touched a deal is undone in the chat."""
    if isinstance(command, own.Again):
        return is_done_here(store, command_from(command.line))
    if isinstance(command, own.Undo):
        return bool(command.acts) and not any(store.acts.deals_of(act) for act in command.acts)
    return isinstance(command, _ALLOWED)


def waits_for(store: Store, token: str, now: datetime) -> Member | None:
    """Whose link it is, while it can be used and they are an admin."""
    return _admin(store, store.links.whose(token, now, Purpose.signing_in))


def is_known(store: Store, token: str, now: datetime) -> bool:
    """Whether there is such a link: a stranger's guess is not worth a transaction that writes."""
    return store.links.whose(token, now, Purpose.signing_in) is not None


def sign_in(store: Store, token: str, now: datetime) -> tuple[Member, str] | None:
    """The link is used up, by whoever comes first; who it is, and the code that keeps them signed in."""
    whose = store.links.take(token, now, Purpose.signing_in)
    member = _admin(store, whose)
    if whose is not None:
        store.audit.signed_in(whose, now, PAGE, refused=member is None)
    if member is None:
        return None
    session = secrets.token_hex(_BYTES)
    store.links.put(session, member.id, now + _SESSION_LASTS, Purpose.session)
    return member, session


def signed_in(store: Store, session: str, now: datetime) -> Member | None:
    """Who that is, as they are at this moment."""
    return _admin(store, store.links.whose(session, now, Purpose.session))


def sign_out(store: Store, session: str, now: datetime) -> None:
    store.links.take(session, now, Purpose.session)


def _admin(store: Store, member_id: int | None) -> Member | None:
    """Whoever has left every platform that they were on is no admin here, whatever their role is."""
    member = store.members.one(member_id) if member_id is not None else None
    if member is None or member.role is not Role.admin or store.identities.has_left(member.id):
        return None
    return member


def _places(store: Store) -> dict[int, list[Identity]]:
    where: dict[int, list[Identity]] = defaultdict(list)
    for identity in store.identities.all():
        where[identity.member_id].append(identity)
    return where
