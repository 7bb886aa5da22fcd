"""The stage that a test of the suite is played on: each of them in turn, from the first moment of its transcript."""

from collections.abc import Iterator

import pytest

from bot.store import Database
from tests.conformance.slack_stage import slack_stage
from tests.conformance.stages import STAGES as AT_HOME
from tests.conformance.stages import START, Stage
from tests.conformance.teams_stage import teams_stage
from tests.conversations.script import begins_at

STAGES = {**AT_HOME, "slack": ("postgres_url", slack_stage), "teams": ("sqlite_url", teams_stage)}


@pytest.fixture(params=STAGES)
def stage(request: pytest.FixtureRequest) -> Iterator[Stage]:
    address, make = STAGES[request.param]
    database = Database(request.getfixturevalue(address))
    path = request.node.callspec.params.get("path")
    with make(database, begins_at(path) if path else START) as made:
        yield made
    database.close()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """The bare core is played when it is asked for: the page is the same core, reached over HTTP."""
    if "core-sqlite" not in config.getoption("keyword"):
        items[:] = [item for item in items if "[core-sqlite-" not in item.nodeid]
    items[:] = [item for item in items if not (item.path.stem == "test_ways" and "[core-sqlite-" in item.nodeid)]
