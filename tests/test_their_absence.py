"""An absence of theirs has a beginning and an end: before it everything stands, and while it lasts nothing is due there."""

from datetime import UTC, datetime

import pytest

from bot.playbook.holds import agreed_on
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


def at(team, day, month=3, hour=9):
    team.until(datetime(2026, month, day, hour, tzinfo=UTC))


@pytest.mark.parametrize(
    ("line", "begins", "back"),
    [
        ("Marcus is away from 23 to 27 march", "Mon 23 March", "Mon 30 March"),
        ("bluepeak is off from 23 to 27 march", "Mon 23 March", "Mon 30 March"),
        ("marcus is on holiday 30 march to 3 april", "Mon 30 March", "Tue 7 April"),
        ("marcus is on leave 23 mar - 31 mar", "Mon 23 March", "Wed 1 April"),
        ("marcus is out between 23 and 27 march", "Mon 23 March", "Mon 30 March"),
        ("marcus is away from monday to wednesday", "Mon 16 March", "Thu 19 March"),
        ("marcus is away from 23 march until 30 march", "Mon 23 March", "Mon 30 March"),
        ("marcus is away from 23/3 to 27/3", "Mon 23 March", "Mon 30 March"),
        ("marcus is away from 6/4 to 10/4", "Mon 6 April", "Mon 13 April"),
        ("marcus will be off from 23 march, back 30 march", "Mon 23 March", "Mon 30 March"),
        ("marcus is off next week", "Mon 16 March", "Mon 23 March"),
        ("marcus is off on monday", "Mon 16 March", "Tue 17 March"),
        ("marcus is away in may", "Fri 1 May", "Mon 1 June"),
    ],
)
def test_an_absence_to_come_begins_and_ends(team, line, begins, back):
    assert f"Marcus is away from {begins}, back {back}" in team.text("Tom", line)


@pytest.mark.parametrize(
    ("line", "begins", "back"),
    [
        ("marcus off from mon for 2 wks", "Mon 16 March", "Mon 30 March"),
        ("spoke to marcus, he's on leave for two weeks from monday", "Mon 16 March", "Mon 30 March"),
        ("marcus is out mon & tues", "Mon 16 March", "Wed 18 March"),
        ("spoke to marcus, off thurs 19 and fri 20", "Thu 19 March", "Mon 23 March"),
    ],
)
def test_a_call_line_tells_both_days_in_the_words_of_a_thumb(team, line, begins, back):
    assert f"Away: Marcus, from {begins}, back {back}" in team.text("Tom", f"logcall bluepeak: {line}")


@pytest.mark.parametrize("line", ["spoke to marcus, he is off mon and fri", "marcus off mon and demo tue"])
def test_two_days_that_do_not_follow_each_other_are_no_absence(team, line):
    assert "Away:" not in team.text("Tom", f"logcall bluepeak: {line}")


def test_a_return_so_long_from_a_day_begins_no_absence_there(team):
    said = team.text("Tom", "logcall bluepeak: marcus is back two weeks from monday")
    assert "back Mon 30 March" in said
    assert "from Mon 16 March" not in said


@pytest.mark.parametrize(
    ("line", "back"),
    [
        ("marcus is away until friday", "Fri 13 March"),
        ("marcus is back on 24 march", "Tue 24 March"),
        ("marcus is off today", "Fri 13 March"),
        ("marcus is away from today to 24 march", "Wed 25 March"),
        ("bluepeak is out this week", "Mon 16 March"),
        ("marcus is away for two weeks", "Thu 26 March"),
        ("marcus is out through friday", "Mon 16 March"),
        ("marcus is away to the 20th", "Mon 23 March"),
        ("marcus is away up to friday 20 march", "Mon 23 March"),
        ("logcall bluepeak: spoke to marcus, he is away to the 20th", "Mon 23 March"),
    ],
)
def test_an_absence_that_has_begun_ends(team, line, back):
    assert f"Marcus is back {back}" in team.text("Tom", line)


@pytest.mark.parametrize("line", ["marcus is on parental leave from may", "marcus is away from 4 may", "marcus is off starting next week"])  # fmt: skip
def test_without_an_end_it_is_asked_when_they_are_back(team, line):
    asked = team.text("Tom", line)
    assert "Back when?" in asked
    assert "quiet" not in team.text("Tom", "where bluepeak")
    assert "back" not in team.text("Tom", "where bluepeak")


def test_what_else_the_line_tells_is_not_dropped_for_the_absence(team):
    said = team.text("Tom", "marcus called: the counts come next week instead, and btw he's off from 23 to 27 march")
    assert "counts" in said


