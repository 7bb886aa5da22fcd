"""One message being answered: who, when, in which organisation. Everything the conversation may touch hangs on it."""

from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from zoneinfo import ZoneInfo

from bot.model import Deal, History, Member, Policy, Standing
from bot.playbook.drafts import Speaker
from bot.playbook.standing import standing
from bot.store import DealName, Store
from bot.worktime import today_for


@dataclass(frozen=True)
class Exchange:
    store: Store
    member: Member
    now: datetime
    pressed_on: str = ""
    acts: list[int] = field(default_factory=list)  # what this message has changed so far

    @cached_property
    def today(self) -> date:
        return today_for(self.member, self.now)

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.member.zone)

    @cached_property
    def owners(self) -> frozenset[int]:
        """Whose deals this member may see and change; checked in each query."""
        return self.store.members.visible_owners(self.member)

    @cached_property
    def named(self) -> tuple[DealName, ...]:
        """What the deals that this member sees are called, as they were when first asked for."""
        return self.store.deals.named(self.owners)

    @cached_property
    def names(self) -> dict[int, str]:
        return {member.id: member.name for member in self.store.members.all()}

    @property
    def policy(self) -> Policy:
        return self.store.organisation.policy

    @property
    def speaker(self) -> Speaker:
        return Speaker(self.member.name, self.store.organisation.name, self.member.phone)

    def act(self, summary: str) -> int:
        """Begins the unit of undo that this message makes."""
        act_id = self.store.acts.begin(self.member.id, self.now, summary)
        self.acts.append(act_id)
        return act_id

    def history(self, deal_id: int) -> History:
        found = self.store.history.of(deal_id)
        if found is None:  # the deal was found a moment ago, in the same transaction
            raise LookupError(deal_id)
        return found

    def standing(self, history: History) -> Standing:
        return standing(history, self.policy, self.today)

    def refresh(self, deal_id: int) -> tuple[History, Standing]:
        """After a change: the derived columns follow, and the new standing is read."""
        self.store.refresh([deal_id], self.today)
        history = self.history(deal_id)
        return history, self.standing(history)

    def visible_to(self, deal: Deal) -> list[str]:
        """The owner, their manager, and nobody else."""
        members = {member.id: member for member in self.store.members.all()}
        owner = members.get(deal.owner_id)
        ids = [deal.owner_id, *([owner.manager_id] if owner and owner.manager_id else [])]
        return [members[id_].name.split()[0] for id_ in ids if id_ in members]
