"""What they need, told in an older line, is found again by asking; it is quoted with its day, and nobody else's need is theirs."""

import pytest

from tests.settled import settled
from tests.team import Team

ONE_DATABASE = True


@pytest.fixture
@settled
def team(database):
    """Told on Thu 12 March, and something else on Sat 14 March."""
    team = Team(database)
    team.say("Tom", "new Acme, Dana Reed")
    team.say("Tom", "new Globex, Hugo Lind")
    team.logged("logcall Acme: Dana needs two extra docks and a ramp, call again Fri")
    team.logged("logcall Globex: they need 40 seats and the SSO, Hugo said budget is tight")
    team.forward(days=2)
    team.logged("logcall Acme: Dana said the board meets in May. I need to check the van")
    team.logged("logcall Globex: spoke with Hugo, all fine")
    return team


@pytest.mark.parametrize("line", [
    "what does Dana need?", "what do they need at Acme", "what did dana want", "what's acme looking for?", "what has Dana asked for", "so what does Acme actually need",
])  # fmt: skip
def test_it_is_told_with_its_day(team, line):
    told = team.text("Tom", line)
    assert "two extra docks and a ramp" in told
    assert "Thu 12 March" in told
    assert "van" not in told
    assert "board" not in told


def test_what_is_no_need_is_not_told_beside_it(team):
    told = team.text("Maria", "what do they need at Globex?")
    assert "they need 40 seats and the SSO" in told
    assert "tight" not in told


def test_where_nobody_told_a_need_is_where_we_are(team):
    team.say("Tom", "new Umbra, Dave Poole")
    team.logged("logcall Umbra: spoke with Dave, all fine")
    assert team.text("Tom", "what does Dave need?").startswith("Umbra (Tom)")
    assert "Tom Becker" in team.text("Maria", "what does Tom need?")


def test_a_colleagues_customer_is_not_told(team):
    assert "docks" not in team.text("Lena", "what does Dana need?")