@pytest.mark.parametrize(
    "absence", ["marcus is off from 6 to 10 april", "logcall bluepeak: marcus is off from 6 april to 10 april"]
)
def test_until_it_begins_everything_stands(team, absence):
    team.say("Tom", "logcall bluepeak: marcus sends the counts by fri 20 march")
    team.say("Tom", "next bluepeak mon 23 march 9am")
    told = team.text("Tom", absence)
    assert "from Mon 6 April" in told
    assert "Mon 13 April" in told
    where = team.text("Tom", "where bluepeak")
    assert "call Mon 23 March 09:00, agreed" in where
    assert "Away: Marcus, from Mon 6 April, back Mon 13 April" in where
    at(team, 23)
    assert "Bluepeak, Marcus" in team.text("Tom", "followups")
    assert "send the counts, 3 days late" in team.text("Tom", "where bluepeak")


def test_an_agreed_call_before_it_holds_without_a_question(team):
    team.say("Tom", "logcall bluepeak: marcus is off from 6 to 10 april")
    assert "Which day holds?" not in team.text("Tom", "next bluepeak mon 23 march 9am")
    said = team.text("Tom", "logcall bluepeak: he is off from 6 april to 10 april, we speak again on tue 24 march at 9")
    assert "Which day holds?" not in said
    assert "Next step: call Tue 24 March at 09:00" in said
    assert "Still agreed: call Mon 23 March at 09:00" in said
    assert "Back on your list: Mon 23 March" in said


def test_a_day_within_it_is_asked_and_kept_as_chosen(team):
    team.say("Tom", "marcus is off from 6 to 10 april")
    asked = team.say("Tom", "later bluepeak 8 april")
    assert "Marcus is away until Mon 13 April. Which day holds?" in str(asked.card)
    team.press(asked, "Wed 8 April all the same")
    at(team, 8, 4)
    assert "Bluepeak" in team.text("Tom", "followups")


def test_the_day_of_the_return_keeps_the_beginning(team):
    team.say("Tom", "next bluepeak mon 23 march 9am")
    team.say("Tom", "marcus is off from 6 to 10 april")
    asked = team.say("Tom", "later bluepeak 8 april")
    team.press(asked, "Mon 13 April")
    assert "from Mon 6 April, back Mon 13 April" in team.text("Tom", "where bluepeak")
    assert "from Mon 6 April, back Wed 15 April" in team.text("Tom", "marcus is back 15 april")
    assert "call Mon 23 March" in team.text("Tom", "where bluepeak")


def test_while_it_lasts_nothing_is_due_there(team):
    team.say("Tom", "logcall bluepeak: marcus sends the counts by wed 8 april")
    team.say("Tom", "next bluepeak thu 2 april 9am")
    said = team.text("Tom", "marcus is off from 6 to 10 april")
    assert "promise waits" in said
    at(team, 3, 4)
    assert "call Thu 2 April 09:00; did it take place?" in team.text("Tom", "where bluepeak")
    at(team, 7, 4)
    assert "Bluepeak" not in team.text("Tom", "followups")
    where = team.text("Tom", "where bluepeak")
    assert "on the list Mon 13 April" in where
    assert "Marcus is back Mon 13 April" in where
    assert "Marcus is away from Mon 6 April, and back Mon 13 April" in team.text("Tom", "why bluepeak")
    at(team, 13, 4)
    assert "Bluepeak, Marcus" in team.text("Tom", "followups")


def test_a_talk_before_it_ends_no_absence_to_come_and_one_within_it_does(team):
    team.say("Tom", "marcus is off from 23 to 27 march")
    at(team, 17)
    team.say("Tom", "logcall bluepeak: marcus likes it")
    assert "from Mon 23 March" in team.text("Tom", "where bluepeak")
    at(team, 24)
    team.say("Tom", "reply bluepeak: reading mails on the beach")
    assert "back Mon 30 March" not in team.text("Tom", "where bluepeak")


def test_a_newer_absence_takes_the_place_of_the_one_it_overlaps(team):
    team.say("Tom", "marcus is off from 23 to 27 march")
    team.say("Tom", "marcus is off from 25 to 31 march")
    assert "Which day holds?" not in team.text("Tom", "next bluepeak mon 23 march")
    team.say("Tom", "undo")
    team.say("Tom", "undo")
    assert "Which day holds?" in team.text("Tom", "next bluepeak mon 23 march")


def test_an_agreed_day_before_an_absence_to_come_is_derived(team):
    team.say("Tom", "next bluepeak mon 16 march 9am")
    team.say("Tom", "marcus is off from 23 to 27 march")
    reads = team.exchange("Tom")
    history = reads(lambda exchange: exchange.history(1))
    assert agreed_on(history) == datetime(2026, 3, 16, tzinfo=UTC).date()
    assert team.recompute() == 0


