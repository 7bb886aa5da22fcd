"""Once a night: what has been kept long enough goes. What went is counted, in the log and for `followthrough doctor`."""

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from datetime import date, datetime, timedelta
from operator import attrgetter

import structlog

from bot.store import Database, Operator

HOUR = 2  # UTC; nobody's list is due then in most of the world, and nothing waits for it anywhere
REPORT, _TURN = "purge.report", "purge.turn"
_MONTH = timedelta(days=365.25 / 12)
_AT_ONCE, _ENTRIES_AT_ONCE = 500, 5_000  # the longer a record, the more entries tell what of it went
_log = structlog.get_logger()


@dataclass(frozen=True)
class Keep:
    """How long what is kept. `closed_months` 0: closed deals stay; `audit_months` 0: so does the audit record."""

    replies_days: int = 7
    drafts_days: int = 30
    messages_days: int = 90
    workspaces_days: int = 30
    closed_months: int = 0
    audit_months: int = 0

    def until(self, now: datetime) -> dict[str, datetime]:
        """What is kept -> before when it goes."""
        days = {
            "replies": self.replies_days, "drafts": self.drafts_days, "messages": self.messages_days,
            "workspaces": self.workspaces_days, "withdrawals": 0, "undeleted": self.messages_days,
        }  # fmt: skip
        before = {what: now - timedelta(days=number) for what, number in days.items()}
        months = {"closed_deals": self.closed_months, "audit": self.audit_months}
        return before | {what: now - number * _MONTH for what, number in months.items() if number}


def next_turn(operator: Operator, now: datetime) -> datetime:
    """When it is looked for next: at its hour, or `now` where today's turn is free, for whichever bot runs first."""
    hour = now.replace(hour=HOUR, minute=0, second=0, microsecond=0)
    return max(now, hour, datetime.fromisoformat(operator.meta(_TURN) or hour.isoformat()))


def due(operator: Operator, keep: Keep, at: datetime) -> dict[str, int]:
    """How much would go at that time, by the conditions by which it goes."""
    return {
        what: operator.audit_chain.due(before, at) if what == "audit" else operator.keeping.due(what, before)
        for what, before in keep.until(at).items()
    }


@dataclass
class Purge:
    database: Database
    keep: Keep
    clock: Callable[[], datetime]
    _done_on: date | None = field(default=None, init=False)

    def once_a_night(self) -> None:
        """Asked at every tick; asks the database once a day. Of several processes one does it."""
        now = self.clock()
        if now.hour < HOUR or self._done_on == now.date():
            return
        self._done_on = now.date()
        ends = now.replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1, hours=HOUR)
        if self.database.operate(lambda operator: operator.lease(_TURN, now, ends)):
            self.run(now)

    def run(self, now: datetime) -> dict[str, int]:
        """Goes on where it was killed: what is left is as old tomorrow."""
        self.database.operate(lambda operator: operator.audit_chain.note_rule(self.keep.audit_months, now))
        counts = {what: self._all(what, before, now) for what, before in self.keep.until(now).items()}
        self.database.operate(
            lambda operator: operator.audit_chain.note_rule(self.keep.audit_months, now)
        )  # it went too
        told = {"at": now.isoformat(), "rows": counts, "keep": asdict(self.keep)}

        def report(operator: Operator) -> None:
            before = json.loads(operator.meta(REPORT) or "{}").get("gone")  # the last night on which anything went
            gone = {"at": told["at"], "rows": counts} if any(counts.values()) else before
            operator.set_meta(REPORT, json.dumps({**told, "gone": gone}))
            if any(counts.values()):
                operator.audit.tell("purge", now)

        self.database.operate(report)
        if any(counts.values()):
            _log.warning("no longer kept", **counts)
        return counts

    def _all(self, what: str, before: datetime, now: datetime) -> int:
        most = _ENTRIES_AT_ONCE if what == "audit" else _AT_ONCE

        def some(operator: Operator) -> int:
            if what == "audit":
                return operator.audit_chain.forget(before, most, now)
            taken: int = attrgetter(what)(operator.keeping)(before, most)
            return taken

        total = 0
        while True:
            total += (taken := self.database.operate(some))
            if taken < most:
                return total
