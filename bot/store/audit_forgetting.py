"""What is old leaves the audit record from the front alone, and an entry tells up to where, and how old the newest of it was.

That entry is what a chain begins behind. On PostgreSQL the database writes it, in the function that takes the rest away.
"""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any, NamedTuple

from sqlalchemy import Connection, delete, func, select

from bot.model import FORGET, KEEP, SERVER
from bot.store.audit import Audit
from bot.store.tables import audit, audit_chain

_MONTHS = re.compile(r"(\d{1,4}) (\d{1,4})")  # before, and from then on
_YOUNGEST = timedelta(days=28)  # as the triggers ask it, whatever is set


class Forgotten(NamedTuple):
    """Number 0: nothing was. `newest_on`: the day of the newest that went; None where that was not told yet.

    `entry_id`: of the entry that tells it.
    """

    number: int = 0
    hash: str = ""
    at: datetime | None = None
    newest_on: date | None = None
    entry_id: int = 0


class Rule(NamedTuple):
    """That from an entry on the record is kept so many months, and how many it was before."""

    entry_id: int
    before: int
    months: int


@dataclass(frozen=True)
class Forgetting:
    connection: Connection

    def last(self, chain: int) -> Forgotten:
        told = select(audit.c.id, audit.c.which, audit.c.digest, audit.c.at).where(
            audit.c.action == FORGET, of_chain(chain)
        )
        row = self.connection.execute(told.order_by(audit.c.id.desc()).limit(1)).first()
        if row is None:
            return Forgotten()
        number, _, day = row.which.partition(" ")
        return Forgotten(int(number), row.digest, row.at, date.fromisoformat(day) if day else None, row.id)

    def note_rule(self, months: int, at: datetime) -> None:
        """Before anything goes by it: a setting tells what is, and not what was when something went."""
        last = next(reversed(self._rules()), None)
        before = last.months if last else months
        if (last or months) and (last is None or before != months):
            telling = Audit(self.connection, None)
            telling.tell(KEEP, at, what="months", which=f"{before} {months}")
            telling.write()

    def rule_of(self, forgotten: Forgotten, months: int) -> int:
        """The months by which that went; `months`, as they are set, where no rule was noted. 0: nothing was to go."""
        rules = self._rules()
        earlier = [rule for rule in rules if rule.entry_id < forgotten.entry_id]
        if earlier:
            return earlier[-1].months
        return rules[0].before if rules else months

    def _rules(self) -> list[Rule]:
        told = select(audit.c.id, audit.c.which).where(audit.c.action == KEEP, of_chain(SERVER)).order_by(audit.c.id)
        found = ((row.id, _MONTHS.fullmatch(row.which)) for row in self.connection.execute(told))
        return [Rule(id_, int(said[1]), int(said[2])) for id_, said in found if said]

    def forget(self, chain: int, before: datetime, most: int, at: datetime) -> int:
        """At most so many that are older; returns how many went."""
        until = self._old_until(chain, self._oldest_kept(before, at), most)
        if not until:
            return 0
        if self.connection.dialect.name == "postgresql":
            return int(self.connection.execute(select(func.audit_forget(chain, until, at))).scalar_one())
        return self._forget_until(chain, until, at)

    def due(self, chain: int, before: datetime, at: datetime) -> int:
        """How many `forget` would take then, however often it was asked."""
        number, mine = audit_chain.c.number, audit_chain.c.chain == chain
        many = self.connection.execute(select(func.count()).where(mine)).scalar_one()
        until = self._old_until(chain, self._oldest_kept(before, at), many)
        return int(self.connection.execute(select(func.count()).where(mine, number <= until)).scalar_one())

    def _oldest_kept(self, before: datetime, at: datetime) -> datetime:
        return min(before, at - _YOUNGEST, self._clock() - _YOUNGEST)

    def _old_until(self, chain: int, before: datetime, most: int) -> int:
        """The number up to which everything may go: what is younger ends it, and the newest stays. 0 for none."""
        number, mine = audit_chain.c.number, audit_chain.c.chain == chain
        first, last = self.connection.execute(select(func.min(number), func.max(number)).where(mine)).one()
        if first is None or most < 1:
            return 0
        end = min(first + most, last)  # what is behind it waits: a long record is not read whole for a part of it
        joined = audit_chain.join(audit, audit.c.id == audit_chain.c.id)
        young = select(func.min(number)).select_from(joined).where(mine, number < end, audit.c.at >= before)
        until: int = (self.connection.execute(young).scalar_one() or end) - 1
        return until if until >= first else 0

    def _forget_until(self, chain: int, until: int, at: datetime) -> int:
        """First what tells it, which lets the triggers allow it."""
        placed = (audit_chain.c.chain == chain, audit_chain.c.number <= until)
        joined = audit_chain.join(audit, audit.c.id == audit_chain.c.id)
        newest = self.connection.execute(select(func.max(audit.c.at)).select_from(joined).where(*placed)).scalar_one()
        end = select(audit_chain.c.hash).where(audit_chain.c.chain == chain, audit_chain.c.number == until)
        telling = Audit(self.connection, chain or None)
        which = f"{until} {newest.astimezone(UTC).date()}"
        telling.tell(FORGET, at, what="number", which=which, digest=self.connection.execute(end).scalar_one())
        telling.write()
        self.connection.execute(delete(audit).where(audit.c.id.in_(select(audit_chain.c.id).where(*placed))))
        return self.connection.execute(delete(audit_chain).where(*placed)).rowcount

    def _clock(self) -> datetime:
        """The database's, which the triggers ask: whoever moved ours does not make an entry older."""
        if self.connection.dialect.name == "postgresql":
            told: datetime = self.connection.execute(select(func.now())).scalar_one()
            return told
        return datetime.fromisoformat(self.connection.execute(select(func.datetime("now"))).scalar_one()).replace(
            tzinfo=UTC
        )


def of_chain(chain: int) -> Any:
    return audit.c.organisation_id == chain if chain != SERVER else audit.c.organisation_id.is_(None)
