"""A step that is moved keeps its hour; of two weekdays the one that is meant is taken or asked. Today is Thu 12 March 2026."""

import pytest

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
    "line",
    ["Osprey: move demo to 17 Dec", "move Osprey demo to 17 Dec", "Osprey: Dana moved the demo to 17 Dec", "Osprey: demo pushed to 17 Dec", "Osprey demo shifted to 17 Dec"],
)  # fmt: skip
def test_what_is_moved_keeps_its_hour_and_the_answer_says_so(team, line):
    team.say("Tom", "Osprey: demo agreed for 10 Dec 14:00")
    assert "demo " in (answer := team.text("Tom", line))
    assert "Thu 17 December at 14:00" in answer
    assert agreed(team) == "Next: demo Thu 17 December 14:00, agreed"


@pytest.mark.parametrize(
    ("line", "then"),
    [
        ("Osprey: demo moved to 17 Dec 9:30", "Next: demo Thu 17 December 09:30, agreed"),
        ("Osprey: demo moved to 17 Dec, time tbc", "Next: demo Thu 17 December, agreed"),
    ],
)
def test_another_hour_is_no_longer_the_old_one(team, line, then):
    team.say("Tom", "Osprey: demo agreed for 10 Dec 14:00")
    team.say("Tom", line)
    assert agreed(team) == then


@pytest.mark.parametrize(
    "line",
    [
        "can't make Friday (the 20th), do it Monday", "he can't do Friday, Monday instead", "can't do Fri the 20th, let's do Monday",
        "she couldn't make Friday, Monday instead",
    ],
)  # fmt: skip
def test_another_day_for_one_that_does_not_suit_comes_beside_it_and_has_no_hour(team, line):
    team.say("Tom", "Osprey: call agreed Fri 20 March 10:00")
    answer = team.text("Tom", f"Osprey: {line}")
    assert "Next step: call Mon 23 March, no hour yet, it was at 10:00" in answer
    assert "Off: call Fri 20 March" in answer
    assert "They will" not in answer


def test_a_day_that_works_instead_is_counted_from_the_old_one_too(team):
    team.say("Tom", "Osprey: call agreed Fri 20 March 10:00")
    assert "call Mon 23 March" in team.text("Tom", "Osprey: can't make the 20th, Monday works")


@pytest.mark.parametrize(
    "line", ["Osprey: call moved to Monday", "move Osprey to Monday", "Osprey: she moved the call to Monday"]
)
def test_which_of_two_mondays_is_asked(team, line):
    team.say("Tom", "Osprey: call agreed Fri 20 March 10:00")
    reply = team.say("Tom", line)
    assert agreed(team) == "Next: call Fri 20 March 10:00, agreed"
    team.press(reply, "Mon 23 March")
    assert agreed(team) == "Next: call Mon 23 March 10:00, agreed"


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("demo moved to Monday", "demo moved to Monday"),
        ("Dana is keen; the demo is pushed to Monday", "the demo is pushed to Monday"),
    ],
)
def test_what_is_asked_stands_in_the_note_until_it_is_chosen(team, line, kept):
    team.say("Tom", "Osprey: demo agreed Fri 20 March 10:00")
    assert "Which day is the demo?" in team.text("Tom", f"Osprey: {line}")
    assert kept in team.text("Tom", "where are we on Osprey?").split("They promised")[0]


def test_what_is_brought_forward_is_not_asked(team):
    team.say("Tom", "Osprey: call agreed Fri 20 March 10:00")
    assert "Mon 16 March at 10:00" in team.text("Tom", "Osprey: he brought the call forward to Monday")


def test_a_day_that_is_suggested_is_a_wish_and_no_promise(team):
    answer = team.logged("Osprey: can't make it Friday, she suggests Monday")
    assert "They will" not in answer


@pytest.mark.parametrize(
    ("first", "again"),
    [
        ("Osprey: she wants a demo Tue 24 March", "Osprey: Dana asked for a demo on Tue 24 March"),
        ("Osprey: she wants a demo Tue 24 March", "logcall Osprey: she wants a demo Tue 24 March"),
        ("Osprey: she'd like to meet Tue 24 March", "Osprey: Dana wants to meet on Tue 24 March"),
    ],
)
def test_a_wish_beside_what_is_agreed_is_known_again_in_other_words(team, first, again):
    team.say("Tom", "Osprey: call agreed Fri 20 March 10:00")
    team.logged(first)
    assert "Nothing was done twice" in team.logged(again)


