"""The trial team, and Ana, who is its admin."""

import pytest

from bot.model import Address, Role
from tests.team import Team


@pytest.fixture
def team(database) -> Team:
    made = Team(database)
    ana = made.database.write(
        made.organisation_id, lambda store: store.members.add("Ana Lund", Role.admin, "Europe/Oslo")
    )
    made.database.write(made.organisation_id, lambda store: store.identities.add(ana, Address("local", "local", "ana")))
    return made
