"""Many members with many deals: one member's deals are made through the store, and multiplied in the database by SQL.

Of a hundred deals seven are due: four to talk about, two promises of theirs, one of ours. Each deal has ten touches, each
touch its act, and what is derived of it was derived by the product.
"""

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from functools import partial

from sqlalchemy import Connection, create_engine

from bot.model import Address, Outcome, Result, Role, Side
from bot.store import Database, Plan, Store
from bot.store.tables import metadata

NOW = datetime(2026, 3, 12, 8, 31, tzinfo=UTC)  # a Thursday: no week begins or ends
DEALS, DUE, TOUCHES = 100, 7, 10  # of each member
_TALKED, _OWED = 4, 6  # of the due ones: the rest is ours
_WORDS = "Harbour Granite Linden Meadow Copper Willow Falcon Juniper Marble Sable".split()
_SAID = ("the price is the question", "the board sits at the end of the month", "the vans are the weak link")
# Whose columns hold which table's ids: in the n-th copy each is n times that table's rows further.
_IDS: Mapping[str, Mapping[str, str]] = {
    "members": {},
    "identities": {"member_id": "members"},
    "acts": {"member_id": "members"},
    "deals": {"act_id": "acts", "owner_id": "members"},
    "deal_changes": {"act_id": "acts", "deal_id": "deals"},
    "contacts": {"act_id": "acts", "deal_id": "deals"},
    "touches": {"act_id": "acts", "deal_id": "deals", "member_id": "members"},
    "commitments": {"act_id": "acts", "deal_id": "deals"},
}


def fill(url: str, members: int, now: datetime = NOW, zone: str = "Europe/London", deals: int = DEALS) -> None:
    """An organisation of so many members whose hour has just come. The schema is there, and nothing else."""
    database = Database(url)
    organisation_id = database.operate(lambda operator: operator.create_organisation("Bench"))
    database.write(organisation_id, partial(_one_member, now=now, zone=zone, deals=deals))
    due = database.read(organisation_id, lambda store: store.deals.due([1], now.date()))
    database.close()
    assert len(due) == DUE, f"{len(due)} deals are due"
    grow(url, 1, members)


def grow(url: str, have: int, members: int) -> None:
    """So many more members, each like the first."""
    engine = create_engine(url)
    with engine.begin() as connection:
        _multiply(connection, have, members)
    if engine.dialect.name == "postgresql":  # what it does by itself within minutes
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.exec_driver_sql(f"VACUUM ANALYZE {', '.join(_IDS)}")
    engine.dispose()


def _one_member(store: Store, now: datetime, zone: str, deals: int) -> None:
    member_id = store.members.add(
        "Rep Bench", Role.rep, zone, working_days=tuple(range(7)), next_digest_at=now - timedelta(minutes=1)
    )
    store.digests.plan([Plan(member_id, now.date(), now - timedelta(minutes=1))])
    store.identities.add(member_id, Address("bench", "bench", "user"))
    today, begun = now.date(), now - timedelta(days=90)
    act_id = store.acts.begin(member_id, begun, "made")
    rows = [{"owner_id": member_id, "company": f"{_WORDS[n % 10]} {_WORDS[n // 10]}"} for n in range(deals)]
    ids = store.deals.create_many(act_id, begun, begun.date(), rows)
    for number, deal_id in enumerate(ids):
        store.history.add_contact(act_id, deal_id, "Dana Reyes", phone="555 0100")
        _touches(store, member_id, number, deal_id, now)
        _promise(store, act_id, number, deal_id, today)
    store.refresh(ids, today)


def _touches(store: Store, member_id: int, number: int, deal_id: int, now: datetime) -> None:
    """The last is a conversation: nine days ago where something of theirs is due, else yesterday."""
    for back in range(TOUCHES - 1, -1, -1):
        at = now - timedelta(days=5 * back + (9 if number < _OWED else 1))
        act_id = store.acts.begin(member_id, at, "call")
        talked = back % 3 == 0
        store.history.add_touch(
            act_id, deal_id, member_id, at, at.date(), Outcome.connected if talked else Outcome.left_voicemail,
            Result.continuation if talked else Result.attempt, contact="Dana Reyes",
            said=_SAID[(number + back) % len(_SAID)] if talked else "",
        )  # fmt: skip


def _promise(store: Store, act_id: int, number: int, deal_id: int, today: date) -> None:
    if number in range(_TALKED, _OWED):
        made, due_on = today - timedelta(days=20), today - timedelta(days=2)
        store.history.add_commitment(act_id, deal_id, Side.theirs, "check the budget with finance", made, due_on=due_on)
    elif number in range(_OWED, DUE):
        store.history.add_commitment(act_id, deal_id, Side.ours, "send the case study", today, due_on=today)


def _multiply(connection: Connection, have: int, want: int) -> None:
    is_postgres = connection.dialect.name == "postgresql"
    if is_postgres:  # all organisations, and no key is looked up: each was there in the first copy
        connection.exec_driver_sql("SELECT set_config('followthrough.organisation', '*', true)")
        connection.exec_driver_sql("SET LOCAL session_replication_role = replica")
    last = {name: int(connection.exec_driver_sql(f"SELECT max(id) FROM {name}").scalar_one()) for name in _IDS}  # noqa: S608 - our own names
    rows = {name: number // have for name, number in last.items()}  # of the first member
    for name, columns in _IDS.items():
        further = {"id": f"t.id + n * {rows[name]}"}
        further |= {column: f"t.{column} + n * {rows[of]}" for column, of in columns.items()}
        further |= {"user": "t.\"user\" || '-' || n"} if name == "identities" else {}
        taken = [column.name for column in metadata.tables[name].columns]
        values = ", ".join(further.get(column, f't."{column}"') for column in taken)
        named = ", ".join(f'"{column}"' for column in taken)
        connection.exec_driver_sql(
            f"INSERT INTO {name} ({named}) WITH RECURSIVE copies(n) AS (SELECT {have} UNION ALL SELECT n + 1 FROM copies WHERE n < {want - 1})"  # noqa: S608
            f" SELECT {values} FROM copies CROSS JOIN {name} t WHERE t.id <= {rows[name]}"
        )
        if is_postgres:
            last_id = f"(SELECT max(id) FROM {name})"  # noqa: S608
            connection.exec_driver_sql(f"SELECT setval(pg_get_serial_sequence('{name}', 'id'), {last_id})")
