"""What has been kept long enough: texts of messages, answers and drafts, and deals that ended long ago. Across organisations.

A few hundred rows at a time, so that whoever presses a button does not wait for it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, and_, delete, exists, func, or_, select, update

from bot.model import DealState, WorkspaceState
from bot.store.erasing import FORGOTTEN
from bot.store.sending import WITHDRAW
from bot.store.tables import RECORDED, acts, deals, drafts, inbound, outbox, turns, workspaces

_ENDED = ("sent", "unknown", "dead", "stopped")  # of a message
_OVER = (DealState.won.value, DealState.lost.value)
_UNNAMED = "a deal that is no longer kept"


@dataclass(frozen=True)
class Keeping:
    """Each verb takes at most `most` rows and returns how many; fewer than that: there is no more."""

    connection: Connection

    def drafts(self, before: datetime, most: int) -> int:
        """Those that became something. What still waits for whoever typed it stays: nothing typed is lost."""
        return self._delete(drafts, drafts.c.settled_at < before, most)

    def replies(self, before: datetime, most: int) -> int:
        """What was answered; that it was answered stays, so that a press acts once."""
        old = (inbound.c.at < before, inbound.c.reply_json != FORGOTTEN)
        return self._update(inbound, and_(*old), most, reply_json=FORGOTTEN)

    def messages(self, before: datetime, most: int) -> int:
        """The text of messages that are through; that and when they were sent stays."""
        old = (outbox.c.created_at < before, outbox.c.state.in_(_ENDED), outbox.c.card_json != FORGOTTEN)
        return self._update(outbox, and_(*old), most, card_json=FORGOTTEN)

    def withdrawals(self, before: datetime, most: int) -> int:
        """Of messages that were taken back: whose they were is nobody's business any more."""
        told = (
            outbox.c.kind == WITHDRAW,
            outbox.c.state.in_(_ENDED),
            outbox.c.user != "",
            outbox.c.created_at < before,
        )
        return self._update(outbox, and_(*told), most, user="", details="")

    def workspaces(self, before: datetime, most: int) -> int:
        """What a platform told of a workspace that is disconnected."""
        old = (workspaces.c.state == WorkspaceState.stopped.value, workspaces.c.changed_at < before)
        told = or_(workspaces.c.name != "", workspaces.c.details != "")
        return self._update(workspaces, and_(*old, told), most, name="", details="")

    def closed_deals(self, before: datetime, most: int) -> int:
        """Won, lost or taken back, and nothing recorded on them since. The newest stays: its number is not given again."""
        ended = or_(deals.c.state.in_(_OVER), deals.c.hidden)
        newest = select(func.max(deals.c.id)).scalar_subquery()
        since = or_(*(_recorded_since(table, before) for table in RECORDED))
        ids = self._ids(deals, and_(ended, deals.c.created_at < before, deals.c.id < newest, ~since), most)
        if ids:
            self._forget_deals(ids)
        return len(ids)

    def _forget_deals(self, ids: Sequence[int]) -> None:
        touched: set[int] = {
            row.act_id for row in self.connection.execute(select(deals.c.act_id).where(deals.c.id.in_(ids)))
        }
        for table in (turns, *(one for one in RECORDED if one is not turns)):  # a turn refers to its promise
            gone = delete(table).where(table.c.deal_id.in_(ids)).returning(table.c.act_id)
            touched |= {row.act_id for row in self.connection.execute(gone)}
        self.connection.execute(delete(deals).where(deals.c.id.in_(ids)))
        left = or_(*(exists().where(table.c.act_id == acts.c.id) for table in RECORDED))
        empty = [row.id for row in self.connection.execute(select(acts.c.id).where(acts.c.id.in_(touched), ~left))]
        self.connection.execute(update(acts).where(acts.c.id.in_(empty)).values(summary=_UNNAMED, meaning="", salt=""))

    def _delete(self, table: Table, old: ColumnElement[bool], most: int) -> int:
        """The newest stays: SQLite would give its number to another row, and old buttons would mean that one."""
        newest = select(func.max(table.c.id)).scalar_subquery()
        ids = self._ids(table, and_(old, table.c.id < newest), most)
        self._on(ids, lambda these: delete(table).where(table.c.id.in_(these)))
        return len(ids)

    def _update(self, table: Table, old: ColumnElement[bool], most: int, **values: Any) -> int:
        ids = self._ids(table, old, most)
        self._on(ids, lambda these: update(table).where(table.c.id.in_(these)).values(**values))
        return len(ids)

    def _on(self, ids: Sequence[int], statement: Callable[[Sequence[int]], Any]) -> None:
        if ids:
            self.connection.execute(statement(ids))

    def _ids(self, table: Table, old: ColumnElement[bool], most: int) -> list[int]:
        chosen = select(table.c.id).where(old).order_by(table.c.id).limit(most).with_for_update(skip_locked=True)
        return [row.id for row in self.connection.execute(chosen)]


def _recorded_since(table: Table, before: datetime) -> ColumnElement[bool]:
    by = exists().where(acts.c.id == table.c.act_id, acts.c.at >= before)
    return exists().where(table.c.organisation_id == deals.c.organisation_id, table.c.deal_id == deals.c.id, by)
