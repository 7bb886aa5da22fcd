"""What is moved by hours keeps its day, and is counted from the hour that it had. Now it is Thu 12 March 2026, 14:00."""

import pytest

from bot.cards import plain_text
from bot.reading.steps.byhours import by_hours
from tests.team import Team

ONE_DATABASE = True


@pytest.fixture
def team(sqlite_url, open_database):
    team = Team(open_database(sqlite_url))
    team.say("Tom", "new Osprey, 40 seats")
    team.say("Tom", "deal contact Osprey: Dana Reyes")
    return team


def agreed(team: Team) -> str:
    return next(line for line in team.text("Tom", "where are we on Osprey?").split("\n") if line.startswith("Next:"))


@pytest.mark.parametrize(
    ("line", "hour"),
    [
        ("Osprey: pushed the visit an hour later", "12:00"),
        ("Osprey: Dana moved the visit half an hour earlier", "10:30"),
        ("Osprey: visit pushed back by two hours", "13:00"),
        ("Osprey: the visit's been brought forward an hour and a half", "09:30"),
        ("Osprey: moved it 30 mins later", "11:30"),
        ("Osprey visit moved up 1.5 hours", "09:30"),
        ("pushed the Osprey visit by an hour", "12:00"),
        (
            "Osprey: rang Dana, she likes the price. We pushed the visit back 2 hours, she sends the plan by Fri",
            "13:00",
        ),
    ],
)
def test_it_is_counted_from_the_hour_on_record(team, line, hour):
    team.say("Tom", "Osprey: visit agreed for Wed 18 March 11:00")
    team.logged(line)
    assert agreed(team) == f"Next: visit Wed 18 March {hour}, agreed"


def test_it_stays_by_the_clock_that_it_had(team):
    team.say("Tom", "Osprey: visit agreed for Wed 18 March 11:00 New York time")
    team.logged("Osprey: pushed the visit an hour later")
    assert agreed(team) == "Next: visit Wed 18 March 12:00 New York time, agreed"


@pytest.mark.parametrize("line", ["Osprey: Dana wants the visit an hour later", "Osprey: moved the visit by an hour"])
def test_what_is_wished_or_says_no_way_is_asked(team, line):
    team.say("Tom", "Osprey: visit agreed for Wed 18 March 11:00")
    reply = team.say("Tom", line)
    assert "the visit on Wed 18 March at 12:00, instead of Wed 18 March 11:00?" in plain_text(reply.card)
    assert agreed(team) == "Next: visit Wed 18 March 11:00, agreed"
    team.press(reply, "Yes, Wed 18 March at 12:00")
    assert agreed(team) == "Next: visit Wed 18 March 12:00, agreed"


def test_a_day_later_by_their_clock_stays_by_theirs(team):
    team.say("Tom", "Osprey: visit agreed for Wed 18 March 11:00 New York time")
    team.press(team.say("Tom", "Osprey: Dana wants the visit a day later"), "Yes, Thu 19 March at 11:00 New York time")
    assert agreed(team) == "Next: visit Thu 19 March 11:00 New York time, agreed"


@pytest.mark.parametrize("before", ["Osprey: spoke to Dana", "Osprey: visit agreed for Wed 18 March"])
def test_without_an_hour_on_record_it_is_noted_and_never_today(team, before):
    team.logged(before)
    told = team.logged("Osprey: pushed the visit an hour later")
    assert "Next step: visit Thu 12 March" not in told
    assert "pushed the visit an hour later" in told


def test_what_would_be_another_day_is_not_moved(team):
    team.say("Tom", "Osprey: visit agreed for Wed 18 March 16:00")
    team.logged("Osprey: pushed the visit back 9 hours")
    assert agreed(team) == "Next: visit Wed 18 March 16:00, agreed"


@pytest.mark.parametrize(
    "line", ["moved the visit to Wed, an hour later he rang", "pushed the visit, back in an hour", "call her in an hour", "visit took an hour"]
)  # fmt: skip
def test_another_hour_moves_nothing(line):
    assert by_hours(line) is None


def test_a_line_that_names_nobody_is_of_the_deal_of_which_the_talk_is(team):
    team.say("Tom", "new Kestrel")
    team.say("Tom", "Osprey: visit agreed for Wed 18 March 11:00")
    told = team.text("Tom", "pushed the visit an hour later")
    assert "Osprey" in told
    assert agreed(team) == "Next: visit Wed 18 March 12:00, agreed"
    reply = team.say("Tom", "she wants the visit a day later")
    assert "Thu 19 March" in plain_text(reply.card)


def test_it_is_of_no_deal_without_such_a_step_nor_of_one_of_yesterday(team):
    team.say("Tom", "Osprey: visit agreed for Wed 18 March 11:00")
    team.say("Tom", "new Kestrel")
    team.say("Tom", "pushed the visit an hour later")
    assert agreed(team) == "Next: visit Wed 18 March 11:00, agreed"
    team.logged("Osprey: spoke with Dana, all fine")
    team.forward(days=1)
    team.say("Tom", "pushed the visit an hour later")
    assert agreed(team) == "Next: visit Wed 18 March 11:00, agreed"


def test_a_name_that_nobody_knows_is_not_of_that_deal(team):
    team.say("Tom", "Osprey: visit agreed for Wed 18 March 11:00")
    team.say("Tom", "pushed the Zorbo visit an hour later")
    assert agreed(team) == "Next: visit Wed 18 March 11:00, agreed"
