"""A known company's first word with another second word is another company: asked about, never logged. Thu 12 March 2026."""

import pytest

from bot.cards import plain_text
from tests.settled import settled
from tests.team import Team

ONE_DATABASE = True


@pytest.fixture
@settled
def team(database) -> Team:
    team = Team(database)
    team.say("Tom", "new Kestrel Works")
    team.say("Tom", "logcall Kestrel Works: Dana Reyes said ok, I send the quote Fri")
    return team


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("logcall Kestrel Foods: sent pricing", "Kestrel Foods"), ("logcall Kestrel Rose: sent pricing", "Kestrel Rose"), ("logcall Kestrel Seattle - he signs today", "Kestrel Seattle"),
        ("logcall kestrel marine: Dana signs today", "kestrel marine"), ("logcall Kestrel Food Group: Dana said we sign", "Kestrel Food Group"), ("logcall Kestrel & Sons: sent it", "Kestrel & Sons"),
        ("logcall Kestrel Foods said ok, I send the quote Fri", "Kestrel Foods"), ("Kestrel Foods: sent pricing", "Kestrel Foods"), ("Kestrel Steel said ok, I send the quote Fri", "Kestrel Steel"),
        ("Dana at Kestrel Marine said ok, I send the quote Fri", "Kestrel Marine"), ("Kestrel Group signs by Fri", "Kestrel Group"), ("spoke to Kestrel Foods, they want a quote by Fri", "Kestrel Foods"),
        ("give Kestrel Foods to Maria", "Kestrel Foods"), ("value Kestrel Foods 12k", "Kestrel Foods"), ("later Kestrel Partners Thu", "Kestrel Partners"),
    ],
)  # fmt: skip
def test_another_second_word_is_asked_about(team, line, name):
    said = team.text("Tom", line)
    assert f"Which one is “{name}”?" in said
    assert "Kestrel Works (Tom Becker)" in said
    assert "a new deal" in said


@pytest.mark.parametrize(
    "line",
    [
        "Kestrel: sent pricing", "kestrel wks: sent pricing", "Kestrel Worsk: sent pricing", "Kestrel Works Ltd: sent pricing", "Kestrel Dana: sent pricing", "Kestrel Works Dana: sent pricing",
        "Kestrel Reyes: sent pricing", "Kestrel's Dana: sent pricing", "Kestrel Martin: sent pricing", "Kestrel CFO: no budget", "Kestrel update: sent pricing", "Kestrel Update: sent pricing",
        "Kestrel Tue: sent pricing", "kestrel pricing: too dear", "Kestrel VM: left", "Kestrel Finance: no budget", "kestrel parts order is late, she signs Fri", "Kestrel Said: no budget",
    ],
)  # fmt: skip
def test_what_is_no_second_word_is_logged_as_before(team, line):
    assert "Logged: Kestrel Works" in team.text("Tom", f"logcall {line}")


def test_the_whole_of_a_known_name_takes_anybody_behind_it(team):
    team.say("Tom", "new Heron")
    assert "Logged: Heron, Bjarne" in team.text("Tom", "logcall Heron Bjarne: likes it")


def test_of_several_lines_those_of_another_company_wait(team):
    said = team.text("Tom", "logcall\nKestrel Bakery: sent pricing\nKestrel Works: he signs Fri")
    assert "“Kestrel Bakery: sent pricing”: Which one is “Kestrel Bakery”?" in said
    assert "Kestrel Works, Bakery" not in said


def test_the_press_says_which_company_it_is(team):
    asked = team.say("Tom", "logcall Kestrel Foods: sent pricing")
    assert "Logged: Kestrel Works, Dana" in plain_text(team.press(asked, "This one").card)
    assert "Logged: Kestrel Works, Dana" in team.text("Tom", "logcall Kestrel Foods: we spoke of colours")
    asked = team.say("Tom", "logcall Kestrel Marine: sent pricing")
    assert "Logged: Kestrel Marine, call" in plain_text(team.press(asked, "None of these: a new deal").card)


def test_a_person_behind_the_first_word_is_kept_as_one(team):
    asked = team.say("Tom", "logcall Kestrel Bjarne: likes it, he signs Fri")
    assert "Logged: Kestrel Works, Bjarne" in plain_text(team.press(asked, "This one").card)


@pytest.mark.parametrize("name", ["Cedar Works", "Ivy Works", "Zeta Works Ltd"])
def test_a_word_for_its_kind_makes_no_two_companies_alike(team, name):
    said = team.text("Tom", f"logcall {name}: sent pricing")
    assert f"[Create “{name}”:" in said
    assert "Kestrel" not in said


@pytest.mark.parametrize("name", ["Kestral Works", "Kestrel Wroks", "Works Kestrel", "Kestrels Works"])
def test_a_slip_in_its_own_word_is_still_seen_through(team, name):
    said = team.text("Tom", f"logcall {name}: sent pricing")
    assert "Kestrel Works" in said
    assert "A new one?" not in said


@pytest.mark.parametrize(
    "name", ["Kestrel Marine", "Kestrel Decking", "Kestrel Mayfair", "Kestrel March", "kestrel Junction"]
)
def test_a_month_in_its_second_word_is_no_day(team, name):
    said = team.text("Tom", f"where are we on {name}?")
    assert f"Which one is “{name}”?" in said
    assert "[Create “Sable Augusta”:" in team.text("Tom", "where are we on Sable Augusta?")


@pytest.mark.parametrize(
    "asked",
    [
        "Kestrel Works February",
        "Dana Reyes in February",
        "Kestrel in February",
        "Kestrel in Feb.",
        "Kestrel feb 2026",
        "Kestrel on 28 Feb",
    ],
)
def test_a_month_behind_the_whole_name_or_an_in_is_one(team, asked):
    assert "on Sat 28 February" in team.text("Tom", f"where were we on {asked}")
