"""Workspaces whose secret cannot be renewed any more: a note each, until they are installed anew. Whose it is stands in its key."""

from dataclasses import dataclass
from typing import NamedTuple

from sqlalchemy import Connection, delete, insert, select

from bot.model import Workspace
from bot.store.tables import meta, workspaces

_PREFIX = "unrenewed:"


class ToInstall(NamedTuple):
    """A workspace that has to be installed again, with the platform's own word for why."""

    platform: str
    workspace: str
    name: str
    why: str


@dataclass(frozen=True)
class Unrenewed:
    """`organisation_id`: of which; None is of all."""

    connection: Connection
    organisation_id: int | None = None

    def note(self, workspace: Workspace, why: str) -> None:
        self.forget(workspace)
        self.connection.execute(insert(meta).values(key=f"{_PREFIX}{workspace.id}", value=why))

    def forget(self, workspace: Workspace) -> None:
        self.connection.execute(delete(meta).where(meta.c.key == f"{_PREFIX}{workspace.id}"))

    def all(self) -> tuple[ToInstall, ...]:
        noted = select(meta.c.key, meta.c.value).where(meta.c.key.startswith(_PREFIX))
        why = {int(row.key.removeprefix(_PREFIX)): row.value for row in self.connection.execute(noted)}
        if not why:
            return ()
        theirs = select(workspaces).where(workspaces.c.id.in_(why)).order_by(workspaces.c.id)
        if self.organisation_id is not None:
            theirs = theirs.where(workspaces.c.organisation_id == self.organisation_id)
        found = self.connection.execute(theirs)
        return tuple(ToInstall(row.platform, row.key, row.name, why[row.id]) for row in found)
