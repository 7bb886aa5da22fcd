"""A connection that breaks while committing: whether it was kept is looked up by its key, and then told or done, once."""

import asyncio
import contextlib
import gc
import os
import socket
import threading
import time
from datetime import UTC, datetime, timedelta

import psycopg
import pytest
from sqlalchemy import make_url, select
from sqlalchemy.exc import DBAPIError

from bot.cards import plain_text
from bot.store import CommitLost, Database, Operator
from bot.store.tables import audit, digests, organisations, outbox, touches
from scheduler.digests import decide_due
from scheduler.outbox import send_due
from scheduler.patience import LEASE
from tests.processes.talking import talking
from tests.store.cutting import AFTER, BEFORE, breakable
from tests.team import Team

FRIDAY = datetime(2026, 3, 13, 8, 30, tzinfo=UTC)


@pytest.fixture
def way(postgres_url):
    with breakable(postgres_url) as made:
        yield made


@pytest.fixture
def team(way, open_database) -> Team:
    made = Team(open_database(way.url))
    made.say("Tom", "new Acme, 40 seats")
    return made


def _rows(team: Team, table) -> list:
    return team.database.read(team.organisation_id, lambda store: list(store.connection.execute(select(table))))


@pytest.mark.parametrize("plan", [[BEFORE], [AFTER], [BEFORE, AFTER], [AFTER, BEFORE], [BEFORE, BEFORE, AFTER]])
@pytest.mark.parametrize("key", ["event-1", ""])
def test_what_was_said_while_the_commit_broke_is_kept_once_and_answered(team, way, plan, key):
    way.plan[:] = plan
    reply = team.say("Tom", 'logcall Acme: Dana said "soon", I send the quote tomorrow', key=key)
    assert len(_rows(team, touches)) == 1
    assert way.cut >= 1
    if key:
        assert plain_text(reply.card).startswith("Logged"), plain_text(reply.card)
        assert not reply.is_repeat  # they said it once
    way.plan.clear()
    assert team.say("Tom", 'logcall Acme: Dana said "soon", I send the quote tomorrow', key=key)
    assert len(_rows(team, touches)) == 1


def test_a_commit_that_breaks_again_and_again_is_given_up_and_said_so(team, way):
    way.plan[:] = [BEFORE] * 50
    with pytest.raises(CommitLost):
        team.say("Tom", "logcall Acme: Dana said “soon”", key="event-1")
    assert way.cut < 10
    way.plan.clear()
    assert not _rows(team, touches)
    assert plain_text(team.say("Tom", "logcall Acme: Dana said “soon”", key="event-1").card).startswith("Logged")


def _tick(team: Team) -> None:
    with contextlib.suppress(CommitLost):  # the next tick sees what became of it
        decide_due(team.database, team.clock())


@pytest.mark.parametrize(
    "cuts", [[BEFORE], [AFTER], ["", BEFORE], ["", AFTER], ["", "", BEFORE], ["", "", AFTER], ["", "", BEFORE, BEFORE]]
)
def test_a_tick_whose_commit_breaks_decides_each_morning_once_and_fails_nobody(team, way, cuts):
    """Whichever of its commits it is; it used to put a morning down as failed."""
    team.say("Tom", "logcall Acme: Dana said “soon”, I send the quote tomorrow")
    team.clock.at = FRIDAY
    way.plan[:] = cuts
    for _ in range(6):
        _tick(team)
    assert (way.cut, way.plan) == (len(cuts) - cuts.count(""), [])
    tom = team.member("Tom").id
    assert [row for row in _rows(team, digests) if row.reason == "failed"] == []
    assert [(row.state, row.reason) for row in _rows(team, digests) if row.member_id == tom] == [("sent", "")]
    assert len([row for row in _rows(team, outbox) if row.member_id == tom]) == 1


