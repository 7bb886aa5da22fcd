"""A meeting that is moved with no company told, and another day for what was only offered: nothing is changed before the press. Thu 12 March 2026."""

import pytest

from tests.settled import settled
from tests.team import Team

ONE_DATABASE = True
_KESTREL = "logcall Kestrel: Ann Bell agreed to a visit on 10 Dec at 11:00"
_LARCH = "logcall Larch: Jo Lind agreed to a visit on 11 Dec"


@pytest.fixture
@settled
def team(database) -> Team:
    team = Team(database)
    team.say("Tom", "new Kestrel")
    team.say("Tom", "new Larch")
    return team


def _next(team: Team, deal: str = "kestrel") -> str:
    return team.text("Tom", f"where {deal}").partition("Next:")[2].partition("\n")[0]


@pytest.mark.parametrize(
    "line",
    [
        "push the visit to 17 Dec", "move the visit to 17 Dec", "visit's been moved to 17 Dec", "the visit got pushed back to 17 Dec",
        "they want to move the visit to 17 Dec", "can we shift the visit to 17 Dec", "the meeting was moved to 17 Dec",
    ],
)  # fmt: skip
def test_the_one_that_is_agreed_is_offered(team, line):
    team.say("Tom", _KESTREL)
    offer = team.say("Tom", line)
    assert "10 December" in _next(team)
    team.press(offer, "Yes, Thu 17 December at 11:00")
    assert "visit Thu 17 December 11:00" in _next(team)


def test_of_several_which_one_is_asked(team):
    team.say("Tom", _KESTREL)
    team.say("Tom", _LARCH)
    team.forward(minutes=1)
    team.say("Tom", "move the visit to 17 Dec")
    asked = team.say("Tom", "no, the 18th")
    assert "10 December" in _next(team)
    team.press(asked, "Larch: Fri 11 December to Fri 18 December")
    assert "10 December" in _next(team)
    assert "visit Fri 18 December" in _next(team, "larch")


def test_of_two_readings_of_the_day_which_one_is_asked(team):
    team.say("Tom", _KESTREL)
    said = team.text("Tom", "move the visit to next Friday")
    assert "Kestrel: Thu 10 December to Fri 13 March" in said
    assert "Kestrel: Thu 10 December to Fri 20 March" in said


@pytest.mark.parametrize("line", ["push the visit to 17 Dec", "the call's been moved to Monday"])
def test_where_none_is_agreed_the_company_is_asked_for(team, line):
    assert "Name the company" in team.text("Tom", line)


@pytest.mark.parametrize("line", ["move the goalposts to Friday", "moved the price list to Friday"])
def test_what_is_no_meeting_is_not_offered(team, line):
    team.say("Tom", _KESTREL)
    assert "instead of" not in team.text("Tom", line)


@pytest.mark.parametrize(
    ("line", "then"),
    [
        ("push the visit to 16 Dec", "the visit on Fri 18 December at 11:00, instead of Thu 10 December 11:00?"),
        ("Ann wants the visit a day later", "the visit on Fri 18 December at 11:00"),
        ("Ann wants to move the visit to 16 Dec", "Ann wants to move the visit to 18 December”. Log it?"),
    ],
)
def test_another_day_behind_an_offer_changes_the_offer_alone(team, line, then):
    team.say("Tom", _KESTREL)
    team.say("Tom", line)
    assert then in team.text("Tom", "no, the 18th")
    assert "10 December" in _next(team)
    team.say("Tom", "yes")
    assert "18 December" in _next(team)


@pytest.mark.parametrize(("day", "stands"), [("no, the 17th", "Thu 17 December"), ("sorry, the 22nd", "Tue 22 December"), ("no, 3 April", "Fri 3 April")])  # fmt: skip
def test_a_day_of_the_month_is_near_the_one_that_it_puts_right(team, day, stands):
    team.say("Tom", _KESTREL)
    team.say("Tom", day)
    assert f"visit {stands}" in _next(team)
