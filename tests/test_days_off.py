"""No day is offered on which one of the two is off, and what is agreed for a day off of one's own is said."""

from datetime import UTC, date, datetime

import pytest

from bot.cards import Line
from bot.worktime import holiday
from tests.settled import settled
from tests.team import Team

ONE_DATABASE = True


@pytest.fixture
@settled
def team(database):
    team = Team(database)
    for line in ("new deal with Bluepeak, Marcus Hale", "new deal with Tyrell, Rachael Rosen"):
        team.say("Tom", line)
    return team


def at(team, day, month, year=2026):
    team.clock.at = datetime(year, month, day, 11, tzinfo=UTC)


@pytest.mark.parametrize("line", ["logcall bluepeak: marcus likes it", "next bluepeak", "logcall bluepeak: marcus sends the counts"])  # fmt: skip
def test_no_public_holiday_is_offered(team, line):
    at(team, 18, 12)
    said = team.text("Tom", line)
    assert "Fri 25 December" not in said
    assert "[Tue 29 December" in said


def test_no_public_holiday_of_theirs_is_offered(team):
    team.say("Tom", "deal contact bluepeak: Marcus Hale, 555 0101, Europe/Berlin")
    at(team, 24, 4)
    assert "Fri 1 May" not in team.text("Tom", "logcall bluepeak: marcus likes it")


def test_no_day_off_of_ones_own_is_offered(team):
    team.say("Tom", "i'm off friday 20 march")
    at(team, 16, 3)
    said = team.text("Tom", "logcall bluepeak: marcus likes it")
    assert "Fri 20 March" not in said
    assert "[Mon 23 March" in said


def test_no_text_proposes_a_day_off_of_ones_own(team):
    team.say("Tom", "logcall bluepeak: marcus sends the counts by tue 17 march")
    at(team, 18, 3)
    assert "call you on Friday" in team.text("Tom", "words bluepeak")
    team.say("Tom", "i'm off friday")
    assert "call you on Monday" in team.text("Tom", "words bluepeak")


@pytest.mark.parametrize("country", ["GB", "UK", "United Kingdom", "england"])
def test_easter_monday_is_a_holiday_wherever_most_of_a_country_has_it(team, country):
    team.say("Tom", f"settings holidays {country}")
    at(team, 18, 12)
    assert "Tue 30 March 2027" in team.text("Tom", "later bluepeak after easter")
    assert "Tue 30 March 2027" in team.text("Tom", "logcall tyrell: she'll decide after Easter")


def test_scotland_has_its_own():
    assert not holiday(date(2027, 3, 29), "GB-SCT")
    assert holiday(date(2027, 3, 29), "GB")


@pytest.mark.parametrize(
    ("off", "line"),
    [
        ("i'm off friday", "next bluepeak fri 11am"),
        ("i'm off friday", "logcall bluepeak: marcus wants a price list, i'll call him fri 11am with it"),
        ("away from 19 march until 23 march", "next bluepeak fri 11am"),
    ],
)
def test_a_step_on_a_day_off_is_kept_and_said(team, off, line):
    at(team, 16, 3)
    team.say("Tom", off)
    told = team.say("Tom", line)
    assert "Fri 20 March is your day off." in str(told.card)
    assert "call Fri 20 March" in team.text("Tom", "where bluepeak")
    assert "Mon 23 March at 11:00" in str(team.press(told, "Mon 23 March 11:00").card)
    assert "20 March" not in team.text("Tom", "where bluepeak").split("Next:")[1].split("\n")[0]


@pytest.mark.parametrize(
    ("line", "why", "instead"),
    [
        ("next bluepeak demo 3 april 10:00", "Fri 3 April is a public holiday, Good Friday.", "Tue 7 April 10:00"),
        ("next bluepeak sat 21 march", "Sat 21 March is no working day of yours.", "Mon 23 March"),
    ],
)
def test_a_step_on_another_day_without_a_list_is_said_as_well(team, line, why, instead):
    told = team.say("Tom", line)
    assert why in str(told.card)
    assert instead in str(team.press(told, instead).card).replace(" at ", " ")


@pytest.mark.parametrize("promise", ["i send the plan thu", "marcus sends the counts thu"])
def test_a_promise_moved_to_a_day_without_a_list_is_kept_and_said(team, promise):
    at(team, 18, 3)
    team.say("Tom", f"logcall bluepeak: {promise}")
    at(team, 20, 3)
    why = "Sat 21 March is no working day of yours. It comes with the list of Mon 23 March."
    on_the_list = str(team.say("Tom", "promise moved bluepeak tomorrow", on="followups").card)
    assert why in on_the_list
    assert "now Sat 21 March" in on_the_list
    team.say("Tom", "undo")
    moved = team.say("Tom", "promise moved bluepeak tomorrow")
    assert why in str(moved.card)
    assert "now Mon 23 March" in str(team.press(moved, "Mon 23 March").card)


@pytest.mark.parametrize("promise", ["i send the plan thu", "marcus sends the counts thu"])
def test_a_button_offers_the_next_working_day(team, promise):
    at(team, 18, 3)
    team.say("Tom", f"logcall bluepeak: {promise}")
    at(team, 20, 3)  # a Friday
    line = next(block for block in team.say("Tom", "followups").card.blocks if isinstance(block, Line))
    labels = {button.label: button.command for button in line.more}
    assert "Moved to tomorrow" not in labels
    moved = str(team.say("Tom", labels["Moved to Mon 23 March"], on="followups").card)
    assert "now Mon 23 March" in moved
    assert "no working day" not in moved


