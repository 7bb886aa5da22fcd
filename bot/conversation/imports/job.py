"""One file to import: asked by whom, for whose deals, read how. A rep imports their own; a manager their team's; an admin all."""

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from bot.days import is_day_first
from bot.model import PAGE, Member, Role
from bot.reading.spreadsheets.headers import Columns, mapped, recognised, signature
from bot.reading.spreadsheets.rows import Survey, survey
from bot.reading.spreadsheets.text import Sheet
from bot.store import Database, Looking
from bot.worktime import today_for

_BLOCK = 1 << 20


@dataclass(frozen=True)
class Job:
    organisation_id: int
    member: Member  # whose act it is
    members: tuple[Member, ...]
    owners: frozenset[int]  # whose deals it may make and change
    fallback: Member  # who gets what nobody owns
    name: str  # of the file
    sheet: Sheet
    columns: Columns
    survey: Survey
    now: datetime
    source: str = PAGE  # where it was asked for

    @cached_property
    def today(self) -> date:
        return today_for(self.member, self.now)

    @cached_property
    def called(self) -> Mapping[str, Member]:
        """Members by what an export may call them: number, e-mail, name, or a first name that nobody else has."""
        firsts = Counter(member.first_name.casefold() for member in self.members)
        alone = [(m.first_name, m) for m in self.members if firsts[m.first_name.casefold()] == 1]
        ways = [(way, m) for m in reversed(self.members) for way in (str(m.id), m.email, m.name)]
        return {way.casefold(): member for way, member in (*alone, *ways) if way}

    @cached_property
    def digest(self) -> str:
        """The same content, read the same way, for the same person: an interrupted import that it repeats goes on."""
        found = hashlib.sha256(repr((self.columns.source, sorted(self.columns.places.items()))).encode())
        found.update(repr((self.fallback.id, sorted(self.owners))).encode())
        self.sheet.content.seek(0)
        while block := self.sheet.content.read(_BLOCK):
            found.update(block)
        return found.hexdigest()


def job_for(
    database: Looking,
    member: Member,
    name: str,
    sheet: Sheet,
    by_hand: Mapping[str, str],
    now: datetime,
    *,
    fallback: Member | None = None,
    operator: bool = False,
) -> Job | None:
    """The job, once it is clear what the columns mean; None while it is not. The operator imports for everybody.

    Raises WrongMapping, BrokenFile.
    """  # fmt: skip
    columns = mapped(sheet.header, by_hand) if by_hand else recognised(sheet.header)
    if columns is None:
        return None
    organisation_id = member.organisation_id
    members = database.read(organisation_id, lambda store: store.members.all())
    if operator or member.role is Role.admin:
        owners = frozenset(m.id for m in members)
    else:
        owners = database.read(organisation_id, lambda store: store.members.visible_owners(member))
    owner = fallback if fallback and fallback.id in owners else member
    found = survey(sheet, columns, day_first=is_day_first(owner.locale))
    source = database.source if operator else PAGE
    return Job(organisation_id, member, members, owners, owner, name, sheet, columns, found, now, source)


def mapping_of(database: Looking, organisation_id: int, sheet: Sheet) -> dict[str, str]:
    """How this organisation mapped that header row before; empty when it never did."""
    return database.read(organisation_id, lambda store: store.imports.mapping(signature(sheet.header)))


def remember_mapping(database: Database, organisation_id: int, sheet: Sheet, by_hand: Mapping[str, str]) -> None:
    """For the next file with the same header row."""
    header = signature(sheet.header)
    database.write(organisation_id, lambda store: store.imports.remember_mapping(header, by_hand))


def first_manager(members: Sequence[Member]) -> Member:
    """Who owns what nobody else does: the first manager, else the first admin, else the first member."""
    for role in (Role.manager, Role.admin):
        found = next((member for member in members if member.role is role), None)
        if found:
            return found
    return members[0]


def member_called(text: str, members: Sequence[Member]) -> Member | None:
    """A member by id, e-mail or name. What looks like an e-mail is one: a name is whatever its bearer calls themselves."""
    wanted = text.strip().casefold()
    if "@" in wanted:
        return next((m for m in members if wanted == m.email.casefold()), None)
    return next((m for m in members if wanted and wanted in {str(m.id), m.name.casefold()}), None)
