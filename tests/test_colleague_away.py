"""A rep who is away or has left, told in plain words: who covers, or who gets the deals, is a press away; rights decide."""

from datetime import UTC, datetime

import pytest

from tests.settled import settled
from tests.team import Clock, Team

ONE_DATABASE = True


@pytest.fixture
@settled
def team(database) -> Team:
    team = Team(database, Clock(datetime(2026, 12, 2, 9, tzinfo=UTC)))  # a Wednesday
    team.say("Omar", "new deal with Kent, Ken Bo")
    team.say("Omar", "logcall Kent: I send the price by Fri")
    return team


@pytest.mark.parametrize(
    ("line", "days"),
    [
        ("omar is off sick until friday", "until Fri 4 December"),
        ("Omar is ill until wednesday", "until Wed 9 December"),
        ("omar is sick today", "until Thu 3 December"),
        ("omar haddad called in sick today", "until Thu 3 December"),
        ("omar is on sick leave until the 14th", "until Mon 14 December"),
        ("omar is on holiday next week", "from Mon 7 December until Mon 14 December"),
        ("omar is off from 14 to 18 december", "from Mon 14 December until Mon 21 December"),
        ("omar is out for two weeks", "until Wed 16 December"),
        ("omar is away from tuesday til friday", "from Tue 8 December until Fri 11 December"),
        ("omar is away from tuesday til thursday", "from Tue 8 December until Thu 10 December"),
    ],
)
def test_a_leader_lets_somebody_cover_by_one_press(team, line, days):
    asked = team.say("Maria", line)
    assert "Who covers Omar?" in str(asked.card)
    assert "nothing is changed until you press" in str(asked.card)
    assert f"Lena covers Omar {days}" in str(team.press(asked, "Lena Vogt", "Maria").card)


@pytest.mark.parametrize("line", ["omar has left", "omar is leaving", "omar quit", "omar left us on friday"])
def test_who_has_left_gives_everything_by_presses(team, line):
    asked = team.say("Maria", line)
    assert "Who gets Omar's one deal?" in str(asked.card)
    assert "Nothing is changed yet" in str(team.press(asked, "Lena Vogt", "Maria").card)


def test_without_a_day_it_is_asked_for(team):
    assert "Until when is Omar away?" in team.text("Maria", "omar is ill")


def test_who_does_not_lead_them_may_offer_and_nothing_more(team):
    offered = team.say("Lena", "omar is off sick until friday")
    assert "Omar, or whoever leads Omar, says who covers." in str(offered.card)
    assert "Maria is asked" in str(team.press(offered, "Offer to cover Omar", "Lena").card)
    assert "Omar's deals are not yours to hand over." in team.text("Lena", "omar has left")


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        ("ken is away until friday", "Kent: Ken is back Fri"),
        ("omar left a voicemail for kent", "Log that with Kent?"),
        ("ken has left", "Kent"),
        ("ken off sick this week", "Kent: Ken is back Mon 7 December"),
    ],
)
def test_a_customer_and_what_somebody_left_stay_what_they_are(team, line, answer):
    said = team.text("Maria", line)
    assert answer in said
    assert "Who " not in said


def test_a_customer_of_the_same_name_comes_first(team):
    team.say("Tom", "new deal with Umbra, Omar Said")
    assert "Umbra: Omar is back Fri 4 December" in team.text("Tom", "omar is away until friday")


def test_who_is_away_names_those_too_who_will_be(team):
    team.say("Omar", "away from Mon 14 Dec until Fri 18 Dec")
    team.say("Omar", "logcall Kent: Ken is away from Mon 7 Dec until Thu 10 Dec")
    said = team.text("Maria", "who's away")
    assert said.startswith("Nobody is away today; to come: 2")
    assert "Omar: of your team, off from Mon 14 December to Thu 17 December" in said
    assert "Kent (Omar): Ken, from Mon 7 December, back Thu 10 December" in said
    team.forward(days=6)
    said = team.text("Maria", "who's away")
    assert said.startswith("Away: 2")
    assert "Kent (Omar): Ken back Thu 10 December" in said


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("lena covers me tomorrow", "Lena covers you from Thu 3 December until Fri 4 December"),
        ("Lena will cover for me on friday", "Lena covers you from Fri 4 December until Mon 7 December"),
        ("lena is covering for me next week", "Lena covers you from Mon 7 December until Mon 14 December"),
        ("lena covers me today", "Lena covers you until Thu 3 December"),
    ],
)
def test_who_covers_oneself_is_said_with_the_days_alone(team, line, told):
    assert told in team.text("Tom", line)


@pytest.mark.parametrize("line", ["lena covers the costs tomorrow", "ken covers me tomorrow", "lena covers me nicely"])
def test_nobody_covers_who_is_no_colleague_or_on_no_day(team, line):
    assert "covers you" not in team.text("Tom", line)
