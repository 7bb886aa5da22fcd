"""Messages that are to be withdrawn from their platform, since they name somebody who was erased. None is given up for good:
withdrawing twice is withdrawing once, so it is tried anew whenever the bot may speak there again."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, or_, select, update

from bot.store.room import chunks
from bot.store.sending import WITHDRAW
from bot.store.tables import outbox

GIVEN_UP = ("stopped", "dead", "unknown")
_NOT_YET = ("pending", "sending", "uncertain", *GIVEN_UP)
_PARTS = 3
_Message = tuple[int, str]  # its number, which SQLite may have given to another since, and how the platform calls it


def withdrawn(key: str) -> str:
    """The platform's reference of the message that a parcel of that key takes back."""
    return key.split(":", _PARTS - 1)[-1] if key.count(":") >= _PARTS - 1 else ""


@dataclass(frozen=True)
class Left:
    """A message that is still there. `at`: when it was sent; None where whoever had it was erased as well, and the message's own
    row with them. `since`: when it was to go; `why` is empty while nobody has tried."""

    platform: str
    workspace: str
    user: str
    at: datetime | None
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
        sent = self._sent_at({_number(row.key) for row in rows})
        return tuple(
            Left(row.platform, row.workspace, row.user, sent.get(_message(row.key)), row.created_at, row.error)
            for row in rows
        )

    def _sent_at(self, ids: Collection[int]) -> dict[_Message, datetime]:
        asked = select(outbox.c.id, outbox.c.provider_ref, outbox.c.sent_at, outbox.c.created_at)
        parts = (self.connection.execute(asked.where(outbox.c.id.in_(some))) for some in chunks(sorted(ids)))
        return {(row.id, row.provider_ref): row.sent_at or row.created_at for rows in parts for row in rows}


def _number(key: str) -> int:
    return int(key.split(":", _PARTS - 1)[1])


def _message(key: str) -> _Message:
    return _number(key), withdrawn(key)
