"""What is read for whoever leads others: a fixed number of statements, however many managers, reps and deals there are.

Everything is by owner, so that what was read once for several managers is added up for each of them.
"""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Date,
    Integer,
    Row,
    Select,
    Text,
    bindparam,
    case,
    cast,
    exists,
    func,
    literal_column,
    or_,
    select,
)

from bot.model import DealState, DecisionKind, Reach, Role, Side
from bot.playbook.effort import MOST_OF_A_WHALE, Effort
from bot.playbook.monday import BUYING_DAYS, ON_RECORD_DAYS, REASONS_DAYS, OfDeal, Some, Topic
from bot.playbook.results import CONVERSATIONS
from bot.reading.buying import PARTS
from bot.store.among import among
from bot.store.conversations import midnight
from bot.store.monday_topics import HIDDEN, LIVE, SINCE, TODAY, TOPICS, of_its_deal, owned, owned_by_row, stands
from bot.store.room import MINE, Room
from bot.store.tables import Instant, acts, commitments, deals, decisions, digests, identities, members, outbox, touches

_MOST_BUSY = 200  # deals that are looked at for a treadmill: the longest busy first
_MOST_TOLD = 200  # words about buying that are read: the newest first
_UNSENT = ("late", "failed", "restored")


@dataclass(frozen=True)
class Worked:
    """One of the deals that took most of a member's work, and what all of theirs took together."""

    deal_id: int
    effort: Effort
    whole: Effort
    deals: int


@dataclass(frozen=True)
class Told:
    """What they said or promised that may be about buying; `said_on` is None for a promise, whose day is `due_on`."""

    deal: OfDeal
    worth: tuple[str, str]
    text: str
    by: str
    said_on: date | None = None
    due_on: date | None = None


@dataclass(frozen=True)
class Mondays(Room):
    def led(self, manager_ids: Collection[int]) -> dict[int, frozenset[int]]:
        """By manager: whom they lead, as `Members.visible_owners` has it."""
        found: dict[int, set[int]] = defaultdict(set)
        for row in self.ask(_LED, owners=sorted(manager_ids)):
            found[row.manager_id].add(row.id)
        return {id_: frozenset(led - {id_}) for id_, led in found.items()}

    def topics(self, owner_ids: Collection[int], since: date, today: date) -> dict[Topic, dict[int, Some]]:
        found: dict[Topic, dict[int, Some]] = defaultdict(dict)
        for row in self._of(TOPICS, owner_ids, since=since, today=today):
            before = found[Topic(row.topic)].get(row.owner_id, Some())
            one = OfDeal(row.owner_id, row.deal_id, row.company or row.title, row.touched_on or row.on, row.text)
            found[Topic(row.topic)][row.owner_id] = Some(row.total, (*before.first, one))
        return found

    def logged(self, member_ids: Collection[int], today: date) -> dict[int, datetime]:
        """When each of those who have live deals last logged a touch; who is not there has none, or logged nothing lately."""
        after = midnight(_ago(today, ON_RECORD_DAYS))
        return {row.member_id: row.at for row in self._of(_LOGGED, member_ids, after=after)}

    def with_live_deals(self, member_ids: Collection[int]) -> dict[int, date | None]:
        """Those who have something to log about, and since when."""
        return {row.owner_id: row.first_on for row in self._of(_LIVE_OWNERS, member_ids)}

    def maybe_busy(self, owner_ids: Collection[int], treadmill_touches: int) -> list[int]:
        """Live deals that may be a treadmill: whether each is one, its history tells."""
        return [row.id for row in self._of(_BUSY, owner_ids, touches=treadmill_touches, most=_MOST_BUSY)]

    def worked(self, member_ids: Collection[int], since: date, talk: int, attempt: int) -> dict[int, list[Worked]]:
        """By member: the few deals that took most of their work; `talk` and `attempt` are the minutes of each."""
        found: dict[int, list[Worked]] = defaultdict(list)
        for row in self._of(_WORKED, member_ids, since=since, talk=talk, attempt=attempt):
            one = Worked(row.deal_id, Effort(row.tries, row.minutes), Effort(row.all_tries, row.all_minutes), row.deals)
            found[row.member_id].append(one)
        return found

    def labels(self, deal_ids: Collection[int]) -> dict[int, tuple[str, int]]:
        """What these deals are called, and who has each."""
        return {row.id: (row.company or row.title, row.owner_id) for row in self.ask(_LABELS, deals=sorted(deal_ids))}

    def about_buying(self, owner_ids: Collection[int], today: date) -> list[Told]:
        """Their words of late, the newest first, and their promises by a day."""
        since = _ago(today, ON_RECORD_DAYS)
        said = [
            Told(_of_deal(row, row.on), (row.value, row.currency), row.said, row.contact, said_on=row.on)
            for row in self._of(_SAID, owner_ids, since=since, most=_MOST_TOLD)
        ]
        promised = [
            Told(_of_deal(row, row.due_on), (row.value, row.currency), row.text, row.contact, due_on=row.due_on)
            for row in self._of(
                _PROMISED, owner_ids, today=today, last=today + timedelta(days=BUYING_DAYS), most=_MOST_TOLD
            )
        ]
        return [*said, *promised]

    def still_open(self, deal_ids: Collection[int]) -> dict[int, list[tuple[int, Side, str, date | None]]]:
        """By deal: (id, side, what, its day) of the promises that are open, the earliest first."""
        found: dict[int, list[tuple[int, Side, str, date | None]]] = defaultdict(list)
        for row in self.ask(_STILL_OPEN, deals=sorted(deal_ids)):
            found[row.deal_id].append((row.id, Side(row.side), row.text, row.due_on))
        return found

    def reasons(self, owner_ids: Collection[int], today: date) -> dict[int, list[tuple[str, int]]]:
        """By owner: why deals were lost of late, and how often it was said."""
        found: dict[int, list[tuple[str, int]]] = defaultdict(list)
        for row in self._of(_REASONS, owner_ids, since=_ago(today, REASONS_DAYS), today=today):
            found[row.owner_id].append((row.reason, row.times))
        return found

    def unreachable(self, member_ids: Collection[int]) -> frozenset[int]:
        """Those to whom no message gets through, anywhere."""
        return frozenset(row.id for row in self._of(_UNREACHABLE, member_ids))

    def undelivered(self, member_ids: Collection[int], since: date, today: date) -> dict[int, date]:
        """By member: the last day since then whose list should have come and did not."""
        rows = self._of(_UNDELIVERED, member_ids, since=since, today=today)
        return {row.member_id: row.on for row in rows}

    def _of(self, statement: Any, owner_ids: Collection[int], **values: Any) -> Sequence[Row[Any]]:
        return self.ask(statement, owners=sorted(owner_ids), **values) if owner_ids else ()


