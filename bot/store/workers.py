"""One worker at a time sends to a workspace: then its pace, which each worker keeps for itself, is the workspace's own.

It has the workspace while it sends there, renews that while a queue lasts, and gives it back with a rest. One that is killed has
it until its lease ends. Asked on PostgreSQL alone: SQLite has one process. Instants are of the clock that leases run by.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import BindParameter, Connection, and_, bindparam, or_, select, tuple_, update

from bot.model import Address
from bot.store.tables import outbox, workspaces

Workspace = tuple[str, str]  # its platform, and its key there
REST = timedelta(seconds=1)  # after the last message: by then a new worker's burst is within the pace


@dataclass(frozen=True)
class Workers:
    connection: Connection
    worker: str  # this one; empty where no other can be

    def take(self, ids: Collection[int], asked: Mapping[str, Any], until: datetime) -> set[int | None]:
        """Which of these workspaces are this worker's until then. None waits: what another is just taking is the other's."""
        return (
            set(self.connection.execute(_TAKING, {**asked, "ids": list(ids), "until": until}).scalars())
            if ids
            else set()
        )

    def keep(self, address: Address, until: datetime) -> None:
        """The queue lasts."""
        here = (workspaces.c.platform == address.platform, workspaces.c.key == address.workspace)
        self._change(*here, workspaces.c.worker == self.worker, worker_until=until)

    def leave(self, left: Collection[Workspace], at: datetime) -> None:
        """Nothing is under way there any more."""
        theirs = (tuple_(workspaces.c.platform, workspaces.c.key).in_(left), workspaces.c.worker == self.worker)
        if left:
            self._change(*theirs, worker_until=at + REST)

    def close(self, address: Address, until: datetime) -> None:
        """Its platform asked for a pause: every worker's, and whatever becomes of this one."""
        here = (workspaces.c.platform == address.platform, workspaces.c.key == address.workspace)
        self._change(*here, closed_until=until)

    def _change(self, *where: Any, **values: datetime) -> None:
        if self.worker:
            self.connection.execute(update(workspaces).where(*where).values(**values))


def _instant(name: str) -> BindParameter[datetime]:
    return bindparam(name, type_=workspaces.c.worker_until.type)


IS_ITS_WORKSPACE = and_(workspaces.c.platform == outbox.c.platform, workspaces.c.key == outbox.c.workspace)
IS_ANOTHERS = workspaces.c.worker.not_in(["", bindparam("worker")])
IS_FREE = and_(
    or_(
        ~IS_ANOTHERS,
        workspaces.c.worker_until <= _instant("at"),
        workspaces.c.worker_until > _instant("beyond"),  # written by another clock
    ),
    or_(workspaces.c.closed_until.is_(None), workspaces.c.closed_until <= _instant("at")),
)
_THESE = select(workspaces.c.id).where(workspaces.c.id.in_(bindparam("ids", expanding=True)), IS_FREE)
_TAKING = (
    update(workspaces)
    .where(workspaces.c.id.in_(_THESE.with_for_update(skip_locked=True, key_share=True)))
    .values(worker=bindparam("worker"), worker_until=_instant("until"))
    .returning(workspaces.c.id)
)
