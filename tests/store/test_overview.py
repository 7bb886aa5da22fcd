"""The figures of "where is Tom?" and its like, counted anew from the raw rows by other queries, and told from each history.

On the sample team's weeks, and on random ones with acts that were taken back.
"""

import os
from datetime import datetime, timedelta
from random import Random

import pytest
from sqlalchemy import text

from adapters.local.sample import seed
from bot.app import App
from bot.conversation.exchange import Exchange
from bot.conversation.overview import overview
from bot.model import CommitmentState, DecisionKind, History, Outcome, Result, Role, Side, TurnKind
from bot.playbook.holds import pending_step
from bot.playbook.overview import since_monday
from bot.playbook.results import UNHEARD, is_sign_of_life
from bot.store import Chosen, Database, Store
from tests.statements import asked_by
from tests.team import Clock

DEALS = int(os.environ.get("TRIAL_OVERVIEW_DEALS", "120"))
TODAY = Clock().at.date()

UNCONTACTED = """
    SELECT count(*) FROM deals d WHERE d.organisation_id = :org AND d.owner_id = :owner AND d.hidden = :no AND d.state IN
    ('unknown', 'active', 'going_dark', 'definitive_due', 'definitive_sent', 'let_go_due') AND d.crm_contact_on IS NULL
    AND (SELECT count(*) FROM touches t, acts a WHERE t.deal_id = d.id AND a.id = t.act_id AND a.undone_at IS NULL
         AND (t.inbound = :yes OR t.result <> 'none' AND t.outcome NOT IN ('no_answer', 'busy', 'wrong_number'))
         AND t.outcome <> 'no_show') = 0"""
UNKNOWN = """
    SELECT count(*) FROM deals d WHERE d.organisation_id = :org AND d.owner_id = :owner AND d.hidden = :no AND d.state IN
    ('unknown', 'active', 'going_dark', 'definitive_due', 'definitive_sent', 'let_go_due')
    AND (SELECT count(*) FROM touches t, acts a WHERE t.deal_id = d.id AND a.id = t.act_id AND a.undone_at IS NULL
         AND (t.said <> '' OR t.inbound = :yes OR t.result <> 'none' AND t.outcome IN ('connected', 'meeting'))) = 0
    AND (d.crm_contact_on IS NOT NULL OR EXISTS (SELECT 1 FROM touches t, acts a WHERE t.deal_id = d.id AND a.id = t.act_id
         AND a.undone_at IS NULL AND (t.inbound = :yes OR t.result <> 'none' AND t.outcome NOT IN ('no_answer', 'busy', 'wrong_number'))
         AND t.outcome <> 'no_show'))"""
TURNED = """
    SELECT c.side AS side, t.kind AS kind, count(*) AS many FROM turns t
    JOIN acts ta ON ta.id = t.act_id AND ta.undone_at IS NULL
    JOIN commitments c ON c.id = t.commitment_id JOIN acts ca ON ca.id = c.act_id AND ca.undone_at IS NULL
    JOIN deals d ON d.id = t.deal_id
    WHERE t.organisation_id = :org AND d.owner_id = :owner AND d.hidden = :no AND t."on" >= :first AND t."on" <= :last
    GROUP BY c.side, t.kind"""


@pytest.fixture
def sample(database):
    return database, seed(database, Clock().at)


@pytest.fixture
def random_weeks(database):
    organisation = database.operate(lambda operator: operator.create_organisation("Random"))
    database.write(organisation, lambda store: _play(store, Random(9)))
    return database, organisation


def test_what_is_counted_of_the_sample_team_is_what_the_rows_and_the_histories_say(sample):
    _agree(*sample)


def test_what_is_counted_of_random_weeks_is_what_the_rows_and_the_histories_say(random_weeks):
    _agree(*random_weeks)


def _agree(database: Database, organisation: int) -> None:
    seen = 0
    for member in App(database, Clock()).members(organisation):
        found, by_rows, by_histories = database.read(organisation, lambda store, m=member: _three_ways(store, m))
        assert found == by_rows == by_histories, member.name
        seen += sum(found[:3])
    assert seen, "nothing was counted"


def _three_ways(store: Store, member) -> tuple[list, list, list]:
    """[never reached, unknown, without an agreed day, kept and other turns by side, moved out of the time by side]: by the
    views, by rows, by each history."""
    exchange = Exchange(store, member, Clock().at)
    first = since_monday(exchange.today)
    view = overview(exchange, Chosen({member.id}))
    counted = {(s.value, k.value): n for s, p in view.promises.items() for k, n in p.turned.items()}
    asked = {"org": store.organisation_id, "owner": member.id, "no": False, "yes": True}
    rows = store.connection.execute(text(TURNED), {**asked, "first": first, "last": exchange.today})
    turned = {(row.side, row.kind): row.many for row in rows}
    unknown = store.connection.execute(text(UNKNOWN), asked).scalar_one()
    histories = store.history.many(name.id for name in store.deals.named(frozenset({member.id})))
    open_ = set(store.deals.open_ids())
    theirs = [one for id_, one in histories.items() if id_ in open_]
    told: dict[tuple[str, str], int] = {}
    for promise in (p for one in histories.values() for p in one.commitments):
        for turn in promise.turns:
            if first <= turn.on <= exchange.today:
                told[promise.side.value, turn.kind.value] = told.get((promise.side.value, turn.kind.value), 0) + 1
    reached = [one for one in theirs if _is_reached(one)]
    knows = [any(t.said or is_sign_of_life(t) for t in one.touches) for one in reached]
    steps = [pending_step(one) for one in reached]
    new, of_rows = len(theirs) - len(reached), store.connection.execute(text(UNCONTACTED), asked).scalar_one()
    unagreed = sum(not (step and step.agreed and step.on >= exchange.today) for step in steps)
    return (
        [view.uncontacted_count, view.unknown_count, view.unagreed_count, counted],
        [of_rows, unknown, unagreed, turned],
        [new, knows.count(False), unagreed, told],
    )