def test_a_button_passes_over_a_day_off_and_a_holiday(team):
    team.say("Tom", "away 19 March to 19 March")
    at(team, 16, 3)
    team.say("Tom", "logcall bluepeak: i send the plan wed")
    at(team, 18, 3)
    line = next(block for block in team.say("Tom", "followups").card.blocks if isinstance(block, Line))
    assert "Moved to Fri 20 March" in [button.label for button in line.more]


@pytest.mark.parametrize("line", ["next bluepeak fri 11am", "later bluepeak fri", "logcall bluepeak: no answer"])
def test_a_working_day_is_not_remarked_on(team, line):
    at(team, 16, 3)
    assert "day off" not in team.text("Tom", line)


def test_for_a_colleagues_deal_the_days_of_its_owner_count(team):
    at(team, 16, 3)
    team.say("Tom", "i'm off friday")
    assert "Fri 20 March is Tom's day off." in team.text("Maria", "next bluepeak fri 11am")


@pytest.mark.parametrize(("off", "days"), [("i'm off friday", 1), ("away from 19 march until 24 march", 2)])
def test_whoever_takes_days_off_reads_what_is_agreed_for_them(team, off, days):
    at(team, 16, 3)
    team.say("Tom", "next bluepeak demo fri 11am")
    team.say("Tom", "next tyrell mon 23 march 9am")
    team.say("Tom", "logcall tyrell: i send the quote by fri 20 march")
    told = team.say("Tom", off)
    said = str(told.card)
    assert "Agreed for those days" in said if days > 1 else "Agreed for that day" in said
    assert "Bluepeak, Marcus: demo Fri 20 March at 11:00" in said
    assert "Tyrell, Rachael: you promised to send the quote" in said
    assert ("call Mon 23 March at 9:00" in said.replace("09:00", "9:00")) == (days > 1)
    instead = "Mon 23 March 11:00" if days == 1 else "Tue 24 March 11:00"
    team.press(told, instead)
    assert f"demo {instead}" in team.text("Tom", "where bluepeak")


def test_nothing_agreed_nothing_said(team):
    at(team, 16, 3)
    team.say("Tom", "next bluepeak thu 11am")
    assert "Agreed" not in team.text("Tom", "i'm off friday")


def test_a_day_off_stands_beside_its_day_in_what_is_to_come(team):
    at(team, 16, 3)
    team.say("Tom", "next bluepeak fri 11am")
    team.say("Tom", "i'm off friday")
    assert "Fri 20 March, your day off" in team.text("Tom", "upcoming")


@pytest.mark.parametrize(
    ("line", "back"),
    [
        ("away from 7 to 11 december", "Mon 14 December"), ("away 7 to 11 december", "Mon 14 December"), ("i'm off 7-11 december", "Mon 14 December"),
        ("away 7-11 dec", "Mon 14 December"), ("i'm on leave from monday to wednesday", "Thu 10 December"), ("away monday to wednesday", "Thu 10 December"),
        ("away from 3 december to 7 december", "Tue 8 December"), ("away from 3 december until 7 december", "Mon 7 December"),
        ("on holiday from 3 december till the 7th", "Mon 7 December"),
        ("away between 7 and 11 december", "Mon 14 December"), ("i'm off between 7 and 11 december", "Mon 14 December"),
        ("away between monday and friday", "Mon 14 December"), ("away dec 7-11", "Mon 14 December"), ("away 7 till 11 december", "Fri 11 December"),
        ("away from monday until friday", "Fri 11 December"),
    ],
)  # fmt: skip
def test_from_a_day_to_a_day_has_the_last_as_well_and_until_a_day_has_not(team, line, back):
    at(team, 1, 12)
    assert f"your first day back is {back}" in team.text("Tom", line)


@pytest.mark.parametrize(
    ("line", "back"),
    [("away tomorrow", "Tue 17 March"), ("away until friday", "Fri 20 March"), ("i'm off on friday", "Mon 23 March")],
)
def test_whoever_takes_days_off_reads_on_which_day_they_are_back(team, line, back):
    at(team, 16, 3)
    assert f"your first day back is {back}" in team.text("Tom", line)


@pytest.mark.parametrize("said", ["through friday", "thru friday", "to friday", "to the 4th", "up to and including friday", "until and including friday"])  # fmt: skip
@pytest.mark.parametrize("line", ["away {}", "i'm off {}"])
def test_to_a_day_begins_today_and_has_that_day(team, line, said):
    at(team, 1, 12)
    told = team.text("Tom", line.format(said))
    assert "You are away from Tue 1 December to Fri 4 December." in told
    assert "your first day back is Mon 7 December" in told


@pytest.mark.parametrize("line", ["away Monday-Friday", "away mon-fri", "i'm off Mon-Fri", "away monday to friday", "away 7 to 11 december"])  # fmt: skip
def test_from_a_day_to_a_day_is_said_with_the_last_one(team, line):
    at(team, 1, 12)
    told = team.text("Tom", line)
    assert "You are away from Mon 7 December to Fri 11 December." in told
    assert "your first day back is Mon 14 December" in told
