"""What is asked across organisations: who is due, what has to be sent. Used by the scheduler and the operator only."""

from dataclasses import asdict, dataclass
from datetime import datetime, time, timedelta
from typing import Any

from sqlalchemy import Connection, Row, and_, delete, insert, or_, select, update

from bot.model import Member, Organisation, Policy
from bot.store.members import with_days_off
from bot.store.sending import Parcel, parcel_from
from bot.store.tables import members, meta, organisations, outbox


@dataclass(frozen=True)
class Operator:
    connection: Connection

    def organisations(self) -> tuple[Organisation, ...]:
        rows = self.connection.execute(select(organisations).order_by(organisations.c.id)).all()
        return tuple(organisation_from(row) for row in rows)

    def create_organisation(self, name: str) -> int:
        policy = asdict(Policy()) | {"day_ends_at": Policy().day_ends_at.isoformat("minutes")}
        statement = insert(organisations).values(name=name, policy=policy).returning(organisations.c.id)
        return int(self.connection.execute(statement).scalar_one())

    def members_due(self, now: datetime, limit: int = 500) -> list[Member]:
        """Members whose digest hour has come; on PostgreSQL another process gets others."""
        statement = (
            select(members)
            .where(members.c.next_digest_at <= now)
            .order_by(members.c.next_digest_at, members.c.id)
            .limit(limit)
            .with_for_update(skip_locked=True)
        )
        return list(with_days_off(self.connection, self.connection.execute(statement).all()))

    def unscheduled(self) -> list[Member]:
        unplanned = select(members).where(members.c.next_digest_at.is_(None))
        return list(with_days_off(self.connection, self.connection.execute(unplanned).all()))

    def schedule(self, member_id: int, next_digest_at: datetime) -> None:
        self.connection.execute(update(members).where(members.c.id == member_id).values(next_digest_at=next_digest_at))

    def claim(self, now: datetime, lease: timedelta, limit: int = 100) -> list[Parcel]:
        """Takes what is to be sent; a parcel whose lease ran out comes back as uncertain."""
        waiting = and_(outbox.c.state == "pending", outbox.c.not_before_at <= now)
        lost = and_(outbox.c.state == "sending", outbox.c.lease_until <= now)
        statement = select(outbox).where(or_(waiting, lost)).order_by(outbox.c.not_before_at, outbox.c.id).limit(limit)
        rows = self.connection.execute(statement.with_for_update(skip_locked=True)).all()
        taken = update(outbox).where(outbox.c.id.in_([row.id for row in rows]))
        self.connection.execute(taken.values(state="sending", lease_until=now + lease, attempts=outbox.c.attempts + 1))
        return [parcel_from(row, uncertain=row.state == "sending") for row in rows]

    def settle(
        self, parcel_id: int, state: str, at: datetime, *,
        provider_ref: str = "", error: str = "", retry_at: datetime | None = None,
    ) -> None:  # fmt: skip
        """What became of a claimed parcel: sent, unknown, dead, stopped, or pending again from `retry_at`."""
        values: dict[str, Any] = {"state": state, "error": error, "provider_ref": provider_ref, "lease_until": None}
        values |= {"sent_at": at} if state == "sent" else {}
        values |= {"not_before_at": retry_at} if retry_at else {}
        self.connection.execute(update(outbox).where(outbox.c.id == parcel_id).values(**values))

    def meta(self, key: str) -> str | None:
        return self.connection.execute(select(meta.c.value).where(meta.c.key == key)).scalar_one_or_none()

    def set_meta(self, key: str, value: str) -> None:
        self.connection.execute(delete(meta).where(meta.c.key == key))
        self.connection.execute(insert(meta).values(key=key, value=value))


def organisation_from(row: Row[Any]) -> Organisation:
    figures = {name: value for name, value in row.policy.items() if name in Policy.__dataclass_fields__}
    if "day_ends_at" in figures:
        figures["day_ends_at"] = time.fromisoformat(figures["day_ends_at"])
    return Organisation(row.id, row.name, Policy(**figures))
