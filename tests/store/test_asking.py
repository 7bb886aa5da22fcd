"""What is asked without SQLAlchemy's way of running a statement gives the very same rows, and fails in the very same words."""

import itertools
import sqlite3
import threading
import time
from contextlib import suppress
from datetime import UTC, datetime
from typing import Any

import psycopg
import pytest
from sqlalchemy import ARRAY, Connection, Date, Float, bindparam, column, event, func, insert, select, table
from sqlalchemy.exc import DBAPIError, IntegrityError, PendingRollbackError, StatementError
from sqlalchemy.sql.selectable import SelectBase
from sqlalchemy.types import NullType

from bot.model import Address, Role
from bot.store import Listed, Skip, Store, asking
from bot.store.among import _Numbers
from bot.store.asking import asked, asked_together, put, put_behind
from bot.store.binding import bind
from bot.store.columns import Instant
from bot.store.engines import is_away, is_repeatable
from bot.store.tables import inbound
from tests.kept import SELECTS
from tests.settled import settled
from tests.team import Team

MOMENT = datetime(2026, 3, 12, 15, 4, 5, 678901, tzinfo=UTC)
LONG_AGO, LATER = datetime(2020, 1, 1, tzinfo=UTC), datetime(2026, 3, 20, tzinfo=UTC)
CALL = 'logcall Acme: Dana said "we like it", she checks the budget by Fri, I send the offer Tue'
SAID = {
    "platform": "slack",
    "workspace": "T1",
    "user": "U1",
    "key": "T1",
    "most": 50,
    "first": 50,
    **{f"word_{number}": "acme" for number in range(8)},
    "also": "K1",
    "kept": "K1",
    "meaning": "m",
    "covered_id": 4,  # Omar
    "marked": "m",
    "worker": "w",
    "without": [("slack", "T1")],
}


# A list stands in each, which is written out at each asking: these go SQLAlchemy's way, and prove nothing of ours.
WRITTEN_OUT = {
    "buying._PROMISED", "buying._SAID", "calls_for_help._HELP", "claims._WAITING", "claims._WAITING_HERE",
    "conversations._DAYS", "conversations._ELSEWHERE", "conversations._TALKS", "conversations._WITH_A_DAY",
    "members_weeks._LIVE_OWNERS", "members_weeks._UNDELIVERED", "monday_topics.TOPICS", "mondays.TOPICS", "mondays._BUSY",
    "mondays._WORKED", "workers._THESE",
}  # fmt: skip
EMPTY = {"mondays._NOTED"}  # no row, no proof; but it is only asked as a part of another


def _value(name: str, bind: Any, organisation_id: int) -> Any:
    if name == "mine":
        return organisation_id
    if name == "without" and isinstance(bind.type, _Numbers):
        return [0]
    if (name not in SAID and bind.expanding) or isinstance(bind.type, (_Numbers, ARRAY)):
        return [*range(1, 60)]
    if isinstance(bind.type, Instant):
        return LONG_AGO if name in {"since", "after"} else LATER
    if isinstance(bind.type, Date):
        return LONG_AGO.date() if name in {"since", "after"} else LATER.date()
    return SAID.get(name, 1)


def _said(statement: SelectBase, connection: Connection, organisation_id: int) -> dict[str, Any]:
    """One value may stand at several places, and its type be told at one of them."""
    binds = sorted(
        statement.compile(dialect=connection.dialect).bind_names, key=lambda b: not isinstance(b.type, NullType)
    )
    return {bind.key: _value(bind.key, bind, organisation_id) for bind in binds if bind.required}


@pytest.fixture
@settled
def team(database) -> Team:
    made = Team(database)
    for name, line in (
        ("Tom", "new Acme, 40 seats"), ("Tom", CALL), ("Tom", "done Acme voicemail"), ("Tom", "i'm off 20 March to 22 March"),
        ("Lena", "new Globex"), ("Lena", "logcall Globex: they said no"), *[("Lena", "done Globex: sent the brochure")] * 3,
        ("Tom", "help me on Acme: they want 20 percent off"), ("Maria", "helped Acme: offer 10"),
        ("Omar", "new Initech"), ("Omar", "lost Initech: no need"), ("Tom", "new Ghost"), ("Tom", "undo"),
        ("Omar", "away until 25 March, Lena covers me"), ("Tom", "hold Acme: the June slot until 20 March"),
        ("Tom", "new Umbrella"), ("Tom", "deal give Umbrella to Lena"),
    ):  # fmt: skip
        made.text(name, line)
    made.tick()
    tom = made.member("Tom").id

    def more(store: Store) -> None:
        store.identities.add(tom, Address("slack", "T1", "U1"))
        act_id = store.acts.begin(tom, MOMENT, "more", "m")
        store.house.add(act_id, MOMENT.date(), "banned", "synergy")
        store.answered.remember(["T1"], tom, MOMENT, act_id, "{}")
        store.acts.begin(made.member("Maria").id, MOMENT, "more", "m")
        ann, place = store.members.add("Ann Lee", Role.rep, "Europe/London"), Address("slack", "T1", "U2")
        store.identities.add(ann, place)
        store.identities.leave(place, "left", MOMENT)
        store.members.change(act_id, ann, role=Role.inactive.value)
        store.digests.send([Listed(tom, LATER.date(), LATER, "{}")], LATER)
        store.digests.skip([Skip(ann, LATER.date(), LATER, "late")], "{}", LATER)

    database.write(made.organisation_id, more)
    database.operate(lambda o: o.workspaces.connect(made.organisation_id, "slack", "T1", "Acme", "{}", "", MOMENT))
    return made


