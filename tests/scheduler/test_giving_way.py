"""Whoever speaks is answered first, and mornings go out all the same."""

import asyncio
import threading
import time
from datetime import UTC, datetime
from queue import Queue

import pytest

from bot.app import App
from bot.cards import Card, Message
from bot.giving_way import GIVING_WAY, GivingWay
from bot.model import Role
from bot.wire import as_text
from scheduler.digests import decide_due
from tests.team import Team


def steps_in(seconds: float, giving_way: GivingWay) -> int:
    until, steps = time.monotonic() + seconds, 0
    while time.monotonic() < until:
        giving_way.wait()
        steps += 1
    return steps


def test_while_nobody_speaks_nothing_is_held_up():
    assert steps_in(0.2, GivingWay()) > 100


def test_while_people_go_on_speaking_a_step_is_taken_now_and_then():
    giving_way = GivingWay()
    with giving_way.answering():
        assert 2 <= steps_in(0.5, giving_way) <= 6
        asyncio.run(asyncio.wait_for(giving_way.wait_aside(), 1))


class Seconds:
    """A clock that stands until it is put forward."""

    def __init__(self) -> None:
        self.now = 1.0

    def __call__(self) -> float:
        return self.now


def test_a_step_is_taken_as_soon_as_everybody_is_answered():
    """The clock stands, so that none is taken because of a tenth of a second."""
    giving_way = GivingWay(Seconds())
    waits = threading.Thread(target=giving_way.wait)
    with giving_way.answering():
        giving_way.wait()  # the step of this tenth of a second
        waits.start()
        with giving_way.answering():
            pass
        waits.join(0.1)
        assert waits.is_alive(), "one of two is still answered"
    waits.join(10)
    assert not waits.is_alive()


def test_of_several_who_wait_each_has_its_turn():
    seconds, stepped = Seconds(), Queue[int]()
    giving_way = GivingWay(seconds)

    def go_on(number: int) -> None:
        for _ in range(3):
            giving_way.wait()
            stepped.put(number)

    threads = [threading.Thread(target=go_on, args=(number,)) for number in range(4)]
    turns = []
    with giving_way.answering():
        giving_way.wait()
        for thread in threads:
            thread.start()
        while len(turns) < 12:
            going_on = sum(turns.count(number) < 3 for number in range(4))
            while len(giving_way._waiting) < going_on:
                time.sleep(0.001)
            seconds.now += 0.1001
            turns.append(stepped.get(timeout=10))
            assert stepped.empty(), "one at a time"
    assert [sorted(turns[n : n + 4]) for n in (0, 4, 8)] == [[0, 1, 2, 3]] * 3
    assert turns[:4] == turns[4:8] == turns[8:]


def test_whoever_is_answered_is_given_way_to(database):
    asked: list[bool] = []
    team = Team(database)

    def clock() -> datetime:
        asked.append(GIVING_WAY.is_asked)
        return team.clock()

    app, tom = App(database, clock), team.member("Tom").id
    app.answer(Message(team.organisation_id, tom, "hello"))
    app.home(team.organisation_id, tom)
    assert asked
    assert all(asked)
    assert not GIVING_WAY.is_asked


def test_an_answer_that_fails_holds_up_nobody(team):
    with pytest.raises(LookupError):
        team.app.home(team.organisation_id, 10**9)
    assert not GIVING_WAY.is_asked


@pytest.fixture
def team(database) -> Team:
    return Team(database)


def test_every_list_is_decided_while_somebody_speaks_without_end(team):
    def settle(store) -> list[int]:
        return [store.members.add(f"Rep {n}", Role.rep, "UTC", next_digest_at=None) for n in range(12)]

    ids = team.database.write(team.organisation_id, settle)
    team.until(datetime(2026, 3, 13, 5, tzinfo=UTC))
    began = time.monotonic()
    with GIVING_WAY.answering():
        decide_due(team.database, datetime(2026, 3, 13, 10, tzinfo=UTC))
    assert time.monotonic() - began > 0.2, "in at least three steps"
    decided = "SELECT DISTINCT member_id FROM digests"
    told = team.database.survey(lambda o: {row[0] for row in o.connection.exec_driver_sql(decided)})
    assert {*ids} <= told


def test_messages_are_sent_one_step_after_another_while_somebody_speaks(team):
    tom = team.member("Tom").id

    def queue(store) -> None:
        for number in range(5):
            store.outbox.put(tom, "note", f"note:{number}", as_text(Card(f"Note {number}")), team.clock())

    team.database.write(team.organisation_id, queue)
    began = time.monotonic()
    with GIVING_WAY.answering():
        assert team.tick() == 5
    assert time.monotonic() - began > 0.35, "five in turn, ten a second"
