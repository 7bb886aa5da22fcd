"""Lines of a rep in Rotterdam and one in Oslo, through the whole conversation. Today is Thu 12 March 2026."""

import pytest

from tests.settled import settled
from tests.team import Team

ONE_DATABASE = True


@pytest.fixture
@settled
def team(database):
    team = Team(database)
    team.say("Tom", "new deal with Brouwer Kranen, Jan Brouwer")
    team.say("Tom", "new deal with Fjord Kraft, Hilde Moen")
    return team


@pytest.mark.parametrize(
    ("line", "answers"),
    [
        ("logcall Brouwer: offerte stuur ik ma", ("You will: send offerte, Mon 16 March",)),
        ("logcall Brouwer: hij tekent uiterlijk 31/3", ("They will: sign, Tue 31 March",)),
        ("logcall Fjord: skriver under senest fredag", ("They will: sign, Fri 13 March",)),
        ("logcall Fjord: ring igjen etter påske", ("Tue 7 April",)),
        ("logcall Brouwer: bel in mei terug", ("May",)),
    ],
)
def test_it_is_read_back(team, line, answers):
    told = team.logged(line)
    assert [one for one in answers if one not in told] == []


@pytest.mark.parametrize(
    ("line", "deal"),
    [("Jeg er på ferie til 24. mars, kontakt Camilla", "Fjord"), ("ziek, dinsdag 24/3 terug", "Brouwer"), ("Ik ben afwezig tot 24 maart, neem contact op met Camilla", "Brouwer")],
)  # fmt: skip
def test_an_away_mail_is_an_absence_of_whom_we_deal_with(team, line, deal):
    told = team.logged(f"logcall {deal}: {line}")
    assert "24 March" in told
    owner = {"Fjord": "Hilde", "Brouwer": "Jan"}[deal]
    assert owner in team.text("Tom", f"where {deal}")
    assert "Camilla is" not in told


@pytest.mark.parametrize(
    ("line", "asked"),
    [
        ("logcall Brouwer: wil niet meer gebeld worden", "Did they ask not to be contacted?"),
        ("logcall Fjord: ikke ring mer", "Did they ask not to be contacted?"),
        ("logcall Brouwer: 'bórrenme de la lista y no llamen más'", "Did they ask not to be contacted?"),
        ("logcall Fjord: går videre med en annen", "Is the deal lost"),
    ],
)
def test_a_no_is_asked_about(team, line, asked):
    assert asked in team.logged(line)


def test_another_time_is_no_wish_for_silence(team):
    assert "not to be contacted" not in team.logged("logcall Fjord: ikke ring mer før mandag")
