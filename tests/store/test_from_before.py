"""What the versions before kept means after `migrate` what it meant."""

from datetime import UTC, datetime
from random import Random

import pytest

from adapters.local import sample
from bot.store import Database
from tests.store.older import asked, downgraded
from tests.store.test_overview import _play as random_weeks
from tests.team import Clock, Team

AT = datetime(2026, 3, 13, 9, tzinfo=UTC)
LINES = (
    "new Borealis, desks", "logcall Borealis: he said “we like it”, call agreed for 20 March", "new Cedar, seats",
    "logcall Cedar: lvm", "next Cedar 19 March", "new Dune, lamps", "logcall Dune: demo agreed for 18 March", "next Dune none",
    "new Elm, tiles", "logcall Elm: meeting agreed for 17 March", "logcall Elm: she is away until 25 March",
    "new Fir, pots", "logcall Fir: demo agreed for 12 March", "done Fir", "logcall Fir: no answer",
    "new Gum, ropes", "logcall Gum: left vm, he said “call me in June”", "logcall Gum: spoke to Pat", "undo",
)  # fmt: skip


def _again(url: str) -> Database:
    database = Database(url)
    database.migrate()
    return database


def test_an_announced_workspace_is_awaited_and_one_that_was_uninstalled_is_not(database, open_database):
    made = database.begin("Acme", lambda store: store.organisation_id)
    database.operate(lambda o: o.workspaces.expect(made, "slack", "T1", AT))
    database.operate(lambda o: o.workspaces.connect(made, "slack", "T2", "Two", "{}", "", AT))
    database.operate(lambda o: o.workspaces.connect(made, "teams", "3", "3", "", "", AT))
    for platform, key in (("slack", "T2"), ("teams", "3")):
        database.operate(lambda o, p=platform, k=key: o.workspaces.stop(p, k, AT))
    database.close()
    downgraded(database.url, "0017")
    assert set(asked(database.url, "SELECT state FROM workspaces")) == {("stopped",)}
    anew = _again(database.url)
    assert [one.key for one in anew.operate(lambda o: o.workspaces.awaited())] == ["T1"]
    anew.close()


@pytest.mark.parametrize("kind", ["sample", "told", *range(2)])
def test_the_day_that_was_agreed_and_when_they_were_heard_are_filled_as_they_are_derived(database, kind):
    made = _filled(database, kind)
    columns = "SELECT id, agreed_on, heard_on FROM deals ORDER BY id"
    database.close()
    before = asked(database.url, columns)
    assert any(agreed for _, agreed, _ in before)
    assert any(heard for _, _, heard in before)
    assert any(agreed is None and heard for _, agreed, heard in before)
    downgraded(database.url, "0018")
    anew = _again(database.url)
    anew.close()
    assert asked(database.url, columns) == before
    anew = _again(database.url)
    assert anew.write(made, lambda store: store.recompute()) == 0
    anew.close()


def _filled(database: Database, kind: str | int) -> int:
    """A number: that many seeds of random weeks, with acts that were undone."""
    if kind == "sample":
        return sample.seed(database, Clock()())
    if kind == "told":
        team = Team(database)
        for line in LINES:
            team.forward(minutes=1)
            team.say("Tom", line)
        return team.organisation_id
    made = database.begin("Random", lambda store: store.organisation_id)
    database.write(made, lambda store: random_weeks(store, Random(kind)))
    return made
