"""The stage that a test of the suite is played on: each of them in turn."""

from collections.abc import Iterator

import pytest

from bot.store import Database
from tests.conformance.stages import STAGES, Stage


@pytest.fixture(params=STAGES)
def stage(request: pytest.FixtureRequest) -> Iterator[Stage]:
    address, make = STAGES[request.param]
    database = Database(request.getfixturevalue(address))
    with make(database) as made:
        yield made
    database.close()
