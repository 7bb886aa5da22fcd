"""Search as one types among many names, for somebody who sees them all: how often the right deal is among the first ten,
and the slowest hundredth beside PostgreSQL's own pg_trgm over the same names, asked in the same round.

The names are made up: two words that are told apart, from some ten thousand, and a common one, skewed as words are.
"""

import random
import statistics
import string
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import psycopg
from sqlalchemy import make_url

from benchmarks.figures import Figure
from benchmarks.team import postgres
from bot.app import App, system_clock
from bot.model import Deal, Role
from bot.reading.names import found_by
from bot.store import Database, Store, chunks
from bot.store.deals import _NEW
from bot.store.tables import deals

GATES = {1: 0.95, 2: 0.88}  # hits among the first ten, by the letters that are wrong
P99 = 0.2  # of pg_trgm's
_SYLLABLES = [
    a + b for a in "b br d f g h k l m n p r s st t tr v w".split() for b in "a e i o u ar el in on us".split()
]
_COMMON = (
    "group holdings foods logistics steel partners works energy textiles marine limited services systems labs".split()
)


@dataclass(frozen=True)
class Asked:
    """What is typed, and by which beginning the right deal is known."""

    typed: str
    meant: str


@dataclass(frozen=True)
class Team:
    database: Database
    organisation_id: int
    admin_id: int


def names(count: int, seed: int = 3) -> list[str]:
    rng = random.Random(seed)  # noqa: S311 - made-up names
    vocabulary = sorted(
        {"".join(rng.choices(_SYLLABLES, k=rng.choice((2, 3, 3, 4)))) for _ in range(min(60_000, count // 2 + 50))}
    )
    rng.shuffle(vocabulary)

    def word() -> str:
        return vocabulary[
            int(len(vocabulary) ** rng.random()) - 1
        ]  # as words are: the tenth a tenth as often as the first

    pairs = ((word(), word()) for _ in range(2 * count))
    return [f"{one} {two} {rng.choice(_COMMON)}".title() for one, two in pairs if one != two][:count]


def questions(among: Sequence[str], count: int, slips: int, seed: int = 5) -> list[Asked]:
    """The first two words of a name, with that many letters wrong."""
    rng = random.Random(seed + slips)  # noqa: S311 - made-up slips
    chosen = (" ".join(name.split()[:2]).lower() for name in rng.sample(among, count))
    return [Asked(_slipped(rng, meant, slips), meant) for meant in chosen]


def _slipped(rng: random.Random, text: str, slips: int) -> str:
    for _ in range(slips):
        at, letter = rng.randrange(1, len(text)), rng.choice(string.ascii_lowercase)
        before, here, after = text[:at], text[at : at + 1], text[at + 1 :]
        ways = (
            before + after,
            before + letter + here + after,
            before + letter + after,
            before + after[:1] + here + after[1:],
        )
        text = rng.choice(ways)
    return text


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


def _analyze(url: str) -> None:
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


def timed(ask: Callable[[str], list[str]], asked: Sequence[Asked]) -> tuple[list[float], float]:
    """Milliseconds of each, and the share that was among the first ten."""
    took, hits = [], 0
    for one in asked:
        started = time.perf_counter()
        found = ask(one.typed)
        took.append((time.perf_counter() - started) * 1_000)
        hits += any(name.lower().startswith(f"{one.meant} ") for name in found)
    return took, hits / len(asked)


def typeahead(count: int = 100_000, each: int = 200) -> list[Figure]:
    among = names(count)
    sets = {slips: questions(among, each, slips) for slips in (0, *GATES)}
    with postgres() as url, TemporaryDirectory() as folder:
        ours = {"PostgreSQL": Database(url), "SQLite": Database(f"sqlite:///{Path(folder) / 'names.sqlite3'}")}
        ours["SQLite"].migrate()
        teams = {name: fill(database, among) for name, database in ours.items()}
        _analyze(url)
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
        ours, hits = timed(ask, asked)
        theirs, their_hits = timed(peer, asked)
        all_ours += ours
        all_theirs += theirs
        note = f"p99 {_p99(ours):.1f} ms, p50 {statistics.median(ours):.1f}; pg_trgm {_p99(theirs):.1f}, {their_hits:.0%} of ten"
        gate = {"gate": 1.0, "least": GATES[slips]} if slips in GATES else {}
        figures.append(Figure(f"typeahead {count:,} {name}: {slips} wrong, hits", [hits], note=note, **gate))
    ratio = [_p99(all_ours) / _p99(all_theirs)]
    figures.append(
        Figure(f"typeahead {count:,} {name}: p99 / pg_trgm", ratio, P99, note=f"first of a process {first:.1f} s")
    )
    return figures


def _p99(took: Sequence[float]) -> float:
    return sorted(took)[int(len(took) * 0.99)]
