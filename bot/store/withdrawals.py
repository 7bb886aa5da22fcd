"""Messages that are to be deleted on their platform, since they name somebody who was erased. None is given up for good:
deleting twice is deleting once, so it is tried anew whenever the bot may speak there again."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, or_, select, update

from bot.store.sending import WITHDRAW
from bot.store.tables import outbox

GIVEN_UP = ("stopped", "dead", "unknown")
_NOT_YET = ("pending", "sending", "uncertain", *GIVEN_UP)
_PARTS = 3


def withdrawn(key: str) -> str:
    """The platform's reference of the message that a parcel of that key takes back."""
    return key.split(":", _PARTS - 1)[-1] if key.count(":") >= _PARTS - 1 else ""


@dataclass(frozen=True)
class Left:
    """A message that is still there. `at`: when it was sent; `since`: when it was to go; `why` is empty while nobody has tried."""

    platform: str
    workspace: str
    user: str
    at: datetime
    since: datetime
    why: str


@dataclass(frozen=True)
class Withdrawals:
    connection: Connection

    def again(self, at: datetime, platforms: Collection[str], workspace: str = "") -> None:
        """What was given up there is tried anew; what is kept no more (bot.store.keeping) is not."""
        theirs = [outbox.c.kind == WITHDRAW, outbox.c.state.in_(GIVEN_UP), outbox.c.user != ""]
        theirs += [outbox.c.platform.in_(platforms), *([outbox.c.workspace == workspace] if workspace else [])]
        anew = {"state": "pending", "attempts": 0, "not_before_at": at, "tried_at": None, "error": ""}
        self.connection.execute(update(outbox).where(*theirs).values(**anew))

    def left(self, before: datetime) -> tuple[Left, ...]:
        """Those that were given up, or should have gone before; the oldest first."""
        theirs = (outbox.c.kind == WITHDRAW, outbox.c.state.in_(_NOT_YET), outbox.c.user != "")
        late = or_(outbox.c.state.in_(GIVEN_UP), outbox.c.created_at < before)
        asked = select(outbox).where(*theirs, late).order_by(outbox.c.created_at, outbox.c.id)
        rows = self.connection.execute(asked).all()
        sent = self._sent_at({int(row.key.split(":")[1]) for row in rows})
        return tuple(
            Left(row.platform, row.workspace, row.user, sent[int(row.key.split(":")[1])], row.created_at, row.error)
            for row in rows
        )

    def _sent_at(self, ids: Collection[int]) -> dict[int, datetime]:
        asked = select(outbox.c.id, outbox.c.sent_at, outbox.c.created_at).where(outbox.c.id.in_(ids))
        return {row.id: row.sent_at or row.created_at for row in self.connection.execute(asked)}
