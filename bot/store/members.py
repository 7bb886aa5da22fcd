"""Members: who they are and what they chose. Who may see whose deals is decided here, once."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any, NamedTuple

from sqlalchemy import (
    Column,
    Label,
    Row,
    ScalarSelect,
    bindparam,
    delete,
    func,
    literal_column,
    select,
)

from bot.model import Address, Member, Muted, Organisation, Reach, Role, WorkspaceState
from bot.store.among import one_of
from bot.store.awaited import awaited_admin
from bot.store.chosen import Chosen
from bot.store.covers import COVERING, by_whom
from bot.store.organisation import organisation_from
from bot.store.room import MINE, act_of
from bot.store.seeing import UPWARDS, WITH_LED, Seen, seeing, seen_in
from bot.store.tables import SENT, acts, digests, identities, leaves, members, meta, organisations, pauses, workspaces
from bot.store.whole_members import from_rows, with_a_row_for_each, with_days_off


class Spoken(NamedTuple):
    """Who speaks. `listed_on`: the last day on which they were sent a list."""

    member: Member
    reach: Reach  # whether a message gets to them where they spoke
    organisation: Organisation
    listed_on: date | None


_FEW = 200  # members that are asked for one by one
IS_THERE = members.c.joined_into_id.is_(None)  # not somebody who has become another member


@dataclass(frozen=True)
class Members(Chosen):
    def one(self, member_id: int) -> Member | None:
        return from_rows(self.ask(_ONE, member_id=member_id))

    def speaking(self, who: Address | int, connected_by: str | None = None) -> Spoken | None:
        """Who that is, by their place on a platform or by their number. `connected_by`: as in `Message`."""
        if isinstance(who, Address):
            rows = self.ask(_AT, platform=who.platform, workspace=who.workspace, user=who.user)
        else:
            rows = self.ask(_HERE, member_id=who)
        member = from_rows(rows)
        if member is None or connected_by not in {None, rows[0].connected_by}:
            return None
        of = organisation_from(self.organisation_id, rows[0].organisation_name, rows[0].policy)
        return Spoken(member, Reach(rows[0].reach), of, rows[0].listed_on)

    def all(self) -> tuple[Member, ...]:
        return with_days_off(
            self.connection, self.rows(select(members).where(self.mine(members), IS_THERE).order_by(members.c.id))
        )

    def some(self, member_ids: Collection[int]) -> tuple[Member, ...]:
        """Of these members those who are there, in the order of `all`."""
        if len(member_ids) > _FEW:
            return tuple(member for member in self.all() if member.id in member_ids)
        mine = (self.mine(members), IS_THERE, one_of(members.c.id, sorted(member_ids)))
        return with_days_off(self.connection, self.rows(select(members).where(*mine).order_by(members.c.id)))

    def add(
        self,
        name: str,
        role: Role,
        zone: str,
        *,
        manager_id: int | None = None,
        email: str = "",
        digest_at: time = time(8, 30),
        working_days: tuple[int, ...] = (0, 1, 2, 3, 4),
        country: str = "",
        locale: str = "en-GB",
        phone: str = "",
        next_digest_at: datetime | None = None,
    ) -> int:
        return self.insert(
            members, name=name, role=role.value, zone=zone, manager_id=manager_id, email=email,
            digest_at=digest_at.isoformat("minutes"), working_days=list(working_days), country=country,
            locale=locale, phone=phone, next_digest_at=next_digest_at,
        )  # fmt: skip

    def with_email(self, email: str) -> Member | None:
        """The first member of that address; letter case plays no part."""
        condition = (self.mine(members), IS_THERE, func.lower(members.c.email) == email.lower(), members.c.email != "")
        found = self.rows(select(members).where(*condition).order_by(members.c.id).limit(1))
        return next(iter(with_days_off(self.connection, found)), None)

    def names(self) -> dict[int, str]:
        """Everybody's name, by member."""
        return {row.id: row.name for row in self.rows(select(members.c.id, members.c.name).where(self.mine(members)))}

    def named(self) -> Sequence[Row[Any]]:
        """Everybody as they are named: `id`, `name`, `email`."""
        columns = (members.c.id, members.c.name, members.c.email)
        return self.rows(select(*columns).where(self.mine(members), IS_THERE).order_by(members.c.id))

    def seeing(self, owner_id: int) -> tuple[str, ...]:
        """The names of who sees a member's deals: themselves, who leads them, who leads that one, and so on."""
        return seeing(owner_id, self.ask(UPWARDS, member_id=owner_id))

    def seeing_now(self, owner_id: int, now: datetime) -> tuple[tuple[str, ...], tuple[int, ...]]:
        """The same, and who covers for that member now."""
        upwards, covering = self.ask_together(
            {"member_id": owner_id, "covered_id": owner_id, "now": now}, UPWARDS, COVERING
        )
        return seeing(owner_id, upwards), by_whom(covering)

    def has_admin(self) -> bool:
        admin = select(members.c.id).where(self.mine(members), members.c.role == Role.admin.value).limit(1)
        return self.connection.execute(admin).first() is not None

    def take_awaited_admin(self, email: str) -> bool:
        """Whether the operator had named that address as an admin here, or before there was any organisation."""
        notes = [awaited_admin(email, self.organisation_id), awaited_admin(email, None)]
        taken = delete(meta).where(meta.c.key.in_(notes)).returning(meta.c.key)
        return bool(email) and bool(self.connection.execute(taken).all())

    def add_leave(self, act_id: int, member_id: int, first_on: date, last_on: date) -> int:
        return self.insert(leaves, act_id=act_id, member_id=member_id, first_on=first_on, last_on=last_on)

    def leave_acts(self, member_id: int, day: date, *, begun_by: date | None = None) -> tuple[int, ...]:
        """The standing acts by which the member is off on that day or a later one; or of those the ones begun by a day."""
        found = select(leaves.c.act_id).join(acts, act_of(leaves)).where(
            self.mine(leaves), leaves.c.member_id == member_id, leaves.c.last_on >= day,
            acts.c.undone_at.is_(None),
        ).order_by(leaves.c.act_id)  # fmt: skip
        if begun_by:
            found = found.where(leaves.c.first_on <= begun_by)
        return tuple(row.act_id for row in self.rows(found))

    def add_pause(self, act_id: int, member_id: int, what: Muted, first_on: date, last_on: date) -> int:
        return self.insert(
            pauses, act_id=act_id, member_id=member_id, what=what.value, first_on=first_on, last_on=last_on
        )

    def visible_owners(self, member: Member) -> frozenset[int]:
        """Whose deals a member may see and change: their own, and those of whom they lead, down to the last one whom
        these lead. Being an admin shows none; who is inactive sees nothing."""
        return self.seen(member, None).led

    def seen(self, member: Member, now: datetime | None) -> Seen:
        """`visible_owners`, and whom they cover then."""
        return (
            Seen()
            if member.role is Role.inactive
            else seen_in(member, self.ask(WITH_LED, member_id=member.id, now=now))
        )