@pytest.mark.parametrize(
    "another",
    ["she wants a demo Wed 25 March", "she wants a call Tue 24 March", "she wants a demo Tue 24 March, for eight"],
)
def test_another_wish_is_logged(team, another):
    team.say("Tom", "Osprey: call agreed Fri 20 March 10:00")
    team.logged("Osprey: she wants a demo Tue 24 March")
    assert "Logged: Osprey" in team.logged(f"Osprey: {another}")


def test_a_wish_to_meet_takes_no_demo_off_unless_it_is_told_so(team):
    team.say("Tom", "Osprey: demo agreed for 10 Dec 14:00")
    team.logged("Osprey: she wants to meet Tue 24 March")
    assert agreed(team) == "Next: demo Thu 10 December 14:00, agreed"
    assert "Off: demo Thu 10 December" in team.logged("Osprey: she wants to meet Tue 8 Dec instead")


def test_a_wish_that_is_told_again_is_not_off(team):
    team.logged("Osprey: she wants a demo Tue 24 March")
    team.forward(days=1)
    assert "Off:" not in team.logged("Osprey: still wants a demo Tue 24 March, with her boss")


@pytest.mark.parametrize(
    "line", ["rang at 9:15, Dana moved the demo to Tue 24 March same time", "they open at 8am; demo moved to Tue 24 March, same time"]
)  # fmt: skip
def test_the_same_time_is_the_hour_on_record_and_no_other_one_in_the_line(team, line):
    team.say("Tom", "Osprey: demo agreed Fri 20 March 15:00")
    team.say("Tom", f"Osprey: {line}")
    assert agreed(team) == "Next: demo Tue 24 March 15:00, agreed"


@pytest.mark.parametrize("clock", ["", " New York time"])
@pytest.mark.parametrize(
    "line", ["Osprey demo moved to Tue 24 March same time", "Osprey demo moved to Tue 24 March, at the same time", "no, 24 March", "no, the 24th"]
)  # fmt: skip
def test_without_another_hour_it_keeps_its_own_by_the_same_clock(team, line, clock):
    team.say("Tom", f"Osprey: demo agreed Fri 20 March 15:00{clock}")
    team.say("Tom", line)
    assert agreed(team) == f"Next: demo Tue 24 March 15:00{clock}, agreed"


@pytest.mark.parametrize(("line", "hour"), [("no, 24 March at 9:30", "09:30"), ("no, 24 March morning", "09:00")])
def test_a_day_put_right_with_its_hour_has_that_hour(team, line, hour):
    team.say("Tom", "Osprey: demo agreed Fri 20 March 15:00")
    team.say("Tom", line)
    assert agreed(team) == f"Next: demo Tue 24 March {hour}, agreed"


def test_which_of_two_days_is_asked_with_the_hour(team):
    team.say("Tom", "Osprey: demo agreed Fri 20 March 15:00")
    team.press(team.say("Tom", "no, thurs"), "Thu 19 March")
    assert agreed(team) == "Next: demo Thu 19 March 15:00, agreed"


def test_a_task_of_ours_moves_nothing(team):
    team.say("Tom", "Osprey: demo agreed Fri 20 March 15:00")
    assert "You will: get it done, Wed 18 March" in team.text(
        "Tom", "Osprey: wants it split by plant. on it, weds noon"
    )
    assert agreed(team) == "Next: demo Fri 20 March 15:00, agreed"


@pytest.fixture
def two(team):
    """With a call on the 18th, which is not moved, and a demo on the 20th."""
    team.say("Tom", "Osprey: call agreed Wed 18 March 16:00")
    team.say("Tom", "Osprey: demo agreed Fri 20 March 10:00")
    return team


@pytest.mark.parametrize(
    "line", ["Osprey: demo moved to Monday", "Osprey: Dana moved the demo to Monday", "move Osprey demo to Monday"]
)
def test_of_two_steps_the_one_that_is_named_is_moved(two, line):
    reply = two.say("Tom", line)
    assert agreed(two).endswith("then demo Fri 20 March 10:00, agreed")
    two.press(reply, "Mon 23 March")
    assert agreed(two) == "Next: call Wed 18 March 16:00, agreed; then demo Mon 23 March 10:00, agreed"


