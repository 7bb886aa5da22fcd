"""Promise 3 of the README: whatever anybody types, presses, fills in or imports, no word of another organisation is shown."""

import os
import random
import re
from collections.abc import Callable

import pytest
from sqlalchemy import event

from bot.commands import command_from
from bot.store import Database
from tests.rights.canaries import BY_KIND, Leak, Settled, played
from tests.rights.lines import KINDS
from tests.rights.marked import AT_STAKE, LETTERS, Organisations
from tests.team import Clock

RUNS = int(os.environ.get("TRIAL_CANARIES", "200"))
SEED = int(os.environ.get("TRIAL_SEED") or random.SystemRandom().randrange(10**6))


@pytest.fixture(scope="module")
def settled(migrated_sqlite, tmp_path_factory) -> Settled:
    return Settled(migrated_sqlite, tmp_path_factory.mktemp("canaries"))


def test_every_kind_of_command_is_among_the_steps():
    assert set(BY_KIND) == KINDS
    for kind, lines in BY_KIND.items():
        for line in lines:
            text, fields = line if isinstance(line, tuple) else (line, None)
            assert type(command_from(text, fields)).__name__ in {kind, "Nonsense"}, line  # slots are no numbers


@pytest.mark.timeout(240 + 3 * RUNS)
def test_nobody_is_shown_a_word_of_another_organisation(settled):
    assert {column for column in AT_STAKE if settled.at_stake.get(column) != set(LETTERS)} == set()
    print(settled.play(RUNS, SEED))


@pytest.mark.timeout(240 + RUNS)
def test_nor_on_postgres(postgres_url, open_database):
    """One database for all runs, whose clock goes on."""
    place = Organisations(open_database(postgres_url), Clock())
    place.settle()
    for run in range(max(2, RUNS // 25)):
        played(place, SEED + run)


def _forgetting(table: str) -> Callable[[Database], None]:
    """What is read of that table forgets its organisation; of deals also their owners, by whom they are found twice over."""

    def rewritten(_c: object, _cursor: object, statement: str, parameters: object, *_: object) -> tuple[str, object]:
        if statement.lstrip().startswith(("SELECT", "WITH")):
            statement = re.sub(rf"\b{table}\.organisation_id = \?", "? IS NOT NULL", statement)
            statement = re.sub(rf"\b{table}\.owner_id IN \(([?, ]+)\)", r"coalesce(NULL, \1) IS NOT NULL", statement)
        return statement, parameters

    def change(database: Database) -> None:
        for engine in (database._engine, database._reader):
            event.listen(engine, "before_cursor_execute", rewritten, retval=True)

    return change


@pytest.mark.parametrize("table", ["house", "members", "identities", "deals"])
def test_the_harness_can_fail(settled, table):
    """A query that forgets its organisation is found out by what somebody is shown, before anybody looks into the store."""
    with pytest.raises(Leak, match=r"is shown words of|is answered in|is known in"):
        print(settled.play(60, 1, _forgetting(table)))
