"""Stored equals recomputed, whatever several members do in whatever order, with undo anywhere."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from adapters.cli.mornings import begun_anew
from bot.store import Database
from tests.team import Clock, Team

COMMANDS = [
    "new {d}, {n} seats", 'logcall {d}: she said "we like {n}", she sends the plan by Fri, I send the quote in {n} days',
    "logcall {d}: lvm", "done {d} voicemail", "done {d} no answer", "done {d}", "reply {d}: talk on Tuesday", "later {d} in {n} days",
    "next {d} in {n} days", "next {d} none", "promise kept {d}: plan", "promise moved {d}: plan in {n} days", "promise broken {d}: quote",
    "let go {d}", "undo", "undo {n}", "logcall {d}: signed", "followups", "where are we on {d}?", "words {d}",
]  # fmt: skip
_lines = st.lists(
    st.tuples(st.sampled_from(COMMANDS), st.sampled_from(["Acme", "Zebra"]), st.integers(1, 9), st.sampled_from(["Tom", "Maria"]),
              st.integers(0, 5)),
    max_size=14,
)  # fmt: skip


def _plays(database: Database, lines: list[tuple[str, str, int, str, int]]) -> None:
    team = Team(database)
    for line, deal, number, who, days in lines:
        team.forward(days=days)
        team.tick()
        reply = team.say(who, line.format(d=deal, n=number))
        assert reply.card.title or reply.card.blocks
    assert team.recompute() == 0


_generous = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


@_generous
@given(_lines)
def test_stored_is_recomputed_on_sqlite(tmp_path_factory, migrated_sqlite, lines):
    import shutil

    path = tmp_path_factory.mktemp("play") / "x.sqlite3"
    shutil.copy(migrated_sqlite, path)
    database = Database(f"sqlite:///{path}")
    try:
        _plays(database, lines)
    finally:
        database.close()


@settings(_generous, max_examples=8)
@given(_lines)
def test_stored_is_recomputed_on_postgres(postgres_url, open_database, lines):
    database = open_database(postgres_url)
    begun_anew(database, Clock().at)  # each play's clock begins where that of the play before began
    _plays(database, lines)
