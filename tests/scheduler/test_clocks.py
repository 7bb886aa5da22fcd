"""A clock that jumps stops sending until it can be believed; leases do not run by it."""

import asyncio
from dataclasses import dataclass
from datetime import datetime, timedelta

import pytest

from scheduler.clocks import Watch, lease_clock
from scheduler.patience import LEASE
from scheduler.ticker import Ticker
from tests.scheduler.test_digests import at
from tests.team import Team, accept


@dataclass
class Machine:
    """A wall clock that anybody may set, and seconds that only go forward."""

    shows: datetime
    seconds: float = 0.0

    def clock(self) -> datetime:
        return self.shows

    def running(self) -> float:
        return self.seconds

    def on(self, seconds: float, jump: timedelta = timedelta()) -> None:
        self.seconds += seconds
        self.shows += timedelta(seconds=seconds) + jump


@pytest.fixture
def sqlite_team(sqlite_url, open_database) -> Team:
    return Team(open_database(sqlite_url))


@pytest.mark.parametrize(
    "jump",
    [timedelta(minutes=10), timedelta(minutes=-10), timedelta(days=1), timedelta(days=-1), timedelta(days=-20_000)],
)
def test_a_jump_stops_sending_until_the_clock_has_gone_evenly(sqlite_team, jump):
    machine = Machine(at("2026-03-13T08:00"))
    watch = Watch(sqlite_team.database, machine.clock, machine.running)
    machine.on(30)
    assert watch.may_send()
    machine.on(30, jump)
    assert not watch.may_send()
    assert "nothing is sent until that is put right" in watch.state
    machine.on(30)
    assert not watch.may_send()
    assert "until it has gone evenly" in watch.state
    machine.on(100)
    assert watch.may_send()
    assert watch.state == "ok"


def test_a_small_difference_is_told_and_stops_nothing(sqlite_team):
    machine = Machine(at("2026-03-13T08:00"))
    watch = Watch(sqlite_team.database, machine.clock, machine.running)
    machine.on(30, timedelta(seconds=-8))
    assert watch.may_send()
    assert watch.state == "8 seconds behind"


def test_beside_postgresql_its_clock_is_the_right_one(postgres_url, open_database):
    database = open_database(postgres_url)
    there = database.survey(lambda operator: operator.clock())
    assert there is not None
    machine = Machine(there + timedelta(minutes=10))
    watch = Watch(database, machine.clock, machine.running)
    assert not watch.may_send()
    assert "ahead; nothing is sent" in watch.state
    machine.shows = database.survey(lambda operator: operator.clock())
    assert watch.may_send()


def test_while_the_clock_is_wrong_nothing_is_decided_or_sent(sqlite_team):
    team = sqlite_team
    team.say("Tom", "new Acme, 40 seats")
    team.say("Tom", 'logcall Acme: Dana said "soon", I send the quote tomorrow')
    machine = Machine(at("2026-03-13T08:29"))
    watch = Watch(team.database, machine.clock, machine.running)
    ticker = Ticker(team.database, machine.clock, {"local": accept}, watch=watch)
    machine.on(60, timedelta(days=3))
    assert asyncio.run(ticker.tick_once()) == 0
    machine.on(1, timedelta(days=-3))
    assert asyncio.run(ticker.tick_once()) == 0
    machine.on(130)
    assert asyncio.run(ticker.tick_once()) == 1


@pytest.mark.parametrize("jump", [timedelta(days=1), timedelta(days=-1), timedelta(days=-20_000)])
def test_no_jump_ends_a_lease_or_makes_it_endless(sqlite_team, jump):
    """Of two senders in one process the second gets nothing while the first holds it, and gets it when its lease is over."""
    team, machine = sqlite_team, Machine(at("2026-03-13T08:00"))
    leases = lease_clock(team.database, machine.clock, machine.running)
    tom = team.member("Tom").id
    team.database.write(
        team.organisation_id, lambda store: store.outbox.put(tom, "note", "x", "{}", at("1970-01-01T00:00"))
    )

    def claim() -> int:
        return len(team.database.operate(lambda o: o.claim(machine.clock(), LEASE, at=leases(o))))

    assert claim() == 1
    machine.on(1, jump)
    assert claim() == 0
    machine.on(LEASE.total_seconds())
    assert claim() == 1


def test_a_lease_longer_than_any_was_written_by_a_wrong_clock(sqlite_team):
    team = sqlite_team
    tom = team.member("Tom").id
    team.database.write(
        team.organisation_id, lambda store: store.outbox.put(tom, "note", "x", "{}", at("2026-03-13T08:00"))
    )
    assert len(team.database.operate(lambda o: o.claim(at("2030-01-01T00:00"), LEASE))) == 1
    assert len(team.database.operate(lambda o: o.claim(at("2026-03-13T08:01"), LEASE))) == 1
