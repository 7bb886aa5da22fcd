"""The place of those tests whose workspace has a token that is renewed; a module that needs another place makes its own."""

from collections.abc import Iterator

import pytest

from tests.slack.places import Place, placed


@pytest.fixture
def place(sqlite_url, open_database) -> Iterator[Place]:
    with placed(open_database(sqlite_url)) as made:
        yield made
