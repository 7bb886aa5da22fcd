"""What was answered before: a message is known by its keys; what says the same as before and stands, by its meaning."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, delete, func, insert, literal_column, select, union_all

from bot.model import Act
from bot.store.acts import Acts
from bot.store.asking import put
from bot.store.room import MINE, Ask, Room, chunks
from bot.store.tables import RECORDED, acts, inbound


@dataclass(frozen=True)
class Earlier:
    """A message that was answered before."""

    at: datetime
    member_id: int
    reply_json: str


Pair = tuple[str | None, str | None]
_KEYS = ("key", "also", "kept")  # under which one message may have been answered


@dataclass(frozen=True)
class AnsweredBefore(Room):
    acts: Acts
    _heard: list[dict[str, Any]] = field(default_factory=list)

    def before(
        self, member_id: int, keys: Sequence[str | None], meanings: Pair, since: datetime
    ) -> Earlier | Act | None:
        """What was answered under one of these keys; else the member's standing act of one of these meanings since then, if
        nothing has happened on its deals after it.

        What changed no deal, such as who leads whom, may go back and forth.
        """
        statement, values = self.asks(member_id, keys, meanings, since)
        return self.told(self.ask(statement, **values))

    @staticmethod
    def asks(member_id: int, keys: Sequence[str | None], meanings: Pair, since: datetime) -> Ask:
        given = dict(zip(_KEYS, (*keys, *[None] * len(_KEYS)), strict=False))
        return _BEFORE, {"member_id": member_id, "since": since, **given, "meaning": meanings[0], "marked": meanings[1]}

    def told(self, rows: Sequence[Row[Any]]) -> Earlier | Act | None:
        """What `before` tells by the rows of what it `asks`."""
        answered = next((Earlier(row.at, row.member_id, row.told) for row in rows if row.is_answer), None)
        is_last = (row for row in rows if self._newest_on(self.acts.deals_of(row.id)) == row.id)
        return answered or next((Act(row.id, row.member_id, row.at, row.told) for row in is_last), None)

    def _newest_on(self, deal_ids: Collection[int]) -> int | None:
        """The newest standing act on these deals."""
        found: list[int] = []
        for chunk in chunks(deal_ids):
            newest = [
                self.standing_rows(t, t.c.deal_id.in_(chunk)).order_by(None).with_only_columns(func.max(t.c.act_id))
                for t in RECORDED
            ]
            found += [row[0] for row in self.connection.execute(union_all(*newest)) if row[0]]
        return max(found, default=None)

    def remember(self, keys: Iterable[str], member_id: int, at: datetime, act_id: int | None, reply_json: str) -> None:
        """The inbound keys, at the end of the transaction of their effect; a second one with the same key fails it (unique)."""
        told = {"organisation_id": self.organisation_id, "member_id": member_id, "at": at, "act_id": act_id}
        self._heard.extend({**told, "key": key, "reply_json": reply_json} for key in keys)

    def close(self) -> None:
        for row in self._heard:
            put(self.connection, _REMEMBERING, [row])

    def forget(self, keys: Iterable[str]) -> None:
        """What was answered under these is answered anew."""
        self.connection.execute(delete(inbound).where(self.mine(inbound), inbound.c.key.in_(list(keys))))


_REMEMBERING = insert(inbound)
# A key or a meaning that is not given is none: nothing is like it.
_ANSWERED = select(
    literal_column("1").label("is_answer"),
    inbound.c.id,
    inbound.c.member_id,
    inbound.c.at,
    inbound.c.reply_json.label("told"),
).where(inbound.c.organisation_id == MINE, inbound.c.key.in_([*map(bindparam, _KEYS)]))
_SAME = (
    select(literal_column("0").label("is_answer"), acts.c.id, acts.c.member_id, acts.c.at, acts.c.summary)
    .where(
        acts.c.organisation_id == MINE, acts.c.member_id == bindparam("member_id"),
        acts.c.meaning.in_([bindparam("meaning"), bindparam("marked")]), acts.c.at >= bindparam("since"),
        acts.c.undone_at.is_(None),
    )
    .order_by(acts.c.id.desc())
    .limit(literal_column("1"))
)  # fmt: skip
_BEFORE = union_all(_ANSWERED, select(_SAME.subquery()))
