"""What is asked across organisations: who is due, what has to be sent. Used by the scheduler and the operator only."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import cached_property
from typing import Any, Unpack

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Connection,
    and_,
    bindparam,
    delete,
    func,
    insert,
    or_,
    select,
    text,
    tuple_,
    update,
)

from bot.model import SCHEDULER, Organisation
from bot.store.audit import Audit
from bot.store.audit_chain import AuditChain
from bot.store.condition import Condition
from bot.store.counts import Counts
from bot.store.identities import Identities
from bot.store.keeping import Keeping
from bot.store.mornings import Mornings
from bot.store.organisation import organisation_from, policy_as_stored
from bot.store.sending import AGAIN, Outcome, Parcel, parcel_from
from bot.store.tables import members, meta, organisations, outbox
from bot.store.workspaces import Workspaces


@dataclass(frozen=True)
class Operator:
    connection: Connection
    source: str = SCHEDULER  # from where it is written when nobody says so

    @cached_property
    def audit(self) -> Audit:
        """The server's own record; an entry may name the organisation that it concerns."""
        return Audit(self.connection, None, self.source)

    def audit_names(self) -> dict[int, str]:
        """What the members are called now, of every organisation."""
        return {row.id: row.name for row in self.connection.execute(select(members.c.id, members.c.name))}

    def audit_members(self, told: str) -> frozenset[int]:
        """The numbers of whoever is called so, or has that address or number."""
        wanted = told.strip().casefold()
        asked = self.connection.execute(select(members.c.id, members.c.name, members.c.email))
        return frozenset(row.id for row in asked if wanted in {str(row.id), row.name.casefold(), row.email.casefold()})

    @cached_property
    def audit_chain(self) -> AuditChain:
        return AuditChain(self.connection)

    def close(self) -> None:
        """The end of a transaction: what was done in it goes into the audit record."""
        if "audit" in self.__dict__:
            self.audit.write()

    def organisations(self) -> tuple[Organisation, ...]:
        rows = self.connection.execute(select(organisations).order_by(organisations.c.id)).all()
        return tuple(organisation_from(row.id, row.name, row.policy) for row in rows)

    def create_organisation(self, name: str) -> int:
        statement = insert(organisations).values(name=name, policy=policy_as_stored()).returning(organisations.c.id)
        return int(self.connection.execute(statement).scalar_one())

    def rename_organisation(self, organisation_id: int, name: str) -> None:
        self.connection.execute(update(organisations).where(organisations.c.id == organisation_id).values(name=name))

    @cached_property
    def mornings(self) -> Mornings:
        return Mornings(self.connection)

    @cached_property
    def keeping(self) -> Keeping:
        return Keeping(self.connection)

    @cached_property
    def condition(self) -> Condition:
        return Condition(self.connection)

    @cached_property
    def counts(self) -> Counts:
        return Counts(self.connection)

    def clock(self) -> datetime | None:
        """The database's own clock, where that is another machine's."""
        if self.connection.dialect.name != "postgresql":
            return None
        told: datetime = self.connection.execute(text("SELECT clock_timestamp()")).scalar_one()
        return told.astimezone(UTC)

    def claim(
        self,
        now: datetime,
        lease: timedelta,
        limit: int = 100,
        *,
        at: datetime | None = None,
        without: Collection[tuple[str, str]] = (),
    ) -> list[Parcel]:
        """Takes what is to be sent; a parcel that may have arrived, or whose lease ran out in a try, comes back as uncertain.

        `without`: workspaces (platform, key) of which nothing is taken.

        Leases run by a clock of their own, which shows `at`; one that is longer than any was written by another clock.
        """
        at = at or now
        asked = {"now": now, "at": at, "beyond": at + 2 * lease, "most": limit, "without": list(without)}
        rows = self.connection.execute(_WAITING, asked).all()
        if rows:
            self.connection.execute(_TAKING, {"ids": [row.id for row in rows], "until": at + lease})
        return [parcel_from(row, lease_until=at + lease) for row in rows]

    def hold(self, parcel: Parcel, until: datetime, now: datetime) -> Parcel | None:
        """A try begins: the claimed parcel with a new lease, or None: its lease ran out and another sender has it."""
        asked = {
            "parcel": parcel.id,
            "held": parcel.lease_until,
            "until": until,
            "tried": now,
            "tries": parcel.attempts,
        }
        return replace(parcel, lease_until=until) if self.connection.execute(_HOLDING, asked).rowcount else None

    def repeat(self, parcel: Parcel) -> None:
        """The one repeat begins: whatever becomes of this process, there will be no other."""
        again = update(outbox).where(*_leased(parcel)).values(provider_ref=AGAIN)
        self.connection.execute(again)

    def settle(self, parcel: Parcel, state: str, at: datetime, **outcome: Unpack[Outcome]) -> None:
        """What became of a claimed parcel: sent, unknown, dead, stopped; or pending or uncertain until `retry_at`."""
        error, retry_at, reach = outcome.get("error", ""), outcome.get("retry_at"), outcome.get("reach")
        values: dict[str, Any] = {"state": state, "error": error, "lease_until": None}
        values |= {"provider_ref": outcome.get("provider_ref", "")}
        values |= {"sent_at": at} if state == "sent" else {}
        values |= {"not_before_at": retry_at} if retry_at else {}
        values |= {"tried_at": None} if state == "pending" else {}
        values |= {"attempts": outbox.c.attempts - 1} if outcome.get("uncounted") else {}
        # That it was sent is a fact, whoever tells it; anything else is for the holder of the lease to say.
        told = (outbox.c.id == parcel.id,) if state == "sent" else _leased(parcel)
        settled = self.connection.execute(update(outbox).where(*told).values(**values)).rowcount
        if settled and reach is not None:  # what a manager sees about it; nothing is written while nothing changes
            Identities(self.connection, parcel.organisation_id).mark(parcel.address, reach, error)

    @cached_property
    def workspaces(self) -> Workspaces:
        return Workspaces(self.connection, self.audit)

    def take_meta(self, key: str) -> str | None:
        """The value, for the first who asks: it is gone then."""
        return self.connection.execute(
            delete(meta).where(meta.c.key == key).returning(meta.c.value)
        ).scalar_one_or_none()

    def forget_expired(self, prefix: str, now: datetime) -> None:
        """Notes of that kind whose value is an instant that has passed."""
        self.connection.execute(delete(meta).where(meta.c.key.startswith(prefix), meta.c.value < now.isoformat()))

    def meta(self, key: str) -> str | None:
        return self.connection.execute(select(meta.c.value).where(meta.c.key == key)).scalar_one_or_none()

    def lease(self, key: str, now: datetime, until: datetime) -> bool:
        """Whether the caller alone may do something until then; False while somebody else does."""
        held = update(meta).where(meta.c.key == key, meta.c.value < now.isoformat()).values(value=until.isoformat())
        if self.connection.execute(held).rowcount:
            return True
        if self.meta(key) is not None:
            return False
        self.connection.execute(insert(meta).values(key=key, value=until.isoformat()))
        return True

    def set_meta(self, key: str, value: str) -> None:
        self.connection.execute(delete(meta).where(meta.c.key == key))
        self.connection.execute(insert(meta).values(key=key, value=value))


