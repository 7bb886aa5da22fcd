"""Admins whom the operator named by an address that nobody here has yet: a note each, until they come or it is withdrawn."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, delete, select, update

from bot.model import Organisation
from bot.store.tables import meta

_PREFIX = "admin:"


def awaited_admin(email: str, organisation_id: int | None) -> str:
    """The key of the operator's note that whoever has this address is an admin of that organisation, or of the first."""
    where = "" if organisation_id is None else f"{organisation_id}:"
    return f"{_PREFIX}{hashlib.sha256(f'{where}{email.lower()}'.encode()).hexdigest()}"


@dataclass(frozen=True)
class Awaited:
    """`organisation_ids`: of which; None is of the first that there will be. Unless told, of all."""

    connection: Connection
    organisation_ids: frozenset[int | None] | None = None

    def emails(self) -> tuple[str, ...]:
        return tuple(sorted({row.value for row in self.notes()}))

    def notes(self) -> list[Any]:
        kept = select(meta.c.key, meta.c.value).where(meta.c.key.startswith(_PREFIX)).order_by(meta.c.value)
        return [row for row in self.connection.execute(kept) if self._is_ours(row.key, row.value)]

    def whose(self, organisations: Iterable[Organisation]) -> list[tuple[str, str]]:
        """Each address, and of which organisation; that is empty for the first that there will be."""
        names: dict[int | None, str] = {None: "", **{one.id: one.name for one in organisations}}
        found = (
            (email, name)
            for id_, name in names.items()
            for email in Awaited(self.connection, frozenset({id_})).emails()
        )
        return sorted(found)

    def withdraw(self, email: str) -> bool:
        """Whether there was such a note. Whoever comes with that address is nobody special then."""
        keys = [row.key for row in self.notes() if row.value == email.lower()]
        self.connection.execute(delete(meta).where(meta.c.key.in_(keys)))
        return bool(keys)

    def belong_to(self, organisation_id: int) -> None:
        """What was said of the first that there will be is said of this one."""
        for row in Awaited(self.connection, frozenset({None})).notes():
            now = awaited_admin(row.value, organisation_id)
            self.connection.execute(update(meta).where(meta.c.key == row.key).values(key=now))

    def _is_ours(self, key: str, email: str) -> bool:
        ids = self.organisation_ids
        return ids is None or key in {awaited_admin(email, one) for one in ids}