@pytest.mark.parametrize(
    ("line", "then"),
    [
        ("can't do Friday, Monday instead", "Mon 23 March, agreed"),
        ("can't do Friday, moved to Tue 24 March", "Tue 24 March 10:00, agreed"),
        ("demo is moved to Tue 24 March", "Tue 24 March 10:00, agreed"),
    ],
)
def test_of_two_steps_the_one_on_the_day_that_does_not_suit_is_moved(two, line, then):
    two.say("Tom", f"Osprey: {line}")
    assert agreed(two) == f"Next: call Wed 18 March 16:00, agreed; then demo {then}"


@pytest.mark.parametrize(
    "line",
    [
        "no dice on the demo, Dana says next year, try me in may",
        "the demo is off, Dana says next year, try me in may",
        "no demo after all, Dana says next year, call me in may",
        "demo is a no go, try me in may",
    ],
)
def test_a_step_that_is_off_gets_no_day_of_what_they_say_beside_it(team, line):
    team.say("Tom", "Osprey: demo agreed for 17 March 14:00")
    answer = team.text("Tom", f"logcall Osprey: {line}")
    assert "Off: demo Tue 17 March at 14:00" in answer
    assert agreed(team) == "Next: call Fri 1 May, they asked to wait until May"


def test_a_year_is_no_day_of_a_step(team):
    team.say("Tom", "Osprey: demo agreed for 17 March 14:00")
    team.say("Tom", "logcall Osprey: Dana says next year")
    assert agreed(team) == "Next: demo Tue 17 March 14:00, agreed"
    team.say("Tom", "logcall Osprey: demo is off, Dana says next year")
    assert agreed(team).startswith("Next: call Mon 4 January 2027")


@pytest.fixture
def demo(team):
    team.say("Tom", "new Lindqvist Offices, 3 floors, Erik Lindqvist")
    team.say("Tom", "erik demo tue 24 2pm")
    return team


def demo_day(team: Team) -> str:
    return team.text("Tom", "when is the demo with erik").split(",")[0]


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("erik moved demo to thu 26 same time", "Thu 26 March 14:00"), ("erik moved the demo to thu 26 2pm", "Thu 26 March 14:00"),
        ("push lindqvist demo to thu 26 11:30", "Thu 26 March 11:30"), ("lindqvist postponed the demo to thu 2 april", "Thu 2 April 14:00"),
        ("demo with lindqvist shifted to thu 26, 10am", "Thu 26 March 10:00"), ("demo lindqvist moved to thu 26 same time", "Thu 26 March 14:00"),
        ("moved lindqvist demo to this thursday 4pm", "Thu 19 March 16:00"), ("demo with erik now fri 27 at 9", "Fri 27 March 09:00"),
        ("erik demo is now mon 30, same time", "Mon 30 March 14:00"), ("demo lindqvist thursday 26 2pm instead of tue", "Thu 26 March 14:00"),
        ("erik demo fri 27 3pm not tue 24", "Fri 27 March 15:00"), ("demo erik wed 25 4pm", "Wed 25 March 16:00"),
    ],
)  # fmt: skip
def test_a_day_with_its_number_is_that_day_whatever_day_it_is_today(demo, line, day):
    """Today is a Thursday, and a Thursday with a number is not the next one."""
    demo.say("Tom", line)
    assert demo_day(demo) == f"Demo {day}"


@pytest.mark.parametrize("line", ["erik moved demo to thu same time", "demo lindqvist moved to thursday 3pm"])
def test_which_of_two_thursdays_is_asked_on_a_thursday_too(demo, line):
    assert "to which Thursday? Nothing is changed yet." in demo.text("Tom", line)
    assert demo_day(demo) == "Demo Tue 24 March 14:00"


@pytest.mark.parametrize(
    "line", ["demo with erik now over", "demo erik went well", "erik demo now with his it lead", "demo erik instead of call"]
)  # fmt: skip
def test_no_day_moves_nothing(demo, line):
    demo.say("Tom", line)
    assert demo_day(demo) == "Demo Tue 24 March 14:00"


@pytest.mark.parametrize(
    "line",
    [
        "lindqvist: erik can't do tue 24, can do fri 27 same time", "spoke to erik, he can't make tuesday, could do fri 27 at the same time",
        "lindqvist: erik wants to move the demo to fri 27, same time", "spoke to erik, he would like to push the demo to fri 27 same time",
    ],
)  # fmt: skip
def test_a_wish_for_the_same_time_has_its_hour_and_is_asked(demo, line):
    assert "demo Fri 27 March at 14:00 agreed?" in demo.text("Tom", line)
