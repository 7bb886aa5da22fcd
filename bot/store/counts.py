"""How many there are of what an operator watches, across organisations: never whose. Only read."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Column, Connection, func, select

from bot.store.tables import SENT, contacts, deals, digests, members, outbox

_WAITING = ("pending", "uncertain", "sending")
_WORD = re.compile(r"[a-z][a-z_ ]{0,30}")


@dataclass(frozen=True)
class Counts:
    connection: Connection

    def messages(self, since: datetime) -> Mapping[tuple[str, str], int]:
        """By platform and state, the messages that were made since then."""
        what = (outbox.c.platform, outbox.c.state)
        made = select(*what, func.count().label("many")).where(outbox.c.created_at >= since).group_by(*what)
        return {(row.platform, row.state): row.many for row in self.connection.execute(made)}

    def refused(self, since: datetime) -> Mapping[tuple[str, str], int]:
        """By platform and its word for it, the messages made since then that were given up."""
        what = (outbox.c.platform, outbox.c.error)
        dead = (outbox.c.created_at >= since, outbox.c.state == "dead")
        made = select(*what, func.count().label("many")).where(*dead).group_by(*what)
        return {(row.platform, row.error): row.many for row in self.connection.execute(made)}

    def waiting(self) -> int:
        waits = select(func.count()).select_from(outbox).where(outbox.c.state.in_(_WAITING))
        return int(self.connection.execute(waits).scalar_one())

    def names(self, most: int) -> tuple[list[str], list[str]]:
        """Of people (members and contacts) and of companies, the newest of each: what no log may say."""
        people = self._newest(members.c.name, most) + self._newest(contacts.c.name, most)
        return people, self._newest(deals.c.company, most)

    def _newest(self, column: Column[str], most: int) -> list[str]:
        newest = select(column).order_by(column.table.c.id.desc()).limit(most)
        return [str(name) for name in self.connection.execute(newest).scalars()]

    def decided(self, since: datetime) -> Mapping[str, int]:
        """By outcome (sent, or why not), the digests that were decided since then."""
        what = (digests.c.state, digests.c.reason)
        made = select(*what, func.count().label("many")).where(digests.c.decided_at >= since).group_by(*what)
        found: Counter[str] = Counter()
        for row in self.connection.execute(made):
            found[_outcome(row.state, row.reason)] += row.many
        return found


def _outcome(state: str, reason: str) -> str:
    if state == SENT:
        return SENT
    return reason.replace(" ", "_") if _WORD.fullmatch(reason) else "skipped"
