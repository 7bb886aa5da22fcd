"""Members: who they are and what they chose. Who may see whose deals is decided here, once."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from sqlalchemy import Connection, Row, Table, func, select, update

from bot.model import Member, Muted, Pause, Role
from bot.store.room import Room
from bot.store.tables import acts, leaves, member_changes, members, pauses

SETTINGS = ("zone", "digest_at", "working_days", "country", "locale", "phone", "compact", "clear_day", "quiet")


@dataclass(frozen=True)
class Members(Room):
    def one(self, member_id: int) -> Member | None:
        row = self.connection.execute(select(members).where(self.mine(members), members.c.id == member_id)).first()
        return next(iter(with_days_off(self.connection, [row]))) if row else None

    def all(self) -> tuple[Member, ...]:
        return with_days_off(
            self.connection, self.rows(select(members).where(self.mine(members)).order_by(members.c.id))
        )

    def add(
        self,
        name: str,
        role: Role,
        zone: str,
        *,
        manager_id: int | None = None,
        email: str = "",
        digest_at: time = time(8, 30),
        working_days: tuple[int, ...] = (0, 1, 2, 3, 4),
        country: str = "",
        locale: str = "en-GB",
        phone: str = "",
        next_digest_at: datetime | None = None,
    ) -> int:
        return self.insert(
            members, name=name, role=role.value, zone=zone, manager_id=manager_id, email=email,
            digest_at=digest_at.isoformat("minutes"), working_days=list(working_days), country=country,
            locale=locale, phone=phone, next_digest_at=next_digest_at,
        )  # fmt: skip

    def with_email(self, email: str) -> Member | None:
        """The first member of that address; letter case plays no part."""
        condition = (self.mine(members), func.lower(members.c.email) == email.lower(), members.c.email != "")
        row = self.connection.execute(select(members).where(*condition).order_by(members.c.id).limit(1)).first()
        return next(iter(with_days_off(self.connection, [row]))) if row else None

    def describe(self, member_id: int, **known: str) -> None:
        """What a platform says of a member (name, email, zone, locale): no act of anybody's."""
        condition = (self.mine(members), members.c.id == member_id)
        self.connection.execute(update(members).where(*condition).values(**known))

    def add_leave(self, act_id: int, member_id: int, first_on: date, last_on: date) -> int:
        return self.insert(leaves, act_id=act_id, member_id=member_id, first_on=first_on, last_on=last_on)

    def leave_acts(self, member_id: int, day: date) -> tuple[int, ...]:
        """The standing acts by which the member is off on that day or a later one."""
        alive = (acts.c.organisation_id == leaves.c.organisation_id) & (acts.c.id == leaves.c.act_id)
        found = select(leaves.c.act_id).join(acts, alive).where(
            self.mine(leaves), leaves.c.member_id == member_id, leaves.c.last_on >= day,
            acts.c.undone_at.is_(None),
        )  # fmt: skip
        return tuple(row.act_id for row in self.rows(found))

    def add_pause(self, act_id: int, member_id: int, what: Muted, first_on: date, last_on: date) -> int:
        return self.insert(
            pauses, act_id=act_id, member_id=member_id, what=what.value, first_on=first_on, last_on=last_on
        )

    def change(self, act_id: int, member_id: int, **settings: Any) -> None:
        """New settings (SETTINGS, as stored); what they were before is kept, so that the act can be undone."""
        row = self.connection.execute(select(members).where(self.mine(members), members.c.id == member_id)).one()
        changes = {name: [getattr(row, name), value] for name, value in settings.items()}
        self.insert(member_changes, act_id=act_id, member_id=member_id, changes=changes)
        self.refold(act_id)

    def refold(self, act_id: int) -> None:
        """Writes the settings, as the standing changes add up, of the members whom an act changed."""
        touched = select(member_changes.c.member_id).where(self.mine(member_changes), member_changes.c.act_id == act_id)
        alive = (acts.c.organisation_id == member_changes.c.organisation_id) & (acts.c.id == member_changes.c.act_id)
        statement = (
            select(member_changes.c.member_id, member_changes.c.changes, acts.c.undone_at.is_not(None).label("undone"))
            .join(acts, alive)
            .where(self.mine(member_changes), member_changes.c.member_id.in_(touched))
            .order_by(member_changes.c.id)
        )
        folded: dict[int, dict[str, Any]] = defaultdict(dict)
        for row in self.rows(statement):
            for name, (before, after) in row.changes.items():
                folded[row.member_id].setdefault(name, before)
                if not row.undone:
                    folded[row.member_id][name] = after
        for member_id, values in folded.items():
            self.connection.execute(
                update(members).where(self.mine(members), members.c.id == member_id).values(**values)
            )

    def schedule(self, member_id: int, next_digest_at: datetime) -> None:
        condition = (self.mine(members), members.c.id == member_id)
        self.connection.execute(update(members).where(*condition).values(next_digest_at=next_digest_at))

    def visible_owners(self, member: Member) -> frozenset[int]:
        """Whose deals a member may see and change: their own; a manager's reps' too. An admin has settings, no deals."""
        if member.role is not Role.manager:
            return frozenset({member.id})
        reps = self.rows(select(members.c.id).where(self.mine(members), members.c.manager_id == member.id))
        return frozenset({member.id, *(row.id for row in reps)})


def with_days_off(connection: Connection, rows: Sequence[Row[Any]]) -> tuple[Member, ...]:
    """Members with the days off and the pauses that stand: two queries for all of them."""
    away: dict[int, list[tuple[date, date]]] = defaultdict(list)
    for row in _standing(connection, leaves, rows):
        away[row.member_id].append((row.first_on, row.last_on))
    muted: dict[int, list[Pause]] = defaultdict(list)
    for row in _standing(connection, pauses, rows):
        muted[row.member_id].append(Pause(Muted(row.what), row.first_on, row.last_on))
    return tuple(_member(row, tuple(away[row.id]), tuple(muted[row.id])) for row in rows)


def _standing(connection: Connection, table: Table, rows: Sequence[Row[Any]]) -> Sequence[Row[Any]]:
    alive = (acts.c.organisation_id == table.c.organisation_id) & (acts.c.id == table.c.act_id)
    found = select(table).join(acts, alive).where(acts.c.undone_at.is_(None))
    return connection.execute(found.where(table.c.member_id.in_([row.id for row in rows])).order_by(table.c.id)).all()


def _member(row: Row[Any], leave: tuple[tuple[date, date], ...], paused: tuple[Pause, ...]) -> Member:
    first, _, last = row.quiet.partition("-")
    return Member(
        id=row.id, organisation_id=row.organisation_id, name=row.name, role=Role(row.role), manager_id=row.manager_id,
        zone=row.zone, email=row.email, digest_at=time.fromisoformat(row.digest_at),
        working_days=tuple(row.working_days), country=row.country, locale=row.locale, phone=row.phone,
        compact=row.compact, clear_day=row.clear_day,
        quiet=(time.fromisoformat(first), time.fromisoformat(last)) if last else None,
        next_digest_at=row.next_digest_at, leave=leave, pauses=paused,
    )  # fmt: skip