def test_behind_one_absence_there_may_be_another(team):
    team.say("Tom", "next bluepeak mon 16 march 9am")
    team.say("Tom", "marcus is off from 30 march to 2 april")
    team.say("Tom", "marcus is off from 23 to 27 march")
    at(team, 24)
    assert "on the list Tue 7 April" in team.text("Tom", "where bluepeak")


def test_of_several_steps_those_within_an_absence_fall_and_the_others_stand(team):
    team.say("Tom", "next bluepeak mon 23 march 9am")
    team.say("Tom", "logcall bluepeak: spoke to marcus, demo wed 8 april 10:00")
    team.say("Tom", "logcall bluepeak: spoke to marcus, meeting mon 20 april 10:00")
    assert "The demo on Wed 8 April at 10:00 is off." in team.text("Tom", "marcus is off from 6 to 10 april")
    where = team.text("Tom", "where bluepeak")
    assert "call Mon 23 March 09:00, agreed; then meeting Mon 20 April 10:00, agreed" in where
    assert team.recompute() == 0


def test_what_a_line_puts_into_their_absence_is_not_told_as_still_agreed(team):
    team.say("Tom", "next bluepeak wed 8 april 9am")
    said = team.text("Tom", "logcall bluepeak: marcus is off from 6 april to 10 april, demo on tue 24 march at 9")
    assert "Still agreed" not in said
    assert "does it still hold" not in said
    assert "Off: call Wed 8 April at 09:00" in said


def test_a_step_left_undone_waits_for_their_return_and_one_behind_it_stands(team):
    team.say("Tom", "next bluepeak thu 2 april 9am")
    team.say("Tom", "logcall bluepeak: spoke to marcus, meeting mon 20 april 10:00")
    team.say("Tom", "marcus is off from 6 to 10 april")
    at(team, 7, 4)
    where = team.text("Tom", "where bluepeak")
    assert "Tue 7 April: Marcus is back Mon 13 April." in where
    assert "Next: meeting Mon 20 April 10:00, agreed\n" in where
    assert "Bluepeak" not in team.text("Tom", "followups")
    at(team, 13, 4)
    assert "call Thu 2 April 09:00: did it take place?" in team.text("Tom", "followups")


def test_a_step_chosen_for_a_day_of_their_absence_comes_up_though_another_waits(team):
    team.say("Tom", "next bluepeak thu 2 april 9am")
    team.say("Tom", "marcus is off from 6 to 10 april")
    asked = team.say("Tom", "logcall bluepeak: spoke to marcus, demo wed 8 april 10:00")
    assert "The call on Thu 2 April at 09:00 stays agreed." in str(
        team.press(asked, "Wed 8 April 10:00 all the same").card
    )
    at(team, 7, 4)
    assert "Bluepeak" not in team.text("Tom", "followups")
    at(team, 8, 4)
    assert "demo today 10:00, agreed" in team.text("Tom", "followups")


def test_a_step_behind_an_absence_that_has_begun_stands(team):
    team.say("Tom", "next bluepeak mon 23 march 9am")
    team.say("Tom", "marcus is away until 17 march")
    assert "Next: call Mon 23 March 09:00, agreed" in team.text("Tom", "where bluepeak")


def test_my_own_plan_for_a_day_on_which_they_are_away_is_asked_about(team):
    team.say("Tom", "marcus is off from 6 to 10 april")
    said = team.text("Tom", "logcall bluepeak: marcus wants a price list, i'll call him wed 8 april with it")
    assert "Marcus is away until Mon 13 April. Which day holds?" in said


def test_of_a_week_of_which_no_day_is_named_none_is_offered_on_which_they_are_away(team):
    team.say("Tom", "marcus is off from 16 to 17 march")
    said = team.text("Tom", "logcall bluepeak: spoke to marcus, meeting next week")
    assert "Which day is the meeting?" in said
    assert "[Mon 16 March" not in said
    assert "[Wed 18 March" in said


@pytest.mark.parametrize("line", ["logcall bluepeak: marcus said bays are too narrow, he is off from 13 to 20 march", "logcall bluepeak: marcus sends the counts, he is off from 13 to 20 march"])  # fmt: skip
def test_no_day_is_offered_on_which_the_same_line_says_they_are_away(team, line):
    said = team.text("Tom", line)
    assert "[Mon 23 March: " in said
    assert "[Fri 13 March" not in said
    assert "[Thu 19 March" not in said


@pytest.mark.parametrize("corrected", ["marcus is back 8 april", "marcus is off from 6 to 7 april"])
def test_a_corrected_absence_gives_back_the_call_that_it_called_off(team, corrected):
    team.say("Tom", "next bluepeak thu 9 april 9am")
    team.say("Tom", "marcus is off from 6 to 10 april")
    assert "call Thu 9 April" not in team.text("Tom", "where bluepeak")
    team.say("Tom", corrected)
    assert "call Thu 9 April 09:00, agreed" in team.text("Tom", "where bluepeak")
    assert team.recompute() == 0
    at(team, 8, 4)
    assert "call Thu 9 April 09:00, agreed" in team.text("Tom", "upcoming")