def _both(connection: Connection, statement: SelectBase, said: dict[str, Any]) -> tuple[list, list]:
    """The rows of a statement, with their names and types: as it is asked, and as SQLAlchemy runs it."""
    told = (asked(connection, statement, said), connection.execute(statement, said).all())
    return tuple(
        [[(name, value, type(value), getattr(value, "tzinfo", None)) for name, value in row._mapping.items()] for row in rows]
        for rows in told
    )  # fmt: skip


def test_every_statement_gives_the_rows_that_sqlalchemy_gives(team):
    kept: dict[str, Any] = {}

    def found(store: Store) -> set[str]:
        """Those that gave none."""
        none = set()
        for name, statement in SELECTS.items():
            said = _said(statement, store.connection, store.organisation_id)
            ours, theirs = _both(store.connection, statement, said)
            assert ours == theirs, name
            none |= set() if ours else {name}
            kept[name] = asking._MADE[store.connection.dialect.name, statement]
        return none

    none = team.database.write(team.organisation_id, found)  # some lock what they find
    written_out = {name for name, made in kept.items() if made is None}
    assert written_out == WRITTEN_OUT
    assert none - written_out == EMPTY


def test_statements_that_are_asked_together_give_each_its_own_rows(team):
    def work(store: Store) -> None:
        each = [(one, _said(one, store.connection, store.organisation_id)) for one in SELECTS.values()]
        for first, second in itertools.pairwise(each):
            told = asked_together(store.connection, first, second)
            assert told == [asked(store.connection, *first), asked(store.connection, *second)]

    team.database.write(team.organisation_id, work)


def test_what_fails_at_the_end_leaves_nothing_behind_and_no_transaction_open(team, caplog):
    def work(store: Store) -> None:
        store.members.add("Nobody", Role.rep, "UTC")
        store.answered.remember(["T1"], team.member("Tom").id, MOMENT, None, "{}")

    for _ in range(3):
        with pytest.raises(IntegrityError):
            team.database.write(team.organisation_id, work)
    names = team.database.write(team.organisation_id, lambda store: store.members.names())
    assert "Nobody" not in names.values()
    assert caplog.records == []  # the driver would warn of each, with the key that was taken


def test_sqlite_plans_no_statement_anew_for_another_value(team):
    """It does where a value stands alone behind LIKE: that cost several times the asking."""
    if not team.database.is_sqlite:
        pytest.skip("PostgreSQL tells nobody")

    def work(store: Store) -> list[str]:
        anew: list[str] = []
        driver, planned = store.connection.connection.driver_connection, []
        driver.set_authorizer(lambda *_: planned.append(1) or sqlite3.SQLITE_OK)
        for name, statement in SELECTS.items():
            said = _said(statement, store.connection, store.organisation_id)
            asked(store.connection, statement, said)
            planned.clear()
            other = {key: f"{value}x" if isinstance(value, str) else value for key, value in said.items()}
            asked(store.connection, statement, other)
            anew += [name] if planned else []
        driver.set_authorizer(None)
        return anew

    assert set(team.database.read(team.organisation_id, work)) <= WRITTEN_OUT


def test_a_key_that_is_taken_fails_as_it_does_with_sqlalchemy(team):
    row = {
        "organisation_id": team.organisation_id,
        "key": "T1",
        "member_id": team.member("Tom").id,
        "at": MOMENT,
        "reply_json": "",
    }

    def twice(put_one) -> IntegrityError:
        with pytest.raises(IntegrityError) as failed:
            team.database.write(team.organisation_id, lambda store: put_one(store.connection))
        return failed.value

    statement = insert(inbound).returning(inbound.c.id)
    theirs = twice(lambda c: c.execute(statement, row))
    for put_one in (put, put_behind):  # the second is told when the work has ended, with the COMMIT
        ours = twice(lambda c, put_one=put_one: put_one(c, statement, [row]))
        assert (type(ours.orig), ours.connection_invalidated) == (type(theirs.orig), theirs.connection_invalidated)
        assert is_repeatable(ours) == is_repeatable(theirs)
        assert "T1" not in str(ours).replace(str(ours.orig), "")  # what people typed ends in no log


KEYS = select(inbound.c.key).where(inbound.c.key == bindparam("key"))


def _row(team: Team, key: str) -> dict[str, Any]:
    return {"organisation_id": team.organisation_id, "key": key, "member_id": 1, "at": MOMENT, "reply_json": ""}


