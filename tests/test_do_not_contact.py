"""They asked not to be contacted: it holds for everybody, for every deal with them, however their name is written."""

import pytest

from tests.team import Team


@pytest.fixture
def team(database) -> Team:
    return Team(database)


def due(team: Team, who: str) -> str:
    team.forward(days=3)
    return team.text(who, "followups")


@pytest.mark.parametrize(
    ("banned", "other"), [("Müller GmbH", "Müller"), ("ÉCLAIR", "Éclair Ltd"), ("Acme", "ACME Inc.")]
)
def test_it_holds_for_a_colleagues_deal_with_the_same_company(team, banned, other):
    team.text("Lena", f"new {other}, pumps")
    team.text("Tom", f"new {banned}, seats")
    team.text("Tom", f"do not contact {banned}")
    assert other not in due(team, "Lena")


def test_a_new_name_does_not_escape_it(team):
    team.text("Tom", "new Acme, seats")
    team.text("Tom", "do not contact Acme")
    team.text("Lena", "new Bolt, pumps")
    team.text("Lena", "deal rename Bolt to Acme Ltd, pumps")
    assert "pumps" not in due(team, "Lena")


def test_undoing_how_a_deal_came_does_not_lift_it_and_undoing_the_ban_does(team):
    team.text("Tom", "new Zebra, seats")
    team.text("Tom", "do not contact Zebra")
    ban = 2
    team.text("Lena", "new Zebra, pumps")
    team.text("Lena", 'logcall Zebra: she said "wrong department"')
    team.text("Lena", "undo 3")
    assert "Zebra" not in due(team, "Lena")
    assert "asked not to be contacted" in team.text("Lena", "prep Zebra")
    team.text("Tom", f"undo {ban}")
    assert "Zebra" in due(team, "Tom")
    assert team.recompute() == 0
