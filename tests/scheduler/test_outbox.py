"""Sending: each refusal has its right end, and nothing uncertain is sent twice blindly."""

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.cards import Card
from bot.store.tables import outbox
from bot.wire import as_json
from scheduler import outbox as sending
from scheduler.outbox import DeliveryError, Fate, send_due
from tests.team import Team


@pytest.fixture
def team(database) -> Team:
    made = Team(database)
    import json

    card = json.dumps(as_json(Card("Good morning")))
    tom = made.member("Tom").id
    made.database.write(made.organisation_id, lambda store: store.outbox.put(tom, "digest", "x", card, made.clock()))
    return made


def _send(team: Team, deliver) -> int:
    return asyncio.run(send_due(team.database, {"local": deliver}, team.clock))


def _row(team: Team):
    return team.database.operate(lambda operator: operator.connection.execute(select(outbox)).one())


def _refusing(error: Exception, calls: list[str]):
    async def deliver(address, card) -> str:
        calls.append(card.title)
        raise error

    return deliver


def test_a_message_arrives_once(team):
    calls: list[str] = []

    async def deliver(address, card) -> str:
        calls.append(f"{address.platform} {card.title}")
        return "ref 1"

    assert _send(team, deliver) == 1
    assert _send(team, deliver) == 0
    assert calls == ["local Good morning"]
    assert (_row(team).state, _row(team).provider_ref) == ("sent", "ref 1")


def test_what_was_surely_not_sent_is_tried_again_later_and_not_before(team):
    calls: list[str] = []
    refusing = _refusing(DeliveryError(Fate.not_sent, "refused", retry_after=timedelta(seconds=30)), calls)
    assert _send(team, refusing) == 0
    assert _send(team, refusing) == 0
    assert len(calls) == 1
    team.forward(seconds=31)
    _send(team, refusing)
    assert len(calls) == 2
    assert _row(team).state == "pending"


def test_after_eight_tries_it_is_put_aside_with_its_reason(team):
    calls: list[str] = []
    for _ in range(12):
        _send(team, _refusing(DeliveryError(Fate.not_sent, "still closed"), calls))
        team.forward(hours=2)
    assert len(calls) == 8
    assert (_row(team).state, _row(team).error) == ("dead", "still closed")


@pytest.mark.parametrize(("fate", "state"), [(Fate.permanent, "dead"), (Fate.uncertain, "unknown")])
def test_a_final_or_uncertain_refusal_is_never_repeated(team, fate, state):
    calls: list[str] = []
    for _ in range(3):
        _send(team, _refusing(DeliveryError(fate, "gone"), calls))
        team.forward(hours=2)
    assert len(calls) == 1
    assert _row(team).state == state


def test_no_answer_in_time_is_uncertain(team, monkeypatch):
    monkeypatch.setattr(sending, "DEADLINE_SECONDS", 0.05)

    async def hanging(address, card) -> str:
        await asyncio.Event().wait()
        return ""

    assert _send(team, hanging) == 0
    assert _row(team).state == "unknown"


def test_a_platform_that_is_gone_stops_its_messages(team):
    assert asyncio.run(send_due(team.database, {}, team.clock)) == 0
    assert _row(team).state == "stopped"


def test_the_lease_is_longer_than_a_call_may_take():
    assert sending.LEASE.total_seconds() > sending.DEADLINE_SECONDS * 2
