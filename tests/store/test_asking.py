"""What is asked without SQLAlchemy's way of running a statement gives the very same rows, and fails in the very same words."""

import importlib
import pkgutil
from datetime import UTC, datetime
from typing import Any

import psycopg
import pytest
from sqlalchemy import ARRAY, Connection, Date, bindparam, insert, select
from sqlalchemy.exc import DBAPIError, IntegrityError, PendingRollbackError, StatementError
from sqlalchemy.sql.selectable import SelectBase
from sqlalchemy.types import NullType

import bot.store
from bot.model import Address
from bot.store import Store, acts, asking, members, names, records, refreshing
from bot.store.among import _Numbers
from bot.store.asking import asked, put
from bot.store.engines import is_away, is_repeatable
from bot.store.tables import Instant, inbound
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
    "word_0": "%acme%",
    "also": "K1",
    "meaning": "m",
    "marked": "m",
    "worker": "w",
    "without": [("slack", "T1")],
}


def _constants() -> dict[str, SelectBase]:
    """Every statement that a module of the store made once."""
    found: dict[str, SelectBase] = {"names._holding": names._holding(1)}
    for module in pkgutil.iter_modules(bot.store.__path__):
        known = vars(importlib.import_module(f"bot.store.{module.name}"))
        found |= {f"{module.name}.{name}": one for name, one in known.items() if isinstance(one, SelectBase)}
    return found


CONSTANTS = _constants()


def _value(name: str, bind: Any, organisation_id: int) -> Any:
    if name == "mine":
        return organisation_id
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
def team(database) -> Team:
    made = Team(database)
    for name, line in (
        ("Tom", "new Acme, 40 seats"), ("Tom", CALL), ("Tom", "done Acme voicemail"), ("Tom", "i'm off 20 March to 22 March"),
        ("Lena", "new Globex"), ("Lena", "logcall Globex: they said no"),
    ):  # fmt: skip
        made.text(name, line)
    made.tick()
    tom = made.member("Tom").id

    def more(store: Store) -> None:
        store.identities.add(tom, Address("slack", "T1", "U1"))
        act_id = store.acts.begin(tom, MOMENT, "more", "m")
        store.house.add(act_id, MOMENT.date(), "banned", "synergy")
        store.acts.remember(["T1"], tom, MOMENT, act_id, "{}")

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
    def found(store: Store) -> set[str]:
        """Those that gave any."""
        given = set()
        for name, statement in CONSTANTS.items():
            said = _said(statement, store.connection, store.organisation_id)
            ours, theirs = _both(store.connection, statement, said)
            assert ours == theirs, name
            given |= {name} if ours else set()
        return given

    given = team.database.write(team.organisation_id, found)  # some lock what they find
    assert len(given) >= len(CONSTANTS) * 0.6  # what is empty is no proof


def test_an_answer_is_asked_without_it(team):
    """Else the test above would compare SQLAlchemy with itself; and what is kept does not grow with what is said."""
    kept = dict(asking._MADE)
    for statement in (members._AT, records.STANDING, records.EVER, acts._BEFORE, names._holding(1), refreshing._LOCKED):
        assert kept[team.database._engine.dialect.name, statement] is not None
    team.text("Lena", "new Initech")
    team.text("Lena", "done Initech voicemail")
    assert kept == asking._MADE


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
    ours, theirs = twice(lambda c: put(c, statement, [row])), twice(lambda c: c.execute(statement, row))
    assert (type(ours.orig), ours.connection_invalidated) == (type(theirs.orig), theirs.connection_invalidated)
    assert is_repeatable(ours) == is_repeatable(theirs)
    assert "T1" not in str(ours).replace(str(ours.orig), "")  # what people typed ends in no log


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
