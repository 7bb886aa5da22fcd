"""The figures of the policy: what acts changed, over what the organisation began with. organisations.policy is their sum.

`policy_changes.changes` is {"figure": [before, after]}, as with a member's settings (bot.store.chosen): the `before` of
a figure's first change is what counts where no standing act says otherwise.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, select, update

from bot.store.organisation import policy_as_stored
from bot.store.room import Room, act_of
from bot.store.tables import acts, organisations, policy_changes


@dataclass(frozen=True)
class Decided:
    """The newest standing change of a figure."""

    member_id: int
    at: datetime
    before: Mapping[str, Any]  # the fields of the policy that the same act changed, as they were


@dataclass(frozen=True)
class Figures(Room):
    def hold(self) -> None:
        """Before the act begins, so that two admins wait for each other instead of one failing."""
        self._held()

    def change(self, act_id: int, figures: Mapping[str, Any]) -> frozenset[str]:
        """New figures by an act; returns those that are others now."""
        held = self._held()
        pairs = {name: [held[name], value] for name, value in figures.items()}
        self.insert(policy_changes, act_id=act_id, changes=pairs)
        return self._write(held)

    def refold(self, act_id: int) -> frozenset[str]:
        """After an act was taken back: the policy as the standing changes add up; returns the figures that are others now."""
        mine = (self.mine(policy_changes), policy_changes.c.act_id == act_id)
        changed = self.rows(select(policy_changes.c.id).where(*mine))
        return self._write(self._held()) if changed else frozenset()

    def without(self, act_id: int) -> dict[str, Any]:
        """The figures that the act changed, were it undone."""
        rows = self._changes()
        its_own = {name for row in rows if row.act_id == act_id for name in row.changes}
        return {name: value for name, value in _folded(rows, without=act_id).items() if name in its_own}

    def decided(self) -> dict[str, Decided]:
        """By figure: who changed it last, and when."""
        return {
            name: Decided(row.member_id, row.at, {field: pair[0] for field, pair in row.changes.items()})
            for row in self._changes()
            if not row.undone
            for name in row.changes
        }

    def recompute(self) -> int:
        """Folds the policy anew; returns how many figures differed."""
        return len(self._write(self._held()))

    def _held(self) -> dict[str, Any]:
        """The policy as stored. Whoever records anything at the same time waits, and nobody derives by the old figures
        what is being derived by the new ones (PostgreSQL: each recorded row holds its organisation's key)."""
        own = select(organisations.c.policy).where(organisations.c.id == self.organisation_id).with_for_update()
        return policy_as_stored() | dict(self.connection.execute(own).scalar_one())

    def _changes(self) -> Sequence[Row[Any]]:
        """What acts changed, oldest first."""
        columns = (policy_changes, acts.c.member_id, acts.c.at, acts.c.undone_at.is_not(None).label("undone"))
        joined = select(*columns).join(acts, act_of(policy_changes))
        return self.rows(joined.where(self.mine(policy_changes)).order_by(policy_changes.c.id))

    def _write(self, held: Mapping[str, Any]) -> frozenset[str]:
        wrong = {name: value for name, value in _folded(self._changes()).items() if held.get(name) != value}
        if wrong:
            own = organisations.c.id == self.organisation_id
            self.connection.execute(update(organisations).where(own).values(policy={**held, **wrong}))
        return frozenset(wrong)


def _folded(changes: Sequence[Row[Any]], *, without: int | None = None) -> dict[str, Any]:
    folded: dict[str, Any] = {}
    for row in changes:
        for name, (before, after) in row.changes.items():
            folded.setdefault(name, before)
            if not row.undone and row.act_id != without:
                folded[name] = after
    return folded
