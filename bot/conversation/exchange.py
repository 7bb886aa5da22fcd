"""One message being answered: who, when, in which organisation. Everything the conversation may touch hangs on it."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from functools import cached_property
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from bot.conversation.colleagues import AmongColleagues, with_colleagues
from bot.days import is_day_first
from bot.model import (
    Act,
    Address,
    Deal,
    DealState,
    History,
    House,
    Member,
    Mentioned,
    OneOfSeveral,
    Policy,
    Standing,
    first_name,
)
from bot.playbook.house import on_day
from bot.playbook.offered import Free, free_of
from bot.playbook.standing import standing
from bot.store import DealName, Earlier, Pair, Seen, Undone
from bot.views.alike import short_names
from bot.worktime import roll, today_for

T = TypeVar("T")


@dataclass(frozen=True)
class Exchange(AmongColleagues):
    now: datetime
    pressed_on: str = ""
    address: Address | None = None
    line: str = ""  # what was typed, when it is to change something: kept when a question comes first
    meaning: str = ""  # the command as a digest, so that its repeat is recognised
    insists: bool = False  # told that it was done already, the member wants it once more
    form_draft: int | None = None  # the draft behind the form that was filled in
    typed_at: datetime | None = None  # when what goes on now was typed, where that was before
    admin_at: str = ""  # where the admin page is reached; empty where it is not served
    outside: Mapping[str, Mentioned] = field(default_factory=dict)  # by their mark in the line, who is nobody here
    acts: list[int] = field(default_factory=list)  # what this message has changed so far: one act, or one a pasted line
    kept: list[int] = field(default_factory=list)  # the drafts that this message left
    summaries: list[str] = field(default_factory=list)
    left_open: dict[str, Any] = field(default_factory=dict)  # the question that this message did not answer
    undone: list[int] = field(default_factory=list)  # acts that this message took back
    gone: list[int] = field(default_factory=list)  # deals that this message reached for, which are somebody else's
    doubles: set[int] = field(default_factory=set)  # deals that their company's name does not tell from another
    remarks: list[str] = field(default_factory=list)  # what has to be said also where a list answers for itself

    @cached_property
    def today(self) -> date:
        return today_for(self.member, self.now)

    @property
    def told_on(self) -> date:
        """The day from which a line's "tomorrow" and weekdays count."""
        return today_for(self.member, self.typed_at) if self.typed_at else self.today

    @property
    def told_at(self) -> time | None:
        """The hour in the member's zone from which "in 20 min" counts; None for what was typed on another day."""
        at = self.typed_at or self.now
        return at.astimezone(self.zone).time() if self.told_on == self.today else None

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.member.zone)

    @property
    def day_first(self) -> bool:
        """How this member reads 3/4."""
        return is_day_first(self.member.locale)

    @cached_property
    def _seen(self) -> Seen:
        return self.store.members.seen(self.member, self.now)

    @property
    def led(self) -> frozenset[int]:
        """The member, and whom they lead: what nobody has for a time only."""
        return self._seen.led

    @property
    def covered(self) -> frozenset[int]:
        """Whose deals the member sees and acts on at this moment because they cover them."""
        return self._seen.covered

    @cached_property
    def owners(self) -> frozenset[int]:
        """Whose deals this member may see and change; checked in each query."""
        return self.led | self.covered

    @cached_property
    def sees_many(self) -> bool:
        """Whether this member sees so many deals that they are not read one by one for a name."""
        return self.store.deals.sees_many(self.owners)

    @cached_property
    def named(self) -> tuple[DealName, ...]:
        """What the deals that this member sees are called, as they were when first asked for."""
        return self.store.deals.named(self.owners)

    def named_by(self, words: Sequence[str]) -> tuple[DealName, ...]:
        """The same of those in whose names each of these words stands; the deals are read with them."""

        def read() -> tuple[DealName, ...]:
            names = self.store.deals.named(self.owners, words)
            for name in names:
                self._known.update({("deal", name.id): name.deal, ("people", name.id): name.contacts})
            return names

        return self.once(("names", *words), read)

    def deal(self, deal_id: int) -> Deal | None:
        """The deal, when the member sees it."""
        return self.once(("deal", deal_id), lambda: self.store.deals.one(deal_id, self.owners))

    def people_of(self, deal: Deal) -> tuple[str, ...]:
        """Whom we know there, so that their names are recognised in a line."""
        return self.once(
            ("people", deal.id), lambda: self.store.deals.some_named(self.owners, [deal.id])[deal.id].contacts
        )

    @property
    def _known(self) -> dict[Hashable, Any]:
        """What was read of the deals: it holds until this message changes something."""
        return {} if self.acts or self.undone else self._before

    @cached_property
    def _before(self) -> dict[Hashable, Any]:
        return {}

    def once(self, what: Hashable, read: Callable[[], T]) -> T:
        """What was read already of the deals under this name; read anew once this message has changed something."""
        known = self._known
        if what not in known:
            known[what] = read()
        found: T = known[what]
        return found

    @cached_property
    def every_name(self) -> dict[int, str]:
        """What each deal that this member sees is called, as keys: to recognise one that was mistyped."""
        return self.store.deals.every_name(self.owners, self.member.id)

    @cached_property
    def short_names(self) -> dict[int, str]:
        """Of those whose deals this member sees: first names, and more where two of them have the same."""
        return short_names(self._named_owners)

    @cached_property
    def open_names(self) -> dict[int, str]:
        """The same for a card that everybody in a channel reads: without anybody's e-mail address."""
        return short_names(self._named_owners, openly=True)

    @cached_property
    def _named_owners(self) -> list[Any]:
        return [one for one in self.store.members.named() if one.id in self.owners]

    @property
    def policy(self) -> Policy:
        return self.store.organisation.policy

    def act(self, summary: str) -> int:
        """The unit of undo that this message makes: begun once, told more fully when the message does more."""
        self.summaries.append(summary)
        if self.acts:
            self.store.acts.describe(self.acts[0], ", ".join(self.summaries))
        else:
            self.acts.append(
                self.store.begin_act(self.member.id, self.now, summary, self.meaning)
            )  # see bot.store.figures
        return self.acts[0]

    def refuse(self, what: str = "", which: object = "") -> None:
        """They may not: the audit record keeps that they tried."""
        self.store.audit.refuse(what, which)

    def undo(self, act_id: int) -> Undone:
        """Takes an act back; the deals it touched are derived anew."""
        taken_back = self.store.acts.undo(act_id, self.member.id, self.now)
        self.undone.append(act_id)
        figures = self.store.figures.refold(act_id)
        if figures:
            self.store.follow_policy(figures, self.today)
        self.store.refresh(sorted(taken_back.others), self.today)
        return taken_back

    def aside(self, meaning: str) -> "Exchange":
        """The same exchange for one of several calls in a message, which makes an act of its own."""
        return replace(self, acts=[], summaries=[], meaning=meaning)

    def history(self, deal_id: int) -> History:
        return self.once(("history", deal_id), lambda: self._history(deal_id))

    def _history(self, deal_id: int) -> History:
        deal = self._known.get(("deal", deal_id))
        found = self.store.history.of_deal(deal) if deal else self.store.history.of(deal_id)
        if found is None:  # the deal was found a moment ago, in the same transaction
            raise LookupError(deal_id)
        return self.as_read(found)

    def as_read(self, history: History) -> History:
        """With the names of the colleagues who recorded some of it, and told apart from another deal of that company."""
        read = with_colleagues(history, self.member.id, lambda: self.names)
        return replace(read, deal=self.told_apart(read.deal)) if read.deal.id in self.doubles else read

    def told_apart(self, deal: Deal) -> Deal:
        return OneOfSeveral(**vars(deal)) if deal.id in self.doubles else deal

    @cached_property
    def house(self) -> House:
        """The team's own, as words may use it today."""
        return on_day(self._house, self.today, self.member)

    @cached_property
    def _house(self) -> House:
        return self.store.house.all()

    def at_first(self, keys: Sequence[str], meanings: Pair, since: datetime) -> Earlier | Act | None:
        """What came before. Whom the member sees, and the team's own, are read with it."""
        found, self.__dict__["_seen"], self.__dict__["_house"] = self.store.at_first(
            self.member, self.now, keys, meanings, since
        )
        return found

    def with_house(self, history: History) -> History:
        """The history for making words of it: with what the team has of its own."""
        return replace(history, house=self.house)

    def free(self, history: History) -> Free:
        """The days that a button may offer there: those of whoever has the deal, not of who logs for them."""
        return free_of(history, self._works_on(history.deal))

    def standing(self, history: History) -> Standing:
        return standing(history, self.policy, self.today)

    def refresh(self, deal_id: int) -> tuple[History, Standing]:
        """After a change: the derived columns follow, and the new standing is read, with the day on which a list comes."""
        history = self.as_read(self.store.refreshed(deal_id, self.today))
        return history, self.listed(history.deal, self.standing(history), self.today)

    def listed(self, deal: Deal, now: Standing, today: date) -> Standing:
        """With the day on which a list comes: a Saturday has none. Whose list it is, theirs are the days off."""
        if now.next_touch_on is None or now.next_touch_on <= today or now.state is DealState.definitive_sent:
            return now
        return replace(now, next_touch_on=roll(now.next_touch_on, self._works_on(deal)))

    def _works_on(self, deal: Deal) -> Member:
        """The owner, or whoever covers them."""
        is_ours = deal.owner_id == self.member.id or deal.owner_id in self.covered
        return self.member if is_ours else self.store.members.one(deal.owner_id) or self.member

    def visible_to(self, deal: Deal) -> list[str]:
        """The owner, whoever leads them and whoever leads those, whoever covers for them, and nobody else."""
        return self.who_sees(deal.owner_id)

    def who_sees(self, owner_id: int) -> list[str]:
        """Of whatever that member has."""
        names, covering = self.store.members.seeing_now(owner_id, self.now)
        all_names = (*names, *map(self.name_of, covering))
        return list(dict.fromkeys(first_name(name, "somebody") for name in all_names))

    def covering(self, owner_id: int) -> tuple[int, ...]:
        """Who covers that member now."""
        return self.store.covers.covering(owner_id, self.now)
