"""What is agreed with them stays on record until somebody says that it is off, moved, or over (playbook section 10)."""

from datetime import UTC, datetime

import pytest

from tests.settled import settled
from tests.team import Clock, Team

ONE_DATABASE = True
WEDNESDAY = datetime(2026, 12, 16, 10, tzinfo=UTC)
MONDAY = "call Mon 21 December at 14:00"
ASKED = "The call on Mon 21 December at 14:00: does it still hold?"


@pytest.fixture
@settled
def team(database) -> Team:
    team = Team(database, Clock(WEDNESDAY))
    team.say("Tom", "new Testa, pump rig")
    team.say("Tom", "deal contact Testa: Maja Ek, 555 0101")
    team.say("Tom", "logcall Testa: Maja liked it, call agreed mon 21 dec 14:00")
    return team


def press(team, reply, label):
    return str(team.press(reply, label).card)


def line_of(team, name):
    return next(line for line in team.text("Tom", "where Testa").splitlines() if line.startswith(name))


@pytest.mark.parametrize(
    "told",
    [
        "she wants a price list, I'll call her fri 11am with it",
        "demo fri 11am",
        "video call agreed fri 11am",
        "we speak again fri 11am",
        "visit on tue 22 dec 9:00",
        "she'll decide after Easter",
    ],
)
def test_a_second_step_stands_beside_what_was_agreed_and_that_is_asked_about(team, told):
    answer = team.text("Tom", f"logcall Testa: spoke to Maja, {told}")
    assert f"Still agreed: {MONDAY}" in answer
    assert ASKED in answer
    assert "call Mon 21 December 14:00, agreed" in line_of(team, "Next:")
    assert "call 14:00" in team.text("Tom", "upcoming") or "call Mon 21 December 14:00" in team.text("Tom", "upcoming")


def test_a_try_of_ours_before_it_takes_nothing_away_and_asks_nothing(team):
    answer = team.text("Tom", "logcall Testa: no answer, will try her again friday")
    assert f"Still agreed: {MONDAY}" in answer
    assert "does it still hold" not in answer
    assert line_of(team, "Next:").endswith("Fri 18 December, as you plan it; then call Mon 21 December 14:00, agreed")


def test_what_is_off_goes_and_nothing_else_and_undo_brings_it_back(team):
    asked = team.say("Tom", "logcall Testa: spoke to Maja, demo fri 11am")
    assert "call Mon 21 December at 14:00 is off" in press(team, asked, "It is off")
    assert line_of(team, "Next:") == "Next: demo Fri 18 December 11:00, agreed"
    team.say("Tom", "undo")
    assert line_of(team, "Next:").endswith("then call Mon 21 December 14:00, agreed")
    team.say("Tom", "undo")
    assert line_of(team, "Next:") == "Next: call Mon 21 December 14:00, agreed"


@pytest.mark.parametrize(
    ("told", "next_"),
    [
        ("Maja moved our call to tue 22 dec 9:00", "call Tue 22 December 09:00, agreed"),
        ("call tue 22 dec 9:00 instead", "call Tue 22 December 09:00, agreed"),
        ("the call is on mon 21 dec 15:00", "call Mon 21 December 15:00, agreed"),
        ("she cancelled the call, demo tue 22 dec 9:00", "demo Tue 22 December 09:00, agreed"),
    ],
)
def test_what_takes_its_place_is_told_as_that(team, told, next_):
    answer = team.text("Tom", f"logcall Testa: {told}")
    assert "Still agreed" not in answer
    assert line_of(team, "Next:") == f"Next: {next_}"


@pytest.mark.parametrize(
    "told",
    [
        "don't call before 11 january",
        "she wants the contract not before february",
        "sie möchte den vertrag erst im februar",
        "no budget until february",
        "call again in february",
    ],
)
def test_what_waits_until_later_calls_nothing_off_before_it_and_that_is_asked(team, told):
    asked = team.say("Tom", f"logcall Testa: spoke to Maja, {told}")
    answer = str(asked.card)
    assert "Off: " not in answer
    assert ASKED in answer
    assert line_of(team, "Next:").startswith("Next: call Mon 21 December 14:00, agreed; then call Mon ")
    assert "call Mon 21 December at 14:00 is off" in press(team, asked, "It is off")


