"""The key changes: the old one still opens until every token is sealed under the new one."""

from datetime import UTC, datetime

import pytest

from adapters.sealing import CannotUnseal, Seal
from bot.store import Database
from tests.adapters.cli.operator import run
from tests.canary import CANARY

OLD, NEW = CANARY + "o" * 40, CANARY + "n" * 40
AT = datetime(2026, 3, 12, tzinfo=UTC)


def connected(folder, key: str, team: str) -> None:
    database = Database(f"sqlite:///{folder}/data/followthrough.sqlite3")
    sealed = Seal(key).close("xoxb-1-secret", f"slack:{team}")

    def write(operator) -> None:
        made = operator.create_organisation(team)
        operator.workspaces.connect(made, "slack", team, team, "{}", sealed, AT)

    database.operate(write)
    database.close()


def sealed_of(folder) -> list[str]:
    database = Database(f"sqlite:///{folder}/data/followthrough.sqlite3")
    try:
        return [one.sealed for one in database.operate(lambda operator: operator.workspaces.all("slack"))]
    finally:
        database.close()


def test_everything_is_sealed_under_the_new_key_and_a_second_run_changes_nothing(folder):
    connected(folder, OLD, "T1")
    connected(folder, NEW, "T2")
    keys = {"FOLLOWTHROUGH_SECRET_KEY": NEW, "FOLLOWTHROUGH_SECRET_KEY_BEFORE": OLD}
    done = run(folder, "rotate-key", **keys)
    assert (done.returncode, done.stdout.splitlines()[0]) == (0, "1 token sealed anew, 1 as it was.")
    assert "Remove FOLLOWTHROUGH_SECRET_KEY_BEFORE" in done.stdout
    sealed = sealed_of(folder)
    assert [Seal(NEW).open(one, f"slack:T{number}") for number, one in enumerate(sealed, 1)] == ["xoxb-1-secret"] * 2
    with pytest.raises(CannotUnseal):
        Seal(OLD).open(sealed[0], "slack:T1")
    assert run(folder, "rotate-key", FOLLOWTHROUGH_SECRET_KEY=NEW).stdout.startswith("0 tokens sealed anew, 2 as")
    assert sealed_of(folder) == sealed


def test_a_token_that_opens_with_neither_key_is_named_and_nothing_changes(folder):
    connected(folder, OLD, "T1")
    connected(folder, "x" * 40, "T2")
    before = sealed_of(folder)
    done = run(folder, "rotate-key", FOLLOWTHROUGH_SECRET_KEY=NEW, FOLLOWTHROUGH_SECRET_KEY_BEFORE=OLD)
    assert done.returncode == 1
    assert "slack:T2" in done.stderr
    assert sealed_of(folder) == before


def test_it_says_what_to_set(folder):
    done = run(folder, "rotate-key")
    assert (done.returncode, "FOLLOWTHROUGH_SECRET_KEY_BEFORE" in done.stderr) == (2, True)
    alone = run(folder, "rotate-key", FOLLOWTHROUGH_SECRET_KEY_BEFORE=OLD)
    assert (alone.returncode, "has to be the new one" in alone.stderr) == (2, True)
