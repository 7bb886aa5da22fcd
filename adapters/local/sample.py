"""The trial team. Its people, and their recorded weeks: played through the core, line by line, as a rep would type them."""

from dataclasses import dataclass
from datetime import datetime

from bot.model import Address, Member, Role
from bot.store import Database, Store
from bot.worktime import next_digest_at

TEAM = "Northlight"
PLATFORM = "local"


@dataclass(frozen=True)
class Person:
    name: str
    role: Role
    zone: str
    country: str
    phone: str
    day_first: bool = True


PEOPLE = (
    Person("Maria Keane", Role.manager, "Europe/London", "GB", "555 0140"),
    Person("Tom Becker", Role.rep, "Europe/London", "GB", "555 0142"),
    Person("Lena Vogt", Role.rep, "Europe/Berlin", "DE", "555 0143"),
    Person("Omar Haddad", Role.rep, "America/New_York", "US", "555 0144", day_first=False),
)


def create_team(database: Database, now: datetime) -> int:
    """The organisation with one manager and three reps, and no deals; returns its id."""
    organisation_id = database.operate(lambda operator: operator.create_organisation(TEAM))
    database.write(organisation_id, lambda store: _add_people(store, now))
    return organisation_id


def _add_people(store: Store, now: datetime) -> None:
    manager_id = None
    for person in PEOPLE:
        member_id = store.members.add(
            person.name, person.role, person.zone, manager_id=manager_id, country=person.country,
            day_first=person.day_first, phone=person.phone, email=f"{person.name.split()[0].lower()}@northlight.example",
        )  # fmt: skip
        manager_id = manager_id or member_id
        store.members.add_identity(member_id, Address(PLATFORM, PLATFORM, str(member_id)))
        member = store.members.one(member_id)
        if isinstance(member, Member):
            store.members.schedule(member_id, next_digest_at(member, now))
