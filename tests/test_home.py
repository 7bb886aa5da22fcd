"""Home, and the list that is asked for, say what the morning's list says: who asks for help, and what there is beside it."""

from datetime import timedelta

import pytest

from bot.cards import plain_text
from tests.settled import settled
from tests.team import Clock, Team


@pytest.fixture
@settled
def team(database) -> Team:
    team = Team(database, Clock())
    for deal in ("Acme", "Brio", "Zorbo"):
        team.say("Tom", f"new {deal}")
    return team


def home(team: Team, who: str) -> str:
    return "\n\n".join(plain_text(card) for card in team.app.home(team.organisation_id, team.member(who).id))


@pytest.mark.parametrize("where", ["home", "followups"])
def test_who_leads_reads_who_needs_their_help(team, where):
    told = (lambda: home(team, "Maria")) if where == "home" else (lambda: team.text("Maria", "followups"))
    assert "A clear day." in told()
    team.say("Tom", "help me on Acme: they want a discount")
    assert "Tom needs your help; no deal of your own is due." in told()
    assert "Tom asks for your help on Acme" in told()
    assert "help" not in home(team, "Lena"), "a colleague reads nothing of it"
    team.say("Maria", "helped Acme: give them five percent")
    assert "A clear day." in told()


def test_the_team_card_names_who_asks(team):
    team.say("Tom", "help me on Acme")
    assert "Tom Becker: asks for your help on Acme, 3 open" in team.text("Maria", "where is my team?")
    for deal in ("Brio", "Zorbo"):
        team.say("Tom", f"help me on {deal}")
    assert "asks for your help on Acme, Brio and one more" in home(team, "Maria")


def test_what_comes_says_nothing_of_calls_where_today_is_full_and_nothing_else_is_planned(team):
    team.say("Tom", "logcall Acme: I send the plan tomorrow")
    team.clock.at += timedelta(days=1)
    told = team.text("Tom", "upcoming")
    assert "3 on today's list are still open" in told
    assert "Nothing else is planned yet. A next step or a promise with a later day comes here." in told