def test_quiet_that_ends_before_what_is_agreed_adds_nothing(team):
    team.say("Tom", "logcall Testa: spoke to Maja, don't call before 18 december")
    assert line_of(team, "Next:") == "Next: call Mon 21 December 14:00, agreed"


WAITS = [
    ("call again in february", "call Mon 1 February 2027, as you plan it"),
    ("call her again 11 january", "call Mon 11 January 2027, as you plan it"),
    ("she wants the contract not before february", "call Mon 1 February 2027, she wants the contract not before february"),
    ("delivery not before february", "call Mon 1 February 2027, delivery not before february"),
    ("she asked not to be called before 11 january", "call Mon 11 January 2027, they asked to wait until then"),
    ("not before february, she says", "call Mon 1 February 2027, they asked to wait until February"),
    ("she said call again 11 january", "call Mon 11 January 2027, agreed"),
]  # fmt: skip


@pytest.fixture
def quiet(database) -> Team:
    team = Team(database, Clock(WEDNESDAY))
    team.say("Tom", "new deal with Testa, Maja Ek")
    return team


@pytest.mark.parametrize(("told", "next_"), WAITS)
def test_only_who_asked_for_quiet_or_agreed_is_said_to_have(quiet, told, next_):
    quiet.say("Tom", f"logcall Testa: {told}")
    assert line_of(quiet, "Next:") == f"Next: {next_}"
    asked = "they asked" in next_
    assert ("asked us to wait" in quiet.text("Tom", "words Testa")) is asked
    letter = quiet.text("Tom", "logcall Testa: she sends the plan by Fri")
    assert ("you asked me to wait until" in letter) is asked


@pytest.mark.parametrize("told", [told for told, _ in WAITS[:-1]])
def test_a_promise_of_either_side_comes_up_before_the_day_that_is_waited_for(quiet, told):
    quiet.say("Tom", f"logcall Testa: {told}")
    quiet.say("Tom", "logcall Testa: she sends the plan by Fri, I send the price by Tue")
    assert "Testa, Maja: they promised to send the plan" in quiet.text("Tom", "what's on Friday")
    quiet.forward(days=5)  # Monday
    today = quiet.text("Tom", "followups")
    assert "Testa, Maja: send the plan, 3 days late (due Fri 18 December)" in today
    assert ("They asked to wait until" in today) is ("asked not to" in told or "not before february, she" in told)
    quiet.forward(days=1)
    assert "send the price" in quiet.text("Tom", "followups")


def test_what_was_late_before_they_asked_for_quiet_is_not_chased(quiet):
    quiet.say("Tom", "logcall Testa: she sends the plan by Thu")
    quiet.forward(days=2)
    quiet.say("Tom", "logcall Testa: don't call before 11 january")
    quiet.forward(days=3)
    assert "Testa" not in quiet.text("Tom", "followups")


def test_each_has_its_day_on_the_list(team):
    team.say("Tom", "logcall Testa: spoke to Maja, demo fri 11am")
    team.forward(days=2)
    assert "demo today 11:00, agreed" in team.text("Tom", "followups")
    team.forward(days=3)  # nobody told of Friday
    today = team.text("Tom", "followups")
    assert "demo Fri 18 December 11:00: did it take place?; call Mon 21 December 14:00, agreed" in today


def test_after_the_first_the_second_is_next(team):
    team.say("Tom", "logcall Testa: spoke to Maja, demo fri 11am")
    team.forward(days=2)
    team.say("Tom", "done Testa talked")
    assert line_of(team, "Next:") == "Next: call Mon 21 December 14:00, agreed"
    assert "Testa" not in team.text("Maria", "where is my team?").partition("no next call or meeting")[2]