def _ago(today: date, days: int) -> date:
    return today - timedelta(days=days)


def _of_deal(row: Row[Any], on: date | None, text: str = "") -> OfDeal:
    return OfDeal(row.owner_id, row.deal_id, row.company or row.title, on, text)


_NAMED = (deals.c.owner_id, deals.c.id.label("deal_id"), deals.c.company, deals.c.title)
_MOST: Any = bindparam("most")


def _led() -> Select[Any]:
    """Each of these, and whom they lead, however deep; a rep leads nobody (as `WITH_LED` of one)."""
    first = select(members.c.id.label("manager_id"), members.c.id, members.c.role).where(
        members.c.organisation_id == MINE, among(members.c.id, "owners")
    )
    above = first.cte("led", recursive=True)
    below = (
        select(above.c.manager_id, members.c.id, members.c.role)
        .join(above, members.c.manager_id == above.c.id)
        .where(members.c.organisation_id == MINE, above.c.role != Role.rep.value)
    )
    led = above.union(below)
    return select(led.c.manager_id, led.c.id)


_LED = _led()
_LAST_LOGGED = (
    select(acts.c.at)
    .where(
        acts.c.organisation_id == MINE, acts.c.member_id == members.c.id, acts.c.undone_at.is_(None),
        acts.c.at > bindparam("after", type_=Instant()),
        exists().where(touches.c.organisation_id == MINE, touches.c.act_id == acts.c.id),
    )
    .order_by(acts.c.at.desc())
    .limit(1)
    .scalar_subquery()
)  # fmt: skip
_LOGGED = select(members.c.id.label("member_id"), _LAST_LOGGED.label("at")).where(
    members.c.organisation_id == MINE, among(members.c.id, "owners"), _LAST_LOGGED.is_not(None)
)
_LIVE_OWNERS = (
    select(deals.c.owner_id, func.min(deals.c.created_on).label("first_on"))
    .where(*owned(), LIVE)
    .group_by(deals.c.owner_id)
)
_NOTED = (
    select(touches.c.deal_id)
    .where(touches.c.organisation_id == MINE, touches.c.note != "", touches.c.said == "")
    .group_by(touches.c.deal_id)
    .having(func.count() >= 3)  # noqa: PLR2004 - as many notes in a row that say nothing (bot.playbook.effort)
)
_BUSY = (
    select(deals.c.id)
    .where(*owned(), LIVE, or_(deals.c.touches_since_advance >= bindparam("touches"), deals.c.id.in_(_NOTED)))
    .order_by(deals.c.touches_since_advance.desc(), deals.c.id)
    .limit(_MOST)
)
_MINUTES = case(
    (touches.c.outcome.in_(sorted(CONVERSATIONS)), bindparam("talk", type_=Integer())),
    else_=bindparam("attempt", type_=Integer()),
)
_BY_DEAL = (
    select(
        touches.c.member_id,
        touches.c.deal_id,
        func.count().label("tries"),
        cast(func.sum(_MINUTES), Integer).label("minutes"),
    )
    .where(
        touches.c.organisation_id == MINE,
        touches.c.on >= SINCE,
        among(touches.c.member_id, "owners"),
        stands(touches),
        touches.c.deal_id.not_in(HIDDEN),
    )
    .group_by(touches.c.member_id, touches.c.deal_id)
    .subquery("by_deal")
)
_RANKED = select(
    *_BY_DEAL.c,
    func.row_number()
    .over(partition_by=_BY_DEAL.c.member_id, order_by=(_BY_DEAL.c.minutes.desc(), _BY_DEAL.c.deal_id))
    .label("place"),
    cast(func.sum(_BY_DEAL.c.tries).over(partition_by=_BY_DEAL.c.member_id), Integer).label("all_tries"),
    cast(func.sum(_BY_DEAL.c.minutes).over(partition_by=_BY_DEAL.c.member_id), Integer).label("all_minutes"),
    func.count().over(partition_by=_BY_DEAL.c.member_id).label("deals"),
).subquery("ranked")
_WORKED = select(*_RANKED.c).where(_RANKED.c.place <= MOST_OF_A_WHALE).order_by(_RANKED.c.member_id, _RANKED.c.place)
_LABELS = select(deals.c.id, deals.c.company, deals.c.title, deals.c.owner_id).where(
    deals.c.organisation_id == MINE, among(deals.c.id, "deals"), deals.c.hidden.is_(False)
)