def _instant(name: str) -> BindParameter[datetime]:
    return bindparam(name, type_=outbox.c.not_before_at.type)


# Made once: every tick asks them.
_WAITING = (
    select(outbox)
    .where(
        or_(
            and_(outbox.c.state.in_(["pending", "uncertain"]), outbox.c.not_before_at <= _instant("now")),
            and_(
                outbox.c.state == "sending",
                or_(outbox.c.lease_until <= _instant("at"), outbox.c.lease_until > _instant("beyond")),
            ),
        ),
        tuple_(outbox.c.platform, outbox.c.workspace).not_in(bindparam("without", expanding=True)),
    )
    .order_by(outbox.c.not_before_at, outbox.c.id)
    .limit(bindparam("most"))
    .with_for_update(skip_locked=True)
)
_TAKING = (
    update(outbox)
    .where(outbox.c.id.in_(bindparam("ids", expanding=True)))
    .values(state="sending", lease_until=_instant("until"))
)
_HOLDING = (
    update(outbox)
    .where(outbox.c.id == bindparam("parcel"), outbox.c.state == "sending", outbox.c.lease_until == _instant("held"))
    .values(
        lease_until=_instant("until"),
        attempts=bindparam("tries"),
        tried_at=func.coalesce(outbox.c.tried_at, _instant("tried")),  # a look-back begins at the first uncertain try
    )
)


def _leased(parcel: Parcel) -> tuple[ColumnElement[bool], ...]:
    """Still in the hands of who claimed it: each claim and each new lease ends at another instant."""
    return outbox.c.id == parcel.id, outbox.c.state == "sending", outbox.c.lease_until == parcel.lease_until
