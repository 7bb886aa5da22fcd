"""How the bot is doing, across organisations: what an operator wants to know first. Only read."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection, Select, and_, exists, func, select

from bot.model import Reach, Role
from bot.store.members import IS_THERE
from bot.store.sending import WITHDRAW
from bot.store.tables import SENT, audit, digests, identities, members, outbox
from bot.store.unrenewed import ToInstall, Unrenewed

_WAITING = ("pending", "uncertain", "sending")


class NotTaken(NamedTuple):
    """Messages of a workspace that its platform did not take, by the platform's own word."""

    platform: str
    workspace: str
    why: str
    many: int


@dataclass(frozen=True)
class Condition:
    connection: Connection

    def last_digest_at(self) -> datetime | None:
        sent = select(func.max(digests.c.decided_at)).where(digests.c.state == SENT)
        return self._moment(sent)

    def last_copy_at(self) -> datetime | None:
        told = (audit.c.action == "backup", audit.c.organisation_id.is_(None))
        return self._moment(select(func.max(audit.c.at)).where(*told))

    def last_put_back_at(self) -> datetime | None:
        told = (audit.c.action == "restored", audit.c.organisation_id.is_(None))
        return self._moment(select(func.max(audit.c.at)).where(*told))

    def next_digest_at(self) -> datetime | None:
        return self._moment(select(func.min(members.c.next_digest_at)).where(IS_THERE))

    def overdue(self, before: datetime) -> int:
        """Members whose hour had come by then, and about whom nobody has decided."""
        late = select(func.count()).select_from(members).where(IS_THERE, members.c.next_digest_at < before)
        return int(self.connection.execute(late).scalar_one())

    def unreachable(self) -> list[tuple[str, str]]:
        """(name, why) of the members to whom no message gets on any platform where they are."""
        theirs = and_(identities.c.organisation_id == members.c.organisation_id, identities.c.member_id == members.c.id)
        fine = exists().where(theirs, identities.c.state.not_in([Reach.unreachable.value, Reach.gone.value]))
        lost = exists().where(theirs, identities.c.state == Reach.unreachable.value)
        why = select(func.max(identities.c.why)).where(theirs).scalar_subquery()
        asked = select(members.c.name, why.label("why")).where(IS_THERE, ~fine, lost).order_by(members.c.name)
        return [(row.name, row.why or "") for row in self.connection.execute(asked)]

    def unseen(self) -> int:
        """Members who were prepared and have not been seen on any platform yet."""
        theirs = and_(identities.c.organisation_id == members.c.organisation_id, identities.c.member_id == members.c.id)
        nowhere = (IS_THERE, members.c.role != Role.inactive.value, ~exists().where(theirs))
        return int(self.connection.execute(select(func.count()).select_from(members).where(*nowhere)).scalar_one())

    def nameless(self) -> list[str]:
        """Members who are called by their number on a platform, which told no name of theirs."""
        theirs = and_(identities.c.organisation_id == members.c.organisation_id, identities.c.member_id == members.c.id)
        asked = select(members.c.name).join(identities, theirs).where(IS_THERE, members.c.name == identities.c.user)
        return sorted({row.name for row in self.connection.execute(asked)})

    def deliveries(self, since: datetime) -> Mapping[str, int]:
        """By state, the messages that were made since then; `withdrawals` tells of those that take one back."""
        theirs = (outbox.c.created_at >= since, outbox.c.kind != WITHDRAW)
        made = select(outbox.c.state, func.count().label("many")).where(*theirs)
        return {row.state: row.many for row in self.connection.execute(made.group_by(outbox.c.state))}

    def refused(self, since: datetime) -> list[NotTaken]:
        """Messages that were given up since then, by workspace and reason, where nothing has arrived there after them."""
        later = outbox.alias()
        arrived = exists().where(
            later.c.platform == outbox.c.platform, later.c.workspace == outbox.c.workspace, later.c.state == "sent",
            later.c.created_at > outbox.c.created_at,
        )  # fmt: skip
        theirs = (outbox.c.state == "dead", outbox.c.kind != WITHDRAW, outbox.c.created_at >= since, ~arrived)
        place = (outbox.c.platform, outbox.c.workspace, outbox.c.error)
        asked = select(*place, func.count().label("many")).where(*theirs).group_by(*place).order_by(*place)
        return [NotTaken(row.platform, row.workspace, row.error, row.many) for row in self.connection.execute(asked)]

    def unrenewed(self) -> tuple[ToInstall, ...]:
        """Workspaces that have to be installed again."""
        return Unrenewed(self.connection).all()

    def waiting_since(self) -> datetime | None:
        """When the message that has waited longest should have been sent."""
        oldest = select(func.min(outbox.c.not_before_at)).where(outbox.c.state.in_(_WAITING))
        return self._moment(oldest)

    def waiting_for(self, why: str) -> Mapping[str, int]:
        """By workspace, the messages that wait for that reason alone."""
        held = (outbox.c.state.in_(["pending", "uncertain"]), outbox.c.error == why)
        asked = select(outbox.c.workspace, func.count().label("many")).where(*held).group_by(outbox.c.workspace)
        return {row.workspace: row.many for row in self.connection.execute(asked.order_by(outbox.c.workspace))}

    def longest_lease(self) -> datetime | None:
        held = select(func.max(outbox.c.lease_until)).where(outbox.c.state == "sending")
        return self._moment(held)

    def _moment(self, asked: Select[Any]) -> datetime | None:
        found: datetime | None = self.connection.execute(asked).scalar_one()
        return found
