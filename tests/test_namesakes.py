"""Who says or rings something is a contact of the deal, also where the place is called after them."""

import pytest

from tests.settled import settled
from tests.team import Team

ONE_DATABASE = True


@pytest.fixture
@settled
def team(database) -> Team:
    team = Team(database)
    for line in (
        "new Da Nino, oven",
        "new Rosalba's Kitchen, hood",
        "new Harbor Fish Bar, ice",
        "new Hotel Esplanade, beds",
    ):
        team.say("Tom", line)
    return team


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("logcall Da Nino: Nino said he likes the oven", "Nino"),
        ("logcall Da Nino: Nino said it is too dear", "Nino"),
        ("logcall Rosalba's Kitchen: Rosalba said she wants two", "Rosalba"),
        ("gus at harbor fish bar rang", "Gus"),
    ],
)
def test_who_said_or_rang_is_a_contact(team, line, who):
    assert f", {who}, call " in team.logged(line)


@pytest.mark.parametrize(
    "line",
    [
        "logcall Hotel Esplanade: Esplanade said they like the beds",
        "logcall Harbor Fish Bar: Harbor said they want two",
    ],
)
def test_a_company_is_nobody(team, line):
    assert ", call " in team.logged(line)
    assert "Reach: " not in team.text("Tom", f"prep {line.removeprefix('logcall ').partition(':')[0]}")


def test_the_next_line_names_them(team):
    team.logged("gus at harbor fish bar rang")
    assert "Harbor Fish Bar, ice" in team.text("Tom", "gus wants the price by friday")
