"""What a manager's Monday counts of deals, as one statement: each topic a part of a union, by owner.

Every figure is counted in the database, and of each owner's only the first few rows come back, so that the statement costs
one way to the server and few rows, however many deals there are.
"""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Date,
    FromClause,
    Select,
    Table,
    Text,
    and_,
    bindparam,
    exists,
    func,
    literal_column,
    or_,
    select,
    union_all,
)

from bot.model import OPEN_STATES, DealState, DecisionKind, Result, Side, TurnKind
from bot.playbook.monday import Topic
from bot.store.among import among
from bot.store.room import MINE, UNDONE
from bot.store.tables import commitments, deals, decisions, touches, turns

OPEN = deals.c.state.in_(sorted(OPEN_STATES))
_ASKED = (DealState.definitive_sent.value, DealState.let_go_due.value)  # they have our last message: it is theirs
REACHED = deals.c.last_contact_on.is_not(None)  # who was never reached stands in a topic of their own, and only there
LIVE = OPEN & deals.c.state.notin_(_ASKED)
FIRST: Any = bindparam("first")  # of each owner
TODAY, SINCE = bindparam("today", type_=Date()), bindparam("since", type_=Date())
_NOT_LATE_SINCE = bindparam("not_late_since", type_=Date())


def owned() -> tuple[ColumnElement[bool], ...]:
    """Deals that the members have who are given as `owners`."""
    return deals.c.organisation_id == MINE, among(deals.c.owner_id, "owners"), deals.c.hidden.is_(False)


def owned_by_row(table: FromClause) -> tuple[ColumnElement[bool], ...]:
    """As `owned`, of deals that rows of a table lead to (`of_its_deal`): the organisation's are its rows. By an organisation
    of the deals', or without "+ 0", SQLite would go through every deal there is first."""
    return table.c.organisation_id == MINE, among(deals.c.owner_id + 0, "owners"), deals.c.hidden.is_(False)


def of_its_deal(table: FromClause) -> ColumnElement[bool]:
    return (deals.c.organisation_id == table.c.organisation_id) & (deals.c.id == table.c.deal_id)


def stands(table: FromClause) -> ColumnElement[bool]:
    """The row's act has not been taken back. Few are, and an index holds them: they are read once, and no act by its row."""
    return table.c.act_id.not_in(UNDONE)


HIDDEN = select(deals.c.id).where(deals.c.organisation_id == MINE, deals.c.hidden)
NOTHING: ColumnElement[str] = literal_column(
    "''", Text()
)  # written out: a partial index is found by what a statement says


def _topic(topic: Topic, on: Any, text: Any = None) -> Select[Any]:
    told = NOTHING if text is None else text
    named = (deals.c.owner_id, deals.c.id.label("deal_id"))
    return select(literal_column(f"'{topic.value}'", Text()).label("topic"), *named, on.label("on"), told.label("text"))


def _happened(
    topic: Topic,
    table: Table,
    lately: ColumnElement[bool],
    *conditions: ColumnElement[bool],
    on: Any = None,
    text: Any = None,
) -> Select[Any]:
    """Deals on which it happened since then, each once, on its last day: the few rows first, and their deals by them.

    Grouped apart, they are read before any deal: a planner that thinks them fewer yet would ask every deal for its own.
    """
    day, told = func.max(table.c.on if on is None else on), NOTHING if text is None else func.max(text)
    each = (
        select(table.c.organisation_id, table.c.deal_id, table.c.act_id, day.label("on"), told.label("text"))
        .where(table.c.organisation_id == MINE, lately, stands(table))
        .group_by(table.c.organisation_id, table.c.deal_id, table.c.act_id)
        .subquery()
    )
    chosen = _topic(topic, func.max(each.c.on), func.max(each.c.text)).join(each, of_its_deal(each))
    by_others = (each.c.act_id != deals.c.act_id,) if table is decisions else ()
    return chosen.where(*owned_by_row(each), *by_others, *conditions).group_by(deals.c.id)


def _lately(table: Table, *conditions: ColumnElement[bool]) -> ColumnElement[bool]:
    return and_(table.c.on >= SINCE, table.c.on <= TODAY, *conditions)


def _decided(kind: DecisionKind) -> ColumnElement[bool]:
    """By somebody here: what an import brought was decided elsewhere (`_happened`)."""
    return _lately(decisions, decisions.c.kind == kind.value)


def _both(one: Select[Any], other: Select[Any]) -> Select[Any]:
    """Two ways in which the same may have happened, as one topic."""
    each = union_all(one, other).subquery()
    return select(*each.c)