def _maybe_buying(text: ColumnElement[str]) -> ColumnElement[bool]:
    """Written out: so an index that holds such words alone is found."""
    return or_(*(text.like(literal_column(f"'%{part}%'", Text())) for part in PARTS))


_WORTH = (deals.c.value, deals.c.currency)
# PostgreSQL reads them first: it thinks them so few that it would else ask every deal for its own.
_WORDS = (
    select(touches.c.organisation_id, touches.c.id, touches.c.deal_id, touches.c.said, touches.c.contact, touches.c.on)
    .where(
        touches.c.organisation_id == MINE, touches.c.on >= SINCE, _maybe_buying(touches.c.said), stands(touches)
    )
    .cte("words")
    .prefix_with("MATERIALIZED", dialect="postgresql")
)  # fmt: skip
_SAID = (
    select(*_NAMED, *_WORTH, _WORDS.c.said, _WORDS.c.contact, _WORDS.c.on)
    .join(_WORDS, of_its_deal(_WORDS))
    .where(*owned_by_row(_WORDS), LIVE)
    .order_by(_WORDS.c.on.desc(), _WORDS.c.id.desc())
    .limit(_MOST)
)
_PROMISED = (
    select(*_NAMED, *_WORTH, commitments.c.text, commitments.c.contact, commitments.c.due_on)
    .join(commitments, of_its_deal(commitments))
    .where(
        *owned_by_row(commitments), LIVE, commitments.c.state == "open", commitments.c.side == Side.theirs.value,
        commitments.c.due_on.between(TODAY, bindparam("last", type_=Date())), _maybe_buying(commitments.c.text),
    )
    .order_by(commitments.c.due_on, commitments.c.id)
    .limit(_MOST)
)  # fmt: skip
_STILL_OPEN = (
    select(commitments.c.id, commitments.c.deal_id, commitments.c.side, commitments.c.text, commitments.c.due_on)
    .where(commitments.c.organisation_id == MINE, among(commitments.c.deal_id, "deals"), commitments.c.state == "open")
    .order_by(commitments.c.due_on.is_(None), commitments.c.due_on, commitments.c.id)
)
_REASONS = (
    select(deals.c.owner_id, decisions.c.reason, func.count(deals.c.id.distinct()).label("times"))
    .join(decisions, of_its_deal(decisions))
    .where(
        *owned_by_row(decisions), deals.c.state == DealState.lost.value, decisions.c.kind == DecisionKind.lost.value,
        decisions.c.on.between(SINCE, TODAY), decisions.c.act_id != deals.c.act_id, stands(decisions),
    )
    .group_by(deals.c.owner_id, decisions.c.reason)
)  # fmt: skip
_IS_FINE = exists().where(
    identities.c.organisation_id == MINE, identities.c.member_id == members.c.id, identities.c.state == Reach.fine.value
)
_UNREACHABLE = select(members.c.id).where(
    members.c.organisation_id == MINE, among(members.c.id, "owners"), members.c.joined_into_id.is_(None), ~_IS_FINE
)
_SENT_AND_LOST = exists().where(
    outbox.c.organisation_id == MINE, outbox.c.member_id == digests.c.member_id, outbox.c.kind == "digest",
    outbox.c.state.in_(["dead", "stopped"]), outbox.c.created_at == digests.c.decided_at,
)  # fmt: skip
_UNDELIVERED = (
    select(digests.c.member_id, func.max(digests.c.local_date).label("on"))
    .where(
        digests.c.organisation_id == MINE, among(digests.c.member_id, "owners"), digests.c.local_date.between(SINCE, TODAY),
        or_((digests.c.state == "skipped") & digests.c.reason.in_(_UNSENT), (digests.c.state == "sent") & _SENT_AND_LOST),
    )
    .group_by(digests.c.member_id)
)  # fmt: skip
