"""The chain behind the audit record: each entry gets a number and a hash over itself and the one before. Across organisations.

Entries are chained in the order of their ids, behind those that write them: an organisation's writers wait for nobody. An
entry that commits later than one with a higher id comes behind it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection, Row, Select, delete, exists, func, insert, select, text

from bot.model import SERVER, Entry, digest_of, link_of
from bot.store.audit_forgetting import Forgetting, Forgotten, of_chain
from bot.store.audit_times import Backwards
from bot.store.rights import Right, missing_guards, right_to_change
from bot.store.room import chunks
from bot.store.tables import acts, audit, audit_chain, meta, organisations

_ALONE = 7_305_811_203  # any number that is ours
_BACK = 10_000  # ids within which every transaction has come to its end
_AT_ONCE = 500
_HEAD = "audit.head:"


class Head(NamedTuple):
    """Where a chain ends. Number 0: it has not begun."""

    number: int
    hash: str


class Verdict(NamedTuple):
    """What a chain is found to be. `problem`: what is wrong first, as a sentence; empty where all is well.

    `forgotten`: behind what it begins, and `first_at`, with what.
    """

    chain: int
    checked: int
    head: Head
    problem: str = ""
    forgotten: Forgotten = Forgotten()
    first_at: datetime | None = None
    backwards: Backwards = Backwards()


class Strays(NamedTuple):
    """Entries that stand far behind the newest and have no place: nobody gives them one any more. `ids`: the first of them."""

    many: int
    ids: tuple[int, ...] = ()


@dataclass(frozen=True)
class AuditChain:
    connection: Connection

    def waiting(self) -> int:
        """Entries that have no place in a chain yet."""
        return int(self.connection.execute(select(func.count()).select_from(_unchained().subquery())).scalar_one())

    def extend(self, most: int) -> int:
        """Gives at most so many entries their places; returns how many. Of several processes one does it."""
        if not self._is_alone():
            return 0
        waiting = self.connection.execute(_unchained().order_by(audit.c.id).limit(most)).all()
        heads: dict[int, Head] = {}
        rows = []
        for entry in map(entry_from, waiting):
            before = heads.get(entry.chain) or self.head(entry.chain)
            number = before.number + 1
            heads[entry.chain] = Head(number, link_of(before.hash, number, entry))
            rows.append({
                "id": entry.id, "organisation_id": entry.organisation_id, "chain": entry.chain, "number": number,
                "hash": heads[entry.chain].hash,
            })  # fmt: skip
        if rows:
            self.connection.execute(insert(audit_chain), rows)
        for chain, head in heads.items():
            self._keep(chain, head)
        return len(rows)

    def head(self, chain: int) -> Head:
        newest = select(audit_chain.c.number, audit_chain.c.hash).where(audit_chain.c.chain == chain)
        row = self.connection.execute(newest.order_by(audit_chain.c.number.desc()).limit(1)).first()
        return Head(row.number, row.hash) if row else Head(0, "")

    def strays(self, named: int = 5) -> Strays:
        """What was put in late: the bot writes nothing so far behind the newest."""
        ids = select(audit.c.id).where(audit.c.id <= _long_ago(), _has_no_place())
        many = self.connection.execute(select(func.count()).select_from(ids.subquery())).scalar_one()
        return Strays(
            many, tuple(self.connection.execute(ids.order_by(audit.c.id).limit(named)).scalars()) if many else ()
        )

    def chains(self) -> list[int]:
        """Those that have entries, and those that had: one that is gone whole is missed."""
        placed = exists().where(audit_chain.c.chain == organisations.c.id)
        there = self.connection.execute(select(organisations.c.id).where(placed)).scalars()
        had = self.connection.execute(select(meta.c.key).where(meta.c.key.startswith(_HEAD, autoescape=True))).scalars()
        own = [SERVER] if self.head(SERVER).number else []
        return sorted({*there, *own, *(int(key.removeprefix(_HEAD)) for key in had)})

    def check(self, chain: int, *, last: int | None = None) -> Verdict:
        """The whole chain, or its last entries."""
        head, forgotten = self.head(chain), self._forgetting.last(chain)
        first = head.number - last if last is not None and last < head.number else 0
        found = Verdict(chain, 0, self._anchor(chain, first, forgotten), "", forgotten, self._first_at(chain))
        digests: dict[str, str] = {}
        behind: datetime | None = None
        for row in self._placed(chain, found.head.number if first else 0):
            problem = _wrong(row, found.head)
            if problem:
                return found._replace(problem=problem)
            entry = entry_from(row)
            if entry.what == "act" and entry.digest:
                digests[entry.which] = entry.digest
            times, behind = found.backwards.with_entry(row.number, entry.at, behind), entry.at
            found = found._replace(head=Head(row.number, row.hash), checked=found.checked + 1, backwards=times)
        return found._replace(problem=self._cut_off(chain) or self._reworded(chain, digests))

    def entries(self, since: datetime | None, until: datetime | None, organisation_id: int | None) -> Iterator[Entry]:
        """Oldest first; of one organisation, or of all and the server's own."""
        wanted = (
            audit.c.at >= since if since else None,
            audit.c.at < until if until else None,
            audit.c.organisation_id == organisation_id if organisation_id is not None else None,
        )
        asked = select(audit).where(*(one for one in wanted if one is not None)).order_by(audit.c.id)
        return map(entry_from, self.connection.execute(asked.execution_options(yield_per=_AT_ONCE)))

    def forget(self, before: datetime, most: int, at: datetime) -> int:
        """Takes away at most so many entries that are older, from the front alone, and tells so; returns how many."""
        gone = 0
        for chain in self.chains():
            gone += self._forgetting.forget(chain, before, most - gone, at)
        return gone

    def due(self, before: datetime, at: datetime) -> int:
        """How many would go at that time, by the same rule."""
        return sum(self._forgetting.due(chain, before, at) for chain in self.chains())

    def note_rule(self, months: int, at: datetime) -> None:
        """For how many months the record is kept; 0 for always."""
        self._forgetting.note_rule(months, at)

    def rule_of(self, verdict: Verdict, months: int) -> int:
        """The rule that held when the front of a chain went, where `months` holds now."""
        return self._forgetting.rule_of(verdict.forgotten, months)

    def right_to_change(self) -> Right:
        """What the role that asks may do to it."""
        return right_to_change(self.connection)

    def missing_guards(self) -> tuple[str, ...]:
        return missing_guards(self.connection)

    @property
    def _forgetting(self) -> Forgetting:
        return Forgetting(self.connection)

    def _is_alone(self) -> bool:
        if self.connection.dialect.name != "postgresql":
            return True  # one writes at a time anyway
        asked = text("SELECT pg_try_advisory_xact_lock(:key)")
        return bool(self.connection.execute(asked, {"key": _ALONE}).scalar_one())

    def _keep(self, chain: int, head: Head) -> None:
        """Beside the chain, so that a tail that was cut off is missed."""
        row = {"key": f"{_HEAD}{chain}", "value": f"{head.number} {head.hash}"}
        self.connection.execute(delete(meta).where(meta.c.key == row["key"]))
        self.connection.execute(insert(meta).values(row))

    def _placed(self, chain: int, behind: int) -> Iterator[Row[Any]]:
        """A page at a time, so that whoever has found what is wrong may stop."""
        joined = audit_chain.outerjoin(audit, audit.c.id == audit_chain.c.id)
        asked = select(audit, audit_chain.c.number, audit_chain.c.hash).select_from(joined)
        ordered = asked.order_by(audit_chain.c.number).limit(_AT_ONCE)
        while page := self.connection.execute(
            ordered.where(audit_chain.c.chain == chain, audit_chain.c.number > behind)
        ).all():
            yield from page
            behind = page[-1].number

    def _anchor(self, chain: int, behind: int, forgotten: Forgotten) -> Head:
        """What the first entry that is looked at has to follow."""
        if forgotten.number >= behind:
            return Head(forgotten.number, forgotten.hash)
        return Head(behind, self._hash_at(chain, behind) or "")

    def _first_at(self, chain: int) -> datetime | None:
        joined = audit_chain.join(audit, audit.c.id == audit_chain.c.id)
        asked = select(audit.c.at).select_from(joined).where(audit_chain.c.chain == chain)
        return self.connection.execute(asked.order_by(audit_chain.c.number).limit(1)).scalar_one_or_none()

    def differs(self, chain: int, kept: Head) -> str:
        """What is wrong where a chain had such an entry once; empty where it has it still."""
        end = self.head(chain)
        if end.number < kept.number:
            return f"it ends at entry {end.number}, and had {kept.number}: the newest were cut off."
        found = self._hash_at(chain, kept.number)
        if found is None:
            return f"entry {kept.number} is not kept any more, so nothing can be compared with it."
        return "" if found == kept.hash else f"entry {kept.number} is not the one that stood there."

    def _cut_off(self, chain: int) -> str:
        kept = self.connection.execute(select(meta.c.value).where(meta.c.key == f"{_HEAD}{chain}")).scalar_one_or_none()
        number, _, told = (kept or "0 ").partition(" ")
        return self.differs(chain, Head(int(number), told)) if int(number) else ""

    def _hash_at(self, chain: int, number: int) -> str | None:
        placed = (audit_chain.c.chain == chain, audit_chain.c.number == number)
        return self.connection.execute(select(audit_chain.c.hash).where(*placed)).scalar_one_or_none()

    def _reworded(self, chain: int, digests: dict[str, str]) -> str:
        """Acts whose words are others than were recorded; those without a salt were erased, or grew old."""
        newest = digests | self._waiting_digests(chain)
        for ids in chunks(map(int, digests)):
            for row in self.connection.execute(
                select(acts.c.id, acts.c.salt, acts.c.summary).where(acts.c.id.in_(ids))
            ):
                if row.salt and digest_of(row.salt, row.summary) != newest[str(row.id)]:
                    return f"act {row.id} is worded otherwise than it was recorded."
        return ""

    def _waiting_digests(self, chain: int) -> dict[str, str]:
        """Of acts that were told more of (an import) and whose newest entry has no place yet."""
        told = _unchained().where(of_chain(chain), audit.c.what == "act", audit.c.digest != "").order_by(audit.c.id)
        return {row.which: row.digest for row in self.connection.execute(told)}


def entry_from(row: Row[Any]) -> Entry:
    return Entry(
        row.at, row.source, row.action, row.member_id, row.outcome, row.what, row.which, row.digest, row.organisation_id, row.id
    )  # fmt: skip


def _wrong(row: Row[Any], before: Head) -> str:
    number = before.number + 1
    if row.number != number:
        gap = f"entry {number} is" if row.number == number + 1 else f"entries {number} to {row.number - 1} are"
        return f"{gap} missing, and nothing tells why."
    if row.id is None:
        return f"entry {number} was deleted: its place is there, and it is not."
    if row.hash != link_of(before.hash, number, entry_from(row)):
        return f"entry {number} ({row.id} in “audit --csv”) is not what was written there: it was changed, put in, or moved."
    return ""


def _unchained() -> Select[Any]:
    return select(audit).where(audit.c.id > _long_ago(), _has_no_place())


def _has_no_place() -> Any:
    return ~exists().where(audit_chain.c.id == audit.c.id)


def _long_ago() -> Any:
    return select(func.coalesce(func.max(audit_chain.c.id), 0) - _BACK).scalar_subquery()
