"""Members and where they can be reached. Who may see whose deals is decided here, once."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from sqlalchemy import Connection, Row, select, update

from bot.model import Address, Member, Role
from bot.store.room import Room
from bot.store.tables import acts, identities, leaves, members


@dataclass(frozen=True)
class Members(Room):
    def one(self, member_id: int) -> Member | None:
        row = self.connection.execute(select(members).where(self.mine(members), members.c.id == member_id)).first()
        return next(iter(with_leave(self.connection, [row]))) if row else None

    def all(self) -> tuple[Member, ...]:
        return with_leave(self.connection, self.rows(select(members).where(self.mine(members)).order_by(members.c.id)))

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
        day_first: bool = True,
        phone: str = "",
        next_digest_at: datetime | None = None,
    ) -> int:
        return self.insert(
            members, name=name, role=role.value, zone=zone, manager_id=manager_id, email=email,
            digest_at=digest_at.isoformat("minutes"), working_days=list(working_days), country=country,
            day_first=day_first, phone=phone, next_digest_at=next_digest_at,
        )  # fmt: skip

    def add_identity(self, member_id: int, address: Address) -> int:
        return self.insert(
            identities, member_id=member_id, platform=address.platform, workspace=address.workspace,
            user=address.user, details=address.details,
        )  # fmt: skip

    def addresses(self, member_id: int) -> tuple[Address, ...]:
        found = self.rows(select(identities).where(self.mine(identities), identities.c.member_id == member_id))
        return tuple(Address(row.platform, row.workspace, row.user, row.details) for row in found)

    def add_leave(self, act_id: int, member_id: int, first_on: date, last_on: date) -> int:
        return self.insert(leaves, act_id=act_id, member_id=member_id, first_on=first_on, last_on=last_on)

    def schedule(self, member_id: int, next_digest_at: datetime) -> None:
        condition = (self.mine(members), members.c.id == member_id)
        self.connection.execute(update(members).where(*condition).values(next_digest_at=next_digest_at))

    def visible_owners(self, member: Member) -> frozenset[int]:
        """Whose deals a member may see and change: their own; a manager's reps' too."""
        if member.role is Role.rep:
            return frozenset({member.id})
        reps = self.rows(select(members.c.id).where(self.mine(members), members.c.manager_id == member.id))
        return frozenset({member.id, *(row.id for row in reps)})


def with_leave(connection: Connection, rows: Sequence[Row[Any]]) -> tuple[Member, ...]:
    """Members with the days off that stand, in one query for all of them."""
    away: dict[int, list[tuple[date, date]]] = defaultdict(list)
    alive = (acts.c.organisation_id == leaves.c.organisation_id) & (acts.c.id == leaves.c.act_id)
    standing = select(leaves).join(acts, alive).where(acts.c.undone_at.is_(None))
    for row in connection.execute(standing.where(leaves.c.member_id.in_([row.id for row in rows]))):
        away[row.member_id].append((row.first_on, row.last_on))
    return tuple(_member(row, tuple(away[row.id])) for row in rows)


def _member(row: Row[Any], leave: tuple[tuple[date, date], ...]) -> Member:
    return Member(
        id=row.id, organisation_id=row.organisation_id, name=row.name, role=Role(row.role), manager_id=row.manager_id,
        zone=row.zone, email=row.email, digest_at=time.fromisoformat(row.digest_at),
        working_days=tuple(row.working_days), country=row.country, day_first=row.day_first, phone=row.phone,
        next_digest_at=row.next_digest_at,
        leave=leave,
    )  # fmt: skip
