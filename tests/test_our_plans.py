"""What only we mean to do: it stands on its day as we plan it, and no call is logged. Today is Mon 30 November 2026."""

from datetime import UTC, datetime

import pytest

from bot.reading.plain.ourplans import our_plans
from tests.settled import settled
from tests.team import Clock, Team

ONE_DATABASE = True


@pytest.fixture
@settled
def team(database) -> Team:
    team = Team(database, Clock(datetime(2026, 11, 30, 8, 30, tzinfo=UTC)))
    team.say("Tom", "new deal with Vantaa Dental, Karin Lind")
    return team


@pytest.mark.parametrize(
    ("line", "step"),
    [
        ("call karin tue 10:00 about the price", "call on Tue 1 December at 10:00: about the price"),
        ("call karin wed re contract", "call on Wed 2 December: re contract"),
        ("call karin back thu about the wifi", "call on Thu 3 December: about the wifi"),
        ("call karin thu", "call on Thu 3 December"),
        ("tmrw call karin about the price", "call on Tue 1 December: about the price"),
        ("call karin about the price tmrw", "call on Tue 1 December: about the price"),
        ("thu 10:00 ring karin regarding the wifi", "call on Thu 3 December at 10:00: regarding the wifi"),
        ("fri mail karin about the price", "you will mail Karin about the price, Fri 4 December"),
        ("ring karin tmrw", "call on Tue 1 December"),
        ("must ring karin thu", "call on Thu 3 December"),
        ("i need to call karin mon", "call on Mon 7 December"),
        ("we should phone karin next week", "call on Mon 7 December"),
        ("meet karin thu 10.30", "meeting on Thu 3 December at 10:30"),
        ("meet karin thu kl 14", "meeting on Thu 3 December at 14:00"),
        ("visit karin fri 9am", "visit on Fri 4 December at 09:00"),
        ("put vantaa on wed 17:00", "call on Wed 2 December at 17:00"),
        ("need to mail karin the specs fri", "you will mail Karin the specs, Fri 4 December"),
        ("todo: mail karin the leaflet", "you will mail Karin the leaflet"),
        ("don't forget to send karin the drawings tomorrow", "you will send Karin the drawings, Tue 1 December"),
        ("text karin tomorrow", "you will text Karin, Tue 1 December"),
        ("send karin the brochure fri and call her mon", "you will send Karin the brochure, Fri 4 December"),
        ("send karin the brochure fri and call her mon", "call on Mon 7 December"),
    ],
)
def test_it_stands_on_its_day_and_nobody_was_spoken_with(team, line, step):
    answer = team.text("Tom", line)
    assert step in answer
    assert "Logged" not in answer
    where = team.text("Tom", "where vantaa")
    assert "Last contact: none on record" in where
    assert ", agreed" not in where
    is_promised = "We promised: nothing open" not in where
    assert is_promised if step.startswith("you will") else ", as you plan it" in where


@pytest.mark.parametrize("line", ["tmrw call karin about the price", "call karin tmrw 10:00 about the price"])
def test_what_it_is_about_stands_in_the_lists_and_where_the_deal_stands(team, line):
    team.say("Tom", line)
    for asked in ("upcoming", "where vantaa"):
        assert "about the price" in team.text("Tom", asked)
    team.forward(days=1)
    assert "about the price" in team.text("Tom", "followups")


@pytest.mark.parametrize("line", ["put vantaa on monday 14", "put vantaa on tue 15"])
def test_what_may_be_a_day_or_an_hour_is_asked(team, line):
    assert "may be a day or an hour" in team.text("Tom", line)


def test_an_hour_of_ours_leads_the_list_of_its_day(team):
    team.say("Tom", "ring karin tmrw 10:00")
    team.forward(days=1)
    assert "Set for today" in team.text("Tom", "followups")


@pytest.mark.parametrize(
    "line",
    [
        "called karin, she wants it thu", "call with karin fri went well", "call from karin, wants a price by fri", "meet with karin went well",
        "mail from karin: ok", "call karin yesterday", "call karin thu, he wants a discount", "call karin: she signs fri", "call karin",
        "call karin today about the price", "send karin the brochure", "must be nice to be karin", "fri call with karin", "fri visit karin went well", "fri call karin, 2 seats", "karin sends the plan fri", "text: karin wants it fri",
    ],
)  # fmt: skip
def test_what_took_place_is_no_plan(line):
    assert our_plans(line) == ()