@pytest.mark.parametrize("look", [asked, lambda c, s, v: c.execute(s, v).all()], ids=["ours", "SQLAlchemy's"])
def test_what_is_put_behind_is_there_for_what_is_asked_next_and_never_was_when_it_is_taken_back(team, look):
    def work(store: Store) -> None:
        put_behind(store.connection, insert(inbound), [_row(team, "T2")])
        assert len(look(store.connection, KEYS, {"key": "T2"})) == 1
        put_behind(store.connection, insert(inbound), [_row(team, "T3")])
        raise LookupError

    with pytest.raises(LookupError):
        team.database.write(team.organisation_id, work)
    for key in ("T2", "T3"):
        assert not team.database.read(
            team.organisation_id, lambda store, k=key: asked(store.connection, KEYS, {"key": k})
        )


def test_what_is_put_behind_in_a_savepoint_fails_there(team):
    def work(store: Store) -> str:
        with suppress(IntegrityError), store.connection.begin_nested():
            put_behind(store.connection, insert(inbound), [_row(team, "T1")])
            return "nothing failed"
        return "told"

    assert team.database.write(team.organisation_id, work) == "told"


def test_a_connection_whose_commit_failed_for_what_waited_is_whole_for_the_next(team):
    if team.database.is_sqlite:
        pytest.skip("nothing waits there")
    with team.database._engine.connect() as connection:
        transaction = connection.begin()
        bind(connection, str(team.organisation_id))
        put_behind(connection, insert(inbound), [_row(team, "T1")])
        with pytest.raises(IntegrityError):
            transaction.commit()
    assert team.database.read(team.organisation_id, lambda store: asked(store.connection, KEYS, {"key": "T1"}))


@pytest.mark.parametrize("wrong", [{"at": datetime(2026, 3, 12)}, {}])  # noqa: DTZ001 - no zone is what is wrong
def test_a_value_that_is_wrong_or_missing_is_refused_before_it_is_sent(team, wrong):
    asked_for = select(inbound).where(inbound.c.at == bindparam("at"))
    with pytest.raises(StatementError):
        team.database.read(team.organisation_id, lambda store: asked(store.connection, asked_for, wrong))


def test_a_connection_that_has_gone_is_told_as_such(team, postgres_admin):
    if team.database.is_sqlite:
        pytest.skip("nothing between the bot and its file can go")
    with team.database._engine.connect() as connection:
        transaction = connection.begin()
        pid = connection.exec_driver_sql("SELECT pg_backend_pid()").scalar_one()
        with psycopg.connect(postgres_admin, autocommit=True) as admin:
            admin.execute("SELECT pg_terminate_backend(%s, 5000)", [pid])
        house = Store(connection, team.organisation_id).house
        with pytest.raises(DBAPIError) as failed:
            house.all()
        assert failed.value.connection_invalidated
        assert is_away(failed.value)
        with pytest.raises(PendingRollbackError):
            house.all()  # not on another connection, in the middle of a transaction
        transaction.rollback()


SLOW = select(func.pg_sleep(bindparam("seconds", type_=Float())))


def test_a_connection_that_breaks_in_the_middle_of_a_statement_is_left_and_the_whole_tried_anew(team, postgres_admin):
    if team.database.is_sqlite:
        pytest.skip("nothing between the bot and its file can break")
    tries: list[int] = []

    def work(store: Store) -> int:
        tries.append(store.connection.connection.driver_connection.info.backend_pid)
        return len(asked(store.connection, SLOW, {"seconds": 0 if len(tries) > 1 else 60}))

    def end() -> None:
        with psycopg.connect(postgres_admin, autocommit=True) as admin:
            ended = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid = ANY (%s) AND query LIKE '%%pg_sleep%%'"
            while not admin.execute(ended, [tries]).fetchone():
                time.sleep(0.01)

    ending = threading.Thread(target=end)
    ending.start()
    assert team.database.write(team.organisation_id, work) == 1
    ending.join()
    assert len({*tries}) == len(tries) == 2
    assert asking._MADE["postgresql", SLOW] is not None


@pytest.mark.parametrize("name", ["before_execute", "before_cursor_execute", "after_cursor_execute", "after_execute"])
def test_whoever_listens_hears_of_every_statement(team, name):
    heard: list[object] = []
    engine, ask = team.database._reader, lambda store: store.members.one(1)
    note = lambda *_: heard.append(name)  # noqa: E731 - an event takes it as it is
    event.listen(engine, name, note)
    team.database.read(team.organisation_id, ask)
    event.remove(engine, name, note)
    assert heard


NO_SUCH = select(column("x")).select_from(table("nowhere"))


def test_whoever_listens_to_errors_hears_of_them_with_what_sqlalchemy_knows(team):
    heard: list[Any] = []
    engine, note = team.database._reader, heard.append
    event.listen(engine, "handle_error", note)
    with pytest.raises(DBAPIError):
        team.database.read(team.organisation_id, lambda store: asked(store.connection, NO_SUCH, {}))
    event.remove(engine, "handle_error", note)
    assert [one.execution_context is not None for one in heard] == [True]
