"""What customers say or promise that may be about buying, and what is open on those deals."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Date, Row, Text, bindparam, literal_column, or_, select

from bot.model import Side
from bot.playbook.monday import BUYING_DAYS, ON_RECORD_DAYS, OfDeal
from bot.reading.outcome.buyingparts import PARTS
from bot.store.among import among
from bot.store.monday_topics import LIVE, SINCE, TODAY, of_its_deal, owned_by_row, stands
from bot.store.room import MINE, Room
from bot.store.tables import commitments, deals, touches

_MOST_TOLD = 200  # words about buying that are read: the newest first


@dataclass(frozen=True)
class Told:
    """What they said or promised that may be about buying; `said_on` is None for a promise, whose day is `due_on`."""

    deal: OfDeal
    worth: tuple[str, str]
    text: str
    by: str
    said_on: date | None = None
    due_on: date | None = None


@dataclass(frozen=True)
class Buying(Room):
    def about_buying(self, owner_ids: Collection[int], today: date) -> list[Told]:
        """Their words of late, the newest first, and their promises by a day."""
        since = today - timedelta(days=ON_RECORD_DAYS)
        said = [
            Told(_of_deal(row, row.on), (row.value, row.currency), row.said, row.contact, said_on=row.on)
            for row in self.of_owners(_SAID, owner_ids, since=since, most=_MOST_TOLD)
        ]
        promised = [
            Told(_of_deal(row, row.due_on), (row.value, row.currency), row.text, row.contact, due_on=row.due_on)
            for row in self.of_owners(
                _PROMISED, owner_ids, today=today, last=today + timedelta(days=BUYING_DAYS), most=_MOST_TOLD
            )
        ]
        return [*said, *promised]

    def still_open(self, deal_ids: Collection[int]) -> dict[int, list[tuple[int, Side, str, date | None]]]:
        """By deal: (id, side, what, its day) of the promises that are open, the earliest first."""
        found: dict[int, list[tuple[int, Side, str, date | None]]] = defaultdict(list)
        for row in self.ask(_STILL_OPEN, deals=sorted(deal_ids)):
            found[row.deal_id].append((row.id, Side(row.side), row.text, row.due_on))
        return found


def _of_deal(row: Row[Any], on: date | None, text: str = "") -> OfDeal:
    return OfDeal(row.owner_id, row.deal_id, row.company or row.title, on, text)


_NAMED = (deals.c.owner_id, deals.c.id.label("deal_id"), deals.c.company, deals.c.title)
_MOST: Any = bindparam("most")


def _maybe_buying(text: ColumnElement[str]) -> ColumnElement[bool]:
    """Written out: so an index that holds such words alone is found."""
    return or_(*(text.like(literal_column(f"'%{part}%'", Text())) for part in PARTS))


_WORTH = (deals.c.value, deals.c.currency)
# PostgreSQL reads them first: it thinks them so few that it would else ask every deal for its own.
_WORDS = (
    select(touches.c.organisation_id, touches.c.id, touches.c.deal_id, touches.c.said, touches.c.contact, touches.c.on)
    .where(
        touches.c.organisation_id == MINE, touches.c.on >= SINCE, _maybe_buying(touches.c.said), stands(touches)
    )
    .cte("words")
    .prefix_with("MATERIALIZED", dialect="postgresql")
)  # fmt: skip
_SAID = (
    select(*_NAMED, *_WORTH, _WORDS.c.said, _WORDS.c.contact, _WORDS.c.on)
    .join(_WORDS, of_its_deal(_WORDS))
    .where(*owned_by_row(_WORDS), LIVE)
    .order_by(_WORDS.c.on.desc(), _WORDS.c.id.desc())
    .limit(_MOST)
)
_PROMISED = (
    select(*_NAMED, *_WORTH, commitments.c.text, commitments.c.contact, commitments.c.due_on)
    .join(commitments, of_its_deal(commitments))
    .where(
        *owned_by_row(commitments), LIVE, commitments.c.state == "open", commitments.c.side == Side.theirs.value,
        commitments.c.due_on.between(TODAY, bindparam("last", type_=Date())), _maybe_buying(commitments.c.text),
    )
    .order_by(commitments.c.due_on, commitments.c.id)
    .limit(_MOST)
)  # fmt: skip
_STILL_OPEN = (
    select(commitments.c.id, commitments.c.deal_id, commitments.c.side, commitments.c.text, commitments.c.due_on)
    .where(commitments.c.organisation_id == MINE, among(commitments.c.deal_id, "deals"), commitments.c.state == "open")
    .order_by(commitments.c.due_on.is_(None), commitments.c.due_on, commitments.c.id)
)