def test_another_day_that_is_typed_says_what_it_takes_the_place_of(team):
    answer = team.text("Tom", "next Testa Fri 11:00")
    assert "It takes the place of the call on Mon 21 December at 14:00." in answer
    assert line_of(team, "Next:") == "Next: call Fri 18 December 11:00, agreed"


def test_another_day_of_the_newest_leaves_what_was_agreed_before(team):
    team.say("Tom", "logcall Testa: spoke to Maja, demo fri 11am")
    answer = team.text("Tom", "next Testa demo Tue 22 December 10:00")
    assert "It takes the place of the demo on Fri 18 December at 11:00." in answer
    assert "The call on Mon 21 December at 14:00 stays agreed." in answer
    assert "call Mon 21 December 14:00, agreed; then demo Tue 22 December 10:00, agreed" in line_of(team, "Next:")


def test_a_day_that_is_put_off_leaves_what_is_agreed_behind_it(team):
    team.say("Tom", "logcall Testa: spoke to Maja, demo fri 11am")
    asked = team.say("Tom", "later Testa Sat 19 December")
    press(team, asked, "Mon 21 December, the demo is off")
    assert "call Mon 21 December 14:00" in str(team.say("Tom", "upcoming").card)


def test_a_day_that_is_moved_leaves_the_other_step(team):
    team.say("Tom", "logcall Testa: spoke to Maja, demo fri 11am")
    form = team.say("Tom", "move Friday to 22 December").form
    ticked = {field.name: ",".join(value for value, _ in field.options) for field in form.fields}
    team.say("Tom", form.command, ticked)
    assert "demo Tue 22 December 11:00" in line_of(team, "Next:")
    assert "call Mon 21 December 14:00, agreed" in line_of(team, "Next:")


def test_what_we_come_with_is_a_promise_of_ours_and_our_own_plan_is_not_called_agreed(team):
    answer = team.text("Tom", "logcall Testa: she wants a price list, I'll call her fri 11am with it")
    assert "You will: have a price list ready, Fri 18 December" in answer
    assert "Next step: call Fri 18 December at 11:00, as you plan it" in answer
    assert "call Fri 18 December 11:00, as you plan it" in line_of(team, "Next:")


def test_an_agreed_call_that_was_tried_is_told_so(team):
    team.forward(days=5)
    assert "agreed: no answer today" in team.text("Tom", "done Testa no answer")
    assert "call today 14:00, agreed: no answer today" in team.text("Tom", "followups")
    team.forward(days=1)
    today = team.text("Tom", "followups")
    assert "call Mon 21 December 14:00: no answer yesterday" in today
    assert "They did not come" not in today
    assert "[They did not pick up: done" in today
    assert "Nobody picked up on Mon 21 December." in team.text("Tom", "why Testa")
    assert "no answer yesterday" in line_of(team, "Next:")
    team.forward(days=1)
    assert "call Mon 21 December 14:00: no answer Mon 21 December" in team.text("Tom", "followups")
    assert "Testa: they did not pick up" in team.text("Tom", "done Testa no show")


def test_to_a_meeting_they_may_not_have_come(team):
    team.say("Tom", "next Testa meeting Thu 17 December 10:00")
    team.forward(days=1)
    today = team.text("Tom", "followups")
    assert "[They did not come: " in today
    assert "[It took place: " in today


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ("Maja picked up: shes happy w current supplier til summer, not now, try again in june", "happy w current supplier til summer, not now"),
        ("she's happy with their current supplier, try us again in june", "happy with their current supplier"),
        ("Maja is sticking with what they have, call us again in june", "sticking with what they have"),
    ],
)  # fmt: skip
def test_who_asks_for_a_later_month_is_told_it_in_their_words(quiet, told, words):
    said = quiet.text("Tom", f"logcall Testa: {told}")
    assert f"“{words}”" in said
    assert line_of(quiet, "Next:") == "Next: call Tue 1 June 2027, they asked to wait until June"
    letter = quiet.text("Tom", "words Testa")
    assert "Tuesday 1 June" not in letter
    quiet.say("Tom", "logcall Testa: she sends the plan by Fri")
    assert "you asked me to wait until June" in quiet.text("Tom", "logcall Testa: she signs the form by Mon")