@pytest.mark.parametrize("cut", [BEFORE, AFTER])
@pytest.mark.parametrize("which", range(3))
def test_a_sender_whose_commit_breaks_sends_once(team, way, cut, which):
    """Claimed, held, settled: whichever is lost, the message comes back only to be looked for."""
    team.say("Tom", "logcall Acme: Dana said “soon”, I send the quote tomorrow")
    team.clock.at = FRIDAY
    decide_due(team.database, team.clock())
    posted: list[int] = []

    async def deliver(parcel, _card) -> str:
        if parcel.id not in posted or not parcel.uncertain:  # a platform that can be looked at
            posted.append(parcel.id)
        return "seen"

    way.plan[:] = [*[""] * which, cut]
    for _ in range(3):
        with contextlib.suppress(CommitLost):
            asyncio.run(send_due(team.database, {"local": deliver}, team.clock))
        team.clock.at += LEASE + timedelta(seconds=1)
    assert way.cut == 1
    assert sorted(posted) == sorted(set(posted))
    assert {row.state for row in _rows(team, outbox)} == {"sent"}
    assert len(posted) == len(_rows(team, outbox))


TERMINATIONS = int(os.environ.get("TRIAL_TERMINATIONS", "10"))


def test_connections_that_are_ended_under_work_lose_and_double_nothing(postgres_url, postgres_admin, open_database):
    """Whatever was answered is there once, though the server ends every connection again and again."""
    team = Team(open_database(postgres_url))
    team.say("Tom", "new Acme, 40 seats")
    name = make_url(postgres_url).database
    with talking(team) as talk, psycopg.connect(postgres_admin, autocommit=True) as admin:
        for _ in range(TERMINATIONS):
            admin.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", [name])
            talk.go_on(6)
    talk.check(team)
    gc.collect()
    assert len(talk.answered) > TERMINATIONS
    assert len(talk.failed) <= len(talk.answered) / 10, "one end of all connections is no reason to bother anybody"


def test_a_deadlock_is_resolved_by_doing_the_whole_of_one_again(postgres_url, open_database):
    database = open_database(postgres_url)
    ids = [database.operate(lambda operator: operator.create_organisation("Northlight")) for _ in range(2)]
    together, tries = threading.Barrier(2), []

    def rename(order: list[int]) -> None:
        def work(operator) -> None:
            tries.append(order)
            operator.rename_organisation(order[0], "Contoso")
            if len(tries) <= 2:
                together.wait(10)
            operator.rename_organisation(order[1], "Contoso")

        database.operate(work)

    threads = [threading.Thread(target=rename, args=(order,)) for order in (ids, ids[::-1])]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(tries) == 3
    assert {one.name for one in database.operate(lambda operator: operator.organisations())} == {"Contoso"}


def _made_at_once(operator: Operator) -> None:
    operator.create_organisation("Northlight")


def _told_at_its_end(operator: Operator) -> None:
    """All that it writes goes on the way of the COMMIT."""
    operator.audit.tell("export", FRIDAY)


@pytest.mark.parametrize("work", [_made_at_once, _told_at_its_end])
def test_after_a_failover_no_connection_of_the_old_server_is_used_again(
    postgres_url, postgres_admin, open_database, work
):
    """A server that has become a replica lets its connections live, and refuses every write on them."""
    database, name = open_database(postgres_url), make_url(postgres_url).database
    with psycopg.connect(postgres_admin, autocommit=True) as admin:
        admin.execute(f"ALTER DATABASE {name} SET default_transaction_read_only = on")
        together = threading.Barrier(10)
        threads = [threading.Thread(target=database.operate, args=(lambda _: together.wait(10),)) for _ in range(10)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        admin.execute(f"ALTER DATABASE {name} RESET default_transaction_read_only")
    database.operate(work)
    table = organisations if work is _made_at_once else audit
    assert database.operate(lambda operator: len(operator.connection.execute(select(table)).all())) == 1


def test_what_a_failed_statement_took_with_it_is_never_told_as_done(postgres_url, open_database):
    """The COMMIT of a transaction that has failed is answered with ROLLBACK, and with no error."""
    database = open_database(postgres_url)

    def work(operator: Operator) -> str:
        operator.create_organisation("Northlight")
        with contextlib.suppress(DBAPIError):  # what nobody should do
            operator.connection.exec_driver_sql("SELECT 1 / 0")
        return "done"

    with pytest.raises(DBAPIError):
        database.operate(work)
    assert not database.operate(lambda operator: operator.organisations())


def test_a_server_that_never_answers_is_given_up_in_seconds():
    with socket.create_server(("127.0.0.1", 0)) as silent:
        address = f"postgresql+psycopg://bot@127.0.0.1:{silent.getsockname()[1]}/x?connect_timeout=1"
        database = Database(address)
        try:
            begun = time.monotonic()
            assert not database.is_healthy()
            assert time.monotonic() - begun < 30
        finally:
            database.close()
