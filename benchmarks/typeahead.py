"""Search as one types among many names, for somebody who sees them all: how often the right deal is among the first ten,
and the slowest hundredth beside PostgreSQL's own pg_trgm over the same names, asked in the same round.
"""

import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import psycopg
from sqlalchemy import make_url

from benchmarks.figures import Figure
from benchmarks.team import postgres
from benchmarks.typed_names import Asked, names, questions
from bot.app import App, system_clock
from bot.model import Deal, Role
from bot.reading.names import found_by
from bot.store import Database, Store, chunks
from bot.store.deals import _NEW
from bot.store.tables import deals

GATES = {1: 0.95, 2: 0.88}  # hits among the first ten, by the letters that are wrong
P99 = 0.2  # of pg_trgm's


@dataclass(frozen=True)
class Team:
    database: Database
    organisation_id: int
    admin_id: int


def fill(database: Database, among: Sequence[str]) -> Team:
    """The names as deals of one rep, and an admin who leads them and sees all."""
    now = system_clock()
    organisation_id = database.operate(lambda operator: operator.create_organisation("Bench"))

    def members(store: Store) -> tuple[int, int, int]:
        admin = store.members.add("Ada Admin", Role.manager, "Europe/London")
        rep = store.members.add("Rep One", Role.rep, "Europe/London", manager_id=admin)
        return admin, rep, store.acts.begin(admin, now, "import")

    admin_id, rep_id, act_id = database.write(organisation_id, members)
    made = {
        **_NEW,
        "act_id": act_id,
        "owner_id": rep_id,
        "state": "active",
        "created_at": now,
        "created_on": now.date(),
    }
    for part in chunks(among, 20_000):
        rows = [{**made, "company": name, "found_by": found_by(Deal(0, name, "", rep_id), ())} for name in part]
        database.write(organisation_id, partial(_insert, rows))
    return Team(database, organisation_id, admin_id)


def _insert(rows: list[dict[str, Any]], store: Store) -> None:
    store.deals.insert_many(deals, rows)


def asked_of(team: Team) -> Callable[[str], list[str]]:
    app = App(team.database, system_clock)
    return lambda typed: [name.company for name in app.search_deals(team.organisation_id, team.admin_id, typed, 10)]


def analyze(url: str) -> None:
    """What PostgreSQL does by itself within a minute."""
    with psycopg.connect(_plain(url), autocommit=True) as connection:
        connection.execute("ANALYZE deals, deal_changes, contacts, members")


def _plain(url: str) -> str:
    return make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)


@contextmanager
def trigrams(url: str) -> Iterator[Callable[[str], list[str]]]:
    """The peer: pg_trgm's word similarity, with its index, in one statement."""
    with psycopg.connect(_plain(url), autocommit=True) as connection:
        connection.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm")
        connection.execute("CREATE TABLE peer AS SELECT id, company, lower(company) AS name FROM deals WHERE false")
        connection.execute("SELECT set_config('followthrough.organisation', '*', false)")
        connection.execute("INSERT INTO peer SELECT id, company, lower(company) FROM deals")
        connection.execute("CREATE INDEX ON peer USING gin (name gin_trgm_ops)")
        connection.execute("ANALYZE peer")
        connection.execute("SET pg_trgm.word_similarity_threshold = 0.6")

        def ask(typed: str) -> list[str]:
            wanted = "SELECT company FROM peer WHERE %(typed)s <%% name ORDER BY word_similarity(%(typed)s, name) DESC LIMIT 10"
            return [row[0] for row in connection.execute(wanted, {"typed": typed})]

        yield ask


@dataclass
class Timed:
    """Milliseconds of each question, and how many found the right deal among the first ten."""

    took: list[float] = field(default_factory=list)
    hits: int = 0

    def ask(self, answer: Callable[[str], list[str]], one: Asked) -> None:
        started = time.perf_counter()
        found = answer(one.typed)
        self.took.append((time.perf_counter() - started) * 1_000)
        self.hits += any(name.lower().startswith(f"{one.meant} ") for name in found)

    @property
    def share(self) -> float:
        return self.hits / len(self.took)


def timed(
    ask: Callable[[str], list[str]], peer: Callable[[str], list[str]], asked: Sequence[Asked]
) -> tuple[Timed, Timed]:
    """Each question to both, one right after the other, so that a busy moment meets both."""
    ours, theirs = Timed(), Timed()
    for one in asked:
        ours.ask(ask, one)
        theirs.ask(peer, one)
    return ours, theirs


def typeahead(count: int = 100_000, each: int = 200) -> list[Figure]:
    among = names(count)
    sets = {slips: questions(among, each, slips) for slips in (0, *GATES)}
    with postgres() as url, TemporaryDirectory() as folder:
        ours = {"PostgreSQL": Database(url), "SQLite": Database(f"sqlite:///{Path(folder) / 'names.sqlite3'}")}
        ours["SQLite"].migrate()
        teams = {name: fill(database, among) for name, database in ours.items()}
        analyze(url)
        with trigrams(url) as peer:
            figures = [
                figure for name, team in teams.items() for figure in _compared(name, asked_of(team), peer, sets, count)
            ]
        for database in ours.values():
            database.close()
    return figures


def _compared(
    name: str,
    ask: Callable[[str], list[str]],
    peer: Callable[[str], list[str]],
    sets: dict[int, list[Asked]],
    count: int,
) -> list[Figure]:
    started = time.perf_counter()
    ask("a first qwertz")  # the words are read once
    first = time.perf_counter() - started
    figures, all_ours, all_theirs = [], [], []
    for slips, asked in sets.items():
        ours, theirs = timed(ask, peer, asked)
        all_ours += ours.took
        all_theirs += theirs.took
        note = (
            f"p99 {_p99(ours.took):.1f} ms, p50 {statistics.median(ours.took):.1f};"
            f" pg_trgm {_p99(theirs.took):.1f}, {statistics.median(theirs.took):.1f}, {theirs.share:.0%} among ten"
        )
        gate = {"gate": 1.0, "least": GATES[slips]} if slips in GATES else {}
        figures.append(Figure(f"typeahead {count:,} {name}: {slips} wrong, hits", [ours.share], note=note, **gate))
    ratio = [_p99(all_ours) / _p99(all_theirs)]
    figures.append(
        Figure(f"typeahead {count:,} {name}: p99 / pg_trgm", ratio, P99, note=f"first of a process {first:.1f} s")
    )
    return figures


def _p99(took: Sequence[float]) -> float:
    return sorted(took)[int(len(took) * 0.99)]
