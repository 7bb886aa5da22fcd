"""Who else is here: by their names, in what they recorded, in what a line tells, and who leads whom."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from bot.model import History, Member, Role, first_name, is_former
from bot.playbook.wording import Speaker
from bot.reading.names import key
from bot.store import Store


@dataclass(frozen=True)
class AmongColleagues:
    """A member, and everybody in their organisation as far as it is asked for."""

    store: Store
    member: Member

    @cached_property
    def names(self) -> dict[int, str]:
        return self.store.members.names()

    def name_of(self, member_id: int, otherwise: str = "") -> str:
        """Nothing is asked for one's own."""
        return self.member.name if member_id == self.member.id else self.names.get(member_id, otherwise)

    def members_in(self, text: str) -> dict[int, str]:
        """By member the names of which a word stands in the text: a house may have thousands of others."""
        said = frozenset(key(text).split())
        return {id_: name for id_, name in self.names.items() if not said.isdisjoint(key(name).split())}

    def colleagues_in(self, text: str) -> tuple[str, ...]:
        """The other members whom it may name: what one of them does for a customer is our promise."""
        found = self.members_in(text)
        return tuple(name for id_, name in found.items() if id_ != self.member.id and not is_former(name))

    def manager_of(self, member: Member | None) -> Member | None:
        """Who leads the member and therefore sees their deals; where that one is here no more, who leads them in turn."""
        passed: set[int] = set()
        leader = self.store.members.one(member.manager_id) if member and member.manager_id else None
        while leader and leader.role is Role.inactive and leader.id not in passed:
            passed.add(leader.id)
            leader = self.store.members.one(leader.manager_id) if leader.manager_id else None
        return leader if leader and leader.may_lead else None

    @cached_property
    def speaker(self) -> Speaker:
        others = tuple(first_name(name) for id_, name in self.names.items() if id_ != self.member.id)
        return Speaker(self.member.name, self.store.organisation.said, self.member.phone, others)


def with_colleagues(history: History, reader_id: int, names: Callable[[], Mapping[int, str]]) -> History:
    """The history as `reader_id` reads it; `names` is asked only when somebody else recorded some of it. So no words claim
    another's call as one's own."""
    recorded = {one.member_id for made in (history.touches, history.commitments, history.decisions) for one in made}
    others = recorded - {0, reader_id}
    if not others:
        return history
    known = names()
    return replace(history, colleagues={id_: first_name(known.get(id_, ""), "a colleague") for id_ in sorted(others)})
