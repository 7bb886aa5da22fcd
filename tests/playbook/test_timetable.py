"""The note that works to their timetable (H29): in their words, greeted by their clock, with the open steps and whose."""

import pytest

from bot.playbook.cliches import hits
from bot.playbook.timetable import MAX_WORDS
from tests.settled import settled
from tests.team import Team

ONE_DATABASE = True

TIMED = (
    'logcall Acme: Dana said "we want it running before the season starts in June", she gets the floor plan by 27 March'
)


@pytest.fixture
@settled
def team(database) -> Team:
    made = Team(database)  # Thu 12 March 2026, 14:00 UTC
    made.say("Tom", "new Acme, canning line")
    return made


def note_in(team: Team) -> str:
    said = team.text("Tom", "words Acme")
    return said.split("Timetable, subject")[1].split("Nothing new")[0] if "Timetable, subject" in said else ""


@pytest.mark.rule("H29")
@pytest.mark.parametrize(
    ("city", "greeting"),
    [("New York", "Good morning Dana,"), ("Dublin", "Good afternoon Dana,"), ("Tokyo", "Good evening Dana,")],
)
def test_it_greets_by_the_clock_where_they_are(team, city, greeting):
    team.say("Tom", f"deal contact Acme: Dana Reyes, 555 0199, {city}")
    team.say("Tom", TIMED)
    assert greeting in note_in(team)


@pytest.mark.rule("H29")
@pytest.mark.rule("H33")
def test_it_holds_their_time_in_their_words_the_steps_and_an_offer(team):
    team.say("Tom", TIMED)
    team.say("Tom", "logcall Acme: I send the survey dates by 31 March")
    note = note_in(team)
    assert "Hello Dana," in note, "nobody knows what time it is there"
    assert "“we want it running before the season starts in June”, and that is the timetable I work to." in note
    assert "Two steps are open: yours, to get the floor plan by Friday 27 March; and ours, to send the survey" in note
    assert "If I can make any of that easier, tell me how." in note
    assert hits(note) == ()
    assert len(note.split()) <= MAX_WORDS


@pytest.mark.rule("H29")
@pytest.mark.parametrize(
    "told",
    [
        'logcall Acme: Dana said "call me on Friday", she gets the floor plan by 27 March',
        "logcall Acme: they buy in June, she gets the floor plan by 27 March",
        'logcall Acme: Dana said "we want it running before June"',
        'logcall Acme: Dana said "last June we were full", she gets the floor plan by 27 March',
    ],
)
def test_without_a_time_of_theirs_or_an_open_step_there_is_no_such_note(team, told):
    team.say("Tom", told)
    assert note_in(team) == ""


@pytest.mark.rule("H29")
def test_while_we_are_late_or_their_time_is_over_there_is_none(team):
    team.say("Tom", TIMED)
    team.say("Tom", "logcall Acme: I send the survey dates tomorrow")
    assert note_in(team)
    team.forward(days=4)
    assert note_in(team) == ""
    team.say("Tom", "sent Acme the survey dates")
    assert note_in(team)
    team.forward(days=130)
    assert note_in(team) == ""


@pytest.mark.rule("H29")
def test_long_steps_are_left_out_before_the_note_is_too_long(team):
    team.say("Tom", TIMED)
    long = "the list of all machines with the serial numbers and the site of each one"
    team.say("Tom", f"logcall Acme: I send {long} by 31 March")
    team.say("Tom", f"logcall Acme: I prepare {long.replace('list', 'plan')} by 1 April")
    team.say("Tom", f"logcall Acme: she checks {long.replace('list', 'count')} by 2 April")
    assert len(note_in(team).split()) <= MAX_WORDS
