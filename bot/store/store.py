"""The store of one organisation: verbs of the domain, inside one transaction. Nothing can be asked without one."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any, TypeVar

from sqlalchemy import Connection, Row, bindparam, select, update

from bot.model import SCHEDULER, Act, Address, Deal, History, House, Member, Organisation, Reach
from bot.playbook.figures import OF_THE_STANDING
from bot.store.about import Person
from bot.store.acts import Acts
from bot.store.answered import AnsweredBefore, Earlier, Pair
from bot.store.arrivals import Arrival, Arrivals
from bot.store.asking import asked, asked_together
from bot.store.audit import Audit
from bot.store.awaited import Awaited
from bot.store.books import Books
from bot.store.buying import Buying
from bot.store.calls_for_help import CallsForHelp
from bot.store.conversations import Conversations
from bot.store.covers import Covers
from bot.store.deals import Deals
from bot.store.digests import Digests
from bot.store.drafts import Drafts
from bot.store.erasing import Erased, Erasing
from bot.store.everything import Everything
from bot.store.figures import Figures
from bot.store.histories import Histories
from bot.store.house import STANDING, Houses, house_of
from bot.store.identities import Identities
from bot.store.imports import Imports
from bot.store.links import Links
from bot.store.members import Members
from bot.store.members_weeks import MembersWeeks
from bot.store.mondays import Mondays
from bot.store.one_person import OnePerson
from bot.store.organisation import organisation_from
from bot.store.promises import Promises
from bot.store.refreshing import Refreshing
from bot.store.room import Ask, chunks
from bot.store.seeing import WITH_LED, Seen, seen_in
from bot.store.sending import Outbox
from bot.store.subjects import Subjects
from bot.store.tables import organisations
from bot.store.teams import Teams
from bot.store.traces import Traces
from bot.store.unrenewed import Unrenewed
from bot.store.work import Work

T = TypeVar("T")
_ORGANISATION = select(organisations).where(organisations.c.id == bindparam("mine"))


class UnknownOrganisation(LookupError):
    """No such organisation."""


def _part(kind: Callable[[Connection, int], T]) -> cached_property[T]:
    """Verbs about one kind of thing, made when they are first asked for."""
    return cached_property(lambda store: kind(store.connection, store.organisation_id))


@dataclass(frozen=True)
class Store:
    connection: Connection
    organisation_id: int
    source: str = SCHEDULER  # from where it is written when no message says so

    members = _part(Members)
    identities = _part(Identities)
    one_person = _part(OnePerson)
    unrenewed = _part(Unrenewed)
    links = _part(Links)
    deals = _part(Deals)
    history = _part(Histories)
    promises = _part(Promises)
    house = _part(Houses)
    books = _part(Books)
    covers = _part(Covers)
    teams = _part(Teams)
    mondays = _part(Mondays)
    members_weeks = _part(MembersWeeks)
    buying = _part(Buying)
    calls_for_help = _part(CallsForHelp)
    conversations = _part(Conversations)
    figures = _part(Figures)
    imports = _part(Imports)
    work = _part(Work)
    drafts = _part(Drafts)
    digests = _part(Digests)
    outbox = _part(Outbox)
    everything = _part(Everything)
    subjects = _part(Subjects)
    traces = _part(Traces)

    @cached_property
    def audit(self) -> Audit:
        return Audit(self.connection, self.organisation_id, self.source)

    def close(self) -> None:
        """The end of a transaction: what was answered in it is known from now on, and goes into the audit record. This is the one
        place where that is written."""
        if "answered" in self.__dict__:
            self.answered.close()
        if "audit" in self.__dict__:
            self.audit.write()

    @cached_property
    def organisation(self) -> Organisation:
        return self._found(asked(self.connection, _ORGANISATION, {"mine": self.organisation_id}))

    def _found(self, rows: Sequence[Row[Any]]) -> Organisation:
        if not rows:
            raise UnknownOrganisation(self.organisation_id)
        return organisation_from(rows[0].id, rows[0].name, rows[0].policy)

    def speaker(self, who: Address | int, connected_by: str | None = None) -> tuple[Member | None, Reach]:
        """Whoever that is, and whether a message gets to them there; what is read with them holds for `organisation`, `listed`.

        `connected_by`: nobody where their workspace is connected by anything else by now."""
        found = self.members.speaking(who, connected_by)
        if found is None:
            return None, Reach.fine
        self.__dict__["organisation"] = found.organisation
        self.listed[found.member.id] = found.listed_on
        return found.member, found.reach

    @cached_property
    def listed(self) -> dict[int, date | None]:
        """The last day on which each who spoke here was sent a list."""
        return {}

    def at_first(
        self, member: Member, now: datetime, keys: Sequence[str], meanings: Pair, since: datetime
    ) -> tuple[Earlier | Act | None, Seen, House]:
        """What nearly every call needs, on one way: what came before it, whom the member sees now, and the team's own."""
        mine = {"mine": self.organisation_id}
        before, values = self.answered.asks(member.id, keys, meanings, since)
        asks: tuple[Ask, ...] = ((before, values), (WITH_LED, {"member_id": member.id, "now": now}), (STANDING, {}))
        rows, with_led, standing = asked_together(self.connection, *((one, {**mine, **said}) for one, said in asks))
        return self.answered.told(rows), seen_in(member, with_led), house_of(standing)

    @cached_property
    def awaited(self) -> Awaited:
        return Awaited(self.connection, frozenset({self.organisation_id}))

    @cached_property
    def acts(self) -> Acts:
        return Acts(self.connection, self.organisation_id, self.audit)

    @cached_property
    def answered(self) -> AnsweredBefore:
        return AnsweredBefore(self.connection, self.organisation_id, self.acts)

    @cached_property
    def erasing(self) -> Erasing:
        return Erasing(self.connection, self.organisation_id, self.audit)

    def erase(self, person: Person, at: datetime) -> Erased:
        """Takes somebody out of all that is kept, and derives anew what followed from it."""
        return self.erasing.erase(person, self._refreshing, at)

    def refresh(self, deal_ids: Sequence[int], today: date) -> int:
        """Writes the derived columns of these deals; returns how many changed."""
        return self._refreshing.refresh(deal_ids, today)

    def refreshed(self, deal_id: int, today: date) -> History:
        """The same for one deal, with what is recorded of it. Raises LookupError when it is gone."""
        return self._refreshing.refreshed(deal_id, today)

    def deal_on(self, deal_id: int, before: datetime) -> Deal | None:
        """The deal as it was called, and whose it was, just before that moment; None when it was not here yet."""
        return self._refreshing.deal_on(deal_id, before)

    def arrive(self, act_id: int, at: datetime, on: date, arrivals: Sequence[Arrival]) -> list[int]:
        """Makes deals with what comes with them, derived at once; returns their ids. Nothing has to be refreshed."""
        return Arrivals(self.connection, self.organisation_id, self.organisation.policy).add(act_id, at, on, arrivals)

    def open_histories(self) -> Iterator[Sequence[History]]:
        """Of every open deal of the organisation, some at a time."""
        return (list(self.history.many(some).values()) for some in chunks(self.deals.open_ids()))

    def follow_policy(self, changed: Collection[str], today: date) -> None:
        """After these figures changed: the open deals are derived anew where they decide something about them."""
        self.forget_policy()
        if OF_THE_STANDING & {*changed}:  # how a deal ended depends on no figure
            self.refresh(self.deals.open_ids(), today)

    def recompute(self) -> int:
        """Derives the policy, every deal and member anew, each deal for the day it was derived for; returns how many
        differed."""
        figures = self.figures.recompute()
        self.forget_policy()
        return figures + self._refreshing.recompute() + self.members.recompute()

    def rename(self, name: str) -> None:
        """What the organisation is called from now on."""
        mine = organisations.c.id == self.organisation_id
        self.connection.execute(update(organisations).where(mine).values(name=name))
        self.forget_policy()

    def hold_policy(self) -> None:
        """Nobody else changes the policy, or records anything, until this transaction ends; it is read anew."""
        self.figures.hold()
        self.forget_policy()

    def begin_act(self, member_id: int, at: datetime, summary: str, meaning: str = "") -> int:
        """As `acts.begin`. It waits for whoever is changing the policy, which is read anew behind it: on SQLite nobody is, there is
        one writer."""
        if self.connection.dialect.name == "sqlite":
            return self.acts.begin(member_id, at, summary, meaning)
        begins, told = self.acts.beginning(member_id, at, summary, meaning)
        ((act_id,),), found = asked_together(
            self.connection, (begins, told), (_ORGANISATION, {"mine": self.organisation_id})
        )
        self.forget_policy()
        self.__dict__["organisation"] = self._found(found)
        return self.acts.begun(int(act_id), told)

    def forget_policy(self) -> None:
        """What was read of the organisation before its policy changed is read again."""
        for read_before in ("organisation", "_refreshing"):
            self.__dict__.pop(read_before, None)

    @cached_property
    def _refreshing(self) -> Refreshing:
        return Refreshing(self.connection, self.organisation_id, self.organisation.policy)
