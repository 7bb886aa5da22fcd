"""What was typed and has become nothing yet."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select, update

from bot.store.among import among
from bot.store.room import MINE, Room
from bot.store.tables import drafts


@dataclass(frozen=True)
class Draft:
    """A try that was typed; `command` is the JSON that bot.conversation.drafting wrote."""

    id: int
    at: datetime
    command: str


@dataclass(frozen=True)
class Drafts(Room):
    def put(self, member_id: int, command: str, at: datetime) -> int:
        return self.insert(drafts, member_id=member_id, command=command, at=at)

    def put_instead(self, member_id: int, beginning: str, command: str, at: datetime) -> None:
        """In the place of the open one of a kind, told by how it begins."""
        kind = drafts.c.command.startswith(beginning, autoescape=True)
        there = (self.mine(drafts), drafts.c.member_id == member_id, drafts.c.settled_at.is_(None), kind)
        changed = update(drafts).where(*there).values(command=command, at=at)
        if self.connection.execute(changed.returning(drafts.c.id)).first() is None:
            self.put(member_id, command, at)

    def change(self, draft_id: int, member_id: int, command: str, at: datetime) -> bool:
        """Whether it is there still, and says this from now on."""
        mine = (self.mine(drafts), drafts.c.id == draft_id, drafts.c.member_id == member_id)
        changed = update(drafts).where(*mine, drafts.c.settled_at.is_(None)).values(command=command, at=at)
        return self.connection.execute(changed.returning(drafts.c.id)).first() is not None

    def open_among(self, draft_ids: Collection[int], member_id: int) -> int:
        """How many of these have become nothing yet."""
        mine = (self.mine(drafts), drafts.c.id.in_(draft_ids), drafts.c.member_id == member_id)
        return len(self.rows(select(drafts.c.id).where(*mine, drafts.c.settled_at.is_(None))))

    def one(self, draft_id: int, member_id: int) -> Draft | None:
        """None when it has become something already."""
        condition = (
            self.mine(drafts), drafts.c.id == draft_id, drafts.c.member_id == member_id, drafts.c.settled_at.is_(None),
        )  # fmt: skip
        row = self.connection.execute(select(drafts).where(*condition)).one_or_none()
        return Draft(row.id, row.at, row.command) if row else None

    def open_of(self, member_id: int, limit: int) -> tuple[Draft, ...]:
        """What was typed and has become nothing yet, the newest first."""
        condition = (self.mine(drafts), drafts.c.member_id == member_id, drafts.c.settled_at.is_(None))
        newest = select(drafts).where(*condition).order_by(drafts.c.id.desc()).limit(limit)
        return tuple(Draft(row.id, row.at, row.command) for row in self.rows(newest))

    def open_of_kind(self, member_id: int, beginning: str) -> tuple[Draft, ...]:
        """The open ones of a kind, told by how they begin, the newest first: however many others are open."""
        kind = drafts.c.command.startswith(beginning, autoescape=True)
        condition = (self.mine(drafts), drafts.c.member_id == member_id, drafts.c.settled_at.is_(None), kind)
        newest = select(drafts).where(*condition).order_by(drafts.c.at.desc(), drafts.c.id.desc())
        return tuple(Draft(row.id, row.at, row.command) for row in self.rows(newest))

    def open_of_each(self, member_ids: Collection[int]) -> dict[int, list[Draft]]:
        """By member: what was typed and has become nothing yet."""
        found: dict[int, list[Draft]] = defaultdict(list)
        for row in self.of_owners(_OPEN, member_ids):
            found[row.member_id].append(Draft(row.id, row.at, row.command))
        return found

    def settled_since(self, member_id: int, at: datetime, beginning: str) -> tuple[Draft, ...]:
        """Those of one kind, told by how they begin, that have become something since then; the oldest first."""
        condition = (
            self.mine(drafts), drafts.c.member_id == member_id, drafts.c.settled_at >= at,
            drafts.c.command.startswith(beginning, autoescape=True),
        )  # fmt: skip
        return tuple(
            Draft(row.id, row.at, row.command)
            for row in self.rows(select(drafts).where(*condition).order_by(drafts.c.id))
        )

    def settle(self, draft_ids: Collection[int], member_id: int, at: datetime) -> None:
        """These have become something, or were dropped."""
        condition = (self.mine(drafts), drafts.c.id.in_(draft_ids), drafts.c.member_id == member_id)
        self.connection.execute(update(drafts).where(*condition).values(settled_at=at))


_OPEN = select(drafts).where(
    drafts.c.organisation_id == MINE, among(drafts.c.member_id, "owners"), drafts.c.settled_at.is_(None)
)
