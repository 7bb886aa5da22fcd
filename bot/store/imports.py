"""What is remembered of imports: which one was begun and not ended, how a header row was mapped, which days are full."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import func, insert, select, update

from bot.model import OPEN_STATES, DecisionKind
from bot.store.room import Room
from bot.store.tables import acts, column_mappings, deals, decisions, imports


@dataclass(frozen=True)
class Begun:
    """An import that was begun and neither ended nor taken back."""

    act_id: int
    at: datetime


@dataclass(frozen=True, slots=True)
class KnownName:
    """A deal as an imported row may look like it."""

    id: int
    company: str
    title: str
    owner_id: int


@dataclass(frozen=True)
class Imports(Room):
    def begin(self, act_id: int, digest: str) -> None:
        """`digest`: what tells this import from others, so that a killed one goes on when it is repeated."""
        self.insert(imports, act_id=act_id, digest=digest)

    def begun(self, digest: str, member_id: int) -> Begun | None:
        """The member's import of the same that was interrupted."""
        condition = (imports.c.digest == digest, imports.c.finished_at.is_(None), acts.c.member_id == member_id)
        statement = self.standing_rows(imports, *condition).with_only_columns(imports.c.act_id, acts.c.at)
        row = self.connection.execute(statement.order_by(None).order_by(imports.c.id.desc()).limit(1)).first()
        return Begun(row.act_id, row.at) if row else None

    def finish(self, act_id: int, at: datetime) -> None:
        condition = (self.mine(imports), imports.c.act_id == act_id)
        self.connection.execute(update(imports).where(*condition).values(finished_at=at))

    def mapping(self, header: str) -> dict[str, str]:
        """How the organisation mapped that header row (bot.reading.spreadsheets.headers.signature); empty when it never did."""
        condition = (self.mine(column_mappings), column_mappings.c.header == header)
        row = self.connection.execute(select(column_mappings.c["columns"]).where(*condition)).first()
        return dict(row[0]) if row else {}

    def remember_mapping(self, header: str, columns: Mapping[str, str]) -> None:
        known = (self.mine(column_mappings), column_mappings.c.header == header)
        changed = self.connection.execute(update(column_mappings).where(*known).values(columns=dict(columns)))
        if not changed.rowcount:
            values = {"organisation_id": self.organisation_id, "header": header, "columns": dict(columns)}
            self.connection.execute(insert(column_mappings).values(values))

    def waking(self, after: date) -> Counter[tuple[int, date]]:
        """(owner, day) -> how many imported deals come up on it: open ones that nobody has got in touch with."""
        statement = (
            self.standing_rows(decisions, decisions.c.kind == DecisionKind.wakes.value, decisions.c.until_on > after)
            .join(deals, (deals.c.organisation_id == decisions.c.organisation_id) & (deals.c.id == decisions.c.deal_id))
            .where(
                deals.c.hidden.is_(False), deals.c.state.in_(sorted(OPEN_STATES)),
                deals.c.next_touch_on == decisions.c.until_on,
            )
            .order_by(None)
            .with_only_columns(deals.c.owner_id, decisions.c.until_on, func.count().label("rows"))
            .group_by(deals.c.owner_id, decisions.c.until_on)
        )  # fmt: skip
        return Counter({(row.owner_id, row.until_on): row.rows for row in self.rows(statement)})

    def names(self, owners: frozenset[int], but_of: int | None) -> Iterator[KnownName]:
        """What the deals of these owners are called, but those that one act made."""
        columns = (deals.c.id, deals.c.company, deals.c.title, deals.c.owner_id)
        condition = (self.mine(deals), deals.c.owner_id.in_(sorted(owners)), deals.c.hidden.is_(False))
        statement = select(*columns).where(*condition).order_by(deals.c.id)
        if but_of is not None:
            statement = statement.where(deals.c.act_id != but_of)
        for row in self.connection.execute(statement.execution_options(yield_per=1000)):
            yield KnownName(row.id, row.company, row.title, row.owner_id)
