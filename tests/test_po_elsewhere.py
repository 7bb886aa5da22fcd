"""A PO that is in their hands, or on its way, wins no deal, and nobody is asked whether it does. Today is Thu 12 March 2026."""

import pytest

from tests.settled import settled
from tests.team import Team

ONE_DATABASE = True


@pytest.fixture
@settled
def team(database):
    team = Team(database)
    team.say("Tom", "new deal with Northwind, Sarah Lee")
    return team


@pytest.mark.parametrize(
    "line",
    ["the po is in the approval queue", "po is in legal, back monday", "PO received an objection from legal", "PO is in progress", "po is in next week",
     "po 4711 is in legal", "the PO is back with finance", "po is back to square one", "po came back from legal unsigned", "the po came back with questions",
     "order is in the queue", "the order received a query from finance", "the order is placed on hold", "PO landed with legal", "po arrived at finance", "the po is in her inbox"],
)  # fmt: skip
def test_a_po_in_their_hands_is_no_order(team, line):
    said = team.text("Tom", f"logcall northwind: {line}")
    assert "Is that a yes" not in said
    assert "won" not in team.text("Tom", "where northwind").lower()


@pytest.mark.parametrize(
    "line",
    ["po is in", "po in today", "PO 4711 is in", "PO received from Sarah", "the po came in", "po is here", "po is back", "the po came in this morning", "PO received, 42k",
     "order received", "po is in already", "PO came back"],
)  # fmt: skip
def test_a_po_that_is_here_is_one_or_asked_about(team, line):
    said = team.text("Tom", f"logcall northwind: {line}")
    assert "Is that a yes" in said or "won" in said.lower()
