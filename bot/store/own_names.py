"""Where a name is a member's by their number: there it is nobody else's, whoever is called so too."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import select, union_all

from bot.model import DecisionKind, first_name
from bot.reading.naming.namekeys import key
from bot.reading.naming.subjects import WORDS, Finder
from bot.store.room import Room
from bot.store.tables import covers, decisions, member_changes

_BECAUSE = " because "


@dataclass(frozen=True)
class OwnNames:
    """`first` finds a member by what the bot calls them, `sole` too, where nobody else is called so.

    `full`: in what `act_ids` say, which changed what they are or gave away what they had; `here`: by the first name in
    what `member_act_ids` say, which are about members alone.
    """

    first: Finder = field(default_factory=Finder)
    sole: Finder = field(default_factory=Finder)
    full: Finder = field(default_factory=Finder)
    act_ids: frozenset[int] = frozenset()
    here: Finder = field(default_factory=Finder)
    member_act_ids: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Owning(Room):
    def names(self, own: Sequence[Any], colleagues: Collection[str], others: Collection[str]) -> OwnNames:
        """`own`: their rows; `colleagues`: keys of what other members are called; `others`: of whoever and whatever else."""
        names = {key(row.name) for row in own} - {""}
        sole = names - {*colleagues}
        taken = WORDS.union(*(name.split() for name in others))
        return OwnNames(
            _called(own, ()),
            _called(own, taken),
            Finder(whole=tuple(sorted(names)), others=tuple(sorted(_longer(names, others)))),
            self._changed(frozenset(row.id for row in own)) | self._given(sole),
            _called(own, {word for name in colleagues for word in name.split()}),
            self._on_members() if own else frozenset(),
        )

    def _changed(self, member_ids: frozenset[int]) -> frozenset[int]:
        asked = select(member_changes.c.act_id).where(
            self.mine(member_changes), member_changes.c.member_id.in_(sorted(member_ids))
        )
        return frozenset(row.act_id for row in self.rows(asked)) if member_ids else frozenset()

    def _on_members(self) -> frozenset[int]:
        asked = union_all(*(select(t.c.act_id).where(self.mine(t)) for t in (member_changes, covers)))
        return frozenset(row.act_id for row in self.connection.execute(asked))

    def _given(self, names: Collection[str]) -> frozenset[int]:
        """Why a deal came to somebody begins with the member who had it before."""
        if not names:
            return frozenset()
        handed = decisions.c.kind == DecisionKind.handed_over.value
        rows = self.rows(select(decisions.c.act_id, decisions.c.reason).where(self.mine(decisions), handed))
        return frozenset(row.act_id for row in rows if key(row.reason.partition(_BECAUSE)[0]) in names)


def _longer(names: Collection[str], others: Collection[str]) -> set[str]:
    """ "Ann Lee Trading" is no Ann Lee."""
    return {other for other in others if other not in names and any(name in other for name in names)}


def _called(own: Sequence[Any], taken: Collection[str]) -> Finder:
    """By what the bot calls a member, written like a name, but for words that are `taken`."""
    called = {key(first_name(row.name)) for row in own}
    return Finder(parts=tuple(sorted({name for name in called if len(name.split()) == 1} - {*taken})), are_names=True)
