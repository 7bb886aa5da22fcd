"""People who are due a list, for the harnesses that kill: in workspaces of Slack, one list each."""

import json
import sqlite3
import subprocess
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from zoneinfo import reset_tzpath

from sqlalchemy import Connection, create_engine, func, or_, select, text, update

from adapters.sealing import Seal
from adapters.slack.installs import Token
from bot.model import Address, Role
from bot.store import Database, Store
from bot.store.tables import members, outbox
from scheduler.zones import rules_version
from tests.canary import CANARY

SECRET = f"a key for tests that is long enough {CANARY}"
reset_tzpath(to=())  # as the bot does when it starts
START = datetime(2026, 3, 12, 9, tzinfo=UTC)  # a Thursday
QUEUED = ("pending", "sending", "uncertain")


def circumstances(seed: int) -> str:
    """What somebody needs to see a failure again."""
    told = ["git", "-C", str(Path(__file__).parent), "rev-parse", "--short", "HEAD"]
    commit = subprocess.run(told, capture_output=True, text=True, check=False).stdout.strip() or "unknown"
    return f"seed {seed}, commit {commit}, zones {rules_version()}, SQLite {sqlite3.sqlite_version}"


def add_workspace(database: Database, team: str) -> int:
    """An organisation with its workspace connected, its token sealed as the bot seals it; returns the organisation's id."""
    organisation_id = database.operate(lambda operator: operator.create_organisation(team))
    token = json.dumps({"access": f"xoxb-{team}", "refresh": "", "expires_at": ""})
    assert Token(**json.loads(token)).access
    database.operate(lambda operator: operator.mornings.follow(rules_version()))  # else the first tick plans all anew
    sealed = Seal(SECRET).close(token, f"slack:{team}")
    database.operate(lambda o: o.workspaces.connect(organisation_id, "slack", team, team, "{}", sealed, START))
    return organisation_id


def add_people(database: Database, organisation_id: int, team: str, names: list[str], due: list[datetime]) -> None:
    """Each has a list on a clear day as well, at that instant."""

    def write(store: Store) -> None:
        for name, at in zip(names, due, strict=True):
            id_ = store.members.add(f"Rep {name}", Role.rep, "UTC", digest_at=time(9), next_digest_at=at)
            store.identities.add(id_, Address("slack", team, f"U{name}", json.dumps({"channel": f"D{name}"})))
            planned = {"clear_day": True, "next_digest_on": at.date(), "next_digest_at": at}
            store.connection.execute(update(members).where(members.c.id == id_).values(**planned))

    database.write(organisation_id, write)


def settle(database: Database, teams: int, people: int, over: timedelta) -> set[str]:
    """So many people, whose hours come spread over that span; returns the channels they are written to in."""
    channels: set[str] = set()
    for number in range(teams):
        names = [f"{number}x{one}" for one in range(people // teams)]
        due = [START + over * one / len(names) for one in range(len(names))]
        team = f"T{number}"
        add_people(database, add_workspace(database, team), team, names, due)
        channels |= {f"D{name}" for name in names}
    return channels


class Onlooker:
    """Looks into a database that workers have open."""

    def __init__(self, url: str) -> None:
        self._engine = create_engine(url)

    def close(self) -> None:
        self._engine.dispose()

    def _everything(self, connection: Connection) -> Connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT set_config('followthrough.organisation', '*', true)"))
        return connection

    def open(self, now: datetime) -> int:
        """Decisions and messages that are still to come today."""
        undecided = select(func.count()).where(or_(members.c.next_digest_at <= now, members.c.next_digest_at.is_(None)))
        queued = select(func.count()).where(outbox.c.state.in_(QUEUED))
        with self._engine.connect() as connection:
            seen = self._everything(connection)
            return int(seen.execute(undecided).scalar_one()) + int(seen.execute(queued).scalar_one())

    def states(self) -> dict[str, int]:
        with self._engine.connect() as connection:
            counted = select(outbox.c.state, func.count()).group_by(outbox.c.state)
            return {row[0]: row[1] for row in self._everything(connection).execute(counted)}

    def version(self) -> str:
        """And, on SQLite, whether the file is whole."""
        with self._engine.connect() as connection:
            if connection.dialect.name == "postgresql":
                return f"PostgreSQL {connection.execute(text('SHOW server_version')).scalar_one()}"
            assert connection.execute(text("PRAGMA integrity_check")).scalar_one() == "ok"
            return f"SQLite {sqlite3.sqlite_version}"
