"""What is asked across organisations: who is due, what has to be sent. Used by the scheduler and the operator only."""

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from typing import Any

from sqlalchemy import Select, delete, insert, select, text, update
from sqlalchemy.exc import IntegrityError

from bot.model import Organisation
from bot.store.audit import Audit
from bot.store.audit_chain import AuditChain
from bot.store.awaited import Awaited
from bot.store.claims import Claims
from bot.store.condition import Condition
from bot.store.counts import Counts
from bot.store.keeping import Keeping
from bot.store.mornings import Mornings
from bot.store.organisation import organisation_from, policy_as_stored
from bot.store.tables import members, meta, organisations
from bot.store.withdrawals import Withdrawals
from bot.store.workspaces import Workspaces


@dataclass(frozen=True)
class Operator(Claims):
    @cached_property
    def audit(self) -> Audit:
        """The server's own record; an entry may name the organisation that it concerns."""
        return Audit(self.connection, None, self.source)

    def audit_names(self, organisation_id: int | None) -> dict[int, str]:
        """What the members are called now: of that organisation, or of all."""
        asked = select(members.c.id, members.c.name)
        return {row.id: row.name for row in self.connection.execute(_of(asked, organisation_id))}

    def audit_members(self, told: str, organisation_id: int | None) -> frozenset[int]:
        """The numbers of whoever is called so, or has that address or number: of that organisation, or of all."""
        wanted = told.strip().casefold()
        columns = select(members.c.id, members.c.name, members.c.email)
        asked = self.connection.execute(_of(columns, organisation_id))
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
        organisation_id = int(self.connection.execute(statement).scalar_one())
        if len(self.organisations()) == 1:
            self.awaited.belong_to(organisation_id)
        return organisation_id

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
    def awaited(self) -> Awaited:
        return Awaited(self.connection)

    @cached_property
    def withdrawals(self) -> Withdrawals:
        return Withdrawals(self.connection)

    @cached_property
    def counts(self) -> Counts:
        return Counts(self.connection)

    def clock(self) -> datetime | None:
        """The database's own clock, where that is another machine's."""
        if self.connection.dialect.name != "postgresql":
            return None
        told: datetime = self.connection.execute(text("SELECT clock_timestamp()")).scalar_one()
        return told.astimezone(UTC)

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

    def meta_of(self, prefix: str) -> tuple[str, ...]:
        """The values of all notes of that kind."""
        kept = select(meta.c.value).where(meta.c.key.startswith(prefix)).order_by(meta.c.key)
        return tuple(self.connection.execute(kept).scalars())

    def lease(self, key: str, now: datetime, until: datetime) -> bool:
        """Whether the caller alone may do something until then; False while somebody else does."""
        held = update(meta).where(meta.c.key == key, meta.c.value < now.isoformat()).values(value=until.isoformat())
        if self.connection.execute(held).rowcount:
            return True
        if self.meta(key) is not None:
            return False
        try:
            with self.connection.begin_nested():  # another process may be as fast
                self.connection.execute(insert(meta).values(key=key, value=until.isoformat()))
        except IntegrityError:
            return False
        return True

    def release(self, key: str, until: datetime | None = None) -> None:
        """`until`: only the lease that was taken until then, and not another's who took it since."""
        mine = (meta.c.value == until.isoformat(),) if until else ()
        self.connection.execute(delete(meta).where(meta.c.key == key, *mine))

    def set_meta(self, key: str, value: str) -> None:
        self.connection.execute(delete(meta).where(meta.c.key == key))
        self.connection.execute(insert(meta).values(key=key, value=value))


def _of(asked: Select[Any], organisation_id: int | None) -> Select[Any]:
    return asked if organisation_id is None else asked.where(members.c.organisation_id == organisation_id)
