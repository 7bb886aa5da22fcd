"""What is said beside an answer agrees with the lists: nothing is promised for a list on which it will not be, nothing is left out."""

import pytest

from bot.cards import plain_text
from bot.model import Address, Profile
from tests.settled import settled
from tests.team import Team


@pytest.fixture
@settled
def team(database):
    team = Team(database)
    team.say("Tom", "new Harbour Foods")
    return team


@pytest.mark.parametrize("line", ["later Harbour Foods Tue", "remind me to call Harbour Foods on Tuesday"])
def test_a_day_on_a_deal_that_was_won_is_no_day_on_a_list(team, line):
    team.say("Tom", "logcall Harbour Foods: Priya likes it, I send the report tomorrow")
    team.say("Tom", "won Harbour Foods")
    told = team.text("Tom", line)
    assert "on your list" not in told
    assert "put down for Tue 17 March" in told
    assert told.index("on no list: won") < told.index("Your promise comes up before that: send the report")


def test_a_read_back_names_our_promise_that_comes_before_they_are_back(team):
    team.say("Tom", "logcall Harbour Foods: Priya likes it, I send the figures tomorrow")
    told = team.text("Tom", "logcall Harbour Foods: Priya is out until the 30th")
    assert "Back on your list: Mon 30 March" in told
    assert "Your promise comes up before that: send the figures, tomorrow" in told
    team.forward(hours=19)
    assert "send the figures" in team.text("Tom", "followups")


def test_a_read_back_without_one_says_nothing_of_it(team):
    assert "comes up before" not in team.text("Tom", "logcall Harbour Foods: Priya is out until the 30th")
    team.forward(days=4)  # on that day they may still have spoken
    assert "comes up before" not in team.text("Tom", "logcall Harbour Foods: she likes it, I send the plan tomorrow")


def test_calls_that_a_colleague_made_are_no_call_log_of_the_owners(team):
    team.say("Tom", 'logcall Harbour Foods: Priya said "fine"')
    team.say("Tom", "deal give Harbour Foods to Lena")
    told = team.text("Maria", "where is Lena?")
    assert "Lena's call log" not in told
    assert "Source: the call log of Lena's deals" in told


@pytest.mark.parametrize(("is_guest", "told"), [(True, "Is a guest in Slack now"), (False, "Has left Slack")])
def test_whoever_became_a_guest_has_not_left(team, is_guest, told):
    there, ada = Address("slack", "T1", "U1"), Profile("Ada Lane", "Europe/London")
    team.app.join(team.organisation_id, there, ada)
    team.app.describe(team.organisation_id, there, ada, gone=True, is_guest=is_guest)
    assert f"Ada Lane, rep. {told}" in plain_text(team.say("Maria", "people").card)


def test_what_is_left_on_a_friday_comes_again_on_the_next_working_day(team):
    team.say("Tom", "logcall Harbour Foods: I send the figures tomorrow")
    team.forward(hours=19)
    for line in ("upcoming", "what's on tomorrow?"):
        assert "comes again Mon 16 March" in team.text("Tom", line)
    team.forward(days=3)
    assert "comes again tomorrow" in team.text("Tom", "upcoming")
