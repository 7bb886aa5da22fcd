"""Until somebody is back no day before is offered for a call with them; who stands in is rung meanwhile. Today is Thu 12 March 2026."""

import pytest

from tests.team import Team

ONE_DATABASE = True


@pytest.fixture
def team(sqlite_url, open_database):
    team = Team(open_database(sqlite_url))
    team.say("Tom", "new Osprey, 40 seats")
    team.say("Tom", "deal contact Osprey: Dana Reyes")
    return team


@pytest.mark.parametrize(
    "line",
    [
        "Osprey: Dana is out until 6 April", "Osprey: Dana's on leave until 6 April", "Osprey: Dana away til 6 April, likes the quote",
        "called Osprey, Dana's on hols till the 6th of April", "Osprey: no answer, colleague says she's away until 6 April",
        "Osprey: no answer, his deputy says Dana is off until 6 April", "Osprey: Dana not back until 6 April", "Osprey: Dana back from leave 6 April",
    ],
)  # fmt: skip
def test_no_day_before_is_offered(team, line):
    answer = team.text("Tom", line)
    assert "Log that with" not in answer
    offered = team.text("Tom", "next Osprey")
    assert "Tue 7 April" in offered  # Monday is Easter Monday
    assert "March" not in offered


def test_a_talk_on_the_day_on_which_it_was_told_brings_nobody_back(team):
    team.say("Tom", "Osprey: Dana is out until 6 April")
    assert "Tue 7 April" in team.text("Tom", "talked to Dana at Osprey, she likes it")
    team.forward(days=1)
    assert "Back on your list: Thu 19 March" not in team.text("Tom", "talked to Dana at Osprey, she has read the quote")
    assert "Fri 20 March" in team.text("Tom", "next Osprey")


def test_who_tells_of_anothers_absence_is_not_away(team):
    team.say("Tom", "talked to Dana at Osprey today, she sends the counts by 20 March")
    team.say("Tom", "deal contact Osprey: Jo Black")
    told = team.logged("Osprey: Jo says Dana is away until 6 April")
    assert "Osprey, Jo, call" in told
    assert "away until" not in team.logged("Osprey: Jo says she sends it on 6 April")


def test_what_a_yes_would_keep_names_the_absence(team):
    asked = team.text("Tom", "Osprey: spoke to Piet, Dana is on holiday until 6 April, Piet wants the quote")
    assert "Log that with" in asked
    assert "Dana away until Mon 6 April" in asked


@pytest.mark.parametrize(
    "line",
    [
        "Osprey: Dana on maternity leave, Milan takes over", "Osprey: Dana's on maternity leave from Monday, Milan takes over",
        "Osprey: Dana is on mat leave until September, Milan is covering for her", "Osprey: Dana off sick until May, Milan is standing in for her",
        "Osprey: Dana on parental leave, deal with Milan from now on",
    ],
)  # fmt: skip
def test_who_takes_over_is_the_contact_of_the_next_call(team, line):
    team.say("Tom", "talked to Dana at Osprey today, she sends the counts by 20 March")
    assert "Logged: Osprey, Milan" in team.text("Tom", line)
    assert "March" in team.text("Tom", "next Osprey")
    team.forward(days=7)
    assert "Words for Osprey, Milan" in team.text("Tom", "words Osprey")


@pytest.mark.parametrize("company", ["Osprey", "osprey"])
def test_a_company_that_was_called_is_nobody(team, company):
    answer = team.text("Tom", f"called {company}, they want the quote")
    assert "Logged: Osprey, Dana, call" in answer


@pytest.mark.parametrize(
    ("line", "first"),
    [
        ("Osprey: Dana is out next week", "Fri 13 March"), ("dana out all this week", "Mon 16 March"), ("Osprey: Dana's off for the whole of next week, likes it", "Fri 13 March"),
        ("Osprey: Dana back next week", "Mon 16 March"),
    ],
)  # fmt: skip
def test_a_week_away_ends_on_its_monday(team, line, first):
    team.logged(line)
    offered = team.text("Tom", "next Osprey")
    assert first in offered
    assert "Thu 19 March" not in offered or "back" in line or "this week" in line


@pytest.mark.parametrize(
    "line", ["Dana on leave, Milan is covering for her", "dana is on leave, Milan covers for her", "Osprey Dana off sick, Milan is covering"]
)  # fmt: skip
def test_who_is_away_is_named_in_the_note_of_who_covers(team, line):
    team.say("Tom", "talked to Dana at Osprey today, she sends the counts by 20 March")
    answer = team.logged(line)
    assert "Logged: Osprey, Milan" in answer
    assert "Noted: Dana " in answer