def _changes() -> Iterable[Select[Any]]:
    """A deal that ended stands under its end, and what they had promised there went with it."""
    won, gone = deals.c.state == DealState.won.value, deals.c.state == DealState.nurture.value
    signed = exists().where(
        of_its_deal(decisions),
        decisions.c.kind == DecisionKind.won.value,
        stands(decisions),
        deals.c.id == decisions.c.deal_id,
    )
    slipped = turns.c.kind.in_([TurnKind.moved.value, TurnKind.broken.value])
    yield _happened(Topic.advanced, touches, _lately(touches, touches.c.result == Result.advance.value), OPEN)
    yield _both(
        _happened(Topic.won, decisions, _decided(DecisionKind.won), won),
        _happened(Topic.won, touches, _lately(touches, touches.c.result == Result.order.value), won, ~signed),
    )
    yield _happened(Topic.slipped, turns, _lately(turns, slipped))
    yield _topic(Topic.new, deals.c.created_on).where(*owned(), REACHED, deals.c.created_on.between(SINCE, TODAY))
    again = decisions.alias("again")
    later = exists().where(
        again.c.organisation_id == MINE, again.c.deal_id == decisions.c.deal_id, again.c.id > decisions.c.id,
        again.c.kind == DecisionKind.lost.value, stands(again),
    )  # fmt: skip
    lost = and_(_decided(DecisionKind.lost), ~later)
    yield _happened(Topic.lost, decisions, lost, deals.c.state == DealState.lost.value, text=decisions.c.reason)
    yield _happened(Topic.let_go, decisions, _decided(DecisionKind.let_go), gone)


def _late(topic: Topic, side: Side, *states: DealState) -> Select[Any]:
    """Open promises whose day has passed, one by one."""
    late = (commitments.c.side == side.value, commitments.c.state == "open", commitments.c.due_on < _NOT_LATE_SINCE)
    there = or_(OPEN, deals.c.state.in_([state.value for state in states])) if states else OPEN
    chosen = _topic(topic, commitments.c.due_on, commitments.c.text)
    return chosen.join(commitments, of_its_deal(commitments)).where(*owned_by_row(commitments), *late, there)


def _without_a_step() -> Select[Any]:
    """No agreed day to come, and nothing of theirs by one."""
    agreed = deals.c.agreed_on.is_not(None) & (deals.c.agreed_on >= TODAY)
    given = select(commitments.c.deal_id).where(
        commitments.c.organisation_id == MINE, commitments.c.state == "open", commitments.c.due_on >= TODAY,
        commitments.c.side == Side.theirs.value,
    )  # fmt: skip
    return _topic(Topic.no_step, deals.c.last_contact_on).where(
        *owned(), LIVE, REACHED, ~agreed, deals.c.id.notin_(given)
    )


def _unknown() -> Select[Any]:
    """As bot.store.teams counts them: not a word of theirs, and no talk; with the day of the last contact."""
    return _topic(Topic.unknown, deals.c.last_contact_on).where(*owned(), OPEN, REACHED, deals.c.heard_on.is_(None))


def _kept() -> Select[Any]:
    """Kept since then, for a reason, and until when."""
    lately = (decisions.c.on >= SINCE) & (decisions.c.until_on > TODAY) & (decisions.c.kind == DecisionKind.keep.value)
    return _happened(Topic.kept, decisions, lately, OPEN, on=decisions.c.until_on, text=decisions.c.reason)


def _every_topic() -> Iterable[Select[Any]]:
    yield from _changes()
    yield _late(Topic.ours_late, Side.ours, DealState.won)
    yield _late(Topic.theirs_late, Side.theirs)
    yield _topic(Topic.uncontacted, deals.c.created_on).where(*owned(), LIVE, ~REACHED)
    yield _without_a_step()
    yield _unknown()
    yield _topic(Topic.closing, deals.c.next_touch_on).where(*owned(), deals.c.state == DealState.let_go_due.value)
    yield _kept()


def _first_of(topic: Select[Any]) -> Select[Any]:
    """Of each owner the first few, and how many there are. Topic by topic: sorting all of them together takes twice as long."""
    found = topic.subquery()
    earliest = (found.c.on.is_(None), found.c.on, found.c.deal_id)
    ordered = select(
        *found.c,
        func.row_number().over(partition_by=found.c.owner_id, order_by=earliest).label("place"),
        func.count().over(partition_by=found.c.owner_id).label("total"),
    ).subquery()
    return select(*ordered.c).where(ordered.c.place <= FIRST)


def _counted() -> Select[Any]:
    first = union_all(*map(_first_of, _every_topic())).subquery("first")
    return (
        select(*first.c, deals.c.company, deals.c.title)
        .join(deals, deals.c.id == first.c.deal_id)  # their names are read of these few alone
        .order_by(first.c.topic, first.c.owner_id, first.c.place)
    )


TOPICS = _counted()