def _is_reached(history: History) -> bool:
    heard = (
        t.inbound or (t.outcome not in UNHEARD and t.result is not Result.none)
        for t in history.touches
        if t.outcome is not Outcome.no_show
    )
    return history.deal.crm_contact_on is not None or any(heard)


@pytest.mark.parametrize("days", [3, 9, 20])
def test_what_was_moved_out_of_a_time_is_counted_once_beside_what_stayed_open_in_it(random_weeks, days):
    database, organisation = random_weeks
    for member in App(database, Clock()).members(organisation):
        found, by_histories = database.read(organisation, lambda s, m=member: _moved_away(s, m, days))
        assert found == by_histories, member.name


def _moved_away(store: Store, member, days: int) -> tuple[dict, dict]:
    first, last = TODAY - timedelta(days=days), TODAY - timedelta(days=1)
    told: dict[Side, int] = {}
    for history in store.history.many(name.id for name in store.deals.named(frozenset({member.id}))).values():
        for promise in history.commitments:
            kinds = {turn.kind for turn in promise.turns if first <= turn.on <= last}
            is_there = promise.state is CommitmentState.open and promise.due_on and first <= promise.due_on <= last
            if TurnKind.moved in kinds and not is_there and not kinds & {TurnKind.kept, TurnKind.broken}:
                told[promise.side] = told.get(promise.side, 0) + 1
    return dict(store.teams.given_another_day(Chosen({member.id}), first, last)), told


def test_a_deal_that_nobody_has_reached_stands_in_one_place(sample):
    database, organisation = sample
    maria = next(m for m in App(database, Clock()).members(organisation) if m.first_name == "Maria")
    found = database.read(
        organisation, lambda s: overview(e := Exchange(s, maria, Clock().at), Chosen(e.owners), everything=True)
    )
    new = {one.deal.id for one in found.uncontacted}
    assert new
    assert not new & {one.deal.id for one in (*found.unagreed, *found.unknown)}


def test_which_deal_nobody_has_reached_is_named(sample):
    database, organisation = sample
    tom = next(m for m in App(database, Clock()).members(organisation) if m.first_name == "Tom")
    (one,) = database.read(organisation, lambda s: overview(Exchange(s, tom, Clock().at), Chosen({tom.id})).uncontacted)
    assert one.deal.company == "Winslow Dairy"


def test_a_view_takes_as_many_statements_however_many_people_and_deals(random_weeks):
    database, organisation = random_weeks
    members = App(database, Clock()).members(organisation)

    def asked(owners: set[int]) -> int:
        def read(store: Store) -> object:
            return overview(Exchange(store, members[0], Clock().at), Chosen(owners))

        return len(asked_by(database, lambda: database.read(organisation, read)))

    assert asked({members[1].id}) == asked({member.id for member in members}) <= 14


def _play(store: Store, random: Random) -> None:
    leader = store.members.add("Maria Keane", Role.manager, "Europe/London")
    reps = [store.members.add(f"Rep{n} Ray", Role.rep, "Europe/London", manager_id=leader) for n in range(3)]
    for number in range(DEALS):
        owner = random.choice(reps)
        at = Clock().at - timedelta(days=random.randint(0, 40))
        act = store.acts.begin(owner, at, "made")
        (deal,) = store.deals.create_many(act, at, at.date(), [{"owner_id": owner, "company": f"Firm {number}"}])
        acts = [_something(store, random, deal, owner, at + timedelta(days=day)) for day in range(random.randint(0, 8))]
        store.refresh([deal], TODAY)
        for undone in random.sample(acts, len(acts) // 4):
            store.acts.undo(undone, owner, Clock().at)
        store.refresh([deal], TODAY)


def _something(store: Store, random: Random, deal: int, owner: int, at: datetime) -> int:
    """One act of some kind, on a day that is not after today."""
    at = min(at, Clock().at)
    act, on = store.acts.begin(owner, at, "something"), at.date()
    ahead = on + timedelta(days=random.randint(-2, 12))
    match random.randint(0, 5):
        case 0 | 1:
            said = random.choice(["", "", "we like it"])
            store.history.add_touch(
                act, deal, owner, at, on, random.choice([*Outcome]), random.choice([*Result]), said=said,
                inbound=random.random() < 0.1,
            )  # fmt: skip
        case 2:
            store.history.add_commitment(act, deal, random.choice([*Side]), "send the plan", on, due_on=ahead)
        case 3:
            history = store.history.of(deal)
            if history and history.commitments:
                kind = random.choice([*TurnKind])
                promise = random.choice(history.commitments)
                due = ahead if kind in {TurnKind.moved, TurnKind.corrected, TurnKind.excused} else None
                store.history.add_turn(act, promise, on, kind, due_on=due, moved_by=random.choice([*Side]))
        case 4:
            store.history.add_next_step(act, deal, on, "call", ahead, agreed=random.random() < 0.8)
        case 5:
            kinds = [
                DecisionKind.no_next_step,
                DecisionKind.absent,
                DecisionKind.let_go,
                DecisionKind.won,
                DecisionKind.reopened,
            ]
            kind = random.choice(kinds)
            until = ahead + timedelta(days=3) if kind is DecisionKind.absent else None
            store.history.add_decision(act, deal, owner, on, kind, until_on=until)
    return act
