"""Members: who they are and what they chose. Who may see whose deals is decided here, once."""

import hashlib
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    Select,
    Table,
    bindparam,
    delete,
    func,
    literal,
    select,
    union_all,
    update,
)

from bot.model import Member, Muted, Pause, Role
from bot.store.chosen import Chosen
from bot.store.room import MINE
from bot.store.tables import acts, leaves, members, meta, pauses

IS_THERE = members.c.joined_into_id.is_(None)  # not somebody who has become another member


@dataclass(frozen=True)
class Members(Chosen):
    def one(self, member_id: int) -> Member | None:
        return next(iter(with_days_off(self.connection, self.ask(_ONE, member_id=member_id))), None)

    def all(self) -> tuple[Member, ...]:
        return with_days_off(
            self.connection, self.rows(select(members).where(self.mine(members), IS_THERE).order_by(members.c.id))
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
        condition = (self.mine(members), IS_THERE, func.lower(members.c.email) == email.lower(), members.c.email != "")
        found = self.rows(select(members).where(*condition).order_by(members.c.id).limit(1))
        return next(iter(with_days_off(self.connection, found)), None)

    def names(self) -> dict[int, str]:
        """Everybody's name, by member."""
        return {row.id: row.name for row in self.rows(select(members.c.id, members.c.name).where(self.mine(members)))}

    def seeing(self, owner_id: int) -> tuple[str, ...]:
        """The names of who sees a member's deals: themselves, and who leads them."""
        leads = (members.c.role != Role.rep.value) & members.c.id.in_(
            select(members.c.manager_id).where(self.mine(members), members.c.id == owner_id)
        )
        seen = select(members.c.id, members.c.name).where(self.mine(members), (members.c.id == owner_id) | leads)
        return tuple(row.name for row in sorted(self.rows(seen), key=lambda row: row.id != owner_id))

    def has_admin(self) -> bool:
        admin = select(members.c.id).where(self.mine(members), members.c.role == Role.admin.value).limit(1)
        return self.connection.execute(admin).first() is not None

    def take_awaited_admin(self, email: str) -> bool:
        """Whether the operator had named that address as an admin here, or before there was any organisation."""
        notes = [awaited_admin(email, self.organisation_id), awaited_admin(email, None)]
        taken = delete(meta).where(meta.c.key.in_(notes)).returning(meta.c.key)
        return bool(email) and bool(self.connection.execute(taken).all())

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

    def schedule(self, member_id: int, next_digest_at: datetime) -> None:
        condition = (self.mine(members), members.c.id == member_id)
        self.connection.execute(update(members).where(*condition).values(next_digest_at=next_digest_at))

    def visible_owners(self, member: Member) -> frozenset[int]:
        """Whose deals a member may see and change: their own, and those of whom they lead. Being an admin shows none."""
        if not member.may_lead:
            return frozenset({member.id})
        reps = self.rows(select(members.c.id).where(self.mine(members), members.c.manager_id == member.id))
        return frozenset({member.id, *(row.id for row in reps)})


def awaited_admin(email: str, organisation_id: int | None) -> str:
    """The key of the operator's note that whoever has this address is an admin of that organisation, or of the first."""
    where = "" if organisation_id is None else f"{organisation_id}:"
    return f"admin:{hashlib.sha256(f'{where}{email.lower()}'.encode()).hexdigest()}"


def with_days_off(connection: Connection, rows: Sequence[Row[Any]]) -> tuple[Member, ...]:
    """Members with the days off and the pauses that stand: one query for all of them."""
    away: dict[int, list[tuple[date, date]]] = defaultdict(list)
    muted: dict[int, list[Pause]] = defaultdict(list)
    for member_id, what, first_on, last_on in connection.execute(_DAYS_OFF, {"member_ids": [row.id for row in rows]}):
        if what:
            muted[member_id].append(Pause(Muted(what), first_on, last_on))
        else:
            away[member_id].append((first_on, last_on))
    return tuple(_member(row, tuple(away[row.id]), tuple(muted[row.id])) for row in rows)


def _days_off(table: Table, what: ColumnElement[str]) -> Select[Any]:
    alive = (acts.c.organisation_id == table.c.organisation_id) & (acts.c.id == table.c.act_id)
    chosen = (table.c.member_id, what.label("what"), table.c.first_on.label("first_on"), table.c.last_on)
    of_them = table.c.member_id.in_(bindparam("member_ids", expanding=True))
    return select(*chosen).join(acts, alive).where(acts.c.undone_at.is_(None), of_them)


_ONE = select(members).where(members.c.organisation_id == MINE, members.c.id == bindparam("member_id"))
_DAYS_OFF = union_all(_days_off(leaves, literal("")), _days_off(pauses, pauses.c.what)).order_by("first_on")


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
