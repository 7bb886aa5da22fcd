"""What is to be sent: taken from the outbox, held while it is sent, settled. By whoever holds its lease, and its workspace."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import cached_property
from typing import Any, Unpack

from sqlalchemy import BindParameter, ColumnElement, Connection, Row, and_, bindparam, func, or_, select, tuple_, update

from bot.model import SCHEDULER, Reach
from bot.store.elsewhere import Elsewhere
from bot.store.identities import Identities
from bot.store.sending import AGAIN, Outcome, Parcel, parcel_from
from bot.store.tables import outbox, workspaces
from bot.store.workers import IS_ANOTHERS, IS_FREE, IS_ITS_WORKSPACE, Workers, Workspace

_SURELY_NOT_THERE = frozenset({"dead", "stopped"})


@dataclass(frozen=True)
class Claims:
    connection: Connection
    source: str = SCHEDULER  # from where it is written when nobody says so
    worker: str = ""

    @cached_property
    def workers(self) -> Workers:
        return Workers(self.connection, self.worker)

    def claim(
        self,
        now: datetime,
        lease: timedelta,
        limit: int = 100,
        *,
        at: datetime | None = None,
        without: Collection[Workspace] = (),
        left: Collection[Workspace] = (),
    ) -> list[Parcel]:
        """Takes what is to be sent; a parcel that may have arrived, or whose lease ran out in a try, comes back as uncertain.

        `without`: workspaces of which nothing is taken. `left`: those to which this worker sends no more, unless it gets them anew.

        Leases run by a clock of their own, which shows `at`; one that is longer than any was written by another clock.
        """
        at = at or now
        self.workers.leave(left, at)
        rows = self._to_send({"now": now, "at": at, "beyond": at + 2 * lease, "most": limit}, at + lease, list(without))
        if rows:
            self.connection.execute(_TAKING, {"ids": [row.id for row in rows], "until": at + lease})
        return [parcel_from(row, lease_until=at + lease) for row in rows]

    def _to_send(self, asked: dict[str, Any], until: datetime, without: list[Workspace]) -> list[Row[Any]]:
        """Rows that nobody else takes, of workspaces that nobody else has: what another got meanwhile is looked for no more."""
        if not self.worker:
            return list(self.connection.execute(_WAITING, asked | {"without": without}).all())
        asked |= {"worker": self.worker}
        while rows := self.connection.execute(_WAITING_HERE, asked | {"without": without}).all():
            ours = self.workers.take({row.workspace_id for row in rows} - {None}, asked, until) | {None}
            taken = [row for row in rows if row.workspace_id in ours]
            if taken:
                return taken
            without = [*without, *{(row.platform, row.workspace) for row in rows}]
        return []

    def hold(self, parcel: Parcel, until: datetime, now: datetime) -> Parcel | None:
        """A try begins: the claimed parcel with a new lease, or None: another worker has it by now, or its workspace."""
        asked = {
            "parcel": parcel.id, "held": parcel.lease_until, "until": until, "tried": now, "tries": parcel.attempts,
        }  # fmt: skip
        held = (
            self.connection.execute(_HOLDING_HERE, asked | {"worker": self.worker})
            if self.worker
            else self.connection.execute(_HOLDING, asked)
        )
        return replace(parcel, lease_until=until) if held.rowcount else None

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
        if settled and reach is Reach.unreachable and state in _SURELY_NOT_THERE:
            Elsewhere(self.connection, parcel.organisation_id).send(outbox.c.id == parcel.id)


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
_WAITING_HERE = (  # where other workers may be
    _WAITING.add_columns(workspaces.c.id.label("workspace_id"))
    .select_from(outbox.outerjoin(workspaces, IS_ITS_WORKSPACE))
    .where(or_(workspaces.c.id.is_(None), IS_FREE))
    .with_for_update(of=outbox, skip_locked=True)
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
_HOLDING_HERE = _HOLDING.where(~select(workspaces.c.id).where(IS_ITS_WORKSPACE, IS_ANOTHERS).exists())


def _leased(parcel: Parcel) -> tuple[ColumnElement[bool], ...]:
    """Still in the hands of who claimed it: each claim and each new lease ends at another instant."""
    return outbox.c.id == parcel.id, outbox.c.state == "sending", outbox.c.lease_until == parcel.lease_until
