"""Workspaces: which Slack team or Teams tenant belongs to which organisation, and what is needed to speak there.

Secrets come here sealed and leave sealed: the store holds no key to them.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, bindparam, delete, insert, select, update

from bot.model import Workspace, WorkspaceState, is_operators
from bot.store.asking import asked
from bot.store.audit import Audit
from bot.store.elsewhere import Elsewhere
from bot.store.identities import Identities
from bot.store.tables import outbox, workspaces
from bot.store.unrenewed import Unrenewed
from bot.store.withdrawals import Withdrawals

IsIt = Callable[[Workspace], bool]  # whether its secret is the one that is meant: whoever asks can open it
_ONE = select(workspaces).where(
    workspaces.c.platform == bindparam("platform"), workspaces.c.key == bindparam("key")
)  # made once: every answer asks it


@dataclass(frozen=True)
class Workspaces:
    connection: Connection
    audit: Audit

    def one(self, platform: str, key: str) -> Workspace | None:
        return next(map(_workspace, asked(self.connection, _ONE, {"platform": platform, "key": key})), None)

    def all(self, platform: str) -> tuple[Workspace, ...]:
        known = select(workspaces).where(workspaces.c.platform == platform).order_by(workspaces.c.id)
        return tuple(map(_workspace, self.connection.execute(known).all()))

    def locked(self, platform: str, key: str) -> Workspace | None:
        """The workspace, while nobody else renews its token (PostgreSQL; SQLite writes one at a time anyway)."""
        row = self.connection.execute(_ONE.with_for_update(), {"platform": platform, "key": key}).first()
        return _workspace(row) if row else None

    def with_secrets(self) -> tuple[Workspace, ...]:
        """Those that have one, while nobody else renews it."""
        known = select(workspaces).where(workspaces.c.sealed != "").order_by(workspaces.c.id).with_for_update()
        return tuple(map(_workspace, self.connection.execute(known).all()))

    def connect(
        self, organisation_id: int, platform: str, key: str, name: str, details: str, sealed: str, at: datetime
    ) -> None:
        """A new workspace, or the same one again with what it says now; it stays with its organisation.

        Of several processes that start together, or of one that starts again, each says it: what is so already is no act.
        """
        told: dict[str, Any] = {"name": name, "details": details, "sealed": sealed}
        known = self.locked(platform, key)
        is_connected = known is not None and known.state is WorkspaceState.connected
        if is_connected and told == {what: getattr(known, what) for what in told}:
            return
        told |= {"changed_at": at, "state": WorkspaceState.connected.value}
        Withdrawals(self.connection).again(at, [platform], key)  # what was to be withdrawn there, and could not be
        self._tell("install", known.organisation_id if known else organisation_id, platform, key, at)
        if known:
            Unrenewed(self.connection).forget(known)
            Identities(self.connection, known.organisation_id).look_again(platform, key)
            self._change(platform, key, **told)
            return
        row = {"organisation_id": organisation_id, "platform": platform, "key": key, **told}
        self.connection.execute(insert(workspaces).values(row))

    def expect(self, organisation_id: int, platform: str, key: str, at: datetime) -> bool:
        """That workspace will belong to this organisation when it connects; False when it is connected already."""
        if self.one(platform, key):
            return False
        row = {"organisation_id": organisation_id, "platform": platform, "key": key, "changed_at": at}
        self.connection.execute(insert(workspaces).values(**row, state=WorkspaceState.awaited.value))
        self._tell("expect workspace", organisation_id, platform, key, at)
        return True

    def awaited(self) -> tuple[Workspace, ...]:
        """Those that were announced and have not come, on any platform."""
        waiting = select(workspaces).where(workspaces.c.state == WorkspaceState.awaited.value).order_by(workspaces.c.id)
        return tuple(map(_workspace, self.connection.execute(waiting).all()))

    def withdraw(self, platform: str, key: str, by: Collection[int], at: datetime) -> bool:
        """Whether it was awaited by one of these organisations; when it comes after all it is an organisation of its own."""
        known = self.one(platform, key)
        if known is None or known.state is not WorkspaceState.awaited or known.organisation_id not in by:
            return False
        self.connection.execute(delete(workspaces).where(workspaces.c.id == known.id))
        self._tell("withdraw workspace", known.organisation_id, platform, key, at)
        return True

    def reseal(self, platform: str, key: str, sealed: str, at: datetime) -> None:
        self._change(platform, key, sealed=sealed, changed_at=at)
        known = self.one(platform, key)
        self._tell("token renewed", known.organisation_id if known else None, platform, key, at)

    def renew(self, platform: str, key: str, sealed: str, at: datetime, *, is_it: IsIt) -> bool:
        """A new secret in the place of the one that it was made from (`is_it`); False where that is not the stored one any
        more: it was uninstalled meanwhile, or installed anew."""
        known = self.locked(platform, key)
        if known is None or known.state is not WorkspaceState.connected or not is_it(known):
            return False
        Unrenewed(self.connection).forget(known)
        self.reseal(platform, key, sealed, at)
        return True

    def cannot_renew(self, platform: str, key: str, why: str, *, is_it: IsIt) -> bool:
        """Its secret (`is_it`) will end, and no other comes but by a new installation."""
        known = self.locked(platform, key)
        if known is None or known.state is not WorkspaceState.connected or not is_it(known):
            return False
        Unrenewed(self.connection).note(known, why)
        return True

    def why_unrenewed(self, platform: str, key: str) -> str:
        """The platform's word for why its secret cannot be renewed; empty where nobody knows of any."""
        found = (
            one.why for one in Unrenewed(self.connection).all() if (one.platform, one.workspace) == (platform, key)
        )
        return next(found, "")

    def stop(self, platform: str, key: str, at: datetime, *, is_it: IsIt | None = None) -> bool:
        """Uninstalled or revoked: the secret is forgotten, what was queued for it goes where else its member is reached; the rest is
        never sent, or never looked for.

        What is to be withdrawn there waits until it is connected again. It is on record once. False where it was stopped before, or where its
        secret is another one than that which is dead (`is_it`)."""
        known = self.locked(platform, key)
        was_stopped = known is not None and known.state is WorkspaceState.stopped
        if not was_stopped and is_it is not None and (known is None or not is_it(known)):
            return False
        if known and not was_stopped:
            Unrenewed(self.connection).forget(known)
            self._tell("uninstall", known.organisation_id, platform, key, at)
            self._change(platform, key, state=WorkspaceState.stopped.value, sealed="", changed_at=at)
        theirs = (outbox.c.platform == platform, outbox.c.workspace == key)
        if known:
            Elsewhere(self.connection, known.organisation_id).send(*theirs, outbox.c.state == "pending")
        for waits, ends in (("pending", "stopped"), ("uncertain", "unknown")):
            queued = update(outbox).where(*theirs, outbox.c.state == waits)
            self.connection.execute(queued.values(state=ends, error="workspace disconnected"))
        return not was_stopped

    def _tell(self, action: str, organisation_id: int | None, platform: str, key: str, at: datetime) -> None:
        """By the operator, or by what the platform said."""
        source = self.audit.source if is_operators(self.audit.source) else platform
        told = {"source": source, "what": "workspace", "which": f"{platform}:{key}", "organisation_id": organisation_id}
        self.audit.tell(action, at, **told)

    def _change(self, platform: str, key: str, **values: Any) -> None:
        condition = (workspaces.c.platform == platform, workspaces.c.key == key)
        self.connection.execute(update(workspaces).where(*condition).values(**values))


def _workspace(row: Row[Any]) -> Workspace:
    return Workspace(
        id=row.id, organisation_id=row.organisation_id, platform=row.platform, key=row.key, name=row.name,
        state=WorkspaceState(row.state or WorkspaceState.connected), details=row.details, sealed=row.sealed,
    )  # fmt: skip
