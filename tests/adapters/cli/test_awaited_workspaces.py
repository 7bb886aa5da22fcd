"""A workspace that is announced: only one that can be, seen while it is awaited, and withdrawn."""

import pytest

from bot.model import WorkspaceState
from bot.store import Database
from tests.adapters.cli.operator import run
from tests.team import Clock, Team

TENANT = "0a1b2c3d-0000-4000-8000-00000000abcd"


@pytest.fixture
def settings(database, tmp_path) -> dict[str, str]:
    Team(database)
    database.close()
    return {"FOLLOWTHROUGH_DATABASE_URL": database.url}


@pytest.mark.parametrize(
    ("platform", "key"),
    [("slack", "nonsense"), ("slack", "t0123abc"), ("slack", "C0123ABC"), ("teams", "foo"), ("teams", "T0123ABC")],
)
def test_what_is_no_id_is_not_awaited(settings, tmp_path, platform, key):
    done = run(tmp_path, "workspace", platform, key, **settings)
    assert (done.returncode, f"“{key.lower()}” is no " in done.stderr.lower()) == (2, True), done.stderr


@pytest.mark.parametrize(("platform", "key"), [("slack", "T0123ABC"), ("slack", "E0123ABC"), ("teams", TENANT)])
def test_it_is_seen_and_withdrawn(settings, tmp_path, platform, key):
    assert run(tmp_path, "workspace", platform, key, **settings).returncode == 0
    assert f"awaited, and not connected yet: {platform} {key}" in run(tmp_path, "doctor", **settings).stdout
    done = run(tmp_path, "workspace", platform, key, "--withdraw", **settings)
    assert (done.returncode, "not awaited any more" in done.stdout) == (0, True), done.stderr
    assert key not in run(tmp_path, "doctor", **settings).stdout
    assert run(tmp_path, "workspace", platform, key, "--withdraw", **settings).returncode == 1


def test_a_tenant_is_known_however_it_was_written(settings, tmp_path):
    run(tmp_path, "workspace", "teams", TENANT.upper(), **settings)
    database = Database(settings["FOLLOWTHROUGH_DATABASE_URL"])
    found = database.operate(lambda operator: operator.workspaces.one("teams", TENANT))
    database.close()
    assert found is not None
    assert found.state is WorkspaceState.awaited


def test_another_organisations_is_not_withdrawn(settings, tmp_path):
    database = Database(settings["FOLLOWTHROUGH_DATABASE_URL"])
    database.operate(lambda operator: operator.create_organisation("Other"))
    database.close()
    assert run(tmp_path, "workspace", "slack", "T1", "--organisation", "Other", **settings).returncode == 0
    withdraw = ("workspace", "slack", "T1", "--withdraw", "--organisation")
    for which, code in (("Northlight", 1), ("Nowhere", 2)):
        done = run(tmp_path, *withdraw, which, **settings)
        assert (done.returncode, done.stdout) == (code, ""), done.stderr
    assert run(tmp_path, *withdraw, "Other", **settings).returncode == 0


def test_one_that_is_connected_stays(settings, tmp_path):
    database = Database(settings["FOLLOWTHROUGH_DATABASE_URL"])
    database.operate(lambda o: o.workspaces.connect(1, "slack", "T9", "Nine", "{}", "", Clock()()))
    database.close()
    assert run(tmp_path, "workspace", "slack", "T9", "--withdraw", **settings).returncode == 1
