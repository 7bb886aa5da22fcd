"""Sending: each refusal has its right end, and nothing uncertain is sent twice blindly."""

import asyncio
import json
from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.cards import Card
from bot.model import Address, Identity, Reach
from bot.store.tables import outbox
from bot.wire import as_json
from scheduler import outbox as sending
from scheduler.outbox import DeliveryError, Fate, send_due
from tests.team import Team

CARD = json.dumps(as_json(Card("Good morning")))


@pytest.fixture
def team(database) -> Team:
    made = Team(database)
    tom = made.member("Tom").id
    made.database.write(made.organisation_id, lambda store: store.outbox.put(tom, "digest", "x", CARD, made.clock()))
    return made


def _send(team: Team, deliver) -> int:
    return asyncio.run(send_due(team.database, {"local": deliver}, team.clock))


def _row(team: Team):
    return team.database.operate(lambda operator: operator.connection.execute(select(outbox)).one())


def _refusing(error: Exception, calls: list[str]):
    async def deliver(_parcel, card) -> str:
        calls.append(card.title)
        raise error

    return deliver


def test_a_message_arrives_once(team):
    calls: list[str] = []

    async def deliver(parcel, card) -> str:
        calls.append(f"{parcel.address.platform} {card.title}")
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


@pytest.mark.parametrize(("fate", "state"), [(Fate.permanent, "dead"), (Fate.stopped, "stopped")])
def test_a_final_refusal_is_never_repeated(team, fate, state):
    calls: list[str] = []
    for _ in range(3):
        _send(team, _refusing(DeliveryError(fate, "gone"), calls))
        team.forward(hours=2)
    assert len(calls) == 1
    assert _row(team).state == state


def test_who_cannot_be_reached_is_marked_with_the_reason_until_a_message_arrives(team):
    async def arrives(_parcel, _card) -> str:
        return "ref"

    def tom() -> Identity:
        who = team.member("Tom").id
        return team.database.read(team.organisation_id, lambda store: store.identities.of(who))[0]

    _send(team, _refusing(DeliveryError(Fate.permanent, "cannot_dm_bot"), []))
    assert (tom().reach, tom().why) == (Reach.unreachable, "cannot_dm_bot")
    team.database.write(
        team.organisation_id, lambda store: store.outbox.put(team.member("Tom").id, "digest", "y", CARD, team.clock())
    )
    assert _send(team, arrives) == 1
    assert (tom().reach, tom().why) == (Reach.fine, "")


def test_an_uncertain_try_comes_back_after_a_minute_and_says_since_when(team):
    """So that the adapter can look whether it arrived before anything is sent a second time."""
    seen: list[tuple[bool, object]] = []
    first_try = team.clock()

    async def unsure(parcel, _card) -> str:
        seen.append((parcel.uncertain, parcel.tried_at))
        if len(seen) == 1:
            raise DeliveryError(Fate.uncertain, "connection lost")
        return "found"

    _send(team, unsure)
    assert _row(team).state == "uncertain"
    team.forward(seconds=59)
    assert _send(team, unsure) == 0
    team.forward(seconds=1)
    assert _send(team, unsure) == 1
    assert [uncertain for uncertain, _ in seen] == [False, True]
    assert seen[1][1] == first_try


def test_waiting_for_the_platforms_own_wish_is_no_attempt(team):
    calls: list[str] = []
    for _ in range(20):
        _send(team, _refusing(DeliveryError(Fate.not_sent, "ratelimited", timedelta(seconds=30)), calls))
        team.forward(seconds=31)
    assert len(calls) == 20
    assert (_row(team).state, _row(team).attempts) == ("pending", 0)


def test_one_workspace_does_not_wait_for_another(team):
    """A workspace whose platform is slow holds up nobody else's morning."""
    order: list[str] = []
    put = lambda store: store.identities.add(team.member("Lena").id, Address("local", "elsewhere", "9"))  # noqa: E731
    team.database.write(team.organisation_id, put)
    lena = team.member("Lena").id
    team.database.write(team.organisation_id, lambda store: store.outbox.put(lena, "digest", "z", CARD, team.clock()))
    let_go = asyncio.Event()

    async def deliver(parcel, _card) -> str:
        if parcel.address.workspace == "elsewhere":
            let_go.set()
        else:
            await let_go.wait()
        order.append(parcel.address.workspace)
        return "ref"

    assert _send(team, deliver) == 3
    assert order[0] == "elsewhere"


def test_no_answer_in_time_is_uncertain(team, monkeypatch):
    monkeypatch.setattr(sending, "DEADLINE_SECONDS", 0.05)

    async def hanging(_parcel, _card) -> str:
        await asyncio.Event().wait()
        return ""

    assert _send(team, hanging) == 0
    assert _row(team).state == "uncertain"


def test_what_stays_uncertain_is_called_unknown_in_the_end(team):
    for _ in range(12):
        _send(team, _refusing(DeliveryError(Fate.uncertain, "no answer"), []))
        team.forward(hours=2)
    assert (_row(team).state, _row(team).attempts) == ("unknown", sending.MOST_ATTEMPTS)


def test_a_platform_that_is_gone_stops_its_messages(team):
    assert asyncio.run(send_due(team.database, {}, team.clock)) == 0
    assert _row(team).state == "stopped"


def test_the_lease_is_longer_than_a_call_may_take():
    assert sending.DEADLINE_SECONDS < sending.LOOK_BACK.total_seconds() < sending.LEASE.total_seconds()