def test_happy_with_ours_is_no_place_where_they_stand(quiet):
    assert "“" not in quiet.text("Tom", "logcall Testa: Maja is happy with the current offer")


@pytest.mark.parametrize("wait", ["ring again after easter", "call again in february", "ask again in september"])
def test_newer_contact_with_a_promise_ends_our_old_plan(quiet, wait):
    quiet.say("Tom", f"logcall Testa: no budget yet, {wait}")
    quiet.forward(days=1)
    quiet.say("Tom", "logcall Testa: Maja wants a quote after all by Wed")
    quiet.say("Tom", "done Testa quote")
    assert line_of(quiet, "Next:") == "Next: no call agreed with them yet; on the list Wed 23 December"


@pytest.mark.parametrize(
    "line", ["logcall Testa: vm, I send her the brochure by Wed", "logcall Testa: Maja says thanks"]
)
def test_what_we_promise_alone_ends_no_plan(quiet, line):
    quiet.say("Tom", "logcall Testa: call again in february")
    quiet.forward(days=1)
    quiet.say("Tom", line)
    assert "Mon 1 February 2027" in quiet.text("Tom", "where Testa")


def test_a_plan_for_the_week_after_holds_beside_a_promise(quiet):
    quiet.say("Tom", "logcall Testa: I call Maja on Tue 29 December")
    quiet.forward(days=1)
    quiet.say("Tom", "logcall Testa: Maja sends the plan by Wed")
    assert "Tue 29 December" in quiet.text("Tom", "where Testa")


@pytest.fixture
def afternoon(database) -> Team:
    team = Team(database)  # Thu 12 March 2026, 14:00 in London
    team.say("Tom", "new Acme")
    return team


@pytest.mark.parametrize(
    ("line", "step"),
    [
        ("Dana not in, cb after 4", "call Thu 12 March at 16:00"),
        ("told cb in 20 min", "call Thu 12 March at 14:20"),
        ("Dana busy, ring back in an hour", "call Thu 12 March at 15:00"),
    ],
)
def test_an_hour_alone_is_todays_while_it_is_ahead(afternoon, line, step):
    assert f"Next step: {step}" in afternoon.text("Tom", f"logcall Acme: {line}")


def test_an_hour_that_is_past_is_asked_about(afternoon):
    told = afternoon.say("Tom", "logcall Acme: Dana said call back at 8")
    assert "Which day is the call?" in str(told.card)
    assert "Fri 13 March at 08:00" in str(afternoon.press(told, "Fri 13 March").card)


def test_an_hour_alone_is_todays_in_their_message_as_well(afternoon):
    told = afternoon.text("Tom", "reply Acme: please call me after 4")
    assert "Thu 12 March at 16:00" in told


def test_an_hour_alone_corrects_what_was_just_logged(afternoon):
    afternoon.say("Tom", "logcall Acme: Dana sends the plan by Friday")
    told = afternoon.text("Tom", "No that's wrong, Dana sends the plan within 2 hours")
    assert "Thu 12 March" in told


@pytest.mark.parametrize(
    ("told", "next_step"),
    [
        ("Maja moved it to Wed 23 Dec same time", "call Wed 23 December 14:00, agreed"),
        ("moved the call to Wed 23 Dec, same time", "call Wed 23 December 14:00, agreed"),
        ("moved the call to Wed 23 Dec", "call Wed 23 December 14:00, agreed"),
        ("can't make Monday, do it Wed 23 Dec instead", "call Wed 23 December, agreed"),
    ],
)
def test_what_is_moved_keeps_its_hour_and_what_does_not_suit_has_none(team, told, next_step):
    team.logged(f"logcall Testa: {told}")
    assert next_step in line_of(team, "Next: ")


def test_who_cancelled_has_called_off_what_was_open(team):
    assert f"Off: {MONDAY}" in team.logged("logcall Testa: Maja cancelled on me again")
    assert "no call agreed with them yet" in line_of(team, "Next: ")
