"""What members are and chose: the acts that changed it, over what a platform knows of them, under the operator's word.

`member_changes.changes` is {"field": [before, after]}. The `before` of a field's first change is its base: what counts
where no standing act says otherwise. A field that no act changed is in the member's row alone.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, Select, select, update

from bot.store.room import Room, act_of
from bot.store.tables import acts, member_changes, members


@dataclass(frozen=True)
class Chosen(Room):
    def change(self, act_id: int, member_id: int, **settings: Any) -> None:
        """New settings (as stored) by an act; what they were before is kept, so that the act can be undone."""
        self.change_many(act_id, {member_id: settings})

    def change_many(self, act_id: int, settings: Mapping[int, Mapping[str, Any]]) -> None:
        """The same for several members at once."""
        rows = [
            {"act_id": act_id, "member_id": row.id,
             "changes": {name: [getattr(row, name), value] for name, value in settings[row.id].items()}}
            for row in self._held(sorted(settings))
        ]  # fmt: skip
        self.insert_many(member_changes, rows)
        self.refold(act_id)

    def describe(self, member_id: int, **known: Any) -> None:
        """What a platform says of a member (name, email, zone): their base. What a standing act chose goes on counting."""
        self._held([member_id])
        unbased = dict(known)
        for row in self._changes([member_id]):
            based = {name: [unbased.pop(name), pair[1]] for name, pair in row.changes.items() if name in unbased}
            self._rewrite(row, {**row.changes, **based})
        self._write({member_id: unbased})
        self._write(_folded(self._changes([member_id])))

    def overrule(self, member_id: int, **said: Any) -> None:
        """The operator's word, newer than every act so far: of these fields they decide nothing any more."""
        self._held([member_id])
        for row in self._changes([member_id]):
            self._rewrite(row, {name: pair for name, pair in row.changes.items() if name not in said})
        self._write({member_id: said})

    def refold(self, act_id: int) -> None:
        """Writes the settings, as the standing changes add up, of the members whom an act changed."""
        ids = sorted({row.member_id for row in self.rows(self._by(act_id))})
        if ids:
            self._held(ids)
            self._write(_folded(self._changes(ids)))

    def is_chosen(self, member_id: int, name: str) -> bool:
        """Whether a standing act decides that field."""
        return any(name in row.changes and not row.undone for row in self._changes([member_id]))

    def without(self, act_id: int) -> dict[int, dict[str, Any]]:
        """By member whom the act changed: the settings that it changed, as they would be, were it undone."""
        ids = sorted({row.member_id for row in self.rows(self._by(act_id))})
        changes = self._changes(ids) if ids else ()
        folded = _folded(changes, without=act_id)
        own = (row for row in changes if row.act_id == act_id)
        return {row.member_id: {name: folded[row.member_id][name] for name in row.changes} for row in own}

    def recompute(self) -> int:
        """Folds every member anew; returns how many differed."""
        rows = self._held(None)
        folded = _folded(self._changes([row.id for row in rows]))
        wrong = {
            row.id: folded[row.id]
            for row in rows
            if any(getattr(row, name) != value for name, value in folded[row.id].items())
        }
        self._write(wrong)
        return len(wrong)

    def _by(self, act_id: int) -> Select[Any]:
        return select(member_changes.c.member_id).where(self.mine(member_changes), member_changes.c.act_id == act_id)

    def _held(self, ids: Sequence[int] | None) -> Sequence[Row[Any]]:
        """The members' rows; who changes them at the same time waits, and then sees what was changed (PostgreSQL)."""
        chosen = (members.c.id.in_(ids),) if ids is not None else ()
        return self.rows(
            select(members).where(self.mine(members), *chosen).order_by(members.c.id).with_for_update(key_share=True)
        )

    def _changes(self, ids: Sequence[int]) -> Sequence[Row[Any]]:
        """What acts changed of these members, oldest first."""
        statement = select(member_changes, acts.c.undone_at.is_not(None).label("undone")).join(
            acts, act_of(member_changes)
        )
        mine = (self.mine(member_changes), member_changes.c.member_id.in_(ids))
        return self.rows(statement.where(*mine).order_by(member_changes.c.id))

    def _rewrite(self, row: Row[Any], changes: dict[str, Any]) -> None:
        if changes != row.changes:
            condition = (self.mine(member_changes), member_changes.c.id == row.id)
            self.connection.execute(update(member_changes).where(*condition).values(changes=changes))

    def _write(self, values: dict[int, dict[str, Any]]) -> None:
        for member_id, fields in values.items():
            if fields:
                condition = (self.mine(members), members.c.id == member_id)
                self.connection.execute(update(members).where(*condition).values(**fields))


def _folded(changes: Sequence[Row[Any]], *, without: int | None = None) -> defaultdict[int, dict[str, Any]]:
    """By member: each field that acts changed, as the standing ones add up."""
    folded: defaultdict[int, dict[str, Any]] = defaultdict(dict)
    for row in changes:
        for name, (before, after) in row.changes.items():
            folded[row.member_id].setdefault(name, before)
            if not row.undone and row.act_id != without:
                folded[row.member_id][name] = after
    return folded
