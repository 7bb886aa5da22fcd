"""Identities: a member on each platform, and whether a message gets to them there."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, bindparam, select, update

from bot.model import Address, Identity, Reach, WorkspaceState
from bot.store.room import MINE, Room
from bot.store.tables import identities, workspaces

# Nobody has told of every workspace: the trial page's is none.
IN_WORKSPACE = (
    (workspaces.c.organisation_id == identities.c.organisation_id)
    & (workspaces.c.platform == identities.c.platform)
    & (workspaces.c.key == identities.c.workspace)
)


@dataclass(frozen=True)
class Identities(Room):
    def at(self, address: Address) -> Identity | None:
        """Who that is on the platform; `details` plays no part."""
        place = {"platform": address.platform, "workspace": address.workspace, "user": address.user}
        return next(map(_identity, self.ask(_AT, **place)), None)

    def add(self, member_id: int, address: Address) -> int:
        return self.insert(
            identities, member_id=member_id, platform=address.platform, workspace=address.workspace,
            user=address.user, details=address.details,
        )  # fmt: skip

    def of(self, member_id: int) -> tuple[Identity, ...]:
        return tuple(map(_placed, self.rows(self._mine_by_id().where(identities.c.member_id == member_id))))

    def has_left(self, member_id: int) -> bool:
        """Every platform that they were on."""
        places = self.of(member_id)
        return bool(places) and all(place.reach is Reach.gone for place in places)

    def all(self) -> tuple[Identity, ...]:
        return tuple(map(_placed, self.rows(self._mine_by_id())))

    def there(self) -> frozenset[int]:
        """The members whom a platform knows and who have not left it."""
        here = select(identities.c.member_id).where(self.mine(identities), identities.c.state != Reach.gone.value)
        return frozenset(row.member_id for row in self.rows(here))

    def describe(self, address: Address) -> None:
        """Keeps what the adapter has found out since: the address's `details`."""
        self._change(address, details=address.details)

    def mark(self, address: Address, reach: Reach, why: str = "") -> None:
        """Reached or not; who has left stays gone."""
        changed = (*self._there(address), identities.c.state.notin_([reach.value, Reach.gone.value]))
        self.connection.execute(update(identities).where(*changed).values(state=reach.value, why=why))

    def look_again(self, platform: str, workspace: str) -> None:
        """Whoever could not be reached there perhaps is by now: it was installed anew."""
        there = (self.mine(identities), identities.c.platform == platform, identities.c.workspace == workspace)
        unreached = (*there, identities.c.state == Reach.unreachable.value)
        self.connection.execute(update(identities).where(*unreached).values(state=Reach.fine.value, why=""))

    def leave(self, address: Address, why: str, at: datetime) -> bool:
        """Whether they were there until now. Said again, it changes nothing: when they left is told by the first time."""
        there = (*self._there(address), identities.c.state != Reach.gone.value)
        gone = {"state": Reach.gone.value, "why": why, "gone_at": at}
        return bool(self.connection.execute(update(identities).where(*there).values(**gone)).rowcount)

    def come_back(self, address: Address) -> None:
        self._change(address, state=Reach.fine.value, why="", gone_at=None)

    def _change(self, address: Address, **values: Any) -> None:
        self.connection.execute(update(identities).where(*self._there(address)).values(**values))

    def _mine_by_id(self) -> Any:
        there = (workspaces.c.name.label("workspace_name"), workspaces.c.state.label("workspace_state"))
        known = select(identities, *there).outerjoin(workspaces, IN_WORKSPACE)
        return known.where(self.mine(identities)).order_by(identities.c.id)

    def _there(self, address: Address) -> tuple[ColumnElement[bool], ...]:
        return (
            self.mine(identities), identities.c.platform == address.platform,
            identities.c.workspace == address.workspace, identities.c.user == address.user,
        )  # fmt: skip


_AT = select(identities).where(
    identities.c.organisation_id == MINE, identities.c.platform == bindparam("platform"),
    identities.c.workspace == bindparam("workspace"), identities.c.user == bindparam("user"),
)  # fmt: skip


def _identity(row: Row[Any]) -> Identity:
    address = Address(row.platform, row.workspace, row.user, row.details)
    return Identity(row.member_id, address, Reach(row.state), row.why)


def _placed(row: Row[Any]) -> Identity:
    is_cut_off = row.workspace_state == WorkspaceState.stopped.value
    return replace(_identity(row), workspace_name=row.workspace_name or "", is_cut_off=is_cut_off)
