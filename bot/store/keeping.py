"""What has been kept long enough: texts of messages, answers and drafts, and deals that ended long ago. Across organisations.

A few hundred rows at a time, so that whoever presses a button does not wait for it.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, and_, delete, exists, func, or_, select, update

from bot.model import DealState, WorkspaceState
from bot.store.about import FORGOTTEN
from bot.store.sending import WITHDRAW
from bot.store.tables import RECORDED, acts, deals, drafts, inbound, outbox, touches, turns, workspaces
from bot.store.withdrawals import GIVEN_UP

_ENDED = ("sent", "unknown", "dead", "stopped")  # of a message
_OVER = (DealState.won.value, DealState.lost.value)
_UNNAMED = "a deal that is no longer kept"


@dataclass(frozen=True)
class Keeping:
    """Each verb takes at most `most` rows and returns how many; fewer than that: there is no more."""

    connection: Connection

    def due(self, what: str, before: datetime) -> int:
        """How many rows the verb of that name would take, however often it was asked."""
        table, is_old = _OLD[what]
        return self._many(table, is_old(before))

    def calls_due(self, before: datetime) -> int:
        """The calls and messages that would go with the deals."""
        going = select(deals.c.id).where(_closed_deals(before))
        return self._many(touches, touches.c.deal_id.in_(going))

    def drafts(self, before: datetime, most: int) -> int:
        return self._delete(drafts, _drafts(before), most)

    def replies(self, before: datetime, most: int) -> int:
        return self._update(inbound, _replies(before), most, reply_json=FORGOTTEN)

    def messages(self, before: datetime, most: int) -> int:
        return self._update(outbox, _messages(before), most, card_json=FORGOTTEN)

    def withdrawals(self, before: datetime, most: int) -> int:
        return self._update(outbox, _withdrawals(before), most, user="", details="")

    def undeleted(self, before: datetime, most: int) -> int:
        return self._update(outbox, _undeleted(before), most, user="", details="")

    def workspaces(self, before: datetime, most: int) -> int:
        return self._update(workspaces, _workspaces(before), most, name="", details="")

    def closed_deals(self, before: datetime, most: int) -> int:
        ids = self._ids(deals, _closed_deals(before), most)
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

    def _many(self, table: Table, old: ColumnElement[bool]) -> int:
        return int(self.connection.execute(select(func.count()).select_from(table).where(old)).scalar_one())

    def _delete(self, table: Table, old: ColumnElement[bool], most: int) -> int:
        ids = self._ids(table, old, most)
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


def _drafts(before: datetime) -> ColumnElement[bool]:
    """Those that became something. What still waits for whoever typed it stays: nothing typed is lost."""
    return and_(drafts.c.settled_at < before, _is_not_the_newest(drafts))


def _replies(before: datetime) -> ColumnElement[bool]:
    """What was answered; that it was answered stays, so that a press acts once."""
    return and_(inbound.c.at < before, inbound.c.reply_json != FORGOTTEN)


def _messages(before: datetime) -> ColumnElement[bool]:
    """The text of messages that are through; that and when they were sent stays."""
    return and_(outbox.c.created_at < before, outbox.c.state.in_(_ENDED), outbox.c.card_json != FORGOTTEN)


def _withdrawals(before: datetime) -> ColumnElement[bool]:
    """Of messages that were taken back: whose they were is nobody's business any more."""
    told = (outbox.c.kind == WITHDRAW, outbox.c.state == "sent", outbox.c.user != "")
    return and_(*told, outbox.c.created_at < before)


def _undeleted(before: datetime) -> ColumnElement[bool]:
    """Of messages that could not be taken back: until then whoever runs the bot has to know where they are."""
    told = (outbox.c.kind == WITHDRAW, outbox.c.state.in_(GIVEN_UP), outbox.c.user != "")
    return and_(*told, outbox.c.created_at < before)


def _workspaces(before: datetime) -> ColumnElement[bool]:
    """What a platform told of a workspace that is disconnected."""
    old = (workspaces.c.state == WorkspaceState.stopped.value, workspaces.c.changed_at < before)
    return and_(*old, or_(workspaces.c.name != "", workspaces.c.details != ""))


def _closed_deals(before: datetime) -> ColumnElement[bool]:
    """Won, lost or taken back, and nothing recorded on them since."""
    ended = or_(deals.c.state.in_(_OVER), deals.c.hidden)
    since = or_(*(_recorded_since(table, before) for table in RECORDED))
    return and_(ended, deals.c.created_at < before, _is_not_the_newest(deals), ~since)


def _is_not_the_newest(table: Table) -> ColumnElement[bool]:
    """That one stays: SQLite would give its number to another row, and old buttons would mean that one."""
    newest = table.alias()
    return table.c.id < select(func.max(newest.c.id)).scalar_subquery()


_OLD: Mapping[str, tuple[Table, Callable[[datetime], ColumnElement[bool]]]] = {
    "drafts": (drafts, _drafts), "replies": (inbound, _replies), "messages": (outbox, _messages), "withdrawals": (outbox, _withdrawals),
    "undeleted": (outbox, _undeleted),
    "workspaces": (workspaces, _workspaces), "closed_deals": (deals, _closed_deals),
}  # fmt: skip
