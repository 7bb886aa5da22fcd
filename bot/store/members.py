"""Members and where they can be reached. Who may see whose deals is decided here, once."""

from dataclasses import dataclass
from datetime import datetime, time
from typing import Any

from sqlalchemy import Row, select, update

from bot.model import Address, Member, Role
from bot.store.room import Room
from bot.store.tables import identities, members


@dataclass(frozen=True)
class Members(Room):
    def one(self, member_id: int) -> Member | None:
        row = self.connection.execute(select(members).where(self.mine(members), members.c.id == member_id)).first()
        return member_from(row) if row else None

    def all(self) -> tuple[Member, ...]:
        return tuple(
            member_from(row) for row in self.rows(select(members).where(self.mine(members)).order_by(members.c.id))
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

    def schedule(self, member_id: int, next_digest_at: datetime) -> None:
        condition = (self.mine(members), members.c.id == member_id)
        self.connection.execute(update(members).where(*condition).values(next_digest_at=next_digest_at))

    def visible_owners(self, member: Member) -> frozenset[int]:
        """Whose deals a member may see and change: their own; a manager's reps' too."""
        if member.role is Role.rep:
            return frozenset({member.id})
        reps = self.rows(select(members.c.id).where(self.mine(members), members.c.manager_id == member.id))
        return frozenset({member.id, *(row.id for row in reps)})


def member_from(row: Row[Any]) -> Member:
    return Member(
        id=row.id, organisation_id=row.organisation_id, name=row.name, role=Role(row.role), manager_id=row.manager_id,
        zone=row.zone, email=row.email, digest_at=time.fromisoformat(row.digest_at),
        working_days=tuple(row.working_days), country=row.country, day_first=row.day_first, phone=row.phone,
        next_digest_at=row.next_digest_at,
    )  # fmt: skip
