"""What is taken back is what was done last; days off say what is booked now."""

import pytest

from bot.cards import Line, plain_text
from tests.team import Team


@pytest.fixture
def team(database):
    return Team(database)


@pytest.mark.parametrize("line", ["scrap that", "undo", "this is wrong"])
def test_back_is_what_was_done_last_and_nothing_older_goes_with_it(team, line):
    team.say("Tom", "new Kestrel Dental")
    team.say("Tom", "won Kestrel Dental")
    team.say("Tom", "sick today")
    team.say("Tom", "back")
    said = team.text("Tom", line)
    assert "to take this back: away today, Thu 12 March" in said
    assert "Before that, today at 14:00: Kestrel Dental: won" in said
    assert "won" in team.text("Tom", "where Kestrel Dental")


def test_words_after_an_undo_ask_before_an_older_call_goes(team):
    team.say("Tom", "new Kestrel Dental")
    team.say("Tom", 'logcall Kestrel: Dana said "fine"')
    team.say("Tom", "next Kestrel Fri")
    team.say("Tom", "undo")
    assert "Take that back too" in team.text("Tom", "this is wrong")
    assert "fine" in team.text("Tom", "where Kestrel")
    assert "Taken back: logged a call" in team.text("Tom", "undo")  # the command goes back step by step


def test_what_comes_after_an_undo_is_taken_back_at_once(team):
    team.say("Tom", "new Kestrel Dental")
    team.say("Tom", "undo")
    team.say("Tom", "new Winslow")
    assert "Taken back" in team.text("Tom", "scrap that")


def test_back_before_days_off_begin_leaves_them_booked(team):
    team.say("Tom", "im off from monday to friday")
    said = team.say("Tom", "back")
    assert "You are not away today. Still booked: from Mon 16 March to" in team.text("Tom", "back")
    assert "Also booked: from Mon 16 March" in team.text("Tom", "away until tomorrow")
    back = team.text("Tom", "back")
    assert "Welcome back" in back
    assert "Still booked: from Mon 16 March to" in back
    team.say("Tom", said.card.blocks[-1].buttons[0].command)
    assert "You are not away." in team.text("Tom", "back")


def test_a_second_booking_says_what_is_booked_already(team):
    team.say("Tom", "im off from monday to friday")
    assert "Also booked: from Mon 16 March to" in team.text("Tom", "away until 1 june")


def test_a_deal_that_was_worked_on_since_stays_and_nothing_is_said_to_be_taken_back(team):
    made = team.say("Tom", "new Zorbo, pilot")
    (undo,) = [b.command for block in made.card.blocks for b in getattr(block, "buttons", ()) if b.label == "Undo"]
    team.say("Tom", "logcall Zorbo: they like it")
    told = team.text("Tom", undo)
    assert (
        told
        == "Zorbo stays: something was logged on it since. Take that back first. To have it off your lists: let go Zorbo"
    )
    assert "Taken back: logged a call with Zorbo" in team.text("Tom", "undo")
    assert "Taken back: created the deal Zorbo" in team.text("Tom", undo)
    assert "Zorbo" not in team.text("Tom", "deals")


def test_of_several_made_at_once_those_that_were_worked_on_stay_and_are_named(team):
    made = team.say("Tom", "start Zorbo; Quill")
    (undo,) = [b.command for block in made.card.blocks for b in getattr(block, "buttons", ()) if b.label == "Undo"]
    team.say("Tom", "logcall Zorbo: they like it")
    told = team.text("Tom", undo)
    assert told.startswith("Taken back: created the deal Zorbo")
    assert "Kept, because something was logged on them since: Zorbo." in told
    again = team.say("Tom", "start Hooli; Umbrella")
    (undo,) = [b.command for block in again.card.blocks for b in getattr(block, "buttons", ()) if b.label == "Undo"]
    team.say("Tom", "logcall Hooli: they like it")
    team.say("Tom", "logcall Umbrella: they like it")
    assert (
        team.text("Tom", undo) == "Hooli and Umbrella stay: something was logged on them since. Take that back first."
    )


def test_a_press_on_a_list_for_what_was_taken_back_since_answers_with_the_list(team):
    team.say("Tom", "new Kestrel Dental")
    team.say("Tom", "logcall Kestrel Dental: I send the quote today")
    shown = team.say("Tom", "followups").card
    ticked = team.say("Tom", "done Kestrel Dental", on=shown.key).card
    press = next(
        b.command for line in ticked.blocks if isinstance(line, Line) for b in line.buttons if b.label == "Undo"
    )
    team.say("Tom", "undo")
    reply = team.say("Tom", press, on=shown.key)
    assert reply.replaces == shown.key
    assert "Already taken back" in plain_text(reply.card)
    assert "✓" not in plain_text(reply.card)


@pytest.mark.parametrize(
    "line",
    ["undo everything", "undo all", "undo all of it", "undo everything i did today", "take everything back", "undo today", "Undo the last three", "undo last 3 lines", "scrap the last 3"],
)  # fmt: skip
def test_several_are_named_first_and_one_press_takes_them_all_back(team, line):
    for said in ("new Kestrel", "new Winslow", "won Winslow"):
        team.say("Tom", said)
    shown = team.say("Tom", line)
    told = plain_text(shown.card)
    assert all(f"Today at 14:00: {one}" in told for one in ("created the deal Kestrel", "created the deal Winslow", "Winslow: won"))  # fmt: skip
    assert "won" in team.text("Tom", "where Winslow")  # nothing is changed yet
    gone = plain_text(team.press(shown, "Yes, take all three back").card)
    assert gone.count("Taken back: ") == 3
    assert "Kestrel" not in team.text("Tom", "deals")


def test_the_last_two_leave_what_was_done_before_and_a_yes_is_the_press(team):
    for said in ("new Kestrel", "new Winslow", "won Winslow"):
        team.say("Tom", said)
    assert "Take both back?" in team.text("Tom", "undo the last 2")
    assert team.text("Tom", "yes").count("Taken back") == 2
    assert "Kestrel" in team.text("Tom", "deals")


def test_everything_is_what_was_done_today(team):
    team.say("Tom", "new Kestrel")
    team.forward(days=1)
    for said in ("new Winslow", "won Winslow"):
        team.say("Tom", said)
    told = team.text("Tom", "undo everything")
    assert "Take both back?" in told
    assert "Kestrel" not in told
    assert "Thu 12 March at 14:00: created the deal Kestrel" in team.text("Tom", "undo the last 3")


def test_one_alone_goes_at_once_and_a_line_that_waits_is_told(team):
    team.say("Tom", "new Kestrel")
    assert "Taken back" in team.text("Tom", "undo everything")
    for said in ("new Kestrel", "new Winslow"):
        team.say("Tom", said)
    team.forward(minutes=1)
    team.say("Tom", "logcall Newco: they want the deck")
    assert "they want the deck” was never logged" in team.text("Tom", "undo everything")


def test_of_a_deal_that_is_named_the_last_act_there_is_shown(team):
    for said in ("new Kestrel", "new Winslow"):
        team.say("Tom", said)
    shown = team.say("Tom", "undo the Kestrel one")
    assert "The last thing you did on Kestrel was today at 14:00" in plain_text(shown.card)
    assert "Winslow" in team.text("Tom", "deals")
    assert "Taken back: created the deal Kestrel" in plain_text(team.press(shown, "Take that back").card)
    assert "Taken back: created the deal Winslow" in team.text("Tom", "undo Winslow")