def test_a_call_that_an_absence_called_off_stays_off_once_they_were_in_touch(team):
    team.say("Tom", "next bluepeak thu 9 april 9am")
    team.say("Tom", "marcus is off from 6 to 10 april")
    at(team, 7, 4)
    team.say("Tom", "reply bluepeak: reading mails on the beach")
    assert "call Thu 9 April" not in team.text("Tom", "where bluepeak")


def test_while_they_are_away_the_list_asks_for_what_is_ours_alone(team):
    team.say(
        "Tom",
        "logcall bluepeak: spoke to marcus, i send two references by fri 3 april, he sends the counts by mon 6 april",
    )
    team.say("Tom", "next bluepeak fri 3 april 9am")
    team.say("Tom", "marcus is off from 7 to 16 april")
    at(team, 8, 4)
    told = team.text("Tom", "followups")
    assert "send two references, 5 days late" in told
    assert "did it take place" not in told
    assert "counts" not in told
    assert "Away: Marcus, back Fri 17 April" in team.text("Tom", "where bluepeak")
    at(team, 17, 4)
    told = team.text("Tom", "followups")
    assert "did it take place" in told
    assert "send the counts" in told
    assert "Away" not in team.text("Tom", "where bluepeak")


@pytest.mark.parametrize(
    ("line", "then"),
    [
        ("marcus is back from holiday and signs on the 25th", "They will: sign, Wed 25 March"),
        ("marcus is back today, signs on the 25th", "They will: sign, Wed 25 March"),
        ("marcus is back and wants a demo on the 25th", "Next step: demo Wed 25 March"),
        ("marcus is back, owner prefers the 20th same time", "Noted: is back; owner prefers the 20th same time"),
        ("marcus is back at work, his boss prefers friday", "Noted: is back at work; his boss prefers friday"),
    ],
)
def test_who_is_back_is_back_today_and_the_day_is_of_what_follows(team, line, then):
    said = team.text("Tom", line)
    said = team.text("Tom", "yes") if "Yes, log it" in said else said
    assert then in said
    assert "Nothing is due there before that" not in said
    assert "Marcus is back" not in team.text("Tom", "where bluepeak")


@pytest.mark.parametrize(
    "line", ["marcus is back from leave on 24 march", "marcus is back at his desk on the 24th", "marcus is back tue 24 march."]
)  # fmt: skip
def test_the_day_of_a_return_stays_one(team, line):
    assert "Marcus is back Tue 24 March" in team.text("Tom", line)


@pytest.mark.parametrize(
    ("line", "promised"),
    [
        ("he is off from 23 to 27 march, signs before he leaves", "sign, Fri 20 March"),
        ("marcus is off from 23 to 27 march, pays before that", "pay, Fri 20 March"),
        ("hes away from 23 to 27 march, sends the plan before he goes", "send the plan, Fri 20 March"),
    ],
)
def test_what_they_do_before_they_leave_comes_up_on_the_last_working_day_before(team, line, promised):
    said = team.text("Tom", f"logcall Bluepeak: spoke to marcus, {line}")
    assert f"They will: {promised}" in said
    assert "Back on your list: Fri 20 March" in said
    at(team, 20)
    assert "Bluepeak, Marcus" in team.text("Tom", "my list")
    at(team, 23)
    assert "Bluepeak" not in team.text("Tom", "my list")
    assert "Marcus is back Mon 30 March" in team.text("Tom", "where bluepeak")


@pytest.mark.parametrize(
    "sent",
    ["sent wrong price list to {who}, corrected one goes out today", "sent the wrong quote to {who}, right one goes out tmrw", "{who}'s contract is out tomorrow", "told {who} the samples are out mon", "sent {who} the offer, new one is out tue"],
)  # fmt: skip
def test_a_thing_that_goes_out_is_nobody_who_is_away(database, sent):
    team = Team(database)
    team.say("Tom", "new Brenner Kaffeehaus, 2 machines, Jutta Brenner")
    told = team.logged(sent.format(who="jutta"))
    assert " back " not in told
    assert "away" not in told


@pytest.mark.parametrize(
    "away", ["jutta is out until fri", "brenner, jutta is away until tue", "jutta goes on leave mon"]
)
def test_who_is_out_is_away(database, away):
    team = Team(database)
    team.say("Tom", "new Brenner Kaffeehaus, 2 machines, Jutta Brenner")
    assert "Jutta is " in team.logged(away)
