"""After something sad a deal rests: until the day that was named, else for the long gap; nobody is chased by name then."""

import pytest

from tests.settled import settled
from tests.team import Team

ONE_DATABASE = True


@pytest.fixture
@settled
def team(database) -> Team:
    team = Team(database)  # Thu 12 March 2026
    team.say("Tom", "new Brio, pumps")
    team.say("Tom", "logcall Brio: Ines will send the drawings by Mon")
    return team


@pytest.mark.parametrize(
    ("line", "on"),
    [
        ("logcall Brio: Ines died", "Thu 26 March"), ("ines passed away", "Thu 26 March"),
        ("logcall Brio: her father died", "Thu 26 March"), ("Brio: Ines lost her husband", "Thu 26 March"),
        ("Brio: Ines's dad died, leave her be for 3 wks", "Thu 2 April"),
        ("logcall Brio: her mum passed away, leave her in peace for a week", "Thu 19 March"),
        ("logcall Brio: Ines had a stroke, no calls for a month", "Mon 13 April"),
    ],
)  # fmt: skip
def test_a_deal_rests(team, line, on):
    assert f"Back on your list: {on}" in team.logged(line)
    team.forward(days=6)
    assert "Brio" not in team.text("Tom", "today")


def test_what_was_promised_before_is_not_asked_for_behind_the_rest(team):
    team.say("Tom", "logcall Brio: Ines died")
    team.forward(days=14)
    told = team.text("Tom", "today")
    assert "Ines has died. Send nothing for now; in a few weeks, ask gently who looks after this." in told
    assert "drawings" not in told
    assert "nothing is asked of them for a while" in team.text("Tom", "why Brio")


def test_what_comes_later_or_is_of_somebody_else_holds(team):
    team.say("Tom", "logcall Brio: Ines's mother died")
    team.say("Tom", "logcall Brio: spoke to Ines, she sends the drawings Tue")
    team.forward(days=6)
    assert "Brio, Ines: send the drawings, 1 day late" in team.text("Tom", "today")


def test_our_own_promise_keeps_its_day(team):
    team.say("Tom", "logcall Brio: I send the price by Mon")
    team.say("Tom", "logcall Brio: Ines is in hospital")
    team.forward(days=6)
    assert "send the price, 2 days late" in team.text("Tom", "today")


def test_what_is_agreed_with_who_is_ill_or_told_beside_it_keeps_its_day(team):
    team.say("Tom", "new Cato, tiles")
    team.say("Tom", "logcall Cato: spoke to Ana, call Wed 18 March 10:00")
    team.say("Tom", "logcall Cato: Ana has the flu")
    team.say("Tom", "new Dune, sails")
    assert "Mon 23 March" in team.logged("logcall Dune: Eva is off sick, she sends the sketch by Fri 20 March")
    team.forward(days=6)
    assert "Cato" in team.text("Tom", "today")
