"""Who somebody on a platform is. One person on two platforms is one member only by a verified e-mail or a link code.

Whoever first appears is a rep whom nobody leads: they see their own deals and nothing else.
"""

import json
from datetime import datetime
from zoneinfo import available_timezones

from bot.conversation.mornings import plan_anew
from bot.hygiene import name_from
from bot.model import Address, Member, Outside, Profile, Reach, Role
from bot.store import Store
from bot.views.platforms import admin_welcome
from bot.wire import as_json
from bot.worktime import country_of


def joined(store: Store, address: Address, profile: Profile, now: datetime, *, is_installer: bool) -> Member:
    """The member of that identity, known by it, by the verified e-mail, or new.

    An admin by the operator's word, which is used up by it, or as the one who installed it while there is no admin:
    whoever installs it once more gains nothing. Who is one already stays one.
    """
    known = store.identities.at(address)
    member = (store.members.one(known.member_id) if known else None) or store.members.with_email(profile.email)
    is_awaited = member is not None and known is None and not store.identities.of(member.id)
    member_id = member.id if member else _new(store, address, profile)
    if known is None:
        store.identities.add(member_id, address)
        _tell(store, "join", member_id, now)
    elif address.details:
        store.identities.describe(address)
    if known and known.reach is Reach.gone:  # asked, the platform says that they are there
        store.identities.come_back(address)
    if store.members.take_awaited_admin(profile.email) or (is_installer and not store.members.has_admin()):
        store.members.overrule(member_id, role=Role.admin.value)
        _tell(store, "made admin", member_id, now)
    if member is not None and not member.email and profile.email:
        _is_at(store, member, profile.email, now)
    if member is not None and is_awaited:
        _arrived(store, member, address, profile, now)
    found = _written(store, member_id)
    if found.next_digest_at is None or is_awaited:
        plan_anew(store, member_id, now)
    return _written(store, member_id)


def changed(
    store: Store, address: Address, profile: Profile, now: datetime, *, gone: bool, is_guest: bool = False,
    asked: bool = False,
) -> None:  # fmt: skip
    """What the platform now says of a known person: a new zone moves their next list; who has left gets no more.

    `asked`: it said so when it was asked, and of no change: of who is in several places each would say something else.
    """
    identity = store.identities.at(address)
    member = store.members.one(identity.member_id) if identity else None
    if identity is None or member is None:
        return
    if gone:
        is_new = store.identities.leave(address, Outside.guest.value if is_guest else "left", now)
        if store.identities.has_left(member.id):
            store.links.drop(member.id)  # also where they are signed in on the admin page
        if is_new:  # a platform tells of it several times
            _tell(store, "leave", member.id, now)
        return
    if asked and len(store.identities.of(member.id)) > 1:
        return
    if identity.reach is Reach.gone:
        store.identities.come_back(address)
    where = _zone(profile.zone)
    # A journey is no other country; whoever came without a zone has one from now on.
    country = "" if member.country or country_of(member.zone) else country_of(where)
    told = {"name": name_from(profile.name), "zone": where, "country": country}
    store.members.describe(member.id, **{name: value for name, value in told.items() if value})
    if _written(store, member.id).zone != member.zone:
        plan_anew(store, member.id, now)


def greeted(platform: str, member_id: int) -> str:
    """The key of the one hello on a platform."""
    return f"installed:{platform}:{member_id}"


def greet_admin(store: Store, member_id: int, platform: str, now: datetime, *, since: datetime | None = None) -> None:
    """What comes next, for whoever sets it up: once, unless what was queued never came. `since`: an older one is none.

    Who installs it in a further workspace and is no admin hears what anybody of their role does."""
    beginning = f"installed:{platform}:admin:"
    member = store.members.one(member_id)
    if member and member.role is not Role.admin:
        from bot.conversation import awaiting  # noqa: PLC0415 - as below

        awaiting.greet(store, member_id, platform, greeted(platform, member_id), now)
    elif member and not store.outbox.comes(member_id, beginning, since):
        card = json.dumps(as_json(admin_welcome(member.name, store.organisation.said)))
        store.outbox.put(member_id, "welcome", f"{beginning}{member_id}:{now.isoformat()}", card, now, only=platform)


def _arrived(store: Store, member: Member, address: Address, profile: Profile, now: datetime) -> None:
    from bot.conversation import awaiting  # noqa: PLC0415 - of nearly everybody who comes nobody had said anything

    awaiting.arrived(store, member, profile, _zone(profile.zone))
    awaiting.greet(store, member.id, address.platform, greeted(address.platform, member.id), now)


def _is_at(store: Store, member: Member, email: str, now: datetime) -> None:
    """Their address is known now, perhaps as that of somebody whom an admin had named by it."""
    awaited = store.members.with_email(email)
    if awaited is not None and not store.identities.of(awaited.id):
        from bot.conversation import awaiting  # noqa: PLC0415 - as below

        awaiting.here_already(store, awaited, member, now)
    store.members.describe(member.id, email=email)


def _tell(store: Store, action: str, member_id: int, now: datetime) -> None:
    store.audit.tell(action, now, member_id=member_id, what="member", which=str(member_id))


def _written(store: Store, member_id: int) -> Member:
    found = store.members.one(member_id)
    if found is None:  # written a moment ago, in this transaction
        raise LookupError(member_id)
    return found


def _new(store: Store, address: Address, profile: Profile) -> int:
    """Somebody without a name is called by their e-mail, or by what the platform calls them: an admin has to find them."""
    name = name_from(profile.name, profile.email.partition("@")[0], address.user) or "Somebody"
    zone = _zone(profile.zone) or "UTC"
    return store.members.add(
        name, Role.rep, zone, email=profile.email, locale=profile.locale or "en-GB", country=country_of(zone)
    )


def _zone(name: str) -> str:
    """A zone that the time-zone database knows; empty for anything else."""
    return name if name in available_timezones() else ""
