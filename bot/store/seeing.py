"""Who sees whose deals: each their own, leaders those of whom they lead, however deep, whoever covers those they cover."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, Select, bindparam, false, select, true, union_all

from bot.model import Member, Role
from bot.store.covers import covered_now
from bot.store.room import MINE
from bot.store.tables import members


@dataclass(frozen=True)
class Seen:
    """Whose deals a member sees and changes: their own and those of whom they lead, and for a time of whom they cover."""

    led: frozenset[int] = frozenset()
    covered: frozenset[int] = frozenset()


def seen_in(member: Member, with_led: Sequence[Row[Any]]) -> Seen:
    """What a member who is active sees, told by the rows of `WITH_LED`."""
    covered = frozenset(row.id for row in with_led if row.covered)
    return Seen(frozenset({member.id, *(row.id for row in with_led if not row.covered)}), covered)


def seen_by(member_id: int, with_led: Sequence[Row[Any]]) -> frozenset[int] | None:
    """`visible_owners` of who is only known by their id, and whom they cover, told by the rows of `WITH_LED`; None when
    that is nobody."""
    roles = {row.id: row.role for row in with_led if row.id == member_id or not row.covered}
    if member_id not in roles:
        return None
    if roles[member_id] == Role.inactive.value:
        return frozenset()
    return frozenset({*roles, *(row.id for row in with_led if row.covered)})


def seeing(owner_id: int, upwards: Sequence[Row[Any]]) -> tuple[str, ...]:
    """The names of who sees a member's deals, told by the rows of `UPWARDS`: themselves, who leads them, and so on."""
    found = {row.id: row for row in upwards}
    names: list[str] = []
    row = found.pop(owner_id, None)
    while row:  # each is taken once: two who lead each other end it
        role = Role(row.role)
        names += [row.name] if role.may_lead or (row.id == owner_id and role is Role.rep) else []
        row = found.pop(row.manager_id, None)
    return tuple(names)


def _with_led() -> Select[Any]:
    """The member and whom they lead, however deep; a rep leads nobody. Without doubles, so that a circle ends.

    And, marked, whom they cover at the parameter `now`.
    """
    own_id = bindparam("member_id", type_=members.c.id.type)
    first = select(members.c.id, members.c.role).where(members.c.organisation_id == MINE, members.c.id == own_id)
    above = first.cte("led", recursive=True)
    below = (
        select(members.c.id, members.c.role)
        .join(above, members.c.manager_id == above.c.id)
        .where(members.c.organisation_id == MINE, above.c.role != Role.rep.value)
    )
    led = above.union(below)
    covered = select(members.c.id, members.c.role, true().label("covered")).where(
        members.c.organisation_id == MINE, members.c.id.in_(covered_now(own_id)), members.c.id != own_id
    )
    every = union_all(select(led.c.id, led.c.role, false().label("covered")), covered).subquery()
    return select(every.c.id, every.c.role, every.c.covered)


def _upwards() -> Select[Any]:
    """The member, who leads them, who leads that one, and so on."""
    columns = (members.c.id, members.c.name, members.c.role, members.c.manager_id)
    first = select(*columns).where(
        members.c.organisation_id == MINE, members.c.id == bindparam("member_id", type_=members.c.id.type)
    )
    below = first.cte("upwards", recursive=True)
    above = (
        select(*columns)
        .join(below, members.c.id == below.c.manager_id)
        .where(members.c.organisation_id == MINE, members.c.role != Role.rep.value)
    )
    return select(below.union(above))


WITH_LED = _with_led()
UPWARDS = _upwards()
