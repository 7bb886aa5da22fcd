"""The team's own: what an act put on the shelf or on the wall stands until another takes it back, or until it is undone."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Row, func, select

from bot.model import House, HousePhrase, Novelty, ShelfItem
from bot.store.room import MINE, Room, act_of
from bot.store.tables import acts, brought, house

BANNED, OPENER, TRADE, TAKEN_BACK = "banned", "opener", "trade", "taken back"
_OF_THE_WALL = (BANNED, OPENER, TRADE)
_NOVELTIES = frozenset(Novelty)


@dataclass(frozen=True)
class Houses(Room):
    def all(self) -> House:
        return house_of(self.ask(STANDING))

    def add(
        self, act_id: int, on: date, kind: str, text: str, *, first_on: date | None = None, until_on: date | None = None
    ) -> int:
        return self.insert(house, act_id=act_id, on=on, kind=kind, text=text, first_on=first_on, until_on=until_on)

    def take_back(self, act_id: int, on: date, row_id: int) -> None:
        self.insert(house, act_id=act_id, on=on, kind=TAKEN_BACK, of_id=row_id)

    def bring(self, act_id: int, deal_id: int, on: date, item_id: int, *, kept_back: bool = False) -> None:
        """The item was proposed for a touch of this deal, and the touch took place; or it was not used after all."""
        self.insert(brought, act_id=act_id, deal_id=deal_id, on=on, item_id=item_id, kept_back=kept_back)

    def is_of_the_wall(self, act_id: int) -> bool:
        """Whether the act put something on the wall, or took it off."""
        own = select(house.c.id).where(self.mine(house), house.c.act_id == act_id, house.c.kind.in_(_OF_THE_WALL))
        back = select(house.c.of_id).where(self.mine(house), house.c.act_id == act_id, house.c.kind == TAKEN_BACK)
        off = select(house.c.id).where(self.mine(house), house.c.id.in_(back), house.c.kind.in_(_OF_THE_WALL))
        return bool(self.rows(select(func.count()).select_from(own.union(off).subquery()))[0][0])


STANDING = (
    select(house, acts.c.member_id)
    .join(acts, act_of(house))
    .where(house.c.organisation_id == MINE, acts.c.undone_at.is_(None))
    .order_by(house.c.id)
)


def house_of(rows: Sequence[Row[Any]]) -> House:
    """What the rows of `STANDING` tell."""
    gone = {row.of_id for row in rows if row.kind == TAKEN_BACK}
    there = [row for row in rows if row.id not in gone]
    return House(
        tuple(_item(row) for row in there if row.kind in _NOVELTIES),
        tuple(_phrase(row) for row in there if row.kind == BANNED),
        tuple(_phrase(row) for row in there if row.kind == OPENER),
        trade=next((_phrase(row) for row in reversed(there) if row.kind == TRADE), None),
    )


def _item(row: Row[Any]) -> ShelfItem:
    return ShelfItem(
        row.id, row.act_id, row.member_id, row.on, Novelty(row.kind), row.text, row.first_on, row.until_on
    )  # fmt: skip


def _phrase(row: Row[Any]) -> HousePhrase:
    return HousePhrase(row.id, row.member_id, row.on, row.text)
