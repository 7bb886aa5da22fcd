"""The trial team. Its people, and their recorded weeks: played through the core, line by line, as a rep would type them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from importlib import resources
from operator import itemgetter

from bot.app import App
from bot.cards import Message
from bot.conversation.mornings import plan_anew
from bot.model import TRIAL_PAGE, Address, Member, Role, first_name
from bot.store import Database, Store
from bot.worktime import instant, today_for

TEAM = "Northlight"
PLATFORM = TRIAL_PAGE


@dataclass(frozen=True)
class Person:
    name: str
    role: Role
    zone: str
    country: str
    phone: str
    locale: str = "en-GB"


PEOPLE = (
    Person("Maria Keane", Role.manager, "Europe/London", "GB-ENG", "555 0140"),
    Person("Tom Becker", Role.rep, "Europe/London", "GB-ENG", "555 0142"),
    Person("Lena Vogt", Role.rep, "Europe/Berlin", "DE", "555 0143"),
    Person("Omar Haddad", Role.rep, "America/New_York", "US", "555 0144", locale="en-US"),
)


def create_team(database: Database, now: datetime) -> int:
    """The organisation with one manager and three reps, and no deals; returns its id."""
    return database.begin(TEAM, lambda store: _add_people(store, now))


def _add_people(store: Store, now: datetime) -> int:
    manager_id = None
    for person in PEOPLE:
        member_id = store.members.add(
            person.name, person.role, person.zone, manager_id=manager_id, country=person.country,
            locale=person.locale, phone=person.phone, email=_email(person),
        )  # fmt: skip
        manager_id = manager_id or member_id
        store.identities.add(member_id, Address(PLATFORM, PLATFORM, str(member_id)))
        plan_anew(store, member_id, now)
    return store.organisation_id


def is_made_up(database: Database, organisation_id: int) -> bool:
    """Whether nobody is in it but the sample team: nobody of a real workspace belongs there unless somebody says so."""
    made_up = {_email(person) for person in PEOPLE}
    here = {member.email for member in database.read(organisation_id, lambda store: store.members.all())}
    return bool(here) and here <= made_up


def _email(person: Person) -> str:
    return f"{first_name(person.name).lower()}@northlight.example"


def first_organisation(database: Database, now: datetime) -> tuple[int | None, bool]:
    """The one that is there, or on SQLite the trial team, and whether it was made now. A server's database is never
    given people and deals that nobody has: there it is None."""
    known = database.operate(lambda operator: operator.organisations())
    if known or not database.is_sqlite:
        return (known[0].id if known else None), False
    return seed(database, now), True


def seed(database: Database, now: datetime) -> int:
    """The team with its recorded weeks; returns the organisation's id. Nothing of it is written by hand: all is played."""
    organisation_id = create_team(database, now)
    _play(database, organisation_id, now)
    return organisation_id


def _play(database: Database, organisation_id: int, now: datetime) -> None:
    played_at = _PlayedAt(now)
    app = App(database, played_at)
    members = {member.first_name.lower(): member for member in app.members(organisation_id)}
    told = ((_moment(line, members[line.who], now), line) for line in _lines())
    for at, line in sorted(
        told, key=itemgetter(0)
    ):  # as the days went by, in whatever zone: the audit record is in order
        played_at.at = at
        app.answer(Message(organisation_id, members[line.who].id, line.text))


@dataclass(frozen=True)
class _Line:
    """`-12 10:15 tom | logcall Harbour Foods: …`: working days before today, local time, who, what was typed."""

    days_ago: int
    at: time
    who: str
    text: str


@dataclass
class _PlayedAt:
    """The clock of the play: it stands at each line's moment."""

    at: datetime

    def __call__(self) -> datetime:
        return self.at


def _lines() -> Iterator[_Line]:
    script = resources.files("adapters.local").joinpath("sample.txt").read_text(encoding="utf-8")
    for row in script.splitlines():
        if row.strip() and not row.startswith("#"):
            when, text = row.split("|", 1)
            days, at, who = when.split()
            yield _Line(int(days), time.fromisoformat(at), who, text.strip())


def _moment(line: _Line, member: Member, now: datetime) -> datetime:
    """The line's time on the n-th working day (Monday to Friday) before today."""
    day = today_for(member, now)
    for _ in range(-line.days_ago):
        day -= timedelta(days=3 if day.weekday() == 0 else 2 if day.weekday() == 6 else 1)  # noqa: PLR2004 - Sunday
    return min(instant(day, line.at, member.zone), now)
