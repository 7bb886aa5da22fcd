"""A member as their rows tell: what they are and chose, with the days off and the pauses that stand."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from datetime import date, time
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, CompoundSelect, Connection, Row, Select, Table, literal, select, true, union_all

from bot.model import Member, Muted, Pause, Role
from bot.store.among import among
from bot.store.asking import asked
from bot.store.room import MINE, act_of
from bot.store.tables import acts, leaves, members, organisations, pauses


def with_days_off(connection: Connection, rows: Sequence[Row[Any]]) -> tuple[Member, ...]:
    """Members with the days off by their day and the pauses that stand, the newest last: one query for all of them."""
    away: dict[int, list[tuple[date, date]]] = defaultdict(list)
    muted: dict[int, list[Pause]] = defaultdict(list)
    for row in asked(connection, _DAYS_OFF, {"member_ids": [row.id for row in rows]}):
        if row.what:
            muted[row.member_id].append(Pause(Muted(row.what), row.first_on, row.last_on))
        else:
            away[row.member_id].append((row.first_on, row.last_on))
    return tuple(_member(row, tuple(sorted(away[row.id])), tuple(muted[row.id])) for row in rows)


def from_rows(rows: Sequence[Row[Any]]) -> Member | None:
    """A member from a row for each of their days off, or one without any."""
    off = [row for row in rows if row.first_on]
    leave = tuple(sorted((row.first_on, row.last_on) for row in off if not row.what))
    return (
        _member(rows[0], leave, tuple(Pause(Muted(r.what), r.first_on, r.last_on) for r in off if r.what))
        if rows
        else None
    )


def _days_off(whose: Callable[[Table], ColumnElement[bool]]) -> CompoundSelect[Any]:
    return union_all(*(
        select(table.c.member_id, what.label("what"), table.c.first_on, table.c.last_on, table.c.id.label("entry"))
        .join(acts, act_of(table))
        .where(acts.c.undone_at.is_(None), whose(table))
        for table, what in ((leaves, literal("")), (pauses, pauses.c.what))
    ))  # fmt: skip


def with_a_row_for_each(member_id: ColumnElement[int], *others: ColumnElement[Any]) -> Select[Any]:
    off = _days_off(lambda table: table.c.member_id == member_id).subquery()
    chosen = select(members, off.c.what, off.c.first_on, off.c.last_on, *others)
    joined = members.join(organisations, organisations.c.id == members.c.organisation_id) if others else members
    return (
        chosen.select_from(joined.outerjoin(off, true()))
        .where(members.c.organisation_id == MINE, members.c.id == member_id)
        .order_by(off.c.entry)
    )


_DAYS_OFF = _days_off(lambda table: among(table.c.member_id, "member_ids")).order_by("entry")
_ROLES = {one.value: one for one in Role}
_OWN = slice(len(members.c))
_clock = cache(time.fromisoformat)  # there are 1,440


def _member(row: Row[Any], leave: tuple[tuple[date, date], ...], paused: tuple[Pause, ...]) -> Member:
    """Of a row that begins with the columns of `members`, in their order: thousands are made in a minute, and each column by
    its name costs as much as the rest."""
    (
        id_, organisation_id, name, role, manager_id, zone, email, digest_at, working_days, country, phone, next_digest_at,
        locale, compact, clear_day, quiet, _, next_digest_on, _,
    ) = row[_OWN]  # fmt: skip
    first, _, last = quiet.partition("-")
    return Member(
        id_, organisation_id, name, _ROLES[role], manager_id, zone, email, _clock(digest_at), tuple(working_days), country,
        locale, phone, compact, clear_day, (_clock(first), _clock(last)) if last else None, next_digest_on, next_digest_at,
        leave, paused,
    )  # fmt: skip
