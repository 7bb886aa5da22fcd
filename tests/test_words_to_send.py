"""What is offered to be sent is English, and tells of nothing that is over as if it were to come."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.playbook.sayable import may_promise, thing_in
from tests.settled import settled
from tests.team import Clock, Team

ONE_DATABASE = True
TUESDAY = datetime(2026, 12, 8, 12, tzinfo=UTC)


@pytest.fixture
@settled
def team(database) -> Team:
    team = Team(database, Clock(TUESDAY))
    team.say("Tom", "new Brightwater, film line")
    team.say("Tom", "deal contact Brightwater: Anna Müller")
    return team


@pytest.mark.parametrize(
    ("phrase", "thing"),
    [
        ("send me line specs", "the line specs"), ("send us your drawings", "your drawings"), ("send me the PO", "the PO"),
        ("send the drawings over to me", "the drawings"), ("send him the price list", "the price list"),
        ("send die Pläne", ""), ("envoyer le devis", ""), ("send the die plates", "the die plates"),
    ],
)  # fmt: skip
def test_a_thing_is_named_without_to_whom_it_goes(phrase, thing):
    assert thing_in(phrase) == thing


@pytest.mark.parametrize(
    "phrase", ["send das Angebot", "check les plans", "firmare il contratto", "sturen het voorstel"]
)
def test_another_language_stands_in_no_letter_of_ours(phrase):
    assert not may_promise(phrase)


@pytest.mark.parametrize(
    "phrase", ["send the las Vegas photos", "bring the die cutter", "visit the Le Mans site", "pour the new floor"]
)
def test_what_is_english_may(phrase):
    assert may_promise(phrase)


def test_what_came_is_thanked_for_in_english(team):
    team.say("Tom", "logcall Brightwater: Anna will send me line specs by thursday")
    team.say("Tom", "logcall Brightwater: anna sent the line specs")
    told = team.text("Tom", "prep Brightwater") + team.text("Tom", "words Brightwater")
    assert "the line specs" in told
    assert "the me" not in told


def test_half_of_another_language_is_kept_and_not_sent(team):
    told = team.text(
        "Tom", "logcall Brightwater: Herr Weiß schickt mir bis Freitag die Pläne, ich schicke ihm morgen das Angebot"
    )
    assert "send die Pläne" in told
    assert "send das Angebot" in told
    assert not [word for word in ("mir", "ihm", " bis", "I will send", "going to send") if word in told]
    assert (
        "Angebot"
        not in team.text("Tom", "words Brightwater").partition("Do that first")[0].partition("You still owe")[0]
    )


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("anna schickt den vertrag bis freitag", "send den vertrag"),
        ("sie schickt mir die unterlagen bis freitag", "send die unterlagen"),
        ("ik stuur de offerte vrijdag", "send de offerte"),
    ],
)
def test_it_is_seen_in_small_letters_too(team, line, kept):
    told = team.text("Tom", f"logcall Brightwater: {line}")
    assert kept in told
    assert kept not in told.partition("To send")[2]
    assert "the d" not in told


def test_no_smile_is_sent(team):
    told = team.text("Tom", "logcall Brightwater: anna sends the PO 😀 by friday, i send the plan 👍🏽 tomorrow")
    assert "you were going to send the PO by Friday 11 December" in told
    assert "I will send the plan by Wednesday 9 December" in told


def test_a_meeting_that_is_over_is_no_meeting_to_come(team):
    team.say(
        "Tom", "logcall Brightwater: “the film tears”, Anna checks the rolls by thursday, meeting on thursday at 2pm"
    )
    for days in (3, 6, 9):
        team.clock.at = TUESDAY + timedelta(days=days)
        told = (
            team.text("Tom", "followups") + team.text("Tom", "prep Brightwater") + team.text("Tom", "words Brightwater")
        )
        assert "our meeting" not in told
        assert "settled by the end of it" not in told
    assert "meeting Thu 10 December 14:00: did it take place?" in team.text("Tom", "followups")


def test_a_promise_of_an_earlier_talk_is_not_put_into_the_last_one(team):
    team.say("Tom", "logcall Brightwater: Anna gets the roll counts by 18 december")
    team.forward(days=2)
    team.say("Tom", "logcall Brightwater: spoke briefly about the film line")
    team.forward(days=5)
    told = team.text("Tom", "words Brightwater")
    assert "When we spoke on Tuesday" not in told
    assert (
        "Last Thursday we spoke about the film line, and on Tuesday 8 December you were going to get the roll counts"
        in told
    )


@pytest.mark.parametrize("thing", ["SOC2 report", "v3 of the layout", "layout/price sheet"])
def test_what_we_send_is_told_after_you_will_and_in_the_thanks(team, thing):
    """ "You will: I send the SOC2 report", and the thanks left it out."""
    told = team.text("Tom", f"logcall Brightwater: Anna signs on Friday, I send the {thing} tomorrow")
    assert f"You will: send the {thing}, Wed 9 December" in told
    assert f"I will send the {thing} by Wednesday 9 December" in told


def test_what_cannot_be_said_says_once_who_does_it(team):
    told = team.text("Tom", "logcall Brightwater: Anna liked it, I send the 2nd draft tomorrow")
    assert "You will: send the 2nd draft, Wed 9 December" in told
    assert "you promised to: “send the 2nd draft”" in told