def _there(column: Column[Any]) -> ScalarSelect[Any]:
    place = (
        identities.c.organisation_id == MINE, identities.c.platform == bindparam("platform"),
        identities.c.workspace == bindparam("workspace"), identities.c.user == bindparam("user"),
    )  # fmt: skip
    return select(column).where(*place).scalar_subquery()


def _connected_by() -> Label[str]:
    """What the workspace of that place is connected by; NULL where it is not."""
    is_it = (
        workspaces.c.organisation_id == MINE, workspaces.c.platform == bindparam("platform"),
        workspaces.c.key == bindparam("workspace"), workspaces.c.state == literal_column(f"'{WorkspaceState.connected}'"),
    )  # fmt: skip
    return select(workspaces.c.sealed).where(*is_it).scalar_subquery().label("connected_by")


_ONE = with_a_row_for_each(bindparam("member_id", type_=members.c.id.type))
_LISTED_ON = (
    select(func.max(digests.c.local_date))
    .where(digests.c.organisation_id == MINE, digests.c.member_id == members.c.id, digests.c.state == SENT)
    .correlate(members)
    .scalar_subquery()
)
_ITS = (organisations.c.name.label("organisation_name"), organisations.c.policy, _LISTED_ON.label("listed_on"))
_AT = with_a_row_for_each(
    _there(identities.c.member_id), _there(identities.c.state).label("reach"), _connected_by(), *_ITS
)
_NOWHERE: tuple[Label[str], ...] = (literal_column("''").label("reach"), literal_column("''").label("connected_by"))
_HERE = with_a_row_for_each(bindparam("member_id", type_=members.c.id.type), *_NOWHERE, *_ITS)
